#include "core/error.hpp"

#include <utility>

namespace ecumene {

Error::Error(ErrorKind kind, std::string message, std::source_location where)
    : kind_(kind), message_(std::move(message)), where_(where) {}

void Error::add_context(std::string doing) {
    context_.push_back(std::move(doing));
}

std::string Error::explain() const {
    std::string text = message_;
    for (const auto& doing : context_) text += "; while " + doing;
    return text;
}

}  // namespace ecumene
