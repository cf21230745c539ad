// The columns of a network's problem, by component, and the weights of time they are counted with.
//
//     Assets<MW> generators = make_assets<MW>(model, network, time, "generators", "p_nom", "p");
//     generators.level(item, snapshot)         // p
//     generators.capacity_of(item)             // p_nom, where it is extendable
//
// Money is whatever currency the network counts in; it takes the dimension `MKRW` of core/units.hpp.
#pragma once

#include <string>
#include <vector>

#include "core/units.hpp"
#include "lp/model.hpp"
#include "network/network.hpp"

namespace ecumene::network {

inline constexpr Dim currency = MKRW;

// What a snapshot counts, its investment period included. Without periods there is one, of weight 1.
struct TimeWeights {
    Set<Snapshot> snapshots;
    std::vector<double> cost;             // hours it stands for in the objective, times the period's objective weight
    std::vector<double> store_hours;      // hours that pass in a store
    std::vector<double> generator_hours;  // hours energy is counted over, of one year
    std::vector<std::int32_t> period;     // of each snapshot
    std::vector<int> period_start;        // empty without periods
    std::vector<double> period_cost, period_years;
    std::vector<double> years_modelled;  // of each period: hours it stands for / 8760

    std::size_t periods() const { return period_cost.size(); }
    Quantity<hour> cost_of(Snapshot t) const { return {cost[t.at()]}; }
    Quantity<hour> store(Snapshot t) const { return {store_hours[t.at()]}; }
};
TimeWeights time_weights(const Network& network);

// The items of one list: which are there in which period, how large they are or may be, and their level in every snapshot.
template <Dim D>
struct Assets {
    const Component* component{};
    Set<Item> items;
    std::size_t periods{1};
    std::vector<char> active;         // item by period
    std::vector<double> nominal;      // where it is not extendable; the start of the objective's constant where it is
    std::vector<std::int32_t> place;  // in the block of capacities; -1: not extendable
    std::vector<Item> extendable;
    std::vector<char> is_committed;  // status decides about the limits of these
    lp::Variables<D, Item> capacity;
    lp::Variables<D, Item, Snapshot> level;

    bool is_active(Item i, std::size_t period) const { return active[i.at() * periods + period] != 0; }
    bool is_active(Item i, Snapshot t, const TimeWeights& time) const {
        return is_active(i, static_cast<std::size_t>(time.period[t.at()]));
    }
    bool is_extendable(Item i) const { return place[i.at()] >= 0; }
    lp::Variable<D> capacity_of(Item i) const { return capacity(Item{place[i.at()]}); }
};

// `stem` is "p_nom", "e_nom" or "s_nom". Levels are free until limited. (N2)
template <Dim D>
Assets<D> make_assets(lp::Model& model, const Network& network, const TimeWeights& time, const std::string& list,
    const std::string& stem, const std::string& level);

// On, off and how it changed, of the units that commit themselves, in their order.
struct Commitment {
    std::vector<Item> units;
    lp::Variables<one, Item, Snapshot> status, start_up, shut_down;
};

struct StorageUnits {
    Assets<MW> assets;  // level: p_dispatch
    lp::Variables<MW, Item, Snapshot> charging;
    lp::Variables<MWh, Item, Snapshot> state_of_charge;
    lp::Variables<MW, Item, Snapshot> spill;
};

struct Stores {
    Assets<MWh> assets;                       // level: e
    lp::Variables<MW, Item, Snapshot> power;  // positive: gives to the bus
};

// Energy of a non-cyclic store before it is drawn on and after: what global constraints count.
struct Drawdown {
    std::vector<std::int32_t> period;  // in which it is weighed by the period's years; -1: over all, unweighed
    std::vector<Item> item;
    std::vector<Snapshot> last;
    std::vector<double> initial;
};

// Everything the equations share.
struct NetworkVariables {
    TimeWeights time;
    Assets<MW> generators, links, processes, lines, transformers;
    Commitment generator_commitment, link_commitment, process_commitment;
    StorageUnits storage_units;
    Stores stores;
    lp::Constraints<MW, Item, Snapshot> balance;  // by bus
    lp::Constraints<one, Item> global;            // by global constraint
};

// Labels of a block over items and snapshots.
std::vector<std::vector<std::string>> labels_of(const Network& network, const Component& component);
// Capital cost of one unit of capacity over all periods it stands in, fixed operation included. By item. (N11)
template <Dim D>
std::vector<double> capacity_cost(const Assets<D>& assets, const TimeWeights& time);

}  // namespace ecumene::network
