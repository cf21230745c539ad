// HiGHS: simplex and interior point for linear problems, branch and cut for integers.
//
// The interior point runs in two programs. HiGHS 1.10 moves an interior answer to bounds by its absolute tolerances before
// it hands it over, which left residuals of 1e-4 on plans (docs/model/solver.md). So one instance presolves and undoes it,
// and a second one, told to tolerate any dual infeasibility, solves the reduced problem and leaves the answer as it is.
#include <Highs.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "solver/backend.hpp"

namespace ecumene::solver {
namespace {

constexpr double interior_residual = 1e-9;
constexpr double thorough_tolerance = 1e-9;
constexpr double whole_number_tolerance = 1e-7;
constexpr double any_dual = 1e30;

// One, whatever the options say: HiGHS keeps one pool of threads per process, and answers must not depend on timing.
constexpr int threads = 1;

template <class Value>
void set(Highs& highs, const char* option, const Value& value) {
    if (highs.setOptionValue(option, value) == HighsStatus::kError)
        throw Error(ErrorKind::internal, std::string("HiGHS does not take the option ") + option);
}

void listen(int kind, const std::string& message, const HighsCallbackDataOut*, HighsCallbackDataIn* in, void* user) {
    auto& watch = *static_cast<Watch*>(user);
    if (kind == kCallbackLogging)
        watch.report(message);
    else if (in)
        in->user_interrupt = watch.is_over() ? 1 : 0;
}

// Quiet, serial, stoppable. With the logging callback on, nothing reaches the console although it must be "on".
void prepare(Highs& highs, Watch& watch) {
    highs.setCallback(HighsCallbackFunctionType(listen), &watch);
    for (const HighsCallbackType kind :
        {kCallbackLogging, kCallbackSimplexInterrupt, kCallbackIpmInterrupt, kCallbackMipInterrupt})
        highs.startCallback(kind);
    set(highs, "threads", threads);
    set(highs, "parallel", std::string("off"));
    set(highs, "random_seed", 0);
    if (std::isfinite(watch.remaining())) set(highs, "time_limit", std::max(watch.remaining(), 1e-3));
}

HighsLp highs_problem(const lp::Problem& problem) {
    if (problem.entries() > std::numeric_limits<HighsInt>::max())
        throw Error(ErrorKind::limit, "the problem has more than 2^31 entries, which this build of HiGHS cannot count");
    HighsLp out;
    out.num_col_ = problem.columns();
    out.num_row_ = problem.rows();
    out.col_cost_ = problem.cost;
    out.col_lower_ = problem.lower;
    out.col_upper_ = problem.upper;
    out.row_lower_ = problem.row_lower;
    out.row_upper_ = problem.row_upper;
    out.offset_ = problem.constant;
    out.a_matrix_.format_ = MatrixFormat::kColwise;
    out.a_matrix_.start_.assign(problem.start.begin(), problem.start.end());
    out.a_matrix_.index_.assign(problem.index.begin(), problem.index.end());
    out.a_matrix_.value_ = problem.value;
    if (problem.has_integers())
        for (const char flag : problem.is_integer)
            out.integrality_.push_back(flag ? HighsVarType::kInteger : HighsVarType::kContinuous);
    return out;
}

void pass(Highs& highs, HighsLp problem) {
    if (highs.passModel(std::move(problem)) == HighsStatus::kError)
        throw Error(ErrorKind::solver, "HiGHS refused the problem; a coefficient may be beyond 1e15");
}

Termination termination_of(const Highs& highs, const Watch& watch) {
    const HighsModelStatus status = highs.getModelStatus();
    const std::string words = highs.modelStatusToString(status);
    switch (status) {
        case HighsModelStatus::kOptimal:
        case HighsModelStatus::kModelEmpty: return {Reason::optimal, Limit::none, words};
        case HighsModelStatus::kInfeasible: return {Reason::infeasible, Limit::none, words};
        case HighsModelStatus::kUnbounded: return {Reason::unbounded, Limit::none, words};
        case HighsModelStatus::kUnboundedOrInfeasible: return {Reason::infeasible_or_unbounded, Limit::none, words};
        case HighsModelStatus::kTimeLimit: return {Reason::limit, Limit::time, words};
        case HighsModelStatus::kIterationLimit: return {Reason::limit, Limit::iterations, words};
        case HighsModelStatus::kMemoryLimit: return {Reason::limit, Limit::memory, words};
        case HighsModelStatus::kInterrupt: return watch.stopped();
        default: return {Reason::failed, Limit::none, words};
    }
}

std::int64_t iterations_of(const Highs& highs) {
    const HighsInfo& info = highs.getInfo();
    std::int64_t count = 0;
    for (const std::int64_t part : {std::int64_t{info.simplex_iteration_count}, std::int64_t{info.ipm_iteration_count},
             std::int64_t{info.crossover_iteration_count}})
        count += std::max<std::int64_t>(part, 0);
    return count;
}

// Only values that mean something: an interrupted simplex may hold a point that is not even feasible, which is as good as any
// for a limit, but for "infeasible" there is none.
void take_values(const Highs& highs, bool wants_duals, Solution& solution) {
    const HighsSolution& answer = highs.getSolution();
    const Reason reason = solution.termination.reason;
    if (!answer.value_valid || reason == Reason::infeasible || reason == Reason::unbounded) return;
    solution.values = answer.col_value;
    if (wants_duals && answer.dual_valid) solution.duals = answer.row_dual;
}

Solution run_simplex(const Task& task, Watch& watch) {
    Highs highs;
    prepare(highs, watch);
    set(highs, "solver", std::string("simplex"));
    if (task.effort == Effort::thorough) {
        set(highs, "presolve", std::string("off"));
        set(highs, "primal_feasibility_tolerance", thorough_tolerance);
        set(highs, "dual_feasibility_tolerance", thorough_tolerance);
    }
    pass(highs, highs_problem(task.problem));
    highs.run();
    Solution solution;
    solution.termination = termination_of(highs, watch);
    solution.iterations = iterations_of(highs);
    take_values(highs, true, solution);
    return solution;
}

// The reduced problem, solved without presolve and left where the interior point ends.
void prepare_interior(Highs& inner, double gap, Watch& watch) {
    prepare(inner, watch);
    set(inner, "solver", std::string("ipm"));
    set(inner, "run_crossover", std::string("off"));
    set(inner, "presolve", std::string("off"));
    set(inner, "ipm_optimality_tolerance", gap);
    set(inner, "primal_feasibility_tolerance", interior_residual);
    set(inner, "dual_feasibility_tolerance", any_dual);
}

Solution run_interior(const Task& task, Watch& watch) {
    Highs outer;
    prepare(outer, watch);
    pass(outer, highs_problem(task.problem));
    outer.presolve();
    const HighsPresolveStatus presolved = outer.getModelPresolveStatus();
    Solution solution;
    if (presolved == HighsPresolveStatus::kReducedToEmpty || presolved == HighsPresolveStatus::kInfeasible ||
        presolved == HighsPresolveStatus::kUnboundedOrInfeasible || presolved == HighsPresolveStatus::kNullError)
        return run_simplex(task, watch);  // nothing is left for an interior point to do
    if (watch.is_over()) {
        solution.termination = watch.stopped();
        return solution;
    }

    Highs inner;
    // A tenth of the tolerance: bounds undone by the presolve add a little to the gap.
    prepare_interior(inner, std::clamp(0.1 * task.options.tolerance, 1e-12, 1e-4), watch);
    pass(inner, outer.getPresolvedLp());
    inner.run();
    solution.termination = termination_of(inner, watch);
    solution.iterations = iterations_of(inner);
    // The interior point's word on "infeasible" is no proof: solve() asks the simplex.
    if (solution.termination.reason != Reason::optimal) return solution;
    outer.postsolve(HighsSolution(inner.getSolution()));
    take_values(outer, true, solution);
    return solution;
}

// With crossover, and with HiGHS's own clean-up by simplex should that be imprecise.
Solution run_interior_to_vertex(const Task& task, Watch& watch) {
    Highs highs;
    prepare(highs, watch);
    set(highs, "solver", std::string("ipm"));
    set(highs, "run_crossover", std::string("on"));
    pass(highs, highs_problem(task.problem));
    highs.run();
    Solution solution;
    solution.termination = termination_of(highs, watch);
    solution.iterations = iterations_of(highs);
    take_values(highs, true, solution);
    return solution;
}

Solution run_branch_and_cut(const Task& task, Watch& watch) {
    Highs highs;
    prepare(highs, watch);
    set(highs, "mip_rel_gap", task.options.relative_gap);
    set(highs, "mip_feasibility_tolerance", whole_number_tolerance);
    if (task.effort == Effort::thorough) set(highs, "presolve", std::string("off"));
    pass(highs, highs_problem(task.problem));
    highs.run();
    Solution solution;
    solution.termination = termination_of(highs, watch);
    solution.iterations = iterations_of(highs);
    solution.bound = highs.getInfo().mip_dual_bound;
    take_values(highs, false, solution);
    return solution;
}

class HighsEngine : public Engine {
public:
    BackendInfo info() const override {
        return {Backend::highs, std::string("highs ") + highsVersion(), true, {}, true};
    }
    std::int64_t simplex_pays_below() const override { return 20'000; }

    Solution run(const Task& task, Watch& watch) const override {
        const bool has_integers = task.problem.has_integers();
        const bool is_interior = task.method == Method::interior_point;
        Solution solution = has_integers                   ? run_branch_and_cut(task, watch)
                            : !is_interior                 ? run_simplex(task, watch)
                            : task.effort == Effort::usual ? run_interior(task, watch)
                                                           : run_interior_to_vertex(task, watch);
        solution.backend = info().name + (has_integers ? " mip" : is_interior ? " ipm" : " simplex");
        return solution;
    }
};

}  // namespace

const Engine& highs_engine() {
    static const HighsEngine engine;
    return engine;
}

}  // namespace ecumene::solver
