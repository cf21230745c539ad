// What makes the way to neutrality harder or easier where, and which regions are of one kind.
#include <algorithm>
#include <cmath>

#include "core/frame.hpp"
#include "output/charts/tile_grid.hpp"
#include "output/diagnosis/chapters.hpp"
#include "output/diagnosis/shades.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

using diagnosis::Conditions;
using diagnosis::Indicator;
using diagnosis::Typology;

constexpr std::size_t kinds_with_a_colour = 6;

// Shares and growth are read in per cent; the download keeps them as they are.
double factor_of(const Indicator& indicator) {
    return indicator.unit == "1" || indicator.unit == "1/year" ? 100 : 1;
}

int decimals_of(const Conditions& conditions, std::size_t indicator) {
    double greatest = 0;
    for (std::size_t r = 0; r < conditions.regions.size(); ++r)
        if (const double value = conditions.at(r, indicator).value; !is_blank(value))
            greatest = std::max(greatest, std::abs(value) * factor_of(conditions.indicators[indicator]));
    return greatest >= 100 ? 0 : greatest >= 2 ? 1 : 2;
}

Bilingual unit_words(const std::string& unit) {
    const auto key = "d.unit." + unit;
    return can_say(key) ? say(key) : same(unit);
}

Bilingual titled(const Indicator& indicator) {
    const auto unit = unit_words(indicator.unit);
    if (unit.en.empty()) return indicator.name;
    return {indicator.name.en + " [" + unit.en + "]", indicator.name.ko + " [" + unit.ko + "]"};
}

TileGrid indicator_maps(const DiagnosisView& view) {
    const auto& conditions = view.full().conditions;
    TileGrid grid{.places = view.tiles(), .keys = score_keys(), .labelled_by = title_id("conditions")};
    for (std::size_t i = 0; i < conditions.indicators.size(); ++i) {
        const auto& indicator = conditions.indicators[i];
        TilePanel panel{.title = titled(indicator)};
        const int decimals = decimals_of(conditions, i);
        for (std::size_t r = 0; r < conditions.regions.size(); ++r) {
            const auto& figure = conditions.at(r, i);
            if (is_blank(figure.value)) continue;
            const auto name = view.place(conditions.regions[r], conditions.region_names[r]);
            const auto value = figure_text(figure.value * factor_of(indicator), decimals);
            const auto score = " (" + signed_figure_text(figure.score, 1).en + " σ)";
            panel.tiles[conditions.regions[r]] = {value, score_class(figure.score),
                {name.en + ": " + value.en + score, name.ko + ": " + value.ko + score}};
        }
        grid.panels.push_back(std::move(panel));
    }
    return grid;
}

DataTable conditions_table(const DiagnosisView& view) {
    const auto& conditions = view.full().conditions;
    std::vector<Title> titles{text_title(say("region"), "region")};
    for (const auto& indicator : conditions.indicators) titles.push_back(number_title(titled(indicator), indicator.id));
    DataTable table(titles, "dense");
    for (std::size_t r = 0; r < conditions.regions.size(); ++r) {
        std::vector<TableCell> cells{
            word_cell(view.place(conditions.regions[r], conditions.region_names[r]), conditions.regions[r])};
        for (std::size_t i = 0; i < conditions.indicators.size(); ++i) {
            const auto& figure = conditions.at(r, i);
            auto cell = plain_cell(figure.value, decimals_of(conditions, i));
            cell.shown = figure_text(figure.value * factor_of(conditions.indicators[i]), decimals_of(conditions, i));
            cell.css_class = is_blank(figure.score) ? "" : score_class(figure.score);
            cells.push_back(std::move(cell));
        }
        table.add(std::move(cells));
    }
    return table;
}

DataTable definitions_table(const Conditions& conditions) {
    DataTable table({text_title(say("d.indicator"), "indicator"), text_title(say("d.formula"), "formula"),
                        text_title(say("unit"), "unit"), text_title(say("d.high_means"), "direction"),
                        text_title(say("year"), "year"), text_title(say("source"), "sources")},
        "prose");
    for (const auto& indicator : conditions.indicators) {
        const bool is_hard = indicator.direction == diagnosis::Direction::harder;
        table.add(
            {word_cell(indicator.name, indicator.id), word_cell(indicator.formula), word_cell(same(indicator.unit)),
                word_cell(say(is_hard ? "d.harder" : "d.easier"), is_hard ? "harder" : "easier"),
                word_cell(same(indicator.year == 0 ? "–" : std::to_string(indicator.year))),
                word_cell(same(join(indicator.sources, "; ")))});
    }
    return table;
}

