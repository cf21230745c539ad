// The linear system of every interior-point step, factorised once per iteration and solved several times.
//
//     NewtonSystem newton(form, border);
//     if (newton.bytes_of_analysis() fits) newton.analyse();
//     if (newton.bytes(threads) fits) newton.prepare(threads);
//     newton.factorize(slack, multiplier);             // per barrier term; its weight is multiplier / slack
//     newton.solve(h, r, bearable, dx, dy);            // (3) H dx - A'dy = h,  A dx = r
//
// H = sum of weight g g' over the terms, g = alpha e[column] + beta e[capacity]. Columns outside the border are eliminated
// by their diagonal; what is left, (4) [N F; F' -G] over rows and border columns, is quasi-definite. G is formed without
// subtraction. Answers are refined against (3) itself, without the regularisation.
#pragma once

#include <optional>

#include "solver/barrier/border.hpp"
#include "solver/barrier/cholesky.hpp"
#include "solver/barrier/standard_form.hpp"

namespace ecumene::solver::barrier {

class NewtonSystem {
public:
    NewtonSystem(const StandardForm& form, const Border& border);

    // What analyse() needs at its peak. Throws std::bad_alloc at 2^30 entries: METIS and the places count in 32 bits.
    std::int64_t bytes_of_analysis() const;
    void analyse();
    // What prepare() will ask for, and what the iterations and a checkpoint add to it; a little above what is measured.
    std::int64_t bytes(int threads) const;
    void prepare(int threads);
    int threads() const { return threads_; }

    void factorize(const Vector& slack, const Vector& multiplier);
    // Errors that are not refined away: they cost a solve, and the next step corrects them anyway. In the first equation no
    // error above the bearable one is left either, however large h is: it would stay in the dual residual.
    struct Bearable {
        double h{lp::infinity}, r{};
    };
    void solve(const Vector& h, const Vector& r, const Bearable& bearable, Vector& dx, Vector& dy);

    // The worst of the solves since the last factorisation; 1: as good as asked, infinite: not a number.
    double worst_residual() const { return worst_residual_; }
    // More regularisation for the next factorisation, or less. False: there is no more.
    bool strengthen();
    void loosen();
    double regularisation() const { return regularisation_; }
    void set_regularisation(double regularisation) { regularisation_ = regularisation; }
    // Of the last factorisation.
    const Vector& weight() const { return weight_; }
    // How often and how long (wall-clock seconds), for whoever measures.
    struct Spent {
        std::int64_t factorizations{}, solves{};
        double factorizing{}, solving{};
    };
    const Spent& spent() const { return spent_; }
    const Symbolic& symbolic() const { return factor_ ? factor_->symbolic() : plan_; }

private:
    // An eliminated column's tie to one border column: the terms that hold both.
    struct Tie {
        std::int32_t capacity, number;       // its column, and its place in StandardForm::capacities
        std::int32_t first_term, last_term;  // range of tie_terms_
        double slope{};                      // H[column, capacity]
    };
    template <class Visit>
    void for_each_entry(Visit visit) const;
    void find_ties();
    void find_places();
    Graph graph() const;
    void weigh(const Vector& slack, const Vector& multiplier);
    void assemble();
    void add_ties_of(std::int32_t column, std::size_t& entry);
    void solve_once(const Vector& h, const Vector& r, Vector& dx, Vector& dy);
    void residuals(const Vector& h, const Vector& r, const Vector& dx, const Vector& dy);

    const StandardForm& form_;
    const Border& border_;
    std::vector<std::int32_t> tie_start_;  // per column
    std::vector<Tie> ties_;
    std::vector<std::int32_t> tie_terms_;
    std::vector<std::int32_t> between_;  // terms between two border columns
    std::int64_t visits_{};              // of for_each_entry()
    std::vector<std::int32_t> slot_;     // where each visited entry goes in values_
    std::vector<std::int32_t> node_row_, node_column_;
    Vector values_, diagonal_, plain_, weight_;
    Vector rest_h_, rest_r_, more_x_, more_y_, nodes_;
    Symbolic plan_;  // until prepare() hands it on
    std::optional<SignedCholesky> factor_;
    CapacitySums sums_;
    int threads_{1};
    double regularisation_{1e-13};
    double worst_residual_{};
    Spent spent_;
};

}  // namespace ecumene::solver::barrier
