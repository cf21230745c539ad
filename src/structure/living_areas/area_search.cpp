#include "structure/living_areas/area_search.hpp"

#include <algorithm>
#include <numeric>
#include <queue>

#include "lp/problem.hpp"
#include "structure/living_areas/area_relaxation.hpp"

namespace ecumene::structure {
namespace {

// Units that exchange flow, directly or over others, lie in one group; marks those whose group is smaller than `least`.
std::vector<char> in_small_groups(const SparseFlows& flows, double least) {
    std::vector<char> is_small(flows.units()), is_seen(flows.units());
    for (const Unit first : Set<Unit>(flows.units())) {
        if (is_seen[first.at()] != 0) continue;
        std::vector<Unit> group{first};
        is_seen[first.at()] = 1;
        double residents = 0.0;
        for (std::size_t k = 0; k < group.size(); ++k) {
            residents += flows.out(group[k]);
            for (const auto row : {flows.from(group[k]), flows.to(group[k])})
                for (const auto& [other, value] : row)
                    if (is_seen[other.at()] == 0) {
                        is_seen[other.at()] = 1;
                        group.push_back(other);
                    }
        }
        for (const Unit unit : group) is_small[unit.at()] = residents < least ? 1 : 0;
    }
    return is_small;
}

}  // namespace

AreaSearch::AreaSearch(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule)
    : flows_(flows),
      borders_(borders),
      rule_(rule),
      count_(flows.units()),
      exchange_(count_ * count_),
      partners_(count_),
      rank_(count_),
      may_be_small_(in_small_groups(flows, rule.min_size)) {
    for (const Unit i : Set<Unit>(count_))
        for (const auto& [j, value] : flows.from(i))
            if (i != j) {
                exchange_[i.at() * count_ + j.at()] += value;
                exchange_[j.at() * count_ + i.at()] += value;
            }
    for (std::size_t i = 0; i < count_; ++i)
        for (std::size_t j = 0; j < count_; ++j)
            if (exchange(i, j) > 0.0) partners_[i].push_back({j, exchange(i, j)});
    std::vector<std::size_t> order(count_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto residents = [&](std::size_t i) { return flows.out(Unit{static_cast<std::int32_t>(i)}); };
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return residents(a) > residents(b); });
    for (std::size_t k = 0; k < count_; ++k) rank_[order[k]] = static_cast<int>(k);
}

AreaFlows AreaSearch::totals(const std::vector<Unit>& area) const {
    AreaFlows sum;
    for (std::size_t a = 0; a < area.size(); ++a) {
        sum.residents += flows_.out(area[a]);
        sum.workers += flows_.in(area[a]);
        sum.inner += flows_.inner(area[a]);
        for (std::size_t b = 0; b < a; ++b) sum.inner += exchange(area[a].at(), area[b].at());
    }
    return sum;
}

bool AreaSearch::is_living_area(const std::vector<Unit>& area) const {
    return is_valid(totals(area), rule_) && connected_parts(area, borders_).size() == 1;
}

// One search under one seed: best bound first.
class SeedSearch {
public:
    SeedSearch(const AreaSearch& all, const std::vector<double>& prices, const AreaSearchOptions& options)
        : all_(all), prices_(prices), options_(options), relaxation_(all, prices), cutoff_(options.most_cost) {}

    SeedResult run(Unit seed) {
        seed_ = seed.at();
        relaxation_.may_be_small = all_.may_be_small_[seed_] != 0;
        consider(nobody, seed_, true, 0.0);
        while (!open_.empty() && open_.top().bound < cutoff_ && result_.nodes < options_.nodes) {
            const Open next = open_.top();
            open_.pop();
            const std::size_t unit = nodes_[next.node].branch_unit;
            consider(next.node, unit, true, next.bound);
            consider(next.node, unit, false, next.bound);
        }
        result_.cheapest = cutoff_;
        result_.bound = open_.empty() ? cutoff_ : std::min(cutoff_, open_.top().bound);
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.cost > b.cost; });
        const std::size_t skip = found_.size() > options_.most_areas ? found_.size() - options_.most_areas : 0;
        for (std::size_t k = skip; k < found_.size(); ++k) result_.areas.push_back(found_[k].area);
        return std::move(result_);
    }

