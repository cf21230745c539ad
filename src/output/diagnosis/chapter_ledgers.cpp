// The same emissions where they are released and where they are used, and by sector.
#include <algorithm>
#include <map>
#include <utility>

#include "core/frame.hpp"
#include "output/charts/lines.hpp"
#include "output/charts/rows.hpp"
#include "output/charts/slopes.hpp"
#include "output/diagnosis/chapters.hpp"
#include "output/markup.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

using diagnosis::LedgerPlace;
using diagnosis::RatioStep;

constexpr std::size_t most_sectors = 20;

Bilingual ledger_name(const std::string& id) {
    for (const auto& ledger : diagnosis::ledger_names())
        if (ledger.id == id) return ledger.name;
    return same(id);
}

RowChart chain_chart(const std::vector<RatioStep>& chain) {
    RowChart chart{.unit = say("d.ratio_unit"), .labelled_by = title_id("ledger-chain")};
    for (const auto& step : chain) {
        Row row{.name = ledger_name(step.ledger),
            .to = step.ratio,
            .css_class = step.ledger == "production" ? "total-bar" : "s0",
            .text = is_blank(step.ratio) ? say("d.no_figure") : figure_text(step.ratio, 2)};
        if (!is_blank(step.published)) {
            row.mark = step.published;
            row.mark_title = say("d.published", {figure_text(step.published, 2)});
        }
        chart.rows.push_back(std::move(row));
    }
    return chart;
}

DataTable chain_table(const DiagnosisView& view) {
    DataTable table(
        {text_title(say("d.ledger"), "ledger"), text_title(say("d.higher"), "higher"),
            text_title(say("d.lower"), "lower"),
            number_title(with_unit("d.higher_per_head", Measure::emissions_per_head), "higher_per_head_tCO2eq"),
            number_title(with_unit("d.lower_per_head", Measure::emissions_per_head), "lower_per_head_tCO2eq"),
            number_title(say("d.ratio"), "ratio"),
            number_title(with_unit("d.moved", Measure::emissions), "moved_tCO2eq"),
            number_title(say("d.published_column"), "published"), text_title(say("d.step"), "step")},
        "told");
    for (const auto& step : view.full().ledgers.chain) {
        auto text = step.text;
        if (!step.reason.en.empty()) text = {text.en + " " + step.reason.en, text.ko + " " + step.reason.ko};
        table.add({word_cell(ledger_name(step.ledger), step.ledger), word_cell(view.place(step.higher), step.higher),
            word_cell(view.place(step.lower), step.lower),
            number_cell(step.per_head_higher, Measure::emissions_per_head, 2),
            number_cell(step.per_head_lower, Measure::emissions_per_head, 2), plain_cell(step.ratio, 2),
            number_cell(step.moved, Measure::emissions, 1), plain_cell(step.published, 2), word_cell(text)});
    }
    return table;
}

DataTable ledgers_table(const DiagnosisView& view) {
    const auto& ledgers = view.full().ledgers;
    std::vector<Title> titles{text_title(say("region"), "place"),
        number_title(with_unit("d.made", Measure::energy), "made_MWh"),
        number_title(with_unit("d.used", Measure::energy), "used_MWh")};
    std::vector<std::string> known;
    for (const auto& ledger : diagnosis::ledger_names())
        if (!ledgers.regions.empty() && !is_blank(ledgers.regions.front().at(ledger.id))) known.push_back(ledger.id);
    for (const auto& id : known) {
        const auto name = ledger_name(id);
        titles.push_back(number_title(
            say("d.named_per_head", {name, unit_of(Measure::emissions_per_head)}), id + "_per_head_tCO2eq"));
        titles.push_back(number_title(say("d.named_total", {name, unit_of(Measure::emissions)}), id + "_tCO2eq"));
    }
    DataTable table(titles, "dense");
    const auto cells = [&](const LedgerPlace& place) {
        std::vector<TableCell> row{word_cell(view.place(place.code, place.name), place.code),
            number_cell(place.made, Measure::energy, 1), number_cell(place.used, Measure::energy, 1)};
        for (const auto& id : known) {
            row.push_back(number_cell(place.per_head(id), Measure::emissions_per_head, 1));
            row.push_back(number_cell(place.at(id), Measure::emissions, 1));
        }
        return row;
    };
    for (const auto& place : ledgers.regions) table.add(cells(place));
    if (!view.is_by_region())
        for (const auto& place : ledgers.groups) table.add_total(cells(place));
    table.add_total(cells(ledgers.all));
    return table;
}

