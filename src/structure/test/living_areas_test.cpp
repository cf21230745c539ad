#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "invented_region.hpp"
#include "structure/living_areas/area_search.hpp"
#include "structure/living_areas/column_generation.hpp"
#include "structure/living_areas/gain_cut.hpp"
#include "structure/living_areas/greedy.hpp"
#include "structure/living_areas/optimum.hpp"
#include "structure/living_areas/stability.hpp"
#include "structure/living_areas/subset_optimum.hpp"

namespace ecumene::structure {
namespace {

using test::invented_region;

constexpr Unit a{0}, b{1}, c{2}, d{3};
const TravelToWork istat = istat_rule();

// --- the rule -------------------------------------------------------------------------------------------------------------

TEST(Validity, TargetSelfContainmentMakesTheSmallestAreaValid) {
    EXPECT_NEAR(validity({.residents = 1000, .workers = 1000, .inner = 750}, istat), 1.0, 1e-12);
    EXPECT_LT(validity({.residents = 999, .workers = 999, .inner = 749.25}, istat), 1.0);
}

TEST(Validity, LeastSelfContainmentIsEnoughFromTheTargetSizeOn) {
    EXPECT_NEAR(validity({.residents = 10000, .workers = 9000, .inner = 6000}, istat), 1.0, 1e-12);
    EXPECT_FALSE(is_valid({.residents = 10000, .workers = 9000, .inner = 5999}, istat));
}

TEST(Validity, OfAClosedAreaIsOneAtAnySize) {
    EXPECT_TRUE(is_valid({.residents = 3, .workers = 3, .inner = 3}, istat));
    EXPECT_FALSE(is_valid({}, istat));
}

TEST(Validity, LinearFormDrawsAStraightLine) {
    const auto uk = uk_rule();  // halfway in size: halfway between 75 and 66.7 %
    const double halfway = 0.5 * (3500 + 25000), needed = 0.5 * (0.75 + 2.0 / 3.0);
    EXPECT_NEAR(needed_self_containment(halfway, uk), needed, 1e-12);
    EXPECT_NEAR(validity({.residents = halfway, .workers = halfway, .inner = needed * halfway}, uk), 1.0, 1e-12);
    EXPECT_FALSE(is_valid({.residents = 3400, .workers = 3400, .inner = 3300}, uk));
}

TEST(Validity, AgreesWithTheSelfContainmentThatIsNeeded) {
    for (const auto& rule : {istat_rule(), uk_rule()})
        for (double size = rule.min_size; size < 1.5 * rule.target_size; size += 371.0) {
            const double needed = needed_self_containment(size, rule);
            EXPECT_TRUE(is_valid({size, size, (needed + 1e-6) * size}, rule)) << size;
            EXPECT_FALSE(is_valid({size, size, (needed - 1e-6) * size}, rule)) << size;
        }
}

TEST(TravelToWorkRule, SaysWhatIsWrongWithIt) {
    EXPECT_TRUE(istat_rule().complaint().empty());
    EXPECT_FALSE((TravelToWork{.min_size = 5000, .target_size = 1000}).complaint().empty());
    EXPECT_FALSE((TravelToWork{.min_sc = 60, .target_sc = 75}).complaint().empty());
}

// Units of the set in area 1, the others in 0.
std::vector<int> labels_of(unsigned set, std::size_t units) {
    std::vector<int> labels;
    for (std::size_t i = 0; i < units; ++i) labels.push_back((set >> i & 1U) != 0 ? 1 : 0);
    return labels;
}

// --- against enumeration --------------------------------------------------------------------------------------------------

// Every division into valid areas, tried out: independent of the code under test but for validity itself.
class Enumeration {
public:
    Enumeration(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule)
        : flows_(flows), borders_(borders), rule_(rule) {
        const unsigned all = 1U << flows.units();
        for (unsigned set = 1; set < all; ++set) is_area_.push_back(is_area(set));
        is_known_.resize(all);
        known_.resize(all);
    }
    // Most areas, then most internal flow, of the units in `rest`.
    std::optional<std::pair<int, double>> best(unsigned rest) {
        if (rest == 0) return std::pair{0, 0.0};
        if (is_known_[rest]) return known_[rest];
        std::optional<std::pair<int, double>> most;
        const unsigned first = rest & (~rest + 1U), others = rest ^ first;
        for (unsigned part = others;; part = (part - 1U) & others) {
            const unsigned set = part | first;
            if (is_area_[set - 1U])
                if (const auto more = best(rest ^ set)) {
                    const std::pair found(more->first + 1, more->second + totals(set).inner);
                    if (!most || found > *most) most = found;
                }
            if (part == 0) break;
        }
        is_known_[rest] = true;
        return known_[rest] = most;
    }

private:
    AreaFlows totals(unsigned set) const {
        AreaFlows sum;
        for (const Unit i : Set<Unit>(flows_.units())) {
            if ((set >> i.pos & 1U) == 0) continue;
            sum.residents += flows_.out(i);
            sum.workers += flows_.in(i);
            for (const auto& [j, value] : flows_.from(i))
                if ((set >> j.pos & 1U) != 0) sum.inner += value;
        }
        return sum;
    }
    bool is_area(unsigned set) const {
        std::vector<Unit> list;
        for (const Unit i : Set<Unit>(flows_.units()))
            if ((set >> i.pos & 1U) != 0) list.push_back(i);
        return connected_parts(list, borders_).size() == 1 && is_valid(totals(set), rule_);
    }
    const SparseFlows& flows_;
    const Adjacency& borders_;
    const TravelToWork& rule_;
    std::vector<bool> is_area_, is_known_;
    std::vector<std::optional<std::pair<int, double>>> known_;
};

TEST(BestAreas, AgreeWithEnumerationOnThirtyInventedRegions) {
    int with_division = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto region = invented_region(seed, 5 + seed % 11);
        const SparseFlows flows(region.flows);
        const Adjacency borders = seed % 3 == 0 ? Adjacency{} : region.borders;
        const auto expected = Enumeration(flows, borders, istat).best((1U << flows.units()) - 1U);
        const auto found = best_areas_by_subsets(flows, borders, istat);
        ASSERT_EQ(found.has_value(), expected.has_value()) << seed;
        if (!found) continue;
        ++with_division;
        EXPECT_EQ(found->partition.areas, expected->first) << seed;
        EXPECT_DOUBLE_EQ(found->internal_flow, expected->second) << seed;
    }
    EXPECT_GT(with_division, 20);
}

TEST(BestAreas, ByColumnsAgreeWithThoseBySubsetsAndTheBoundNeverLies) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto region = invented_region(seed, 12 + seed % 4);
        const SparseFlows flows(region.flows);
        const auto exact = best_areas_by_subsets(flows, region.borders, istat);
        ASSERT_TRUE(exact);
        const auto whole = numbered(std::vector<int>(flows.units(), 0));
        const auto columns =
            best_areas_by_columns(flows, region.borders, istat, {whole}, {.work = 20'000, .threads = 1});
        ASSERT_TRUE(columns.partition) << seed;
        EXPECT_GE(columns.bound + 1e-6, exact->partition.areas) << seed;
        EXPECT_LE(columns.partition->areas, exact->partition.areas) << seed;
        EXPECT_GE(columns.partition->areas, exact->partition.areas - 1) << seed;
        for (const auto& area : measure(*columns.partition, flows).areas) EXPECT_TRUE(is_valid(area, istat)) << seed;
        if (columns.partition->areas == static_cast<int>(columns.bound + 1e-6)) {
            EXPECT_EQ(columns.partition->areas, exact->partition.areas) << seed;
        }
    }
}

TEST(BestAreas, ByColumnsAreTheSameWithAnyNumberOfThreads) {
    const auto region = invented_region(3, 40);
    const SparseFlows flows(region.flows);
    const auto whole = numbered(std::vector<int>(flows.units(), 0));
    const auto one = best_areas_by_columns(flows, region.borders, istat, {whole}, {.work = 3000, .threads = 1});
    const auto two = best_areas_by_columns(flows, region.borders, istat, {whole}, {.work = 3000, .threads = 2});
    ASSERT_TRUE(one.partition);
    EXPECT_EQ(one.partition, two.partition);
    EXPECT_EQ(one.bound, two.bound);
    EXPECT_EQ(one.work, two.work);
    EXPECT_FALSE(one.is_cut_short);
}

TEST(BestAreas, SayWhenTheTimeCutThemShort) {
    const auto region = invented_region(7, 120);
    const SparseFlows flows(region.flows);
    const auto whole = numbered(std::vector<int>(flows.units(), 0));
    const auto found =
        best_areas_by_columns(flows, region.borders, istat, {whole}, {.work = 100'000'000, .seconds = 0.2});
    EXPECT_TRUE(found.is_cut_short);
    EXPECT_GE(found.bound, found.partition->areas);
}

// --- the search for a cheap area ------------------------------------------------------------------------------------------

TEST(AreaSearch, FindsTheCheapestAreaOfEverySeedAndBoundsItTruly) {
    int with_area = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto region = invented_region(seed, 11);
        const SparseFlows flows(region.flows);
        const Adjacency borders = seed % 3 == 0 ? Adjacency{} : region.borders;
        const AreaSearch search(flows, borders, istat);
        std::vector<double> prices;
        for (std::size_t i = 0; i < flows.units(); ++i)
            prices.push_back((seed + i) % 4 == 0 ? 0.0 : 0.1 + 0.05 * static_cast<double>((seed * 7 + i * 5) % 9));
        std::vector<double> cheapest(flows.units(), 1.0);
        for (unsigned set = 1; set < 1U << flows.units(); ++set) {
            std::vector<Unit> list;
            double cost = 0.0;
            for (const Unit i : Set<Unit>(flows.units()))
                if ((set >> i.pos & 1U) != 0) {
                    list.push_back(i);
                    cost += prices[i.at()];
                }
            if (!is_valid(measure(numbered(labels_of(set, flows.units())), flows).areas[set % 2 == 1 ? 0 : 1], istat) ||
                connected_parts(list, borders).size() != 1)
                continue;
            const Unit largest = *std::max_element(list.begin(), list.end(),
                [&](Unit i, Unit j) { return flows.out(i) != flows.out(j) ? flows.out(i) < flows.out(j) : i > j; });
            cheapest[largest.at()] = std::min(cheapest[largest.at()], cost);
        }
        for (const Unit unit : Set<Unit>(flows.units())) {
            const auto found = search.cheapest_with_largest(unit, prices, {.most_cost = 1.0, .nodes = 100'000});
            EXPECT_NEAR(found.cheapest, cheapest[unit.at()], 1e-9) << seed << " " << unit.pos;
            EXPECT_NEAR(found.bound, found.cheapest, 1e-9);
            with_area += found.areas.empty() ? 0 : 1;
            const auto hurried = search.cheapest_with_largest(unit, prices, {.most_cost = 1.0, .nodes = 5});
            EXPECT_LE(hurried.bound, cheapest[unit.at()] + 1e-9) << seed << " " << unit.pos;
        }
    }
    EXPECT_GT(with_area, 30);
}

TEST(GainCut, AgreesWithEveryChoiceTriedOut) {
    std::uint64_t state = 1;
    const auto draw = [&] {
        return static_cast<double>((state = state * 6364136223846793005U + 1442695040888963407U) >> 40U) / 16777216.0;
    };
    for (int round = 0; round < 40; ++round) {
        constexpr std::size_t members = 8;
        std::vector<PairGain> pairs;
        for (std::size_t i = 0; i < members; ++i)
            for (std::size_t j = i + 1; j < members; ++j)
                if (draw() < 0.6) pairs.push_back({i, j, draw()});
        std::vector<double> values;
        for (std::size_t i = 0; i < members; ++i) values.push_back(1.5 * draw() - 1.8);
        const auto worth = [&](unsigned set) {
            double sum = 0.0;
            for (std::size_t i = 0; i < members; ++i) sum += (set >> i & 1U) != 0 ? values[i] : 0.0;
            for (const auto& pair : pairs)
                if ((set >> pair.a & 1U) != 0 && (set >> pair.b & 1U) != 0) sum += pair.gain;
            return sum;
        };
        double most = 0.0;
        for (unsigned set = 0; set < 1U << members; ++set) most = std::max(most, worth(set));
        const auto best = GainCut(members, pairs).best(values);
        unsigned chosen = 0;
        for (std::size_t i = 0; i < members; ++i) chosen |= (best.has[i] != 0 ? 1U : 0U) << i;
        EXPECT_GE(best.most, most);
        EXPECT_NEAR(best.most, most, 1e-9);
        EXPECT_NEAR(worth(chosen), most, 1e-9);
    }
}

// --- order, ties, odd regions ---------------------------------------------------------------------------------------------

// The same region with its units handed over the other way round.
Arranged turned_round(const Arranged& region) {
    Units units;
    const auto last = static_cast<std::int32_t>(region.units.size()) - 1;
    for (std::int32_t i = last; i >= 0; --i) units.add(region.units[Unit{i}]);
    FlowTable flows(units.size());
    std::vector<std::pair<Unit, Unit>> borders;
    for (const Unit i : units.all()) {
        for (const Unit j : units.all()) flows.set(Unit{last - i.pos}, Unit{last - j.pos}, region.flows(i, j));
        for (const Unit j : region.borders[i.at()]) borders.emplace_back(Unit{last - i.pos}, Unit{last - j.pos});
    }
    return arranged(units, flows, adjacency(units.size(), borders));
}

TEST(LivingAreas, DoNotDependOnTheOrderOfUnits) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto region = invented_region(seed, 14);
        const auto turned = turned_round(region);
        EXPECT_EQ(turned.flows.values(), region.flows.values());
        EXPECT_EQ(turned.borders, region.borders);
        EXPECT_EQ(greedy_living_areas(SparseFlows(region.flows), istat).partition,
            greedy_living_areas(SparseFlows(turned.flows), istat).partition);
        EXPECT_EQ(optimal_living_areas(SparseFlows(region.flows), region.borders, istat).partition,
            optimal_living_areas(SparseFlows(turned.flows), turned.borders, istat).partition);
    }
}

