#include "barrier/regional_world.hpp"

#include <algorithm>
#include <cmath>

#include "lp/problem.hpp"

namespace ecumene::bench {
namespace {

// clang-format off
constexpr std::array<PlantNumbers, all_plants> numbers{{
    {9, 38, 0, 0.0001, 0, 24, 260},          // solar
    {18, 88, 0, 0.001, 0, 2.2, 60},          // onshore wind
    {45, 165, 0, 0.002, 0, 0.2, 90},         // offshore wind
    {95, 330, 0, 0.009, 0.88, 26, 32},       // nuclear
    {35, 180, 0.85, 0.036, 0.87, 38, 40},    // coal
    {14, 62, 0.37, 0.072, 0.92, 43, 120},    // gas
    {30, 145, 0.045, 0.078, 0.9, 0, 60},     // gas with capture
    {60, 190, 0, 0.095, 0.88, 2.5, 8},       // biomass
    {4, 7}, {1.5, 11},                       // battery: power, energy
    {12, 40}, {10, 55}, {0.02, 0.12},        // hydrogen: electrolyser, turbine, store
    {6, 42}, {4, 14},                        // heat pump, boiler
}};
// clang-format on

// Of Korea's seventeen provinces and cities, roughly: who lies beside whom.
std::vector<Ends> korean_links() {
    return {{0, 8}, {3, 8}, {8, 9}, {8, 10}, {8, 11}, {9, 10}, {9, 14}, {10, 5}, {10, 7}, {10, 14}, {11, 5}, {11, 7},
        {11, 12}, {5, 7}, {12, 13}, {12, 15}, {13, 4}, {13, 15}, {13, 16}, {14, 2}, {14, 15}, {14, 6}, {15, 1}, {15, 6},
        {1, 6}, {2, 15}};
}

// A chain, and as many longer links as Korea has per region.
std::vector<Ends> chained_links(int regions) {
    std::vector<Ends> links;
    for (int r = 0; r + 1 < regions; ++r) links.push_back({r, r + 1});
    const auto wanted = static_cast<std::size_t>(std::lround(1.53 * regions));
    for (int distance = 3; links.size() < wanted && distance < regions; ++distance)
        for (int r = 0; r + distance < regions && links.size() < wanted; r += 2) links.push_back({r, r + distance});
    return links;
}

std::vector<double> shares_of(int regions) {
    if (regions == 17)
        return {.088, .039, .029, .046, .016, .018, .065, .007, .25, .031, .052, .092, .042, .063, .084, .067, .011};
    std::vector<double> shares;
    for (int r = 0; r < regions; ++r) shares.push_back((1.0 + 0.6 * std::sin(1.7 * r)) / regions);
    return shares;
}

}  // namespace

const PlantNumbers& numbers_of(Plant k) {
    return numbers[k.at()];
}

int life_of(Plant k) {
    if (k == battery_power || k == battery_energy || k == heat_pump) return 3;
    return k == solar ? 5 : 6;
}

World::World(const RegionalSize& size)
    : years(static_cast<std::size_t>(size.years)),
      hours(static_cast<std::size_t>(size.hours)),
      regions(static_cast<std::size_t>(size.regions)),
      ends(size.regions == 17 ? korean_links() : chained_links(size.regions)),
      links(ends.size()),
      share(shares_of(size.regions)),
      hour_weight(static_cast<double>(hours_of_year) / size.hours),
      carbon_share_(size.carbon_share),
      year_(share, size.seed) {}

// Whole days, as far apart as the year allows.
YearHour World::hour_of_year(Hour t) const {
    const int days = std::max(1, hours.size() / 24), day = t.pos / 24 * 365 / days;
    return {(day * 24 + t.pos % 24) % hours_of_year};
}

double World::availability(Plant k, Region r, Hour t) const {
    return k.pos < weather_driven ? year_.availability(r, static_cast<Weather>(k.pos), hour_of_year(t))
                                  : numbers_of(k).availability;
}

// Weather knows no borders of demand: what it drives is spread evenly.
double World::existing(Plant k, Region r, Year y) const {
    const double left = is_single() ? 0.4 : std::max(0.0, 1 - 0.2 * y.pos);
    if (k == boiler) return 60 * share[r.at()] * left;
    if (k.pos >= generators) return 0.0;
    return numbers_of(k).existing * (k == nuclear ? std::max(0.5, left) : left) *
           (k.pos < weather_driven ? 1.0 / regions.size() : share[r.at()]);
}

double World::most(Plant k, Region r, Year y) const {
    const double n = regions.size();
    if (k == hydrogen_store) return r.pos % 3 == 0 ? 40000.0 / n * 3 : 1500.0 / n;  // salt in every third region
    if (k.pos >= generators) return lp::infinity;
    const double part = k.pos < weather_driven ? 0.4 / n + 0.6 * (1.2 + std::sin(2.1 * r.pos + k.pos)) / (1.2 * n)
                                               : std::max(share[r.at()], 0.2 / n) * 1.6;
    double most = numbers_of(k).potential * part;
    const bool may_build_coal = !is_single() && y.pos < 3;
    if (k == coal && !may_build_coal) most = std::max(most * 0.5, numbers_of(coal).existing * share[r.at()]);
    return std::max(most, existing(k, r, y) * 1.001);
}

double World::price(Plant k, Region r, Year y) const {
    const int later = is_single() ? 4 : y.pos;
    double price = numbers_of(k).price;
    if (k == solar) price *= 1 - 0.03 * later;
    if (k == battery_power || k == battery_energy || k == electrolyser) price *= 1 - 0.05 * later;
    return price * (1 + 0.02 * std::sin(1.3 * r.pos + k.pos));
}

double World::carbon_budget(Year y) const {
    double demand = 0.0;
    for (const Region r : regions)
        for (const Hour t : hours) demand += hour_weight * load(y, r, t);
    const double share_of_year =
        is_single() ? carbon_share_
                    : 0.45 * std::pow(carbon_share_ / 0.45, static_cast<double>(y.pos) / (years.size() - 1));
    return share_of_year * demand * 0.5;
}

}  // namespace ecumene::bench
