// How many steps of the flow chain lie between places: who leaves i goes to j with the share of i's outflow that goes there.
//
//     FlowChain chain = flow_chain(flows);
//     chain.passage[i * n + j]        // (S24) steps from i until j is first reached
//     mean_first_passage(chain)       // (S27) one figure for all: how far apart the places lie by their flows
//     steps_to(chain, flows)          // (S26) how soon a place is reached from the others
//
// Flow inside a place is a step that stays. Places are taken together as far as flows lead from each to each; between such groups
// steps are infinite, and what leaves a group is left out. Less than a thousandth of a place's outflow counts as none: models
// send a little everywhere, people do not go there. No distance and no time: steps.
#pragma once

#include <optional>
#include <vector>

#include "structure/flow_table.hpp"

namespace ecumene::structure {

struct FlowChain {
    std::vector<double> passage;  // (S24) row-major
    // Where the chain of the group with most places is in the long run, shares; zero elsewhere.
    std::vector<double> stationary;
};

// Nothing above `most` places, since it costs n^3.
FlowChain flow_chain(const FlowTable& flows, std::size_t most = 600);

// (S27) Kemeny's constant without the return, of the group with most places: islands and empty places are not in it. One less than
// `places` where everyone goes anywhere alike.
struct MeanPassage {
    double steps{};
    std::size_t places{};
};
// Empty where no group has two places.
std::optional<MeanPassage> mean_first_passage(const FlowChain& chain);

// (S26) Of each place: mean steps until it is reached from the others of its group, by what leaves them. Empty for a group of one, and
// where it is more than a billion: no such number is meant by flows that people counted.
std::vector<std::optional<double>> steps_to(const FlowChain& chain, const FlowTable& flows);

}  // namespace ecumene::structure
