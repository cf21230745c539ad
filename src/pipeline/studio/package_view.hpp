// A package as the studio's pages take it: regions, groups, carriers, technologies, sources and which tables there are.
//
//     files::Value answer = package_value(project);       // GET /api/package
//
// A page that opens asks this first, so it stays small: figures stand in the tables.
#pragma once

#include <optional>
#include <string>

#include "files/value.hpp"
#include "pipeline/studio/project.hpp"
#include "pipeline/studio/table_view.hpp"

namespace ecumene::pipeline {

files::Value package_value(const Project& project);

// Throws WrongUse for a table or a column there is not.
Frame package_table(const Project& project, const std::string& table, const Filters& filters);

// Outlines of the regions as GeoJSON; level "" or "municipal". Nothing: the package has none.
std::optional<std::string> package_shapes(const Project& project, const std::string& level);

}  // namespace ecumene::pipeline
