// Generators, links and processes: how much, and how fast that may change. (N3, N4, N5, N6)
#include <algorithm>
#include <cmath>

#include "network/equations/equations.hpp"
#include "network/equations/limits.hpp"

namespace ecumene::network {
namespace {

using lp::between;
using lp::sum;

void write_dispatch_of(lp::Model& model, const Network& network, const Assets<MW>& assets, const TimeWeights& time) {
    const Component& component = *assets.component;
    const auto name = component.list() + "_p";
    limit_by_capacity(
        model, network, name, assets.level, assets, time, component.profile("p_min_pu"), component.profile("p_max_pu"));
    fix_given(model, network, name + "_set", component, "p_set", assets.level, time);
}

// A ramp of a committed unit depends on whether it was on: starting and stopping have limits of their own.
struct Ramp {
    const Network& network;
    const NetworkVariables& v;
    const Assets<MW>& assets;
    const Commitment& commitment;
    Profile up, down;
    std::vector<double> start_up, shut_down, first;

    Ramp(const Network& n, const NetworkVariables& all, const Assets<MW>& a, const Commitment& c)
        : network(n),
          v(all),
          assets(a),
          commitment(c),
          up(a.component->profile("ramp_limit_up")),
          down(a.component->profile("ramp_limit_down")),
          start_up(a.component->numbers("ramp_limit_start_up")),
          shut_down(a.component->numbers("ramp_limit_shut_down")),
          first(a.component->numbers("p_init")) {}

    void write(lp::Model& model, const lp::Constraints<MW, Item, Snapshot>& rise,
        const lp::Constraints<MW, Item, Snapshot>& fall) const {
        for (const Item i : assets.items) {
            if (assets.is_committed[i.at()] != 0) continue;
            for (const Snapshot t : v.time.snapshots)
                if (assets.is_active(i, t, v.time)) write_one(model, rise(i, t), fall(i, t), i, t);
        }
        for (const Item u : Set<Item>(commitment.units.size()))
            for (const Snapshot t : v.time.snapshots)
                if (t.pos > 0 && assets.is_active(commitment.units[u.at()], t, v.time))
                    write_committed(model, rise(commitment.units[u.at()], t), fall(commitment.units[u.at()], t), u, t);
    }

    // (N6) -down P <= p(t) - p(t-1) <= up P
    void write_one(lp::Model& model, lp::Row<MW> rise, lp::Row<MW> fall, Item i, Snapshot t) const {
        const bool is_first = t.pos == 0;
        if (is_first && std::isnan(first[i.at()])) return;
        const Quantity<MW> before{is_first ? first[i.at()] : 0.0};
        const Snapshot previous{std::max(0, t.pos - 1)};
        const auto change = assets.level(i, t) - when(!is_first, 1.0 * assets.level(i, previous));
        const bool is_decided = assets.is_extendable(i);
        const double capacity = assets.nominal[i.at()];
        // Only read where it is decided; the first column stands in elsewhere.
        const auto decided = is_decided ? assets.capacity_of(i) : lp::Variable<MW>{0};
        if (const double r = up(i, t); !std::isnan(r))
            model.subject_to(rise, change - when(is_decided, r * decided) <=
                                       before + Quantity<MW>{is_decided ? 0.0 : share_of(r, capacity)});
        if (const double r = down(i, t); !std::isnan(r))
            model.subject_to(fall, change + when(is_decided, r * decided) >=
                                       before - Quantity<MW>{is_decided ? 0.0 : share_of(r, capacity)});
    }

    // p(t) - p(t-1) <= up P on(t-1) + start P (on(t) - on(t-1));   p(t-1) - p(t) <= down P on(t) + stop P (on(t-1) - on(t))
    void write_committed(lp::Model& model, lp::Row<MW> rise, lp::Row<MW> fall, Item u, Snapshot t) const {
        const Item i = commitment.units[u.at()];
        const Snapshot previous{t.pos - 1};
        const double capacity = assets.nominal[i.at()];
        const auto on = commitment.status(u, t), was_on = commitment.status(u, previous);
        const auto change = assets.level(i, t) - assets.level(i, previous);
        const auto whole = [](double share) { return std::isnan(share) ? 1.0 : share; };
        if (const double r = up(i, t); !std::isnan(r) || !std::isnan(start_up[i.at()])) {
            const Quantity<MW> running{whole(r) * capacity}, starting{whole(start_up[i.at()]) * capacity};
            model.subject_to(rise, change + (starting - running) * was_on - starting * on <= Quantity<MW>{0.0});
        }
        if (const double r = down(i, t); !std::isnan(r) || !std::isnan(shut_down[i.at()])) {
            const Quantity<MW> running{whole(r) * capacity}, stopping{whole(shut_down[i.at()]) * capacity};
            model.subject_to(fall, change + (running - stopping) * on + stopping * was_on >= Quantity<MW>{0.0});
        }
    }
};

bool ramps(const Component& component) {
    for (const char* attribute : {"ramp_limit_up", "ramp_limit_down", "ramp_limit_start_up", "ramp_limit_shut_down"})
        if (find_attribute(component.list(), attribute) != nullptr && component.has(attribute)) return true;
    return false;
}

void write_ramps_of(lp::Model& model, const Network& network, const NetworkVariables& v, const Assets<MW>& assets,
    const Commitment& commitment) {
    if (!ramps(*assets.component)) return;
    const auto& list = assets.component->list();
    const auto rise = model.constraints<MW>(list + "_ramp_up", assets.items, v.time.snapshots);
    model.label_rows(labels_of(network, *assets.component));
    const auto fall = model.constraints<MW>(list + "_ramp_down", assets.items, v.time.snapshots);
    model.label_rows(labels_of(network, *assets.component));
    Ramp(network, v, assets, commitment).write(model, rise, fall);
}

}  // namespace

void write_dispatch(lp::Model& model, const Network& network, NetworkVariables& v) {
    for (const auto* assets : {&v.generators, &v.links, &v.processes})
        write_dispatch_of(model, network, *assets, v.time);
}

void write_energy_sums(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const Component& generators = network["generators"];
    const auto least = generators.numbers("e_sum_min"), most = generators.numbers("e_sum_max");
    const bool has_any = std::any_of(least.begin(), least.end(), [](double e) { return std::isfinite(e); }) ||
                         std::any_of(most.begin(), most.end(), [](double e) { return std::isfinite(e); });
    if (!has_any) return;
    const auto energy = model.constraints<MWh>("generators_e_sum", generators.items());
    model.label_rows({generators.names()});
    for (const Item i : generators.items()) {
        if (std::isinf(least[i.at()]) && std::isinf(most[i.at()])) continue;
        model.subject_to(energy(i), between(Quantity<MWh>{least[i.at()]},
                                        sum(v.time.snapshots,
                                            [&](Snapshot t) {
                                                return Quantity<hour>{v.time.generator_hours[t.at()]} *
                                                       v.generators.level(i, t);
                                            }),
                                        Quantity<MWh>{most[i.at()]}));
    }
}

void write_ramps(lp::Model& model, const Network& network, const NetworkVariables& v) {
    write_ramps_of(model, network, v, v.generators, v.generator_commitment);
    write_ramps_of(model, network, v, v.links, v.link_commitment);
    write_ramps_of(model, network, v, v.processes, v.process_commitment);
}

}  // namespace ecumene::network
