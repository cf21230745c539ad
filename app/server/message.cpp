#include "message.hpp"

namespace ecumene::server {
namespace {

const std::string nothing;

}  // namespace

const std::string& Request::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? nothing : found->second;
}

const std::string& Request::parameter(const std::string& name) const {
    for (const auto& [key, value] : query)
        if (key == name) return value;
    return nothing;
}

std::vector<std::string> Request::parameters(const std::string& name) const {
    std::vector<std::string> values;
    for (const auto& [key, value] : query)
        if (key == name) values.push_back(value);
    return values;
}

Language Request::language() const {
    return header("accept-language").compare(0, 2, "ko") == 0 ? Language::ko : Language::en;
}

Response answer(std::string body, std::string type, int status) {
    return {.status = status, .type = std::move(type), .body = std::make_shared<const std::string>(std::move(body))};
}

}  // namespace ecumene::server
