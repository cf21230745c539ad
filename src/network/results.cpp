#include "network/results.hpp"

#include <cmath>
#include <functional>

namespace ecumene::network {
namespace {

class ResultWriter {
public:
    ResultWriter(const Network& network, const NetworkModel& model, const solver::Solution& solution)
        : v_(model.variables), solution_(solution), solved_(network) {}

    Network write() {
        write_generators();
        write_ports("links", v_.links, v_.link_commitment);
        write_ports("processes", v_.processes, v_.process_commitment);
        write_branches("lines", v_.lines);
        write_branches("transformers", v_.transformers);
        write_storage_units();
        write_stores();
        write_loads();
        write_buses();
        write_global_constraints();
        return std::move(solved_);
    }

private:
    template <Dim D>
    double value(lp::Variable<D> variable) const {
        // A zero that came out negative is still zero.
        return solution_.values[static_cast<std::size_t>(variable.column)] + 0.0;
    }

    template <class F>
    void put(const std::string& list, const std::string& attribute, const std::vector<Item>& items, F&& figure) {
        Series series{.attribute = attribute, .items = items, .values = {}};
        series.values.reserve(items.size() * solved_.snapshots.size());
        for (const Snapshot t : v_.time.snapshots)
            for (const Item i : items) series.values.push_back(figure(i, t));
        if (!items.empty()) solved_[list].set_series(std::move(series));
    }

    std::vector<Item> all_of(const std::string& list) const {
        std::vector<Item> items;
        for (const Item i : solved_[list].items()) items.push_back(i);
        return items;
    }

    template <Dim D>
    void put_capacity(const std::string& list, const std::string& attribute, const Assets<D>& assets) {
        auto capacity = assets.nominal;
        for (const Item i : assets.extendable) capacity[i.at()] = value(assets.capacity_of(i));
        if (!capacity.empty()) solved_[list].set_numbers(attribute, std::move(capacity));
    }

    void put_commitment(const std::string& list, const Commitment& commitment) {
        std::vector<std::int32_t> place(solved_[list].size(), -1);
        for (std::size_t u = 0; u < commitment.units.size(); ++u)
            place[commitment.units[u].at()] = static_cast<std::int32_t>(u);
        const auto put_one = [&](const std::string& attribute, const lp::Variables<one, Item, Snapshot>& block) {
            put(list, attribute, commitment.units,
                [&](Item i, Snapshot t) { return value(block(Item{place[i.at()]}, t)); });
        };
        put_one("status", commitment.status);
        put_one("start_up", commitment.start_up);
        put_one("shut_down", commitment.shut_down);
    }

    void write_generators() {
        put("generators", "p", all_of("generators"),
            [&](Item i, Snapshot t) { return value(v_.generators.level(i, t)); });
        put_capacity("generators", "p_nom_opt", v_.generators);
        put_commitment("generators", v_.generator_commitment);
    }

    // p0 is what a link takes; at the other ends it shows as what they lose.
    void write_ports(const std::string& list, const Assets<MW>& assets, const Commitment& commitment) {
        const bool is_link = list == "links";
        const auto items = all_of(list);
        if (items.empty()) return;
        const auto put_port = [&](int port, const std::function<double(Item, Snapshot)>& given) {
            put(list, "p" + std::to_string(port), items,
                [&](Item i, Snapshot t) { return -given(i, t) * value(assets.level(i, t)) + 0.0; });
        };
        const Component& component = *assets.component;
        if (!is_link) put(list, "p", items, [&](Item i, Snapshot t) { return value(assets.level(i, t)); });
        put_port(0, is_link ? std::function<double(Item, Snapshot)>([](Item, Snapshot) { return -1.0; })
                            : component.profile("rate0"));
        put_port(1, component.profile(is_link ? "efficiency" : "rate1"));
        for (const int port : component.further_ports()) {
            const auto number = std::to_string(port);
            const auto share = component.profile((is_link ? "efficiency" : "rate") + number);
            const auto bus = component.texts("bus" + number);
            put_port(port, [&](Item i, Snapshot t) { return bus[i.at()].empty() ? 0.0 : share(i, t); });
        }
        put_capacity(list, "p_nom_opt", assets);
        put_commitment(list, commitment);
    }

    void write_branches(const std::string& list, const Assets<MW>& assets) {
        put(list, "p0", all_of(list), [&](Item i, Snapshot t) { return value(assets.level(i, t)); });
        put(list, "p1", all_of(list), [&](Item i, Snapshot t) { return -value(assets.level(i, t)) + 0.0; });
        put_capacity(list, "s_nom_opt", assets);
    }

