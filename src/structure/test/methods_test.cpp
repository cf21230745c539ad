#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "core/error.hpp"
#include "invented_region.hpp"
#include "structure/flows/commuting.hpp"
#include "structure/flows/radiation.hpp"
#include "structure/linkage/first_passage.hpp"
#include "structure/linkage/levels.hpp"
#include "structure/linkage/linkage.hpp"
#include "structure/linkage/megaregions.hpp"
#include "structure/linkage/polycentricity.hpp"
#include "structure/living_areas/merging.hpp"
#include "structure/living_areas/modularity.hpp"

namespace ecumene::structure {
namespace {

constexpr Unit a{0}, b{1}, c{2}, d{3};

// --- modelled flows -------------------------------------------------------------------------------------------------------

Gravity three_places() {
    return {.origins = {100, 200, 300}, .destinations = {250, 250, 100}, .cost = {1, 5, 9, 5, 1, 4, 9, 4, 1}};
}

TEST(GravityModel, MeetsRowAndColumnSums) {
    const auto fit = gravity_at(three_places(), 0.3);
    for (std::size_t i = 0; i < 3; ++i) {
        double row = 0.0, column = 0.0;
        for (std::size_t j = 0; j < 3; ++j) {
            row += fit.flows[i * 3 + j];
            column += fit.flows[j * 3 + i];
        }
        EXPECT_NEAR(row, three_places().origins[i], 1e-9 * row);
        EXPECT_NEAR(column, three_places().destinations[i], 1e-9 * column);
    }
}

TEST(GravityModel, CalibrationFindsTheStrengthThatMadeTheMean) {
    for (const auto deterrence : {Deterrence::exponential, Deterrence::power}) {
        auto model = three_places();
        model.deterrence = deterrence;
        const double mean = gravity_at(model, 0.7).mean;
        EXPECT_NEAR(calibrate(model, mean).beta, 0.7, 1e-7);
    }
}

TEST(GravityModel, RefusesSumsThatDoNotAgreeAndPlacesNobodyReaches) {
    auto model = three_places();
    model.origins[0] = 101;
    EXPECT_THROW(gravity_at(model, 0.1), Error);
    model = three_places();
    for (const std::size_t k : {2U, 5U, 8U}) model.cost[k] = std::numeric_limits<double>::infinity();
    EXPECT_THROW(gravity_at(model, 0.1), Error);
    EXPECT_THROW(calibrate(three_places(), 50.0), Error);
}

TEST(RadiationModel, OfTwoPlacesSendsAllAcross) {
    const auto flows = radiation({80, 20}, {100, 300}, {0, 5, 5, 0});
    EXPECT_NEAR(flows[1], 80.0, 1e-12);  // nobody else to go to
    EXPECT_NEAR(flows[2], 20.0, 1e-12);
}

TEST(RadiationModel, RowsSumToWhatLeavesInAnyRegion) {
    const auto flows = radiation({10, 20, 30, 40}, {5, 9, 2, 7}, {0, 1, 2, 3, 1, 0, 4, 5, 2, 4, 0, 6, 3, 5, 6, 0});
    for (std::size_t i = 0; i < 4; ++i) {
        const auto first = flows.begin() + static_cast<std::ptrdiff_t>(i * 4);
        EXPECT_NEAR(std::accumulate(first, first + 4, 0.0), 10.0 * static_cast<double>(i + 1), 1e-9);
    }
}

Units three_commuter_towns() {
    Units units;
    units.add({.code = "1",
        .region = "x",
        .population = 5000,
        .workers = 2000,
        .jobs = 3000,
        .longitude = 127.0,
        .latitude = 37.0,
        .area_km2 = 50});
    units.add({.code = "2",
        .region = "x",
        .population = 3000,
        .workers = 1500,
        .jobs = 800,
        .longitude = 127.1,
        .latitude = 37.0,
        .area_km2 = 50});
    units.add({.code = "3",
        .region = "y",
        .population = 4000,
        .workers = 1800,
        .jobs = 1500,
        .longitude = 127.3,
        .latitude = 37.0,
        .area_km2 = 50});
    return units;
}

TEST(ModelledCommuting, MeetsTheMeanWayWhereNoSharesArePublished) {
    const auto model = modelled_commuting(three_commuter_towns(), {.mean_km = 6.0, .year = 2024});
    EXPECT_EQ(model.flows.origin().status, "modelled");
    EXPECT_NEAR(model.mean_km, 6.0, 1e-6);
    EXPECT_NEAR(model.flows.out(c), 1800.0, 1e-5);
}

TEST(ModelledCommuting, LeavesRowsAndColumnsOfZerosWhereNobodyLivesOrWorks) {
    auto units = three_commuter_towns();
    units[b].jobs = 0.0;
    units[c].population = units[c].workers = 0.0;
    const auto model = modelled_commuting(units, {.mean_km = 10.0, .year = 2024});
    EXPECT_NEAR(model.flows.out(a), 2000.0, 1e-5);
    EXPECT_DOUBLE_EQ(model.flows.in(b), 0.0);
    EXPECT_DOUBLE_EQ(model.flows.out(c), 0.0);
    EXPECT_GT(model.flows.in(c), 0.0);
    units[b].jobs = blank;
    EXPECT_THROW(modelled_commuting(units, {.mean_km = 10.0}), Error);
}

TEST(ModelledCommuting, MeetsPublishedSharesAndTellsTheMeanWayThatFollows) {
    const auto units = three_commuter_towns();
    const auto model = modelled_commuting(units, {.mean_km = 6.0, .shares = {{"y", "x", 0.25}}, .year = 2024});
    EXPECT_NEAR(model.shares[0], 0.25, 0.001);
    EXPECT_NEAR(model.flows(c, Unit{0}) + model.flows(c, Unit{1}), 0.25 * 1800.0, 2.0);
    EXPECT_GT(model.mean_km, 0.0);
}

// --- merging and communities ----------------------------------------------------------------------------------------------

// Two pairs that exchange much, little between them.
FlowTable two_pairs() {
    FlowTable flows(4);
    for (const auto& [i, j] : {std::pair{a, b}, std::pair{c, d}}) {
        flows.set(i, i, 500);
        flows.set(j, j, 300);
        flows.set(i, j, 200);
        flows.set(j, i, 400);
    }
    flows.set(b, c, 10);
    flows.set(d, a, 20);
    return flows;
}

TEST(FlowMerging, LetsTheLargestShareJoinFirst) {
    const auto merging = flow_merging(two_pairs());
    ASSERT_EQ(merging.merges.size(), 3U);
    EXPECT_EQ(merging.merges[0].merged, b);  // 400 of 710
    EXPECT_EQ(merging.merges[0].kept, a);
    EXPECT_NEAR(merging.merges[0].measure, 400.0 / 710.0, 1e-12);
    EXPECT_EQ(after(merging, 2).area_of, (std::vector<int>{0, 0, 1, 1}));
    EXPECT_EQ(cores(merging, 2), (std::vector<Unit>{a, c}));
}

TEST(Merging, OfEveryKindFindsTheTwoPairs) {
    const std::vector<int> pairs{0, 0, 1, 1};
    EXPECT_EQ(after(intramax(two_pairs()), 2).area_of, pairs);
    EXPECT_EQ(after(commuting_zones(two_pairs()), 1).area_of, pairs);
    EXPECT_EQ(communities(two_pairs(), expected_by_totals(two_pairs())).partition.area_of, pairs);
}

TEST(Merging, StopsWhereNoFlowIsLeft) {
    FlowTable flows(3);
    flows.set(a, b, 1);
    flows.set(c, c, 1);
    EXPECT_EQ(flow_merging(flows).merges.size(), 1U);
    EXPECT_EQ(after(flow_merging(flows), 1).areas, 2);
}

TEST(Communities, ReachTheModularityTheyTell) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto region = test::invented_region(seed, 40);
        const auto found = communities(region.flows, expected_by_totals(region.flows));
        EXPECT_NEAR(found.quality, measure(found.partition, SparseFlows(region.flows)).modularity, 1e-9);
        EXPECT_GT(found.quality, measure(after(intramax(region.flows), 8), SparseFlows(region.flows)).modularity);
    }
}

