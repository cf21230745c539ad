// The Korean package from units to a plan's demand, as far as a test can hold it.
#include "pipeline/centres.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "dataset/scenario.hpp"
#include "pipeline/centres_basis.hpp"
#include "pipeline/centres_demand.hpp"
#include "pipeline/centres_rounds.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

class KoreasCentres : public testing::Test {
protected:
    static void SetUpTestSuite() {
        data_ = new dataset::Dataset(dataset::load("data/korea"));
        basis_ = new structure::Basis(centres_basis(*data_, assumptions_));
        alternatives_ = new structure::Alternatives(structure::make_alternatives(
            *basis_, assumptions_, {.solver = {.relative_gap = 5e-3}, .with_sensitivity = false}));
    }
    static void TearDownTestSuite() {
        delete alternatives_;
        delete basis_;
        delete data_;
    }
    static CentresView view() { return {data_, basis_, &assumptions_, alternatives_, "korea"}; }

    static const structure::CentreAssumptions assumptions_;
    static dataset::Dataset* data_;
    static structure::Basis* basis_;
    static structure::Alternatives* alternatives_;
};
const structure::CentreAssumptions KoreasCentres::assumptions_{};
dataset::Dataset* KoreasCentres::data_{};
structure::Basis* KoreasCentres::basis_{};
structure::Alternatives* KoreasCentres::alternatives_{};

TEST_F(KoreasCentres, MultiNuclearSavesCarbonAndTimeAgainstTrendWithABound) {
    const structure::Alternative& multi = alternatives_->of("multi-nuclear");
    const AgainstTrend gain = against_trend(*alternatives_, multi);
    EXPECT_GT(gain.carbon, 0.0);
    EXPECT_GT(gain.worst_off_minutes, 0.0);
    EXPECT_LE(multi.plan.relative_gap(), 5e-3 + 1e-9);
    EXPECT_GT(alternatives_->of("one-core").travel.carbon, alternatives_->of("trend").travel.carbon);
}

TEST_F(KoreasCentres, ModesComeNearThePublishedShares) {
    const structure::TravelOutcome& today = alternatives_->today;
    EXPECT_NEAR(today.pkm_by_mode[0] / today.total_pkm, 0.534, 0.03);  // MOLIT 2013: car
    EXPECT_NEAR(today.pkm_by_mode[2] / today.total_pkm, 0.152, 0.03);  // rail
}

TEST_F(KoreasCentres, EveryStructureIsAScenarioOfThePackageForPlan) {
    const fs::path folder = fs::path(testing::TempDir()) / "centres-package";
    fs::remove_all(folder);
    write_demand(folder, view());
    const dataset::Dataset written = dataset::load(folder);  // throws where the package is not sound
    for (const structure::Alternative& alternative : alternatives_->list) {
        const dataset::Scenario scenario = dataset::load_scenario(written, alternative.name);
        EXPECT_EQ(scenario.demand, alternative.name);
        EXPECT_EQ(scenario.demand_population, alternative.name);  // else what follows people would be scaled twice
        EXPECT_EQ(
            dataset::load_scenario(written, alternative.name + "-net-zero").demand, alternative.name + "-sectors");
        double people = 0.0;
        const Frame& population = written.table("population");
        for (std::size_t r = 0; r < population.rows(); ++r)
            if (population.text(r, "scenario") == alternative.name &&
                static_cast<int>(population.number(r, "year")) == centres_horizon)
                people += population.number(r, "value");
        double chosen = 0.0;
        for (const double count : alternative.plan.people) chosen += count;
        EXPECT_NEAR(people, chosen, 1.0) << alternative.name;
    }
    fs::remove_all(folder);
}

TEST_F(KoreasCentres, TrendIsTheReferenceItself) {
    const RegionRatio ratio = ratio_of(view(), alternatives_->of("trend"), "11", 2050);
    EXPECT_DOUBLE_EQ(ratio.people, 1.0);
    EXPECT_DOUBLE_EQ(ratio.travel, 1.0);
    const RegionRatio now = ratio_of(view(), alternatives_->of("multi-nuclear"), "11", basis_->today);
    EXPECT_DOUBLE_EQ(now.people, 1.0);
}

TEST_F(KoreasCentres, RoundsWithThePlanEndWhereNoStructureIsBetter) {
    Session session;
    const CentresRounds rounds = run_rounds(view(), {.solver = {.relative_gap = 5e-3}}, 4, session);
    ASSERT_FALSE(rounds.list.empty()) << rounds.ended;
    EXPECT_TRUE(rounds.has_settled) << rounds.ended;
    EXPECT_LE(rounds.list.back().gap, 5e-3);
    for (const CentresRound& round : rounds.list) {
        EXPECT_GT(round.carbon_price, 0.0);
        EXPECT_GE(round.cost_of_held, round.bound * (1.0 - 1e-9));  // a bound that a structure undercut would be none
    }
    EXPECT_EQ(rounds.options.price_of_person.size(), basis_->units.size());
}

TEST(Centres, SaysWhichAssumptionIsNotOne) {
    Session session;
    try {
        centres({.package = "korea", .settings = {"carbon_prise=1"}}, session);
        FAIL() << "took an assumption that is none";
    } catch (const WrongUse& wrong) {
        EXPECT_NE(std::string(wrong.what()).find("carbon_prise"), std::string::npos);
    }
    EXPECT_THROW(centres({.package = "korea", .settings = {"carbon_price=much"}}, session), WrongUse);
}

}  // namespace
}  // namespace ecumene::pipeline
