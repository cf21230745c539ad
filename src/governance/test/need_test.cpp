// What closes a gap, from a made-up run of two regions: hand-computed figures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "governance/need/need.hpp"

namespace ecumene::governance {
namespace {

using testing::HasSubstr;

// Region A burns coal in 2024 (1 t and 20,000 KRW a MWh) and builds wind and sun until 2030; region B has nothing that emits.
class MadeUpRun {
public:
    MadeUpRun() {
        for (const int year : {2024, 2030}) {
            generation_.add({"A", "coal", "electricity", year, year == 2024 ? 1000.0 : 400.0});
            emissions_.add({"A", "coal", year, year == 2024 ? 1000.0 : 400.0});
            costs_.add({"A", "coal", "fuel", year, year == 2024 ? 15.0 : 6.0});
            costs_.add({"A", "coal", "variable", year, year == 2024 ? 5.0 : 2.0});
            summary_.add({year, 50'000.0});
        }
        add_built("A", "wind", 400.0, 20.0);  // 50,000 KRW a MWh
        add_built("A", "solar", 200.0, 8.0);  // 40,000
        add_built("B", "solar", 100.0, 3.0);  // 30,000
        capacity_.add({"A", "battery", 2030, 10.0, 10.0, 5.0});
        costs_.add({"A", "battery", "annuity", 2030, 7.0});
    }

    RunMeasures measures() const {
        RunFrames frames;
        frames.capacity = &capacity_;
        frames.generation = &generation_;
        frames.emissions = &emissions_;
        frames.costs = &costs_;
        frames.summary = &summary_;
        frames.technologies = {{"coal", {{"Coal", "석탄"}, "electricity"}}, {"wind", {{"Wind", "풍력"}, "electricity"}},
            {"solar", {{"Sun", "태양광"}, "electricity"}}};
        frames.regions = {{"A", {"Upland", "가"}}, {"B", {"Lowland", "나"}}};
        frames.nation = "N";
        frames.run = "0123";
        return RunMeasures(frames);
    }

private:
    void add_built(const char* region, const char* technology, double output, double annuity) {
        capacity_.add({region, technology, 2030, 10.0, 10.0, 100.0});
        generation_.add({region, technology, "electricity", 2030, output});
        emissions_.add({region, technology, 2030, 0.0});
        costs_.add({region, technology, "annuity", 2030, annuity});
    }

    Frame capacity_{"capacity", {text_column("region"), text_column("technology"), number_column("year"),
                                    number_column("capacity"), number_column("built"), number_column("investment")}};
    Frame generation_{"generation", {text_column("region"), text_column("technology"), text_column("carrier"),
                                        number_column("year"), number_column("value")}};
    Frame emissions_{
        "emissions", {text_column("region"), text_column("technology"), number_column("year"), number_column("value")}};
    Frame costs_{"costs", {text_column("region"), text_column("item"), text_column("component"), number_column("year"),
                              number_column("value")}};
    Frame summary_{"summary", {number_column("year"), number_column("carbon_price")}};
};

PlanDocument plan_of(const std::string& region, const std::string& parent = "N") {
    PlanDocument plan;
    plan.region = region;
    plan.parent = parent;
    return plan;
}

Gap gap_of(double tonnes, std::string sector = "power") {
    return {
        .plan = 0, .sector = std::move(sector), .year = 2028, .tonnes = tonnes, .why = {"power 2028", "전환 2028년"}};
}

TEST(RunMeasures, CostOfATonneIsAgainstWhatIsDisplaced) {
    const auto found = MadeUpRun().measures().of("A", "power", 2030);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].technology, "solar");  // (8 - 200 x 0.02) MKRW / 200 t
    EXPECT_DOUBLE_EQ(found[0].cut, 200.0);
    EXPECT_DOUBLE_EQ(found[0].cost_per_tonne(), 20'000.0);
    EXPECT_EQ(found[1].technology, "wind");  // (20 - 400 x 0.02) / 400
    EXPECT_DOUBLE_EQ(found[1].cost_per_tonne(), 30'000.0);
}

TEST(RunMeasures, ARegionThatNeverEmittedIsSetAgainstAllRegions) {
    const auto found = MadeUpRun().measures().of("B", "power", 2030);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_DOUBLE_EQ(found[0].cost_per_tonne(), 10'000.0);  // (3 - 100 x 0.02) / 100
}

TEST(RunMeasures, OldPlantsAndStoresAreNoMeasures) {
    const auto run = MadeUpRun().measures();
    for (const auto& measure : run.of("N", "power", 2030))
        EXPECT_TRUE(measure.technology != "coal" && measure.technology != "battery") << measure.technology;
    EXPECT_DOUBLE_EQ(run.enabling_cost("A", 2030), 7.0);
}

TEST(Need, TakesTheCheapestTonneFirstAndTheLastMeasureInPart) {
    const auto need = what_it_needs(gap_of(300.0), plan_of("A"), MadeUpRun().measures());
    EXPECT_EQ(need.run_year, 2030);
    ASSERT_EQ(need.steps.size(), 2U);
    EXPECT_DOUBLE_EQ(need.steps[0].taken, 200.0);
    EXPECT_DOUBLE_EQ(need.steps[1].taken, 100.0);
    EXPECT_DOUBLE_EQ(need.steps[1].cumulative, 300.0);
    EXPECT_DOUBLE_EQ(need.cost, 4.0 + 3.0);
    EXPECT_DOUBLE_EQ(need.investment, 100.0 + 25.0);
    EXPECT_TRUE(need.is_closed());
    EXPECT_THAT(need_words(need).en, HasSubstr("Sun (200 t), Wind (100 t) close it"));
    EXPECT_THAT(need_words(need).en,
        HasSubstr("for 0.0 bn KRW a year, with 0.1 bn KRW invested; the dearest tonne costs 30,000 KRW"));
    EXPECT_THAT(need_words(need).ko, HasSubstr("태양광(200 t), 풍력(100 t)"));
}

// A cap of zero leaves a multiplier without meaning: it is not told as a price.
TEST(Need, TellsWhatComesOnTopAndNoPriceThatHasNoMeaning) {
    auto need = what_it_needs(gap_of(300.0), plan_of("A"), MadeUpRun().measures());
    EXPECT_THAT(need_beside(need).en,
        HasSubstr("beside them cost 0.0 bn KRW a year. The last tonne under the run's cap costs 50,000 KRW"));
    need.carbon_price = 1e13;
    EXPECT_THAT(need_beside(need).en, testing::Not(HasSubstr("last tonne")));
    need.cost = -2e3;
    need.steps.back().measure.cost = -1.0;
    EXPECT_THAT(need_words(need).en, HasSubstr("saving 2.0 bn KRW a year"));
    EXPECT_THAT(need_words(need).ko, HasSubstr("해마다 20억 원 절감"));
    EXPECT_THAT(need_words(need).en, HasSubstr("even the dearest tonne saves"));
}

TEST(Need, SaysWhatStaysOpen) {
    const auto need = what_it_needs(gap_of(700.0), plan_of("A"), MadeUpRun().measures());
    EXPECT_FALSE(need.is_closed());
    EXPECT_DOUBLE_EQ(need.reached, 600.0);
    EXPECT_THAT(need_words(need).en, HasSubstr("leave 100 t open"));
    EXPECT_THAT(need_words(need).ko, HasSubstr("100 t이 남습니다"));
}

TEST(Need, OfAMunicipalityIsAnsweredForTheRegionAboveAndSaysSo) {
    const auto need = what_it_needs(gap_of(100.0), plan_of("A-1", "A"), MadeUpRun().measures());
    EXPECT_TRUE(need.is_of_region_above);
    EXPECT_THAT(need_words(need).en, HasSubstr("figures of the region above"));
}

TEST(Need, OfASectorOfThePlansOwnIsThatOfTheTree) {
    auto plan = plan_of("A");
    plan.sectors = {{.sector = "wires", .name = {}, .rolls_up_to = "power", .role = Role::emission}};
    EXPECT_TRUE(what_it_needs(gap_of(300.0, "wires"), plan, MadeUpRun().measures()).is_closed());
}

TEST(Need, OfASectorOrRegionOutsideTheRunIsRefusedInASentence) {
    const auto run = MadeUpRun().measures();
    EXPECT_THAT(need_words(what_it_needs(gap_of(1.0, "buildings"), plan_of("A"), run)).en,
        HasSubstr("does not plan the sector 'buildings'"));
    EXPECT_THAT(
        need_words(what_it_needs(gap_of(1.0), plan_of("Z", "Y"), run)).ko, HasSubstr("지역도 그 상위 지역도 없습니다"));
}

}  // namespace
}  // namespace ecumene::governance