TEST(AdjustedRand, IsOneForTheSameAndNothingByChance) {
    EXPECT_DOUBLE_EQ(adjusted_rand(numbered({1, 1, 2, 2}), numbered({7, 7, 3, 3})), 1.0);
    EXPECT_NEAR(adjusted_rand(numbered({0, 0, 1, 1}), numbered({0, 1, 0, 1})), -0.5, 1e-12);
}

// --- linkage --------------------------------------------------------------------------------------------------------------

TEST(RankSize, SlopeOfAPowerLawIsItsExponent) {
    std::vector<double> sizes;
    for (int rank = 1; rank <= 10; ++rank) sizes.push_back(1000.0 * std::pow(rank - 0.5, -0.8));
    EXPECT_NEAR(*rank_size_slope(sizes, 10), -0.8, 1e-12);
    EXPECT_NEAR(*burger_meijers(sizes), -0.8, 1e-12);
    EXPECT_FALSE(rank_size_slope(std::array{5.0}, 4));
}

TEST(Evenness, IsOneWhereAllAreAlike) {
    EXPECT_DOUBLE_EQ(*evenness(std::array{2.0, 2.0, 2.0}), 1.0);
    EXPECT_DOUBLE_EQ(*primacy(std::array{2.0, 6.0}), 0.75);
}

