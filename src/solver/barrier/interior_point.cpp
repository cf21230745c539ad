#include "solver/barrier/interior_point.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

#include "core/parallel.hpp"

namespace ecumene::solver::barrier {
namespace {

constexpr int most_iterations = 250;
// Correctors that reach for twice the step, and many of them: a third fewer iterations than three that reach for 1.3 times,
// and less time in all, though each costs a solve (measured on ten problems).
constexpr int most_correctors = 8;
constexpr double reach = 2.0, least_reach = 0.4;
constexpr double long_enough = 0.95;
constexpr double largest_centring = 0.3;
// Two short steps on end have one of two reasons. The products have run ahead of the residuals, and a step that would mend
// those meets a wall at once: the products are raised again. Long chains of hours (a store nobody limits) do not converge
// without. Or residuals add next to nothing to the gap and the path itself bends: in a year of hours thousands of bounds begin
// to bind at one price. Then half of the products is aimed at from the start, for a second-order correction measured at a full
// step means nothing.
constexpr double short_step = 0.15, raised_centring = 10.0, aim_at_short_steps = 0.5;
constexpr double small_in_gap = 0.01;  // of the sum of products
// Shorter still, a few terms in a million have both slack and multiplier at the wall: one iteration only makes products alike.
constexpr double stuck_step = 0.02, stuck_step_when_met = 0.05;
constexpr double short_of_the_wall = 0.9995;  // how much of the longest step is taken
constexpr double worth_a_corrector = 1.01;    // times the steps before
constexpr double least_start = 0.1;
// The least multipliers of a capacity's hours are this many times its cost between them, and what a reduced cost adds to one
// is ten times that at most.
constexpr double times_capacity_cost = 30.0, most_shares = 10.0, least_capacity_cost = 1e-3;
constexpr double well_solved = 10.0, badly_solved = 1e4;  // of the precision asked of a linear solve
// Errors of a step that are small beside what it is to remove, or in themselves (right-hand sides and costs are scaled to
// order 1): refining primal ones away took a quarter of all time and saved no iteration, unless duals of thousands stand on
// their rows; dual ones above this piled up in the last iterations (all measured).
constexpr double bearable_primal = 1e-8, bearable_primal_share = 0.01;
constexpr double bearable_dual = 1e-9, bearable_dual_share = 0.1;
constexpr double no_step = 1e-6;
constexpr int most_idle_iterations = 20;

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

double longest_step(const Vector& at, const Vector& direction, std::size_t begin, std::size_t end) {
    double step = 1.0;
    for (std::size_t k = begin; k < end; ++k)
        if (direction[k] < 0.0 && -at[k] > step * direction[k]) step = -at[k] / direction[k];
    return step;
}

// Of several shares of a correction beside a direction, how fast each runs against its nearest wall: a step may be as long as
// the inverse. They rise by equal factors from a fiftieth or `least` to all of it: where steps are short, so is the share that fits a
// curved path.
constexpr int shares_tried = 8;
constexpr double least_share_tried = 0.02;
using Speeds = std::array<double, shares_tried>;

Speeds shares_from(double least) {
    Speeds share;
    for (int k = 0; k < shares_tried; ++k)
        share[k] = std::pow(std::max(least, least_share_tried), 1.0 - k / (shares_tried - 1.0));
    return share;
}

void see_speeds(Speeds& fastest, const Speeds& share, double at, double direction, double correction) {
    const double inverse = -1.0 / at, own = direction * inverse, added = correction * inverse;
    for (int k = 0; k < shares_tried; ++k) {
        const double speed = own + share[k] * added;
        fastest[k] = fastest[k] < speed ? speed : fastest[k];
    }
}

struct ShareAndStep {
    double share, step;
};

ShareAndStep share_of_longest_step(const std::vector<Speeds>& parts, const Speeds& share) {
    ShareAndStep best{0.0, -1.0};
    for (int k = 0; k < shares_tried; ++k) {
        double fastest = 1.0;
        for (const Speeds& part : parts) fastest = std::max(fastest, part[k]);
        if (1.0 / fastest >= best.step) best = {share[k], 1.0 / fastest};
    }
    return best;
}

}  // namespace

// work(begin, end) or work(begin, end, number) over [0, size) in as many ranges as there are slices.
template <class Work>
void InteriorPoint::for_each_range(std::size_t size, Work work) {
    const std::size_t ranges = form_.slices.size();
    for_each_part(static_cast<int>(ranges), newton_.threads(), [&](int part) {
        const auto which = static_cast<std::size_t>(part);
        const std::size_t begin = size * which / ranges, end = size * (which + 1) / ranges;
        if constexpr (std::is_invocable_v<Work, std::size_t, std::size_t, std::size_t>)
            work(begin, end, which);
        else
            work(begin, end);
    });
}

// The same over the barrier terms.
template <class Work>
void InteriorPoint::on_ranges(Work work) {
    for_each_range(point_.s.size(), work);
}

void InteriorPoint::add_share(Vector& to, double share, const Vector& from) {
    for_each_range(to.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) to[k] += share * from[k];
    });
}

