#include "solver/barrier/newton.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <utility>

namespace ecumene::solver::barrier {
namespace {

// More of the first stays in the dual residual of columns far from their bounds; too little lets 1 / d outgrow the digits.
constexpr double least_regularisation = 1e-13, most_regularisation = 1e-9;
constexpr double dual_to_primal = 1e3, least_dual = 1e-10;
constexpr double step_up = 100.0, step_down = 10.0;
constexpr int most_refinements = 4;
constexpr double relative_precision = 1e-6, absolute_precision = 1e-12;
constexpr std::size_t most_places = std::size_t{1} << 29U;  // twice that in the graph
constexpr double tolerable = 1e-9;                          // absolute: an error of this size harms no step

// Adds the time it lives to a sum.
class Stopwatch {
public:
    explicit Stopwatch(double& sum) : sum_(sum) {}
    ~Stopwatch() { sum_ += std::chrono::duration<double>(Clock::now() - begin_).count(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    using Clock = std::chrono::steady_clock;
    double& sum_;
    Clock::time_point begin_{Clock::now()};
};

double largest_or_infinite(const Vector& v) {
    double most = 0.0;
    for (const double x : v) {
        if (!std::isfinite(x)) return lp::infinity;
        most = std::max(most, std::abs(x));
    }
    return most;
}

std::uint64_t key_of(std::int32_t row, std::int32_t column) {
    const auto [low, high] = std::minmax(row, column);
    return (static_cast<std::uint64_t>(low) << 32U) | static_cast<std::uint32_t>(high);
}

}  // namespace

NewtonSystem::NewtonSystem(const StandardForm& form, const Border& border) : form_(form), border_(border), sums_(form) {
    find_ties();
    for_each_entry([&](std::int32_t, std::int32_t) { ++visits_; });
}

// Places by visit and sorted, the graph twice (METIS has its own), supernodes while they are merged.
std::int64_t NewtonSystem::bytes_of_analysis() const {
    constexpr std::int64_t per_visit = 20, per_node = 100;
    return per_visit * visits_ + per_node * static_cast<std::int64_t>(border_.tier.size());
}

std::int64_t NewtonSystem::bytes(int threads) const {
    constexpr std::int64_t per_term = 9 * sizeof(double), per_column = 10 * sizeof(double),
                           per_row = 13 * sizeof(double), per_value = 2 * sizeof(double) + 4 * sizeof(std::int32_t);
    return SignedCholesky::bytes_of(plan_, threads) + per_term * form_.terms.size() + per_column * form_.a.columns +
           per_row * form_.a.rows + per_value * static_cast<std::int64_t>(node_row_.size());
}

void NewtonSystem::prepare(int threads) {
    threads_ = threads;
    factor_.emplace(std::move(plan_), threads);
    factor_->set_pattern(node_row_, node_column_);
    values_.resize(node_row_.size());
    nodes_.resize(border_.tier.size());
    std::vector<std::int32_t>().swap(node_row_);
    std::vector<std::int32_t>().swap(node_column_);
}

void NewtonSystem::find_ties() {
    const BarrierTerms& terms = form_.terms;
    std::vector<std::int32_t> order;
    for (std::int32_t t = terms.first_variable_bound; t < terms.size(); ++t)
        (border_.node_of[terms.column[t]] < 0 ? order : between_).push_back(t);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return std::pair(terms.column[a], terms.share(a).capacity) <
               std::pair(terms.column[b], terms.share(b).capacity);
    });
    tie_start_.assign(static_cast<std::size_t>(form_.a.columns) + 1, 0);
    ties_.reserve(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) {
        const std::int32_t t = order[k];
        const auto at = static_cast<std::int32_t>(k);
        const bool is_same = k > 0 && terms.column[order[k - 1]] == terms.column[t] &&
                             terms.share(order[k - 1]).capacity == terms.share(t).capacity;
        if (is_same) {
            ties_.back().last_term = at + 1;
        } else {
            ties_.push_back({terms.share(t).capacity, terms.share(t).number, at, at + 1});
            ++tie_start_[terms.column[t] + 1];
        }
    }
    for (std::int32_t j = 0; j < form_.a.columns; ++j) tie_start_[j + 1] += tie_start_[j];
    tie_terms_ = std::move(order);
}

// Every product that adds to the reduced system, in the order in which assemble() makes them.
template <class Visit>
void NewtonSystem::for_each_entry(Visit visit) const {
    const SparseMatrix& a = form_.a;
    for (std::int32_t j = 0; j < a.columns; ++j) {
        if (border_.node_of[j] >= 0) {
            for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e) visit(a.index[e], border_.node_of[j]);
            continue;
        }
        for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e)
            for (std::int64_t f = e; f < a.start[j + 1]; ++f) visit(a.index[e], a.index[f]);
        for (std::int32_t k = tie_start_[j]; k < tie_start_[j + 1]; ++k) {
            const std::int32_t node = border_.node_of[ties_[k].capacity];
            for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e) visit(a.index[e], node);
            for (std::int32_t l = tie_start_[j]; l <= k; ++l) visit(border_.node_of[ties_[l].capacity], node);
        }
    }
    for (const std::int32_t t : between_)
        visit(border_.node_of[form_.terms.column[t]], border_.node_of[form_.terms.share(t).capacity]);
    for (std::int32_t node = 0; node < static_cast<std::int32_t>(border_.tier.size()); ++node) visit(node, node);
}