private:
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    // A decision, and those before it.
    struct Node {
        std::size_t before{nobody}, unit{};
        bool is_in{};
        std::size_t branch_unit{};  // what is decided next
        RelaxedHint hint{};
    };
    struct Open {
        double bound;
        std::size_t node;
        bool operator<(const Open& other) const {
            return bound != other.bound ? bound > other.bound : node < other.node;
        }
    };
    struct Found {
        double cost;
        std::vector<Unit> area;
    };

    void consider(std::size_t before, std::size_t unit, bool is_in, double bound) {
        ++result_.nodes;
        Node made;
        made.before = before;
        made.unit = unit;
        made.is_in = is_in;
        nodes_.push_back(made);
        const std::size_t node = nodes_.size() - 1;
        set_state(node);
        if (cost_ >= cutoff_) return;
        if (is_valid(sum_, all_.rule_)) return record(members_);  // whatever is added only costs more
        reach_out();
        const RelaxedHint hint = before == nobody ? RelaxedHint{} : nodes_[before].hint;
        const RelaxedArea relaxed = relaxation_.least_cost({sum_, reached_, with_area_, cutoff_ - cost_}, hint);
        bound = std::max(bound, cost_ + relaxed.bound);
        if (bound >= cutoff_) return;
        try_area_of(relaxed.above);
        if (bound >= cutoff_) return;
        const std::size_t next = branch_unit(relaxed);
        if (next == all_.count_) return;  // nothing can be added
        nodes_[node].branch_unit = next;
        nodes_[node].hint = relaxed.hint;
        open_.push({bound, node});
    }

    // Members and exclusions by the decisions up to this one.
    void set_state(std::size_t node) {
        state_.assign(all_.count_, State::open);
        members_.clear();
        for (std::size_t n = node; n != nobody; n = nodes_[n].before) {
            state_[nodes_[n].unit] = nodes_[n].is_in ? State::in : State::out;
            if (nodes_[n].is_in) members_.push_back(nodes_[n].unit);
        }
        std::sort(members_.begin(), members_.end());
        cost_ = 0.0;
        std::vector<Unit> area;
        for (const std::size_t i : members_) {
            cost_ += prices_[i];
            area.push_back(unit_at(i));
        }
        sum_ = all_.totals(area);
    }

    // Open units that may still join: smaller than the seed, and within what may be paid, the way to them included.
    void reach_out() {
        const double budget = cutoff_ - cost_;
        std::vector<double> way(all_.count_, lp::infinity);
        using Step = std::pair<double, std::size_t>;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> queue;
        const auto reach = [&](std::size_t i, double cost) {
            const double paid = cost + prices_[i];
            if (state_[i] == State::open && all_.rank_[i] > all_.rank_[seed_] && paid < budget && paid < way[i])
                queue.emplace(way[i] = paid, i);
        };
        const auto spread = [&](std::size_t from, double cost) {
            if (all_.borders_.empty())
                for (std::size_t j = 0; j < all_.count_; ++j) reach(j, cost);
            else
                for (const Unit j : all_.borders_[from]) reach(j.at(), cost);
        };
        for (const std::size_t i : members_) spread(i, 0.0);
        while (!queue.empty()) {
            const auto [cost, i] = queue.top();
            queue.pop();
            if (cost <= way[i] && !all_.borders_.empty()) spread(i, cost);
        }
        reached_.clear();
        for (std::size_t i = 0; i < all_.count_; ++i)
            if (way[i] < lp::infinity) reached_.push_back(i);
        with_area_.assign(reached_.size(), 0.0);
        for (std::size_t k = 0; k < reached_.size(); ++k)
            for (const std::size_t i : members_) with_area_[k] += all_.exchange(i, reached_[k]);
    }

    // A relaxed choice may already be an area: the part of it that hangs together with the seed.
    void try_area_of(const RelaxedArea::Choice& choice) {
        std::vector<Unit> list;
        for (const std::size_t i : members_) list.push_back(unit_at(i));
        for (std::size_t k = 0; k < choice.has.size(); ++k)
            if (choice.has[k] != 0) list.push_back(unit_at(reached_[k]));
        std::sort(list.begin(), list.end());
        for (const auto& part : connected_parts(list, all_.borders_)) {
            if (std::find(part.begin(), part.end(), unit_at(seed_)) == part.end()) continue;
            std::vector<std::size_t> area;
            for (const Unit unit : part) area.push_back(unit.at());
            if (is_valid(all_.totals(part), all_.rule_)) record(area);
        }
    }

    // The next unit to decide on: beside the area, and undecided in the relaxed answer where such a one is.
    std::size_t branch_unit(const RelaxedArea& relaxed) const {
        std::size_t best = all_.count_;
        int best_class = -1;
        double most = -lp::infinity;
        for (std::size_t k = 0; k < reached_.size(); ++k) {
            const std::size_t j = reached_[k];
            if (!borders_area(j)) continue;
            const bool is_above = !relaxed.above.has.empty() && relaxed.above.has[k] != 0,
                       is_below = !relaxed.below.has.empty() && relaxed.below.has[k] != 0;
            const int kind = is_above && !is_below ? 2 : is_above ? 1 : 0;
            const double worth = kind == 2 ? prices_[j] + 1e-9 * with_area_[k] : with_area_[k];
            if (kind < best_class || (kind == best_class && worth <= most)) continue;
            best_class = kind;
            most = worth;
            best = j;
        }
        return best;
    }

    bool borders_area(std::size_t j) const {
        if (all_.borders_.empty()) return true;
        const auto& near = all_.borders_[j];
        return std::any_of(near.begin(), near.end(), [&](Unit k) { return state_[k.at()] == State::in; });
    }

    void record(const std::vector<std::size_t>& members) {
        Found found{0.0, {}};
        for (const std::size_t i : members) {
            found.cost += prices_[i];
            found.area.push_back(unit_at(i));
        }
        if (found.cost >= options_.most_cost) return;
        trim(found);
        cutoff_ = std::min(cutoff_, found.cost);
        found_.push_back(std::move(found));
    }

    // Members it can do without leave, the dearest first.
    void trim(Found& found) const {
        std::vector<Unit> order = found.area;
        std::stable_sort(order.begin(), order.end(), [&](Unit a, Unit b) { return prices_[a.at()] > prices_[b.at()]; });
        for (const Unit unit : order) {
            if (unit.at() == seed_ || prices_[unit.at()] <= 0.0) continue;
            std::vector<Unit> fewer;
            std::copy_if(
                found.area.begin(), found.area.end(), std::back_inserter(fewer), [&](Unit u) { return u != unit; });
            if (!all_.is_living_area(fewer)) continue;
            found.area = std::move(fewer);
            found.cost -= prices_[unit.at()];
        }
    }

    enum class State : char { open, out, in };
    const AreaSearch& all_;
    const std::vector<double>& prices_;
    const AreaSearchOptions& options_;
    AreaRelaxation relaxation_;
    double cutoff_;  // of the cheapest area so far
    std::size_t seed_{};
    std::vector<Node> nodes_;
    std::priority_queue<Open> open_;
    std::vector<Found> found_;
    SeedResult result_;
    // Of the node that is looked at:
    std::vector<State> state_;
    std::vector<std::size_t> members_, reached_;
    std::vector<double> with_area_;  // per reached unit, exchange with the area so far
    AreaFlows sum_;
    double cost_{};
};

SeedResult AreaSearch::cheapest_with_largest(
    Unit seed, const std::vector<double>& prices, const AreaSearchOptions& options) const {
    return SeedSearch(*this, prices, options).run(seed);
}

}  // namespace ecumene::structure
