// Korean particles take their form from the sound before them. Composed sentences hold both forms; this picks the right one.
//
//     with_particles("인벤토리 지침을(를) 밝히지") == "인벤토리 지침을 밝히지"
//     with_particles("'교육'(education)이(가)") == "'교육'(education)이"
//
// Knows 을(를), 이(가), 은(는), 과(와), 와(과) and (으)로 after Hangul, digits and %. Behind a quote or a closed bracket the word
// before it decides. After other letters, which people read in several ways, both forms stay.
#pragma once

#include <string>

namespace ecumene {

std::string with_particles(std::string text);

}  // namespace ecumene
