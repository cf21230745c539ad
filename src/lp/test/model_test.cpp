#include "lp/model.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/error.hpp"

namespace ecumene::lp {
namespace {

using Region = Index<struct RegionTag>;
using Hour = Index<struct HourTag>;
using Link = Index<struct LinkTag>;

const Set<Region> regions(2);
const Set<Hour> hours(3);

struct Entry {
    std::int32_t row{};
    double value{};
    friend bool operator==(const Entry&, const Entry&) = default;
};

std::ostream& operator<<(std::ostream& out, const Entry& entry) {
    return out << "row " << entry.row << ": " << entry.value;
}

std::vector<Entry> column(const Problem& p, std::int32_t j) {
    std::vector<Entry> entries;
    const auto begin = p.start[static_cast<std::size_t>(j)], end = p.start[static_cast<std::size_t>(j) + 1];
    for (auto q = static_cast<std::size_t>(begin); q < static_cast<std::size_t>(end); ++q)
        entries.push_back({p.index[q], p.value[q]});
    return entries;
}

TEST(Model, WritesAnEquationAsItReads) {
    // 2 x + 3 y - z = 5, x cheap, y dear
    Model m;
    const auto x = m.variables<MWh>("x", {}, Set<Region>(1));
    const auto y = m.variables<MWh>("y", {.lower = -1.0, .upper = 4.0}, Set<Region>(1));
    const auto z = m.variables<MWh>("z", {.lower = -infinity}, Set<Region>(1));
    const auto balance = m.constraints<MWh>("balance", Set<Region>(1));
    const Region r{0};
    m.subject_to(balance(r), 2.0 * x(r) + 3.0 * y(r) - z(r) == Quantity<MWh>{5.0});
    m.minimise(Quantity<MKRW_per_MWh>{1.0} * x(r) + Quantity<MKRW_per_MWh>{9.0} * y(r));
    m.add_constant(Quantity<MKRW>{7.0});
    const Problem p = std::move(m).finish();

    EXPECT_EQ(p.columns(), 3);
    EXPECT_EQ(p.rows(), 1);
    EXPECT_EQ(p.entries(), 3);
    EXPECT_EQ(p.start, (std::vector<std::int64_t>{0, 1, 2, 3}));
    EXPECT_EQ(p.value, (std::vector<double>{2.0, 3.0, -1.0}));
    EXPECT_EQ(p.cost, (std::vector<double>{1.0, 9.0, 0.0}));
    EXPECT_EQ(p.constant, 7.0);
    EXPECT_EQ(p.lower, (std::vector<double>{0.0, -1.0, -infinity}));
    EXPECT_EQ(p.upper, (std::vector<double>{infinity, 4.0, infinity}));
    EXPECT_EQ(p.row_lower, std::vector<double>{5.0});
    EXPECT_EQ(p.row_upper, std::vector<double>{5.0});
    EXPECT_FALSE(p.has_integers());
}

TEST(Model, BringsVariablesOfTheRightHandSideToTheLeft) {
    Model m;
    const auto x = m.variables<MW>("x", {}, regions);
    const auto limit = m.constraints<MW>("limit", Set<Region>(3));
    m.subject_to(limit(Region{0}), x(Region{0}) <= 0.5 * x(Region{1}));
    m.subject_to(limit(Region{1}), x(Region{0}) >= x(Region{1}));
    m.subject_to(limit(Region{2}), between(Quantity<MW>{1.0}, -x(Region{0}), Quantity<MW>{2.0}));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(column(p, 0), (std::vector<Entry>{{0, 1.0}, {1, 1.0}, {2, -1.0}}));
    EXPECT_EQ(column(p, 1), (std::vector<Entry>{{0, -0.5}, {1, -1.0}}));
    EXPECT_EQ(p.row_lower, (std::vector<double>{-infinity, 0.0, 1.0}));
    EXPECT_EQ(p.row_upper, (std::vector<double>{0.0, infinity, 2.0}));
}

TEST(Model, MultipliesUnitsAlongWithNumbers) {
    Model m;
    const auto power = m.variables<MW>("power", {}, hours);
    const auto budget = m.constraints<tCO2>("budget", Set<Region>(1));
    const Quantity<tCO2_per_MWh> intensity{0.4};
    const Quantity<hour> weight{10.0};
    m.subject_to(budget(Region{0}),
        sum(hours, [&](Hour h) { return intensity * (weight * power(h)); }) <= Quantity<tCO2>{100.0});
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.value, (std::vector<double>{4.0, 4.0, 4.0}));
    EXPECT_EQ(p.row_unit(0), "tCO2eq");
    EXPECT_EQ(p.column_unit(2), "MW");
}

TEST(Model, AddsUpCoefficientsThatMeet) {
    Model m;
    const auto x = m.variables<MWh>("x", {}, hours);
    const auto row = m.constraints<MWh>("row", regions);
    m.subject_to(row(Region{0}), x(Hour{0}) + x(Hour{1}) + 2.0 * x(Hour{0}) <= Quantity<MWh>{1.0});
    const Problem p = std::move(m).finish();
    EXPECT_EQ(column(p, 0), (std::vector<Entry>{{0, 3.0}}));
    EXPECT_EQ(column(p, 1), (std::vector<Entry>{{0, 1.0}}));
    EXPECT_EQ(p.entries(), 2);
}

TEST(Model, DropsCoefficientsThatAreOrBecomeZero) {
    Model m;
    const auto x = m.variables<MWh>("x", {}, hours);
    const auto row = m.constraints<MWh>("row", regions);
    m.subject_to(row(Region{0}), x(Hour{0}) - x(Hour{0}) + 0.0 * x(Hour{1}) + x(Hour{2}) <= Quantity<MWh>{1.0});
    m.add_to(row(Region{1}), x(Hour{0}) + 0.0 * x(Hour{2}));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(column(p, 0), (std::vector<Entry>{{1, 1.0}}));
    EXPECT_TRUE(column(p, 1).empty());
    EXPECT_EQ(column(p, 2), (std::vector<Entry>{{0, 1.0}}));
    EXPECT_EQ(p.entries(), 2);
    EXPECT_EQ(p.start.back(), 2);
}

TEST(Model, LetsSeveralSectorsWriteOneRow) {
    // Power writes both balances, then transport, in the other order, then heat adds to what power wrote.
    Model m;
    const auto supply = m.variables<MWh>("supply", {}, regions);
    const auto charging = m.variables<MWh>("charging", {}, regions);
    const auto balance = m.constraints<MWh>("balance", regions);
    for (const Region r : regions) m.subject_to(balance(r), 1.0 * supply(r) == Quantity<MWh>{10.0});
    m.add_to(balance(Region{1}), -charging(Region{1}));
    m.add_to(balance(Region{0}), -charging(Region{1}) - charging(Region{0}));
    m.add_to(balance(Region{0}), 0.5 * supply(Region{0}));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(column(p, 0), (std::vector<Entry>{{0, 1.5}}));
    EXPECT_EQ(column(p, 1), (std::vector<Entry>{{1, 1.0}}));
    EXPECT_EQ(column(p, 2), (std::vector<Entry>{{0, -1.0}}));
    EXPECT_EQ(
        column(p, 3), (std::vector<Entry>{{0, -1.0}, {1, -1.0}}));  // rows ascend, though written the other way round
    EXPECT_EQ(p.row_lower, (std::vector<double>{10.0, 10.0}));
}

TEST(Model, DoesNotDependOnTheOrderEquationsAreWrittenIn) {
    const auto build = [](bool reversed) {
        Model m;
        const auto x = m.variables<MWh>("x", {}, hours);
        const auto row = m.constraints<MWh>("row", Set<Region>(40));
        for (std::int32_t i = 0; i < 40; ++i) {
            const Region r{reversed ? 39 - i : i};
            m.subject_to(row(r),
                sum(hours, [&](Hour h) { return static_cast<double>(r.pos + h.pos) * x(h); }) <= Quantity<MWh>{1.0});
        }
        return std::move(m).finish();
    };
    const Problem a = build(false), b = build(true);
    EXPECT_EQ(a.start, b.start);
    EXPECT_EQ(a.index, b.index);
    EXPECT_EQ(a.value, b.value);
}

TEST(Model, ARowThatNobodyBoundsIsFree) {
    Model m;
    m.constraints<MWh>("row", Set<Region>(1));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.row_lower[0], -infinity);
    EXPECT_EQ(p.row_upper[0], infinity);
    EXPECT_EQ(p.start, std::vector<std::int64_t>{0});
}

