#include "dataset/scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dataset/test/small_package.hpp"

namespace ecumene::dataset {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class ScenarioTest : public testing::Test {
protected:
    std::vector<std::string> after(const std::string& toml) const {
        package_.write("scenarios/bad.toml", toml);
        return said_of_scenario(package_.load(), "bad");
    }
    SmallPackage package_;
};

TEST_F(ScenarioTest, AnEmptyNameIsTheDefault) {
    const auto scenario = load_scenario(package_.load(), "");
    EXPECT_EQ(scenario.name, "base");
    EXPECT_EQ(scenario.title.ko, "기준");
    EXPECT_THAT(scenario.years, ElementsAre(2030, 2050));
    EXPECT_EQ(scenario.carbon_cap, "zero");
    EXPECT_EQ(scenario.time.step, 3) << "defaults hold where nothing is said";
}

TEST_F(ScenarioTest, HoldsOnlyWhatDiffersFromTheBase) {
    const auto scenario = load_scenario(package_.load(), "solar");
    EXPECT_EQ(scenario.title.en, "Cheap sun");
    EXPECT_THAT(scenario.years, ElementsAre(2030, 2050));
    EXPECT_DOUBLE_EQ(scenario.scale.at("technology.solar.investment"), 0.5);
    EXPECT_THAT(scenario_names(package_.load()), ElementsAre("base", "solar"));
}

TEST_F(ScenarioTest, ReadsEveryKey) {
    package_.write("scenarios/all.toml", R"(
[plan]
years = [2024]
foresight = "myopic"
discount_rate = 0.03
owner_rate = 0.06
regions = ["26"]
[time]
resolution = "full"
days = 4
extreme_days = 1
step = 6
[policies]
carbon_cap = ""
carbon_cap_values = {2030 = 5e6, 2050 = 0}
carbon_budget = 1e9
self_reliance = {2030 = 0.3}
self_reliance_regions.26 = {2050 = 0.9}
unserved_limit = 0.01
[technologies.solar]
extendable = false
[scale]
imports.gas.price = 1.5
"demand.electricity.base" = 2
)");
    const auto s = load_scenario(package_.load(), "all");
    EXPECT_EQ(s.foresight, Foresight::myopic);
    EXPECT_DOUBLE_EQ(s.discount_rate, 0.03);
    EXPECT_DOUBLE_EQ(s.owner_rate, 0.06);
    EXPECT_THAT(s.regions, ElementsAre("26"));
    EXPECT_TRUE(s.time.is_full);
    EXPECT_EQ(s.time.days, 4);
    EXPECT_EQ(s.time.extreme_days, 1);
    EXPECT_EQ(s.time.step, 6);
    EXPECT_EQ(s.carbon_cap, "");
    EXPECT_DOUBLE_EQ(s.carbon_cap_values.at(2030), 5e6);
    EXPECT_DOUBLE_EQ(s.carbon_budget, 1e9);
    EXPECT_DOUBLE_EQ(s.self_reliance.at(2030), 0.3);
    EXPECT_DOUBLE_EQ(s.self_reliance_regions.at("26").at(2050), 0.9);
    EXPECT_DOUBLE_EQ(s.unserved_limit, 0.01);
    EXPECT_TRUE(s.technologies.at("solar").has_extendable);
    EXPECT_FALSE(s.technologies.at("solar").extendable);
    EXPECT_DOUBLE_EQ(s.scale.at("imports.gas.price"), 1.5) << "dots without quotes mean the same";
    EXPECT_DOUBLE_EQ(s.scale.at("demand.electricity.base"), 2.0);
}

TEST_F(ScenarioTest, OverridesComeLast) {
    const auto data = package_.load();
    const auto s = load_scenario(data, "base",
        {"policies.carbon_cap_values.2050=1e6", "plan.years=[2040]", "policies.carbon_cap=zero",
            "scale.imports.gas.price=2"});
    EXPECT_THAT(s.years, ElementsAre(2040));
    EXPECT_EQ(s.carbon_cap, "zero") << "quotes may be left out";
    EXPECT_TRUE(s.carbon_cap_values.empty()) << "a target named later replaces the values";
    EXPECT_DOUBLE_EQ(s.scale.at("imports.gas.price"), 2.0);
    EXPECT_THAT(said_of_scenario(data, "base", {"nonsense"}),
        ElementsAre(
            "override 'nonsense': it cannot be read as key=value - write for instance policies.carbon_budget=5e8"));
}

TEST_F(ScenarioTest, TheCanonicalTextFollowsWhatMattersOnly) {
    const auto data = package_.load();
    const auto base = load_scenario(data, "base").canonical();
    EXPECT_EQ(load_scenario(data, "base", {"about.en=another sentence"}).canonical(), base);
    EXPECT_NE(load_scenario(data, "base", {"time.step=6"}).canonical(), base);
    EXPECT_NE(load_scenario(data, "solar").canonical(), base);
}

TEST_F(ScenarioTest, AnUnknownNameIsMended) {
    EXPECT_THAT(said_of_scenario(package_.load(), "soler"),
        ElementsAre("scenarios/soler.toml: there is no scenario 'soler' - did you mean 'solar'?"));
    EXPECT_THAT(said_of_scenario(package_.load(), "../base"),
        ElementsAre("scenarios/../base.toml: there is no scenario '../base' - there are base, solar"));
}

TEST_F(ScenarioTest, UnknownKeysNameFileAndLine) {
    EXPECT_THAT(after("[plan]\nyeers = [2030]\n"),
        ElementsAre(
            "scenarios/bad.toml, row 2, column plan.yeers: the key 'plan.yeers' is not known - did you mean 'years'?"));
    EXPECT_THAT(after("years = [2030]\n"),
        ElementsAre("scenarios/bad.toml, row 1, column years: the key 'years' is not known - it belongs below [plan]"));
}

TEST_F(ScenarioTest, WrongTypesAndRanges) {
    EXPECT_THAT(after("[plan]\nyears = 2030\n"),
        ElementsAre("scenarios/bad.toml, row 2, column plan.years: plan.years must be a list, not 2030"));
    EXPECT_THAT(
        after("[plan]\ndiscount_rate = 4.5\n"), ElementsAre("scenarios/bad.toml, row 2, column plan.discount_rate: "
                                                            "plan.discount_rate is 4.5; the greatest possible is 0.3"));
    EXPECT_THAT(after("[time]\nstep = 5\n"),
        ElementsAre(
            "scenarios/bad.toml, row 2, column time.step: time.step is 5; it must be one of 1, 2, 3, 4, 6, 8, 12, 24"));
    EXPECT_THAT(after("[plan]\nforesight = \"perfct\"\n"),
        ElementsAre("scenarios/bad.toml, row 2, column plan.foresight: plan.foresight is 'perfct'; it must be one of "
                    "perfect, myopic - did you mean 'perfect'?"));
    EXPECT_THAT(after("[policies]\nself_reliance = {soon = 0.5}\n"),
        ElementsAre("scenarios/bad.toml, row 2, column policies.self_reliance.soon: the key "
                    "'policies.self_reliance.soon' must be a calendar year such as 2030"));
    EXPECT_THAT(after("[policies]\nself_reliance_regions.26 = {2030 = -1}\n"),
        Contains(HasSubstr("is -1; the least possible is 0")));
}

TEST_F(ScenarioTest, WhatItNamesMustBeInThePackage) {
    EXPECT_THAT(after("[policies]\ncarbon_cap = \"zeroo\"\n"),
        ElementsAre("scenarios/bad.toml, column policies.carbon_cap: target 'zeroo' is not in tables/targets.csv - did "
                    "you mean 'zero'?"));
    EXPECT_THAT(
        after("[plan]\ndemand = \"high\"\n"), ElementsAre("scenarios/bad.toml, column plan.demand: scenario 'high' is "
                                                          "not in tables/demand.csv - there are reference"));
    EXPECT_THAT(after("[technologies.soler]\nextendable = true\n"),
        ElementsAre("scenarios/bad.toml, column technologies: technology 'soler' is not in technologies.csv - did you "
                    "mean 'solar'?"));
    EXPECT_THAT(
        after("[plan]\nregions = [\"Busan\"]\n"), ElementsAre("scenarios/bad.toml, column plan.regions: region 'Busan' "
                                                              "is not in regions.csv - did you mean '26' (Busan)?"));
    EXPECT_THAT(after("[plan]\nsectors = [\"pwer\"]\n"),
        ElementsAre("scenarios/bad.toml, column plan.sectors: there is no sector 'pwer' - did you mean 'power'?"));
    EXPECT_THAT(after("[policies.job_decline_sectors]\nindusty = 0.02\n"),
        ElementsAre("scenarios/bad.toml, column policies.job_decline_sectors: there is no sector 'industy' - did you "
                    "mean 'industry'?"));
    EXPECT_THAT(after("[plan]\ndemand_population = \"balansed\"\n"),
        ElementsAre("scenarios/bad.toml, column plan.demand_population: scenario 'balansed' is not in "
                    "tables/population.csv - there are history, projection"));
    EXPECT_THAT(after("[plan]\nyears = [2050, 2030]\n"),
        ElementsAre("scenarios/bad.toml, column plan.years: 2030 stands after 2050; years must ascend"));
}

TEST_F(ScenarioTest, ScaleKeysHaveKnownForms) {
    EXPECT_THAT(after("[scale]\n\"import.gas.price\" = 2\n"),
        ElementsAre("scenarios/bad.toml, column scale.import.gas.price: 'import.gas.price' is nothing that can be "
                    "scaled - did you mean 'imports'?"));
    EXPECT_THAT(
        after("[scale]\n\"technology.solar.investmnt\" = 2\n"), Contains(HasSubstr("did you mean 'investment'?")));
    EXPECT_THAT(after("[scale]\n\"imports.gaz.price\" = 2\n"),
        Contains(HasSubstr("carrier 'gaz' is not in tables/imports.csv - did you mean 'gas'?")));
    EXPECT_THAT(after("[scale]\n\"potential.solar\" = -1\n"), Contains(HasSubstr("is -1; the least possible is 0")));
}

}  // namespace
}  // namespace ecumene::dataset
