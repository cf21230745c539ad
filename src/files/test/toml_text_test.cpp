#include "files/toml_text.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace ecumene::files {
namespace {

Value parsed(const std::string& text) {
    Findings findings;
    auto value = parse_toml(text, "test.toml", findings);
    EXPECT_FALSE(findings.has_errors()) << text;
    return value;
}

TEST(TomlText, ReadsBackAsTheSameTree) {
    const auto tree = Value::object()
                          .set("title", Value::object().set("en", "A \"deep\" cut\n").set("ko", "깊은 감축"))
                          .set("plan", Value::object()
                                           .set("years", Value::list({2030, 2050}))
                                           .set("discount_rate", 0.045)
                                           .set("whole", 3.0)
                                           .set("flag", true))
                          .set("policies", Value::object()
                                               .set("carbon_cap", "")
                                               .set("self_reliance", Value::object().set("2030", 0.2).set("2050", 1e6)))
                          .set("scale", Value::object().set("imports.gas.price", 0.7));
    const auto text = toml_text(tree);
    EXPECT_EQ(json_text(parsed(text)), json_text(tree)) << text;
    EXPECT_EQ(text.substr(0, 5), "title");
    EXPECT_NE(text.find("[policies.self_reliance]\n\"2030\" = 0.2"), std::string::npos) << text;
}

TEST(TomlText, KeepsTheKindOfANumber) {
    EXPECT_EQ(toml_text(Value::object().set("a", 3).set("b", 3.0)), "a = 3\nb = 3.0\n");
}

TEST(TomlText, PassesOverWhatIsUnknown) {
    EXPECT_EQ(toml_text(Value::object().set("a", Value()).set("b", Value::object())), "");
}

TEST(TomlText, RefusesAListOfTables) {
    EXPECT_THROW(toml_text(Value::object().set("a", Value::list({Value::object()}))), Error);
}

}  // namespace
}  // namespace ecumene::files
