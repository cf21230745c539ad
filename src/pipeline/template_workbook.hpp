// template.xlsx: a workbook that explains a package and can be filled in with any spreadsheet program.
//
//     write_template(folder / "template.xlsx", data);
//
// The first sheet, `columns`, lists every column of every table: type, unit, whether it may be left out, what it is for.
// Then one sheet per table whose header is that of the CSV file, so that a sheet saved as CSV is a table of the package;
// small tables come with their rows. Units and explanations are notes on the header; choices are offered as lists.
#pragma once

#include <filesystem>

#include "dataset/dataset.hpp"

namespace ecumene::pipeline {

// Errors: ErrorKind::environment when it cannot be written.
void write_template(const std::filesystem::path& file, const dataset::Dataset& data);

}  // namespace ecumene::pipeline
