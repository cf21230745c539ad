// How unequal emissions per head are among regions, since when, between whom, and whether high ones are neighbours.
#include <algorithm>
#include <map>
#include <set>

#include "core/frame.hpp"
#include "output/charts/lines.hpp"
#include "output/charts/tile_grid.hpp"
#include "output/diagnosis/chapters.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

using diagnosis::InequalityPath;
using diagnosis::InequalityYear;
using diagnosis::Quadrant;

constexpr double significant = 0.05;

Bilingual level_name(const std::string& level) {
    const auto key = "d.level." + level;
    return can_say(key) ? say(key) : say("d.level.other", {same(level)});
}

std::vector<std::string> levels_of(const InequalityPath& path) {
    for (const auto& year : path.years)
        if (!year.parts.empty()) {
            std::vector<std::string> levels;
            for (const auto& part : year.parts) levels.push_back(part.level);
            return levels;
        }
    return {};
}

double part_of(const InequalityYear& year, const std::string& level) {
    for (const auto& part : year.parts)
        if (part.level == level) return part.value;
    return blank;
}

LineChart theil_lines(const InequalityPath& path) {
    LineChart chart{.unit = say("d.theil"), .decimals = 3, .labelled_by = title_id("theil")};
    LineSeries whole{.name = say("d.theil.whole")};
    for (const auto& year : path.years)
        if (year.is_comparable) whole.points.push_back({static_cast<double>(year.year), year.theil});
    chart.series.push_back(std::move(whole));
    const auto levels = levels_of(path);
    if (levels.size() < 2) return chart;  // one part is the whole
    for (const auto& level : levels) {
        LineSeries series{.name = level_name(level)};
        for (const auto& year : path.years)
            if (year.is_comparable) series.points.push_back({static_cast<double>(year.year), part_of(year, level)});
        chart.series.push_back(std::move(series));
    }
    return chart;
}

DataTable years_table(const DiagnosisView& view, const InequalityPath& path) {
    std::vector<Title> titles{text_title(say("year"), "year"), number_title(say("d.theil"), "theil")};
    const auto levels = levels_of(path);
    for (const auto& level : levels) titles.push_back(number_title(level_name(level), "theil_" + level));
    for (const std::string name : {"gini", "williamson", "palma"})
        titles.push_back(number_title(say("d." + name), name));
    titles.push_back(number_title(with_unit("d.spread", Measure::emissions_per_head), "spread_tCO2eq"));
    titles.push_back(number_title(say("d.highest_to_lowest"), "highest_to_lowest"));
    titles.push_back(text_title(say("d.extremes"), "extremes"));
    DataTable table(titles, "dense");
    for (const auto& year : path.years) {
        std::vector<TableCell> cells{year_cell(year.year), plain_cell(year.theil, 3)};
        for (const auto& level : levels) cells.push_back(plain_cell(part_of(year, level), 3));
        for (const double value : {year.gini, year.williamson, year.palma}) cells.push_back(plain_cell(value, 3));
        cells.push_back(number_cell(year.spread, Measure::emissions_per_head, 2));
        cells.push_back(plain_cell(year.highest_to_lowest, 2));
        const bool has_ends = !year.highest.empty();
        cells.push_back(word_cell(
            has_ends ? say("d.highest_lowest", {view.place(year.highest), view.place(year.lowest)}) : same("–"),
            year.highest + " " + year.lowest));
        table.add(std::move(cells));
    }
    return table;
}

LineChart lorenz_lines(const Frame& lorenz) {
    std::map<int, LineSeries> by_year;
    for (std::size_t row = 0; row < lorenz.rows(); ++row) {
        const int year = year_at(lorenz, row);
        auto& series = by_year[year];
        series.name = same(std::to_string(year));
        series.points.push_back({number_at(lorenz, row, "people_share"), number_at(lorenz, row, "held_share")});
    }
    LineChart chart{.unit = say("d.lorenz.y"),
        .x_unit = say("d.lorenz.x"),
        .along = Along::share,
        .labelled_by = title_id("lorenz")};
    if (by_year.empty()) return chart;
    chart.series.push_back(by_year.begin()->second);
    if (by_year.size() > 1) chart.series.push_back(by_year.rbegin()->second);
    return chart;
}

DataTable lorenz_table(const DiagnosisView& view, const Frame& lorenz) {
    DataTable table({text_title(say("year"), "year"), text_title(say("region"), "region"),
                        number_title(with_unit("d.lorenz.people", Measure::share), "people_share"),
                        number_title(with_unit("d.lorenz.held", Measure::share), "held_share")},
        "dense");
    for (std::size_t row = 0; row < lorenz.rows(); ++row)
        table.add({year_cell(year_at(lorenz, row)),
            word_cell(view.place(text_at(lorenz, row, "region")), text_at(lorenz, row, "region")),
            number_cell(number_at(lorenz, row, "people_share"), Measure::share, 1),
            number_cell(number_at(lorenz, row, "held_share"), Measure::share, 1)});
    return table;
}

// --- neighbours -----------------------------------------------------------------------------------------------------------

bool is_significant(const diagnosis::LocalMoran& figure) {
    return !is_blank(figure.p) && figure.p <= significant && figure.quadrant != Quadrant::island;
}

std::string cluster_class(const diagnosis::LocalMoran& figure) {
    if (!is_significant(figure)) return "q-none";
    switch (figure.quadrant) {
        case Quadrant::high_high: return "m2";
        case Quadrant::low_low: return "p2";
        case Quadrant::high_low: return "m1";
        default: return "p1";
    }
}