// Least squares for x about a point within the bounds and for y, then pushed away from the walls (S. Mehrotra 1992).
void InteriorPoint::start() {
    const BarrierTerms& terms = form_.terms;
    const auto count = static_cast<std::size_t>(terms.size());
    point_.s.assign(count, 1.0);
    point_.z.assign(count, 1.0);
    newton_.factorize(point_.s, point_.z);

    Vector reference(form_.cost.size(), 0.0), seen(form_.cost.size(), 0.0);
    for (std::int32_t t = 0; t < terms.first_variable_bound; ++t) {
        const std::int32_t j = terms.column[t];
        const double bound = -terms.alpha[t] * terms.gamma[t];
        // The upper bound follows the lower one: the middle, but not far from the lower.
        reference[j] = seen[j] == 0.0 ? bound : 0.5 * (reference[j] + std::min(bound, reference[j] + 20.0));
        seen[j] = 1.0;
    }
    Vector gap, step;
    multiply(form_.by_rows, reference, gap);
    for (std::size_t i = 0; i < gap.size(); ++i) gap[i] = form_.right[i] - gap[i];
    newton_.solve(h_, gap, {}, step, point_.y);
    point_.x = reference;
    for (std::size_t j = 0; j < step.size(); ++j) point_.x[j] += step[j];
    const double least_slack = std::max(least_start, mean_size(step));

    for (std::size_t j = 0; j < h_.size(); ++j) h_[j] = -form_.cost[j];
    newton_.solve(h_, nothing_, {}, step, point_.y);
    const Vector least_multiplier = least_multipliers(std::max(least_start, mean_size(form_.cost)));

    for (std::int32_t t = 0; t < terms.size(); ++t) {
        point_.s[t] = std::max(terms.slope(t, point_.x) + terms.gamma[t], least_slack);
        const std::int32_t j = terms.column[t];
        const double reduced_cost = form_.cost[j] - column_dot(form_.a, j, point_.y),
                     most = terms.is_variable_bound(t) ? most_shares * least_multiplier[t] : lp::infinity;
        point_.z[t] = std::clamp(terms.alpha[t] * reduced_cost, 0.0, most) + least_multiplier[t];
    }
}

// The usual least multiplier in every hour would charge a capacity many times its cost, thousands of times over a year, and
// most iterations went into taking that back. So an hour's share of the cost decides where it is the smaller.
Vector InteriorPoint::least_multipliers(double usual) const {
    const BarrierTerms& terms = form_.terms;
    Vector charged(form_.cost.size(), 0.0), of_column(form_.cost.size(), usual);
    for (std::int32_t t = terms.first_variable_bound; t < terms.size(); ++t)
        charged[terms.share(t).capacity] += std::abs(terms.share(t).beta);
    Vector least(static_cast<std::size_t>(terms.size()), usual);
    for (std::int32_t t = terms.first_variable_bound; t < terms.size(); ++t) {
        const std::int32_t capacity = terms.share(t).capacity, column = terms.column[t];
        const double cost = times_capacity_cost * std::max(form_.cost[capacity], least_capacity_cost);
        least[t] = std::min(usual, cost / charged[capacity]);
        of_column[column] = std::min(of_column[column], least[t]);
    }
    for (std::int32_t t = 0; t < terms.first_variable_bound; ++t) least[t] = of_column[terms.column[t]];
    return least;
}

