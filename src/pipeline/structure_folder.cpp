#include "pipeline/structure_folder.hpp"

#include <utility>

#include "core/version.hpp"
#include "files/geopackage.hpp"
#include "output/charts/picture.hpp"
#include "output/structure/report.hpp"
#include "pipeline/report_folder.hpp"
#include "pipeline/structure_tables.hpp"

namespace ecumene::pipeline {
namespace {

const ReportFolder& structure_folder() {
    static const ReportFolder folder{"structure.json", "study of structure", "korea-structure"};
    return folder;
}

output::StructureReportInput report_input(
    const structure::Study& study, const StructureInput& input, const std::optional<MegaregionView>& megaregions) {
    output::StructureReportInput report{.title = input.title,
        .map = {.study = &study, .units = &input.units, .borders = &input.borders},
        .flows = &input.flows,
        .notes = input.notes,
        .version = std::string(version)};
    for (const auto& shape : input.shapes)
        report.map.shapes.push_back(shape.empty() ? files::Polygons{} : files::parse_multipolygon(shape));
    if (!megaregions) return report;
    report.megaregion_likeness = megaregions->test.likeness;
    for (std::size_t m = 0; m < megaregions->groups.size(); ++m) {
        const auto& figures = megaregions->test.megaregions[m];
        report.megaregions.push_back({megaregions->group_names[m], figures.own_share, figures.linkage,
            figures.most_with_other, figures.is_alone, figures.holds_together});
    }
    return report;
}

// A numbered column at the end of a table.
Frame with_colours(const Frame& table, const std::vector<int>& colours) {
    auto columns = table.columns();
    auto colour = number_column("colour");
    for (const int c : colours) colour.numbers.push_back(c);
    columns.push_back(std::move(colour));
    std::vector<Frame::Column> empty = columns;
    for (auto& column : empty) {
        column.texts.clear();
        column.numbers.clear();
    }
    Frame whole(table.name(), std::move(empty));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::vector<Frame::Cell> cells;
        for (const auto& column : columns)
            cells.push_back(
                column.kind == Frame::Kind::text ? Frame::Cell(column.texts[row]) : Frame::Cell(column.numbers[row]));
        whole.add(cells);
    }
    return whole;
}

std::vector<files::GeoShape> places_of(const structure::Study& study, const structure::Units& units) {
    std::vector<files::GeoShape> places;
    for (const auto& area : study.areas)
        places.emplace_back(files::Point{units[area.core].longitude, units[area.core].latitude});
    return places;
}

std::vector<files::GeoShape> lines_of(const structure::Study& study, const structure::Units& units) {
    std::vector<files::GeoShape> lines;
    for (const auto& link : study.links) {
        const auto &a = units[study.areas[link.from.at()].core], &b = units[study.areas[link.to.at()].core];
        lines.emplace_back(std::vector<files::Point>{{a.longitude, a.latitude}, {b.longitude, b.latitude}});
    }
    return lines;
}

std::vector<files::GeoShape> shapes_of(const std::vector<files::Polygons>& outlines) {
    return {outlines.begin(), outlines.end()};
}

// What was before: administrative regions, by their codes.
files::GeoLayer regions_layer(const output::StructureReportInput& report, const StructureInput& input) {
    const auto regions = output::region_outlines(report.map);
    const auto lists = structure::members(regions.of_unit);
    Frame table("regions", {text_column("region"), number_column("units"), number_column("colour")});
    for (std::size_t r = 0; r < lists.size(); ++r)
        table.add({input.units[lists[r].front()].region, static_cast<double>(lists[r].size()), regions.colours[r]});
    return {.name = "regions",
        .title = "Before: administrative regions",
        .kind = files::GeoKind::polygons,
        .attributes = std::move(table),
        .geometry = shapes_of(regions.outlines),
        .style = output::areas_style()};
}

// Layers from the bottom up: regions, areas, units, links, cores.
std::vector<files::GeoLayer> layers_of(const output::StructureReportInput& report, const StructureInput& input) {
    const auto& study = *report.map.study;
    std::vector<files::GeoLayer> layers;
    const auto colours = output::area_colours(report.map);
    if (!report.map.shapes.empty()) {
        layers.push_back(regions_layer(report, input));
        layers.push_back({.name = "living_areas",
            .title = "Living areas",
            .kind = files::GeoKind::polygons,
            .attributes = with_colours(areas_table(study, input), colours),
            .geometry = shapes_of(output::area_outlines(report.map)),
            .style = output::areas_style()});
        std::vector<int> of_unit;
        for (const int area : study.partition.area_of) of_unit.push_back(colours[static_cast<std::size_t>(area)]);
        layers.push_back({.name = "units",
            .title = "Units (municipalities)",
            .kind = files::GeoKind::polygons,
            .attributes = with_colours(units_table(study, input), of_unit),
            .geometry = shapes_of(report.map.shapes),
            .style = output::areas_style()});
    }
    layers.push_back({.name = "links",
        .title = "Strongest links between living areas",
        .kind = files::GeoKind::lines,
        .attributes = links_table(study, input),
        .geometry = lines_of(study, input.units),
        .style = output::links_style()});
    layers.push_back({.name = "cores",
        .title = "Cores of living areas",
        .kind = files::GeoKind::points,
        .attributes = areas_table(study, input),
        .geometry = places_of(study, input.units),
        .style = output::cores_style()});
    return layers;
}

void write_pictures(FolderWriter& writer, const output::StructureReportInput& report) {
    for (const auto& picture : output::structure_pictures(report))
        for (const auto language : {Language::en, Language::ko})
            writer.text("pictures/" + picture.name + (language == Language::ko ? "-ko.svg" : "-en.svg"),
                output::picture_file(picture.svg, picture.title, picture.note, language));
}

}  // namespace

void refuse_foreign_structure_folder(const std::filesystem::path& asked) {
    structure_folder().refuse_foreign(asked);
}

void write_structure(const std::filesystem::path& asked, const structure::Study& study, const StructureInput& input,
    const std::optional<MegaregionView>& megaregions, const files::Value& result, Language language) {
    const auto report = report_input(study, input, megaregions);
    structure_folder().write(
        asked,
        [&](FolderWriter& writer) {
            writer.text("report.html", output::structure_report(report, language));
            write_pictures(writer, report);
            for (const auto& table : structure_tables(study, input))
                writer.frame("tables/" + table.name() + ".csv", table);
            if (megaregions) writer.frame("tables/megaregions.csv", megaregion_table(*megaregions));
            if (input.units.has_places())
                files::write_geopackage(writer.prepared("structure.gpkg"), layers_of(report, input));
        },
        result);
}

}  // namespace ecumene::pipeline
