// What there is and where: the headline, the groups side by side, and every region on small maps and as slopes.
#include <algorithm>
#include <cmath>

#include "core/frame.hpp"
#include "output/charts/lines.hpp"
#include "output/charts/slopes.hpp"
#include "output/charts/tile_grid.hpp"
#include "output/diagnosis/chapters.hpp"
#include "output/diagnosis/shades.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

constexpr std::size_t most_lines = 8, most_maps = 4;

Bilingual span_of(const diagnosis::Growth& growth) {
    return same(std::to_string(growth.first_year) + "–" + std::to_string(growth.last_year));
}

Bilingual growth_text(const diagnosis::Growth& growth) {
    if (is_blank(growth.value)) return growth.reason;
    return say("d.growth", {signed_figure_text(100 * growth.value, 2), span_of(growth)});
}

std::string total_card(const DiagnosisView& view) {
    const auto& all = view.profile().all;
    return card(say("d.card.total", {same(std::to_string(all.total.year))}),
        amount(all.total.value, Measure::emissions), growth_text(all.growth));
}

std::string head_card(const DiagnosisView& view) {
    const auto& all = view.profile().all;
    if (is_blank(all.per_capita.last.value)) return {};
    return card(say("d.card.per_head", {same(std::to_string(all.per_capita.last.year))}),
        amount(all.per_capita.last.value, Measure::emissions_per_head), growth_text(all.per_capita.growth));
}

std::string ratio_card(const DiagnosisView& view) {
    const auto& ratio = view.profile().ratio;
    if (is_blank(ratio.last.value)) return {};
    return card(say("d.card.ratio", {view.place(ratio.higher), view.place(ratio.lower)}),
        say("d.times", {figure_text(ratio.last.value, 2)}),
        is_blank(ratio.first.value)
            ? say("d.in_year", {same(std::to_string(ratio.last.year))})
            : say("d.card.ratio_before", {figure_text(ratio.first.value, 2), same(std::to_string(ratio.first.year)),
                                             same(std::to_string(ratio.last.year))}));
}

std::string theil_card(const DiagnosisView& view) {
    const auto &then = view.profile().inequality_first, &now = view.profile().inequality_last;
    if (is_blank(now.theil)) return {};
    const auto before = is_blank(then.theil)
                            ? say("d.in_year", {same(std::to_string(now.year))})
                            : say("d.card.theil_before", {figure_text(then.theil, 3), same(std::to_string(then.year)),
                                                             same(std::to_string(now.year))});
    return card(say("d.card.theil"), figure_text(now.theil, 3), before);
}

Bilingual verdict(const DiagnosisView& view) {
    const auto& ratio = view.profile().ratio;
    if (is_blank(ratio.last.value))
        return say("d.verdict.total",
            {view.place(view.profile().all.group), amount(view.profile().all.total.value, Measure::emissions),
                same(std::to_string(view.profile().all.total.year))});
    auto text = say("d.verdict.ratio", {view.place(ratio.higher), figure_text(ratio.last.value, 2),
                                           view.place(ratio.lower), same(std::to_string(ratio.last.year))});
    const auto& chain = view.full().ledgers.chain;
    const auto traced = std::find_if(
        chain.begin(), chain.end(), [](const diagnosis::RatioStep& step) { return step.ledger == "average_mix"; });
    if (traced == chain.end() || is_blank(traced->ratio)) return text;
    const auto more = say("d.verdict.consumption", {figure_text(traced->ratio, 2)});
    return {text.en + " " + more.en, text.ko + " " + more.ko};
}

