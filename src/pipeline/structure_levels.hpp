// Linkage and many-centredness at every level a study knows, over the years it has figures of.
//
//     study.levels = structure_levels(input, study.partition, &data);
//
// Levels: unit, living_area; region, where every unit says in which it lies; megaregion, where the package draws them. A row for each
// year of flows, for the year of the units' people, and for every year of tables/population.csv (history, else projection) at the two
// upper levels. The division into places is today's in every year.
#pragma once

#include <vector>

#include "core/frame.hpp"
#include "files/value.hpp"
#include "pipeline/structure_input.hpp"
#include "structure/linkage/levels.hpp"

namespace ecumene::pipeline {

// Such rows for programs and as columns of a table.
files::Value levels_value(const std::vector<structure::LevelRow>& rows);
std::vector<Frame::Column> level_columns();
std::vector<Frame::Cell> level_cells(const structure::LevelRow& row);

// `data`: the package; null for bare tables.
std::vector<structure::LevelRow> structure_levels(
    const StructureInput& in, const structure::Partition& areas, const dataset::Dataset* data);

}  // namespace ecumene::pipeline
