// The inspection pack as a folder: report.html, inspection-en.xlsx, inspection-ko.xlsx, track.json.
//
//     write_pack("pack-2027", input, result, Language::ko);
//
// Quantitative sheets are filled in; the qualitative one lists every measure with what is to be written beside it. The folder
// appears whole or not at all; one that holds anything else is left alone.
#pragma once

#include <filesystem>

#include "files/value.hpp"
#include "files/workbook.hpp"
#include "output/inspection/report.hpp"

namespace ecumene::pipeline {

void write_pack(const std::filesystem::path& folder, const output::InspectionInput& input, const files::Value& result,
    Language language);

files::Workbook inspection_workbook(const output::InspectionInput& input, Language language);

}  // namespace ecumene::pipeline