    void write_storage_units() {
        const auto& units = v_.storage_units;
        const auto items = all_of("storage_units");
        const auto dispatch = [&](Item i, Snapshot t) { return value(units.assets.level(i, t)); };
        const auto charging = [&](Item i, Snapshot t) { return value(units.charging(i, t)); };
        put("storage_units", "p", items, [&](Item i, Snapshot t) { return dispatch(i, t) - charging(i, t); });
        put("storage_units", "p_dispatch", items, dispatch);
        put("storage_units", "p_store", items, charging);
        put("storage_units", "state_of_charge", items,
            [&](Item i, Snapshot t) { return value(units.state_of_charge(i, t)); });
        if (solved_["storage_units"].has("inflow"))
            put("storage_units", "spill", items, [&](Item i, Snapshot t) { return value(units.spill(i, t)); });
        put_capacity("storage_units", "p_nom_opt", units.assets);
    }

    void write_stores() {
        const auto& stores = v_.stores;
        put("stores", "e", all_of("stores"), [&](Item i, Snapshot t) { return value(stores.assets.level(i, t)); });
        put("stores", "p", all_of("stores"), [&](Item i, Snapshot t) { return value(stores.power(i, t)); });
        put_capacity("stores", "e_nom_opt", stores.assets);
    }

    void write_loads() {
        const auto power = solved_["loads"].profile("p_set");
        const auto is_on = solved_["loads"].flags("active");
        put("loads", "p", all_of("loads"), [&](Item i, Snapshot t) { return is_on[i.at()] != 0 ? power(i, t) : 0.0; });
    }

    void write_buses() {
        if (!solution_.has_duals()) return;
        put("buses", "marginal_price", all_of("buses"), [&](Item bus, Snapshot t) {
            const double weight = v_.time.cost[t.at()];
            const double dual = solution_.duals[static_cast<std::size_t>(v_.balance(bus, t).row)];
            return weight > 0.0 ? dual / weight + 0.0 : blank;
        });
    }

    void write_global_constraints() {
        if (!solution_.has_duals() || solved_["global_constraints"].size() == 0) return;
        std::vector<double> shadow;
        for (const Item limit : solved_["global_constraints"].items())
            shadow.push_back(solution_.duals[static_cast<std::size_t>(v_.global(limit).row)] + 0.0);
        solved_["global_constraints"].set_numbers("mu", std::move(shadow));
    }

    const NetworkVariables& v_;
    const solver::Solution& solution_;
    Network solved_;
};

bool is_result(const std::string& list, const std::string& attribute) {
    const auto* known = find_attribute(list, attribute);
    return known != nullptr && known->use == Use::result;
}

Frame capacities(const Component& component, const std::vector<const Column*>& columns) {
    std::vector<Frame::Column> heads{text_column("name")};
    for (const auto* column : columns)
        heads.push_back(number_column(column->attribute, find_attribute(component.list(), column->attribute)->unit));
    Frame frame(component.list(), std::move(heads));
    for (const Item i : component.items()) {
        std::vector<Frame::Cell> cells{Frame::Cell(component.name(i))};
        for (const auto* column : columns) cells.emplace_back(column->numbers[i.at()]);
        frame.add(cells);
    }
    return frame;
}

Frame levels(const Network& network, const Component& component, const Series& series) {
    const auto unit = find_attribute(component.list(), series.attribute)->unit;
    std::vector<Frame::Column> heads;
    if (network.has_periods()) heads.push_back(number_column("period", "year"));
    heads.push_back(text_column("snapshot"));
    for (const Item i : series.items) heads.push_back(number_column(component.name(i), unit));
    Frame frame(component.list() + "-" + series.attribute, std::move(heads));
    for (const Snapshot t : network.snapshots.all()) {
        std::vector<Frame::Cell> cells;
        if (network.has_periods())
            cells.emplace_back(network.periods.start[static_cast<std::size_t>(network.snapshots.period[t.at()])]);
        cells.emplace_back(network.snapshots.labels[t.at()]);
        for (std::size_t k = 0; k < series.items.size(); ++k)
            cells.emplace_back(series.values[t.at() * series.items.size() + k]);
        frame.add(cells);
    }
    return frame;
}

}  // namespace

Network with_results(const Network& network, const NetworkModel& model, const solver::Solution& solution) {
    return ResultWriter(network, model, solution).write();
}

std::vector<Frame> result_tables(const Network& solved) {
    std::vector<Frame> tables;
    for (const auto& component : solved.components) {
        std::vector<const Column*> figures;
        for (const auto& column : component.columns())
            if (is_result(component.list(), column.attribute) && column.kind == Kind::number)
                figures.push_back(&column);
        if (!figures.empty()) tables.push_back(capacities(component, figures));
        for (const auto& series : component.series())
            if (is_result(component.list(), series.attribute)) tables.push_back(levels(solved, component, series));
    }
    return tables;
}

}  // namespace ecumene::network
