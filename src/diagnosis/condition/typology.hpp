// Kinds of regions by their conditions for neutrality, with the number of kinds justified.
//
//     const Typology t = typology_of(conditions_of(data, request));
//     t.types[0].regions, t.types[0].marks        // what sets the type apart: "industry +1.6"
//
// Clusters the standardised scores of regions that have every indicator used; a region that lacks one is left out by name.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "diagnosis/condition/clustering.hpp"
#include "diagnosis/condition/indicators.hpp"

namespace ecumene::diagnosis {

struct TypeMark {
    std::string indicator;
    double score{};  // mean of the type, in standard deviations, above zero: harder
};

struct RegionType {
    std::string id;  // type1, type2, ... by size, then by first region
    Bilingual text;  // its strongest marks in words
    std::vector<std::string> regions;
    std::vector<TypeMark> marks;  // all indicators, strongest first
};

struct Typology {
    std::vector<RegionType> types;
    std::vector<std::string> indicators;  // used
    std::vector<std::string> regions;     // in the order of the clustering's points
    std::vector<std::string> left_out;    // regions that lack an indicator
    Clustering clustering;
    Bilingual justification;  // how many and why; says so where the figures do not speak for groups
    Bilingual reason;         // why there is none; empty otherwise

    Frame table() const;         // region, type, silhouette
    Frame counts_table() const;  // groups, silhouette, gap, gap_error
};

Typology typology_of(const Conditions& conditions);

}  // namespace ecumene::diagnosis
