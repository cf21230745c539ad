// Flows of lines and transformers: limits, and voltages that add up to nothing around every cycle. (N9)
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "network/equations/cycles.hpp"
#include "network/equations/equations.hpp"
#include "network/equations/impedance.hpp"
#include "network/equations/limits.hpp"

namespace ecumene::network {
namespace {

using Around = Index<struct CycleTag>;

struct Branch {
    const Assets<MW>* assets{};
    Item item;
    Edge edge;  // from bus to bus
    double reactance{}, resistance{}, type_shift{};
};

// Cycles that are the same in several periods are written once.
struct Ring {
    Cycle cycle;
    std::vector<char> in_period;
};

class VoltageWriter {
public:
    VoltageWriter(lp::Model& model, const Network& network, const NetworkVariables& v)
        : model_(model),
          network_(network),
          v_(v),
          shift_(network["transformers"].profile("phase_shift")),
          bus_carrier_(network["buses"].texts("carrier")) {
        add_branches(v.lines);
        add_branches(v.transformers);
    }

    void write() {
        const auto rings = find_rings();
        const auto rows = model_.constraints<MW>("voltage_around_cycles", Set<Around>(rings.size()), v_.time.snapshots);
        model_.label_rows({{}, network_.snapshots.labels});
        for (const Around c : Set<Around>(rings.size())) write_ring(rings[c.at()], rows, c);
    }

private:
    void add_branches(const Assets<MW>& assets) {
        const Component& component = *assets.component;
        const Component& buses = network_["buses"];
        const auto ohm = impedances(network_, component);
        const auto from = component.texts("bus0"), to = component.texts("bus1");
        for (const Item i : assets.items)
            branches_.push_back({.assets = &assets,
                .item = i,
                .edge = {buses.find(from[i.at()]).value_or(Item{0}).pos, buses.find(to[i.at()]).value_or(Item{0}).pos},
                .reactance = ohm.reactance[i.at()],
                .resistance = ohm.resistance[i.at()],
                .type_shift = ohm.type_shift[i.at()]});
    }

    std::vector<Ring> find_rings() const {
        std::vector<Ring> rings;
        for (std::size_t period = 0; period < v_.time.periods(); ++period) {
            std::vector<Edge> edges;
            std::vector<std::int32_t> number;
            for (std::size_t b = 0; b < branches_.size(); ++b) {
                if (!branches_[b].assets->is_active(branches_[b].item, period)) continue;
                edges.push_back(branches_[b].edge);
                number.push_back(static_cast<std::int32_t>(b));
            }
            for (auto& cycle : independent_cycles(static_cast<std::int32_t>(network_["buses"].size()), edges)) {
                for (auto& edge : cycle.edge) edge = number[static_cast<std::size_t>(edge)];
                add_ring(rings, std::move(cycle), period);
            }
        }
        return rings;
    }

    void add_ring(std::vector<Ring>& rings, Cycle cycle, std::size_t period) const {
        auto same = std::find_if(rings.begin(), rings.end(),
            [&](const Ring& ring) { return ring.cycle.edge == cycle.edge && ring.cycle.sign == cycle.sign; });
        if (same == rings.end()) {
            rings.push_back({std::move(cycle), std::vector<char>(v_.time.periods(), '\0')});
            same = rings.end() - 1;
        }
        same->in_period[period] = '\1';
    }

    bool is_direct_current(const Cycle& cycle) const {
        const auto& first = branches_[static_cast<std::size_t>(cycle.edge.front())];
        return bus_carrier_[static_cast<std::size_t>(first.edge.from)] == "DC";
    }

    // (N9) sum over the cycle of z s + phi = 0; every row is divided by its largest z, or it would be lost among others
    void write_ring(const Ring& ring, const lp::Constraints<MW, Around, Snapshot>& rows, Around c) {
        const bool is_direct = is_direct_current(ring.cycle);
        std::vector<double> resists;
        double largest = 0.0;
        for (const auto e : ring.cycle.edge) {
            const auto& branch = branches_[static_cast<std::size_t>(e)];
            resists.push_back(is_direct ? branch.resistance : branch.reactance);
            largest = std::max(largest, std::abs(resists.back()));
        }
        if (largest == 0.0) return;
        for (const Snapshot t : v_.time.snapshots) {
            if (ring.in_period[static_cast<std::size_t>(v_.time.period[t.at()])] == 0) continue;
            double shift = 0.0;
            for (std::size_t k = 0; k < ring.cycle.edge.size(); ++k) {
                const auto& branch = branches_[static_cast<std::size_t>(ring.cycle.edge[k])];
                const double sign = ring.cycle.sign[k];
                model_.add_to(rows(c, t), (sign * resists[k] / largest) * branch.assets->level(branch.item, t));
                shift += sign * phase_shift(branch, t);
            }
            const Quantity<MW> level{-shift / largest};
            model_.set_bounds(rows(c, t), level, level);
        }
    }

    double phase_shift(const Branch& branch, Snapshot t) const {
        constexpr double degree = std::numbers::pi / 180.0;
        return std::isnan(branch.type_shift) ? shift_(branch.item, t) * degree : branch.type_shift;
    }

    lp::Model& model_;
    const Network& network_;
    const NetworkVariables& v_;
    Profile shift_;
    std::vector<std::string> bus_carrier_;
    std::vector<Branch> branches_;
};

}  // namespace

void write_flows(lp::Model& model, const Network& network, const NetworkVariables& v) {
    for (const auto* assets : {&v.lines, &v.transformers}) {
        const auto share = assets->component->profile("s_max_pu");
        limit_by_capacity(
            model, network, assets->component->list() + "_s", assets->level, *assets, v.time,
            [&](Item i, Snapshot t) { return -share(i, t); }, share);
    }
    VoltageWriter(model, network, v).write();
}

}  // namespace ecumene::network
