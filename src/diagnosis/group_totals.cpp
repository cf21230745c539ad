#include "diagnosis/group_totals.hpp"

#include <cmath>

namespace ecumene::diagnosis {
namespace {

// A region that is counted later was part of a neighbour before, and a former one is part of a neighbour now: no one lived
// "in it" then.
bool is_not_separate(const RegionalSeries& population, const std::string& region, int year) {
    const YearlySeries& people = population.of(region);
    if (people.empty()) return population.former.count(region) > 0;
    return year < people.begin()->first || (population.former.count(region) > 0 && year > people.rbegin()->first);
}

double sum_in(const RegionalSeries& quantity, const std::vector<std::string>& regions, int year) {
    double sum = 0.0;
    for (const auto& region : regions)
        if (const double value = quantity.in(region, year).value; !is_blank(value)) sum += value;
    return sum;
}

}  // namespace

GroupTotals::GroupTotals(
    const RegionalSeries& quantity, const RegionalSeries& population, const std::vector<std::string>& regions)
    : quantity_(quantity), population_(population) {
    for (const auto& region : regions)
        for (const auto& [year, figure] : quantity.of(region)) years_.insert(year);
    for (const int year : years_) {
        const Figure nation = figure_in(quantity.nation, year);
        if (is_blank(nation.value)) continue;
        const double rest = nation.value - sum_in(quantity, regions, year);
        if (std::abs(rest) <= rounding_of_totals * std::abs(nation.value))
            closed_years_.insert(year);
        else
            unallocated_[year] = {.year = year, .value = rest, .status = nation.status};
    }
}

YearlySeries GroupTotals::of(const std::vector<std::string>& regions) const {
    YearlySeries series;
    for (const int year : years_)
        if (const Figure sum = sum_of(regions, year); !is_blank(sum.value)) series[year] = sum;
    return series;
}

YearlySeries GroupTotals::unallocated() const {
    return unallocated_;
}

Figure GroupTotals::sum_of(const std::vector<std::string>& regions, int year) const {
    Figure sum{.year = year, .value = blank, .status = {}};
    for (const auto& region : regions) {
        const Figure part = quantity_.in(region, year);
        if (is_blank(part.value)) continue;
        sum.value = is_blank(sum.value) ? part.value : sum.value + part.value;
        sum.status = weaker(sum.status, part.status);
    }
    if (is_blank(sum.value) || closed_years_.count(year)) return sum;
    const double left_out = share_left_out(regions, year);
    if (left_out >= negligible_people) return {.year = year, .value = blank, .status = {}};
    if (left_out > 0.0) sum.status = weaker(sum.status, "estimated");
    return sum;
}

double GroupTotals::share_left_out(const std::vector<std::string>& regions, int year) const {
    double all = 0.0, left_out = 0.0;
    for (const auto& region : regions) {
        const YearlySeries& people = population_.of(region);
        const double here = figure_in(people, year).value;
        if (!is_blank(here)) all += here;
        if (!is_blank(quantity_.in(region, year).value) || is_not_separate(population_, region, year)) continue;
        if (is_blank(here)) return 1.0;
        left_out += here;
    }
    return left_out > 0.0 ? left_out / all : 0.0;
}

}  // namespace ecumene::diagnosis
