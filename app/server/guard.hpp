// Who may ask what. Judged before a body is read.
//
//     const Guard guard{.port = 8787, .token = new_token()};
//     if (const auto problem = guard.complaint(request)) ...          // foreign Host or Origin, no token, too large, ...
//
// Only names of this machine are taken as Host (so that no foreign name can be pointed at it), and only our own pages as
// Origin. Whatever changes something needs the token, which is new with every start and only in the address that start printed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "message.hpp"
#include "pipeline/studio/problem.hpp"

namespace ecumene::server {

struct Guard {
    int port{};
    std::string token{};
    std::size_t most_body{std::size_t{1} << 20U};  // bytes
    std::size_t most_path{1000};

    std::optional<pipeline::Problem> complaint(const Request& request) const;
    bool has_token(const Request& request) const;

private:
    bool is_own_host(const std::string& host) const;
    bool is_own_origin(const std::string& origin) const;
};

// 32 bytes of the system's randomness as hexadecimal digits.
std::string new_token();

}  // namespace ecumene::server
