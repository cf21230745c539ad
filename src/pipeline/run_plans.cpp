#include "pipeline/run_plans.hpp"

#include <set>

#include "files/atomic.hpp"
#include "governance/plan/plans_of_run.hpp"
#include "governance/plan/write_plan.hpp"
#include "pipeline/run_measures.hpp"
#include "pipeline/target_folder.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

std::vector<governance::RunRegion> regions_of(const dataset::Dataset& data) {
    std::vector<governance::RunRegion> regions;
    for (const auto& region : data.regions())
        if (region.code != data.settings().nation) regions.push_back({region.code, region.name});
    return regions;
}

std::map<std::string, governance::RunPart> parts_of(const dataset::Dataset& data) {
    std::map<std::string, governance::RunPart> all;
    const auto& table = data.table("technologies");
    const bool has_sectors = table.has("sector");
    for (std::size_t i = 0; i < table.rows(); ++i)
        all[table.text(i, "technology")] = {.name = {table.text(i, "name_en"), table.text(i, "name_ko")},
            .sector = plan_sector(has_sectors ? table.text(i, "sector") : std::string{})};
    return all;
}

std::vector<governance::RunCut> cuts_of(const RunRecord& record, const dataset::Dataset& data) {
    const governance::RunMeasures measures(run_frames(record, data));
    std::set<int> years;
    for (const double year : record.plan.table("emissions").numbers("year")) years.insert(static_cast<int>(year));
    std::vector<governance::RunCut> cuts;
    for (const int year : years)
        for (const auto& one : measures.of(data.settings().nation, std::string(governance::whole), year))
            cuts.push_back({one.region, one.technology, year, one.cut});
    return cuts;
}

}  // namespace

void write_plans(const fs::path& folder, const RunRecord& record, const dataset::Dataset& data) {
    auto target = folder.lexically_normal();
    if (!target.has_filename()) target = target.parent_path();
    refuse_filled_folder(target);
    const auto run = record.key.name();
    const auto plans = governance::plans_of_run({.emissions = &record.plan.table("emissions"),
        .capacity = &record.plan.table("capacity"),
        .technologies = parts_of(data),
        .cuts = cuts_of(record, data),
        .regions = regions_of(data),
        .nation = {data.settings().nation, data.settings().title},
        .run = run,
        .gwp = {},
        .guidelines = data.settings().inventory_basis.find("1996") != std::string::npos ? "ipcc1996" : "ipcc2006"});
    files::StagedFolder staged(target);
    for (const auto& plan : plans) {
        const auto place = staged.path() / plan.region;
        fs::create_directories(place);
        for (const auto& [name, text] :
            governance::plan_texts(plan, {.source = "run-" + run, .title = "Ecumene run " + run}))
            files::write_file(place / name, text);
    }
    staged.commit();
}

}  // namespace ecumene::pipeline
