// The inspection pack as a folder: report.html, track.json, and in English and Korean inspection-*.xlsx and
// qualitative-*.xlsx.
//
//     write_pack("pack-2027", input, result, Language::ko);
//
// The inspection is filled in; the qualitative workbooks list every measure with what people write beside it, and are kept as
// they are once they are there. The folder appears whole or not at all; one that holds anything else, or the pack of another
// plan or year, is left alone.
#pragma once

#include <filesystem>

#include "files/value.hpp"
#include "files/workbook.hpp"
#include "output/inspection/report.hpp"

namespace ecumene::pipeline {

void write_pack(const std::filesystem::path& folder, const output::InspectionInput& input, const files::Value& result,
    Language language);

files::Workbook inspection_workbook(const output::InspectionInput& input, Language language);
files::Workbook qualitative_workbook(const output::InspectionInput& input, Language language);

}  // namespace ecumene::pipeline
