// The yearly inspection as a document of Hancom Office: what the report says, in one language, for an office to edit and pass on.
//
//     write_hwpx(folder / "inspection-ko.hwpx", inspection_document(input, Language::ko));
#pragma once

#include "core/text.hpp"
#include "files/hwpx.hpp"
#include "output/inspection/report.hpp"

namespace ecumene::pipeline {

files::HwpxDocument inspection_document(const output::InspectionInput& input, Language language);

}  // namespace ecumene::pipeline