FlowTable two_towns_and_an_island() {
    FlowTable flows(4);  // a, b tied to each other; c closed; d empty
    flows.set(a, a, 900);
    flows.set(a, b, 600);
    flows.set(b, a, 500);
    flows.set(b, b, 1000);
    flows.set(c, c, 70);
    return flows;
}

TEST(LivingAreas, OfIslandsAndEmptyUnitsAreThoseUnits) {
    const SparseFlows flows(two_towns_and_an_island());
    const auto greedy = greedy_living_areas(flows, istat);
    EXPECT_EQ(greedy.left_over, (std::vector<Unit>{c, d}));
    EXPECT_EQ(greedy.partition.area_of, (std::vector<int>{0, 0, 1, 2}));
    const auto best = optimal_living_areas(flows, adjacency(4, {{a, b}}), istat);
    EXPECT_EQ(best.partition, greedy.partition);
    EXPECT_TRUE(best.is_proven);
    EXPECT_DOUBLE_EQ(best.bound, 3.0);
}

TEST(LivingAreas, AGroupThatNoDivisionMakesValidIsNamed) {
    FlowTable flows(4);  // a-b border, c-d border; people of b work in c across the water
    flows.set(a, a, 500);
    flows.set(a, b, 500);
    flows.set(b, b, 300);
    flows.set(b, c, 30000);
    flows.set(c, c, 4000);
    flows.set(d, c, 1000);
    flows.set(c, d, 500);
    flows.set(d, d, 800);
    const auto best = optimal_living_areas(SparseFlows(flows), adjacency(4, {{a, b}, {c, d}}), istat);
    ASSERT_EQ(best.not_valid.size(), 2U);
    EXPECT_EQ(best.partition.areas, 2);
}

