#include "pipeline/centres_map_file.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "files/geopackage.hpp"
#include "output/structure/report.hpp"
#include "pipeline/structure_input.hpp"

namespace ecumene::pipeline {
namespace {

using structure::Alternative;
using structure::Unit;

std::string column_of(const char* what, std::string name) {
    std::replace(name.begin(), name.end(), '-', '_');
    return what + ("_" + name);
}

Frame municipalities(const CentresView& view) {
    const auto& list = view.alternatives->list;
    std::vector<Frame::Column> columns{
        text_column("unit"), text_column("name_en"), text_column("name_ko"), text_column("region")};
    for (const char* what : {"people", "jobs"}) {
        columns.push_back(number_column(column_of(what, "today"), "person"));
        for (const Alternative& a : list) columns.push_back(number_column(column_of(what, a.name), "person"));
    }
    Frame table("municipalities", std::move(columns));
    for (const Unit i : view.basis->units.all()) {
        const auto& unit = view.basis->units[i];
        std::vector<Frame::Cell> cells{
            unit.code, unit.name.en, unit.name.ko, unit.region, view.basis->people_today[i.at()]};
        for (const Alternative& a : list) cells.emplace_back(a.plan.people[i.at()]);
        cells.emplace_back(view.basis->jobs_today[i.at()]);
        for (const Alternative& a : list) cells.emplace_back(a.plan.jobs[i.at()]);
        table.add(cells);
    }
    return table;
}

files::GeoShape point_of(const structure::UnitRecord& unit) {
    return files::Point{unit.longitude, unit.latitude};
}

// Who uses each centre of a tier: people of the units it serves, where the structure was chosen; blank in trend, which is given.
std::map<std::size_t, double> users_of(const Alternative& alternative, std::size_t tier) {
    std::map<std::size_t, double> users;
    if (tier >= alternative.plan.serves.size()) return users;
    for (std::size_t i = 0; i < alternative.plan.serves[tier].size(); ++i)
        if (const auto& centre = alternative.plan.serves[tier][i]) users[*centre] += alternative.plan.people[i];
    return users;
}

files::GeoLayer centres_layer(const CentresView& view) {
    files::GeoLayer layer{.name = "centres",
        .title = "Centres by structure and tier",
        .kind = files::GeoKind::points,
        .style = output::cores_style()};
    Frame table("centres", {text_column("structure"), text_column("tier"), text_column("unit"), text_column("name_en"),
                               text_column("name_ko"), number_column("people", "person")});
    for (const Alternative& a : view.alternatives->list)
        for (std::size_t h = 0; h < a.plan.centres.size(); ++h) {
            const auto users = users_of(a, h);
            for (const std::size_t c : a.plan.centres[h]) {
                const auto& unit = view.basis->units[Unit{static_cast<std::int32_t>(c)}];
                const auto found = users.find(c);
                table.add({a.name, view.alternatives->ask.tiers[h].name, unit.code, unit.name.en, unit.name.ko,
                    found == users.end() ? blank : found->second});
                layer.geometry.push_back(point_of(unit));
            }
        }
    layer.attributes = std::move(table);
    return layer;
}

}  // namespace

void write_centres_map(const std::filesystem::path& path, const CentresView& view) {
    const auto& units = view.basis->units;
    const auto outlines = outlines_of_package(*view.data, units);
    files::GeoLayer places{.name = "municipalities",
        .title = "People and jobs, today and by structure",
        .kind = outlines.empty() ? files::GeoKind::points : files::GeoKind::polygons,
        .attributes = municipalities(view)};
    for (const Unit i : units.all())
        places.geometry.push_back(outlines.empty() ? point_of(units[i]) : files::GeoShape(outlines[i.at()]));
    files::write_geopackage(path, {std::move(places), centres_layer(view)});
}

}  // namespace ecumene::pipeline
