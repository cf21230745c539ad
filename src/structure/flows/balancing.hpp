// Row and column factors that make a table of weights meet given sums: the balancing of a doubly constrained model.
//
//     Balanced b = balance(weights, origins, destinations);
//     T_ij = b.rows[i] weights_ij b.columns[j]           // sums to origins by row and destinations by column
//
// Weights are dense, row-major, not below zero. Sums of origins and destinations must agree (1e-9); a row that has a sum but no
// weight cannot be met and is refused. Cost: two walks of the table a round; stops at `tolerance` of the largest relative error
// of a row sum (columns are met exactly then), or after `rounds`. A start from factors of a similar table saves rounds. (S8)
#pragma once

#include <cstddef>
#include <vector>

namespace ecumene::structure {

struct BalanceOptions {
    double tolerance{1e-10};
    int rounds{5000};
};

struct Balanced {
    std::vector<double> rows, columns;
    double error{};  // largest relative error of a sum
    int rounds{};
    bool has_met(double tolerance) const { return error <= tolerance; }
};

// Throws Error input for sums that do not agree, or that no weights can carry.
Balanced balance(const std::vector<double>& weights, const std::vector<double>& origins,
    const std::vector<double>& destinations, const BalanceOptions& options = {}, const Balanced* start = nullptr);

}  // namespace ecumene::structure
