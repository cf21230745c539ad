#include "governance/version_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "governance/rules/rule.hpp"

namespace ecumene::governance {
namespace {

std::vector<std::string> all_sectors(const PlanDocument& earlier, const PlanDocument& later) {
    auto sectors = later.emissions.sectors();
    for (const auto& sector : earlier.emissions.sectors())
        if (std::find(sectors.begin(), sectors.end(), sector) == sectors.end()) sectors.push_back(sector);
    return sectors;
}

std::set<int> all_years(const PlanDocument& earlier, const PlanDocument& later, Series series) {
    const auto first = earlier.emissions.years(series), last = later.emissions.years(series);
    std::set<int> years(first.begin(), first.end());
    years.insert(last.begin(), last.end());
    return years;
}

bool is_total(const std::string& sector) {
    return sector == total_gross || sector == total_net;
}

// Of a line a version does not have, nothing is known; a sector that is new counts from nothing.
double moved(const VersionLine& line) {
    return (is_blank(line.later) ? 0.0 : line.later) - (is_blank(line.earlier) ? 0.0 : line.earlier);
}

}  // namespace

double VersionComparison::net_change() const {
    double sum = 0.0;
    for (const auto& line : lines)
        if (line.series == Series::target && !is_total(line.sector)) sum += moved(line);
    return sum;
}

double VersionComparison::absolute_change() const {
    double sum = 0.0;
    for (const auto& line : lines)
        if (line.series == Series::target && !is_total(line.sector)) sum += std::abs(moved(line));
    return sum;
}

VersionComparison compare_versions(
    const PlanDocument& earlier, const PlanDocument& later, std::size_t earlier_place, std::size_t later_place) {
    VersionComparison comparison{.earlier = earlier_place, .later = later_place, .lines = {}};
    const auto sectors = all_sectors(earlier, later);
    for (const auto series : {Series::history, Series::outlook, Series::target})
        for (const int year : all_years(earlier, later, series))
            for (const auto& sector : sectors) {
                const bool is_there =
                    earlier.emissions.row(series, sector, year) != 0 || later.emissions.row(series, sector, year) != 0;
                if (!is_there) continue;
                const auto* known = later.sector(sector);
                comparison.lines.push_back({.series = series,
                    .sector = sector,
                    .name = sector_words(known == nullptr ? earlier : later, sector),
                    .year = year,
                    .earlier = earlier.amount(series, sector, year),
                    .later = later.amount(series, sector, year)});
            }
    return comparison;
}

}  // namespace ecumene::governance
