// Follows emissions of power (or heat) from where it is made to where it is used.
//
//     const std::vector<PowerNode> nodes = {{.made = 10, .used = 4, .emissions = 8}, {.made = 1, .used = 7, .emissions = 0}};
//     const auto exchange = inferred_exchange(nodes);           // 6 MWh from 0 to 1
//     const Tracing t = trace_average_mix(nodes, exchange);     // t.emissions = {3.2, 4.8}
//
// Units: MWh and tCO2eq of one year. `used` must add up to `made` (losses shared out before, scaled_to_supply()).
// What moves is rounded to 1/1024 t on each link, the same at both of its ends, so that nothing is made or lost on the way:
// sum(emissions) is the sum that went in, exactly but for the rounding of the addition itself.
// Proportional sharing: Bialek (1996), Kirschen et al. (1997). Not done here: who pays, hours within the year.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace ecumene::diagnosis {

struct PowerNode {
    double made{}, used{};  // MWh
    double emissions{};     // tCO2eq of what is made
    double marginal{};      // tCO2eq/MWh of the plants that would run more or less; only trace_marginal() reads it
};

struct PowerFlow {
    std::size_t from{}, to{};
    double energy{};  // MWh, above zero
};

struct MovedEmissions {
    std::size_t from{}, to{};
    double energy{};     // MWh
    double emissions{};  // tCO2eq
};

struct Tracing {
    std::vector<double> emissions{};  // tCO2eq by node, at the users
    std::vector<double> intensity{};  // tCO2eq/MWh of what the node uses
    std::vector<MovedEmissions> moved{};
};

// (D12) Raises every use by the same share so that they add up to what is made.
std::vector<PowerNode> scaled_to_supply(std::span<const PowerNode> nodes);

// (D13) Without observed flows: surplus regions fill one pool in proportion to surplus, deficits draw from it in proportion.
std::vector<PowerFlow> inferred_exchange(std::span<const PowerNode> nodes);

// (D14) Every region uses and passes on the mix of what it makes and what flows in. Loops and transit allowed.
Tracing trace_average_mix(std::span<const PowerNode> nodes, std::span<const PowerFlow> flows);

// (D14a) Net imports at the mean intensity of all that is made in the nation; needs no emissions by region, only their sum.
Tracing trace_national_mix(std::span<const PowerNode> nodes, double total_emissions);

// (D14b) Net exports carry the marginal intensity of where they are made, at most its emissions; net imports the mean of that.
Tracing trace_marginal(std::span<const PowerNode> nodes, std::span<const PowerFlow> flows);

}  // namespace ecumene::diagnosis
