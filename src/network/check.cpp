#include "network/check.hpp"

#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "network/cell.hpp"

namespace ecumene::network {
namespace {

constexpr std::size_t most_listed = 20;

// "'a', 'b' and 7 more"
std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t at = 0; at < std::min(most, names.size()); ++at) text += (at > 0 ? ", '" : "'") + names[at] + "'";
    return names.size() > most ? compose("{} and {} more", {text, names.size() - most}) : text;
}

class Checker {
public:
    Checker(const Network& network, Findings& findings) : network_(network), findings_(findings) {}

    void check() {
        for (const auto& component : network_.components) {
            check_buses(component);
            check_refused(component);
            check_finite(component);
            check_capacity(component);
        }
        check_efficiencies();
        check_counted_efficiencies();
        check_commitment();
        check_growth();
        check_bus_limits();
        check_types("lines", "line_types", standard_line_types());
        check_types("transformers", "transformer_types", standard_transformer_types());
        check_phase_shifts();
        check_global_constraints();
    }

private:
    void error(std::string code, const Component& component, const std::string& attribute, std::string message,
        std::string remedy) {
        if (++faults_ > most_listed * 5) return;
        findings_.error({.severity = Severity::error,
            .code = std::move(code),
            .file = component.list(),
            .row = 0,
            .column = attribute,
            .message = std::move(message),
            .remedy = std::move(remedy)});
    }

    void refuse(const Component& component, const std::string& attribute, const std::vector<std::string>& names,
        const std::string& remedy) {
        if (names.empty()) return;
        error("not_supported", component, attribute,
            compose("'{}' is set for {} of {}, which this program does not build yet",
                {attribute, listed(names), component.list()}),
            remedy);
    }

    void check_buses(const Component& component) {
        std::vector<std::string> ends;
        for (const char* end : {"bus", "bus0", "bus1"})
            if (const auto* known = find_attribute(component.list(), end);
                known != nullptr && component.list() != "global_constraints")
                ends.emplace_back(end);
        const auto required = ends.size();
        for (const int port : component.further_ports()) ends.push_back("bus" + std::to_string(port));
        for (std::size_t at = 0; at < ends.size(); ++at) check_end(component, ends[at], at < required);
    }

    void check_end(const Component& component, const std::string& end, bool is_required) {
        const auto buses = component.texts(end);
        const auto& known = network_["buses"];
        for (const Item item : component.items()) {
            const auto& bus = buses[item.at()];
            if (bus.empty() && !is_required) continue;
            if (bus.empty())
                error("no_bus", component, end, component.label(item) + " stands at no bus", "name its bus");
            else if (!known.find(bus))
                error("unknown_bus", component, end,
                    compose("{} stands at bus '{}', which is not in buses", {component.label(item), bus}),
                    did_you_mean(bus, known.names()));
        }
    }

    std::vector<std::string> items_where(const Component& component, const std::vector<char>& holds) const {
        std::vector<std::string> names;
        for (const Item item : component.items())
            if (holds[item.at()] != 0) names.push_back(component.name(item));
        return names;
    }

    void check_refused(const Component& component) {
        for (const auto& column : component.columns()) {
            const auto* known = find_attribute(component.list(), column.attribute);
            if (known == nullptr || known->use != Use::refused) continue;
            std::vector<char> is_set;
            for (const double value : column.numbers) is_set.push_back(value != known->default_number ? '\1' : '\0');
            refuse(component, column.attribute, items_where(component, is_set), remedy_for(*known));
        }
        for (const auto& series : component.series()) {
            const auto* known = find_attribute(component.list(), series.attribute);
            if (known == nullptr || known->use != Use::refused) continue;
            const bool is_set = std::any_of(series.values.begin(), series.values.end(),
                [&](double value) { return value != known->default_number; });
            if (!is_set) continue;
            std::vector<std::string> names;
            for (const Item item : series.items) names.push_back(component.name(item));
            refuse(component, series.attribute, names, remedy_for(*known));
        }
    }

