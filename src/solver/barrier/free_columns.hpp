// Columns without bounds that an equality gives: what a store takes in or gives out, for instance. They have no barrier term
// and so no weight to be eliminated by; the equality replaces them, before anything else is done.
//
//     FreeColumns free(problem);
//     lp::Problem rest = free.rest();        // the same rows and columns; those that went stand empty, their equalities open
//     ... solve rest ...
//     free.restore(values, duals);           // of the rest, completed
//
// Column j with the equality a_e x = b and pivot a_ej: row i loses a_ij / a_ej times the equality, the costs c_j / a_ej times.
// No equality that goes holds two such columns or takes part in another's, so all can go at once.
#pragma once

#include <cstdint>
#include <vector>

#include "lp/problem.hpp"
#include "solver/barrier/sparse.hpp"

namespace ecumene::solver::barrier {

class FreeColumns {
public:
    explicit FreeColumns(const lp::Problem& problem);

    bool are_any() const { return !substitutions_.empty(); }
    lp::Problem rest() const;
    void restore(Vector& values, Vector& duals) const;

private:
    struct Substitution {
        std::int32_t column, row;
        double pivot;
    };
    bool is_free(std::int32_t column) const;
    void choose();
    void take_out(std::int32_t column, const std::vector<std::int32_t>& length, const Vector& largest);
    void add_column(std::int32_t column, lp::Problem& out) const;

    const lp::Problem& problem_;
    enum class Role : char { none, gone, changed };
    std::vector<Role> role_;               // of rows
    std::vector<std::int32_t> gone_with_;  // per row that goes: its substitution
    std::vector<Substitution> substitutions_;
};

}  // namespace ecumene::solver::barrier
