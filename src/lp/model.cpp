#include "lp/model.hpp"

#include <algorithm>
#include <limits>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::lp {
namespace {

std::size_t checked_size(std::size_t have, std::int64_t more, std::string_view what) {
    const auto total = static_cast<std::int64_t>(have) + more;
    if (total >= std::numeric_limits<std::int32_t>::max())
        throw Error(ErrorKind::limit, compose("the model would have {} {}; the limit is 2,147,483,646", {total, what}));
    return static_cast<std::size_t>(total);
}

// Order that sorts entries by row, stable, so that columns filled in this order have ascending rows.
std::vector<std::size_t> order_by_row(const std::vector<std::int32_t>& entry_row, std::size_t rows) {
    std::vector<std::size_t> next(rows + 1);
    for (const auto row : entry_row) ++next[static_cast<std::size_t>(row) + 1];
    for (std::size_t i = 0; i < rows; ++i) next[i + 1] += next[i];
    std::vector<std::size_t> order(entry_row.size());
    for (std::size_t k = 0; k < entry_row.size(); ++k) order[next[static_cast<std::size_t>(entry_row[k])]++] = k;
    return order;
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
    const std::pair<int, const char*> parts[] = {{dim.money, "MKRW"}, {dim.energy, "MWh"}, {dim.carbon, "tCO2eq"}, {dim.mass, "t"},
        {dim.length, "km"}, {dim.person, "person"}, {dim.time, "hour"}, {dim.year, "year"}};
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
    std::string name, Dim dim, Bounds bounds, std::vector<std::int64_t> sizes, std::int64_t count, bool integer) {
    const auto first = lower_.size();
    const auto total = checked_size(first, count, "columns");
    lower_.resize(total, bounds.lower);
    upper_.resize(total, bounds.upper);
    cost_.resize(total);
    if (integer) is_integer_.resize(first);
    if (integer || !is_integer_.empty()) is_integer_.resize(total, integer ? 1 : 0);
    column_blocks_.push_back({std::move(name), unit_text(dim), static_cast<std::int32_t>(first), std::move(sizes), {}});
    return static_cast<std::int32_t>(first);
}

std::int32_t Model::add_rows(std::string name, Dim dim, std::vector<std::int64_t> sizes, std::int64_t count) {
    const auto first = row_lower_.size();
    const auto total = checked_size(first, count, "rows");
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

    const std::size_t entries = entry_value_.size();
    p.start.assign(p.cost.size() + 1, 0);
    for (const auto column : entry_column_) ++p.start[static_cast<std::size_t>(column) + 1];
    for (std::size_t j = 0; j < p.cost.size(); ++j) p.start[j + 1] += p.start[j];
    p.index.resize(entries);
    p.value.resize(entries);
    auto next = p.start;
    const auto place = [&](std::size_t k) {
        const auto at = static_cast<std::size_t>(next[static_cast<std::size_t>(entry_column_[k])]++);
        p.index[at] = entry_row_[k];
        p.value[at] = entry_value_[k];
    };
    // Equations are usually written in row order; then no sorting is needed.
    if (std::is_sorted(entry_row_.begin(), entry_row_.end()))
        for (std::size_t k = 0; k < entries; ++k) place(k);
    else
        for (const auto k : order_by_row(entry_row_, p.row_lower.size())) place(k);
    merge_duplicates(p);
    return p;
}

}  // namespace ecumene::lp