    static std::string remedy_for(const Attribute& attribute) {
        if (attribute.name == "marginal_cost_quadratic")
            return "set it to 0, or put steps of rising marginal_cost in its place: only linear costs are solved";
        return compose("set '{}' to {}, its default",
            {attribute.name, attribute.kind == Kind::flag ? (attribute.default_number != 0.0 ? "True" : "False")
                                                          : cell_text(attribute.default_number)});
    }

    static bool may_be_infinite(const Attribute& attribute) {
        const auto& name = attribute.name;
        return std::isinf(attribute.default_number) || name == "p_nom" || name == "e_nom" || name == "s_nom";
    }

    void check_finite(const Component& component) {
        for (const auto& column : component.columns()) {
            const auto* known = find_attribute(component.list(), column.attribute);
            if (known == nullptr || known->kind != Kind::number || known->use != Use::model || may_be_infinite(*known))
                continue;
            for (const Item item : component.items())
                if (std::isinf(column.numbers[item.at()]))
                    error("infinite", component, column.attribute,
                        compose("'{}' of {} is infinite", {column.attribute, component.label(item)}),
                        "give a finite number");
        }
        for (const auto& series : component.series()) {
            const auto* known = find_attribute(component.list(), series.attribute);
            if (known == nullptr || known->use != Use::model) continue;
            const auto at = std::find_if(
                series.values.begin(), series.values.end(), [](double value) { return std::isinf(value); });
            if (at == series.values.end()) continue;
            const auto place = static_cast<std::size_t>(at - series.values.begin()) % series.items.size();
            error("infinite", component, series.attribute,
                compose(
                    "'{}' of {} is infinite in a snapshot", {series.attribute, component.label(series.items[place])}),
                "give finite numbers");
        }
    }

    void check_capacity(const Component& component) {
        for (const char* stem : {"p_nom", "e_nom", "s_nom"}) {
            const std::string name(stem);
            const auto* known = find_attribute(component.list(), name + "_extendable");
            if (known == nullptr) continue;
            const auto least = component.numbers(name + "_min"), most = component.numbers(name + "_max");
            const auto is_extendable = component.flags(name + "_extendable");
            for (const Item item : component.items())
                if (is_extendable[item.at()] != 0 && least[item.at()] > most[item.at()])
                    error("crossed_limits", component, name + "_min",
                        compose("{} of {} is above {} ({} > {})",
                            {name + "_min", component.label(item), name + "_max", cell_text(least[item.at()]),
                                cell_text(most[item.at()])}),
                        "lower the one or raise the other");
            check_overnight_cost(component);
        }
    }

    void check_overnight_cost(const Component& component) {
        const auto overnight = component.numbers("overnight_cost"), rate = component.numbers("discount_rate");
        for (const Item item : component.items())
            if (!std::isnan(overnight[item.at()]) && std::isnan(rate[item.at()]))
                error("no_discount_rate", component, "discount_rate",
                    compose("{} has an overnight_cost but no discount_rate", {component.label(item)}),
                    "give the rate, or capital_cost in place of overnight_cost");
    }

    void check_efficiencies() {
        const auto& storage = network_["storage_units"];
        const auto efficiency = storage.profile("efficiency_dispatch");
        for (const Item item : storage.items())
            for (const Snapshot t : network_.snapshots.all())
                if (efficiency(item, t) == 0.0) {
                    error("no_efficiency", storage, "efficiency_dispatch",
                        compose("the dispatch efficiency of {} is 0", {storage.label(item)}), "give one above 0");
                    break;
                }
    }

    // Emissions are counted per unit of fuel, so a generator that is counted must turn fuel into something.
    void check_counted_efficiencies() {
        const auto& generators = network_["generators"];
        const auto carrier = generators.texts("carrier");
        const auto efficiency = generators.profile("efficiency");
        for (const Item item : generators.items()) {
            if (!is_counted(network_["global_constraints"], carrier[item.at()])) continue;
            for (const Snapshot t : network_.snapshots.all())
                if (efficiency(item, t) == 0.0) {
                    error("no_efficiency", generators, "efficiency",
                        compose("the efficiency of {} is 0, and a global constraint counts its fuel",
                            {generators.label(item)}),
                        "give one above 0");
                    break;
                }
        }
    }