// The places of the reduced system, each once, and which of them every visit goes to.
void NewtonSystem::find_places() {
    std::vector<std::uint64_t> places;
    places.reserve(static_cast<std::size_t>(visits_));
    for_each_entry([&](std::int32_t row, std::int32_t column) { places.push_back(key_of(row, column)); });
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    places.shrink_to_fit();
    if (places.size() >= most_places) throw std::bad_alloc();
    slot_.reserve(static_cast<std::size_t>(visits_));
    for_each_entry([&](std::int32_t row, std::int32_t column) {
        slot_.push_back(static_cast<std::int32_t>(
            std::lower_bound(places.begin(), places.end(), key_of(row, column)) - places.begin()));
    });
    node_row_.reserve(places.size());
    node_column_.reserve(places.size());
    for (const std::uint64_t place : places) {
        node_row_.push_back(static_cast<std::int32_t>(place >> 32U));
        node_column_.push_back(static_cast<std::int32_t>(place & 0xffffffffU));
    }
}

// Which nodes share a place off the diagonal.
Graph NewtonSystem::graph() const {
    const std::size_t nodes = border_.tier.size();
    Graph graph;
    graph.start.assign(nodes + 1, 0);
    for (std::size_t k = 0; k < node_row_.size(); ++k) {
        if (node_row_[k] == node_column_[k]) continue;
        ++graph.start[node_row_[k] + 1];
        ++graph.start[node_column_[k] + 1];
    }
    for (std::size_t k = 0; k < nodes; ++k) graph.start[k + 1] += graph.start[k];
    graph.neighbour.resize(static_cast<std::size_t>(graph.start.back()));
    std::vector<std::int64_t> next(graph.start.begin(), graph.start.end() - 1);
    for (std::size_t k = 0; k < node_row_.size(); ++k) {
        if (node_row_[k] == node_column_[k]) continue;
        graph.neighbour[next[node_row_[k]]++] = node_column_[k];
        graph.neighbour[next[node_column_[k]]++] = node_row_[k];
    }
    return graph;
}

void NewtonSystem::analyse() {
    find_places();
    const Graph graph = this->graph();
    std::vector<char> is_negative(border_.tier.size(), 0);
    std::fill(is_negative.begin() + form_.a.rows, is_negative.end(), char{1});
    plan_ = barrier::analyse(graph, elimination_order(graph, border_.tier), is_negative);
}

void NewtonSystem::weigh(const Vector& slack, const Vector& multiplier) {
    const BarrierTerms& terms = form_.terms;
    weight_.resize(slack.size());
    plain_.resize(form_.cost.size());
    diagonal_.resize(form_.cost.size());
    for_each_slice(form_, threads_, [&](const Slice& slice, int) {
        const auto add_weight = [&](std::int32_t t, Vector& to) {
            weight_[t] = multiplier[t] / slack[t];
            to[terms.column[t]] += weight_[t];
        };
        std::fill(plain_.begin() + slice.first_column, plain_.begin() + slice.last_column, regularisation_);
        for (std::int32_t t = slice.first_plain; t < slice.last_plain; ++t) add_weight(t, plain_);
        std::copy(plain_.begin() + slice.first_column, plain_.begin() + slice.last_column,
            diagonal_.begin() + slice.first_column);
        for (std::int32_t t = slice.first_variable_bound; t < slice.last_variable_bound; ++t) add_weight(t, diagonal_);
    });
    for (Tie& tie : ties_) {
        tie.slope = 0.0;
        for (std::int32_t k = tie.first_term; k < tie.last_term; ++k) {
            const std::int32_t t = tie_terms_[k];
            tie.slope += weight_[t] * terms.alpha[t] * terms.share(t).beta;
        }
    }
}

