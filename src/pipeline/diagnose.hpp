// `ecumene diagnose`: emissions of every group of regions side by side, and the source paper's figures beside the data's.
//
//     Answer answer = diagnose({.package = "korea", .grouping = "megaregion"}, session);
#pragma once

#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct DiagnoseRequest {
    std::string package{};
    std::string
        grouping{};  // capital, megaregion, ...; "region": every region by itself; empty: capital where the package has it
    std::string years{};              // "2000-2018"; empty: all there are
    std::string accounting{"gross"};  // gross or net
};

Answer diagnose(const DiagnoseRequest& request, const Session& session);

}  // namespace ecumene::pipeline