TEST(Model, BoundsSingleVariablesAndRows) {
    Model m;
    const auto x = m.variables<MW>("x", {.lower = 1.0, .upper = 2.0}, regions);
    const auto row = m.constraints<MW>("row", regions);
    m.bound(x(Region{1}), Quantity<MW>{-5.0}, Quantity<MW>{5.0});
    m.set_bounds(row(Region{1}), Quantity<MW>{3.0}, Quantity<MW>{4.0});
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.lower, (std::vector<double>{1.0, -5.0}));
    EXPECT_EQ(p.upper, (std::vector<double>{2.0, 5.0}));
    EXPECT_EQ(p.row_lower, (std::vector<double>{-infinity, 3.0}));
}

TEST(Model, MarksIntegersWhereverTheyStand) {
    Model m;
    m.variables<MW>("flow", {}, regions);
    m.integers<one>("build", {.upper = 1.0}, regions);
    m.variables<MW>("more", {}, Set<Region>(1));
    const Problem p = std::move(m).finish();
    EXPECT_TRUE(p.has_integers());
    EXPECT_EQ(p.is_integer, (std::vector<char>{0, 0, 1, 1, 0}));
}

TEST(Model, AddsObjectivesUp) {
    Model m;
    const auto x = m.variables<MWh>("x", {}, hours);
    const Quantity<MKRW_per_MWh> price{2.0};
    m.minimise(sum(hours, [&](Hour h) { return price * x(h); }));
    m.minimise(price * x(Hour{1}));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.cost, (std::vector<double>{2.0, 4.0, 2.0}));
}

