#include "files/value.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "core/error.hpp"
#include "files/test/scratch_folder.hpp"

namespace ecumene::files {
namespace {

std::string said(const Findings& findings) {
    return findings.all().empty() ? "" : describe(findings.all().front());
}

TEST(Json, ComesBackAsItWasWritten) {
    Value value = Value::object();
    value.set("text", "quote \" backslash \\ line\n서울")
        .set("number", 0.1)
        .set("integer", 9007199254740993)
        .set("nothing", Value{});
    value.set("list", Value::list({1, 2.5, true, "x"})).set("empty", Value::object());
    value.set("nested", Value::list({Value::object().set("a", 1)}));
    const auto text = json_text(value);
    Findings findings;
    const auto same = parse_json(text, "x", findings);
    EXPECT_FALSE(findings.has_errors());
    EXPECT_EQ(json_text(same), text);
    EXPECT_EQ(same.at("integer").as_integer(), 9007199254740993);
    EXPECT_EQ(same.at("number").as_number(), 0.1);
    EXPECT_EQ(same.at("text").as_text(), value.at("text").as_text());
}

TEST(Json, IsIndentedByTwoAndKeepsItsOrder) {
    Value value = Value::object();
    value.set("b", 1).set("a", Value::list({2030, 2050}));
    EXPECT_EQ(json_text(value), "{\n  \"b\": 1,\n  \"a\": [2030, 2050]\n}\n");
    EXPECT_EQ(json_text(value, JsonLayout::one_line), "{\"b\": 1,\"a\": [2030, 2050]}");
}

TEST(Json, WritesNotANumberAsNull) {
    EXPECT_EQ(json_text(Value{std::numeric_limits<double>::quiet_NaN()}, JsonLayout::one_line), "null");
}

TEST(Json, SaysWhereItIsBroken) {
    Findings findings;
    EXPECT_TRUE(parse_json("{\n\"a\": 1,\n}", "m.json", findings).is_null());
    EXPECT_EQ(said(findings), "m.json, row 3: this is not JSON: a bracket, comma or quote is missing or too many");
}

TEST(Json, RefusesDepthSizeAndKeysThatStandTwice) {
    Findings deep, large, twice;
    parse_json(std::string(100'000, '['), "m.json", deep);
    EXPECT_EQ(said(deep), "m.json: it is nested more than 64 deep");
    parse_json("[1,2,3]", "m.json", large, {.bytes = 3});
    EXPECT_EQ(said(large), "m.json: it has more than 3 bytes");
    parse_json(R"({"a":1,"a":2})", "m.json", twice);
    EXPECT_EQ(said(twice), "m.json: the key 'a' stands twice");
}

TEST(Json, IsReadFromAFileAndAFaultIsThrown) {
    const ScratchFolder scratch;
    write_json(scratch.path() / "m.json", Value::object().set("objective", 1.5));
    EXPECT_EQ(read_json(scratch.path() / "m.json").at("objective").as_number(), 1.5);
    EXPECT_THROW(read_json(scratch.put("bad.json", "{")), FindingsError);
}

TEST(Toml, KeepsOrderAndLines) {
    Findings findings;
    const auto value =
        parse_toml("z = 1\n[plan]\nyears = [2030, 2050]\nname = 'x'\n[a]\nb = 0.5\n", "s.toml", findings);
    EXPECT_FALSE(findings.has_errors());
    ASSERT_EQ(value.members().size(), 3U);
    EXPECT_EQ(value.members()[0].key, "z");
    EXPECT_EQ(value.members()[1].key, "plan");
    EXPECT_EQ(value.at("plan").at("years").items()[1].as_integer(), 2050);
    EXPECT_EQ(value.at("plan").at("name").line(), 4U);
    EXPECT_EQ(value.at("a").at("b").as_number(), 0.5);
}

TEST(Toml, SaysTheLineOfAFault) {
    Findings findings;
    parse_toml("a = 1\nb = = 2\n", "s.toml", findings);
    EXPECT_EQ(findings.all().front().row, 2U);
    EXPECT_EQ(findings.all().front().code, "not_toml");
}

TEST(Toml, RefusesNumbersThatAreNotFiniteAndDepth) {
    Findings infinite, deep;
    parse_toml("a = inf\n", "s.toml", infinite);
    EXPECT_EQ(said(infinite), "s.toml, row 1: the number is not finite");
    parse_toml("a = " + std::string(20, '[') + std::string(20, ']'), "s.toml", deep, {.bytes = 1000, .depth = 8});
    EXPECT_EQ(said(deep), "s.toml, row 1: it is nested more than 8 deep");
    Findings deeper;
    parse_toml("a = " + std::string(50'000, '['), "s.toml", deeper);
    EXPECT_TRUE(deeper.has_errors());
}

TEST(Value, SaysWhatWasNeeded) {
    try {
        Value{"text"}.as_number();
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "a number is needed where a text stands");
    }
    try {
        Value::object().at("x");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "the key 'x' is missing");
    }
}

}  // namespace
}  // namespace ecumene::files
