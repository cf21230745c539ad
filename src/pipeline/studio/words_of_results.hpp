// What schema/results.json and schema/result_words.json say of the tables of a run: units, explanations, names, equations, the
// inputs behind them.
//
//     words_of_result("burden").equations           // {"E15"}
//
// A table the schema does not know has no words: it is shown all the same.
#pragma once

#include <string>
#include <vector>

#include "core/text.hpp"
#include "pipeline/studio/table_view.hpp"

namespace ecumene::pipeline {

TableWords words_of_result(const std::string& table);
// What a table, or a column, is called; its own name where nobody has named it.
Bilingual title_of_result(const std::string& table);
Bilingual name_of_result(const std::string& column);
// The same of a table of the package, from schema/package.json.
TableWords words_of_package(const std::string& table);

}  // namespace ecumene::pipeline