TEST(LivingAreas, WithOneWayFlowsAreJudgedByTheWorseSide) {
    EXPECT_DOUBLE_EQ((AreaFlows{.residents = 100, .workers = 400, .inner = 100}).self_containment(), 0.25);
}

TEST(LivingAreas, TiesAreSettledTheSameWayEveryTime) {
    FlowTable flows(3);  // c is tied alike to a and b
    for (const Unit unit : {a, b}) {
        flows.set(unit, unit, 2000);
        flows.set(c, unit, 300);
        flows.set(unit, c, 100);
    }
    flows.set(c, c, 200);
    const auto found = greedy_living_areas(SparseFlows(flows), istat);
    EXPECT_EQ(found.partition.area_of, (std::vector<int>{0, 1, 0}));
}

TEST(BorderStability, IsFullWhereFlowsLeaveNoDoubt) {
    const SparseFlows flows(two_towns_and_an_island());
    const auto of = greedy_living_areas(flows, istat).partition;
    const auto firm = border_stability(
        flows, of, [](const SparseFlows& f) { return greedy_living_areas(f, istat_rule()).partition; }, {.draws = 10});
    for (const Unit unit : {a, b, c}) EXPECT_DOUBLE_EQ(firm.of_unit[unit.at()], 1.0);
    EXPECT_DOUBLE_EQ(firm.mean_rand, 1.0);
}

}  // namespace
}  // namespace ecumene::structure
