// What one table says about another: keys are unique, references lead somewhere, sources are listed.
//
//     check_references(tables, settings.nation, log);
#pragma once

#include <functional>
#include <map>
#include <string>

#include "dataset/finding_log.hpp"
#include "dataset/table_reader.hpp"

namespace ecumene::dataset {

// Every table of the schema by name, absent ones empty.
using LoadedTables = std::map<std::string, LoadedTable, std::less<>>;

// Only what the schema itself says: unique keys, references of columns, listed sources.
void check_schema_references(const LoadedTables& tables, FindingLog& log);

// These, and what only data packages have: places, groups, parents.
void check_references(const LoadedTables& tables, const std::string& nation, FindingLog& log);

}  // namespace ecumene::dataset
