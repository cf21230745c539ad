// From a planner's workbook to the tables of a plan, by a mapping file that says which column is which.
//
//     # tables.toml, beside plan.toml
//     format = 1
//     workbook = "plan.xlsx"
//     [[table]]
//     table = "emissions.csv"        sheet = "배출전망"      header_row = 3
//     columns = { sector = "부문" }                              # our column = their title, or a letter such as "B"
//     values.sector = { "건물" = "buildings" }                   # their word = ours
//     constants = { series = "target", unit = "ktCO2eq", status = "reported", source = "plan" }
//     years = "value"                                            # columns titled 2026, 2027년 ... become rows
//
// Rows without their first mapped column and footnotes (※, 주), 자료:) are passed over. In columns of numbers Korean ways of
// writing are read: 1,234 · △12 · ▲12 · (12) · 1.2억 · 3만 · full-width digits; "-" is blank. Dates may be Excel's day numbers.
// Every row remembers the row of the sheet it came from, so that findings lead there.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/findings.hpp"
#include "governance/plan/plan_document.hpp"
#include "governance/plan/read_plan.hpp"

namespace ecumene::governance {

inline constexpr const char* mapping_file = "tables.toml";

struct WorkbookTables {
    PlanTexts texts;  // by file name
    std::map<std::string, TableOrigin, std::less<>> origins;
    Findings findings;
};

// Reads the mapping and its workbook from the folder of the plan.
WorkbookTables workbook_tables(const std::filesystem::path& folder);

// A number as Korean tables write it, as plain text: "△1,234.5" becomes "-1234.5"; the text as it is where it is no number.
std::string plain_number_text(std::string_view written);

}  // namespace ecumene::governance
