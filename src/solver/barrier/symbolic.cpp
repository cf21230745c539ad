#include "solver/barrier/symbolic.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace ecumene::solver::barrier {
namespace {

using Indices = std::vector<std::int32_t>;

Indices inverse_of(const Indices& order) {
    Indices position(order.size());
    for (std::size_t k = 0; k < order.size(); ++k) position[order[k]] = static_cast<std::int32_t>(k);
    return position;
}

// J. Liu (1986), with path compression.
Indices elimination_tree(const Graph& graph, const Indices& order, const Indices& position) {
    Indices parent(order.size(), -1), ancestor(order.size(), -1);
    for (std::int32_t k = 0; k < graph.nodes(); ++k)
        for (std::int64_t e = graph.start[order[k]]; e < graph.start[order[k] + 1]; ++e) {
            std::int32_t i = position[graph.neighbour[e]];
            while (i >= 0 && i < k) {
                const std::int32_t next = ancestor[i];
                ancestor[i] = k;
                if (next < 0) parent[i] = k;
                i = next;
            }
        }
    return parent;
}

// Children before parents, siblings as they come; without recursion.
Indices postorder_of(const Indices& parent) {
    const auto count = static_cast<std::int32_t>(parent.size());
    Indices head(parent.size(), -1), next(parent.size(), -1), out, stack;
    out.reserve(parent.size());
    for (std::int32_t k = count - 1; k >= 0; --k)
        if (parent[k] >= 0) {
            next[k] = head[parent[k]];
            head[parent[k]] = k;
        }
    for (std::int32_t root = 0; root < count; ++root) {
        if (parent[root] >= 0) continue;
        stack.push_back(root);
        while (!stack.empty()) {
            const std::int32_t k = stack.back();
            if (head[k] >= 0) {
                stack.push_back(head[k]);
                head[k] = next[head[k]];
            } else {
                out.push_back(k);
                stack.pop_back();
            }
        }
    }
    return out;
}

// Entries per column of the factor, diagonal included: row k's entries are the paths from its neighbours up to k.
Indices column_counts(const Graph& graph, const Indices& order, const Indices& position, const Indices& parent) {
    Indices count(order.size(), 1), mark(order.size(), -1);
    for (std::int32_t k = 0; k < graph.nodes(); ++k) {
        mark[k] = k;
        for (std::int64_t e = graph.start[order[k]]; e < graph.start[order[k] + 1]; ++e)
            for (std::int32_t i = position[graph.neighbour[e]]; i < k && mark[i] != k; i = parent[i]) {
                mark[i] = k;
                ++count[i];
            }
    }
    return count;
}

// While supernodes are still being merged.
struct Draft {
    Indices owner;                 // column -> supernode
    std::vector<Indices> columns;  // empty once merged away
    std::vector<Indices> rows;
    Indices parent;
    std::vector<double> zeros;
};

Draft fundamental(const Indices& parent, const Indices& count) {
    Draft d;
    const auto n = static_cast<std::int32_t>(parent.size());
    d.owner.resize(parent.size());
    for (std::int32_t k = 0; k < n; ++k) {
        const bool goes_on = k > 0 && parent[k - 1] == k && count[k - 1] == count[k] + 1;
        if (!goes_on) d.columns.emplace_back();
        d.owner[k] = static_cast<std::int32_t>(d.columns.size()) - 1;
        d.columns.back().push_back(k);
    }
    d.parent.resize(d.columns.size());
    for (std::size_t s = 0; s < d.columns.size(); ++s) {
        const std::int32_t up = parent[d.columns[s].back()];
        d.parent[s] = up < 0 ? -1 : d.owner[up];
    }
    d.rows.resize(d.columns.size());
    d.zeros.assign(d.columns.size(), 0.0);
    return d;
}

void find_rows(const Graph& graph, const Indices& order, const Indices& position, Draft& d) {
    Indices mark(order.size(), -1);
    std::vector<Indices> children(d.columns.size());
    for (std::size_t s = 0; s < d.columns.size(); ++s)
        if (d.parent[s] >= 0) children[d.parent[s]].push_back(static_cast<std::int32_t>(s));
    for (std::size_t s = 0; s < d.columns.size(); ++s) {
        const auto tag = static_cast<std::int32_t>(s);
        const std::int32_t last = d.columns[s].back();
        const auto take = [&](std::int32_t row) {
            if (row <= last || mark[row] == tag) return;
            mark[row] = tag;
            d.rows[s].push_back(row);
        };
        for (const std::int32_t k : d.columns[s])
            for (std::int64_t e = graph.start[order[k]]; e < graph.start[order[k] + 1]; ++e)
                take(position[graph.neighbour[e]]);
        for (const std::int32_t child : children[s])
            for (const std::int32_t row : d.rows[child]) take(row);
        std::sort(d.rows[s].begin(), d.rows[s].end());
    }
}

bool is_worth_merging(double pivots, double rows, double zeros) {
    const double entries = pivots * (pivots + 1.0) / 2.0 + pivots * rows;
    const double share = zeros / entries;
    if (pivots <= 4.0) return true;
    if (pivots <= 16.0) return share < 0.8;
    if (pivots <= 48.0) return share < 0.1;
    return share < 0.05;
}

// A child's rows lie within its parent's columns and rows, so the merged supernode has the parent's rows.
void merge(Draft& d) {
    for (std::size_t s = 0; s < d.columns.size(); ++s) {
        const std::int32_t up = d.parent[s];
        if (up < 0) continue;
        const auto own = static_cast<double>(d.columns[s].size()), theirs = static_cast<double>(d.columns[up].size()),
                   own_rows = static_cast<double>(d.rows[s].size()), rows = static_cast<double>(d.rows[up].size());
        const double zeros = d.zeros[s] + d.zeros[up] + own * (theirs + rows - own_rows);
        if (!is_worth_merging(own + theirs, rows, zeros)) continue;
        d.zeros[up] = zeros;
        d.columns[up].insert(d.columns[up].begin(), d.columns[s].begin(), d.columns[s].end());
        Indices().swap(d.columns[s]);
        Indices().swap(d.rows[s]);
    }
    // Whoever was merged away hands its children on; parents come after children, so from the end.
    for (std::size_t s = d.columns.size(); s-- > 0;)
        if (d.parent[s] >= 0 && d.columns[d.parent[s]].empty()) d.parent[s] = d.parent[d.parent[s]];
}

// The order within a supernode is free; with rows before capacities no digits are lost to differences of large numbers.
Indices positive_first(Indices columns, const Indices& order, const std::vector<char>& is_negative) {
    std::stable_partition(columns.begin(), columns.end(), [&](std::int32_t k) { return is_negative[order[k]] == 0; });
    return columns;
}

// Multiplications, and the entries moved, which at small supernodes cost more.
double work_of(double own, double below) {
    const double entry_moved = 8.0;
    return own * own * own / 3.0 + own * own * below + own * below * below +
           entry_moved * (own * (own + below) + below * below);
}

// Live supernodes, children before parents: part after part, then the top; where each begins is kept in `part`.
Indices divided(const Draft& d, Indices& part) {
    constexpr double worth_dividing = 1e7, share = 1.0 / 12.0;
    Indices live;
    for (const std::int32_t s : postorder_of(d.parent))
        if (!d.columns[s].empty()) live.push_back(s);
    std::vector<double> subtree(d.columns.size(), 0.0);
    double total = 0.0;
    for (const std::int32_t s : live) {
        const double own = work_of(static_cast<double>(d.columns[s].size()), static_cast<double>(d.rows[s].size()));
        subtree[s] += own;
        total += own;
        if (d.parent[s] >= 0) subtree[d.parent[s]] += subtree[s];
    }
    part.assign(1, 0);
    if (total < worth_dividing) return live;
    const auto is_top = [&](std::int32_t s) { return subtree[s] > share * total; };
    Indices out;
    double in_part = 0.0;
    for (const std::int32_t s : live) {
        if (is_top(s)) continue;
        out.push_back(s);
        const bool is_whole_subtree = d.parent[s] < 0 || is_top(d.parent[s]);
        if (!is_whole_subtree) continue;
        in_part += subtree[s];
        if (in_part < share * total) continue;
        part.push_back(static_cast<std::int32_t>(out.size()));
        in_part = 0.0;
    }
    if (part.back() != static_cast<std::int32_t>(out.size())) part.push_back(static_cast<std::int32_t>(out.size()));
    std::copy_if(live.begin(), live.end(), std::back_inserter(out), is_top);
    return out;
}

Symbolic numbered(const Draft& d, const Indices& order, const std::vector<char>& is_negative) {
    Symbolic out;
    Indices renumbered(order.size()), new_number(d.columns.size(), -1);
    const Indices live = divided(d, out.part);
    std::int32_t number = 0;
    for (const std::int32_t s : live) {
        new_number[s] = number++;
        out.first.push_back(static_cast<std::int32_t>(out.order.size()));
        out.positives.push_back(0);
        for (const std::int32_t k : positive_first(d.columns[s], order, is_negative)) {
            renumbered[k] = static_cast<std::int32_t>(out.order.size());
            out.order.push_back(order[k]);
            if (is_negative[order[k]] == 0) ++out.positives.back();
        }
    }
    out.first.push_back(static_cast<std::int32_t>(out.order.size()));
    out.row_start.push_back(0);
    for (const std::int32_t s : live) {
        out.parent.push_back(d.parent[s] < 0 ? -1 : new_number[d.parent[s]]);
        const auto begin = static_cast<std::ptrdiff_t>(out.rows.size());
        for (const std::int32_t row : d.rows[s]) out.rows.push_back(renumbered[row]);
        std::sort(out.rows.begin() + begin, out.rows.end());
        out.row_start.push_back(static_cast<std::int64_t>(out.rows.size()));
    }
    out.position = inverse_of(out.order);
    return out;
}

}  // namespace

