// Cases are folders: a package (data/toy, changed) and what its plans must come to.
//
//     tests/cases/<name>/expected.json   package, series made of kinds of days, and per plan: scenario, settings, outcome,
//                                        objective, figures (table, rows, column, value)
//     tests/cases/<name>/add/*.csv       rows to append to the package's tables (with their header)
//     tests/cases/<name>/replace/*.csv   tables in place of the package's
//
// Every plan that is optimal is also checked as in src/planning/test: certificate, balances, costs, burden.
// Run in the root of the repository. `planning_cases --objective <package> <scenario>` prints one objective.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "files/text_file.hpp"
#include "files/value.hpp"
#include "planning/test/world.hpp"

namespace ecumene::planning {
namespace {

namespace fs = std::filesystem;
using files::Value;

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator("tests/cases"))
        if (fs::exists(entry.path() / "expected.json")) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> lines_of(const fs::path& file) {
    std::vector<std::string> lines;
    for (const auto& line : split(files::read_bytes(file), '\n'))
        if (!line.empty()) lines.push_back(line);
    return lines;
}

void put_tables(World& world, const fs::path& folder) {
    if (fs::exists(folder / "replace"))
        for (const auto& entry : fs::directory_iterator(folder / "replace")) {
            const auto table = entry.path().stem().string();
            const bool is_top = fs::exists(world.folder() / (table + ".csv"));
            fs::copy_file(entry.path(), (is_top ? world.folder() : world.folder() / "tables") / entry.path().filename(),
                fs::copy_options::overwrite_existing);
        }
    if (!fs::exists(folder / "add")) return;
    for (const auto& entry : fs::directory_iterator(folder / "add")) {
        const auto lines = lines_of(entry.path());
        const auto table = entry.path().stem().string();
        for (std::size_t i = 1; i < lines.size(); ++i) world.merge(table, lines.front(), lines[i]);
    }
}

// A year of kinds of days: {"name": "sun", "kind": "availability", "days": [{"count": 91, "hours": [24 values]}, ...]}
void put_series(World& world, const Value& expected) {
    const auto* all = expected.find("series");
    if (all == nullptr) return;
    for (const auto& series : all->items()) {
        std::vector<double> values;
        for (const auto& kind : series.at("days").items())
            for (std::int64_t day = 0; day < kind.at("count").as_integer(); ++day)
                for (const auto& hour : kind.at("hours").items()) values.push_back(hour.as_number());
        ASSERT_EQ(values.size(), 8760U);
        world.series(series.at("name").as_text(), series.at("kind").as_text(),
            [&](int hour) { return values[static_cast<std::size_t>(hour)]; });
    }
}

std::vector<std::string> settings_of(const Value& plan) {
    std::vector<std::string> settings;
    if (const auto* given = plan.find("settings"))
        for (const auto& item : given->items()) settings.push_back(item.as_text());
    return settings;
}

Where where_of(const Value& conditions) {
    Where where;
    for (const auto& condition : conditions.members()) where.emplace_back(condition.key, condition.value.as_text());
    return where;
}

void check_figures(const Plan& plan, const Value& expected) {
    const auto* figures = expected.find("figures");
    if (figures == nullptr) return;
    for (const auto& figure : figures->items()) {
        const Where where = where_of(figure.at("where"));
        const auto* tolerance = figure.find("tolerance");
        const auto& table = figure.at("table").as_text();
        SCOPED_TRACE(table + "." + figure.at("column").as_text());
        // Where nothing matches, a sum is 0: a policy that costs nothing must be there all the same.
        if (table == "policies") {
            EXPECT_GT(rows_matching(plan, table, where), 0U);
        }
        expect_close(total(plan, figure.at("table").as_text(), where, figure.at("column").as_text()),
            figure.at("value").as_number(), tolerance == nullptr ? 1e-6 : tolerance->as_number());
    }
}

// The plan with the slope's settings of that side, or with its cell of the package set to that side's text.
double objective_beside(
    World& world, const Value& wanted, const Value& slope, const std::string& scenario, const char* side) {
    auto settings = settings_of(wanted);
    const auto* cell = slope.find("cell");
    const auto put = [&](const std::string& text) {
        world.set(cell->at("table").as_text(), where_of(cell->at("where")), cell->at("column").as_text(), text);
    };
    if (cell != nullptr)
        put(slope.at(side).as_text());
    else
        for (const auto& item : slope.at(side).items()) settings.push_back(item.as_text());
    const Plan moved = world.attempt(settings, scenario);
    if (cell != nullptr) put(cell->at("value").as_text());
    EXPECT_EQ(moved.outcome, Outcome::optimal) << side << " " << moved.detail;
    return moved.objective;
}

double number_or(const Value& object, const char* key, double otherwise) {
    const auto* given = object.find(key);
    return given == nullptr ? otherwise : given->as_number();
}

// What the plan says one unit more or less is worth, MKRW: a shadow price of `policies`, or another figure less `beyond`
// (what the unit itself costs), times `times` (KRW/kWh into MKRW/MWh).
double told_worth(const Plan& plan, const Value& slope) {
    if (const auto* policy = slope.find("policy")) return total(plan, "policies", where_of(*policy), "shadow_price");
    const Value& of = slope.at("of");
    const double figure = total(plan, of.at("table").as_text(), where_of(of.at("where")), of.at("column").as_text());
    return std::abs(figure - number_or(slope, "beyond", 0.0)) * slope.at("times").as_number();
}

// What it is worth by plans a little to either side: |more - less| / distance = worth x years it is paid for.
void check_slopes(World& world, const Plan& plan, const Value& wanted, const std::string& scenario) {
    const auto* slopes = wanted.find("slopes");
    if (slopes == nullptr) return;
    for (std::size_t i = 0; i < slopes->items().size(); ++i) {
        const Value& slope = slopes->items()[i];
        SCOPED_TRACE("slope " + std::to_string(i + 1));
        const double worth = told_worth(plan, slope);
        EXPECT_GT(worth, 0.0);
        const double more = objective_beside(world, wanted, slope, scenario, "more"),
                     less = objective_beside(world, wanted, slope, scenario, "less");
        const double found = std::abs(more - less) / slope.at("distance").as_number();
        EXPECT_NEAR(number_or(slope, "years", 1.0) * worth, found, 1e-4 * found);
    }
}

class Case : public testing::TestWithParam<std::string> {};

TEST_P(Case, ComesToWhatIsExpected) {
    const fs::path folder = fs::path("tests/cases") / GetParam();
    const Value expected = files::read_json(folder / "expected.json");
    World world(expected.at("package").as_text());
    put_tables(world, folder);
    put_series(world, expected);
    for (const auto& wanted : expected.at("plans").items()) {
        const auto& scenario = wanted.at("scenario").as_text();
        SCOPED_TRACE(wanted.at("about").as_text());
        const Plan plan = world.attempt(settings_of(wanted), scenario);
        if (wanted.find("conflict") != nullptr) {
            EXPECT_EQ(plan.outcome, Outcome::infeasible);
            ASSERT_FALSE(plan.conflicts.empty());
            EXPECT_EQ(plan.conflicts.front().policy, wanted.at("conflict").as_text());
            expect_close(plan.conflicts.front().amount, wanted.at("amount").as_number());
            continue;
        }
        expect_sound(plan);
        expect_close(plan.objective, wanted.at("objective").as_number());
        check_figures(plan, wanted);
        check_slopes(world, plan, wanted, scenario);
    }
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Folder, Case, testing::ValuesIn(case_names()), name_of);

}  // namespace
}  // namespace ecumene::planning

int main(int count, char** arguments) {
    if (count == 4 && std::string(arguments[1]) == "--objective") {
        const auto data = ecumene::dataset::load(arguments[2]);
        const auto plan = ecumene::planning::make_plan(data, ecumene::dataset::load_scenario(data, arguments[3]), {});
        std::printf("objective %.12g\n", plan.objective);
        return plan.outcome == ecumene::planning::Outcome::optimal ? 0 : 1;
    }
    testing::InitGoogleTest(&count, arguments);
    return RUN_ALL_TESTS();
}
