#include "core/inequality.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace ecumene {
namespace {

double people_in(std::span<const Holding> holdings) {
    double sum = 0.0;
    for (const auto& h : holdings) sum += h.people;
    return sum;
}

bool can_compare(std::span<const Holding> holdings) {
    const auto is_sound = [](const Holding& h) {
        return std::isfinite(h.value) && std::isfinite(h.people) && h.people >= 0.0;
    };
    return std::all_of(holdings.begin(), holdings.end(), is_sound) && people_in(holdings) > 0.0;
}

bool has_negative(std::span<const Holding> holdings) {
    return std::any_of(holdings.begin(), holdings.end(), [](const Holding& h) { return h.value < 0.0; });
}

double mean(std::span<const Holding> holdings) {
    double held = 0.0;
    for (const auto& h : holdings) held += h.value * h.people;
    return held / people_in(holdings);
}

// Shares of what is held and of people.
struct Shares {
    double held{}, people{};
};

// y ln(y/p); its limit for y = 0 is 0. Who is nobody holds nothing, so p = 0 has y = 0.
double contribution(Shares s) {
    return s.held > 0.0 ? s.held * std::log(s.held / s.people) : 0.0;
}

}  // namespace

std::optional<Theil> theil(std::span<const Holding> holdings) {
    if (!can_compare(holdings) || has_negative(holdings) || !(mean(holdings) > 0.0)) return std::nullopt;
    const double people = people_in(holdings);
    const double held = mean(holdings) * people;
    std::map<std::size_t, Shares> groups;
    for (const auto& h : holdings) {
        groups[h.group].held += h.value * h.people / held;
        groups[h.group].people += h.people / people;
    }
    Theil result;
    for (const auto& [group, shares] : groups) result.between += contribution(shares);
    for (const auto& h : holdings) {
        const Shares group = groups[h.group];
        if (!(group.held > 0.0)) continue;
        const Shares inside{h.value * h.people / held / group.held, h.people / people / group.people};
        result.within += group.held * contribution(inside);
    }
    result.total = result.between + result.within;
    return result;
}

std::optional<double> mean_difference(std::span<const Holding> holdings) {
    if (!can_compare(holdings)) return std::nullopt;
    std::vector<Holding> sorted(holdings.begin(), holdings.end());
    std::stable_sort(
        sorted.begin(), sorted.end(), [](const Holding& a, const Holding& b) { return a.value < b.value; });
    const double people = people_in(holdings);
    const double lowest = sorted.front().value;  // differences are kept small, so that little is lost in them
    double below = 0.0, held_below = 0.0, sum = 0.0;
    for (const auto& h : sorted) {
        const double share = h.people / people;
        const double value = h.value - lowest;
        sum += share * (value * below - held_below);
        below += share;
        held_below += share * value;
    }
    return 2.0 * sum;
}

std::optional<double> gini(std::span<const Holding> holdings) {
    if (!can_compare(holdings) || has_negative(holdings) || !(mean(holdings) > 0.0)) return std::nullopt;
    return *mean_difference(holdings) / (2.0 * mean(holdings));
}

std::optional<double> williamson(std::span<const Holding> holdings) {
    if (!can_compare(holdings) || !(mean(holdings) > 0.0)) return std::nullopt;
    const double middle = mean(holdings);
    double variance = 0.0;
    for (const auto& h : holdings) variance += h.people * (h.value - middle) * (h.value - middle);
    return std::sqrt(variance / people_in(holdings)) / middle;
}

}  // namespace ecumene