Symbolic analyse(const Graph& graph, const Indices& given_order, const std::vector<char>& is_negative) {
    Indices order = given_order, position = inverse_of(order);
    const Indices given_parent = elimination_tree(graph, order, position);
    // Renumbered so that children stand right before their parents: the same factor, and supernodes are runs.
    const Indices postorder = postorder_of(given_parent);
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = given_order[postorder[k]];
    position = inverse_of(order);
    const Indices parent = elimination_tree(graph, order, position);
    Draft draft = fundamental(parent, column_counts(graph, order, position, parent));
    find_rows(graph, order, position, draft);
    merge(draft);
    return numbered(draft, order, is_negative);
}

std::int64_t Symbolic::factor_entries() const {
    std::int64_t sum = 0;
    for (std::int32_t s = 0; s < supernodes(); ++s) {
        const std::int64_t own = pivots(s), below = row_start[s + 1] - row_start[s];
        sum += own * (own + below);
    }
    return sum;
}

double Symbolic::flops() const {
    double sum = 0.0;
    for (std::int32_t s = 0; s < supernodes(); ++s) {
        const double own = pivots(s), below = static_cast<double>(row_start[s + 1] - row_start[s]);
        sum += own * own * own / 3.0 + own * own * below + own * below * below;
    }
    return sum;
}

std::vector<std::vector<std::int32_t>> children_of(const Symbolic& plan) {
    std::vector<std::vector<std::int32_t>> children(static_cast<std::size_t>(plan.supernodes()));
    for (std::int32_t s = 0; s < plan.supernodes(); ++s)
        if (plan.parent[s] >= 0) children[plan.parent[s]].push_back(s);
    return children;
}

}  // namespace ecumene::solver::barrier
