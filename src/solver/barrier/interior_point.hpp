// The interior-point method itself: Mehrotra's predictor and corrector, Gondzio's further correctors.
//
//     InteriorPoint method(form, newton);
//     const Ending ending = method.run(listener);
//
// Kept true at every step: s > 0 and z > 0 for every barrier term. Driven to zero: A x - right, the slack residual
// alpha x + beta K + gamma - s, the dual residual c - A'y - sum z g, and s z. The listener decides when that is enough,
// for it alone can see the problem as it was written.
#pragma once

#include "solver/barrier/newton.hpp"

namespace ecumene::solver::barrier {

struct Point {
    Vector x, y, s, z;
    double last_step{1.0}, step_before{1.0};  // the shorter of primal and dual, of the last two iterations
    std::int32_t idle{};                      // iterations on end that hardly moved
};

struct Measures {
    int iteration{};
    double primal_residual{}, dual_residual{};    // largest, relative to the largest right-hand side and cost
    double primal_objective{}, dual_objective{};  // scaled
    double gap{};                                 // relative
};

// mend: the gap is closed but rows are not met; the point is heard again with its residuals removed.
enum class Verdict { go_on, mend, enough, stop };

class Listener {
public:
    virtual ~Listener() = default;
    virtual Verdict hear(const Measures& measures, const Point& point) = 0;
    virtual Verdict hear_mended(const Measures& measures, const Point& point) = 0;
};

enum class Ending { enough, stopped, stalled, too_many_iterations };

class InteriorPoint {
public:
    InteriorPoint(const StandardForm& form, NewtonSystem& newton) : form_(form), newton_(newton), sums_(form) {}

    Ending run(Listener& listener);
    // Goes on from where another run was heard at that iteration: the same steps follow.
    Ending run_from(Point point, int iteration, Listener& listener);

private:
    struct Direction {
        Vector x, y, s, z;
    };
    // What it does to slacks and multipliers follows from dx: two vectors of their length are not kept.
    struct Correction {
        Vector x, y;
    };
    struct SlackAndMultiplier {
        double s{}, z{};
    };
    struct Steps {
        double primal{1.0}, dual{1.0};
    };
    struct Aimed {
        double aim{};  // for the products
        Steps steps;
    };
    struct Shares {
        double primal{}, dual{};
        Steps steps;
    };
    enum class Residuals { included, left_out };

    Ending iterate(int iteration, Listener& listener);
    void measure_data();
    void start();
    Vector least_multipliers(double usual) const;
    Measures measure();
    Verdict mend_for(Listener& listener, const Measures& measures);
    void solve(Residuals residuals, Vector& dx, Vector& dy);
    void find_direction(Residuals residuals);
    void find_correction() { solve(Residuals::left_out, correction_.x, correction_.y); }
    SlackAndMultiplier correction_of(std::int32_t t) const;
    Steps longest_steps();
    Steps find_steps();
    Aimed first_direction();
    Aimed straight_to(double aim, Residuals residuals);
    Aimed predict_and_correct();
    Steps lengthen(const Aimed& so_far);  // adds to direction_
    Shares best_shares(double least_share);
    void add_correction(const Shares& shares);
    double gap_of_rows() const;
    bool rows_are_small() const;
    bool residuals_are_small() const;
    double longer_of_last_steps() const;
    double centre(const Steps& affine);
    void advance(const Steps& steps);
    void add_share(Vector& to, double share, const Vector& from);
    template <class Work>
    void for_each_range(std::size_t size, Work work);
    template <class Work>
    void on_ranges(Work work);

    const StandardForm& form_;
    NewtonSystem& newton_;
    Point point_;
    Direction direction_;
    Correction correction_;
    Vector primal_residual_, dual_residual_, slack_residual_;
    Vector target_;  // what a step is to add to each product
    Vector h_, nothing_;
    double mu_{};
    double right_size_{1.0}, cost_size_{1.0};
    CapacitySums sums_;
    NewtonSystem::Bearable bearable_;
};

}  // namespace ecumene::solver::barrier
