#include "pipeline/stage_files.hpp"

#include <cctype>
#include <cstdint>
#include <cstring>
#include <system_error>
#include <vector>

#include "core/digest.hpp"
#include "core/error.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

constexpr std::string_view mark = "ecumene stage 1\n";
constexpr std::size_t checksum_length = 64;
constexpr std::size_t largest_stage = std::size_t{8} << 30U;

class Writer {
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

// Reads what Writer wrote; past the end everything is empty and `is_whole` becomes false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

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

}  // namespace

std::string stage_bytes(const std::string& key, const solver::Solution& solution) {
    Writer writer;
    writer.text(key);
    writer.number(static_cast<std::int32_t>(solution.termination.reason));
    writer.number(static_cast<std::int32_t>(solution.termination.limit));
    writer.text(solution.termination.detail);
    writer.numbers(solution.values);
    writer.numbers(solution.duals);
    writer.number(solution.objective);
    writer.number(solution.bound);
    writer.text(solution.backend);
    writer.number(solution.iterations);
    writer.number(solution.seconds);
    std::string bytes(mark);
    bytes += writer.take();
    bytes += sha256(bytes);
    return bytes;
}

std::optional<solver::Solution> parse_stage(const std::string& key, std::string_view bytes) {
    if (bytes.size() < mark.size() + checksum_length || bytes.substr(0, mark.size()) != mark) return {};
    const auto body = bytes.substr(0, bytes.size() - checksum_length);
    if (sha256(body) != bytes.substr(body.size())) return {};
    Reader reader(body.substr(mark.size()));
    solver::Solution solution;
    const auto kept_key = reader.text();
    solution.termination.reason = static_cast<solver::Reason>(reader.number<std::int32_t>());
    solution.termination.limit = static_cast<solver::Limit>(reader.number<std::int32_t>());
    solution.termination.detail = reader.text();
    solution.values = reader.numbers();
    solution.duals = reader.numbers();
    solution.objective = reader.number<double>();
    solution.bound = reader.number<double>();
    solution.backend = reader.text();
    solution.iterations = reader.number<std::int64_t>();
    solution.seconds = reader.number<double>();
    if (!reader.is_whole() || kept_key != key) return {};
    return solution;
}

std::filesystem::path StageFiles::file_of(const std::string& key) const {
    std::string name;
    for (const char c : key) name += std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ? c : '_';
    return folder_ / (name + ".bin");
}

std::optional<solver::Solution> StageFiles::find(const std::string& key) {
    std::error_code failure;
    const auto file = file_of(key);
    if (!std::filesystem::is_regular_file(file, failure)) return {};
    try {
        auto solution = parse_stage(key, files::read_bytes(file, largest_stage));
        if (solution) ++found_;
        return solution;
    } catch (const Error&) {
        return {};  // unreadable is as good as absent: the stage is solved again
    }
}

void StageFiles::keep(const std::string& key, const solver::Solution& solution) {
    try {
        std::filesystem::create_directories(folder_);
        files::write_file(file_of(key), stage_bytes(key, solution));
    } catch (const Error& e) {
        complaint_ = e.message();
    } catch (const std::filesystem::filesystem_error& e) {
        complaint_ = e.code().message() + ": " + folder_.string();
    }
}

}  // namespace ecumene::pipeline