void InteriorPoint::measure_data() {
    nothing_.assign(form_.right.size(), 0.0);
    h_.assign(form_.cost.size(), 0.0);
    right_size_ = 1.0 + largest(form_.right);
    cost_size_ = 1.0 + largest(form_.cost);
}

Measures InteriorPoint::measure() {
    const BarrierTerms& terms = form_.terms;
    primal_residual_.resize(form_.right.size());
    dual_residual_.resize(form_.cost.size());
    slack_residual_.resize(point_.s.size());
    struct Part {
        double primal_objective{}, dual_objective{}, product{};
    };
    std::vector<Part> parts(form_.slices.size());
    for_each_slice(form_, newton_.threads(), [&](const Slice& slice, int which) {
        Part part;
        Vector& sums = sums_.cleared(which);
        for (std::int32_t i = slice.first_row; i < slice.last_row; ++i) {
            primal_residual_[i] = form_.right[i] - column_dot(form_.by_rows, i, point_.x);
            part.dual_objective += form_.right[i] * point_.y[i];
        }
        for (std::int32_t j = slice.first_column; j < slice.last_column; ++j) {
            dual_residual_[j] = form_.cost[j] - column_dot(form_.a, j, point_.y);
            part.primal_objective += form_.cost[j] * point_.x[j];
        }
        const auto take = [&](std::int32_t t) {
            slack_residual_[t] = terms.slope(t, point_.x) + terms.gamma[t] - point_.s[t];
            dual_residual_[terms.column[t]] -= terms.alpha[t] * point_.z[t];
            part.dual_objective -= terms.gamma[t] * point_.z[t];
            part.product += point_.s[t] * point_.z[t];
        };
        for (std::int32_t t = slice.first_plain; t < slice.last_plain; ++t) take(t);
        for (std::int32_t t = slice.first_variable_bound; t < slice.last_variable_bound; ++t) {
            take(t);
            sums[terms.share(t).number] -= terms.share(t).beta * point_.z[t];
        }
        parts[static_cast<std::size_t>(which)] = part;
    });
    sums_.add_to(dual_residual_, [](std::int32_t j) { return j; });
    Measures p;
    double product = 0.0;
    for (const Part& part : parts) {
        p.primal_objective += part.primal_objective;
        p.dual_objective += part.dual_objective;
        product += part.product;
    }
    mu_ = terms.size() == 0 ? 0.0 : product / terms.size();
    const double off = std::max(largest(primal_residual_), largest(slack_residual_));
    const double dual_off = largest(dual_residual_);
    bearable_ = {bearable_dual + bearable_dual_share * dual_off,
        (rows_are_small() ? bearable_primal : 0.0) + bearable_primal_share * off};
    p.primal_residual = off / right_size_;
    p.dual_residual = dual_off / cost_size_;
    p.gap = std::abs(p.primal_objective - p.dual_objective) / (1e-10 + std::abs(p.primal_objective));
    return p;
}

