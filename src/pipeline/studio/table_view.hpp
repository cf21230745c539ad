// A table as the studio's pages take it: rows that were asked for, column by column, with units and explanations.
//
//     const Frame some = chosen_rows(table, {{"region", "11"}, {"region", "21"}, {"year", "2030"}});
//     files::Value answer = table_value(some, words_of_result("burden"));
//
// Blank numbers are null. A filter of several values for one column takes any of them; columns must all agree.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {

struct ColumnWords {
    std::string unit, about;
    Bilingual name{};  // empty: the column's own
};

// What stands beside a table's figures; anything may be empty.
struct TableWords {
    Bilingual title{};
    std::string about{};
    std::vector<std::string> key{};
    std::map<std::string, ColumnWords> columns{};
    std::vector<std::string> equations{};  // "E15"
    std::vector<std::string> inputs{};     // tables of the package it is made from
};

using Filters = std::vector<std::pair<std::string, std::string>>;  // column, value

// Throws WrongUse for a column the table has not.
Frame chosen_rows(const Frame& table, const Filters& filters);
// Rows in the order of their positions; each may come once or more.
Frame rows_at(const Frame& table, const std::vector<std::size_t>& positions);
files::Value table_value(const Frame& table, const TableWords& words);

}  // namespace ecumene::pipeline
