// `ecumene solve`: a network of PyPSA becomes its optimum, with prices, flows and a certificate.
//
//     Answer answer = solve({.network = "ac-dc-meshed.nc", .output = "solved"}, session);
//
// Nothing is written unless a folder or a problem file is named; the folder appears whole or not at all.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::pipeline {

struct SolveRequest {
    std::string network{};           // a folder of CSV files or a NetCDF file
    std::filesystem::path output{};  // a new folder for the network with its results; empty: none
    std::string solver{"auto"};
    double tolerance{1e-6};  // of the certificate, and of the gap where units commit themselves
    double time_limit_seconds{};
    std::filesystem::path write_problem{};  // an .mps file; empty: none
};

Answer solve(const SolveRequest& request, const Session& session);

}  // namespace ecumene::pipeline
