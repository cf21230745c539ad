// What is thrown when the program cannot go on. Expected outcomes (infeasible, a limit, no data) are values, not errors.
//
//     throw Error(ErrorKind::io, "cannot write runs/x/manifest.json: disk full");
//     try { ... } catch (Error& e) { e.add_context("writing the run folder"); throw; }
#pragma once

#include <exception>
#include <source_location>
#include <string>
#include <vector>

namespace ecumene {

enum class ErrorKind { input, io, solver, limit, environment, internal, cancelled };

class Error : public std::exception {
public:
    Error(ErrorKind kind, std::string message, std::source_location where = std::source_location::current());

    ErrorKind kind() const { return kind_; }
    const std::string& message() const { return message_; }
    const std::vector<std::string>& context() const { return context_; }
    const std::source_location& where() const { return where_; }

    // "while <doing>", innermost first.
    void add_context(std::string doing);
    // The message followed by every "while ...", one sentence.
    std::string explain() const;
    const char* what() const noexcept override { return message_.c_str(); }

private:
    ErrorKind kind_;
    std::string message_;
    std::vector<std::string> context_;
    std::source_location where_;
};

}  // namespace ecumene
