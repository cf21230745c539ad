// Ecumene's own interior-point method as an engine behind solve(): presolve, scaling, border, iterations, and the answer
// back on the problem as written (docs/model/barrier.md).
#include "solver/barrier/barrier.hpp"

#include <algorithm>
#include <cmath>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "core/parallel.hpp"
#include "core/text.hpp"
#include "solver/barrier/judge.hpp"
#include "solver/certificate.hpp"

namespace ecumene::solver {
namespace {

using namespace barrier;

constexpr const char* name = "barrier";

Solution ended(Reason reason, Limit limit, std::string detail) {
    Solution s;
    s.backend = name;
    s.termination = {reason, limit, std::move(detail)};
    return s;
}

Solution solved_by_presolve(const Task& task, const Presolve& presolve) {
    Solution s = ended(Reason::optimal, Limit::none, "solved by presolve");
    ReducedAnswer nothing;
    nothing.multipliers.assign(presolve.reduced().variable_bounds.size(), 0.0);
    presolve.restore(nothing, s.values, s.duals);
    if (!certify(task.problem, s).holds(task.options.tolerance))
        return ended(Reason::failed, Limit::none, "the answer of presolve does not carry its certificate");
    return s;
}

Solution ended_by(const Watch& watch) {
    return ended(watch.stopped().reason, watch.stopped().limit, watch.stopped().detail);
}

// Asked when the need is known and not before: what came earlier has taken its share already.
std::optional<Solution> refused_for(const Task& task, std::int64_t needed, const char* what) {
    const std::int64_t at_hand = task.options.memory_at_hand ? task.options.memory_at_hand() : needed;
    if (needed <= at_hand) return {};
    return ended(Reason::limit, Limit::memory,
        compose("{} would need about {:.1f} GB of memory, and {:.1f} GB are free",
            {what, static_cast<double>(needed) / 1e9, static_cast<double>(at_hand) / 1e9}));
}

bool fits(const Checkpoint& state, const StandardForm& form) {
    const auto terms = static_cast<std::size_t>(form.terms.size());
    return state.x.size() == form.cost.size() && state.y.size() == form.right.size() && state.s.size() == terms &&
           state.z.size() == terms;
}

// Where this very problem was left, else where a neighbour was half-way; else nothing.
std::optional<Checkpoint> state_to_start_from(const Task& task, const StandardForm& form) {
    if (task.options.checkpoints != nullptr) {
        auto found = task.options.checkpoints->find(fingerprint(task.problem, task.options.tolerance));
        if (found && fits(*found, form)) return found;
    }
    if (task.options.start == nullptr || !fits(*task.options.start, form)) return {};
    Checkpoint neighbour = *task.options.start;
    neighbour.iteration = neighbour.last_gain = 0;
    neighbour.best_merit = lp::infinity;
    neighbour.last_step = neighbour.step_before = 1.0;
    neighbour.idle = 0;
    return neighbour;
}

Inside inside_of(const StandardForm& form, const Border& border, const NewtonSystem& newton) {
    const NewtonSystem::Spent& spent = newton.spent();
    return {.is_there = true,
        .rows = form.a.rows,
        .columns = form.a.columns,
        .variable_bounds = form.terms.size() - form.terms.first_variable_bound,
        .border = static_cast<std::int64_t>(border.columns.size()),
        .factor_entries = newton.symbolic().factor_entries(),
        .factorizations = spent.factorizations,
        .solves = spent.solves,
        .flops = newton.symbolic().flops(),
        .factorizing = spent.factorizing,
        .solving = spent.solving};
}

Ending run(InteriorPoint& method, NewtonSystem& newton, std::optional<Checkpoint> from, Judge& judge) {
    if (!from) return method.run(judge);
    newton.set_regularisation(from->regularisation);
    judge.go_on_from(*from);
    Point point{std::move(from->x), std::move(from->y), std::move(from->s), std::move(from->z), from->last_step,
        from->step_before, from->idle};
    return method.run_from(std::move(point), from->iteration, judge);
}

}  // namespace

namespace barrier {

Solution solve(const Task& task, Watch& watch, Inside* inside) {
    Presolve presolve(task.problem);
    if (presolve.suspicion() != Suspicion::none)
        return ended(Reason::infeasible_or_unbounded, Limit::none,
            presolve.suspicion() == Suspicion::infeasible ? "presolve found limits that cross"
                                                          : "presolve found a column that runs away");
    if (presolve.reduced().a.columns == 0) return solved_by_presolve(task, presolve);
    if (watch.is_over()) return ended_by(watch);
    watch.report("ordering");
    const StandardForm form(presolve.take_reduced());
    const Border border = choose_border(form);
    NewtonSystem newton(form, border);
    if (auto refused = refused_for(task, newton.bytes_of_analysis(), "ordering")) return *std::move(refused);
    newton.analyse();
    if (watch.is_over()) return ended_by(watch);
    const int threads = std::min(task.options.threads, processors());
    if (auto refused = refused_for(task, newton.bytes(threads) + Judge::bytes(task.problem), "the factor"))
        return *std::move(refused);
    watch.report(compose("{} rows, {} columns, {} in the border, factor of {} entries",
        {form.a.rows, form.a.columns, static_cast<std::int64_t>(border.columns.size()),
            newton.symbolic().factor_entries()}));
    newton.prepare(threads);
    InteriorPoint method(form, newton);
    Judge judge(task, presolve, form, newton, watch);
    const Ending ending = run(method, newton, state_to_start_from(task, form), judge);
    if (inside != nullptr) *inside = inside_of(form, border, newton);
    Solution s;
    if (judge.measure() <= task.options.tolerance) {
        s = judge.take_best();
        s.termination = {Reason::optimal, Limit::none, "optimal by its certificate"};
    } else if (ending == Ending::stopped && watch.is_over()) {
        s = ended_by(watch);
    } else if (judge.measure() <= exploring_tolerance) {
        s = judge.take_best();
        s.termination = {Reason::optimal, Limit::none, "nearly proven by the interior point"};
    } else {
        s = ended(Reason::failed, Limit::none,
            std::isfinite(judge.measure())
                ? compose("best certificate {:.1e} where {:.1e} was asked", {judge.measure(), task.options.tolerance})
                : std::string("no convergence: perhaps infeasible or unbounded"));
    }
    s.iterations = judge.iterations();
    return s;
}

}  // namespace barrier

namespace {

class BarrierEngine : public Engine {
public:
    BackendInfo info() const override { return {Backend::barrier, name, true, {}, false}; }
    std::int64_t simplex_pays_below() const override { return 0; }  // it has none
    Solution run(const Task& task, Watch& watch) const override {
        try {
            Solution s = barrier::solve(task, watch);
            if (s.termination.reason != Reason::failed || task.options.start == nullptr) return s;
            Options cold = task.options;
            cold.start = nullptr;
            cold.checkpoints = nullptr;  // they hold where the start led to
            return barrier::solve({task.problem, cold, task.method, task.effort}, watch);
        } catch (const std::bad_alloc&) {
            return ended(Reason::limit, Limit::memory, "out of memory");
        }
    }
};

}  // namespace

const Engine& barrier_engine() {
    static const BarrierEngine engine;
    return engine;
}

}  // namespace ecumene::solver
