#include "structure/living_areas/column_generation.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "core/parallel.hpp"
#include "structure/living_areas/area_search.hpp"
#include "structure/living_areas/completion.hpp"
#include "structure/living_areas/set_partition.hpp"

namespace ecumene::structure {
namespace {

constexpr double worthwhile = 1e-6;  // an area must be cheaper than 1 by this much to be a new column
constexpr std::int64_t most_nodes = 2'000'000;

class Generation {
public:
    Generation(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule,
        const ColumnOptions& options, Progress& progress)
        : flows_(flows),
          borders_(borders),
          search_(flows, borders, rule),
          options_(options),
          progress_(progress),
          nodes_(options.nodes),
          begin_(std::chrono::steady_clock::now()) {}

    ColumnSearch run(const std::vector<Partition>& starts) {
        found_.bound = static_cast<double>(flows_.units());
        for (const auto& start : starts) offer(start);
        while (!is_over()) {
            ++found_.rounds;
            if (!improve()) break;
        }
        choose(0.25 * options_.seconds);
        found_.columns = pool_.size();
        return std::move(found_);
    }

private:
    double elapsed() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }
    bool is_over() const { return elapsed() > 0.7 * options_.seconds || progress_.is_cancelled(); }
    bool is_proven() const {
        return found_.partition && found_.partition->areas >= static_cast<int>(std::floor(found_.bound + 1e-6));
    }

    void add(std::vector<Unit> area) {
        std::sort(area.begin(), area.end());
        if (!known_.insert(area).second) return;
        const double all = flows_.total();
        const double inner = search_.totals(area).inner;
        pool_.push_back({std::move(area), all > 0.0 ? inner / all : 0.0});
    }

    // Takes a division's valid areas as columns, and the division itself if it is better than the best so far.
    void offer(const Partition& partition) {
        bool is_whole = true;
        for (const auto& area : members(partition)) {
            if (search_.is_living_area(area))
                add(area);
            else
                is_whole = false;
        }
        if (!is_whole) return;
        const double inner = measure(partition, flows_).internal_flow;
        const auto& best = found_.partition;
        if (best &&
            (best->areas > partition.areas || (best->areas == partition.areas && found_.internal_flow >= inner)))
            return;
        found_.partition = partition;
        found_.internal_flow = inner;
    }

    // One round: prices, searches under every seed, a bound. False when there is nothing more to gain.
    bool improve() {
        const auto prices = relaxed_choice(pool_, flows_.units());
        std::vector<SeedResult> results(flows_.units());
        for_each_part(static_cast<int>(flows_.units()), options_.threads, [&](int seed) {
            if (is_over()) return;
            results[static_cast<std::size_t>(seed)] = search_.cheapest_with_largest(
                Unit{seed}, prices.of_unit, {.most_cost = 1.0 - worthwhile, .nodes = nodes_});
        });
        if (is_over()) return false;
        const auto before = pool_.size();
        tighten(prices, results);
        const bool is_searched_out = std::all_of(
            results.begin(), results.end(), [](const SeedResult& r) { return r.bound >= r.cheapest - worthwhile; });
        for (auto& result : results)
            for (auto& area : result.areas) add(std::move(area));
        tell(prices.most);
        if (found_.rounds % 4 == 1) complete_choice(3.0);
        if (is_proven()) return false;
        if (pool_.size() > before) return true;
        found_.is_bound_final = is_searched_out;
        if (is_searched_out || nodes_ >= most_nodes) return false;
        nodes_ *= 8;
        return true;
    }

    // (S18) Units are the largest of one area at most: what their areas may gain beyond the prices is added to the prices' sum.
    void tighten(const PoolPrices& prices, const std::vector<SeedResult>& results) {
        double sum = 0.0;
        for (const double price : prices.of_unit) sum += price;
        for (const auto& result : results) sum += std::max(0.0, 1.0 - result.bound);
        found_.bound = std::min(found_.bound, sum);
    }

    void tell(double relaxed) {
        progress_.update(std::min(1.0, elapsed() / options_.seconds),
            compose("round {}: {} areas known, {:.2f} in the relaxation, at most {:.2f} in all, {} found",
                {found_.rounds, pool_.size(), relaxed, found_.bound, found_.partition ? found_.partition->areas : 0}));
    }

    void complete_choice(double seconds) {
        std::vector<std::vector<Unit>> chosen;
        for (const auto k : whole_choice(pool_, flows_.units(), Cover::at_most_once, seconds))
            chosen.push_back(pool_[k].units);
        if (const auto whole = completed(std::move(chosen), search_, flows_, borders_)) offer(*whole);
    }

    void choose(double seconds) {
        if (pool_.empty()) return;
        if (!is_proven()) complete_choice(0.5 * seconds);
        const auto chosen = whole_choice(pool_, flows_.units(), Cover::each_unit, seconds);
        if (chosen.empty()) return;
        std::vector<int> labels(flows_.units());
        for (std::size_t a = 0; a < chosen.size(); ++a)
            for (const Unit unit : pool_[chosen[a]].units) labels[unit.at()] = static_cast<int>(a);
        offer(numbered(labels));
    }

    const SparseFlows& flows_;
    const Adjacency& borders_;
    AreaSearch search_;
    const ColumnOptions& options_;
    Progress& progress_;
    std::int64_t nodes_;
    std::chrono::steady_clock::time_point begin_;
    std::set<std::vector<Unit>> known_;
    std::vector<PoolArea> pool_;
    ColumnSearch found_;
};

}  // namespace

ColumnSearch best_areas_by_columns(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule,
    const std::vector<Partition>& starts, const ColumnOptions& options, Progress& progress) {
    return Generation(flows, borders, rule, options, progress).run(starts);
}

}  // namespace ecumene::structure