Bilingual cluster_letters(const diagnosis::LocalMoran& figure) {
    if (!is_significant(figure)) return same("·");
    return say(std::string("d.cluster.") + id_of(figure.quadrant));
}

TileGrid cluster_map(const DiagnosisView& view, const InequalityPath& path) {
    TileGrid grid{.places = view.tiles(),
        .keys = {{"m2", say("d.cluster.key.high_high")}, {"p2", say("d.cluster.key.low_low")},
            {"m1", say("d.cluster.key.high_low")}, {"p1", say("d.cluster.key.low_high")},
            {"q-none", say("d.cluster.key.none")}},
        .labelled_by = title_id("clusters")};
    TilePanel panel{.title = same(path.years.empty() ? "" : std::to_string(path.last().year))};
    for (const auto& one : path.local) {
        const auto name = view.place(one.region);
        const auto tail = ": " + figure_text(one.value, 1).en + ", I " + figure_text(one.figure.index, 2).en + ", p " +
                          figure_text(one.figure.p, 3).en;
        panel.tiles[one.region] = {
            cluster_letters(one.figure), cluster_class(one.figure), {name.en + tail, name.ko + tail}};
    }
    grid.panels.push_back(std::move(panel));
    return grid;
}

DataTable local_table(const DiagnosisView& view, const InequalityPath& path) {
    DataTable table({text_title(say("region"), "region"),
        number_title(with_unit("d.per_head", Measure::emissions_per_head), "per_head_tCO2eq"),
        number_title(say("d.local_index"), "index"), number_title(say("d.p"), "p"),
        text_title(say("d.quadrant"), "quadrant")});
    for (const auto& one : path.local)
        table.add({word_cell(view.place(one.region), one.region),
            number_cell(one.value, Measure::emissions_per_head, 1), plain_cell(one.figure.index, 3),
            plain_cell(one.figure.p, 3),
            word_cell(say(std::string("d.cluster.key.") + id_of(one.figure.quadrant)), id_of(one.figure.quadrant))});
    return table;
}

Bilingual neighbourhood_name(const std::string& neighbourhood) {
    return neighbourhood == "adjacency" ? say("d.adjacency") : say("d.nearest", {same(neighbourhood)});
}

Bilingual moran_finding(const InequalityPath& path) {
    const auto& moran = path.moran;
    if (is_blank(moran.index)) return {};
    const auto key = moran.p > significant          ? "d.moran.none"
                     : moran.index > moran.expected ? "d.moran.alike"
                                                    : "d.moran.unlike";
    return say(key, {figure_text(moran.index, 3), figure_text(moran.expected, 3), figure_text(moran.p, 3),
                        neighbourhood_name(path.neighbourhood)});
}

Bilingual path_finding(const InequalityPath& path) {
    const auto known = [](const InequalityYear& year) { return year.is_comparable && !is_blank(year.theil); };
    const auto first = std::find_if(path.years.begin(), path.years.end(), known);
    const auto last = std::find_if(path.years.rbegin(), path.years.rend(), known);
    if (first == path.years.end() || last == path.years.rend() || first->year == last->year) return {};
    return say(last->theil > first->theil ? "d.inequality.rises" : "d.inequality.falls",
        {figure_text(first->theil, 3), same(std::to_string(first->year)), figure_text(last->theil, 3),
            same(std::to_string(last->year))});
}

Bilingual refusal(const InequalityPath& path) {
    for (const auto& year : path.years)
        if (!year.reason.en.empty()) return year.reason;
    return {};
}

void add_neighbours(const DiagnosisView& view, Chapter& chapter) {
    const auto& path = view.full().inequality;
    chapter.finding(moran_finding(path));
    if (is_blank(path.moran.index)) {
        chapter.lacks(path.moran.reason);
        return;
    }
    chapter.chart({.id = "clusters",
        .title = say("d.clusters.figure"),
        .note = say("d.clusters.note", {neighbourhood_name(path.neighbourhood)}),
        .drawing = view.has_map() ? tile_grid(cluster_map(view, path)) : Drawing{},
        .table = local_table(view, path)});
}

}  // namespace

Chapter inequality_chapter(const DiagnosisView& view) {
    const auto& path = view.full().inequality;
    Chapter chapter("inequality", say("d.inequality.title"), say("d.inequality.lead"));
    if (path.years.empty()) {
        chapter.lacks(path.gaps);
        if (path.gaps.empty()) chapter.lacks(say("d.inequality.lacks"));
        return chapter;
    }
    chapter.finding(path_finding(path));
    if (!path.left_out.en.empty()) chapter.lacks(path.left_out);
    chapter.lacks(refusal(path));
    const bool has_line = std::any_of(
        path.years.begin(), path.years.end(), [](const InequalityYear& year) { return !is_blank(year.theil); });
    chapter.begin_pair();
    chapter.chart({.id = "theil",
        .title = say("d.theil.figure"),
        .note = say("d.theil.note"),
        .drawing = has_line && path.years.size() > 1 ? lines(theil_lines(path)) : Drawing{},
        .table = years_table(view, path)});
    if (path.lorenz.rows() > 0)
        chapter.chart({.id = "lorenz",
            .title = say("d.lorenz.figure"),
            .note = say("d.lorenz.note"),
            .drawing = lines(lorenz_lines(path.lorenz)),
            .table = lorenz_table(view, path.lorenz)});
    chapter.end_pair();
    add_neighbours(view, chapter);
    chapter.lacks(path.gaps);
    return chapter;
}

}  // namespace ecumene::output
