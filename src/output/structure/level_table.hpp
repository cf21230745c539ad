// Measures of linkage and many-centredness by level (or tier of centres) and year, as the table of a report.
//
//     DataTable table = level_table({{{}, {}, &study.levels}}, LevelYears::decades);
//
// Where parts have names (structures side by side) they are the first column, and years and evenness are left to the CSV tables.
#pragma once

#include <vector>

#include "output/data_table.hpp"
#include "structure/linkage/levels.hpp"

namespace ecumene::output {

struct LevelPart {
    Bilingual name{};
    std::string raw{};
    const std::vector<structure::LevelRow>* rows{};
};

// Rows without flows are many where people are known year by year: decades shows those of years that end in 0, and all with flows.
enum class LevelYears { all, decades };

DataTable level_table(const std::vector<LevelPart>& parts, LevelYears years);
// What the columns mean, in a sentence or two.
Bilingual level_note();

}  // namespace ecumene::output
