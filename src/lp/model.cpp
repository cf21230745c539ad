#include "lp/model.hpp"

#include <algorithm>
#include <limits>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::lp {
namespace {

constexpr std::int64_t limit = std::numeric_limits<std::int32_t>::max() - std::int64_t{1};

// Members of a block, cut off just above the limit: the product itself could pass 2^63.
std::int64_t members(const std::vector<std::int64_t>& sizes) {
    std::int64_t count = 1;
    for (const auto size : sizes) {
        if (size == 0) return 0;
        count = count > limit / size ? limit + 1 : count * size;
    }
    return count;
}

std::size_t size_with(
    std::size_t have, const std::vector<std::int64_t>& sizes, const std::string& name, std::string_view what) {
    const auto total = static_cast<std::int64_t>(have) + members(sizes);
    if (total > limit)
        throw Error(ErrorKind::limit,
            compose("with '{}' the model has more than {} {}", {name, grouped(static_cast<double>(limit)), what}));
    return static_cast<std::size_t>(total);
}

struct Entry {
    std::int32_t row{};
    double value{};
};

// Puts the rows of one column in ascending order; entries of the same row stay in the order they were written.
void sort_column(Problem& p, std::int64_t begin, std::int64_t end, std::vector<Entry>& scratch) {
    if (std::is_sorted(p.index.begin() + begin, p.index.begin() + end)) return;
    scratch.clear();
    for (auto q = static_cast<std::size_t>(begin); q < static_cast<std::size_t>(end); ++q)
        scratch.push_back({p.index[q], p.value[q]});
    std::stable_sort(scratch.begin(), scratch.end(), [](const Entry& a, const Entry& b) { return a.row < b.row; });
    auto at = static_cast<std::size_t>(begin);
    for (const Entry& entry : scratch) {
        p.index[at] = entry.row;
        p.value[at++] = entry.value;
    }
}

// Equations are mostly written in row order; then there is nothing to do.
void sort_rows(Problem& p) {
    std::vector<Entry> scratch;
    for (std::size_t j = 0; j + 1 < p.start.size(); ++j) sort_column(p, p.start[j], p.start[j + 1], scratch);
}

// Adds up entries of one column that share a row (adjacent, as rows ascend); entries that cancel to zero are dropped.
void merge_duplicates(Problem& p) {
    std::int64_t kept = 0;
    std::int64_t begin = 0;
    for (std::int32_t j = 0; j < p.columns(); ++j) {
        const auto end = p.start[static_cast<std::size_t>(j) + 1];
        const auto first = kept;
        for (auto q = begin; q < end; ++q) {
            const auto at = static_cast<std::size_t>(q);
            if (kept > first && p.index[static_cast<std::size_t>(kept - 1)] == p.index[at]) {
                p.value[static_cast<std::size_t>(kept - 1)] += p.value[at];
                continue;
            }
            if (kept > first && p.value[static_cast<std::size_t>(kept - 1)] == 0.0) --kept;
            p.index[static_cast<std::size_t>(kept)] = p.index[at];
            p.value[static_cast<std::size_t>(kept)] = p.value[at];
            ++kept;
        }
        if (kept > first && p.value[static_cast<std::size_t>(kept - 1)] == 0.0) --kept;
        begin = end;
        p.start[static_cast<std::size_t>(j) + 1] = kept;
    }
    p.index.resize(static_cast<std::size_t>(kept));
    p.value.resize(static_cast<std::size_t>(kept));
}

std::string unit_text(Dim dim) {
    const std::pair<int, const char*> parts[] = {{dim.money, "MKRW"}, {dim.energy, "MWh"}, {dim.carbon, "tCO2eq"},
        {dim.mass, "t"}, {dim.length, "km"}, {dim.person, "person"}, {dim.time, "hour"}, {dim.year, "year"}};
    if (dim == MW) return "MW";
    std::string over, under;
    for (const auto& [power, name] : parts) {
        for (int i = 0; i < power; ++i) over += (over.empty() ? "" : " ") + std::string(name);
        for (int i = 0; i < -power; ++i) under += "/" + std::string(name);
    }
    return (over.empty() ? "1" : over) + under;
}

}  // namespace

void Model::reserve(std::size_t coefficients) {
    entry_row_.reserve(coefficients);
    entry_column_.reserve(coefficients);
    entry_value_.reserve(coefficients);
}

std::int32_t Model::add_columns(
    std::string name, Dim dim, Bounds bounds, std::vector<std::int64_t> sizes, bool integer) {
    const auto first = lower_.size();
    const auto total = size_with(first, sizes, name, "columns");
    lower_.resize(total, bounds.lower);
    upper_.resize(total, bounds.upper);
    cost_.resize(total);
    if (integer) is_integer_.resize(first);
    if (integer || !is_integer_.empty()) is_integer_.resize(total, integer ? 1 : 0);
    column_blocks_.push_back({std::move(name), unit_text(dim), static_cast<std::int32_t>(first), std::move(sizes), {}});
    return static_cast<std::int32_t>(first);
}

std::int32_t Model::add_rows(std::string name, Dim dim, std::vector<std::int64_t> sizes) {
    const auto first = row_lower_.size();
    const auto total = size_with(first, sizes, name, "rows");
    row_lower_.resize(total, -infinity);
    row_upper_.resize(total, infinity);
    row_blocks_.push_back({std::move(name), unit_text(dim), static_cast<std::int32_t>(first), std::move(sizes), {}});
    return static_cast<std::int32_t>(first);
}

Problem Model::finish() && {
    Problem p;
    p.cost = std::move(cost_);
    p.lower = std::move(lower_);
    p.upper = std::move(upper_);
    p.row_lower = std::move(row_lower_);
    p.row_upper = std::move(row_upper_);
    p.is_integer = std::move(is_integer_);
    p.column_blocks = std::move(column_blocks_);
    p.row_blocks = std::move(row_blocks_);
    p.constant = constant_;

    // start[j + 1] is where the next entry of column j goes, and so its end once all are placed.
    const std::size_t entries = entry_value_.size();
    p.start.assign(p.cost.size() + 2, 0);
    for (const auto column : entry_column_) ++p.start[static_cast<std::size_t>(column) + 2];
    for (std::size_t j = 2; j < p.start.size(); ++j) p.start[j] += p.start[j - 1];
    p.index.resize(entries);
    p.value.resize(entries);
    for (std::size_t k = 0; k < entries; ++k) {
        const auto at = static_cast<std::size_t>(p.start[static_cast<std::size_t>(entry_column_[k]) + 1]++);
        p.index[at] = entry_row_[k];
        p.value[at] = entry_value_[k];
    }
    p.start.pop_back();
    sort_rows(p);
    merge_duplicates(p);
    return p;
}

}  // namespace ecumene::lp
