#include "solver/barrier/interior_point.hpp"

#include <algorithm>
#include <cmath>

namespace ecumene::solver::barrier {
namespace {

constexpr int most_iterations = 250;
constexpr int most_correctors = 3;
constexpr double largest_centring = 0.3;
constexpr double short_of_the_wall = 0.9995;  // how much of the longest step is taken
constexpr double worth_a_corrector = 0.01;
constexpr double least_start = 0.1;
constexpr double well_solved = 10.0, badly_solved = 1e4;  // of the precision asked of a linear solve
// An error of a step in A dx = r that is small beside what the step is to remove, or in itself (right-hand sides are
// scaled to order 1): refining it away took a quarter of all time and saved no iteration (measured).
constexpr double bearable_share = 0.01, bearable_error = 1e-8;
constexpr double no_step = 1e-6;
constexpr int most_idle_iterations = 5;

double largest(const Vector& v) {
    double most = 0.0;
    for (const double x : v) most = std::max(most, std::abs(x));
    return most;
}

double mean_size(const Vector& v) {
    double sum = 0.0;
    for (const double x : v) sum += std::abs(x);
    return v.empty() ? 0.0 : sum / static_cast<double>(v.size());
}

double longest_step(const Vector& at, const Vector& direction) {
    double step = 1.0;
    for (std::size_t k = 0; k < at.size(); ++k)
        if (direction[k] < 0.0 && -at[k] > step * direction[k]) step = -at[k] / direction[k];
    return step;
}

struct ShareAndStep {
    double share, step;
};

// Of several shares of `more` beside `base` the one that allows the longest step, in one pass: a step may be as long as the
// inverse of the fastest approach to a wall.
ShareAndStep share_of_longest_step(const Vector& at, const Vector& base, const Vector& more, double least_share) {
    constexpr int shares = 5;
    double share[shares], fastest[shares];
    for (int k = 0; k < shares; ++k) {
        share[k] = least_share + (1.0 - least_share) * k / (shares - 1);
        fastest[k] = 1.0;
    }
    for (std::size_t t = 0; t < at.size(); ++t) {
        const double inverse = -1.0 / at[t], own = base[t] * inverse, added = more[t] * inverse;
        for (int k = 0; k < shares; ++k) {
            const double speed = own + share[k] * added;
            fastest[k] = fastest[k] < speed ? speed : fastest[k];
        }
    }
    ShareAndStep best{0.0, -1.0};
    for (int k = 0; k < shares; ++k)
        if (1.0 / fastest[k] >= best.step) best = {share[k], 1.0 / fastest[k]};
    return best;
}

}  // namespace

// Least squares for x about a point within the bounds and for y, then pushed away from the walls (S. Mehrotra 1992).
void InteriorPoint::start() {
    const BarrierTerms& terms = form_.terms;
    const auto count = static_cast<std::size_t>(terms.size());
    newton_.factorize(Vector(count, 1.0));
    nothing_.assign(form_.right.size(), 0.0);
    h_.assign(form_.cost.size(), 0.0);

    Vector reference(form_.cost.size(), 0.0), seen(form_.cost.size(), 0.0);
    for (std::int32_t t = 0; t < terms.first_variable; ++t) {
        const std::int32_t j = terms.column[t];
        const double bound = -terms.alpha[t] * terms.gamma[t];
        // The upper bound follows the lower one: the middle, but not far from the lower.
        reference[j] = seen[j] == 0.0 ? bound : 0.5 * (reference[j] + std::min(bound, reference[j] + 20.0));
        seen[j] = 1.0;
    }
    Vector gap, step;
    multiply(form_.by_rows, reference, gap);
    for (std::size_t i = 0; i < gap.size(); ++i) gap[i] = form_.right[i] - gap[i];
    newton_.solve(h_, gap, 0.0, step, point_.y);
    point_.x = reference;
    for (std::size_t j = 0; j < step.size(); ++j) point_.x[j] += step[j];
    const double least_slack = std::max(least_start, mean_size(step));

    for (std::size_t j = 0; j < h_.size(); ++j) h_[j] = -form_.cost[j];
    newton_.solve(h_, nothing_, 0.0, step, point_.y);
    const double least_multiplier = std::max(least_start, mean_size(form_.cost));

    point_.s.resize(count);
    point_.z.resize(count);
    for (std::int32_t t = 0; t < terms.size(); ++t) {
        point_.s[t] = std::max(terms.slope(t, point_.x) + terms.gamma[t], least_slack);
        const std::int32_t j = terms.column[t];
        const double reduced_cost = form_.cost[j] - column_dot(form_.a, j, point_.y);
        point_.z[t] = std::max(terms.alpha[t] * reduced_cost, 0.0) + least_multiplier;
    }
    right_size_ = 1.0 + largest(form_.right);
    cost_size_ = 1.0 + largest(form_.cost);
}

Measures InteriorPoint::measure() {
    const BarrierTerms& terms = form_.terms;
    multiply(form_.by_rows, point_.x, primal_residual_);
    for (std::size_t i = 0; i < primal_residual_.size(); ++i)
        primal_residual_[i] = form_.right[i] - primal_residual_[i];
    multiply(form_.a, point_.y, dual_residual_);
    for (std::size_t j = 0; j < dual_residual_.size(); ++j) dual_residual_[j] = form_.cost[j] - dual_residual_[j];
    slack_residual_.resize(point_.s.size());
    Measures p;
    double product = 0.0;
    for (std::int32_t t = 0; t < terms.size(); ++t) {
        slack_residual_[t] = terms.slope(t, point_.x) + terms.gamma[t] - point_.s[t];
        dual_residual_[terms.column[t]] -= terms.alpha[t] * point_.z[t];
        if (terms.is_variable(t)) dual_residual_[terms.capacity[t]] -= terms.beta[t] * point_.z[t];
        p.dual_objective -= terms.gamma[t] * point_.z[t];
        product += point_.s[t] * point_.z[t];
    }
    mu_ = terms.size() == 0 ? 0.0 : product / terms.size();
    for (std::size_t i = 0; i < form_.right.size(); ++i) p.dual_objective += form_.right[i] * point_.y[i];
    for (std::size_t j = 0; j < form_.cost.size(); ++j) p.primal_objective += form_.cost[j] * point_.x[j];
    const double off = std::max(largest(primal_residual_), largest(slack_residual_));
    bearable_ = bearable_error + bearable_share * off;
    p.primal_residual = off / right_size_;
    p.dual_residual = largest(dual_residual_) / cost_size_;
    p.gap = std::abs(p.primal_objective - p.dual_objective) / (1e-10 + std::abs(p.primal_objective));
    return p;
}

Vector InteriorPoint::weights() const {
    Vector w(point_.s.size());
    for (std::size_t t = 0; t < w.size(); ++t) w[t] = point_.z[t] / point_.s[t];
    return w;
}

// (6) z ds + s dz = complementarity, ds = g'dx + slack residual; the rest of the step follows from (3).
void InteriorPoint::find_direction(const Vector& complementarity, Residuals residuals, Direction& out) {
    const BarrierTerms& terms = form_.terms;
    const bool is_included = residuals == Residuals::included;
    if (is_included)
        for (std::size_t j = 0; j < h_.size(); ++j) h_[j] = -dual_residual_[j];
    else
        std::fill(h_.begin(), h_.end(), 0.0);
    for (std::int32_t t = 0; t < terms.size(); ++t) {
        const double off = is_included ? point_.z[t] * slack_residual_[t] : 0.0;
        const double pull = (complementarity[t] - off) / point_.s[t];
        h_[terms.column[t]] += terms.alpha[t] * pull;
        if (terms.is_variable(t)) h_[terms.capacity[t]] += terms.beta[t] * pull;
    }
    newton_.solve(h_, is_included ? primal_residual_ : nothing_, bearable_, out.x, out.y);
    out.s.resize(point_.s.size());
    out.z.resize(point_.s.size());
    for (std::int32_t t = 0; t < terms.size(); ++t) {
        out.s[t] = terms.slope(t, out.x) + (is_included ? slack_residual_[t] : 0.0);
        out.z[t] = (complementarity[t] - point_.z[t] * out.s[t]) / point_.s[t];
    }
}

InteriorPoint::Steps InteriorPoint::longest_steps(const Direction& direction) const {
    return {longest_step(point_.s, direction.s), longest_step(point_.z, direction.z)};
}

// How much of mu to aim for, from how far the affine step gets.
double InteriorPoint::centre(const Direction& affine, const Steps& steps) const {
    double product = 0.0;
    for (std::size_t t = 0; t < point_.s.size(); ++t)
        product += (point_.s[t] + steps.primal * affine.s[t]) * (point_.z[t] + steps.dual * affine.z[t]);
    const double left = product / static_cast<double>(point_.s.size()) / mu_;
    return std::clamp(left * left * left, 1e-6, largest_centring);
}

// The share of a correction, primal and dual apart, that allows the longest steps (M. Colombo and J. Gondzio 2008).
InteriorPoint::Steps InteriorPoint::add_best_share(const Direction& correction, double least_share) {
    const auto best_share = [&](const Vector& at, const Vector& base, const Vector& more, double& best_step) {
        const auto [share, step] = share_of_longest_step(at, base, more, least_share);
        best_step = step;
        return share;
    };
    Steps steps;
    const double primal = best_share(point_.s, direction_.s, correction.s, steps.primal);
    const double dual = best_share(point_.z, direction_.z, correction.z, steps.dual);
    const auto add = [](Vector& to, const Vector& from, double share) {
        for (std::size_t k = 0; k < to.size(); ++k) to[k] += share * from[k];
    };
    add(direction_.x, correction.x, primal);
    add(direction_.s, correction.s, primal);
    add(direction_.y, correction.y, dual);
    add(direction_.z, correction.z, dual);
    return steps;
}

InteriorPoint::Steps InteriorPoint::predict_and_correct() {
    const std::size_t count = point_.s.size();
    target_.resize(count);
    for (std::size_t t = 0; t < count; ++t) target_[t] = -point_.s[t] * point_.z[t];
    find_direction(target_, Residuals::included, direction_);
    const Steps affine = longest_steps(direction_);
    if (count == 0) return affine;
    const double aim = centre(direction_, affine) * mu_, cap = 100.0 * mu_;
    for (std::size_t t = 0; t < count; ++t) target_[t] = aim - std::clamp(direction_.s[t] * direction_.z[t], -cap, cap);
    find_direction(target_, Residuals::left_out, correction_);
    Steps steps = add_best_share(correction_, affine.primal * affine.dual);

    // J. Gondzio (1996): products that would stray from the aim at a somewhat longer step are pulled back.
    for (int k = 0; k < most_correctors && (steps.primal < 0.95 || steps.dual < 0.95); ++k) {
        const double primal = std::min(1.0, std::max(1.3 * steps.primal, steps.primal + 0.15)),
                     dual = std::min(1.0, std::max(1.3 * steps.dual, steps.dual + 0.15));
        for (std::size_t t = 0; t < count; ++t) {
            const double product = (point_.s[t] + primal * direction_.s[t]) * (point_.z[t] + dual * direction_.z[t]);
            target_[t] = std::max(std::clamp(product, 0.1 * aim, 10.0 * aim) - product, -10.0 * aim);
        }
        find_direction(target_, Residuals::left_out, correction_);
        const Direction before = direction_;
        const Steps longer = add_best_share(correction_, std::min(0.5, steps.primal * steps.dual));
        if (longer.primal + longer.dual < steps.primal + steps.dual + worth_a_corrector) {
            direction_ = before;
            break;
        }
        steps = longer;
    }
    return steps;
}

// A system that lost its digits is factorised again with more regularisation.
InteriorPoint::Steps InteriorPoint::find_steps() {
    const Vector weight = weights();
    for (;;) {
        newton_.factorize(weight);
        const Steps steps = predict_and_correct();
        if (newton_.worst_residual() < well_solved) newton_.loosen();
        if (newton_.worst_residual() < badly_solved || !newton_.strengthen()) return steps;
    }
}

void InteriorPoint::advance(const Steps& steps) {
    const auto go = [](Vector& at, const Vector& direction, double step) {
        for (std::size_t k = 0; k < at.size(); ++k) at[k] += step * direction[k];
    };
    go(point_.x, direction_.x, steps.primal);
    go(point_.s, direction_.s, steps.primal);
    go(point_.y, direction_.y, steps.dual);
    go(point_.z, direction_.z, steps.dual);
}

Ending InteriorPoint::run(Listener& listener) {
    start();
    int idle = 0;
    for (int iteration = 0; iteration < most_iterations; ++iteration) {
        Measures measures = measure();
        measures.iteration = iteration;
        if (!std::isfinite(measures.gap) || !std::isfinite(mu_)) return Ending::stalled;
        const Verdict verdict = listener.hear(measures, point_);
        if (verdict != Verdict::go_on) return verdict == Verdict::enough ? Ending::enough : Ending::stopped;
        Steps steps = find_steps();
        idle = std::max(steps.primal, steps.dual) < no_step ? most_idle_iterations
               : std::max(steps.primal, steps.dual) < 1e-2  ? idle + 1
                                                            : 0;
        if (idle >= most_idle_iterations) return Ending::stalled;
        steps.primal *= steps.primal < 1.0 ? short_of_the_wall : 1.0;
        steps.dual *= steps.dual < 1.0 ? short_of_the_wall : 1.0;
        advance(steps);
    }
    return Ending::too_many_iterations;
}

}  // namespace ecumene::solver::barrier