TEST(FunctionalPolycentricity, IsOneForEqualTiesAndLittleForAStar) {
    FlowTable equal(3), star(3);
    for (const Unit i : {a, b, c})
        for (const Unit j : {a, b, c})
            if (i != j) equal.set(i, j, 5);
    star.set(b, a, 9);
    star.set(c, a, 9);
    EXPECT_NEAR(*functional_polycentricity(equal), 1.0, 1e-12);
    // Receives 18, 0, 0: deviation 6 sqrt 2 of at most 9; the mean pair has a third of the largest.
    EXPECT_NEAR(*functional_polycentricity(star), (1.0 - 6.0 * std::sqrt(2.0) / 9.0) / 3.0, 1e-12);
    EXPECT_FALSE(functional_polycentricity(FlowTable(3)));
}

// Leaves a with 1/4, b with 1/2.
FlowTable two_states() {
    FlowTable flows(2);
    flows.set(a, a, 3);
    flows.set(a, b, 1);
    flows.set(b, a, 1);
    flows.set(b, b, 1);
    return flows;
}

TEST(FirstPassage, OfTwoStatesIsOneOverTheChance) {
    const auto chain = flow_chain(two_states());
    EXPECT_NEAR(chain.passage[1], 4.0, 1e-9);
    EXPECT_NEAR(chain.passage[2], 2.0, 1e-9);
    EXPECT_NEAR(chain.passage[0], 1.5, 1e-9);  // stationary share of a is 2/3
    EXPECT_NEAR(chain.stationary[0], 2.0 / 3.0, 1e-12);
    // 2/3 begin in a and go to b (share 1/3) in 4 steps, 1/3 in b and go to a (2/3) in 2.
    EXPECT_NEAR(mean_first_passage(chain)->steps, 2.0 / 9.0 * 4.0 + 2.0 / 9.0 * 2.0, 1e-9);
    const auto steps = steps_to(chain, two_states());
    EXPECT_NEAR(*steps[0], 2.0, 1e-9);
    EXPECT_NEAR(*steps[1], 4.0, 1e-9);
}

TEST(FirstPassage, WhereEveryoneGoesAnywhereAlikeIsOneStepLessThanThereArePlaces) {
    FlowTable flows(4);
    for (const Unit i : {a, b, c, d})
        for (const Unit j : {a, b, c, d}) flows.set(i, j, i == a ? 10.0 : 3.0);
    const auto chain = flow_chain(flows);
    EXPECT_NEAR(chain.passage[1], 4.0, 1e-9);
    EXPECT_NEAR(mean_first_passage(chain)->steps, 3.0, 1e-9);
}

TEST(FirstPassage, RoundARingIsAsFarAsThePlacesInBetween) {
    FlowTable flows(3);
    flows.set(a, b, 7);
    flows.set(b, c, 1);
    flows.set(c, a, 5);
    const auto chain = flow_chain(flows);
    EXPECT_NEAR(chain.passage[1], 1.0, 1e-9);
    EXPECT_NEAR(chain.passage[2], 2.0, 1e-9);
    EXPECT_NEAR(chain.passage[0], 3.0, 1e-9);
    // To a: from b in 2 steps (1 of 6 who leave), from c in 1 (5 of 6).
    EXPECT_NEAR(*steps_to(chain, flows)[0], 2.0 / 6.0 + 5.0 / 6.0, 1e-9);
}