SlopeChart ledger_slopes(const DiagnosisView& view) {
    SlopeChart chart{.first_title = ledger_name("production"),
        .last_title = ledger_name("average_mix"),
        .unit = unit_of(Measure::emissions_per_head),
        .decimals = 1,
        .labelled_by = title_id("ledger-slopes")};
    for (const auto& place : view.full().ledgers.regions)
        chart.rows.push_back(
            {view.place(place.code, place.name), place.per_head("production"), place.per_head("average_mix")});
    if (chart.rows.size() > most_slopes) chart.rows.clear();
    return chart;
}

LineChart ratio_lines(const DiagnosisView& view) {
    LineChart chart{.unit = say("d.ratio_unit"), .decimals = 2, .labelled_by = title_id("ledger-years")};
    for (const auto& ledger : diagnosis::ledger_names()) {
        LineSeries series{.name = ledger.name};
        for (const auto& year : view.full().ledgers.over_time) {
            const auto found = year.ratio.find(ledger.id);
            series.points.push_back(
                {static_cast<double>(year.year), found == year.ratio.end() ? blank : found->second});
        }
        const bool is_known = std::any_of(
            series.points.begin(), series.points.end(), [](const LinePoint& point) { return !is_blank(point.y); });
        if (is_known) chart.series.push_back(std::move(series));
    }
    return chart;
}

DataTable ratio_table(const DiagnosisView& view) {
    DataTable table({text_title(say("year"), "year"), text_title(say("d.ledger"), "ledger"),
        number_title(say("d.ratio"), "ratio")});
    for (const auto& year : view.full().ledgers.over_time)
        for (const auto& [ledger, ratio] : year.ratio)
            table.add({year_cell(year.year), word_cell(ledger_name(ledger), ledger), plain_cell(ratio, 3)});
    return table;
}

Bilingual chain_finding(const std::vector<RatioStep>& chain) {
    const auto& first = chain.front();
    const auto traced =
        std::find_if(chain.begin(), chain.end(), [](const RatioStep& step) { return step.ledger == "average_mix"; });
    const auto& last = traced == chain.end() ? chain.back() : *traced;
    if (is_blank(first.ratio) || is_blank(last.ratio)) return {};
    return say(
        "d.ledgers.finding", {figure_text(first.ratio, 2), figure_text(last.ratio, 2), ledger_name(last.ledger)});
}

std::string ledger_meanings(const std::vector<RatioStep>& chain) {
    std::string list;
    for (const auto& step : chain)
        for (const auto& ledger : diagnosis::ledger_names())
            if (ledger.id == step.ledger)
                list += element("dt", {}, words(ledger.name)) + element("dd", {}, words(ledger.meaning));
    return element("dl", {{"class", "terms"}}, list);
}

// --- sectors --------------------------------------------------------------------------------------------------------------

DataTable sectors_table(const DiagnosisView& view, const Frame& sectors) {
    DataTable table(
        {text_title(say("region"), "region"), text_title(say("d.tree"), "tree"), text_title(say("d.sector"), "sector"),
            number_title(with_unit("d.total", Measure::emissions), "value_tCO2eq"),
            number_title(with_unit("d.share", Measure::share), "share"), text_title(say("d.origin"), "origin"),
            text_title(say("d.status"), "status")},
        "dense");
    for (std::size_t row = 0; row < sectors.rows(); ++row) {
        const auto code = text_at(sectors, row, "region"), sector = text_at(sectors, row, "sector");
        table.add({word_cell(view.place(code), code), word_cell(same(text_at(sectors, row, "tree"))),
            word_cell({text_at(sectors, row, "name_en"), text_at(sectors, row, "name_ko")}, sector),
            number_cell(number_at(sectors, row, "value"), Measure::emissions, 2),
            number_cell(number_at(sectors, row, "share"), Measure::share, 1),
            word_cell(same(text_at(sectors, row, "origin"))),
            word_cell(status_word(text_at(sectors, row, "status")), text_at(sectors, row, "status"))});
    }
    return table;
}

// The nation's sectors in one tree, largest first; of regions added up where the nation has no rows of its own.
RowChart sector_chart(const DiagnosisView& view, const Frame& sectors, const std::string& tree) {
    std::map<std::string, std::pair<Bilingual, double>> of_nation, of_regions;
    for (std::size_t row = 0; row < sectors.rows(); ++row) {
        const double value = number_at(sectors, row, "value");
        if (text_at(sectors, row, "tree") != tree || is_blank(value)) continue;
        auto& sums = text_at(sectors, row, "region") == view.input().settings.nation ? of_nation : of_regions;
        auto& [name, sum] = sums[text_at(sectors, row, "sector")];
        name = {text_at(sectors, row, "name_en"), text_at(sectors, row, "name_ko")};
        sum += value;
    }
    const auto& chosen = of_nation.empty() ? of_regions : of_nation;
    RowChart chart{.unit = unit_of(Measure::emissions), .labelled_by = title_id("sectors-" + tree)};
    for (const auto& [code, entry] : chosen)
        chart.rows.push_back({.name = entry.first.en.empty() ? same(code) : entry.first,
            .to = entry.second / 1e6,
            .text = figure_text(entry.second / 1e6, 1)});
    std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const Row& a, const Row& b) { return a.to > b.to; });
    if (chart.rows.size() > most_sectors) chart.rows.resize(most_sectors);
    return chart;
}

