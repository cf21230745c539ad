#include "pipeline/plan_screen.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace ecumene::pipeline {
namespace {

// Seventeen regions with long names over six years: the largest screen there is.
class PlanScreenTest : public testing::Test {
protected:
    void SetUp() override {
        for (int i = 0; i < 17; ++i) {
            dataset::Region region;
            region.code = std::to_string(11 + i);
            region.name = {"Chungcheongnam-do " + region.code, "충청남도 " + region.code};
            input_.regions.push_back(region);
        }
        input_.settings.title = {"Korea: 17 provinces", "대한민국 17개 시·도"};
        input_.title = {"Reference", "기준"};
        input_.outcome = planning::Outcome::optimal;
        input_.time_text = {"8 days at 3-hour steps standing for the year, seasonal storage linked over all 365 days",
            "대표일 8일, 3시간 간격, 계절 저장은 365일 순서로 연결"};
        input_.proofs.push_back({.stage = "all",
            .backend = "highs 1.10.0 ipm",
            .certificate = {.primal = 2e-9, .dual = 3e-8, .gap = 4e-8}});
        add_package();
        add_plan();
        input_.package = [this](std::string_view name) { return found(package_, name); };
        input_.plan = [this](std::string_view name) { return found(plan_, name); };
        ending_ = {.package = "korea",
            .scenario = "self-reliance",
            .run = "3f2a91c04b7d",
            .folder = "runs/3f2a91c04b7d",
            .regions = 17};
        ending_.size.columns = 412345;
        ending_.next = "ecumene plan korea --scenario self-reliance";
    }

    static const Frame* found(const std::map<std::string, Frame, std::less<>>& tables, std::string_view name) {
        const auto at = tables.find(name);
        return at == tables.end() ? nullptr : &at->second;
    }

    void add_package() {
        Frame technologies("technologies", {text_column("technology"), text_column("name_en"), text_column("name_ko"),
                                               text_column("kind"), text_column("group"), text_column("carrier")});
        for (int k = 0; k < 9; ++k) {
            const auto n = std::to_string(k);
            technologies.add(
                {"t" + n, "Offshore wind, fixed " + n, "해상풍력 고정식 " + n, "process", "", "electricity"});
        }
        package_.emplace("technologies", std::move(technologies));
    }

    void add_plan() {
        Frame summary("summary",
            {number_column("year"), number_column("net_emissions"), number_column("cap"), number_column("carbon_price"),
                number_column("cost"), number_column("cost_per_head"), number_column("clean_share")});
        Frame capacity("capacity", {text_column("region"), text_column("technology"), number_column("year"),
                                       number_column("built"), number_column("investment")});
        Frame burden("burden", {text_column("region"), number_column("year"), number_column("borne_per_head")});
        for (int y = 2025; y <= 2050; y += 5) {
            summary.add({y, 2e8 - (y - 2025) * 8e6, y == 2025 ? blank : 2e8 - (y - 2025) * 8e6,
                y == 2025 ? 0.0 : 123456.0, 7e7, 1.4e6, 0.4});
            for (int i = 0; i < 17; ++i) {
                burden.add({std::to_string(11 + i), y, 1e6 + i * 1e5});
                for (int k = 0; k < 9; ++k)
                    capacity.add(
                        {std::to_string(11 + i), "t" + std::to_string(k), y, y == 2025 ? 0.0 : 1000.0 + i, 5e6 + k});
            }
        }
        Frame sensitivity(
            "sensitivity", {text_column("input"), number_column("share"), number_column("estimated_share")});
        sensitivity.add({"demand.electricity", 0.081, 0.6});
        sensitivity.add({"t1.investment", 0.031, 1.0});
        for (auto* table : {&summary, &capacity, &burden, &sensitivity}) plan_.emplace(table->name(), *table);
    }

    std::string screen(Language language) {
        session_.language = language;
        const output::PlanView view(input_);
        return plan_screen(view, plan_facts(view), ending_, session_);
    }

    output::ReportInput input_;
    std::map<std::string, Frame, std::less<>> package_, plan_;
    RunEnding ending_;
    Session session_;
};

std::vector<std::string> lines_of(const std::string& text) {
    auto lines = split(text, '\n');
    lines.pop_back();
    return lines;
}

TEST_F(PlanScreenTest, FitsEightyByFortyInBothLanguages) {
    for (const auto language : {Language::en, Language::ko}) {
        const auto text = screen(language);
        EXPECT_LE(lines_of(text).size(), 40U) << text;
        for (const auto& line : lines_of(text)) EXPECT_LE(cells(line), 80) << line;
    }
}

TEST_F(PlanScreenTest, TellsInTheOrderPlannersAsk) {
    const auto text = screen(Language::en);
    std::size_t at = 0;
    for (const char* part : {"Target", "Reached in every year", "Build first", "by 2030", "Who pays", "Estimated",
             "Resolution", "Proof", "optimal", "Report", "runs/3f2a91c04b7d/report.html", "Next",
             "ecumene plan korea --scenario self-reliance"}) {
        const auto found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << "\n" << text;
        at = found;
    }
}

TEST_F(PlanScreenTest, LeavesOutABuildThatWouldReadAsNothing) {
    Frame capacity("capacity", {text_column("region"), text_column("technology"), number_column("year"),
                                   number_column("built"), number_column("investment"), text_column("unit")});
    capacity.add({"11", "t1", 2030, 300.0, 5e6, "MW"});
    capacity.add({"11", "t2", 2030, 0.3, 9e6, "t/year"});
    plan_.insert_or_assign("capacity", std::move(capacity));
    const auto text = screen(Language::en);
    EXPECT_NE(text.find("fixed 1"), std::string::npos) << text;
    EXPECT_EQ(text.find("fixed 2"), std::string::npos) << text;
}

TEST_F(PlanScreenTest, SaysByHowMuchATargetIsMissed) {
    Frame summary("summary", {number_column("year"), number_column("net_emissions"), number_column("cap")});
    summary.add({2030, 12e6, 10e6});
    plan_.insert_or_assign("summary", std::move(summary));
    EXPECT_NE(
        screen(Language::en).find("Missed in 2030: 2.0\u00a0Mt over the limit of 10.0\u00a0Mt."), std::string::npos)
        << screen(Language::en);
}

TEST_F(PlanScreenTest, NamesWhatWouldHaveToGiveWay) {
    input_.outcome = planning::Outcome::infeasible;
    input_.conflicts.push_back({.policy = "carbon_cap",
        .region = "KR",
        .year = 2030,
        .amount = 1e6,
        .unit = "tCO2eq",
        .sentence = {
            "The carbon cap of 2030 would have to rise by 1.0 Mt.", "2030년 배출 상한을 1.0백만 t 올려야 합니다."}});
    const output::PlanView view(input_);
    session_.language = Language::ko;
    const auto text = conflict_screen(view, ending_, session_);
    EXPECT_NE(text.find("2030년 배출 상한을 1.0백만 t 올려야 합니다."), std::string::npos) << text;
    for (const auto& line : lines_of(text)) EXPECT_LE(cells(line), 80) << line;
}

}  // namespace
}  // namespace ecumene::pipeline
