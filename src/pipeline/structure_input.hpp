// What `ecumene structure` works on: units, flows, borders and outlines, from a package or from bare tables.
//
//     StructureInput in = structure_of_package(data, {});            // flows of the package, else modelled to its published totals
//     StructureInput in = structure_of_tables("flows.csv", "units.csv", "borders.csv");
//
// Units stand in the order of their codes. A bare flow table has columns origin, destination, value (kind, year, unit, status, source
// are taken where they stand); a units table has unit and whatever it knows of name_en, name_ko, region, population, workers,
// jobs, lat, lon, area_km2. Flows of several years: areas are drawn from the last, the others are measured on them. Names other
// tools use for these columns are understood. Throws FindingsError for what is wrong in them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/findings.hpp"
#include "dataset/dataset.hpp"
#include "files/geometry.hpp"
#include "structure/flow_table.hpp"

namespace ecumene::pipeline {

struct StructureInput {
    Bilingual title;
    structure::Units units;
    structure::FlowTable flows;                 // of the last year there is
    std::vector<structure::FlowTable> earlier;  // of the years before, ascending
    int people_year{};                          // of the units' people; 0: not stated
    structure::Adjacency borders;               // empty: unknown
    std::vector<std::string> shapes;            // well-known text by unit; empty: unknown
    std::vector<Bilingual> notes;               // how the flows came about, in a sentence each
    Findings findings;
    std::string digest;  // of what was read
};

// Units of tables/units.csv; names that stand there more than once say their region too.
structure::Units units_of_package(const dataset::Dataset& data);
// Outlines of such units from tables/unit_shapes.csv; empty: the package has none.
std::vector<files::Polygons> outlines_of_package(const dataset::Dataset& data, const structure::Units& units);
// `flows`: a table of the user's own instead of the package's or modelled flows; empty: none.
StructureInput structure_of_package(const dataset::Dataset& data, const std::filesystem::path& flows);
StructureInput structure_of_tables(
    const std::filesystem::path& flows, const std::filesystem::path& units, const std::filesystem::path& borders);

}  // namespace ecumene::pipeline
