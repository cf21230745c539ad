// Ecumene's own interior-point method as an engine behind solve(): presolve, scaling, border, iterations, and the answer
// back on the problem as written (docs/model/barrier.md).
#include <algorithm>
#include <cmath>
#include <new>

#include "core/parallel.hpp"
#include "core/text.hpp"
#include "solver/backend.hpp"
#include "solver/barrier/interior_point.hpp"
#include "solver/certificate.hpp"

namespace ecumene::solver {
namespace {

using namespace barrier;

constexpr const char* name = "barrier";
constexpr std::int64_t most_bytes = std::int64_t{12} << 30;  // of the factor; beyond, another engine is asked
constexpr int most_without_gain = 30;                        // iterations

Solution ended(Reason reason, Limit limit, std::string detail) {
    Solution s;
    s.backend = name;
    s.termination = {reason, limit, std::move(detail)};
    return s;
}

// Restores and certifies every iterate that may be good enough, and keeps the best.
class Judge : public barrier::Listener {
public:
    Judge(const Task& task, const Presolve& presolve, const StandardForm& form, Watch& watch)
        : task_(task), presolve_(presolve), form_(form), watch_(watch) {}

    Verdict hear(const barrier::Measures& p, const Point& point) override {
        iterations_ = p.iteration;
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
    void consider(const Point& point) {
        Solution s = ended(Reason::optimal, Limit::none, {});
        presolve_.restore(form_.unscaled(point.x, point.y, point.z), s.values, s.duals);
        put_within_bounds(s.values);
        const Certificate c = certify(task_.problem, s);
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
    Watch& watch_;
    Solution best_;
    double measure_{lp::infinity};
    double best_merit_{lp::infinity};
    int last_gain_{};
    int iterations_{};
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

Solution solved(const Task& task, Watch& watch) {
    const Presolve presolve(task.problem);
    if (presolve.suspicion() != Suspicion::none)
        return ended(Reason::infeasible_or_unbounded, Limit::none,
            presolve.suspicion() == Suspicion::infeasible ? "presolve found limits that cross"
                                                          : "presolve found a column that runs away");
    if (presolve.reduced().a.columns == 0) return solved_by_presolve(task, presolve);
    if (watch.is_over()) return ended(watch.stopped().reason, watch.stopped().limit, watch.stopped().detail);
    watch.report("ordering");
    const StandardForm form(presolve.reduced());
    const Border border = choose_border(form);
    NewtonSystem newton(form, border);
    if (newton.bytes() > most_bytes)
        return ended(Reason::limit, Limit::memory, "the factor would need too much memory");
    if (watch.is_over()) return ended(watch.stopped().reason, watch.stopped().limit, watch.stopped().detail);
    watch.report(compose("{} rows, {} columns, {} in the border, factor of {} entries",
        {form.a.rows, form.a.columns, static_cast<std::int64_t>(border.columns.size()),
            newton.symbolic().factor_entries()}));
    newton.prepare(std::min(task.options.threads, processors()));
    InteriorPoint method(form, newton);
    Judge judge(task, presolve, form, watch);
    const Ending ending = method.run(judge);
    Solution s;
    if (judge.measure() <= task.options.tolerance) {
        s = judge.take_best();
        s.termination = {Reason::optimal, Limit::none, "optimal by its certificate"};
    } else if (ending == Ending::stopped && watch.is_over()) {
        s = ended(watch.stopped().reason, watch.stopped().limit, watch.stopped().detail);
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
            return solved(task, watch);
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
