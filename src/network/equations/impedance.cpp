// Of lines and transformers, their standard types included. (N9)
#include "network/equations/impedance.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace ecumene::network {
namespace {

// The values of a type by the standard table's columns: the network's own types go first.
std::optional<std::vector<double>> type_values(
    const Network& network, const std::string& types, const StandardTypes& standard, const std::string& name) {
    if (name.empty()) return {};
    const auto& own = network[types];
    if (const auto item = own.find(name)) {
        std::vector<double> values;
        for (const auto& column : standard.columns) values.push_back(own.numbers(column)[item->at()]);
        return values;
    }
    if (const auto* found = standard.find(name)) return *found;
    return {};
}

Impedances of_lines(const Network& network, const Component& lines) {
    enum Column { r_per_length, x_per_length };
    Impedances found{.reactance = lines.numbers("x"), .resistance = lines.numbers("r"), .type_shift = {}};
    found.type_shift.assign(lines.size(), 0.0);
    const auto type = lines.texts("type"), bus = lines.texts("bus0");
    const auto length = lines.numbers("length"), parallel = lines.numbers("num_parallel");
    const Component& buses = network["buses"];
    const auto voltage = buses.numbers("v_nom");
    for (const Item i : lines.items()) {
        const auto at = i.at();
        if (const auto values = type_values(network, "line_types", standard_line_types(), type[at])) {
            found.reactance[at] = (*values)[x_per_length] * length[at] / parallel[at];
            found.resistance[at] = (*values)[r_per_length] * length[at] / parallel[at];
        }
        const double kilovolt = voltage[buses.find(bus[at]).value_or(Item{0}).at()];
        found.reactance[at] /= kilovolt * kilovolt;
        found.resistance[at] /= kilovolt * kilovolt;
    }
    return found;
}

Impedances of_transformers(const Network& network, const Component& transformers) {
    enum Column { s_nom, vsc, vscr, phase_shift, tap_side, tap_neutral, tap_step };
    Impedances found{.reactance = transformers.numbers("x"), .resistance = transformers.numbers("r"), .type_shift = {}};
    found.type_shift.assign(transformers.size(), std::numeric_limits<double>::quiet_NaN());
    const auto type = transformers.texts("type");
    auto base = transformers.numbers("s_nom"), tap = transformers.numbers("tap_ratio");
    const auto parallel = transformers.numbers("num_parallel"), position = transformers.numbers("tap_position");
    constexpr double percent = 0.01, degree = std::numbers::pi / 180.0;
    for (const Item i : transformers.items()) {
        const auto at = i.at();
        if (const auto values = type_values(network, "transformer_types", standard_transformer_types(), type[at])) {
            const auto& v = *values;
            const double resistance = v[vscr] * percent, impedance = v[vsc] * percent;
            found.resistance[at] = resistance / parallel[at];
            found.reactance[at] = std::sqrt(impedance * impedance - resistance * resistance) / parallel[at];
            found.type_shift[at] = v[phase_shift] * degree;
            base[at] = v[s_nom];
            tap[at] = 1.0 + (position[at] - v[tap_neutral]) * v[tap_step] * percent;
        }
        found.reactance[at] *= tap[at] / base[at];
        found.resistance[at] *= tap[at] / base[at];
    }
    return found;
}

}  // namespace

Impedances impedances(const Network& network, const Component& component) {
    return component.list() == "lines" ? of_lines(network, component) : of_transformers(network, component);
}

}  // namespace ecumene::network