// The point is heard with its primal residuals removed by a step of their own. A step towards the optimum leaves errors that
// are small beside its own size; rows of a few units beside others of a hundred million want this one for themselves. The last
// factorisation will do, and so will values a hair outside their bounds.
Verdict InteriorPoint::mend_for(Listener& listener, const Measures& measures) {
    const double size = std::max(largest(primal_residual_), largest(slack_residual_));
    if (!(size > 0.0)) return listener.hear_mended(measures, point_);
    for (Vector* residual : {&primal_residual_, &slack_residual_})
        for (double& r : *residual) r /= size;
    std::fill(dual_residual_.begin(), dual_residual_.end(), 0.0);
    bearable_ = {};
    // So that solve() pulls by the weights that were factorised, not by those of the step since.
    target_.resize(point_.s.size());
    for (std::size_t t = 0; t < target_.size(); ++t)
        target_[t] = (point_.z[t] - newton_.weight()[t] * point_.s[t]) * slack_residual_[t];
    solve(Residuals::included, correction_.x, correction_.y);
    Vector& mended = correction_.x;
    for (std::size_t j = 0; j < mended.size(); ++j) mended[j] = point_.x[j] + size * mended[j];
    point_.x.swap(mended);
    const Verdict verdict = listener.hear_mended(measures, point_);
    point_.x.swap(mended);
    measure();
    return verdict;
}

// (6) z ds + s dz = target, ds = g'dx + slack residual; the rest of the step follows from (3).
void InteriorPoint::solve(Residuals residuals, Vector& dx, Vector& dy) {
    const BarrierTerms& terms = form_.terms;
    const bool is_included = residuals == Residuals::included;
    for_each_slice(form_, newton_.threads(), [&](const Slice& slice, int which) {
        Vector& sums = sums_.cleared(which);
        for (std::int32_t j = slice.first_column; j < slice.last_column; ++j)
            h_[j] = is_included ? -dual_residual_[j] : 0.0;
        const auto pull_of = [&](std::int32_t t) {
            const double off = is_included ? point_.z[t] * slack_residual_[t] : 0.0;
            return (target_[t] - off) / point_.s[t];
        };
        for (std::int32_t t = slice.first_plain; t < slice.last_plain; ++t)
            h_[terms.column[t]] += terms.alpha[t] * pull_of(t);
        for (std::int32_t t = slice.first_variable_bound; t < slice.last_variable_bound; ++t) {
            const double pull = pull_of(t);
            h_[terms.column[t]] += terms.alpha[t] * pull;
            sums[terms.share(t).number] += terms.share(t).beta * pull;
        }
    });
    sums_.add_to(h_, [](std::int32_t j) { return j; });
    newton_.solve(h_, is_included ? primal_residual_ : nothing_, bearable_, dx, dy);
}

void InteriorPoint::find_direction(Residuals residuals) {
    const bool is_included = residuals == Residuals::included;
    solve(residuals, direction_.x, direction_.y);
    direction_.s.resize(point_.s.size());
    direction_.z.resize(point_.s.size());
    on_ranges([&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            const auto t = static_cast<std::int32_t>(k);
            direction_.s[k] = form_.terms.slope(t, direction_.x) + (is_included ? slack_residual_[k] : 0.0);
            direction_.z[k] = (target_[k] - point_.z[k] * direction_.s[k]) / point_.s[k];
        }
    });
}

InteriorPoint::SlackAndMultiplier InteriorPoint::correction_of(std::int32_t t) const {
    const double ds = form_.terms.slope(t, correction_.x);
    return {ds, (target_[t] - point_.z[t] * ds) / point_.s[t]};
}

InteriorPoint::Steps InteriorPoint::longest_steps() {
    std::vector<Steps> steps(form_.slices.size());
    on_ranges([&](std::size_t begin, std::size_t end, std::size_t which) {
        steps[which] = {
            longest_step(point_.s, direction_.s, begin, end), longest_step(point_.z, direction_.z, begin, end)};
    });
    Steps shortest;
    for (const Steps& s : steps) shortest = {std::min(shortest.primal, s.primal), std::min(shortest.dual, s.dual)};
    return shortest;
}

