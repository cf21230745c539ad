#include "structure/living_areas/area_search.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <queue>

namespace ecumene::structure {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

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
      rank_(count_),
      may_be_small_(in_small_groups(flows, rule.min_size)) {
    for (const Unit i : Set<Unit>(count_))
        for (const auto& [j, value] : flows.from(i))
            if (i != j) {
                exchange_[i.at() * count_ + j.at()] += value;
                exchange_[j.at() * count_ + i.at()] += value;
            }
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

// One search under one seed.
class SeedSearch {
public:
    SeedSearch(const AreaSearch& all, const std::vector<double>& prices, const AreaSearchOptions& options)
        : all_(all),
          prices_(prices),
          options_(options),
          state_(all.count_, State::out),
          with_area_(all.count_),
          with_open_(all.count_) {}

    SeedResult run(Unit seed) {
        result_.cheapest = options_.most_cost;
        result_.bound = options_.most_cost;
        choose_candidates(seed.at());
        bound_company();
        include(seed.at());
        branch();
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.cost > b.cost; });
        const std::size_t skip = found_.size() > options_.most_areas ? found_.size() - options_.most_areas : 0;
        for (std::size_t k = skip; k < found_.size(); ++k) result_.areas.push_back(found_[k].area);
        return std::move(result_);
    }

private:
    enum class State : char { out, open, in };
    struct Found {
        double cost;
        std::vector<Unit> area;
    };
    struct Item {
        double gain, price;
    };

    static Unit unit_at(std::size_t i) { return Unit{static_cast<std::int32_t>(i)}; }
    double residents(std::size_t i) const { return all_.flows_.out(unit_at(i)); }
    double workers(std::size_t i) const { return all_.flows_.in(unit_at(i)); }
    double inner(std::size_t i) const { return all_.flows_.inner(unit_at(i)); }

    // Units that may join the seed: smaller, and within what may be paid, the way to them included.
    void choose_candidates(std::size_t seed) {
        std::vector<double> way(all_.count_, infinity);
        using Step = std::pair<double, std::size_t>;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> queue;
        queue.emplace(way[seed] = prices_[seed], seed);
        const auto reach = [&](std::size_t i, double cost) {
            const double paid = cost + prices_[i];
            if (all_.rank_[i] > all_.rank_[seed] && paid < options_.most_cost && paid < way[i])
                queue.emplace(way[i] = paid, i);
        };
        while (!queue.empty()) {
            const auto [cost, i] = queue.top();
            queue.pop();
            if (cost > way[i]) continue;
            if (all_.borders_.empty()) {
                if (i != seed) continue;
                for (std::size_t j = 0; j < all_.count_; ++j) reach(j, cost);
            } else {
                for (const Unit j : all_.borders_[i]) reach(j.at(), cost);
            }
        }
        for (std::size_t i = 0; i < all_.count_; ++i)
            if (i != seed && way[i] < infinity) {
                state_[i] = State::open;
                open_.push_back(i);
            }
        for (const std::size_t j : open_)
            for (const std::size_t k : open_) with_open_[j] += all_.exchange(j, k);
        may_be_small_ = all_.may_be_small_[seed] != 0;
    }

    // The most flow a candidate can have with other candidates that are paid for.
    void bound_company() {
        company_.assign(all_.count_, 0.0);
        std::vector<Item> others;
        for (const std::size_t j : open_) {
            others.clear();
            for (const std::size_t k : open_)
                if (k != j && all_.exchange(j, k) > 0.0) others.push_back({all_.exchange(j, k), prices_[k]});
            company_[j] = most_gain(others, options_.most_cost - prices_[j]);
        }
    }

