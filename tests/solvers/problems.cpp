#include "problems.hpp"

#include <cmath>
#include <cstddef>
#include <random>
#include <utility>

namespace ecumene::solver::test {
namespace {

constexpr double inf = lp::infinity;

// ---- corners ----

std::vector<Known> corners() {
    std::vector<Known> list;
    list.push_back({"Empty", problem_of({}, {}, 7.0), Reason::optimal, 7.0});
    // No rows: 3x with x >= 2 gives 6, -y with y <= 5 gives -5.
    list.push_back({"NoRows", problem_of({{3, 2, inf}, {-1, 0, 5}, {0, -inf, inf}}, {}), Reason::optimal, 1.0});
    list.push_back({"NoRowsUnbounded", problem_of({{3, 2, inf}, {-1, 0, inf}}, {}), Reason::unbounded, 0.0});
    list.push_back({"NoColumns", problem_of({}, {{-1, {}, 1}, {0, {}, 0}}), Reason::optimal, 0.0});
    list.push_back({"NoColumnsInfeasible", problem_of({}, {{1, {}, 2}}), Reason::infeasible, 0.0});
    list.push_back({"OneByOne", problem_of({{2}}, {{3, {1}, inf}}), Reason::optimal, 6.0});
    // x + y >= 2 at cost 1 and 2: all by x. The second row says 0 <= 0.
    list.push_back({"EmptyRow", problem_of({{1}, {2}}, {{2, {1, 1}, inf}, {0, {0, 0}, 0}}), Reason::optimal, 2.0});
    list.push_back(
        {"EmptyRowInfeasible", problem_of({{1}, {2}}, {{2, {1, 1}, inf}, {1, {0, 0}, 3}}), Reason::infeasible, 0.0});
    // Besides x >= 2 at cost 1: y goes to its upper bound 4 at -3, z stays at its lower bound -1 at 5.
    list.push_back({"EmptyColumns", problem_of({{1}, {-3, 0, 4}, {5, -1, inf}}, {{2, {1, 0, 0}, inf}}), Reason::optimal,
        2.0 - 12.0 - 5.0});
    list.push_back({"EmptyColumnUnbounded", problem_of({{1}, {-3}}, {{2, {1, 0}, inf}}), Reason::unbounded, 0.0});
    list.push_back({"AllFixed", problem_of({{4, 2, 2}, {-1, 3, 3}}, {{-inf, {1, 1}, 5}}), Reason::optimal, 5.0});
    list.push_back(
        {"AllFixedInfeasible", problem_of({{4, 2, 2}, {-1, 3, 3}}, {{-inf, {1, 1}, 4}}), Reason::infeasible, 0.0});
    // x >= 1 costs 2; the free row over x + y says nothing, and y stays at 0.
    list.push_back({"FreeRow", problem_of({{2}, {1}}, {{-inf, {1, 1}, inf}, {1, {1, 0}, inf}}), Reason::optimal, 2.0});
    list.push_back(
        {"OnlyFreeRows", problem_of({{2, 1, inf}, {-1, 0, 6}}, {{-inf, {1, 1}, inf}}), Reason::optimal, -4.0});
    list.push_back({"ObjectiveConstant", problem_of({{2}}, {{3, {1}, inf}}, 100.0), Reason::optimal, 106.0});
    list.push_back({"NegativeConstant", problem_of({{2}}, {{3, {1}, inf}}, -6.0), Reason::optimal, 0.0});
    return list;
}

// ---- geometry ----

std::vector<Known> shapes() {
    std::vector<Known> list;
    // Four limits meet in (1, 1): x <= 1, y <= 1, x + y <= 2, x + 2y <= 3.
    list.push_back({"DegenerateVertex",
        problem_of({{-1}, {-1}}, {{-inf, {1, 0}, 1}, {-inf, {0, 1}, 1}, {-inf, {1, 1}, 2}, {-inf, {1, 2}, 3}}),
        Reason::optimal, -2.0});
    // Beale (1955): the textbook simplex cycles here. Optimum -1/20.
    list.push_back({"BealeCycles",
        problem_of({{-0.75}, {150}, {-0.02}, {6}},
            {{-inf, {0.25, -60, -0.04, 9}, 0}, {-inf, {0.5, -90, -0.02, 3}, 0}, {-inf, {0, 0, 1, 0}, 1}}),
        Reason::optimal, -0.05});
    // Klee and Minty (1972) in three dimensions: optimum at (0, 0, 10000).
    list.push_back({"KleeMinty",
        problem_of({{-100}, {-10}, {-1}}, {{-inf, {1, 0, 0}, 1}, {-inf, {20, 1, 0}, 100}, {-inf, {200, 20, 1}, 10000}}),
        Reason::optimal, -10000.0});
    // x = y + 4 turns 2x + y into 3y + 8 and x + y >= 2 into y >= -1: 5.
    list.push_back({"FreeVariables", problem_of({{2, -inf, inf}, {1, -inf, inf}}, {{2, {1, 1}, inf}, {4, {1, -1}, 4}}),
        Reason::optimal, 5.0});
    // 1 <= x + y <= 3 from both sides, and a range below zero: -3 <= x - y <= -1 needs y >= 1.
    list.push_back({"RangeAtItsLowerLimit", problem_of({{1}, {2}}, {{1, {1, 1}, 3}}), Reason::optimal, 1.0});
    list.push_back({"RangeAtItsUpperLimit", problem_of({{-1}, {-2}}, {{1, {1, 1}, 3}}), Reason::optimal, -6.0});
    list.push_back({"RangeBelowZero", problem_of({{1}, {1}}, {{-3, {1, -1}, -1}}), Reason::optimal, 1.0});
    // x = y, z = 6 - 2x: x + 2y + 3z = 18 - 3x, and z >= 0 lets x reach 3: 9.
    list.push_back(
        {"EqualitiesOnly", problem_of({{1}, {2}, {3}}, {{6, {1, 1, 1}, 6}, {0, {1, -1, 0}, 0}}), Reason::optimal, 9.0});
    // The same equality twice, the second time doubled: 2x + y over x + y = 4 is 4 at y = 4.
    list.push_back(
        {"RedundantEqualities", problem_of({{2}, {1}}, {{4, {1, 1}, 4}, {8, {2, 2}, 8}}), Reason::optimal, 4.0});
    // Upper bounds only: -x - y with x, y <= 3 below any floor, x + y <= 4: -4.
    list.push_back(
        {"NoLowerBounds", problem_of({{-1, -inf, 3}, {-1, -inf, 3}}, {{-inf, {1, 1}, 4}}), Reason::optimal, -4.0});
    // Coefficients 12 orders apart: z gives 1e6 each at 5e5 up to 0.5; the other 5e5 come from x, 1e-6 each at 1e-6.
    list.push_back(
        {"TwelveOrders", problem_of({{1e-6}, {5e5, 0, 0.5}}, {{1e6, {1e-6, 1e6}, inf}}), Reason::optimal, 750000.0});
    return list;
}

// ---- no answer ----

std::vector<Known> without_answer() {
    std::vector<Known> list;
    list.push_back(
        {"RowsContradict", problem_of({{1}, {1}}, {{-inf, {1, 1}, 1}, {2, {1, 1}, inf}}), Reason::infeasible, 0.0});
    list.push_back({"BoundsTooTight", problem_of({{1, 0, 1}, {1, 0, 1}}, {{3, {1, 1}, inf}}), Reason::infeasible, 0.0});
    list.push_back({"BoundsCross", problem_of({{1, 2, 1}}, {{0, {1}, inf}}), Reason::infeasible, 0.0});
    list.push_back({"LimitsCross", problem_of({{1}}, {{2, {1}, 1}}), Reason::infeasible, 0.0});
    // x + y + z = 1 three ways cannot be: the sum of the first two rows says 2(x + y + z) = 3.
    list.push_back(
        {"EqualitiesContradict", problem_of({{1}, {1}, {1}}, {{2, {1, 2, 0}, 2}, {1, {1, 0, 2}, 1}, {1, {1, 1, 1}, 1}}),
            Reason::infeasible, 0.0});
    list.push_back({"UnboundedRay", problem_of({{-1}, {0}}, {{-inf, {1, -1}, 1}}), Reason::unbounded, 0.0});
    list.push_back(
        {"UnboundedFree", problem_of({{1, -inf, inf}, {1, -inf, inf}}, {{0, {1, -1}, 0}}), Reason::unbounded, 0.0});
    // Both sides are empty (primal and dual infeasible): still infeasible, not unbounded.
    list.push_back({"InfeasibleBothWays", problem_of({{-1}, {-1}}, {{1, {1, -1}, inf}, {1, {-1, 1}, inf}}),
        Reason::infeasible, 0.0});
    return list;
}

// ---- integers ----

std::vector<Known> with_integers() {
    std::vector<Known> list;
    const auto binary = [](double cost) { return Column{cost, 0, 1, Kind::whole}; };
    // Weights 5, 7, 4, 3 into 14, values 8, 11, 6, 4: the last three fill it exactly for 21.
    list.push_back(
        {"Knapsack", problem_of({binary(-8), binary(-11), binary(-6), binary(-4)}, {{-inf, {5, 7, 4, 3}, 14}}),
            Reason::optimal, -21.0});
    // 2x + 2y <= 5 holds two whole units, not two and a half.
    list.push_back(
        {"RoundsDown", problem_of({{-1, 0, inf, Kind::whole}, {-1, 0, inf, Kind::whole}}, {{-inf, {2, 2}, 5}}),
            Reason::optimal, -2.0});
    list.push_back(
        {"NegativeInteger", problem_of({{1, -inf, inf, Kind::whole}, {1}}, {{-2.5, {1, 1}, inf}, {-3, {1, 0}, inf}}),
            Reason::optimal, -2.5});
    // Even on the left, odd on the right.
    list.push_back({"NoWholeAnswer", problem_of({{1, 0, 10, Kind::whole}, {1, 0, 10, Kind::whole}}, {{3, {2, 4}, 3}}),
        Reason::infeasible, 0.0});
    list.push_back({"NoWholeNumberWithinBounds", problem_of({{1, 0.2, 0.8, Kind::whole}}, {{0, {1}, 5}}),
        Reason::infeasible, 0.0});
    list.push_back({"IntegerRelaxationInfeasible",
        problem_of({{1, 0, 1, Kind::whole}, {1, 0, 1, Kind::whole}}, {{3, {1, 1}, inf}}), Reason::infeasible, 0.0});
    list.push_back({"IntegerUnbounded", problem_of({{-1, 0, inf, Kind::whole}, {0}}, {{-inf, {1, -1}, 0.5}}),
        Reason::unbounded, 0.0});
    // Open for 10 and produce at 2, or buy at 5: 8 units are made (26 < 40), 3 are bought (15 < 16).
    list.push_back({"FixedChargeOpens", problem_of({binary(10), {2}, {5}}, {{8, {0, 1, 1}, 8}, {-inf, {-20, 1, 0}, 0}}),
        Reason::optimal, 26.0});
    list.push_back({"FixedChargeStaysShut",
        problem_of({binary(10), {2}, {5}}, {{3, {0, 1, 1}, 3}, {-inf, {-20, 1, 0}, 0}}), Reason::optimal, 15.0});
    list.push_back({"IntegersWithConstant",
        problem_of({binary(-8), binary(-11), binary(-6), binary(-4)}, {{-inf, {5, 7, 4, 3}, 14}}, 30.0),
        Reason::optimal, 9.0});
    list.push_back({"IntegersWithoutRows", problem_of({{1, 0.5, 9.5, Kind::whole}, {-1, 0.5, 9.5, Kind::whole}}, {}),
        Reason::optimal, 1.0 - 9.0});
    return list;
}

// ---- in print and in the field ----

std::vector<Known> from_the_field() {
    std::vector<Known> list;
    // Dantzig (1963), chapter 3.3, as in the GAMS model library (trnsport): two canneries, three markets, 153.675.
    const double freight = 0.09;
    const auto route = [&](double thousand_miles) { return Column{freight * thousand_miles}; };
    list.push_back({"DantzigTransport",
        problem_of({route(2.5), route(1.7), route(1.8), route(2.5), route(1.8), route(1.4)},
            {{-inf, {1, 1, 1, 0, 0, 0}, 350}, {-inf, {0, 0, 0, 1, 1, 1}, 600}, {325, {1, 0, 0, 1, 0, 0}, inf},
                {300, {0, 1, 0, 0, 1, 0}, inf}, {275, {0, 0, 1, 0, 0, 1}, inf}}),
        Reason::optimal, 153.675});
    // Three hours, demand 60 each; wind 30, 80, 10 for nothing, gas at 50, a store of 20: the surplus of hour 2 is carried
    // into hour 3, so gas runs 30 + 0 + 30. Columns per hour: wind, gas, charge, discharge, level.
    const auto hour = [](double wind) {
        return std::vector<Column>{{0, 0, wind}, {50, 0, 100}, {0, 0, 20}, {0, 0, 20}, {0, 0, 20}};
    };
    std::vector<Column> columns;
    for (const double wind : {30.0, 80.0, 10.0})
        for (const Column& column : hour(wind)) columns.push_back(column);
    std::vector<Row> rows;
    for (std::size_t h = 0; h < 3; ++h) {
        Row balance{60, std::vector<double>(15), 60}, level{0, std::vector<double>(15), 0};
        const std::size_t first = 5 * h;
        balance.coefficients[first] = balance.coefficients[first + 1] = balance.coefficients[first + 3] = 1;
        balance.coefficients[first + 2] = -1;
        level.coefficients[first + 4] = level.coefficients[first + 3] = 1;
        level.coefficients[first + 2] = -1;
        if (h > 0) level.coefficients[first - 1] = -1;
        rows.push_back(balance);
        rows.push_back(level);
    }
    list.push_back({"DispatchWithStorage", problem_of(columns, rows), Reason::optimal, 3000.0});
    return list;
}

// ---- drawing ----

// Small whole numbers, the same on every platform.
class Draw {
public:
    explicit Draw(std::uint32_t seed) : generator_(seed) {}
    int between(int low, int high) {
        return low + static_cast<int>(generator_() % static_cast<std::uint32_t>(high - low + 1));
    }

private:
    std::mt19937 generator_;
};

struct Pair {
    std::vector<double> values, duals;
};

// A value and the sign its reduced cost may have.
Column drawn_column(Draw& draw, double& value) {
    value = draw.between(-5, 15);
    const double reduced = draw.between(1, 9);
    switch (draw.between(0, 4)) {
        case 0: return {reduced, value, draw.between(0, 1) ? inf : value + 7};
        case 1: return {-reduced, draw.between(0, 1) ? -inf : value - 7, value};
        case 2: return {0, value - 3, value + 4};
        case 3: return {static_cast<double>(draw.between(-9, 9)), value, value};
        default: return {0, -inf, inf};
    }
}

void draw_limits(Draw& draw, double activity, Row& row, double& dual) {
    dual = 0.0;
    switch (draw.between(0, 5)) {
        case 0:
        case 1: row.lower = row.upper = activity, dual = draw.between(-9, 9); break;
        case 2:
            row.lower = activity, row.upper = draw.between(0, 1) ? inf : activity + 6, dual = draw.between(0, 9);
            break;
        case 3:
            row.upper = activity, row.lower = draw.between(0, 1) ? -inf : activity - 6, dual = draw.between(-9, 0);
            break;
        case 4: row.lower = activity - 2, row.upper = inf; break;
        default: row.lower = -inf, row.upper = inf; break;
    }
}

}  // namespace

lp::Problem problem_of(const std::vector<Column>& columns, const std::vector<Row>& rows, double constant) {
    lp::Problem problem;
    problem.constant = constant;
    problem.start.push_back(0);
    bool has_integers = false;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        problem.cost.push_back(columns[j].cost);
        problem.lower.push_back(columns[j].lower);
        problem.upper.push_back(columns[j].upper);
        problem.is_integer.push_back(columns[j].kind == Kind::whole);
        has_integers = has_integers || columns[j].kind == Kind::whole;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].coefficients.at(j) == 0.0) continue;
            problem.index.push_back(static_cast<std::int32_t>(i));
            problem.value.push_back(rows[i].coefficients[j]);
        }
        problem.start.push_back(problem.entries());
    }
    if (!has_integers) problem.is_integer.clear();
    for (const Row& row : rows) {
        problem.row_lower.push_back(row.lower);
        problem.row_upper.push_back(row.upper);
    }
    return problem;
}

