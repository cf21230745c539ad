// `ecumene diagnose`: where emissions are, on which ledger, why they moved, how unequal they are, and what follows.
//
//     Answer answer = diagnose({.package = "korea", .grouping = "megaregion", .report = "korea-diagnosis"}, session);
//
// Nothing is written unless a folder for the report is named; it appears whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct DiagnoseRequest {
    std::string package{};
    std::string
        grouping{};  // capital, megaregion, ...; "region": every region by itself; empty: capital where the package has it
    std::string years{};                 // "2000-2018"; empty: all there are
    std::string accounting{"gross"};     // gross or net
    std::string ledger{"production"};    // production or consumption
    std::filesystem::path report{};      // folder for the report, pictures and tables; empty: none
    std::optional<Language> language{};  // the report opens in; empty: the package's own
};

Answer diagnose(const DiagnoseRequest& request, const Session& session);

}  // namespace ecumene::pipeline
