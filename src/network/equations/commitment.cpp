// Units that are on or off: least output, starts and stops, least times up and down. (N7)
#include <algorithm>
#include <cmath>

#include "network/equations/equations.hpp"
#include "network/equations/limits.hpp"

namespace ecumene::network {
namespace {

std::vector<std::string> names_of(const Component& component, const std::vector<Item>& units) {
    std::vector<std::string> names;
    for (const Item i : units) names.push_back(component.name(i));
    return names;
}

class CommitmentWriter {
public:
    CommitmentWriter(lp::Model& model, const Network& network, const TimeWeights& time, const Assets<MW>& assets,
        const Commitment& commitment)
        : model_(model),
          network_(network),
          time_(time),
          assets_(assets),
          commitment_(commitment),
          component_(*assets.component),
          up_before_(component_.numbers("up_time_before")),
          down_before_(component_.numbers("down_time_before")),
          least_up_(component_.numbers("min_up_time")),
          least_down_(component_.numbers("min_down_time")) {}

    void write() {
        const auto floor = rows<MW>("p_least"), ceiling = rows<MW>("p_most");
        const auto starts = rows<one>("starts"), stops = rows<one>("stops");
        const auto stays_up = rows<one>("stays_up"), stays_down = rows<one>("stays_down");
        const auto least = component_.profile("p_min_pu"), most = component_.profile("p_max_pu");
        for (const Item u : units()) {
            const Item i = commitment_.units[u.at()];
            for (const Snapshot t : time_.snapshots) {
                if (!assets_.is_active(i, t, time_)) {
                    leave_out(u, t);
                    continue;
                }
                // (N7) least P on <= p <= most P on
                const double capacity = assets_.nominal[i.at()];
                const auto on = commitment_.status(u, t);
                model_.subject_to(floor(u, t),
                    assets_.level(i, t) - Quantity<MW>{share_of(least(i, t), capacity)} * on >= Quantity<MW>{0.0});
                model_.subject_to(ceiling(u, t),
                    assets_.level(i, t) - Quantity<MW>{share_of(most(i, t), capacity)} * on <= Quantity<MW>{0.0});
                write_changes(starts(u, t), stops(u, t), u, t);
                if (t.pos > 0) write_least_times(stays_up(u, t), stays_down(u, t), u, t);
                keep_what_began_before(u, t);
            }
        }
    }

private:
    Set<Item> units() const { return Set<Item>(commitment_.units.size()); }

    template <Dim D>
    lp::Constraints<D, Item, Snapshot> rows(const std::string& name) {
        const auto block = model_.constraints<D>(component_.list() + "_" + name, units(), time_.snapshots);
        model_.label_rows({names_of(component_, commitment_.units), network_.snapshots.labels});
        return block;
    }

    void leave_out(Item u, Snapshot t) {
        const Quantity<one> zero{0.0};
        model_.bound(commitment_.status(u, t), zero, zero);
        model_.bound(commitment_.start_up(u, t), zero, zero);
        model_.bound(commitment_.shut_down(u, t), zero, zero);
        model_.bound(assets_.level(commitment_.units[u.at()], t), Quantity<MW>{0.0}, Quantity<MW>{0.0});
    }

    // start(t) >= on(t) - on(t-1);   stop(t) >= on(t-1) - on(t)
    void write_changes(lp::Row<one> starts, lp::Row<one> stops, Item u, Snapshot t) {
        const bool is_first = t.pos == 0;
        const Snapshot previous{std::max(0, t.pos - 1)};
        const Quantity<one> was_on{is_first && up_before_[commitment_.units[u.at()].at()] > 0.0 ? 1.0 : 0.0};
        const auto rise = commitment_.status(u, t) - when(!is_first, 1.0 * commitment_.status(u, previous));
        model_.subject_to(starts, commitment_.start_up(u, t) - rise >= -was_on);
        model_.subject_to(stops, commitment_.shut_down(u, t) + rise >= was_on);
    }

    // Started within the least time up: still on. Stopped within the least time down: still off.
    void write_least_times(lp::Row<one> stays_up, lp::Row<one> stays_down, Item u, Snapshot t) {
        const Item i = commitment_.units[u.at()];
        const auto write = [&](lp::Row<one> row, double least, const lp::Variables<one, Item, Snapshot>& change,
                               double sign) {
            const auto window = static_cast<std::int32_t>(least);
            if (window <= 0) return false;
            for (std::int32_t back = 0; back < window && t.pos - back >= 0; ++back)
                model_.add_to(row, 1.0 * change(u, Snapshot{t.pos - back}));
            model_.add_to(row, sign * commitment_.status(u, t));
            return true;
        };
        const Quantity<one> none{-lp::infinity};
        if (write(stays_up, least_up_[i.at()], commitment_.start_up, -1.0))
            model_.set_bounds(stays_up, none, Quantity<one>{0.0});
        if (write(stays_down, least_down_[i.at()], commitment_.shut_down, 1.0))
            model_.set_bounds(stays_down, none, Quantity<one>{1.0});
    }

    // What was on or off before the first snapshot may have to stay so for a while.
    void keep_what_began_before(Item u, Snapshot t) {
        const Item i = commitment_.units[u.at()];
        const double passed = t.pos;
        if (up_before_[i.at()] > 0.0 && passed < least_up_[i.at()] - up_before_[i.at()])
            model_.bound(commitment_.status(u, t), Quantity<one>{1.0}, Quantity<one>{1.0});
        else if (down_before_[i.at()] > 0.0 && passed < least_down_[i.at()] - down_before_[i.at()])
            model_.bound(commitment_.status(u, t), Quantity<one>{0.0}, Quantity<one>{0.0});
    }

    lp::Model& model_;
    const Network& network_;
    const TimeWeights& time_;
    const Assets<MW>& assets_;
    const Commitment& commitment_;
    const Component& component_;
    std::vector<double> up_before_, down_before_, least_up_, least_down_;
};

}  // namespace

Commitment make_commitment(lp::Model& model, const Network& network, const TimeWeights& time, Assets<MW>& assets) {
    Commitment commitment;
    const Component& component = *assets.component;
    const auto is_committable = component.flags("committable");
    for (const Item i : assets.items) {
        if (is_committable[i.at()] == 0 || assets.is_extendable(i)) continue;
        assets.is_committed[i.at()] = '\1';
        commitment.units.push_back(i);
    }
    if (commitment.units.empty()) return commitment;
    const Set<Item> units(commitment.units.size());
    const auto block = [&](const std::string& name) {
        const auto made =
            model.integers<one>(component.list() + "_" + name, {.lower = 0.0, .upper = 1.0}, units, time.snapshots);
        model.label_columns({names_of(component, commitment.units), network.snapshots.labels});
        return made;
    };
    commitment.status = block("status");
    commitment.start_up = block("start_up");
    commitment.shut_down = block("shut_down");
    return commitment;
}

void write_commitment(lp::Model& model, const Network& network, const NetworkVariables& v) {
    const auto write = [&](const Assets<MW>& assets, const Commitment& commitment) {
        if (!commitment.units.empty()) CommitmentWriter(model, network, v.time, assets, commitment).write();
    };
    write(v.generators, v.generator_commitment);
    write(v.links, v.link_commitment);
    write(v.processes, v.process_commitment);
}

}  // namespace ecumene::network
