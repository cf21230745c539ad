#include "solver/barrier/judge.hpp"

#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

#include "core/text.hpp"
#include "solver/row_repair.hpp"

namespace ecumene::solver::barrier {
namespace {

constexpr int most_without_gain = 30;  // iterations
constexpr int most_no_nearer = 15;     // iterations past all need
// The gap and residuals at which a state is still central enough for a neighbour to start from: half of all iterations saved,
// where a state closer to the end costs more than it saves (measured).
constexpr double middle_gap = 2e-2;

double worst_of(const Measures& p) {
    return std::max({p.gap, p.primal_residual, p.dual_residual});
}

}  // namespace

// Two answers, one being repaired, and what certifying and repairing sum per row.
std::int64_t Judge::bytes(const lp::Problem& problem) {
    constexpr std::int64_t per_column = 4 * sizeof(double), per_row = 6 * sizeof(double);
    return per_column * problem.columns() + per_row * problem.rows();
}

void Judge::go_on_from(const Checkpoint& checkpoint) {
    best_merit_ = checkpoint.best_merit;
    last_gain_ = checkpoint.last_gain;
}

Verdict Judge::hear(const Measures& p, const Point& point) {
    iterations_ = p.iteration;
    const double tolerance = task_.options.tolerance;
    const bool is_near = worst_of(p) <= 10.0 * tolerance;
    if (!is_near) keep_checkpoint(p.iteration, point);
    keep_middle(p, point);
    if (watch_.is_over()) return Verdict::stop;
    const double unit = form_.cost_unit * form_.right_unit;
    watch_.report(compose("iteration {}, objective {:.6e}, gap {:.1e}, primal {:.1e}, dual {:.1e}",
        {p.iteration, p.primal_objective * unit, p.gap, p.primal_residual, p.dual_residual}));
    if (has_stopped_improving(p)) return Verdict::stop;
    if (!is_near) return Verdict::go_on;
    consider(point);
    if (measure_ <= tolerance) return Verdict::enough;
    return p.gap <= tolerance ? Verdict::mend : Verdict::go_on;
}

Verdict Judge::hear_mended(const Measures& p, const Point& point) {
    const double tolerance = task_.options.tolerance;
    consider(point);
    if (measure_ <= tolerance) return Verdict::enough;
    // Past all need, and the proof comes no nearer: going on only loses digits.
    if (measure_ < 0.9 * measure_then_) {
        measure_then_ = measure_;
        nearer_at_ = p.iteration;
    }
    return worst_of(p) < 1e-4 * tolerance && p.iteration - nearer_at_ >= most_no_nearer ? Verdict::stop
                                                                                        : Verdict::go_on;
}

Checkpoint Judge::state_at(int iteration, const Point& point) const {
    return {fingerprint(task_.problem, task_.options.tolerance), iteration, last_gain_, best_merit_,
        newton_.regularisation(), point.last_step, point.step_before, point.idle, point.x, point.y, point.s, point.z};
}

void Judge::keep_middle(const Measures& p, const Point& point) {
    if (task_.options.middle == nullptr || has_middle_ || worst_of(p) > middle_gap) return;
    *task_.options.middle = state_at(p.iteration, point);
    has_middle_ = true;
}

// None close to the end: an earlier point may turn out to be the best, and mending wants the factor of the iteration before;
// a checkpoint holds neither.
void Judge::keep_checkpoint(int iteration, const Point& point) {
    Checkpoints* drawer = task_.options.checkpoints;
    if (drawer == nullptr || iteration == 0 || has_considered_ || !(drawer->is_due() || watch_.is_over())) return;
    try {
        drawer->keep(state_at(iteration, point));
    } catch (const std::bad_alloc&) {  // the solve itself needs no more than it has
    }
}

Judge::Answer Judge::restored(const Point& point) const {
    auto values = std::make_shared<Vector>(), duals = std::make_shared<Vector>();
    presolve_.restore(form_.unscaled(point.x, point.y, point.z), *values, *duals);
    const lp::Problem& problem = task_.problem;
    for (std::size_t j = 0; j < values->size(); ++j)
        (*values)[j] = std::min(std::max((*values)[j], problem.lower[j]), problem.upper[j]);
    return {values, duals};
}

void Judge::consider(const Point& point) {
    has_considered_ = true;
    Answer now = restored(point);
    const lp::Problem& problem = task_.problem;
    Certificate c = certify(problem, *now.values, *now.duals);
    const double tolerance = task_.options.tolerance;
    if (c.primal > tolerance && c.gap <= tolerance) {
        const auto repaired = std::make_shared<Vector>(*now.values);
        repair_rows(problem, *repaired, tolerance);
        const Certificate after = certify(problem, *repaired, *now.duals);
        if (after.primal < c.primal) {
            now.values = repaired;
            c = after;
        }
    }
    // Values and duals may each be good enough at another iteration: they need not be of one.
    if (c.primal <= tolerance && c.dual > tolerance && good_.duals) keep_if_better({now.values, good_.duals});
    if (c.dual <= tolerance && c.primal > tolerance && good_.values) keep_if_better({good_.values, now.duals});
    if (c.primal <= tolerance) good_.values = now.values;
    if (c.dual <= tolerance) good_.duals = now.duals;
    keep_if_better(now, c);
}

void Judge::keep_if_better(const Answer& answer) {
    keep_if_better(answer, certify(task_.problem, *answer.values, *answer.duals));
}

void Judge::keep_if_better(const Answer& answer, const Certificate& c) {
    const double worst = std::max({c.primal, c.dual, c.gap});
    if (!(worst < measure_)) return;
    measure_ = worst;
    best_ = answer;
}

Solution Judge::take_best() {
    Solution s;
    s.backend = "barrier";
    s.values = std::move(*best_.values);
    s.duals = std::move(*best_.duals);
    return s;
}

// The gap alone may rise for long while the residuals fall, so their product counts.
bool Judge::has_stopped_improving(const Measures& p) {
    constexpr double floor = 1e-9;
    const double merit = (p.gap + floor) * (p.primal_residual + floor) * (p.dual_residual + floor);
    if (merit < 0.9 * best_merit_) {
        best_merit_ = merit;
        last_gain_ = p.iteration;
    }
    return p.iteration - last_gain_ > most_without_gain;
}

}  // namespace ecumene::solver::barrier