void NewtonSystem::factorize(const Vector& slack, const Vector& multiplier) {
    const Stopwatch stopwatch(spent_.factorizing);
    ++spent_.factorizations;
    weigh(slack, multiplier);
    assemble();
    factor_->factorize(values_);
    worst_residual_ = 0.0;
}

bool NewtonSystem::strengthen() {
    if (regularisation_ >= most_regularisation) return false;
    regularisation_ = std::min(most_regularisation, regularisation_ * step_up);
    return true;
}

void NewtonSystem::loosen() {
    regularisation_ = std::max(least_regularisation, regularisation_ / step_down);
}

void NewtonSystem::assemble() {
    const SparseMatrix& a = form_.a;
    const Vector& weight = weight_;
    std::fill(values_.begin(), values_.end(), 0.0);
    std::size_t entry = 0;
    for (std::int32_t j = 0; j < a.columns; ++j) {
        if (border_.node_of[j] >= 0) {
            for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e) values_[slot_[entry++]] += a.value[e];
            continue;
        }
        const double inverse = 1.0 / diagonal_[j];
        for (std::int64_t e = a.start[j]; e < a.start[j + 1]; ++e) {
            const double scaled = a.value[e] * inverse;
            for (std::int64_t f = e; f < a.start[j + 1]; ++f) values_[slot_[entry++]] += scaled * a.value[f];
        }
        add_ties_of(j, entry);
    }
    for (const std::int32_t t : between_)
        values_[slot_[entry++]] -= weight[t] * form_.terms.alpha[t] * form_.terms.share(t).beta;
    const double dual_regularisation = std::max(least_dual, dual_to_primal * regularisation_);
    for (std::int32_t i = 0; i < a.rows; ++i) values_[slot_[entry++]] += dual_regularisation;
    const std::size_t first_border = entry;
    for (const std::int32_t j : border_.columns) values_[slot_[entry++]] -= diagonal_[j];
    for (const std::int32_t t : between_) {
        const std::int32_t node = border_.node_of[form_.terms.share(t).capacity] - a.rows;
        values_[slot_[first_border + static_cast<std::size_t>(node)]] -=
            weight[t] * form_.terms.share(t).beta * form_.terms.share(t).beta;
    }
}

// (5) F gains -A_j H[j,k] / d_j. G gains H[k,k] - H[j,k]^2 / d_j, here as a sum of squares: the terms of tie k weigh W, and
// the rest of d_j is d_j - W, summed anew and not subtracted.
void NewtonSystem::add_ties_of(std::int32_t column, std::size_t& entry) {
    const SparseMatrix& a = form_.a;
    const BarrierTerms& terms = form_.terms;
    const Vector& weight = weight_;
    const double inverse = 1.0 / diagonal_[column];
    const std::int32_t begin = tie_start_[column], end = tie_start_[column + 1];
    for (std::int32_t k = begin; k < end; ++k) {
        const Tie& tie = ties_[k];
        const double factor = -tie.slope * inverse;
        for (std::int64_t e = a.start[column]; e < a.start[column + 1]; ++e)
            values_[slot_[entry++]] += factor * a.value[e];
        for (std::int32_t l = begin; l < k; ++l) values_[slot_[entry++]] += ties_[l].slope * tie.slope * inverse;
        double rest = plain_[column];
        for (std::int32_t l = begin; l < end; ++l)
            if (l != k)
                for (std::int32_t u = ties_[l].first_term; u < ties_[l].last_term; ++u) rest += weight[tie_terms_[u]];
        double sum = 0.0;
        for (std::int32_t u = tie.first_term; u < tie.last_term; ++u) {
            const std::int32_t t = tie_terms_[u];
            sum += weight[t] * terms.share(t).beta * terms.share(t).beta * rest;
            for (std::int32_t v = tie.first_term; v < u; ++v) {
                const std::int32_t o = tie_terms_[v];
                const double apart = terms.alpha[t] * terms.share(t).beta - terms.alpha[o] * terms.share(o).beta;
                sum += weight[t] * weight[o] * apart * apart;
            }
        }
        values_[slot_[entry++]] -= sum * inverse;
    }
}

