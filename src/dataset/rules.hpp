// What must hold between the rows of a package beyond names: conversions, links, technologies, series, totals.
//
//     check_rules(tables, series, settings.nation, log);
//
// Everything is told in the words of the tables; a rule whose tables are absent is silent.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "dataset/dataset.hpp"
#include "dataset/finding_log.hpp"
#include "dataset/references.hpp"

namespace ecumene::dataset {

using SeriesByName = std::map<std::string, Series, std::less<>>;

void check_rules(const LoadedTables& tables, const SeriesByName& series, const std::string& nation, FindingLog& log);

}  // namespace ecumene::dataset