    static void by_worth(std::vector<Item>& items) {
        std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.gain * b.price > b.gain * a.price; });
    }

    static double most_gain(std::vector<Item>& items, double budget) {
        by_worth(items);
        double gain = 0.0;
        for (const auto& item : items) {
            if (item.price > budget) return gain + item.gain * budget / item.price;
            gain += item.gain;
            budget -= item.price;
        }
        return gain;
    }

    // The least that must be paid to gain `missing`; infinite if all together do not.
    static double least_price(std::vector<Item>& items, double missing) {
        if (missing <= 0.0) return 0.0;
        by_worth(items);
        double price = 0.0;
        for (const auto& item : items) {
            if (item.gain >= missing) return price + item.price * missing / item.gain;
            missing -= item.gain;
            price += item.price;
        }
        return infinity;
    }

    // (S17) No area within the present choice costs less than this.
    double bound() {
        const double budget = options_.most_cost - cost_;
        items_.clear();
        double reachable = sum_.residents;
        for (const std::size_t j : open_)
            if (state_[j] == State::open && prices_[j] < budget) {
                items_.push_back({residents(j), prices_[j]});
                reachable += residents(j);
            }
        const double slack = 1.0 - 1e-9;  // rounding must not cut an area off
        double least = 0.0;
        if (!may_be_small_) least = least_price(items_, slack * all_.rule_.min_size - sum_.residents);
        if (least >= budget) return infinity;
        const double needed = may_be_small_ ? all_.rule_.min_sc : needed_self_containment(reachable, all_.rule_);
        for (const bool is_workers : {false, true}) {
            const double share = slack * std::min(needed, all_.rule_.target_sc);
            items_.clear();
            for (const std::size_t j : open_) {
                if (state_[j] != State::open || prices_[j] >= budget) continue;
                const double own = inner(j) + with_area_[j] - share * (is_workers ? workers(j) : residents(j));
                const double gain = own + 0.5 * company(j);
                if (gain > 0.0) items_.push_back({gain, prices_[j]});
            }
            const double missing = share * (is_workers ? sum_.workers : sum_.residents) - sum_.inner;
            least = std::max(least, least_price(items_, missing));
            if (least >= budget) return infinity;
        }
        return cost_ + least;
    }

    // The open unit worth most for its price, next to the area where borders count; none: nothing can be added.
    std::size_t next() const {
        std::size_t best = all_.count_;
        double most = -infinity;
        for (const std::size_t j : open_) {
            if (state_[j] != State::open || !borders_area(j)) continue;
            const double worth =
                (inner(j) + with_area_[j] + 0.25 * company(j)) / std::max(residents(j), workers(j) + 1e-12) -
                all_.rule_.min_sc;
            const double weighed = worth > 0.0 ? worth * (residents(j) + 1.0) / (prices_[j] + 1e-3) : worth;
            if (weighed > most) {
                most = weighed;
                best = j;
            }
        }
        return best;
    }

    double company(std::size_t j) const { return std::max(0.0, std::min(company_[j], with_open_[j])); }

    bool borders_area(std::size_t j) const {
        if (all_.borders_.empty()) return true;
        const auto& near = all_.borders_[j];
        return std::any_of(near.begin(), near.end(), [&](Unit k) { return state_[k.at()] == State::in; });
    }

    void branch() {
        ++result_.nodes;
        if (is_valid(sum_, all_.rule_)) {
            record();
            return;  // whatever is added only costs more
        }
        const double least = bound();
        if (least >= options_.most_cost) return;
        if (result_.nodes >= options_.nodes) {
            result_.bound = std::min(result_.bound, least);
            return;
        }
        const std::size_t j = next();
        if (j == all_.count_) return;
        if (cost_ + prices_[j] < options_.most_cost) {
            include(j);
            branch();
            exclude_again(j);
        }
        state_[j] = State::out;
        for (const std::size_t k : open_) with_open_[k] -= all_.exchange(j, k);
        branch();
        for (const std::size_t k : open_) with_open_[k] += all_.exchange(j, k);
        state_[j] = State::open;
    }

    void record() {
        result_.bound = std::min(result_.bound, cost_);
        result_.cheapest = std::min(result_.cheapest, cost_);
        std::vector<Unit> area;
        for (const std::size_t i : members_) area.push_back(unit_at(i));
        std::sort(area.begin(), area.end());
        found_.push_back({cost_, std::move(area)});
    }

    void include(std::size_t i) {
        state_[i] = State::in;
        members_.push_back(i);
        cost_ += prices_[i];
        before_.push_back(sum_);
        sum_.residents += residents(i);
        sum_.workers += workers(i);
        sum_.inner += inner(i) + with_area_[i];
        for (const std::size_t j : open_) {
            with_area_[j] += all_.exchange(i, j);
            with_open_[j] -= all_.exchange(i, j);
        }
    }
    void exclude_again(std::size_t i) {
        for (const std::size_t j : open_) {
            with_area_[j] -= all_.exchange(i, j);
            with_open_[j] += all_.exchange(i, j);
        }
        sum_ = before_.back();
        before_.pop_back();
        cost_ -= prices_[i];
        members_.pop_back();
        state_[i] = State::open;
    }

    const AreaSearch& all_;
    const std::vector<double>& prices_;
    const AreaSearchOptions& options_;
    std::vector<State> state_;
    std::vector<double> with_area_;  // exchange with the area so far
    std::vector<double> with_open_;  // exchange with units that are still open
    std::vector<double> company_;    // most exchange with other candidates that can be paid for
    std::vector<std::size_t> open_, members_;
    std::vector<AreaFlows> before_;
    std::vector<Item> items_;
    std::vector<Found> found_;
    AreaFlows sum_;
    double cost_{};
    bool may_be_small_{};
    SeedResult result_;
};

SeedResult AreaSearch::cheapest_with_largest(
    Unit seed, const std::vector<double>& prices, const AreaSearchOptions& options) const {
    return SeedSearch(*this, prices, options).run(seed);
}

}  // namespace ecumene::structure
