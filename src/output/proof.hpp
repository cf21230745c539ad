// How sure a plan is, in words: the level its certificate earns and the time resolution behind it.
//
//     badge(view)     // <p class="badge good">Optimal, proven · 8 days at 3-hour steps</p>
#pragma once

#include <string>

#include "output/plan_view.hpp"
#include "output/quantity.hpp"

namespace ecumene::output {

enum class ProofLevel { optimal, exploring, none };

// The weakest of all solves; none without a proof.
ProofLevel proof_level(const PlanView& view);
Bilingual proof_name(ProofLevel level);
std::string badge(const PlanView& view);

}  // namespace ecumene::output
