// `ecumene structure`: which living areas a region has, proven as far as can be, and how they are tied.
//
//     Answer answer = structure({.source = "korea", .method = "optimal", .report = "korea-structure"}, session);
//     Answer answer = structure({.source = "flows.csv", .units = "units.csv"}, session);
//
// Nothing is written unless a folder for the report is named; it appears whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct StructureRequest {
    std::string source{};  // a package, or a bare flow table (a .csv file)
    std::filesystem::path units{}, borders{}, flows{};
    std::string method{"optimal"};
    std::string rule{"istat"};  // istat or uk; the four numbers below take its place one by one
    std::optional<double> min_size{}, target_size{}, min_sc{}, target_sc{};
    std::string form{};                  // hyperbolic or linear; empty: the rule's own
    std::string contiguous{"yes"};       // or no
    std::size_t areas{};                 // for merging methods; 0: the method's own
    int draws{20};                       // of border stability
    std::optional<std::int64_t> work{};  // for the optimum of more than 20 units; empty: the usual
    double seconds{};                    // a safety: an answer it cuts short says so; 0: none
    std::filesystem::path report{};      // folder for report, pictures, tables and GeoPackage; empty: none
    std::optional<Language> language{};  // the report opens in; empty: the session's
};

Answer structure(const StructureRequest& request, const Session& session);

}  // namespace ecumene::pipeline
