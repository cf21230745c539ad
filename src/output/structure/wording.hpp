// What is said of a study of structure, on the screen and in the report alike.
#pragma once

#include <string_view>

#include "core/text.hpp"
#include "structure/study.hpp"

namespace ecumene::output {

Bilingual method_words(structure::AreaMethod method);
// How many living areas, and how well that is proven.
Bilingual verdict_of(const structure::Study& study);

// What flows are of and how their figures came about, as tables write it; unknown words stay as they are.
Bilingual flow_words(std::string_view kind);
Bilingual status_words(std::string_view status);

}  // namespace ecumene::output
