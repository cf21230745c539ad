// The best division of many units into living areas, with a proven bound: column generation.
//
//     ColumnSearch r = best_areas_by_columns(flows, borders, rule, {start}, {.work = 200'000}, progress);
//     r.partition;  r.bound;           // so many areas were found; more than floor(bound) there cannot be
//
// Areas are columns of a set partition (S16). Its relaxation prices units; AreaSearch finds areas worth more than their units' prices,
// or proves how little any area can cost. A unit is the largest of one area at most, so the prices' sum and what the areas of each
// unit may still gain bound the number of areas (S18): a true bound at any time, not only at the end. Whole choices among the
// columns give divisions; units left over join areas that stay valid.
// Ends after so much work, which is the same on every machine and with any number of threads; `seconds` is a safety, and an answer
// that it cut short says so. The bound also holds for divisions that leave units out.
#pragma once

#include <optional>

#include "core/progress.hpp"
#include "structure/living_areas/travel_to_work.hpp"

namespace ecumene::structure {

struct ColumnOptions {
    std::int64_t work{200'000};  // relaxed answers of searches, in all; some thousands a second
    double seconds{};            // a safety; 0: none
    int threads{2};
    std::int64_t nodes{250};  // of a search, at first; more when nothing is found
};

struct ColumnSearch {
    std::optional<Partition> partition;  // every area valid; none: no such division was found
    double internal_flow{};
    double bound{};  // on the number of valid areas
    int rounds{};
    std::int64_t work{};
    std::size_t columns{};
    bool is_cut_short{};  // by the seconds or a cancel: another machine may find more
};

// `starts`: divisions whose valid areas are known at the outset.
ColumnSearch best_areas_by_columns(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule,
    const std::vector<Partition>& starts, const ColumnOptions& options = {}, Progress& progress = silent());

}  // namespace ecumene::structure
