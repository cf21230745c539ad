// Numbers and texts kept bit by bit in a file that says whether it is whole.
//
//     BinaryWriter writer;
//     writer.text("2035");  writer.numbers(values);
//     write_file(path, sealed("ecumene stage 1\n", writer.take()));
//
//     const auto body = unsealed("ecumene stage 1\n", bytes);      // nothing: cut off, changed, or of another kind
//     BinaryReader reader(*body);
//     reader.text();  reader.numbers();  reader.is_whole();
//
// For files that one machine writes and reads again: byte order and widths are its own.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/digest.hpp"

namespace ecumene::pipeline {

class BinaryWriter {
public:
    void text(std::string_view value) {
        number(static_cast<std::uint64_t>(value.size()));
        bytes_.append(value);
    }
    template <class T>
    void number(T value) {
        raw(&value, sizeof value);
    }
    void numbers(const std::vector<double>& values) {
        number(static_cast<std::uint64_t>(values.size()));
        raw(values.data(), values.size() * sizeof(double));
    }
    std::string take() { return std::move(bytes_); }

private:
    void raw(const void* from, std::size_t size) {
        if (size == 0) return;
        const auto at = bytes_.size();
        bytes_.resize(at + size);
        std::memcpy(bytes_.data() + at, from, size);
    }

    std::string bytes_;
};

// Reads what BinaryWriter wrote; past the end everything is empty and `is_whole` becomes false.
class BinaryReader {
public:
    explicit BinaryReader(std::string_view bytes) : bytes_(bytes) {}

    template <class T>
    T number() {
        T value{};
        raw(&value, sizeof value);
        return value;
    }
    std::string text() {
        std::string value(length(1), '\0');
        raw(value.data(), value.size());
        return value;
    }
    std::vector<double> numbers() {
        std::vector<double> values(length(sizeof(double)));
        raw(values.data(), values.size() * sizeof(double));
        return values;
    }
    bool is_whole() const { return is_whole_ && bytes_.empty(); }

private:
    std::size_t length(std::size_t each) {
        const auto count = number<std::uint64_t>();
        if (count > bytes_.size() / each) is_whole_ = false;
        return is_whole_ ? static_cast<std::size_t>(count) : 0;
    }
    void raw(void* to, std::size_t size) {
        if (size > bytes_.size()) is_whole_ = false;
        if (!is_whole_ || size == 0) return;
        std::memcpy(to, bytes_.data(), size);
        bytes_.remove_prefix(size);
    }

    std::string_view bytes_;
    bool is_whole_{true};
};

// A mark before, the SHA-256 of both behind.
inline std::string sealed(std::string_view mark, std::string_view body) {
    std::string bytes;
    bytes.reserve(mark.size() + body.size() + 64);
    bytes.append(mark).append(body);
    bytes += sha256(bytes);
    return bytes;
}

inline std::optional<std::string_view> unsealed(std::string_view mark, std::string_view bytes) {
    constexpr std::size_t checksum_length = 64;
    if (bytes.size() < mark.size() + checksum_length || bytes.substr(0, mark.size()) != mark) return {};
    const auto all = bytes.substr(0, bytes.size() - checksum_length);
    if (sha256(all) != bytes.substr(all.size())) return {};
    return all.substr(mark.size());
}

}  // namespace ecumene::pipeline
