// A diagnosis as the result of a `--json` answer: schema/answer.json, $defs/diagnose.
//
//     answer.result = diagnosis_result(full, shown, comparison);     // `shown`: the profile on the ledger asked for
//
// Keys are only ever added. A figure nobody has is null, with the reason beside it.
#pragma once

#include "diagnosis/full_diagnosis.hpp"
#include "diagnosis/paper_comparison.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {

files::Value diagnosis_result(const diagnosis::FullDiagnosis& diagnosis, const diagnosis::Profile& shown,
    const diagnosis::PaperComparison& comparison);

}  // namespace ecumene::pipeline