// How much of mu to aim for, from how far the affine step gets (S. Mehrotra 1992).
double InteriorPoint::centre(const Steps& affine) {
    if (longer_of_last_steps() < short_step) return raised_centring;  // residuals count: see first_direction()
    Vector products(form_.slices.size());
    on_ranges([&](std::size_t begin, std::size_t end, std::size_t which) {
        for (std::size_t t = begin; t < end; ++t)
            products[which] +=
                (point_.s[t] + affine.primal * direction_.s[t]) * (point_.z[t] + affine.dual * direction_.z[t]);
    });
    double product = 0.0;
    for (const double part : products) product += part;
    const double left = product / static_cast<double>(point_.s.size()) / mu_;
    return std::clamp(left * left * left, 1e-6, largest_centring);
}

// The share of a correction, primal and dual apart, that allows the longest steps (M. Colombo and J. Gondzio 2008).
InteriorPoint::Shares InteriorPoint::best_shares(double least_share) {
    const Speeds share = shares_from(least_share);
    std::vector<Speeds> primal(form_.slices.size()), dual(form_.slices.size());
    on_ranges([&](std::size_t begin, std::size_t end, std::size_t which) {
        primal[which].fill(1.0);
        dual[which].fill(1.0);
        for (std::size_t t = begin; t < end; ++t) {
            const SlackAndMultiplier more = correction_of(static_cast<std::int32_t>(t));
            see_speeds(primal[which], share, point_.s[t], direction_.s[t], more.s);
            see_speeds(dual[which], share, point_.z[t], direction_.z[t], more.z);
        }
    });
    const auto [primal_share, primal_step] = share_of_longest_step(primal, share);
    const auto [dual_share, dual_step] = share_of_longest_step(dual, share);
    return {primal_share, dual_share, {primal_step, dual_step}};
}

void InteriorPoint::add_correction(const Shares& shares) {
    on_ranges([&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
            const SlackAndMultiplier more = correction_of(static_cast<std::int32_t>(t));
            direction_.s[t] += shares.primal * more.s;
            direction_.z[t] += shares.dual * more.z;
        }
    });
    add_share(direction_.x, shares.primal, correction_.x);
    add_share(direction_.y, shares.dual, correction_.y);
}

// Whether residuals add little to the gap beside what the products do; those of rows alone, and all.
bool InteriorPoint::rows_are_small() const {
    return gap_of_rows() < small_in_gap * mu_ * static_cast<double>(point_.s.size());
}

bool InteriorPoint::residuals_are_small() const {
    double added = gap_of_rows();
    for (std::size_t j = 0; j < point_.x.size(); ++j) added += std::abs(dual_residual_[j] * point_.x[j]);
    for (std::size_t t = 0; t < point_.z.size(); ++t) added += std::abs(slack_residual_[t] * point_.z[t]);
    return added < small_in_gap * mu_ * static_cast<double>(point_.s.size());
}

double InteriorPoint::gap_of_rows() const {
    double added = 0.0;
    for (std::size_t i = 0; i < point_.y.size(); ++i) added += std::abs(primal_residual_[i] * point_.y[i]);
    return added;
}

double InteriorPoint::longer_of_last_steps() const {
    return std::max(point_.last_step, point_.step_before);
}

InteriorPoint::Aimed InteriorPoint::first_direction() {
    const double step = longer_of_last_steps();
    if (step >= short_step) return predict_and_correct();
    const bool is_met = residuals_are_small();
    if (step < (is_met ? stuck_step_when_met : stuck_step)) return straight_to(mu_, Residuals::left_out);
    return is_met ? straight_to(aim_at_short_steps * mu_, Residuals::included) : predict_and_correct();
}

// The direction that brings products to aim at a full step, to first order, by (6).
InteriorPoint::Aimed InteriorPoint::straight_to(double aim, Residuals residuals) {
    target_.resize(point_.s.size());
    on_ranges([&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) target_[t] = aim - point_.s[t] * point_.z[t];
    });
    find_direction(residuals);
    return {aim, longest_steps()};
}