// --- kinds of regions -----------------------------------------------------------------------------------------------------

Bilingual type_number(std::size_t n) {
    return same(std::to_string(n + 1));
}

TileGrid type_map(const DiagnosisView& view, const Typology& typology) {
    TileGrid grid{.places = view.tiles(), .labelled_by = title_id("typology")};
    TilePanel panel{.title = say("d.types.count", {same(std::to_string(typology.types.size()))})};
    for (std::size_t n = 0; n < typology.types.size(); ++n) {
        const auto& type = typology.types[n];
        const auto look = n < kinds_with_a_colour ? "t" + std::to_string(n) : std::string("q-none");
        grid.keys.push_back({look, say("d.type", {type_number(n)})});
        for (const auto& region : type.regions) {
            const auto name = view.place(region);
            panel.tiles[region] = {
                type_number(n), look, {name.en + ": " + type.text.en, name.ko + ": " + type.text.ko}};
        }
    }
    grid.panels.push_back(std::move(panel));
    return grid;
}

DataTable types_table(const DiagnosisView& view, const Typology& typology) {
    DataTable table({text_title(say("d.type_column"), "type"), text_title(say("d.types.regions"), "regions"),
                        text_title(say("d.types.marks"), "marks")},
        "prose");
    for (std::size_t n = 0; n < typology.types.size(); ++n) {
        const auto& type = typology.types[n];
        std::vector<Bilingual> names;
        for (const auto& region : type.regions) names.push_back(view.place(region));
        table.add({word_cell(type_number(n), type.id), word_cell(listed(names), join(type.regions, " ")),
            word_cell(type.text)});
    }
    return table;
}

DataTable counts_table(const Typology& typology) {
    DataTable table(
        {number_title(say("d.types.groups"), "groups"), number_title(say("d.types.silhouette"), "silhouette"),
            number_title(say("d.types.gap"), "gap"), number_title(say("d.types.gap_error"), "gap_error")});
    for (const auto& tried : typology.clustering.tried)
        table.add({plain_cell(static_cast<double>(tried.groups), 0), plain_cell(tried.silhouette, 3),
            plain_cell(tried.gap, 3), plain_cell(tried.gap_error, 3)});
    return table;
}

}  // namespace

Chapter conditions_chapter(const DiagnosisView& view) {
    const auto& conditions = view.full().conditions;
    Chapter chapter("conditions", say("d.conditions.title"), say("d.conditions.lead"));
    if (conditions.indicators.empty()) {
        chapter.lacks(conditions.gaps);
        if (conditions.gaps.empty()) chapter.lacks(say("d.conditions.lacks"));
        return chapter;
    }
    chapter.chart({.id = "conditions",
        .title = say("d.conditions.figure"),
        .note = say("d.conditions.note"),
        .drawing = view.has_map() ? tile_grid(indicator_maps(view)) : Drawing{},
        .table = conditions_table(view),
        .css_class = "scores"});
    chapter.chart({.id = "indicators", .title = say("d.indicators.figure"), .table = definitions_table(conditions)});
    chapter.lacks(conditions.gaps);
    return chapter;
}

Chapter typology_chapter(const DiagnosisView& view) {
    const auto& typology = view.full().typology;
    Chapter chapter("typology", say("d.typology.title"), say("d.typology.lead"));
    if (typology.types.empty()) {
        chapter.lacks(typology.reason.en.empty() ? say("d.typology.lacks") : typology.reason);
        return chapter;
    }
    chapter.finding(typology.justification);
    chapter.chart({.id = "typology",
        .title = say("d.typology.figure"),
        .drawing = view.has_map() ? tile_grid(type_map(view, typology)) : Drawing{},
        .table = types_table(view, typology),
        .place = TablePlace::open});
    chapter.chart({.id = "typology-counts",
        .title = say("d.types.counts"),
        .note = say("d.types.counts_note"),
        .table = counts_table(typology)});
    if (!typology.left_out.empty()) {
        std::vector<Bilingual> names;
        for (const auto& region : typology.left_out) names.push_back(view.place(region));
        chapter.lacks(say("d.types.left_out", {listed(names)}));
    }
    return chapter;
}

}  // namespace ecumene::output
