// Regions that are not as regions should be, through every method: islands, empty rows and columns, flows that fall apart, that run
// one way, that are all alike, units nobody lives in. What is expected is read off the drawing above each.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "core/error.hpp"
#include "structure/arranged.hpp"
#include "structure/living_areas/greedy.hpp"
#include "structure/living_areas/partition.hpp"
#include "structure/study.hpp"

namespace ecumene::structure {
namespace {

constexpr std::array every_method{AreaMethod::optimal, AreaMethod::greedy, AreaMethod::flow_merging,
    AreaMethod::intramax, AreaMethod::commuting_zones, AreaMethod::communities, AreaMethod::gravity_communities};

struct OddRegion {
    std::string units;                    // a letter each
    std::map<std::string, double> flows;  // "ab": from a to b
};

// Letters in the order given, which is not that of the alphabet unless it is; then arranged as the program does it.
Arranged arranged_region(const OddRegion& odd, const std::string& order) {
    Units units;
    for (const char letter : order) {
        const double k = letter - 'a';
        units.add({.code = std::string(1, letter), .longitude = 127.0 + 0.1 * k, .latitude = 36.0 + 0.02 * k * k});
    }
    FlowTable flows(units.size());
    for (const auto& [pair, value] : odd.flows)
        flows.set(*units.find(pair.substr(0, 1)), *units.find(pair.substr(1, 1)), value);
    return arranged(units, flows, {});
}

std::string written(const Partition& partition, const Units& units) {
    std::vector<std::string> areas;
    for (const auto& list : members(partition)) {
        areas.emplace_back();
        for (const Unit unit : list) areas.back() += units[unit].code;
    }
    std::sort(areas.begin(), areas.end());
    std::string all;
    for (const auto& area : areas) all += (all.empty() ? "" : " ") + area;
    return all;
}

void expect_numbers(const Study& study, std::size_t units) {
    std::size_t members = 0;
    double inner = 0.0;
    for (const auto& area : study.areas) {
        members += area.units.size();
        inner += area.flows.inner;
        EXPECT_TRUE(std::isfinite(area.validity) && area.validity >= 0.0);
        EXPECT_TRUE(std::isfinite(area.standing.dominance));
        EXPECT_TRUE(!area.steps_to || std::isfinite(*area.steps_to));
    }
    EXPECT_EQ(members, units);
    EXPECT_DOUBLE_EQ(inner, study.figures.internal_flow);
    EXPECT_TRUE(std::isfinite(study.figures.modularity));
    EXPECT_GE(study.figures.internal_share, 0.0);
    EXPECT_LE(study.figures.internal_share, 1.0 + 1e-12);
    for (const auto& one : study.comparison)
        EXPECT_TRUE(std::isfinite(one.modularity) && std::isfinite(one.likeness)) << name_of(one.method);
    if (study.bound) {
        EXPECT_GE(*study.bound + 1e-9, static_cast<double>(study.areas.size()));
    }
}

// The division every method makes, each unit in one area, all figures numbers, and the same from units in any order.
std::map<AreaMethod, std::string> divided(const OddRegion& odd) {
    std::map<AreaMethod, std::string> found;
    std::string turned(odd.units.rbegin(), odd.units.rend());
    for (const AreaMethod method : every_method) {
        const StudyRequest request{.method = method, .draws = 3};
        const auto there = arranged_region(odd, odd.units), back = arranged_region(odd, turned);
        try {
            const Study study = study_structure(there.units, there.flows, there.borders, request);
            expect_numbers(study, odd.units.size());
            found[method] = written(study.partition, there.units);
            const Study other = study_structure(back.units, back.flows, back.borders, request);
            EXPECT_EQ(written(other.partition, back.units), found[method]) << name_of(method);
            EXPECT_EQ(other.unit_stability, study.unit_stability) << name_of(method);
        } catch (const Error& e) {
            // Gravity needs flows between places to be calibrated on; the sentence says so.
            EXPECT_EQ(method, AreaMethod::gravity_communities) << name_of(method) << ": " << e.what();
            EXPECT_EQ(e.kind(), ErrorKind::input);
            found[method] = "no gravity";
        }
    }
    return found;
}

// a = b   c     tied towns, and an island that keeps to itself
TEST(OddRegions, AnIslandIsAnAreaByItself) {
    const auto found = divided({"abc", {{"aa", 900}, {"ab", 600}, {"ba", 500}, {"bb", 1000}, {"cc", 70}}});
    for (const AreaMethod method : {AreaMethod::optimal, AreaMethod::greedy, AreaMethod::flow_merging,
             AreaMethod::intramax, AreaMethod::commuting_zones})
        EXPECT_EQ(found.at(method), "ab c") << name_of(method);
    for (const auto& [method, areas] : found) EXPECT_EQ(areas.find("bc"), std::string::npos) << name_of(method);
}

// a = b, all of d to a, some of a to c; nobody lives in c, nobody works in d, e is empty
TEST(OddRegions, RowsAndColumnsOfZerosAreLeftOverWhereTheRuleIsAsked) {
    const OddRegion odd{"abcde", {{"aa", 900}, {"ab", 600}, {"ba", 500}, {"bb", 1000}, {"ac", 50}, {"da", 40}}};
    const auto found = divided(odd);
    EXPECT_EQ(found.at(AreaMethod::optimal), "ab c d e");
    EXPECT_EQ(found.at(AreaMethod::greedy), "ab c d e");
    const auto region = arranged_region(odd, odd.units);
    EXPECT_EQ(units_without_judgement(SparseFlows(region.flows)), (std::vector<Unit>{Unit{2}, Unit{3}, Unit{4}}));
    // d's whole outflow goes to a: it is the first to merge. e has nothing to merge by.
    EXPECT_EQ(found.at(AreaMethod::flow_merging), "abcd e");
    for (const auto& [method, areas] : found) EXPECT_EQ(areas.back(), 'e') << name_of(method) << ": " << areas;
}

// {a b c} tied, {d e f} tied, nothing between
TEST(OddRegions, FlowsThatFallApartNeverShareAnArea) {
    OddRegion odd{"abcdef", {}};
    for (const std::string group : {"abc", "def"})
        for (const char i : group)
            for (const char j : group) odd.flows[{i, j}] = i == j ? 500 : 400;
    for (const auto& [method, areas] : divided(odd)) EXPECT_EQ(areas, "abc def") << name_of(method);
}

// a -> b -> c -> d, nothing back
TEST(OddRegions, OneWayFlowsAreDividedByTheWorseSide) {
    const auto found = divided({"abcd", {{"aa", 100}, {"ab", 500}, {"bc", 800}, {"cd", 900}}});
    // Nobody leaves d, so it cannot be judged; a to c keep 1400 of 2300 who live there, and nobody comes from outside.
    EXPECT_EQ(found.at(AreaMethod::optimal), "abc d");
    EXPECT_EQ(found.at(AreaMethod::gravity_communities), "no gravity");
}

TEST(OddRegions, OneWayFlowsAreMergedIntoWhereTheyGo) {
    const auto region = arranged_region({"abc", {{"ab", 90}, {"ac", 10}, {"cc", 50}, {"bb", 70}, {"bc", 30}}}, "abc");
    // a sends 90 % to b, b 30 % to c: a joins b first, and the pair then sends 40 of 200 to c.
    const Study study = study_structure(
        region.units, region.flows, region.borders, {.method = AreaMethod::flow_merging, .areas = 2, .draws = 0});
    EXPECT_EQ(written(study.partition, region.units), "ab c");
    EXPECT_EQ(study.areas.front().core, Unit{1});  // 160 come to b, none to a
    EXPECT_FALSE(study.between(Unit{1}, Unit{0}) > 0.0);
}

TEST(OddRegions, WhereAllFlowsAreAlikeTheAnswerIsTheSameFromEveryOrder) {
    OddRegion odd{"abcdef", {}};
    for (const char i : odd.units)
        for (const char j : odd.units) odd.flows[{i, j}] = 100;
    const auto found = divided(odd);
    // 3,600 people in all: no part keeps what so small an area must, the whole keeps everything.
    EXPECT_EQ(found.at(AreaMethod::optimal), "abcdef");
    EXPECT_EQ(found.at(AreaMethod::greedy), "abcdef");
    // Totals explain every flow: no division is better than none, and nothing moves.
    EXPECT_EQ(found.at(AreaMethod::communities), "a b c d e f");
}

TEST(OddRegions, WithoutAnyFlowEveryUnitStandsAlone) {
    for (const auto& [method, areas] : divided({"abc", {}}))
        EXPECT_EQ(areas, method == AreaMethod::gravity_communities ? "no gravity" : "a b c") << name_of(method);
}

TEST(OddRegions, OfOneUnitAreThatUnit) {
    for (const auto& [method, areas] : divided({"a", {{"aa", 5}}}))
        EXPECT_EQ(areas, method == AreaMethod::gravity_communities ? "no gravity" : "a") << name_of(method);
}

// People of c are not known, of d there are none: neither spoils the sums of its area, and sizes are residents of the flows for all.
TEST(OddRegions, UnitsWithoutPeopleCountForNothing) {
    auto region = arranged_region({"abcd", {{"aa", 900}, {"ab", 600}, {"ba", 500}, {"bb", 1000}, {"ca", 60}}}, "abcd");
    region.units[Unit{0}].population = 4000;
    region.units[Unit{1}].population = 3000;
    region.units[Unit{3}].population = 0;
    const Study study = study_structure(region.units, region.flows, region.borders, {.draws = 0});
    ASSERT_EQ(written(study.partition, region.units), "ab c d");
    EXPECT_DOUBLE_EQ(study.areas[0].population, 7000.0);
    EXPECT_DOUBLE_EQ(study.areas[1].population, 0.0);
    EXPECT_DOUBLE_EQ(*study.people.primacy, 3000.0 / 3060.0);
    region.units[Unit{2}].population = 0;
    const Study known = study_structure(region.units, region.flows, region.borders, {.draws = 0});
    EXPECT_DOUBLE_EQ(*known.people.primacy, 1.0);
    EXPECT_EQ(study.left_over, (std::vector<Unit>{Unit{2}, Unit{3}}));
}

}  // namespace
}  // namespace ecumene::structure
