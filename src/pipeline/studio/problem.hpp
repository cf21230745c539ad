// What goes wrong between a page and the studio, in words of both languages (RFC 9457, application/problem+json).
//
//     throw Refusal({.word = "conflict", .status = 409, .title = {...}, .detail = {...}, .remedy = {...}});
//     const Problem problem = problem_of(std::current_exception(), Asked::to_read);
//     send(problem.status, problem_json(problem, Language::ko));
//
// What a person can mend is 4xx and says how; 500 is a fault of the program or of the machine.
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "core/error.hpp"
#include "core/findings.hpp"
#include "core/text.hpp"

namespace ecumene::pipeline {

struct Problem {
    std::string word{};  // not-found, no-token, ...: the end of its type
    int status{500};
    Bilingual title{}, detail{}, remedy{};
    Findings findings{};
};

class Refusal : public Error {
public:
    explicit Refusal(Problem problem, std::source_location where = std::source_location::current())
        : Error(ErrorKind::input, problem.detail.en, where), problem_(std::move(problem)) {}
    const Problem& problem() const { return problem_; }

private:
    Problem problem_;
};

enum class Asked { to_read, to_change };
Problem problem_of(std::exception_ptr thrown, Asked asked);
// `title`, `detail` and `remedy` in the language, `both` in both.
std::string problem_json(const Problem& problem, Language language);

}  // namespace ecumene::pipeline
