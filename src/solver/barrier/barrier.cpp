// Ecumene's own interior-point method as an engine behind solve(): presolve, scaling, border, iterations, and the answer
// back on the problem as written (docs/model/barrier.md).
#include <algorithm>
#include <cmath>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "core/parallel.hpp"
#include "core/text.hpp"
#include "solver/backend.hpp"
#include "solver/barrier/interior_point.hpp"
#include "solver/certificate.hpp"

namespace ecumene::solver {
namespace {

using namespace barrier;

constexpr const char* name = "barrier";
constexpr int most_without_gain = 30;  // iterations
// Of the gap at which a state is still central enough for a neighbour to start from: half of all iterations saved, where a
// state closer to the end costs more than it saves (measured).
constexpr double middle_gap = 2e-2;

Solution ended(Reason reason, Limit limit, std::string detail) {
    Solution s;
    s.backend = name;
    s.termination = {reason, limit, std::move(detail)};
    return s;
}

// Restores and certifies every iterate that may be good enough, and keeps the best.
class Judge : public barrier::Listener {
public:
    Judge(
        const Task& task, const Presolve& presolve, const StandardForm& form, const NewtonSystem& newton, Watch& watch)
        : task_(task), presolve_(presolve), form_(form), newton_(newton), watch_(watch) {}

    void go_on_from(const Checkpoint& checkpoint) {
        best_merit_ = checkpoint.best_merit;
        last_gain_ = checkpoint.last_gain;
    }

    Verdict hear(const barrier::Measures& p, const Point& point) override {
        iterations_ = p.iteration;
        keep_checkpoint(p.iteration, point);
        keep_middle(p, point);
        if (watch_.is_over()) return Verdict::stop;
        const double unit = form_.cost_unit * form_.right_unit;
        watch_.report(compose("iteration {}, objective {:.6e}, gap {:.1e}, primal {:.1e}, dual {:.1e}",
            {p.iteration, p.primal_objective * unit, p.gap, p.primal_residual, p.dual_residual}));
        if (has_stopped_improving(p)) return Verdict::stop;
        const double tolerance = task_.options.tolerance;
        if (std::max({p.gap, p.primal_residual, p.dual_residual}) > 10.0 * tolerance) return Verdict::go_on;
        consider(point);
        if (measure_ <= tolerance) return Verdict::enough;
        // Past all need and still no proof: going on only loses digits.
        return std::max({p.gap, p.primal_residual, p.dual_residual}) < 1e-4 * tolerance ? Verdict::stop
                                                                                        : Verdict::go_on;
    }

    int iterations() const { return iterations_; }
    double measure() const { return measure_; }
    Solution take_best() { return std::move(best_); }

private:
    Checkpoint state_at(int iteration, const Point& point) const {
        return {fingerprint(task_.problem, task_.options.tolerance), iteration, last_gain_, best_merit_,
            newton_.regularisation(), point.last_step, point.step_before, point.idle, point.x, point.y, point.s,
            point.z};
    }
    void keep_middle(const barrier::Measures& p, const Point& point) {
        if (task_.options.middle == nullptr || has_middle_ || p.gap > middle_gap) return;
        *task_.options.middle = state_at(p.iteration, point);
        has_middle_ = true;
    }
    // Close to the end an earlier point may turn out to be the best, which a checkpoint does not hold.
    void keep_checkpoint(int iteration, const Point& point) {
        Checkpoints* drawer = task_.options.checkpoints;
        if (drawer == nullptr || iteration == 0 || has_considered_ || !(drawer->is_due() || watch_.is_over())) return;
        try {
            drawer->keep(state_at(iteration, point));
        } catch (const std::bad_alloc&) {  // the solve itself needs no more than it has
        }
    }
    void consider(const Point& point) {
        has_considered_ = true;
        Solution s = ended(Reason::optimal, Limit::none, {});
        presolve_.restore(form_.unscaled(point.x, point.y, point.z), s.values, s.duals);
        put_within_bounds(s.values);
        const Certificate c = certify(task_.problem, s);
        const double tolerance = task_.options.tolerance;
        // Values and duals may each be good enough at another iteration: they need not be of one.
        if (c.primal <= tolerance && c.dual > tolerance && !good_duals_.empty()) {
            Solution mixed = s;
            mixed.duals = good_duals_;
            keep_if_better(std::move(mixed));
        }
        if (c.dual <= tolerance && c.primal > tolerance && !good_values_.empty()) {
            Solution mixed = s;
            mixed.values = good_values_;
            keep_if_better(std::move(mixed));
        }
        if (c.primal <= tolerance) good_values_ = s.values;
        if (c.dual <= tolerance) good_duals_ = s.duals;
        keep_if_better(std::move(s), c);
    }
    void keep_if_better(Solution s) {
        const Certificate c = certify(task_.problem, s);
        keep_if_better(std::move(s), c);
    }
    void keep_if_better(Solution s, const Certificate& c) {
        const double worst = std::max({c.primal, c.dual, c.gap});
        if (!(worst < measure_)) return;
        measure_ = worst;
        best_ = std::move(s);
    }
    // The gap alone may rise for long while the residuals fall, so their product counts.
    bool has_stopped_improving(const barrier::Measures& p) {
        constexpr double floor = 1e-9;
        const double merit = (p.gap + floor) * (p.primal_residual + floor) * (p.dual_residual + floor);
        if (merit < 0.9 * best_merit_) {
            best_merit_ = merit;
            last_gain_ = p.iteration;
        }
        return p.iteration - last_gain_ > most_without_gain;
    }
    void put_within_bounds(Vector& values) const {
        for (std::size_t j = 0; j < values.size(); ++j)
            values[j] = std::min(std::max(values[j], task_.problem.lower[j]), task_.problem.upper[j]);
    }

