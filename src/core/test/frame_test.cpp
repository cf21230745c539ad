#include "core/frame.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace ecumene {
namespace {

Frame costs() {
    return Frame("costs", {text_column("region"), number_column("year"), number_column("value", "MKRW")});
}

std::string fault_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::internal);
        return error.message();
    }
    return "nothing was thrown";
}

TEST(Frame, KeepsRowsInOrder) {
    Frame frame = costs();
    frame.add({"11", 2030, 17.5});
    frame.add({std::string("21"), 2040, blank});
    EXPECT_EQ(frame.rows(), 2u);
    EXPECT_EQ(frame.number(0, "value"), 17.5);
    EXPECT_EQ(frame.text(1, "region"), "21");
    EXPECT_EQ(frame.numbers("year"), (std::vector<double>{2030, 2040}));
    EXPECT_EQ(frame.columns()[2].unit, "MKRW");
    EXPECT_EQ(frame.name(), "costs");
}

TEST(Frame, ABlankIsNotZero) {
    Frame frame = costs();
    frame.add({"11", 2030, blank});
    EXPECT_TRUE(is_blank(frame.number(0, "value")));
    EXPECT_FALSE(is_blank(0.0));
}

TEST(Frame, KnowsItsColumns) {
    EXPECT_TRUE(costs().has("year"));
    EXPECT_FALSE(costs().has("month"));
    EXPECT_EQ(fault_of([] { costs().numbers("month"); }), "table costs has no number column month");
    EXPECT_EQ(fault_of([] { costs().texts("year"); }), "table costs has no text column year");
}

TEST(Frame, RefusesARowOfTheWrongShape) {
    Frame frame = costs();
    EXPECT_EQ(fault_of([&] { frame.add({"11", 2030}); }), "table costs has 3 columns, a row of 2 was added");
    EXPECT_EQ(fault_of([&] {
        frame.add({"11", "2030", 1.0});
    }),
        "column year of table costs was given the wrong kind of cell");
}

TEST(Frame, ARefusedRowLeavesNothingBehind) {
    Frame frame = costs();
    fault_of([&] { frame.add({"11", 2030, "much"}); });
    frame.add({"21", 2040, 2.0});
    EXPECT_EQ(frame.rows(), 1u);
    EXPECT_EQ(frame.text(0, "region"), "21");
    EXPECT_EQ(frame.numbers("year").size(), 1u);
}

}  // namespace
}  // namespace ecumene
