// SHA-256 (FIPS 180-4), for keying results by their inputs. Not for secrets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ecumene {

class Digest {
public:
    Digest();
    // Adds bytes; call as often as needed.
    void add(std::string_view bytes);
    // Adds a length-prefixed field, so that ("ab","c") and ("a","bc") differ.
    void add_field(std::string_view bytes);
    // 64 lower-case hexadecimal digits of everything added so far. The digest may go on.
    std::string hex() const;

private:
    void compress(const std::uint8_t* block);

    std::array<std::uint32_t, 8> state_;
    std::array<std::uint8_t, 64> buffer_{};
    std::uint64_t length_{};
};

std::string sha256(std::string_view bytes);

}  // namespace ecumene