DataTable groups_table(const DiagnosisView& view) {
    DataTable table(
        {text_title(say("d.group"), "group"), number_title(with_unit("d.total", Measure::emissions), "total_tCO2eq"),
            number_title(say("d.growth_column"), "growth_per_year"),
            number_title(with_unit("d.share", Measure::share), "share"),
            number_title(with_unit("d.per_head", Measure::emissions_per_head), "per_head_tCO2eq"),
            number_title(say("d.per_head_growth_column"), "per_head_growth_per_year"),
            text_title(say("d.status"), "status")});
    const auto cells = [&](const diagnosis::GroupProfile& group) {
        return std::vector<TableCell>{word_cell(view.place(group.group), group.group),
            number_cell(group.total.value, Measure::emissions, 1), number_cell(group.growth.value, Measure::share, 2),
            number_cell(group.share.last.value, Measure::share, 1),
            number_cell(group.per_capita.last.value, Measure::emissions_per_head, 1),
            number_cell(group.per_capita.growth.value, Measure::share, 2),
            word_cell(status_word(group.total.status), group.total.status)};
    };
    for (const auto& group : view.profile().groups) table.add(cells(group));
    if (view.profile().groups.size() > 1) table.add_total(cells(view.profile().all));
    return table;
}

DataTable years_table(const DiagnosisView& view, const std::vector<std::string>& codes) {
    DataTable table({text_title(say("region"), "place"), text_title(say("year"), "year"),
                        number_title(with_unit("d.total", Measure::emissions), "total_tCO2eq"),
                        number_title(with_unit("d.per_head", Measure::emissions_per_head), "per_head_tCO2eq")},
        "dense");
    for (const auto& code : codes)
        for (const int year : view.years()) {
            const double total = view.total(code, year), head = view.per_head(code, year);
            if (is_blank(total) && is_blank(head)) continue;
            table.add({word_cell(view.place(code), code), year_cell(year), number_cell(total, Measure::emissions, 2),
                number_cell(head, Measure::emissions_per_head, 2)});
        }
    return table;
}

LineChart group_lines(
    const DiagnosisView& view, const std::vector<std::string>& codes, Measure measure, const std::string& id) {
    LineChart chart{.unit = unit_of(measure), .decimals = 1, .labelled_by = title_id(id)};
    for (const auto& code : codes) {
        LineSeries series{.name = view.place(code)};
        for (const int year : view.years()) {
            const double value =
                measure == Measure::emissions ? view.total(code, year) / 1e6 : view.per_head(code, year);
            series.points.push_back({static_cast<double>(year), value});
        }
        chart.series.push_back(std::move(series));
    }
    return chart;
}

bool has_several_years(const DiagnosisView& view) {
    return view.some_years(2).size() > 1;
}

void add_group_charts(const DiagnosisView& view, Chapter& chapter) {
    chapter.chart({.id = "groups",
        .title = say("d.groups.figure", {same(std::to_string(view.profile().last_year))}),
        .note = view.profile().ledger_note,
        .table = groups_table(view)});
    std::vector<std::string> codes;
    for (const auto& group : view.profile().groups) codes.push_back(group.group);
    if (codes.size() > most_lines || view.years().size() < 2) return;
    chapter.begin_pair();
    chapter.chart({.id = "total-by-year",
        .title = say("d.total_by_year.figure", {unit_of(Measure::emissions)}),
        .drawing = lines(group_lines(view, codes, Measure::emissions, "total-by-year")),
        .table = years_table(view, codes)});
    if (has_several_years(view))
        chapter.chart({.id = "per-head-by-year",
            .title = say("d.per_head_by_year.figure", {unit_of(Measure::emissions_per_head)}),
            .drawing = lines(group_lines(view, codes, Measure::emissions_per_head, "per-head-by-year")),
            .table = years_table(view, codes)});
    chapter.end_pair();
}

std::vector<std::string> region_codes(const DiagnosisView& view) {
    std::vector<std::string> codes;
    for (const auto& group : view.input().by_region->groups) codes.push_back(group.group);
    return codes;
}

