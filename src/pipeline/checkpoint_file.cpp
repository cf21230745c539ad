#include "pipeline/checkpoint_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "pipeline/binary_record.hpp"

namespace ecumene::pipeline {
namespace {

constexpr std::string_view first_line = "ecumene checkpoint 1\n";
constexpr std::size_t largest = std::size_t{8} << 30U;
constexpr double usual_pause = 20.0, pauses_per_writing = 20.0;  // seconds; so many times what the last writing took

double wanted_pause() {
    const char* said = std::getenv("ECUMENE_CHECKPOINT_SECONDS");
    return said == nullptr ? usual_pause : std::max(0.0, std::atof(said));
}

}  // namespace

std::string checkpoint_bytes(const solver::Checkpoint& checkpoint) {
    BinaryWriter writer;
    writer.number(checkpoint.problem);
    writer.number(checkpoint.iteration);
    writer.number(checkpoint.last_gain);
    writer.number(checkpoint.best_merit);
    writer.number(checkpoint.regularisation);
    writer.number(checkpoint.last_step);
    writer.number(checkpoint.step_before);
    writer.number(checkpoint.idle);
    for (const auto* numbers : {&checkpoint.x, &checkpoint.y, &checkpoint.s, &checkpoint.z}) writer.numbers(*numbers);
    return sealed(first_line, writer.take());
}

std::optional<solver::Checkpoint> parse_checkpoint(std::string_view bytes) {
    const auto body = unsealed(first_line, bytes);
    if (!body) return {};
    BinaryReader reader(*body);
    solver::Checkpoint checkpoint;
    checkpoint.problem = reader.number<std::uint64_t>();
    checkpoint.iteration = reader.number<std::int32_t>();
    checkpoint.last_gain = reader.number<std::int32_t>();
    checkpoint.best_merit = reader.number<double>();
    checkpoint.regularisation = reader.number<double>();
    checkpoint.last_step = reader.number<double>();
    checkpoint.step_before = reader.number<double>();
    checkpoint.idle = reader.number<std::int32_t>();
    for (auto* numbers : {&checkpoint.x, &checkpoint.y, &checkpoint.s, &checkpoint.z}) *numbers = reader.numbers();
    if (!reader.is_whole()) return {};
    return checkpoint;
}

CheckpointFile::CheckpointFile(std::filesystem::path file)
    : file_(std::move(file)), pause_(wanted_pause()), last_(Clock::now()) {}

bool CheckpointFile::is_due() {
    return Clock::now() - last_ >= pause_;
}

void CheckpointFile::keep(const solver::Checkpoint& checkpoint) {
    const auto begin = Clock::now();
    try {
        std::filesystem::create_directories(file_.parent_path());
        files::write_file(file_, checkpoint_bytes(checkpoint));
    } catch (const std::exception&) {  // a full disk, no memory for the copy: only a kill would cost more
    }
    last_ = Clock::now();
    const std::chrono::duration<double> writing = last_ - begin;
    pause_ = std::max(pause_, writing * pauses_per_writing);
}

std::optional<solver::Checkpoint> CheckpointFile::find(std::uint64_t problem) {
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file_, failure)) return {};
    try {
        auto found = parse_checkpoint(files::read_bytes(file_, largest));
        if (!found || found->problem != problem) return {};
        resumed_at_ = found->iteration;
        return found;
    } catch (const Error&) {
        return {};  // unreadable is as good as absent: the solve begins anew
    }
}

}  // namespace ecumene::pipeline
