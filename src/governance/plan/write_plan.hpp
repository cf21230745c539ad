// A plan document as the files people edit: plan.toml and CSV tables, the reverse of read_plan().
//
//     PlanTexts texts = plan_texts(plan, sources);
//     for (const auto& [name, text] : texts) write_file(folder / name, text);
//
// Units are tCO2eq and MKRW; tables without rows are left out. Every figure names the one source given and its status.
#pragma once

#include <string>

#include "governance/plan/plan_document.hpp"
#include "governance/plan/read_plan.hpp"

namespace ecumene::governance {

struct PlanSource {
    std::string source{"run"}, title{"Ecumene run"}, publisher{"Ecumene"};
    std::string status{"modelled"};
};

PlanTexts plan_texts(const PlanDocument& plan, const PlanSource& source);

}  // namespace ecumene::governance
