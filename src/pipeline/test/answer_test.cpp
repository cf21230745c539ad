#include "pipeline/answer.hpp"

#include <gtest/gtest.h>

#include <new>

#include "core/error.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

template <class Thrown>
Answer answer_to(Thrown thrown, Language language = Language::en) {
    Session session;
    session.language = language;
    return answer_of("plan", std::make_exception_ptr(std::move(thrown)), session);
}

TEST(Answer, EveryKindOfErrorHasItsExitCode) {
    EXPECT_EQ(answer_to(WrongUse("no")).exit_code(), 2);
    EXPECT_EQ(answer_to(Error(ErrorKind::input, "no")).exit_code(), 1);
    EXPECT_EQ(answer_to(Error(ErrorKind::limit, "no")).exit_code(), 3);
    EXPECT_EQ(answer_to(Error(ErrorKind::internal, "no")).exit_code(), 4);
    EXPECT_EQ(answer_to(Error(ErrorKind::environment, "no")).exit_code(), 5);
    EXPECT_EQ(answer_to(Error(ErrorKind::io, "no")).exit_code(), 5);
    EXPECT_EQ(answer_to(Error(ErrorKind::cancelled, "no")).exit_code(), 130);
    EXPECT_EQ(answer_to(std::bad_alloc()).exit_code(), 5);
    EXPECT_EQ(answer_to(std::runtime_error("no")).exit_code(), 4);
}

TEST(Answer, AFullDiskIsTheEnvironmentAndNamesThePath) {
    const auto answer = answer_to(
        std::filesystem::filesystem_error("x", "/data/runs", std::make_error_code(std::errc::no_space_on_device)));
    EXPECT_EQ(answer.exit_code(), 5);
    EXPECT_NE(answer.screen.find("/data/runs"), std::string::npos);
}

TEST(Answer, FindingsSayWhatWhereAndHowToMendIt) {
    Findings findings;
    findings.error({.code = "unknown_unit",
        .file = "tables/demand.csv",
        .row = 12,
        .column = "unit",
        .message = "'GhW' is not a unit",
        .remedy = "did you mean 'GWh'?"});
    const auto english = answer_to(FindingsError(findings));
    EXPECT_EQ(english.exit_code(), 1);
    EXPECT_EQ(english.screen,
        "error  tables/demand.csv, row 12, column unit: 'GhW' is not a unit\n       → did you mean 'GWh'?\n");
    const auto korean = answer_to(FindingsError(findings), Language::ko);
    EXPECT_EQ(
        korean.screen, "오류  tables/demand.csv, 12행, unit 열: 'GhW'은(는) 단위가 아닙니다\n      → 'GWh'입니까?\n");
}

TEST(Answer, JsonIsTheEnvelopeAndNothingElse) {
    const auto text = json(answer_to(WrongUse("there is no scenario 'x'", "did you mean 'y'?")));
    Findings faults;
    const auto value = files::parse_json(text, "answer", faults);
    ASSERT_FALSE(faults.has_errors());
    EXPECT_EQ(value.members().size(), 6U);
    EXPECT_EQ(value.at("verb").as_text(), "plan");
    EXPECT_EQ(value.at("status").as_text(), "error");
    EXPECT_EQ(value.at("findings").items().front().at("remedy").as_text(), "did you mean 'y'?");
    EXPECT_TRUE(value.at("result").is_null());
}

}  // namespace
}  // namespace ecumene::pipeline
