// A package becomes the ground on which structures are chosen: units with people and jobs today and as they are heading.
//
//     structure::Basis basis = centres_basis(data, assumptions);
//
// People head where the package's projection of their region does, at today's shares within it; jobs follow people. Living areas:
// the greedy travel-to-work rule (UK form) on commuting modelled from homes, jobs and the mean way to work. All modelled, and said so.
#pragma once

#include "dataset/dataset.hpp"
#include "structure/centres/alternatives.hpp"

namespace ecumene::pipeline {

inline constexpr int centres_horizon = 2050;

// Throws Error input naming the table that is missing.
structure::Basis centres_basis(const dataset::Dataset& data, const structure::CentreAssumptions& assumptions);

}  // namespace ecumene::pipeline