    const Task& task_;
    const Presolve& presolve_;
    const StandardForm& form_;
    const NewtonSystem& newton_;
    Watch& watch_;
    Solution best_;
    std::vector<double> good_values_, good_duals_;  // the last that hold by themselves
    double measure_{lp::infinity};
    double best_merit_{lp::infinity};
    int last_gain_{};
    int iterations_{};
    bool has_middle_{}, has_considered_{};
};

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

Ending run(InteriorPoint& method, NewtonSystem& newton, std::optional<Checkpoint> from, Judge& judge) {
    if (!from) return method.run(judge);
    newton.set_regularisation(from->regularisation);
    judge.go_on_from(*from);
    Point point{std::move(from->x), std::move(from->y), std::move(from->s), std::move(from->z), from->last_step,
        from->step_before, from->idle};
    return method.run_from(std::move(point), from->iteration, judge);
}

Solution solved(const Task& task, Watch& watch) {
    const Presolve presolve(task.problem);
    if (presolve.suspicion() != Suspicion::none)
        return ended(Reason::infeasible_or_unbounded, Limit::none,
            presolve.suspicion() == Suspicion::infeasible ? "presolve found limits that cross"
                                                          : "presolve found a column that runs away");
    if (presolve.reduced().a.columns == 0) return solved_by_presolve(task, presolve);
    if (watch.is_over()) return ended_by(watch);
    watch.report("ordering");
    const StandardForm form(presolve.reduced());
    const Border border = choose_border(form);
    NewtonSystem newton(form, border);
    // Asked now: what came before has taken its share already.
    const std::int64_t limit = task.options.memory_at_hand ? task.options.memory_at_hand() : newton.bytes();
    if (newton.bytes() > limit)
        return ended(Reason::limit, Limit::memory,
            compose("the factor would need about {:.1f} GB of memory, and {:.1f} GB are free",
                {static_cast<double>(newton.bytes()) / 1e9, static_cast<double>(limit) / 1e9}));
    if (watch.is_over()) return ended_by(watch);
    watch.report(compose("{} rows, {} columns, {} in the border, factor of {} entries",
        {form.a.rows, form.a.columns, static_cast<std::int64_t>(border.columns.size()),
            newton.symbolic().factor_entries()}));
    newton.prepare(std::min(task.options.threads, processors()));
    InteriorPoint method(form, newton);
    Judge judge(task, presolve, form, newton, watch);
    const Ending ending = run(method, newton, state_to_start_from(task, form), judge);
    Solution s;
    if (judge.measure() <= task.options.tolerance) {
        s = judge.take_best();
        s.termination = {Reason::optimal, Limit::none, "optimal by its certificate"};
    } else if (ending == Ending::stopped && watch.is_over()) {
        s = ended_by(watch);
    } else {
        s = ended(Reason::failed, Limit::none,
            std::isfinite(judge.measure())
                ? compose("best certificate {:.1e} where {:.1e} was asked", {judge.measure(), task.options.tolerance})
                : std::string("no convergence: perhaps infeasible or unbounded"));
    }
    s.iterations = judge.iterations();
    return s;
}

class BarrierEngine : public Engine {
public:
    BackendInfo info() const override { return {Backend::barrier, name, true, {}, false}; }
    std::int64_t simplex_pays_below() const override { return 0; }  // it has none
    Solution run(const Task& task, Watch& watch) const override {
        try {
            Solution s = solved(task, watch);
            if (s.termination.reason != Reason::failed || task.options.start == nullptr) return s;
            Options cold = task.options;
            cold.start = nullptr;
            cold.checkpoints = nullptr;  // they hold where the start led to
            return solved({task.problem, cold, task.method, task.effort}, watch);
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
