// What every verb gives back: how it ended, what was found, the result for programs and the screen for people.
//
//     Answer answer = check({.package = "korea"}, session);
//     answer.exit_code();                       // 0 done, 1 findings or infeasible, ...
//     std::cout << json(answer);                // the envelope of schema/answer.json
//     std::cout << answer.screen;               // at most `session.width` cells wide
//
// The same answer makes both, so that what a person reads is what a program gets.
#pragma once

#include <exception>
#include <filesystem>
#include <string>

#include "core/findings.hpp"
#include "core/progress.hpp"
#include "core/text.hpp"
#include "files/value.hpp"
#include "pipeline/place.hpp"
#include "pipeline/terminal.hpp"

namespace ecumene::pipeline {

enum class Status { ok, findings, infeasible, limit, cancelled, error };

// Exit codes of the program.
enum class Exit { done = 0, findings = 1, wrong_use = 2, limit = 3, fault = 4, environment = 5, cancelled = 130 };

struct Answer {
    std::string verb;
    Status status{Status::ok};
    Exit exit{Exit::done};
    Findings findings;
    double seconds{};
    files::Value result;
    std::string screen;  // what people read; ends with a newline unless it is empty

    int exit_code() const { return static_cast<int>(exit); }
};

// What surrounds a verb: where things are, how to speak, whom to tell.
struct Session {
    Places places;
    std::filesystem::path runs;  // empty: where the package says
    Language language{Language::en};
    Colour colour{Colour::off};
    int width{80};
    Progress* progress{&silent()};

    const std::string& in(const Bilingual& text) const { return text.in(language); }
    Style style() const { return Style(colour); }
    std::filesystem::path runs_of(const Package& package) const { return runs.empty() ? package.runs : runs; }
};

// The envelope of schema/answer.json, with a newline at its end; messages and remedies in that language.
std::string json(const Answer& answer, Language language = Language::en);

// Turns what a verb threw into an answer: plain words on the screen, the right status and exit code.
Answer answer_of(const std::string& verb, std::exception_ptr thrown, const Session& session);

// One finding as lines of the screen: what, where and how to mend it.
std::string screen_of(const Finding& finding, const Session& session);
// All of them, errors first, with a closing count; the whole list is cut after `most` with a word about the rest.
std::string screen_of(const Findings& findings, const Session& session, std::size_t most = 40);

// A path as people write it: relative to the working folder where that is shorter.
std::string shown(const std::filesystem::path& path, const Session& session);

}  // namespace ecumene::pipeline
