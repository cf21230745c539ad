// What is said of a study of structure, on the screen and in the report alike.
#pragma once

#include "core/text.hpp"
#include "structure/study.hpp"

namespace ecumene::output {

Bilingual method_words(structure::AreaMethod method);
// How many living areas, and how well that is proven.
Bilingual verdict_of(const structure::Study& study);

}  // namespace ecumene::output
