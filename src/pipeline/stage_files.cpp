#include "pipeline/stage_files.hpp"

#include <cctype>
#include <cstdint>
#include <system_error>

#include "core/error.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "pipeline/binary_record.hpp"

namespace ecumene::pipeline {
namespace {

constexpr std::string_view stage_mark = "ecumene stage 1\n";
constexpr std::size_t largest_stage = std::size_t{8} << 30U;

}  // namespace

std::string stage_bytes(const std::string& key, const solver::Solution& solution) {
    BinaryWriter writer;
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
    return sealed(stage_mark, writer.take());
}

std::optional<solver::Solution> parse_stage(const std::string& key, std::string_view bytes) {
    const auto body = unsealed(stage_mark, bytes);
    if (!body) return {};
    BinaryReader reader(*body);
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
