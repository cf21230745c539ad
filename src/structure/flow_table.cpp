#include "structure/flow_table.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::structure {
namespace {

void refuse_unsound(double value) {
    if (!std::isfinite(value) || value < 0.0)
        throw Error(ErrorKind::input, compose("a flow of {} is neither zero nor a finite number above it", {value}));
}

void merge_pairs(std::vector<Flow>& flows) {
    std::sort(flows.begin(), flows.end(),
        [](const Flow& a, const Flow& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    std::vector<Flow> merged;
    merged.reserve(flows.size());
    for (const auto& flow : flows) {
        refuse_unsound(flow.value);
        if (!merged.empty() && merged.back().from == flow.from && merged.back().to == flow.to)
            merged.back().value += flow.value;
        else if (flow.value > 0.0)
            merged.push_back(flow);
    }
    flows = std::move(merged);
}

std::vector<Flow> entries_of(const FlowTable& dense) {
    std::vector<Flow> flows;
    const Set<Unit> units(dense.units());
    for (const Unit i : units)
        for (const Unit j : units)
            if (dense(i, j) > 0.0) flows.push_back({i, j, dense(i, j)});
    return flows;
}

}  // namespace

FlowTable::FlowTable(std::size_t units, FlowOrigin origin)
    : units_(units), values_(units * units, 0.0), origin_(std::move(origin)) {}

void FlowTable::set(Unit from, Unit to, double value) {
    refuse_unsound(value);
    values_[from.at() * units_ + to.at()] = value;
}

double FlowTable::out(Unit from) const {
    const auto first = values_.begin() + static_cast<std::ptrdiff_t>(from.at() * units_);
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(units_), 0.0);
}

double FlowTable::in(Unit to) const {
    double sum = 0.0;
    for (const Unit from : Set<Unit>(units_)) sum += (*this)(from, to);
    return sum;
}

double FlowTable::total() const {
    return std::accumulate(values_.begin(), values_.end(), 0.0);
}

SparseFlows::SparseFlows(const FlowTable& dense) : SparseFlows(dense.units(), entries_of(dense)) {}

SparseFlows::SparseFlows(std::size_t units, std::vector<Flow> flows, std::vector<double> out, std::vector<double> in)
    : SparseFlows(units, std::move(flows)) {
    out_ = std::move(out);
    in_ = std::move(in);
}

SparseFlows::SparseFlows(std::size_t units, std::vector<Flow> flows)
    : units_(units), row_(units + 1), column_(units + 1), out_(units), in_(units), inner_(units) {
    merge_pairs(flows);
    for (const auto& flow : flows) {
        ++row_[flow.from.at() + 1];
        ++column_[flow.to.at() + 1];
        out_[flow.from.at()] += flow.value;
        in_[flow.to.at()] += flow.value;
        if (flow.from == flow.to) inner_[flow.from.at()] = flow.value;
        total_ += flow.value;
    }
    std::partial_sum(row_.begin(), row_.end(), row_.begin());
    std::partial_sum(column_.begin(), column_.end(), column_.begin());
    to_.reserve(flows.size());
    from_.resize(flows.size());
    std::vector<std::size_t> next(column_.begin(), column_.end() - 1);
    for (const auto& flow : flows) {
        to_.push_back({flow.to, flow.value});
        from_[next[flow.to.at()]++] = {flow.from, flow.value};
    }
}

}  // namespace ecumene::structure