// Figures of the years shown, on one set of classes.
TileGrid year_maps(const DiagnosisView& view, const std::vector<int>& years) {
    std::vector<double> values;
    for (const int year : years)
        for (const auto& place : view.tiles()) values.push_back(view.per_head(place.code, year));
    const auto unit = unit_of(Measure::emissions_per_head);
    const auto shades = shades_of(values, unit);
    TileGrid grid{.places = view.tiles(), .keys = shades.keys(), .labelled_by = title_id("per-head-map")};
    for (const int year : years) {
        TilePanel panel{.title = same(std::to_string(year))};
        for (const auto& place : view.tiles()) {
            const double value = view.per_head(place.code, year);
            if (is_blank(value)) continue;
            const auto full = amount(value, Measure::emissions_per_head);
            const auto when = " " + std::to_string(year) + ": ";
            panel.tiles[place.code] = {figure_text(value, value >= 10 ? 0 : 1), shades.class_of(value),
                {place.name.en + when + full.en, place.name.ko + when + full.ko}};
        }
        grid.panels.push_back(std::move(panel));
    }
    return grid;
}

SlopeChart region_slopes(const DiagnosisView& view, int first, int last) {
    SlopeChart chart{.first_title = same(std::to_string(first)),
        .last_title = same(std::to_string(last)),
        .unit = unit_of(Measure::emissions_per_head),
        .decimals = 1,
        .labelled_by = title_id("per-head-slopes")};
    for (const auto& code : region_codes(view))
        chart.rows.push_back({view.place(code), view.per_head(code, first), view.per_head(code, last)});
    std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const SlopeRow& a, const SlopeRow& b) {
        return (is_blank(a.last) ? -1e300 : a.last) > (is_blank(b.last) ? -1e300 : b.last);
    });
    if (chart.rows.size() > most_slopes) chart.rows.resize(most_slopes);
    return chart;
}

Bilingual extremes(const DiagnosisView& view, int year) {
    std::string highest, lowest;
    for (const auto& code : region_codes(view)) {
        const double value = view.per_head(code, year);
        if (is_blank(value)) continue;
        if (highest.empty() || value > view.per_head(highest, year)) highest = code;
        if (lowest.empty() || value < view.per_head(lowest, year)) lowest = code;
    }
    if (highest.empty() || highest == lowest) return {};
    return say(
        "d.places.extremes", {same(std::to_string(year)), view.place(highest),
                                 amount(view.per_head(highest, year), Measure::emissions_per_head), view.place(lowest),
                                 amount(view.per_head(lowest, year), Measure::emissions_per_head)});
}

}  // namespace

Chapter result_chapter(const DiagnosisView& view) {
    Chapter chapter("result", say("d.result.title"), {});
    chapter.markup(paragraph(verdict(view), "verdict"));
    chapter.markup(
        element("dl", {{"class", "cards"}}, total_card(view) + head_card(view) + ratio_card(view) + theil_card(view)));
    add_group_charts(view, chapter);
    return chapter;
}

Chapter places_chapter(const DiagnosisView& view) {
    Chapter chapter("places", say("d.places.title"), say("d.places.lead"));
    const auto years = view.some_years(most_maps);
    if (years.empty()) {
        chapter.lacks(say("d.places.lacks"));
        return chapter;
    }
    chapter.finding(extremes(view, years.back()));
    const auto codes = region_codes(view);
    chapter.chart({.id = "per-head-map",
        .title = say("d.map.figure", {unit_of(Measure::emissions_per_head)}),
        .note = view.has_map() ? say("d.map.note") : say("d.map.lacks"),
        .drawing = view.has_map() ? tile_grid(year_maps(view, years)) : Drawing{},
        .table = years_table(view, codes)});
    if (years.size() < 2) {
        chapter.lacks(say("d.slopes.lacks"));
        return chapter;
    }
    const int first = years.front(), last = years.back();
    chapter.chart({.id = "per-head-slopes",
        .title = say("d.slopes.figure",
            {same(std::to_string(first)), same(std::to_string(last)), unit_of(Measure::emissions_per_head)}),
        .note = codes.size() > most_slopes ? say("d.slopes.cut", {same(std::to_string(most_slopes))})
                                           : say("d.slopes.note"),
        .drawing = slopes(region_slopes(view, first, last)),
        .table = years_table(view, codes)});
    return chapter;
}

}  // namespace ecumene::output
