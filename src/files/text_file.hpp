// A whole text file, read within a bound, its encoding recognised.
//
//     Findings findings;
//     auto text = read_text("korea/regions.csv", "regions.csv", findings);
//     if (!text) ... findings name what is wrong: not there, too large, CP949, UTF-16, not text
//
// What comes back is UTF-8 without a byte order mark; line ends are left as they are. Nothing is converted: a planner's
// file is never guessed at. Only regular files are read, so that a pipe or a device cannot hold the program.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/findings.hpp"

namespace ecumene::files {

inline constexpr std::size_t default_size_limit = std::size_t{256} << 20U;  // 256 MB

// Errors: ErrorKind::input if the file is not there or too large, ErrorKind::io if it cannot be read.
std::string read_bytes(const std::filesystem::path& path, std::size_t size_limit = default_size_limit);

enum class Encoding { utf8, utf16, cp949, unknown };
// UTF-8 wins where a text is valid in both; O(size).
Encoding recognise(std::string_view bytes);

// Whatever is wrong becomes one finding under the name `shown`, and nothing is returned.
std::optional<std::string> read_text(const std::filesystem::path& path, const std::string& shown, Findings& findings,
    std::size_t size_limit = default_size_limit);

}  // namespace ecumene::files