DataTable gpc_table(const DiagnosisView& view) {
    DataTable table({text_title(say("region"), "region"), text_title(say("year"), "year"),
                        number_title(with_unit("d.gpc.basic", Measure::emissions), "basic_tCO2eq"),
                        number_title(with_unit("d.gpc.basic_plus", Measure::emissions), "basic_plus_tCO2eq"),
                        number_title(with_unit("d.gpc.territorial", Measure::emissions), "territorial_tCO2eq"),
                        text_title(say("d.gpc.missing"), "not_estimated"),
                        text_title(say("d.gpc.missing_plus"), "not_estimated_plus")},
        "told");
    for (const auto& one : view.full().sectors.gpc)
        table.add({word_cell(view.place(one.region), one.region), year_cell(one.year),
            number_cell(one.totals.basic, Measure::emissions, 2),
            number_cell(one.totals.basic_plus, Measure::emissions, 2),
            number_cell(one.totals.territorial, Measure::emissions, 2),
            word_cell(same(join(one.totals.not_estimated, ", "))),
            word_cell(same(join(one.totals.not_estimated_plus, ", ")))});
    return table;
}

}  // namespace

Chapter ledgers_chapter(const DiagnosisView& view) {
    const auto& ledgers = view.full().ledgers;
    Chapter chapter("ledgers", say("d.ledgers.title"), say("d.ledgers.lead"));
    if (!ledgers.has_consumption()) {
        if (ledgers.gaps.empty()) chapter.lacks(say("d.ledgers.lacks"));
        chapter.lacks(ledgers.gaps);
        return chapter;
    }
    chapter.finding(chain_finding(ledgers.chain));
    chapter.chart({.id = "ledger-chain",
        .title =
            say("d.chain.figure", {view.place(ledgers.chain.front().higher), view.place(ledgers.chain.front().lower),
                                      same(std::to_string(ledgers.year))}),
        .note = say("d.chain.note"),
        .drawing = rows(chain_chart(ledgers.chain)),
        .table = chain_table(view),
        .place = TablePlace::open});
    chapter.markup(ledger_meanings(ledgers.chain));
    chapter.begin_pair();
    chapter.chart({.id = "ledger-slopes",
        .title =
            say("d.ledger_slopes.figure", {same(std::to_string(ledgers.year)), unit_of(Measure::emissions_per_head)}),
        .note = say("d.ledger_slopes.note"),
        .drawing = slopes(ledger_slopes(view)),
        .table = ledgers_table(view)});
    if (ledgers.over_time.size() > 1)
        chapter.chart({.id = "ledger-years",
            .title = say("d.ledger_years.figure"),
            .drawing = lines(ratio_lines(view)),
            .table = ratio_table(view)});
    chapter.end_pair();
    for (const auto& note : ledgers.notes) chapter.note(note);
    chapter.lacks(ledgers.gaps);
    return chapter;
}

Chapter sectors_chapter(const DiagnosisView& view) {
    const auto& accounts = view.full().sectors;
    Chapter chapter("sectors", say("d.sectors.title"), say("d.sectors.lead"));
    std::vector<std::string> trees;
    if (!accounts.tree.empty()) trees.push_back(accounts.tree);
    for (std::size_t row = 0; row < accounts.table.rows(); ++row) {
        const auto tree = text_at(accounts.table, row, "tree");
        if (std::find(trees.begin(), trees.end(), tree) == trees.end()) trees.push_back(tree);
    }
    chapter.begin_pair();
    for (const auto& tree : trees) {
        const auto drawing = rows(sector_chart(view, accounts.table, tree));
        if (drawing.is_empty()) continue;
        chapter.chart({.id = "sectors-" + tree,
            .title = say(tree == accounts.tree ? "d.sectors.figure" : "d.sectors.converted",
                {tree_name(tree), same(std::to_string(accounts.year)), unit_of(Measure::emissions)}),
            .drawing = drawing,
            .table = sectors_table(view, accounts.table)});
    }
    chapter.end_pair();
    if (!accounts.gpc.empty()) chapter.chart({.id = "gpc", .title = say("d.gpc.figure"), .table = gpc_table(view)});
    for (const auto& note : accounts.notes) chapter.note(note);
    chapter.lacks(accounts.gaps);
    if (accounts.table.rows() == 0 && accounts.gaps.empty()) chapter.lacks(say("d.sectors.lacks"));
    return chapter;
}

}  // namespace ecumene::output
