// Tables and values as text to send.
#pragma once

#include <string>

#include "files/value.hpp"
#include "pipeline/studio/table_view.hpp"

namespace ecumene::pipeline {

std::string compact_json(const files::Value& value);
// With a byte order mark and units in the header, "capacity [MW]", so that a spreadsheet opens it as it should.
std::string csv_for_spreadsheets(const Frame& table, const TableWords& words);

}  // namespace ecumene::pipeline
