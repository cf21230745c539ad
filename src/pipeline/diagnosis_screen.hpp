// A diagnosis on one screen: the groups, why emissions moved, the ledgers, inequality, conditions, and what to type next.
//
//     answer.screen = diagnosis_screen({.full = &full, .shown = &profile, .comparison = &comparison, .title = title}, session);
//
// What does not fit is in the report and in --json; the screen says how much that is.
#pragma once

#include <filesystem>
#include <string>

#include "diagnosis/full_diagnosis.hpp"
#include "diagnosis/paper_comparison.hpp"
#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct DiagnosisScreen {
    const diagnosis::FullDiagnosis* full{};
    const diagnosis::Profile* shown{};  // on the ledger that was asked for
    const diagnosis::PaperComparison* comparison{};
    Bilingual title{};
    std::string package{};
    std::filesystem::path report{};  // that was written; empty: none
};

std::string diagnosis_screen(const DiagnosisScreen& what, const Session& session);

}  // namespace ecumene::pipeline