TEST(Model, ABlockOfNoSetsIsOneVariable) {
    Model m;
    const auto total = m.variables<MWh>("total", {});
    const auto row = m.constraints<MWh>("row");
    m.subject_to(row(), total() >= Quantity<MWh>{1.0});
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.columns(), 1);
    EXPECT_EQ(p.column_name(0), "total");
    EXPECT_EQ(p.row_name(0), "row");
}

TEST(Model, AnEmptySetMakesNoVariablesAndNoTrouble) {
    Model m;
    const auto x = m.variables<MWh>("x", {}, Set<Region>(0), hours);
    const auto y = m.variables<MWh>("y", {}, hours);
    const auto row = m.constraints<MWh>("row", Set<Region>(1));
    m.subject_to(row(Region{0}),
        sum(Set<Region>(0), hours, [&](Region r, Hour h) { return x(r, h); }) + y(Hour{0}) <= Quantity<MWh>{1.0});
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.columns(), 3);
    EXPECT_EQ(p.entries(), 1);
}

TEST(Sum, RunsOverSetsListsAndSpans) {
    Model m;
    const auto flow = m.variables<MW>("flow", {}, Set<Link>(5));
    const auto row = m.constraints<MW>("row", Set<Region>(3));
    const std::vector<Link> into = {Link{1}, Link{4}};
    m.add_to(row(Region{0}), sum(into, [&](Link l) { return flow(l); }));
    m.add_to(row(Region{1}), sum(std::span<const Link>(into).subspan(1), [&](Link l) { return flow(l); }));
    m.add_to(row(Region{2}), sum(std::vector<Link>{}, [&](Link l) { return flow(l); }));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(column(p, 1), (std::vector<Entry>{{0, 1.0}}));
    EXPECT_EQ(column(p, 4), (std::vector<Entry>{{0, 1.0}, {1, 1.0}}));
    EXPECT_EQ(p.entries(), 3);
}

TEST(Sum, OverSeveralSetsRunsThroughAllPairs) {
    Model m;
    const auto x = m.variables<MW>("x", {}, regions, hours);
    const auto row = m.constraints<MW>("row", Set<Region>(1));
    m.add_to(
        row(Region{0}), sum(regions, hours, [&](Region r, Hour h) { return (10.0 * r.pos + h.pos + 1.0) * x(r, h); }));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.value, (std::vector<double>{1.0, 2.0, 3.0, 11.0, 12.0, 13.0}));
}

