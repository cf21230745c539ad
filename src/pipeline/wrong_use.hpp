// The user asked for something there is not: a package, a region, a verb, an option. The program then ends with 2.
//
//     throw WrongUse("no package 'koera': looked for ./koera and the bundled korea and toy", "did you mean 'korea'?");
#pragma once

#include <string>
#include <utility>

#include "core/error.hpp"

namespace ecumene::pipeline {

class WrongUse : public Error {
public:
    explicit WrongUse(
        std::string message, std::string remedy = {}, std::source_location where = std::source_location::current())
        : Error(ErrorKind::input, std::move(message), where), remedy_(std::move(remedy)) {}
    const std::string& remedy() const { return remedy_; }

private:
    std::string remedy_;
};

}  // namespace ecumene::pipeline
