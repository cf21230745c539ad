// The report of a study of structure: one HTML file in both languages that needs nothing else.
//
//     write_file("report.html", structure_report(input, Language::ko));
//
// Living areas on a map, before and after, their table, methods beside one another, firmness of borders, strongest links,
// many-centredness, megaregions of policy tested, and what it all rests on. Modelled flows are called modelled in the first lines.
#pragma once

#include <string>
#include <vector>

#include "output/structure/map.hpp"

namespace ecumene::output {

struct MegaregionRow {
    Bilingual name;
    double own_share{}, linkage{}, most_with_other{};
    bool is_single{}, holds_together{};
};

struct StructureReportInput {
    Bilingual title{};
    AreaMap map{};
    const structure::FlowTable* flows{};
    std::vector<Bilingual> notes{};
    std::vector<MegaregionRow> megaregions{};
    double megaregion_likeness{};
    std::string version{};
};

std::string structure_report(const StructureReportInput& input, Language language);

struct StructurePicture {
    std::string name;
    Bilingual title, note;
    std::string svg;
};
std::vector<StructurePicture> structure_pictures(const StructureReportInput& input);

// Style of the layers of a GeoPackage for QGIS: areas by the column `colour`, cores as dots by `workers`, links by `flow`.
std::string areas_style();
std::string cores_style();
std::string links_style();

}  // namespace ecumene::output
