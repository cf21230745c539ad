// The studio's parts that need no server: tables, news, equations, comparison words.
#include <gtest/gtest.h>

#include <thread>

#include "pipeline/studio/equations.hpp"
#include "pipeline/studio/event_hub.hpp"
#include "pipeline/studio/job.hpp"
#include "pipeline/studio/problem.hpp"
#include "pipeline/studio/request_body.hpp"
#include "pipeline/studio/scenario_words.hpp"
#include "pipeline/studio/table_text.hpp"
#include "pipeline/studio/table_view.hpp"
#include "pipeline/studio/words_of_results.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using std::chrono::milliseconds;

Frame small_table() {
    Frame table("costs", {text_column("region"), number_column("year"), number_column("value", "MKRW")});
    table.add({"11", 2030, 1.5});
    table.add({"21", 2030, blank});
    table.add({"11", 2040, 3.0});
    return table;
}

TEST(StudioTable, TakesAnyOfOneColumnAndAllOfDifferentOnes) {
    EXPECT_EQ(chosen_rows(small_table(), {{"region", "11"}}).rows(), 2U);
    EXPECT_EQ(chosen_rows(small_table(), {{"region", "11"}, {"region", "21"}}).rows(), 3U);
    EXPECT_EQ(chosen_rows(small_table(), {{"region", "11"}, {"year", "2030"}}).rows(), 1U);
    EXPECT_EQ(chosen_rows(small_table(), {{"year", "soon"}}).rows(), 0U);
    EXPECT_THROW(chosen_rows(small_table(), {{"regoin", "11"}}), WrongUse);
}

TEST(StudioTable, ComesColumnByColumnWithUnitsAndNulls) {
    const auto value = table_value(small_table(), words_of_result("costs"));
    EXPECT_EQ(value.at("rows").as_integer(), 3);
    const auto& cells = value.at("data").at("value").items();
    EXPECT_DOUBLE_EQ(cells[0].as_number(), 1.5);
    EXPECT_TRUE(cells[1].is_null());
    EXPECT_EQ(value.at("columns").items()[2].at("unit").as_text(), "MKRW per year");
    EXPECT_EQ(value.at("title").at("ko").as_text(), "비용");
    EXPECT_EQ(csv_for_spreadsheets(small_table(), {}).substr(0, 27), "\xEF\xBB\xBFregion,year,value [MKRW]");
}

TEST(StudioTable, NamesAColumnAsTheTableDoesAndElseAsAllDo) {
    EXPECT_EQ(words_of_result("jobs").columns.at("output").name.en, "Making");
    EXPECT_EQ(words_of_result("economy").columns.at("output").name.en, "Output");
    EXPECT_EQ(words_of_result("jobs").columns.at("region").name.ko, "지역");
    EXPECT_EQ(words_of_result("jobs").equations, std::vector<std::string>{"E12"});
}

TEST(StudioEquations, CarryTheirNumberTitleAndText) {
    const auto* burden = equation_numbered("E15");
    ASSERT_NE(burden, nullptr);
    EXPECT_EQ(burden->title, "Burden");
    EXPECT_NE(burden->text.find("Located"), std::string::npos);
    EXPECT_EQ(equation_numbered("D1")->page, "docs/model/diagnosis.md");
    EXPECT_EQ(equation_numbered("E99"), nullptr);
}

TEST(StudioHub, GivesEachFollowerTheLastStateOfAJob) {
    EventHub hub(2);
    const auto all = hub.follow({}), one = hub.follow("2");
    EXPECT_EQ(hub.follow({}), nullptr);
    hub.publish({"job", "1", "a"});
    hub.publish({"job", "1", "b"});
    hub.publish({"log", "1", "line"});
    EXPECT_EQ(all->next(milliseconds(0))->data, "b");
    EXPECT_EQ(all->next(milliseconds(0))->data, "line");
    EXPECT_FALSE(all->next(milliseconds(1)).has_value());
    EXPECT_FALSE(one->next(milliseconds(1)).has_value());
}

TEST(StudioHub, FreesThePlaceOfWhoGoesAndEndsAllWhenClosed) {
    EventHub hub(1);
    auto follower = hub.follow({});
    follower.reset();
    follower = hub.follow({});
    ASSERT_NE(follower, nullptr);
    std::thread closing([&] { hub.close(); });
    while (!follower->is_over()) follower->next(milliseconds(50));
    closing.join();
    EXPECT_EQ(hub.follow({}), nullptr);
}

TEST(StudioJob, IsTheSameAfterItWasKept) {
    Job job{.id = "7", .request = {.scenario = "base", .overrides = {"time.days=4"}, .language = Language::ko}};
    job.title = {"Base", "기준"};
    job.state = JobState::interrupted;
    job.created = "2026-11-28T10:31:07Z";
    job.starts = 2;
    job.log.push_back({"2026-11-28T10:31:08Z", {"one", "하나"}});
    EXPECT_EQ(compact_json(kept_value(job_of(kept_value(job)))), compact_json(kept_value(job)));
}

TEST(StudioBody, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(job_body(R"({"scenario": "base", "overrides": ["a=1"]})", Language::en).overrides.size(), 1U);
    for (const char* bad :
        {"", "[]", "{", R"({"solver": "x"})", R"({"overrides": [1]})", R"({"time_limit_seconds": -1})"})
        EXPECT_THROW(job_body(bad, Language::en), Refusal) << bad;
    EXPECT_THROW(scenario_body(R"({"name": "x"})"), Refusal);
    EXPECT_THROW(scenario_body(R"({"toml": "", "values": {}})"), Refusal);
}

TEST(StudioSettings, AreNamedByTheSchema) {
    EXPECT_EQ(words_of_setting("plan.discount_rate").title.ko, "사회적 할인율");
    EXPECT_EQ(words_of_setting("policies.carbon_cap_values.2035").unit, "tCO2eq");
    EXPECT_EQ(words_of_setting("nothing.at.all").title.en, "nothing.at.all");
    EXPECT_EQ(words_of_setting("scale.imports.gas.price").unit, "1");
}

}  // namespace
}  // namespace ecumene::pipeline
