#include "core/inequality.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
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

constexpr double most_share = 0.1, least_share = 0.4;  // of people, in the measure of Palma

// Positions from the least per head to the most; equal ones keep their order.
std::vector<std::size_t> order_by_value(std::span<const Holding> holdings) {
    std::vector<std::size_t> order(holdings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return holdings[a].value < holdings[b].value; });
    return order;
}

// Share held by the people up to that share of all, along the curve.
double held_up_to(const std::vector<LorenzPoint>& curve, double people) {
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (curve[i].people < people) continue;
        const double width = curve[i].people - curve[i - 1].people;
        const double part = width > 0.0 ? (people - curve[i - 1].people) / width : 1.0;
        return curve[i - 1].held + part * (curve[i].held - curve[i - 1].held);
    }
    return 1.0;
}

bool is_inside(const std::vector<std::size_t>& fine, const std::vector<std::size_t>& coarse) {
    std::map<std::size_t, std::size_t> parent;
    for (std::size_t i = 0; i < fine.size(); ++i)
        if (parent.emplace(fine[i], coarse[i]).first->second != coarse[i]) return false;
    return true;
}

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

std::vector<LorenzPoint> lorenz(std::span<const Holding> holdings) {
    if (!can_compare(holdings) || has_negative(holdings) || !(mean(holdings) > 0.0)) return {};
    const double people = people_in(holdings);
    const double held = mean(holdings) * people;
    const auto order = order_by_value(holdings);
    std::vector<LorenzPoint> curve = {{order.front(), 0.0, 0.0}};
    for (const std::size_t i : order)
        curve.push_back({i, curve.back().people + holdings[i].people / people,
            curve.back().held + holdings[i].value * holdings[i].people / held});
    return curve;
}

std::optional<double> palma(std::span<const Holding> holdings) {
    const auto curve = lorenz(holdings);
    if (curve.empty()) return std::nullopt;
    const double least = held_up_to(curve, least_share);
    if (!(least > 0.0)) return std::nullopt;
    return (1.0 - held_up_to(curve, 1.0 - most_share)) / least;
}

std::vector<double> nested_theil(std::span<const Holding> holdings, std::span<const std::vector<std::size_t>> levels) {
    for (std::size_t l = 0; l < levels.size(); ++l)
        if (levels[l].size() != holdings.size() || (l > 0 && !is_inside(levels[l], levels[l - 1]))) return {};
    std::vector<double> parts;
    double between_coarser = 0.0;
    for (const auto& level : levels) {
        std::vector<Holding> grouped(holdings.begin(), holdings.end());
        for (std::size_t i = 0; i < grouped.size(); ++i) grouped[i].group = level[i];
        const auto split = theil(grouped);
        if (!split) return {};
        parts.push_back(split->between - between_coarser);
        between_coarser = split->between;
    }
    const auto whole = theil(holdings);
    if (!whole) return {};
    parts.push_back(whole->total - between_coarser);
    return parts;
}

}  // namespace ecumene
