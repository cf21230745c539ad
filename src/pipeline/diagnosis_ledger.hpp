// The groups' figures on the consumption ledger, in the shape of the production ones, so that one screen tells either.
//
//     Profile shown = on_consumption(full.profile, full.ledgers);       // totals, shares, per head and ratio by users
//
// The power each region uses brings its emissions along by the average mix; what else a region emits stays where it is.
// Growth, value added and inequality are told on the production ledger only: here they are blank with that reason.
#pragma once

#include "diagnosis/emissions_profile.hpp"
#include "diagnosis/ledgers/two_ledgers.hpp"

namespace ecumene::pipeline {

inline constexpr const char* consumption_ledger = "average_mix";

bool has_consumption(const diagnosis::TwoLedgers& ledgers);
diagnosis::Profile on_consumption(diagnosis::Profile profile, const diagnosis::TwoLedgers& ledgers);

}  // namespace ecumene::pipeline
