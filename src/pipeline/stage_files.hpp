// Finished solves as files, so that a run that was killed goes on where it was.
//
//     StageFiles stages("runs/3f2a91c04b7d.partial/stages");
//     Plan plan = planning::make_plan(data, scenario, options, stages, progress);
//     stages.found();                              // how many solves were there already
//
// One file per solve, `<key>.bin`: a mark, the solution, and the SHA-256 of both. Numbers are kept bit by bit, so a plan
// that goes on gives the same bytes as one that never stopped. A file that is cut off or changed is as good as absent.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "planning/plan.hpp"

namespace ecumene::pipeline {

// The bytes of a stage file, and back; empty when they are not whole.
std::string stage_bytes(const std::string& key, const solver::Solution& solution);
std::optional<solver::Solution> parse_stage(const std::string& key, std::string_view bytes);

class StageFiles final : public planning::Stages {
public:
    explicit StageFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::optional<solver::Solution> find(const std::string& key) override;
    // A stage that cannot be written costs only time later: it never ends a plan. `complaint` then says why.
    void keep(const std::string& key, const solver::Solution& solution) override;

    int found() const { return found_; }
    const std::string& complaint() const { return complaint_; }

private:
    std::filesystem::path file_of(const std::string& key) const;

    std::filesystem::path folder_;
    int found_{};
    std::string complaint_;
};

}  // namespace ecumene::pipeline
