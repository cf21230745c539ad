// Collects findings while a package is read, and keeps the list short enough to be read.
//
//     FindingLog log;
//     log.error({"tables/demand.csv", 12, "region"}, "unknown_reference", "region 'Seol' is not in regions.csv", remedy);
//     Findings all = log.finish();       // of one code and file at most 50, then "and 1,204 more like these"
//
// Long messages are cut: a cell of a hostile file may be as long as the file.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "core/findings.hpp"

namespace ecumene::dataset {

struct Place {
    std::string file;
    std::size_t row{};
    std::string column{};
};

class FindingLog {
public:
    void error(Place place, std::string code, std::string message, std::string remedy = {});
    void warning(Place place, std::string code, std::string message, std::string remedy = {});
    void note(Place place, std::string code, std::string message, std::string remedy = {});
    void append(const Findings& others);

    // Whether another one of that code and file would be listed. Ask before working out a costly remedy.
    bool would_list(const std::string& code, const std::string& file) const;

    // Adds what was left out; the log is empty afterwards.
    Findings finish();

private:
    void add(Finding finding);

    struct LeftOut {
        Severity severity{};
        std::size_t count{};
        std::size_t first_row{};
    };
    Findings kept_;
    std::map<std::pair<std::string, std::string>, std::size_t> kept_of_;
    std::map<std::pair<std::string, std::string>, LeftOut> left_out_;
};

}  // namespace ecumene::dataset
