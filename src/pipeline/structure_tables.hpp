// A study of structure as record tables: areas, units, links between areas, methods beside one another, measures
// by level and year, megaregions.
#pragma once

#include <vector>

#include "core/frame.hpp"
#include "pipeline/structure_screen.hpp"

namespace ecumene::pipeline {

std::vector<Frame> structure_tables(const structure::Study& study, const StructureInput& input);
Frame areas_table(const structure::Study& study, const StructureInput& input);
Frame units_table(const structure::Study& study, const StructureInput& input);
Frame links_table(const structure::Study& study, const StructureInput& input);
Frame megaregion_table(const MegaregionView& view);

}  // namespace ecumene::pipeline
