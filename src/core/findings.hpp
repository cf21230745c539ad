// Everything that is wrong with an input, collected first and raised once.
//
//     Findings findings;
//     findings.error({.code = "unknown_region", .file = "tables/demand.csv", .row = 12, .column = "region",
//                     .message = "region 'Seol' is not in regions.csv", .remedy = "did you mean 'Seoul'?"});
//     findings.raise_if_errors();          // throws FindingsError with all of them
//
// Rows count as a spreadsheet does: the header is row 1. 0 means "the whole file".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace ecumene {

enum class Severity { note, warning, error };

struct Finding {
    Severity severity{Severity::error};
    std::string code{};
    std::string file{};
    std::size_t row{};
    std::string column{};
    std::string message{};
    std::string remedy{};
};

// One line: "tables/demand.csv, row 12, column region: ... - did you mean 'Seoul'?"
std::string describe(const Finding& finding);

class Findings {
public:
    void add(Finding finding);
    void error(Finding finding);
    void warning(Finding finding);
    void note(Finding finding);
    void append(const Findings& others);

    const std::vector<Finding>& all() const { return all_; }
    std::size_t count(Severity severity) const;
    bool has_errors() const { return count(Severity::error) > 0; }
    void raise_if_errors() const;

private:
    std::vector<Finding> all_;
};

class FindingsError : public Error {
public:
    explicit FindingsError(Findings findings);
    const Findings& findings() const { return findings_; }

private:
    Findings findings_;
};

}  // namespace ecumene
