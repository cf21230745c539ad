// Where a figure of a run comes from: the equations that make it, and the rows of the package it stands on, with their sources.
//
//     origin_value(*run, project, {.table = "burden", .column = "borne", .row = {{"region", "11"}, {"year", "2030"}}})
//
// Of the inputs only rows that concern the figure's region, technology, carrier or link are counted, where a table has such a
// column. schema/result_words.json says which equations and inputs belong to which table.
#pragma once

#include <string>

#include "pipeline/studio/project.hpp"
#include "pipeline/studio/run_shelf.hpp"
#include "pipeline/studio/table_view.hpp"

namespace ecumene::pipeline {

struct FigureChoice {
    std::string table{}, column{};
    Filters row{};
};

// Throws WrongUse for a table or a column there is not.
files::Value origin_value(const ShelvedRun& run, const Project& project, const FigureChoice& choice);

}  // namespace ecumene::pipeline
