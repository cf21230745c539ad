#include "pipeline/run_measures.hpp"

#include <algorithm>

namespace ecumene::pipeline {
namespace {

std::map<std::string, governance::RunTechnology> technologies_of(const dataset::Dataset& data) {
    std::map<std::string, governance::RunTechnology> all;
    const auto& table = data.table("technologies");
    const bool has_sectors = table.has("sector");
    for (std::size_t i = 0; i < table.rows(); ++i) {
        if (table.text(i, "kind") != "process") continue;
        all[table.text(i, "technology")] = {.name = {table.text(i, "name_en"), table.text(i, "name_ko")},
            .carrier = table.text(i, "carrier"),
            .sector = plan_sector(has_sectors ? table.text(i, "sector") : std::string{})};
    }
    return all;
}

}  // namespace

std::string plan_sector(const std::string& sector) {
    return sector.empty() ? "power" : sector == "forest" ? "sink" : sector;
}

governance::RunFrames run_frames(const RunRecord& record, const dataset::Dataset& data) {
    const auto& plan = record.plan;
    governance::RunFrames frames;
    frames.capacity = &plan.table("capacity");
    frames.generation = &plan.table("generation");
    frames.emissions = &plan.table("emissions");
    frames.costs = &plan.table("costs");
    frames.summary = &plan.table("summary");
    frames.technologies = technologies_of(data);
    frames.nation = data.settings().nation;
    frames.run = record.key.name();
    const auto& chosen = record.inputs.regions;
    for (const auto& region : data.regions())
        if (region.code != frames.nation &&
            (chosen.empty() || std::find(chosen.begin(), chosen.end(), region.code) != chosen.end()))
            frames.regions[region.code] = region.name;
    return frames;
}

}  // namespace ecumene::pipeline
