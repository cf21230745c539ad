// What a reader of the profile must know about its figures, and what could not be said and would need which table.
//
//     for (const Caution& c : cautions_of(evidence, {2000, 2018})) ...   // "emissions: derived for 32 in 2000-2018"
//     for (const Gap& g : gaps_of(data, evidence, request, span)) ...
#pragma once

#include <vector>

#include "dataset/dataset.hpp"
#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/group_series.hpp"

namespace ecumene::diagnosis {

std::vector<Caution> cautions_of(const Evidence& evidence, Span span);
std::vector<Gap> gaps_of(const dataset::Dataset& data, const Evidence& evidence, const Request& request, Span span);

// "2000-2011, 2013"
std::string years_text(const std::vector<int>& years);
// "Seoul, Busan", or how many where they are many.
Bilingual places_text(const std::vector<std::string>& regions, const Evidence& evidence);

}  // namespace ecumene::diagnosis
