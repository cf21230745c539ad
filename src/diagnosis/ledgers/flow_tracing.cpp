#include "diagnosis/ledgers/flow_tracing.hpp"

#include <algorithm>
#include <cmath>

namespace ecumene::diagnosis {
namespace {

constexpr double grain = 1024.0;    // moved emissions are whole parts of this of a tonne
constexpr double settled = 1e-14;   // relative change of an intensity that ends the sweeps
constexpr int most_sweeps = 20000;  // loops with little generation in them settle slowly

double rounded_to_grain(double emissions) {
    return std::round(emissions * grain) / grain;
}

bool is_real(const PowerFlow& flow) {
    return flow.energy > 0.0 && flow.from != flow.to;
}

// What arrives at and leaves each node, MWh.
struct Exchange {
    std::vector<double> in, out;
};

Exchange exchange_of(std::size_t nodes, std::span<const PowerFlow> flows) {
    Exchange exchange{std::vector<double>(nodes, 0.0), std::vector<double>(nodes, 0.0)};
    for (const auto& flow : flows) {
        if (!is_real(flow)) continue;
        exchange.in[flow.to] += flow.energy;
        exchange.out[flow.from] += flow.energy;
    }
    return exchange;
}

// One sweep over all nodes; the largest relative change of an intensity. Starting from nothing the intensities only rise,
// so that loops without any generation stay at zero.
double sweep(std::span<const PowerNode> nodes, const std::vector<std::vector<PowerFlow>>& into,
    const std::vector<double>& through, std::vector<double>& intensity) {
    double largest = 0.0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!(through[i] > 0.0)) continue;
        double carried = nodes[i].emissions;
        for (const auto& flow : into[i]) carried += flow.energy * intensity[flow.from];
        const double now = carried / through[i];
        largest = std::max(largest, now > 0.0 ? std::abs(now - intensity[i]) / now : 0.0);
        intensity[i] = now;
    }
    return largest;
}

std::vector<double> mixed_intensity(std::span<const PowerNode> nodes, std::span<const PowerFlow> flows) {
    const Exchange exchange = exchange_of(nodes.size(), flows);
    std::vector<std::vector<PowerFlow>> into(nodes.size());
    for (const auto& flow : flows)
        if (is_real(flow)) into[flow.to].push_back(flow);
    std::vector<double> through(nodes.size());
    // Never less than what leaves: a table that lets out more than came in cannot take emissions that are not there.
    for (std::size_t i = 0; i < nodes.size(); ++i)
        through[i] = std::max(nodes[i].made + exchange.in[i], exchange.out[i]);
    std::vector<double> intensity(nodes.size(), 0.0);
    for (int i = 0; i < most_sweeps; ++i)
        if (sweep(nodes, into, through, intensity) <= settled) break;
    return intensity;
}

Tracing started_from(std::span<const PowerNode> nodes) {
    Tracing tracing;
    for (const auto& node : nodes) tracing.emissions.push_back(node.emissions);
    return tracing;
}

void move(std::size_t from, std::size_t to, double energy, double emissions, Tracing& tracing) {
    const double whole = rounded_to_grain(emissions);
    tracing.emissions[from] -= whole;
    tracing.emissions[to] += whole;
    tracing.moved.push_back({from, to, energy, whole});
}

Tracing with_intensity(std::span<const PowerNode> nodes, Tracing tracing) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
        tracing.intensity.push_back(nodes[i].used > 0.0 ? tracing.emissions[i] / nodes[i].used : 0.0);
    return tracing;
}

// Net exports and imports of each node by the flows, so that what only passes through counts at neither.
std::vector<PowerNode> net_of_transit(std::span<const PowerNode> nodes, std::span<const PowerFlow> flows) {
    const Exchange exchange = exchange_of(nodes.size(), flows);
    std::vector<PowerNode> net(nodes.begin(), nodes.end());
    for (std::size_t i = 0; i < nodes.size(); ++i) net[i].used = nodes[i].made + exchange.in[i] - exchange.out[i];
    return net;
}

}  // namespace

std::vector<PowerNode> scaled_to_supply(std::span<const PowerNode> nodes) {
    double made = 0.0, used = 0.0;
    for (const auto& node : nodes) {
        made += node.made;
        used += node.used;
    }
    std::vector<PowerNode> scaled(nodes.begin(), nodes.end());
    if (used > 0.0)
        for (auto& node : scaled) node.used *= made / used;
    return scaled;
}

std::vector<PowerFlow> inferred_exchange(std::span<const PowerNode> nodes) {
    double surplus = 0.0;
    for (const auto& node : nodes) surplus += std::max(node.made - node.used, 0.0);
    std::vector<PowerFlow> flows;
    if (!(surplus > 0.0)) return flows;
    double deficit = 0.0;
    for (const auto& node : nodes) deficit += std::max(node.used - node.made, 0.0);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        for (std::size_t j = 0; j < nodes.size(); ++j) {
            const double out = nodes[i].made - nodes[i].used, in = nodes[j].used - nodes[j].made;
            if (out > 0.0 && in > 0.0) flows.push_back({i, j, out * (in / std::max(surplus, deficit))});
        }
    return flows;
}

Tracing trace_average_mix(std::span<const PowerNode> nodes, std::span<const PowerFlow> flows) {
    const auto intensity = mixed_intensity(nodes, flows);
    Tracing tracing = started_from(nodes);
    for (const auto& flow : flows)
        if (is_real(flow)) move(flow.from, flow.to, flow.energy, flow.energy * intensity[flow.from], tracing);
    return with_intensity(nodes, std::move(tracing));
}

Tracing trace_national_mix(std::span<const PowerNode> nodes, double total_emissions) {
    double made = 0.0;
    for (const auto& node : nodes) made += node.made;
    Tracing tracing = started_from(nodes);
    if (made > 0.0)
        for (const auto& flow : inferred_exchange(nodes))
            move(flow.from, flow.to, flow.energy, flow.energy * (total_emissions / made), tracing);
    return with_intensity(nodes, std::move(tracing));
}

Tracing trace_marginal(std::span<const PowerNode> nodes, std::span<const PowerFlow> flows) {
    const auto net = net_of_transit(nodes, flows);
    const auto exchange = inferred_exchange(net);
    Tracing tracing = started_from(nodes);
    for (const auto& flow : exchange) {
        const auto& from = net[flow.from];
        const double exported = from.made - from.used;
        const double intensity = std::min(from.marginal, std::max(from.emissions, 0.0) / exported);
        move(flow.from, flow.to, flow.energy, flow.energy * intensity, tracing);
    }
    return with_intensity(nodes, std::move(tracing));
}

}  // namespace ecumene::diagnosis
