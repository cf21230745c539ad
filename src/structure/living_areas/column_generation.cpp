#include "structure/living_areas/column_generation.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <set>

#include "core/parallel.hpp"
#include "structure/living_areas/area_search.hpp"
#include "structure/living_areas/completion.hpp"
#include "structure/living_areas/set_partition.hpp"

namespace ecumene::structure {
namespace {

constexpr double worthwhile = 1e-6;         // an area must be cheaper than 1 by this much to be a new column
constexpr double rounding_of_bound = 1e-6;  // of the bound, before its whole part is taken
constexpr double standstill = 1e-3;         // rise of the relaxation in a round
constexpr int rounds_between_choices = 4;

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
        while (!is_proven() && found_.work < options_.work) {
            ++found_.rounds;
            if (!improve()) break;
        }
        choose_divisions();
        found_.columns = pool_.size();
        return std::move(found_);
    }

private:
    double elapsed() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count(); }
    double remaining() const { return options_.seconds > 0.0 ? std::max(0.1, options_.seconds - elapsed()) : 0.0; }
    // A third of the time is kept for choosing among the columns.
    bool is_over() const {
        return (options_.seconds > 0.0 && elapsed() > 0.67 * options_.seconds) || progress_.is_cancelled();
    }
    int areas_found() const { return found_.partition ? found_.partition->areas : 0; }
    bool is_proven() const {
        return found_.partition && areas_found() >= static_cast<int>(std::floor(found_.bound + rounding_of_bound));
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
        const double before_relaxed = prices_.most;
        prices_ = relaxed_choice(pool_, flows_.units());
        const double most_cost = cost_that_matters();
        std::vector<SeedResult> results(flows_.units());
        std::atomic<bool> is_stopped = false;
        for_each_part(static_cast<int>(flows_.units()), options_.threads, [&](int seed) {
            if (is_stopped || is_over()) {
                is_stopped = true;
                return;
            }
            results[static_cast<std::size_t>(seed)] =
                search_.cheapest_with_largest(Unit{seed}, prices_.of_unit, {.most_cost = most_cost, .nodes = nodes_});
        });
        found_.is_cut_short = is_stopped;
        if (is_stopped) return false;
        const auto before = pool_.size();
        tighten(results);
        bool is_searched_out = true;
        for (auto& result : results) {
            found_.work += result.nodes;
            is_searched_out = is_searched_out && result.bound >= result.cheapest - worthwhile;
            for (auto& area : result.areas) add(std::move(area));
        }
        tell();
        if (found_.rounds % rounds_between_choices == 1) complete_choice();
        // Where columns no longer lift the relaxation, longer searches tighten the bound.
        if (pool_.size() == before)
            nodes_ *= 8;
        else if (prices_.most < before_relaxed * (1.0 + standstill))
            nodes_ *= 2;
        return pool_.size() > before || !is_searched_out;
    }

    // Areas dearer than this neither lift the relaxation nor hinder the proof that one more area than found cannot be.
    double cost_that_matters() const {
        double sum = 0.0;
        for (const double price : prices_.of_unit) sum += price;
        return std::min(1.0 - worthwhile, sum / (areas_found() + 1) + worthwhile);
    }

    // (S18) Every area costs at least c of its largest unit. With any level t, sum of prices >= t areas - sum of max(0, t - c).
    void tighten(const std::vector<SeedResult>& results) {
        double sum = 0.0;
        for (const double price : prices_.of_unit) sum += price;
        for (const auto& level : results) {
            if (!(level.bound > 0.0)) continue;
            double most = sum;
            for (const auto& result : results) most += std::max(0.0, level.bound - result.bound);
            found_.bound = std::min(found_.bound, most / level.bound);
        }
    }

    void tell() {
        progress_.update(std::min(1.0, static_cast<double>(found_.work) /
                                           static_cast<double>(std::max<std::int64_t>(options_.work, 1))),
            compose("round {}: {} areas known, {:.2f} in the relaxation, at most {:.2f} in all, {} found",
                {found_.rounds, pool_.size(), prices_.most, found_.bound, areas_found()}));
    }

    // Columns that may be part of a division with as many areas as found: what they cost above their worth must not use up more
    // than the relaxation lies above that.
    std::vector<PoolArea> columns_that_matter() const {
        std::vector<PoolArea> list;
        double sum = 0.0;
        for (const double price : prices_.of_unit) sum += price;
        for (const auto& area : pool_) {
            double cost = 0.0;
            for (const Unit unit : area.units) cost += prices_.of_unit[unit.at()];
            if (cost - 1.0 <= sum - areas_found() + rounding_of_bound) list.push_back(area);
        }
        return list;
    }

    void complete_choice() {
        const auto pool = columns_that_matter();
        const auto choice = whole_choice(pool, flows_.units(), Cover::at_most_once, remaining());
        found_.is_cut_short = found_.is_cut_short || choice.is_cut_short;
        std::vector<std::vector<Unit>> chosen;
        for (const auto k : choice.areas) chosen.push_back(pool[k].units);
        if (const auto whole = completed(std::move(chosen), search_, flows_, borders_)) offer(*whole);
    }

    // The last word: a division from what the columns allow, with most areas and, of those, most internal flow.
    void choose_divisions() {
        if (pool_.empty()) return;
        prices_ = relaxed_choice(pool_, flows_.units());
        if (!is_proven()) complete_choice();
        const auto pool = columns_that_matter();
        const auto choice = whole_choice(pool, flows_.units(), Cover::each_unit, remaining());
        found_.is_cut_short = found_.is_cut_short || choice.is_cut_short;
        if (choice.areas.empty()) return;
        std::vector<int> labels(flows_.units());
        for (std::size_t a = 0; a < choice.areas.size(); ++a)
            for (const Unit unit : pool[choice.areas[a]].units) labels[unit.at()] = static_cast<int>(a);
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
    PoolPrices prices_;
    ColumnSearch found_;
};

}  // namespace

ColumnSearch best_areas_by_columns(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule,
    const std::vector<Partition>& starts, const ColumnOptions& options, Progress& progress) {
    return Generation(flows, borders, rule, options, progress).run(starts);
}

}  // namespace ecumene::structure
