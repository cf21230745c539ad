#include "core/findings.hpp"

#include <gtest/gtest.h>

namespace ecumene {
namespace {

Finding unknown_region() {
    return {.code = "unknown_region",
        .file = "tables/demand.csv",
        .row = 12,
        .column = "region",
        .message = "region 'Seol' is not in regions.csv",
        .remedy = "did you mean 'Seoul'?"};
}

TEST(Findings, SayWhereWhatAndHowToMend) {
    EXPECT_EQ(describe(unknown_region()),
        "tables/demand.csv, row 12, column region: region 'Seol' is not in regions.csv - did you mean 'Seoul'?");
}

TEST(Findings, LeaveOutThePlaceTheyDoNotHave) {
    EXPECT_EQ(describe({.file = "regions.csv", .message = "the file is missing"}), "regions.csv: the file is missing");
    EXPECT_EQ(describe({.message = "nothing to read"}), "nothing to read");
    EXPECT_EQ(describe({.row = 3, .column = "year", .message = "no year"}), "row 3, column year: no year");
    EXPECT_EQ(describe({.column = "year", .message = "no year"}), "column year: no year");
}

TEST(Findings, CountBySeverityAndKeepTheirOrder) {
    Findings findings;
    findings.warning({.code = "first"});
    findings.error({.severity = Severity::note, .code = "second"});
    findings.note({.code = "third"});
    EXPECT_EQ(findings.count(Severity::warning), 1u);
    EXPECT_EQ(findings.count(Severity::error), 1u);
    EXPECT_EQ(findings.count(Severity::note), 1u);
    EXPECT_EQ(findings.all()[1].code, "second");
    EXPECT_TRUE(findings.has_errors());
}

TEST(Findings, WarningsAloneDoNotRaise) {
    Findings findings;
    findings.warning({.message = "odd"});
    EXPECT_NO_THROW(findings.raise_if_errors());
}

TEST(Findings, AreRaisedAllAtOnce) {
    Findings findings, others;
    findings.error(unknown_region());
    others.error({.message = "another"});
    others.warning({.message = "odd"});
    findings.append(others);
    try {
        findings.raise_if_errors();
        FAIL() << "nothing was thrown";
    } catch (const FindingsError& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_EQ(error.findings().all().size(), 3u);
        EXPECT_EQ(error.message(), "2 error(s) in the input");
    }
}

}  // namespace
}  // namespace ecumene