void NewtonSystem::solve_once(const Vector& h, const Vector& r, Vector& dx, Vector& dy) {
    const SparseMatrix& a = form_.a;
    const Stopwatch stopwatch(spent_.solving);
    ++spent_.solves;
    dx.resize(h.size());
    dy.resize(r.size());
    // What the eliminated columns alone would do, for now in dx.
    for_each_slice(form_, threads_, [&](const Slice& slice, int which) {
        Vector& sums = sums_.cleared(which);
        for (std::int32_t j = slice.first_column; j < slice.last_column; ++j) {
            dx[j] = border_.node_of[j] >= 0 ? 0.0 : h[j] / diagonal_[j];
            for (std::int32_t k = tie_start_[j]; k < tie_start_[j + 1]; ++k)
                sums[ties_[k].number] += ties_[k].slope * dx[j];
        }
    });
    for_each_slice(form_, threads_, [&](const Slice& slice, int) {
        for (std::int32_t i = slice.first_row; i < slice.last_row; ++i)
            nodes_[i] = r[i] - column_dot(form_.by_rows, i, dx);
    });
    for (const std::int32_t j : border_.columns) nodes_[border_.node_of[j]] = -h[j];
    sums_.add_to(nodes_, [&](std::int32_t j) { return border_.node_of[j]; });
    factor_->solve(nodes_);
    std::copy(nodes_.begin(), nodes_.begin() + a.rows, dy.begin());
    for_each_slice(form_, threads_, [&](const Slice& slice, int) {
        for (std::int32_t j = slice.first_column; j < slice.last_column; ++j) {
            if (border_.node_of[j] >= 0) {
                dx[j] = nodes_[border_.node_of[j]];
                continue;
            }
            double sum = h[j] + column_dot(a, j, dy);
            for (std::int32_t k = tie_start_[j]; k < tie_start_[j + 1]; ++k)
                sum -= ties_[k].slope * nodes_[border_.node_of[ties_[k].capacity]];
            dx[j] = sum / diagonal_[j];
        }
    });
}

void NewtonSystem::residuals(const Vector& h, const Vector& r, const Vector& dx, const Vector& dy) {
    const BarrierTerms& terms = form_.terms;
    rest_h_.resize(h.size());
    rest_r_.resize(r.size());
    for_each_slice(form_, threads_, [&](const Slice& slice, int which) {
        Vector& sums = sums_.cleared(which);
        for (std::int32_t i = slice.first_row; i < slice.last_row; ++i)
            rest_r_[i] = r[i] - column_dot(form_.by_rows, i, dx);
        for (std::int32_t j = slice.first_column; j < slice.last_column; ++j)
            rest_h_[j] = h[j] + column_dot(form_.a, j, dy);
        for (std::int32_t t = slice.first_plain; t < slice.last_plain; ++t)
            rest_h_[terms.column[t]] -= weight_[t] * dx[terms.column[t]];
        for (std::int32_t t = slice.first_variable_bound; t < slice.last_variable_bound; ++t) {
            const double pull = weight_[t] * terms.slope(t, dx);
            rest_h_[terms.column[t]] -= terms.alpha[t] * pull;
            sums[terms.share(t).number] -= terms.share(t).beta * pull;
        }
    });
    sums_.add_to(rest_h_, [](std::int32_t j) { return j; });
}

void NewtonSystem::solve(const Vector& h, const Vector& r, const Bearable& bearable, Vector& dx, Vector& dy) {
    solve_once(h, r, dx, dy);
    const double tolerance_h = std::min(relative_precision * largest_or_infinite(h), bearable.h) + absolute_precision,
                 tolerance_r = relative_precision * largest_or_infinite(r) + absolute_precision + bearable.r;
    double before = lp::infinity, harm_before = lp::infinity;
    for (int round = 0;; ++round) {
        residuals(h, r, dx, dy);
        const double error_h = largest_or_infinite(rest_h_), error_r = largest_or_infinite(rest_r_);
        const double residual = std::max(error_h / tolerance_h, error_r / tolerance_r);
        const double harm = std::max(error_h / (tolerance_h + tolerable), error_r / (tolerance_r + tolerable));
        if (round > 0 && residual >= before) {  // the last round did harm
            for (std::size_t j = 0; j < dx.size(); ++j) dx[j] -= more_x_[j];
            for (std::size_t i = 0; i < dy.size(); ++i) dy[i] -= more_y_[i];
            worst_residual_ = std::max(worst_residual_, harm_before);
            return;
        }
        if (round == most_refinements || residual <= 1.0 || !(residual < 0.5 * before)) {
            worst_residual_ = std::max(worst_residual_, harm);
            return;
        }
        before = residual;
        harm_before = harm;
        solve_once(rest_h_, rest_r_, more_x_, more_y_);
        for (std::size_t j = 0; j < dx.size(); ++j) dx[j] += more_x_[j];
        for (std::size_t i = 0; i < dy.size(); ++i) dy[i] += more_y_[i];
    }
}

}  // namespace ecumene::solver::barrier