    void check_commitment() {
        for (const char* list : {"generators", "links", "processes"}) {
            const auto& component = network_[list];
            auto both = component.flags("committable");
            const auto is_extendable = component.flags("p_nom_extendable");
            for (const Item item : component.items())
                both[item.at()] = both[item.at()] != 0 && is_extendable[item.at()] != 0 ? '\1' : '\0';
            refuse(component, "committable", items_where(component, both),
                "a unit is either committable or extendable: fix p_nom, or set committable to False");
        }
    }

    void check_growth() {
        const auto& carriers = network_["carriers"];
        const auto relative = carriers.numbers("max_relative_growth"), absolute = carriers.numbers("max_growth");
        std::vector<char> is_set;
        for (const Item item : carriers.items())
            is_set.push_back(network_.has_periods() && std::isfinite(absolute[item.at()]) && relative[item.at()] > 0.0
                                 ? '\1'
                                 : '\0');
        refuse(
            carriers, "max_relative_growth", items_where(carriers, is_set), "set it to 0; max_growth alone is built");
    }

    // Limits by bus and carrier, written as columns of buses: PyPSA's older way, which changes the optimum.
    void check_bus_limits() {
        const auto& buses = network_["buses"];
        for (const auto& column : buses.columns())
            if (column.attribute.compare(0, 8, "nom_min_") == 0 || column.attribute.compare(0, 8, "nom_max_") == 0)
                error("not_supported", buses, column.attribute,
                    compose("the column '{}' of buses limits capacity, which this program does not build yet",
                        {column.attribute}),
                    "write it as a global constraint of type tech_capacity_expansion_limit with the bus named");
    }

    void check_types(const std::string& list, const std::string& types, const StandardTypes& standard) {
        const auto& component = network_[list];
        const auto& own = network_[types];
        const auto type = component.texts("type");
        auto known = own.names();
        known.insert(known.end(), standard.names.begin(), standard.names.end());
        for (const Item item : component.items())
            if (!type[item.at()].empty() && std::find(known.begin(), known.end(), type[item.at()]) == known.end())
                error("unknown_type", component, "type",
                    compose("{} is of type '{}', which is not in {}", {component.label(item), type[item.at()], types}),
                    did_you_mean(type[item.at()], known));
    }

    void check_phase_shifts() {
        const auto& transformers = network_["transformers"];
        const auto least = transformers.numbers("phase_shift_min"), most = transformers.numbers("phase_shift_max");
        std::vector<char> is_free;
        for (const Item item : transformers.items())
            is_free.push_back(least[item.at()] < most[item.at()] ? '\1' : '\0');
        refuse(transformers, "phase_shift_min", items_where(transformers, is_free),
            "set phase_shift_min and phase_shift_max alike: the shift is taken as given");
    }

    // --- global constraints ---------------------------------------------------------------------------------------------

    void check_global_constraints() {
        static const std::vector<std::string> types{"primary_energy", "operational_limit",
            "tech_capacity_expansion_limit", "transmission_volume_expansion_limit",
            "transmission_expansion_cost_limit"};
        const auto& limits = network_["global_constraints"];
        const auto type = limits.texts("type"), sense = limits.texts("sense"), bus = limits.texts("bus");
        const auto attribute = limits.texts("carrier_attribute");
        const auto period = limits.numbers("investment_period");
        for (const Item item : limits.items()) {
            const auto at = item.at();
            if (std::find(types.begin(), types.end(), type[at]) == types.end())
                error("not_supported", limits, "type",
                    compose("{} is of type '{}', which is not built", {limits.label(item), type[at]}),
                    "the types are " + join(types, ", "));
            if (sense[at] != "<=" && sense[at] != ">=" && sense[at] != "==" && sense[at] != "=")
                error("bad_sense", limits, "sense", compose("the sense of {} is '{}'", {limits.label(item), sense[at]}),
                    "write <=, == or >=");
            if (!bus[at].empty() && !network_["buses"].find(bus[at]))
                error("unknown_bus", limits, "bus",
                    compose("{} names bus '{}', which is not in buses", {limits.label(item), bus[at]}),
                    did_you_mean(bus[at], network_["buses"].names()));
            if (type[at] == "primary_energy") check_carrier_attribute(limits, item, attribute[at]);
            if (!std::isnan(period[at]) && network_.has_periods()) check_period(limits, item, period[at]);
        }
        check_continuous_storage(limits, type);
    }

