#include "solver/certificate.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "solver/positions.hpp"

namespace ecumene::solver {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

enum class Kind { none, row, column };

// The largest violation seen, relative for the measure, absolute for people.
struct Worst {
    double relative{};
    double amount{};
    Kind kind{Kind::none};
    std::int32_t position{};

    void see(double violation, double size, Kind where, std::int32_t at_position) {
        if (violation <= 0.0) return;
        relative = std::max(relative, violation / (1.0 + size));
        if (violation <= amount) return;
        amount = violation;
        kind = where;
        position = at_position;
    }
};

Violation primal_violation(const lp::Problem& problem, const Worst& worst) {
    if (worst.kind == Kind::none) return {};
    if (worst.kind == Kind::row)
        return {problem.row_name(worst.position), worst.amount, problem.row_unit(worst.position)};
    return {problem.column_name(worst.position), worst.amount, problem.column_unit(worst.position)};
}

// A dual counts objective per unit of its row or column.
Violation dual_violation(const lp::Problem& problem, const Worst& worst) {
    Violation violation = primal_violation(problem, worst);
    if (worst.kind != Kind::none)
        violation.unit = violation.unit.empty() ? "objective" : "objective per " + violation.unit;
    return violation;
}

bool all_finite(const std::vector<double>& numbers) {
    return std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); });
}

void see_bounds(Worst& worst, double value, double lower, double upper, double size, Kind kind, std::int32_t position) {
    if (value < lower) worst.see(lower - value, std::max(std::abs(lower), size), kind, position);
    if (value > upper) worst.see(value - upper, std::max(std::abs(upper), size), kind, position);
}

Worst primal_worst(const lp::Problem& problem, const std::vector<double>& values) {
    std::vector<double> activity(at(problem.rows())), largest_term(at(problem.rows()));
    Worst worst;
    for (std::int32_t j = 0; j < problem.columns(); ++j) {
        const double x = values[at(j)];
        see_bounds(worst, x, problem.lower[at(j)], problem.upper[at(j)], std::abs(x), Kind::column, j);
        for (std::int64_t e = problem.start[at(j)]; e < problem.start[at(j) + 1]; ++e) {
            const double term = problem.value[at(e)] * x;
            const std::size_t row = at(problem.index[at(e)]);
            activity[row] += term;
            largest_term[row] = std::max(largest_term[row], std::abs(term));
        }
    }
    for (std::int32_t i = 0; i < problem.rows(); ++i)
        see_bounds(worst, activity[at(i)], problem.row_lower[at(i)], problem.row_upper[at(i)], largest_term[at(i)],
            Kind::row, i);
    return worst;
}

// What a reduced cost (or a row's dual) adds to the dual objective; one that points at an infinite bound is a violation.
double bound_term(
    Worst& worst, double reduced, double lower, double upper, double size, Kind kind, std::int32_t position) {
    if (reduced == 0.0) return 0.0;
    const double bound = reduced > 0.0 ? lower : upper;
    if (std::isfinite(bound)) return reduced * bound;
    worst.see(std::abs(reduced), size, kind, position);
    return 0.0;
}

struct DualSide {
    Worst worst;
    double objective{};
};

DualSide dual_side(const lp::Problem& problem, const std::vector<double>& duals) {
    DualSide side;
    long double objective = problem.constant;  // terms may cancel: the sum keeps a few digits more than its parts
    for (std::int32_t i = 0; i < problem.rows(); ++i)
        objective += bound_term(side.worst, duals[at(i)], problem.row_lower[at(i)], problem.row_upper[at(i)],
            std::abs(duals[at(i)]), Kind::row, i);
    for (std::int32_t j = 0; j < problem.columns(); ++j) {
        double reduced = problem.cost[at(j)];
        double size = std::abs(reduced);
        for (std::int64_t e = problem.start[at(j)]; e < problem.start[at(j) + 1]; ++e) {
            const double term = problem.value[at(e)] * duals[at(problem.index[at(e)])];
            reduced -= term;
            size = std::max(size, std::abs(term));
        }
        objective += bound_term(side.worst, reduced, problem.lower[at(j)], problem.upper[at(j)], size, Kind::column, j);
    }
    side.objective = static_cast<double>(objective);
    return side;
}

double variable_cost(const lp::Problem& problem, const std::vector<double>& values) {
    long double cost = 0.0;
    for (std::size_t j = 0; j < values.size(); ++j) cost += static_cast<long double>(problem.cost[j]) * values[j];
    return static_cast<double>(cost);
}

double largest_fraction(const lp::Problem& problem, const std::vector<double>& values) {
    double largest = 0.0;
    for (std::size_t j = 0; j < problem.is_integer.size(); ++j)
        if (problem.is_integer[j]) largest = std::max(largest, std::abs(values[j] - std::round(values[j])));
    return largest;
}

bool are_values(const lp::Problem& problem, const std::vector<double>& values) {
    return values.size() == at(problem.columns()) && all_finite(values);
}

Certificate nothing_proven() {
    Certificate none;
    none.primal = none.dual = none.gap = none.integrality = infinite;
    none.objective = none.dual_objective = std::numeric_limits<double>::quiet_NaN();
    return none;
}

Certificate of_values(const lp::Problem& problem, const std::vector<double>& values, double cost) {
    Certificate certificate;
    const Worst primal = primal_worst(problem, values);
    certificate.primal = primal.relative;
    certificate.worst_primal = primal_violation(problem, primal);
    certificate.objective = cost + problem.constant;
    return certificate;
}

void set_gap(Certificate& certificate, double cost, double dual_objective) {
    certificate.dual_objective = dual_objective;
    certificate.gap = std::abs(certificate.objective - dual_objective) / (1.0 + std::abs(cost));
}

}  // namespace

bool Certificate::holds(double tolerance) const {
    return primal <= tolerance && dual <= tolerance && gap <= tolerance && integrality <= tolerance;
}

Certificate certify(const lp::Problem& problem, const Solution& solution) {
    // "No values" and "no columns" look alike: without columns only the ending tells whether there is an answer.
    if (problem.columns() == 0 && solution.termination.reason != Reason::optimal) return nothing_proven();
    if (!problem.has_integers()) return certify(problem, solution.values, solution.duals);
    if (!are_values(problem, solution.values)) return nothing_proven();
    const double cost = variable_cost(problem, solution.values);
    Certificate certificate = of_values(problem, solution.values, cost);
    certificate.integrality = largest_fraction(problem, solution.values);
    set_gap(certificate, cost, solution.bound);
    return certificate;
}

Certificate certify(const lp::Problem& problem, const std::vector<double>& values, const std::vector<double>& duals) {
    if (!are_values(problem, values)) return nothing_proven();
    const double cost = variable_cost(problem, values);
    Certificate certificate = of_values(problem, values, cost);
    if (duals.size() != at(problem.rows()) || !all_finite(duals)) {
        certificate.dual = certificate.gap = infinite;
        certificate.dual_objective = -infinite;
        return certificate;
    }
    const DualSide side = dual_side(problem, duals);
    certificate.has_duals = true;
    certificate.dual = side.worst.relative;
    certificate.worst_dual = dual_violation(problem, side.worst);
    set_gap(certificate, cost, side.objective);
    return certificate;
}

}  // namespace ecumene::solver