InteriorPoint::Aimed InteriorPoint::predict_and_correct() {
    const Steps affine = straight_to(0.0, Residuals::included).steps;
    if (point_.s.empty()) return {0.0, affine};
    const double aim = centre(affine) * mu_, cap = 100.0 * mu_;
    on_ranges([&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t)
            target_[t] = aim - std::clamp(direction_.s[t] * direction_.z[t], -cap, cap);
    });
    find_correction();
    const Shares shares = best_shares(affine.primal * affine.dual);
    add_correction(shares);
    return {aim, shares.steps};
}

// J. Gondzio (1996): products that would stray from the aim at a somewhat longer step are pulled back.
InteriorPoint::Steps InteriorPoint::lengthen(const Aimed& so_far) {
    const double aim = so_far.aim;
    Steps steps = so_far.steps;
    for (int k = 0; k < most_correctors && std::min(steps.primal, steps.dual) < long_enough; ++k) {
        const double primal = std::min(1.0, std::max(reach * steps.primal, steps.primal + least_reach)),
                     dual = std::min(1.0, std::max(reach * steps.dual, steps.dual + least_reach));
        on_ranges([&](std::size_t begin, std::size_t end) {
            for (std::size_t t = begin; t < end; ++t) {
                const double product =
                    (point_.s[t] + primal * direction_.s[t]) * (point_.z[t] + dual * direction_.z[t]);
                target_[t] = std::max(std::clamp(product, 0.1 * aim, 10.0 * aim) - product, -10.0 * aim);
            }
        });
        find_correction();
        const Shares shares = best_shares(std::min(0.5, steps.primal * steps.dual));
        if (shares.steps.primal + shares.steps.dual < (steps.primal + steps.dual) * worth_a_corrector) break;
        add_correction(shares);
        steps = shares.steps;
    }
    return steps;
}

// A system that lost its digits is factorised again with more regularisation.
InteriorPoint::Steps InteriorPoint::find_steps() {
    for (;;) {
        newton_.factorize(point_.s, point_.z);
        const Steps steps = lengthen(first_direction());
        if (newton_.worst_residual() < well_solved) newton_.loosen();
        if (newton_.worst_residual() < badly_solved || !newton_.strengthen()) return steps;
    }
}

void InteriorPoint::advance(const Steps& steps) {
    add_share(point_.x, steps.primal, direction_.x);
    add_share(point_.s, steps.primal, direction_.s);
    add_share(point_.y, steps.dual, direction_.y);
    add_share(point_.z, steps.dual, direction_.z);
}

Ending InteriorPoint::run(Listener& listener) {
    measure_data();
    start();
    return iterate(0, listener);
}

Ending InteriorPoint::run_from(Point point, int iteration, Listener& listener) {
    measure_data();
    point_ = std::move(point);
    return iterate(iteration, listener);
}

Ending InteriorPoint::iterate(int iteration, Listener& listener) {
    for (; iteration < most_iterations; ++iteration) {
        Measures measures = measure();
        measures.iteration = iteration;
        if (!std::isfinite(measures.gap) || !std::isfinite(mu_)) return Ending::stalled;
        Verdict verdict = listener.hear(measures, point_);
        if (verdict == Verdict::mend && newton_.spent().factorizations > 0) verdict = mend_for(listener, measures);
        if (verdict == Verdict::enough) return Ending::enough;
        if (verdict == Verdict::stop) return Ending::stopped;
        Steps steps = find_steps();
        point_.idle = std::max(steps.primal, steps.dual) < no_step ? most_idle_iterations
                      : std::max(steps.primal, steps.dual) < 1e-2  ? point_.idle + 1
                                                                   : 0;
        if (point_.idle >= most_idle_iterations) return Ending::stalled;
        steps.primal *= steps.primal < 1.0 ? short_of_the_wall : 1.0;
        steps.dual *= steps.dual < 1.0 ? short_of_the_wall : 1.0;
        advance(steps);
        point_.step_before = std::exchange(point_.last_step, std::min(steps.primal, steps.dual));
    }
    return Ending::too_many_iterations;
}

}  // namespace ecumene::solver::barrier