TEST(When, IsTheExpressionOrNothing) {
    Model m;
    const auto x = m.variables<MW>("x", {}, regions);
    const auto row = m.constraints<MW>("row", Set<Region>(1));
    m.add_to(row(Region{0}), when(true, x(Region{0})) - when(false, x(Region{1})));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.entries(), 1);
    EXPECT_EQ(column(p, 0), (std::vector<Entry>{{0, 1.0}}));
}

TEST(Names, AreMadeFromBlocksOnDemand) {
    Model m;
    m.variables<MW>("generation", {}, regions, hours);
    m.label_columns({{"11", "36"}, {}});
    m.variables<MWh>("stored", {}, hours);
    m.constraints<MWh>("balance", regions);
    m.label_rows({{"11", "36"}});
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.column_name(0), "generation[11,0]");
    EXPECT_EQ(p.column_name(5), "generation[36,2]");
    EXPECT_EQ(p.column_name(6), "stored[0]");
    EXPECT_EQ(p.row_name(1), "balance[36]");
    EXPECT_EQ(p.column_unit(5), "MW");
    EXPECT_EQ(p.column_unit(6), "MWh");
}

TEST(Names, SkipBlocksWithoutMembers) {
    Model m;
    m.variables<MW>("none", {}, Set<Region>(0));
    m.variables<MW>("some", {}, regions);
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.column_name(0), "some[0]");
}

TEST(Names, AreNumbersWhereThereAreNoBlocks) {
    Problem p;
    EXPECT_EQ(p.column_name(3), "x3");
    EXPECT_EQ(p.row_name(0), "r0");
    EXPECT_EQ(p.row_unit(0), "");
}

TEST(Names, SpellUnits) {
    Model m;
    m.variables<MKRW_per_MWh>("price", {}, Set<Region>(1));
    m.variables<one>("share", {}, Set<Region>(1));
    m.variables<MWh / Dim{.year = 1}>("yearly", {}, Set<Region>(1));
    m.variables<person * km>("travel", {}, Set<Region>(1));
    const Problem p = std::move(m).finish();
    EXPECT_EQ(p.column_unit(0), "MKRW/MWh");
    EXPECT_EQ(p.column_unit(1), "1");
    EXPECT_EQ(p.column_unit(2), "MWh/year");
    EXPECT_EQ(p.column_unit(3), "km person");
}

std::string refusal(const std::vector<std::size_t>& sizes, bool rows) {
    Model m;
    try {
        const Set<Region> a(sizes[0]);
        const Set<Hour> b(sizes[1]);
        const Set<Link> c(sizes[2]);
        if (rows)
            m.constraints<MW>("generation", a, b, c);
        else
            m.variables<MW>("generation", {}, a, b, c);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::limit);
        return error.message();
    }
    return "nothing was thrown";
}

TEST(Counts, BeyondTheLimitAreRefusedByNameBeforeMemoryIsAskedFor) {
    EXPECT_EQ(refusal({100'000, 100'000, 1}, false), "with 'generation' the model has more than 2,147,483,646 columns");
    EXPECT_EQ(refusal({100'000, 100'000, 1}, true), "with 'generation' the model has more than 2,147,483,646 rows");
}

TEST(Counts, ThatPass64BitsAreRefusedToo) {
    // 2e9 * 2e9 * 2e9 = 8e27, and 2^22 * 2^21 * 2^21 = 2^64, which is 0 in 64 bits
    EXPECT_EQ(refusal({2'000'000'000, 2'000'000'000, 2'000'000'000}, false),
        "with 'generation' the model has more than 2,147,483,646 columns");
    EXPECT_EQ(refusal({1u << 22, 1u << 21, 1u << 21}, false),
        "with 'generation' the model has more than 2,147,483,646 columns");
}

TEST(Counts, OfEntriesAre64Bit) {
    static_assert(std::is_same_v<decltype(Problem::start)::value_type, std::int64_t>);
    static_assert(std::is_same_v<decltype(std::declval<const Problem&>().entries()), std::int64_t>);
}

}  // namespace
}  // namespace ecumene::lp