const std::vector<Known>& catalogue() {
    static const std::vector<Known> all = [] {
        std::vector<Known> list;
        for (const auto& part : {corners(), shapes(), without_answer(), with_integers(), from_the_field()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

Known constructed(std::uint32_t seed, int rows, int columns) {
    Draw draw(seed);
    std::vector<Column> column_list;
    std::vector<double> values;
    for (int j = 0; j < columns; ++j) {
        double value = 0.0;
        column_list.push_back(drawn_column(draw, value));
        values.push_back(value);
    }
    std::vector<Row> row_list;
    for (int i = 0; i < rows; ++i) {
        Row row{0, std::vector<double>(values.size()), 0};
        double activity = 0.0, dual = 0.0;
        for (int k = 0; k < 6; ++k)
            row.coefficients[static_cast<std::size_t>(draw.between(0, columns - 1))] = draw.between(-7, 7);
        for (std::size_t j = 0; j < values.size(); ++j) activity += row.coefficients[j] * values[j];
        draw_limits(draw, activity, row, dual);
        for (std::size_t j = 0; j < values.size(); ++j) column_list[j].cost += row.coefficients[j] * dual;
        row_list.push_back(row);
    }
    double objective = 13.0;
    for (std::size_t j = 0; j < values.size(); ++j) objective += column_list[j].cost * values[j];
    return {"Constructed" + std::to_string(seed), problem_of(column_list, row_list, 13.0), Reason::optimal, objective};
}

lp::Problem dispatch(int regions, int hours) {
    constexpr double pi = 3.14159265358979323846;
    enum Part { thermal, wind, charge, discharge, level, unserved, export_to_next, parts };
    lp::Problem problem;
    const auto balance = [&](int r, int h) { return 2 * (h * regions + r); };
    const auto storage = [&](int r, int h) { return 2 * (h * regions + r) + 1; };
    const auto demand = [&](int r, int h) { return 50.0 + 10.0 * r + 20.0 * std::sin(2 * pi * (h - 6) / 24.0); };
    const auto breeze = [&](int r, int h) {
        return 45.0 * (1.0 + std::sin(2 * pi * h / 31.0 + r)) * (1.0 + 0.3 * std::cos(2 * pi * h / 97.0));
    };
    for (int h = 0; h < hours; ++h)
        for (int r = 0; r < regions; ++r)
            for (const double limit : {demand(r, h), 0.0})
                problem.row_lower.push_back(limit), problem.row_upper.push_back(limit);

    const auto column = [&](double cost, double upper, std::vector<std::pair<int, double>> entries) {
        problem.cost.push_back(cost), problem.lower.push_back(0.0), problem.upper.push_back(upper);
        problem.start.push_back(problem.entries());
        if (entries.size() == 2 && entries[0].first > entries[1].first) std::swap(entries[0], entries[1]);
        for (const auto& [row, value] : entries) problem.index.push_back(row), problem.value.push_back(value);
    };
    for (int h = 0; h < hours; ++h)
        for (int r = 0; r < regions; ++r) {
            const int next_hour = (h + 1) % hours, next_region = (r + 1) % regions;
            column(40.0 + 7.0 * r + 0.01 * h, 60.0, {{balance(r, h), 1.0}});
            column(0.5, breeze(r, h), {{balance(r, h), 1.0}});
            column(0.1, 25.0, {{balance(r, h), -1.0}, {storage(r, h), -0.95}});
            column(0.1, 25.0, {{balance(r, h), 1.0}, {storage(r, h), 1.0 / 0.95}});
            column(0.0, 150.0, {{storage(r, h), 1.0}, {storage(r, next_hour), -0.999}});
            column(3000.0, demand(r, h), {{balance(r, h), 1.0}});
            column(0.2, 15.0, {{balance(r, h), -1.0}, {balance(next_region, h), 0.97}});
        }
    problem.start.push_back(problem.entries());
    problem.column_blocks = {{"dispatch", "MW", 0, {hours, regions, parts}, {}}};
    problem.column_blocks[0].labels = {
        {}, {}, {"thermal", "wind", "charge", "discharge", "level", "unserved", "export"}};
    problem.row_blocks = {{"balance", "MW", 0, {hours, regions, 2}, {}}};
    return problem;
}

}  // namespace ecumene::solver::test
