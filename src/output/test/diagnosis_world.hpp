// Two regions with a hand-made diagnosis, small enough that every figure of a report can be checked by eye.
#pragma once

#include "output/diagnosis/report.hpp"

namespace ecumene::output {

class DiagnosisWorld {
public:
    DiagnosisWorld();

    diagnosis::FullDiagnosis full;
    diagnosis::Profile by_region;
    diagnosis::PaperComparison paper;
    DiagnosisInput input() const;

private:
    dataset::Settings settings_;
    std::vector<dataset::Region> regions_;
    Frame sources_;
};

}  // namespace ecumene::output
