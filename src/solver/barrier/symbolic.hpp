// Where a sparse factor will have entries: elimination tree, supernodes, and the order that goes with them.
//
//     Symbolic plan = analyse(graph, order, is_negative);
//     plan.first[s] .. plan.first[s + 1] - 1 are the columns of supernode s, plan.rows_of(s) its rows below.
//
// Supernodes are merged where the zeros this adds cost less than the calls it saves (limits after CHOLMOD, T. Davis).
// Within a supernode positive unknowns come before negative ones. Cost: about one visit per entry of the factor.
//
// Supernodes are numbered so that `part[p] .. part[p + 1] - 1` are whole subtrees of the elimination tree that touch nothing of
// each other: they can be worked on at the same time. From part.back() on follows the top, what they all lead to. The division
// depends on the matrix alone, never on how many processors there are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "solver/barrier/ordering.hpp"

namespace ecumene::solver::barrier {

struct Symbolic {
    std::vector<std::int32_t> order;     // position -> node
    std::vector<std::int32_t> position;  // node -> position
    std::vector<std::int32_t> first;     // per supernode, and one past the end
    std::vector<std::int32_t> parent;    // per supernode; -1: a root
    std::vector<std::int64_t> row_start;
    std::vector<std::int32_t> rows;       // positions below the supernode's own columns, ascending
    std::vector<std::int32_t> positives;  // per supernode: how many of its columns, which come first
    std::vector<std::int32_t> part;       // first supernode per part, and of the top

    std::int32_t supernodes() const { return static_cast<std::int32_t>(parent.size()); }
    int parts() const { return static_cast<int>(part.size()) - 1; }
    // The supernodes of a part, or for parts() of the top.
    std::int32_t begin_of(int which) const { return part[static_cast<std::size_t>(which)]; }
    std::int32_t end_of(int which) const {
        return which < parts() ? part[static_cast<std::size_t>(which) + 1] : supernodes();
    }
    std::int32_t pivots(std::int32_t s) const { return first[s + 1] - first[s]; }
    std::span<const std::int32_t> rows_of(std::int32_t s) const {
        return {rows.data() + row_start[s], static_cast<std::size_t>(row_start[s + 1] - row_start[s])};
    }
    std::int64_t factor_entries() const;
    double flops() const;
};

Symbolic analyse(const Graph& graph, const std::vector<std::int32_t>& order, const std::vector<char>& is_negative);

// The supernodes whose updates each one takes.
std::vector<std::vector<std::int32_t>> children_of(const Symbolic& plan);

}  // namespace ecumene::solver::barrier
