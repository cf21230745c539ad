#include "structure/living_areas/area_relaxation.hpp"

#include <algorithm>
#include <cmath>

#include "lp/problem.hpp"

namespace ecumene::structure {
namespace {

// Rounding must not cut an area off.
constexpr double slack = 1.0 - 1e-9, size_slack = 1.0 - 1e-6;
constexpr int most_prices = 20;

constexpr std::size_t not_reached = static_cast<std::size_t>(-1);

// Pairs of reached units by their places among these.
std::vector<PairGain> pairs_among(const AreaSearch& search, const std::vector<std::size_t>& reached) {
    std::vector<std::size_t> place(search.units(), not_reached);
    for (std::size_t k = 0; k < reached.size(); ++k) place[reached[k]] = k;
    std::vector<PairGain> pairs;
    for (std::size_t k = 0; k < reached.size(); ++k)
        for (const auto& [other, exchange] : search.partners(reached[k]))
            if (place[other] != not_reached && place[other] > k) pairs.push_back({k, place[other], exchange});
    return pairs;
}

}  // namespace

// One need of one area in the making, charged at one price of flow after another.
class AreaRelaxation::Charging {
public:
    Charging(const AreaRelaxation& all, const AreaSoFar& area, const Need& need, const std::vector<PairGain>& pairs,
        GainCut& cut)
        : all_(all), area_(area), pairs_(pairs), cut_(cut), above_(area.reached.size()) {
        const SparseFlows& flows = all.search_.flows();
        base_ =
            area.sum.inner - need.per_resident * area.sum.residents - need.per_worker * area.sum.workers - need.fixed;
        for (std::size_t k = 0; k < above_.size(); ++k) {
            const Unit unit = unit_at(area.reached[k]);
            above_[k] = flows.inner(unit) + area.with_area[k] - need.per_resident * flows.out(unit) -
                        need.per_worker * flows.in(unit);
        }
    }

    RelaxedArea run(double first_price) {
        found_.below = {0.0, base_, std::vector<char>(above_.size())};
        found_.above = found_.below;
        if (base_ >= 0.0) return std::move(found_);
        if (first_price > 0.0 && !charge(first_price)) return std::move(found_);
        for (int step = 0; step < most_prices; ++step) {
            if (!has_above_ && !take_most()) {
                found_.bound = lp::infinity;
                break;
            }
            const double rise = found_.above.above - found_.below.above, cost = found_.above.cost - found_.below.cost;
            if (rise <= 0.0 || cost <= 1e-12 || !charge(rise / cost)) break;
        }
        return std::move(found_);
    }

private:
    // False when no other price bounds better, or the bound is good enough.
    bool charge(double price) {
        std::vector<double> values(above_.size());
        for (std::size_t k = 0; k < values.size(); ++k) values[k] = above_[k] - price * all_.prices_[area_.reached[k]];
        auto best = cut_.best(values);
        const double bound = -(base_ + best.most) / price;
        if (bound > found_.bound) {
            found_.bound = bound;
            found_.hint.flow_price = price;
        }
        if (found_.bound >= area_.budget) return false;
        const double lines = found_.below.above - price * found_.below.cost;
        if (has_above_ && base_ + best.most <= lines + 1e-6 * std::abs(lines)) return false;
        auto made = choice(std::move(best.has));
        has_above_ = has_above_ || made.above >= 0.0;
        (made.above >= 0.0 ? found_.above : found_.below) = std::move(made);
        return true;
    }

    // The choice that lies highest above the need, whatever it costs; false if it lies below.
    bool take_most() {
        auto most = cut_.best(above_);
        if (base_ + most.most < 0.0) return false;
        found_.above = choice(std::move(most.has));
        return has_above_ = true;
    }

    RelaxedArea::Choice choice(std::vector<char> has) const {
        RelaxedArea::Choice made{0.0, base_, std::move(has)};
        for (std::size_t k = 0; k < above_.size(); ++k) {
            if (made.has[k] == 0) continue;
            made.cost += all_.prices_[area_.reached[k]];
            made.above += above_[k];
        }
        for (const auto& pair : pairs_)
            if (made.has[pair.a] != 0 && made.has[pair.b] != 0) made.above += pair.gain;
        return made;
    }

    const AreaRelaxation& all_;
    const AreaSoFar& area_;
    const std::vector<PairGain>& pairs_;
    GainCut& cut_;
    double base_{};
    std::vector<double> above_;  // of each reached unit by itself
    bool has_above_{};
    RelaxedArea found_;
};

RelaxedArea AreaRelaxation::least_cost(const AreaSoFar& area, const RelaxedHint& hint) const {
    RelaxedArea best;
    best.bound = size_bound(area);
    if (best.bound >= area.budget) return best;
    const auto pairs = pairs_among(search_, area.reached);
    GainCut cut(area.reached.size(), pairs);
    const auto list = needs(area);
    for (std::size_t n = 0; n < list.size(); ++n) {
        if (hint.need != RelaxedHint::every_need && n != hint.need % list.size()) continue;
        RelaxedArea one = Charging(*this, area, list[n], pairs, cut).run(hint.flow_price);
        if (best.hint.need != RelaxedHint::every_need && one.bound <= best.bound) continue;
        one.bound = std::max(one.bound, best.bound);
        one.hint.need = n;
        best = std::move(one);
        if (best.bound >= area.budget) break;
    }
    return best;
}

// All of these hold for every valid area that can still be reached.
std::vector<AreaRelaxation::Need> AreaRelaxation::needs(const AreaSoFar& area) const {
    const TravelToWork& rule = search_.rule();
    double reachable = area.sum.residents;
    for (const std::size_t j : area.reached) reachable += search_.flows().out(unit_at(j));
    const double share =
        slack * (may_be_small ? rule.min_sc : std::min(needed_self_containment(reachable, rule), rule.target_sc));
    std::vector<Need> list{{share, 0, 0}, {0, share, 0}, {0.5 * share, 0.5 * share, 0}};
    // What must stay inside grows ever slower with size up to the target size: no less than the chord says.
    const double low = std::max(rule.min_size, area.sum.residents), high = std::min(reachable, rule.target_size);
    if (may_be_small || high <= low * (1.0 + 1e-6)) return list;
    const double at_low = slack * low * needed_self_containment(low, rule),
                 at_high = slack * high * needed_self_containment(high, rule);
    const double slope = (at_high - at_low) / (high - low), fixed = at_low - slope * low;
    list.push_back({slope, 0, fixed});
    list.push_back({0.5 * slope, 0.5 * share, 0.5 * fixed});
    return list;
}

// The least that must be paid for the least size: the fractional knapsack.
double AreaRelaxation::size_bound(const AreaSoFar& area) const {
    double missing = may_be_small ? 0.0 : size_slack * search_.rule().min_size - area.sum.residents;
    if (missing <= 0.0) return 0.0;
    const auto residents = [&](std::size_t i) { return search_.flows().out(unit_at(i)); };
    std::vector<std::size_t> order = area.reached;
    std::sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return residents(a) * prices_[b] > residents(b) * prices_[a]; });
    double price = 0.0;
    for (const std::size_t j : order) {
        if (residents(j) >= missing) return price + prices_[j] * missing / residents(j);
        missing -= residents(j);
        price += prices_[j];
    }
    return lp::infinity;
}

}  // namespace ecumene::structure
