// The source paper's published figures beside what the package gives: with the difference and its reason, never bent.
//
//     for (const PaperFigure& f : compare_with_paper(data).figures)
//         f.published, f.found, f.difference            // 2.8, 2.67, -0.13 % a year
//
// The paper: C. S. Park, carbon-neutral megacities as a strategy for regional self-reliant growth (Korea, 2000-2019,
// capital region against the rest). It is about Korea: for a package of another nation the comparison is empty and
// says so. Values stand in the unit each figure names.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "dataset/dataset.hpp"

namespace ecumene::diagnosis {

struct PaperFigure {
    std::string id;           // growth_capital, growth_rest, per_capita_rest, ratio, ...
    Bilingual text;           // what is compared
    std::string unit;         // "%/year", "tCO2eq/person", "1"
    double published{blank};  // blank: the paper gives only a direction
    std::string published_years;
    double found{blank};
    std::string found_years;
    double difference{blank};  // found - published
    std::string status;        // of what was found
    std::string agreement;     // "yes", "no": the paper's claim holds at its own precision or not; "unknown": no figure
    Bilingual reason;          // of the difference
};

struct PaperComparison {
    std::vector<PaperFigure> figures;
    Bilingual note;  // why it is empty, or what holds for all figures
    Frame table() const;
};

struct PaperRequest {
    std::string grouping{"capital"};
    std::string capital{"capital"};  // group codes of the two sides
    std::string rest{"rest"};
};

PaperComparison compare_with_paper(const dataset::Dataset& data, const PaperRequest& request = {});

}  // namespace ecumene::diagnosis
