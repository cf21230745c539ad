// At every bus, in every snapshot, what enters leaves. (N10)
#include "network/equations/equations.hpp"

namespace ecumene::network {
namespace {

// Where each item of a list stands; -1 at no bus.
std::vector<Item> places_of(const Network& network, const Component& component, const std::string& end) {
    std::vector<Item> places;
    for (const auto& bus : component.texts(end)) places.push_back(network["buses"].find(bus).value_or(Item{-1}));
    return places;
}

class BalanceWriter {
public:
    BalanceWriter(lp::Model& model, const Network& network, NetworkVariables& v)
        : model_(model), network_(network), v_(v) {}

    void write() {
        const Component& buses = network_["buses"];
        v_.balance = model_.constraints<MW>("buses_balance", buses.items(), v_.time.snapshots);
        model_.label_rows(labels_of(network_, buses));
        add_signed(v_.generators, v_.generators.level);
        add_signed(v_.stores.assets, v_.stores.power);
        add_storage_units();
        add_branches(v_.lines);
        add_branches(v_.transformers);
        add_port(v_.links, "bus0", [](Item, Snapshot) { return -1.0; });
        add_port(v_.links, "bus1", network_["links"].profile("efficiency"));
        for (const int port : network_["links"].further_ports()) {
            const auto number = std::to_string(port);
            add_port(v_.links, "bus" + number, network_["links"].profile("efficiency" + number));
        }
        add_port(v_.processes, "bus0", network_["processes"].profile("rate0"));
        add_port(v_.processes, "bus1", network_["processes"].profile("rate1"));
        for (const int port : network_["processes"].further_ports()) {
            const auto number = std::to_string(port);
            add_port(v_.processes, "bus" + number, network_["processes"].profile("rate" + number));
        }
        set_demand(buses);
    }

private:
    template <Dim D, class Share>
    void add(const Assets<D>& assets, const lp::Variables<MW, Item, Snapshot>& power, const std::vector<Item>& bus,
        Share share) {
        for (const Item i : assets.items) {
            if (bus[i.at()].pos < 0) continue;
            for (const Snapshot t : v_.time.snapshots) {
                if (!assets.is_active(i, t, v_.time)) continue;
                if (const double factor = share(i, t); factor != 0.0)
                    model_.add_to(v_.balance(bus[i.at()], t), factor * power(i, t));
            }
        }
    }

    template <Dim D>
    void add_signed(const Assets<D>& assets, const lp::Variables<MW, Item, Snapshot>& power) {
        const auto sign = assets.component->numbers("sign");
        add(assets, power, places_of(network_, *assets.component, "bus"),
            [&](Item i, Snapshot) { return sign[i.at()]; });
    }

    void add_storage_units() {
        const StorageUnits& units = v_.storage_units;
        const auto sign = units.assets.component->numbers("sign");
        const auto bus = places_of(network_, *units.assets.component, "bus");
        add(units.assets, units.assets.level, bus, [&](Item i, Snapshot) { return sign[i.at()]; });
        add(units.assets, units.charging, bus, [&](Item i, Snapshot) { return -sign[i.at()]; });
    }

    void add_branches(const Assets<MW>& assets) {
        add(assets, assets.level, places_of(network_, *assets.component, "bus0"), [](Item, Snapshot) { return -1.0; });
        add(assets, assets.level, places_of(network_, *assets.component, "bus1"), [](Item, Snapshot) { return 1.0; });
    }

    template <class Share>
    void add_port(const Assets<MW>& assets, const std::string& end, Share share) {
        add(assets, assets.level, places_of(network_, *assets.component, end), share);
    }

    void set_demand(const Component& buses) {
        const Component& loads = network_["loads"];
        const auto bus = places_of(network_, loads, "bus");
        const auto is_on = loads.flags("active");
        const auto sign = loads.numbers("sign");
        const auto power = loads.profile("p_set");
        std::vector<double> demand(buses.size() * v_.time.period.size(), 0.0);
        for (const Item i : loads.items()) {
            if (is_on[i.at()] == 0 || bus[i.at()].pos < 0) continue;
            double* const at_bus = demand.data() + bus[i.at()].at() * v_.time.period.size();
            for (const Snapshot t : v_.time.snapshots) at_bus[t.at()] -= sign[i.at()] * power(i, t);
        }
        for (const Item b : buses.items())
            for (const Snapshot t : v_.time.snapshots) {
                const Quantity<MW> needed{demand[b.at() * v_.time.period.size() + t.at()]};
                model_.set_bounds(v_.balance(b, t), needed, needed);
            }
    }

    lp::Model& model_;
    const Network& network_;
    NetworkVariables& v_;
};

}  // namespace

void write_balance(lp::Model& model, const Network& network, NetworkVariables& v) {
    BalanceWriter(model, network, v).write();
}

}  // namespace ecumene::network