    void check_carrier_attribute(const Component& limits, Item item, const std::string& attribute) {
        const auto& carriers = network_["carriers"];
        const auto& columns = carriers.columns();
        const bool is_number =
            attribute == "co2_emissions" || std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
                return column.attribute == attribute && column.kind != Kind::text;
            });
        if (is_number) return;
        std::vector<std::string> known;
        for (const auto& column : columns) known.push_back(column.attribute);
        error("unknown_attribute", limits, "carrier_attribute",
            compose("{} counts '{}', which is no column of numbers of carriers", {limits.label(item), attribute}),
            did_you_mean(attribute, known));
    }

    void check_period(const Component& limits, Item item, double period) {
        const auto& start = network_.periods.start;
        if (std::none_of(start.begin(), start.end(), [&](int year) { return static_cast<double>(year) == period; }))
            error("unknown_period", limits, "investment_period",
                compose("{} names the period {}, which is not in investment_periods",
                    {limits.label(item), cell_text(period)}),
                "name one of investment_periods.csv, or leave it blank for all");
    }

    // A store that empties over all periods at once has no period whose years could weigh its emissions: PyPSA refuses it too.
    void check_continuous_storage(const Component& limits, const std::vector<std::string>& type) {
        const auto& years = network_.periods.years;
        if (!network_.has_periods() || std::all_of(years.begin(), years.end(), [](double y) { return y == 1.0; }))
            return;
        const bool counts = std::any_of(type.begin(), type.end(),
            [](const std::string& t) { return t == "primary_energy" || t == "operational_limit"; });
        if (!counts) return;
        check_continuous(limits, "stores", "e_cyclic", "e_initial_per_period");
        check_continuous(limits, "storage_units", "cyclic_state_of_charge", "state_of_charge_initial_per_period");
    }

    void check_continuous(
        const Component& limits, const std::string& list, const std::string& cyclic, const std::string& by_period) {
        const auto& component = network_[list];
        const auto carrier = component.texts("carrier"), attribute = limits.texts("carrier_attribute");
        const auto is_cyclic = component.flags(cyclic), starts_anew = component.flags(by_period);
        std::vector<std::string> names;
        for (const Item item : component.items())
            if (is_cyclic[item.at()] == 0 && starts_anew[item.at()] == 0 && is_counted(limits, carrier[item.at()]))
                names.push_back(component.name(item));
        if (!names.empty())
            error("ambiguous_period", component, by_period,
                compose(
                    "{} of {} keep their level from period to period, so a limit cannot weigh what they give by years",
                    {listed(names), list}),
                compose("set '{}' or '{}' to True", {by_period, cyclic}));
    }

    bool is_counted(const Component& limits, const std::string& carrier) const {
        const auto type = limits.texts("type"), attribute = limits.texts("carrier_attribute");
        const auto& carriers = network_["carriers"];
        const auto found = carriers.find(carrier);
        for (const Item limit : limits.items()) {
            if (type[limit.at()] == "operational_limit" && attribute[limit.at()] == carrier) return true;
            if (type[limit.at()] != "primary_energy" || !found) continue;
            for (const auto& column : carriers.columns())
                if (column.attribute == attribute[limit.at()] && column.kind == Kind::number &&
                    column.numbers[found->at()] != 0.0)
                    return true;
        }
        return false;
    }

    const Network& network_;
    Findings& findings_;
    std::size_t faults_{};
};

}  // namespace

void check_network(const Network& network, Findings& findings) {
    Checker(network, findings).check();
}

}  // namespace ecumene::network
