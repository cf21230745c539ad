// A study of structure as a folder people open and programs read.
//
//     write_structure("korea-structure", study, input, megaregions, result, Language::ko);
//
//     report.html        both languages, needs nothing else
//     pictures/          every map as <name>-en.svg and <name>-ko.svg
//     tables/            areas, units, links, methods and measures by level as CSV, full precision
//     structure.gpkg     regions, areas, units, links and cores as layers, styled for QGIS; where units have places
//     structure.json     the result of --json, and the list of files
//
// The folder appears whole or not at all. An earlier one of that name is replaced; a folder that holds anything else is left alone.
#pragma once

#include <filesystem>

#include "pipeline/structure_screen.hpp"

namespace ecumene::pipeline {

// Throws WrongUse if the folder holds files no study wrote, is a file, or holds the current folder.
void refuse_foreign_structure_folder(const std::filesystem::path& asked);

void write_structure(const std::filesystem::path& asked, const structure::Study& study, const StructureInput& input,
    const std::optional<MegaregionView>& megaregions, const files::Value& result, Language language);

}  // namespace ecumene::pipeline
