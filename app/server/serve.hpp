// `ecumene studio`: the plan in a browser, served from this machine to this machine.
//
//     Answer answer = serve({.package = "korea"}, session, cancelled, std::cerr);
//
// Returns when `cancelled` turns true. What was being planned is kept and goes on at the next start.
#pragma once

#include <atomic>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "pipeline/answer.hpp"

namespace ecumene::server {

struct StudioRequest {
    std::string package{};           // empty: korea
    int port{};                      // 0: 8787, or the next free one
    bool opens_browser{true};        // where there is one
    std::filesystem::path bundle{};  // empty: where the build puts it
};

pipeline::Answer serve(const StudioRequest& request, const pipeline::Session& session,
    const std::atomic<bool>& cancelled, std::ostream& tell);

}  // namespace ecumene::server