TEST(FirstPassage, IsCountedWithinPlacesThatLeadToOneAnother) {
    FlowTable flows(4);  // a and b as above, c keeps to itself, all of d go to c; one of a in a million goes to c
    for (const Unit i : {a, b})
        for (const Unit j : {a, b}) flows.set(i, j, two_states()(i, j));
    flows.set(a, c, 4e-6);
    flows.set(c, c, 5);
    flows.set(d, c, 2);
    const auto chain = flow_chain(flows);
    EXPECT_NEAR(chain.passage[1], 4.0, 1e-9);
    EXPECT_DOUBLE_EQ(chain.passage[2 * 4 + 2], 1.0);
    EXPECT_TRUE(std::isinf(chain.passage[2]));                       // a to c: a trace is none
    EXPECT_TRUE(std::isinf(chain.passage[3 * 4 + 2]));               // d to c: nothing leads back
    EXPECT_NEAR(mean_first_passage(chain)->steps, 4.0 / 3.0, 1e-9);  // of a and b, the larger group
    EXPECT_EQ(mean_first_passage(chain)->places, 2U);
    const auto steps = steps_to(chain, flows);
    EXPECT_NEAR(*steps[a.at()], 2.0, 1e-9);
    EXPECT_FALSE(steps[c.at()]);
    EXPECT_FALSE(steps[d.at()]);
    EXPECT_TRUE(flow_chain(flows, 3).passage.empty());
}

TEST(FirstPassage, HasNoMeanWhereNothingLeadsBack) {
    FlowTable flows(3);  // b goes to a or to c, and neither lets go
    flows.set(a, a, 1);
    flows.set(c, c, 1);
    flows.set(b, a, 1);
    flows.set(b, c, 1);
    EXPECT_FALSE(mean_first_passage(flow_chain(flows)));
}

TEST(Standings, NameWhoLeads) {
    const auto found = standings(two_pairs());
    EXPECT_DOUBLE_EQ(found[a.at()].in_strength, 420.0);
    EXPECT_EQ(found[b.at()].main_destination, a);
    EXPECT_TRUE(found[a.at()].is_terminal);
    EXPECT_FALSE(found[b.at()].is_terminal);
}

TEST(Levels, MeasureTheSameFlowsByUnitAndByArea) {
    const auto of_units = measure_level(two_pairs(), every_unit_by_itself(4));
    const auto of_areas = measure_level(two_pairs(), numbered({0, 0, 1, 1}));
    // Of 2830 in all, 1600 stay in a unit and 2800 in a pair.
    EXPECT_NEAR(of_units.internal_share, 1600.0 / 2830.0, 1e-12);
    EXPECT_NEAR(of_areas.internal_share, 2800.0 / 2830.0, 1e-12);
    // Jobs: 1420 in a and b, 1410 in c and d; two places, so the slope is ln(1420/1410) / ln(0.5/1.5).
    EXPECT_NEAR(*of_areas.jobs.slope, std::log(1420.0 / 1410.0) / std::log(1.0 / 3.0), 1e-12);
    EXPECT_NEAR(*of_areas.jobs.primacy, 1420.0 / 2830.0, 1e-12);
    EXPECT_NEAR(
        *of_areas.residents.primacy, 1420.0 / 2830.0, 1e-12);  // a, b: 700 + 710 + 10 of b; c, d: 700 + 700 + 20
    // 10 one way, 20 back: the largest receives 20, the other 10; deviation 5 of at most 10; mean pair 15 of 20.
    EXPECT_NEAR(*of_areas.functional, 0.5 * 0.75, 1e-12);
    EXPECT_NEAR(*of_areas.dominance, 20.0 / 15.0, 1e-12);
    // Leaves with 10 of 1410 and with 20 of 1420; the long run: shares inverse to that.
    const double p = 10.0 / 1410.0, q = 20.0 / 1420.0, w = q / (p + q);
    EXPECT_NEAR(of_areas.first_passage->steps, w * (1.0 - w) * (1.0 / p + 1.0 / q), 1e-6);
}

TEST(Levels, WithoutAnyFlowSayNothingOfTies) {
    const auto nothing = measure_level(FlowTable(3), every_unit_by_itself(3));
    EXPECT_EQ(nothing.leading, 0U);
    EXPECT_FALSE(nothing.functional);
    EXPECT_FALSE(nothing.dominance);
    EXPECT_FALSE(nothing.first_passage);
    EXPECT_FALSE(nothing.jobs.primacy);
}

TEST(Megaregions, HoldTogetherWhereTheirRegionsAreTied) {
    const auto test = test_megaregions(two_pairs(), numbered({0, 0, 1, 1}));
    EXPECT_TRUE(test.megaregions[0].holds_together);
    EXPECT_TRUE(test.megaregions[1].holds_together);
    EXPECT_DOUBLE_EQ(test.likeness, 1.0);
    const auto wrong = test_megaregions(two_pairs(), numbered({0, 1, 0, 1}));
    EXPECT_FALSE(wrong.megaregions[0].holds_together);
    EXPECT_EQ(wrong.regions[0].wants, 1);
}

}  // namespace
}  // namespace ecumene::structure
