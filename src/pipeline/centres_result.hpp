// What `ecumene centres` tells: the result for programs, tables for spreadsheets and the screen for people, from one view.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "dataset/dataset.hpp"
#include "files/value.hpp"
#include "pipeline/answer.hpp"
#include "structure/centres/alternatives.hpp"

namespace ecumene::pipeline {

// What the tellers read; nothing is owned.
struct CentresView {
    const dataset::Dataset* data{};
    const structure::Basis* basis{};
    const structure::CentreAssumptions* assumptions{};
    const structure::Alternatives* alternatives{};
    std::string package;
};

// Savings against trend, as shares; positive is better.
struct AgainstTrend {
    double carbon{}, minutes{}, worst_off_minutes{}, worst_off_jobs{};
};
AgainstTrend against_trend(const structure::Alternatives& alternatives, const structure::Alternative& alternative);

files::Value centres_result(const CentresView& view);
// alternatives, centres, units, travel (by region, mode), sensitivity, assumptions
std::vector<Frame> centres_tables(const CentresView& view);
std::string centres_screen(const CentresView& view, const std::filesystem::path& output, const Session& session);

}  // namespace ecumene::pipeline
