// What electricity is worth where and when, and what a tonne of carbon is worth.
#include <algorithm>
#include <cmath>

#include "core/frame.hpp"
#include "output/chart_columns.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/scale.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

Sums mean_prices(const PlanView& view) {
    const auto& prices = view.table("prices");
    return sum_by(prices, {"region", "year"}, "mean",
        [&](std::size_t row) { return text_at(prices, row, "carrier") == view.electricity(); });
}

DataTable price_table(const PlanView& view, const Sums& prices) {
    double low = prices.greatest(), high = 0;
    for (const auto& [key, value] : prices.all()) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    const auto classes = round_classes(high - low, 5);
    std::vector<Title> titles{text_title(say("region"), "region")};
    for (const auto& year : view.year_texts()) titles.push_back(number_title(same(year), year + "_KRW_per_kWh"));
    DataTable table(titles, "heat");
    for (const auto& region : view.regions()) {
        std::vector<TableCell> cells{word_cell(view.region(region.code), region.code)};
        for (const auto& year : view.year_texts()) {
            const Sums::Key key{region.code, year};
            if (prices.has(key))
                cells.push_back(number_cell(
                    prices.at(key), Measure::price, 0, "q" + std::to_string(class_of(prices.at(key) - low, classes))));
            else
                cells.push_back({same("–"), "", "nothing"});
        }
        table.add(std::move(cells));
    }
    return table;
}

Bilingual spread_sentence(const PlanView& view, const Sums& prices) {
    const auto year = std::to_string(view.years().back());
    std::string dear, cheap;
    for (const auto& region : view.regions()) {
        if (!prices.has({region.code, year})) continue;
        if (dear.empty() || prices.at({region.code, year}) > prices.at({dear, year})) dear = region.code;
        if (cheap.empty() || prices.at({region.code, year}) < prices.at({cheap, year})) cheap = region.code;
    }
    if (dear.empty()) return {};
    return say("prices.spread", {same(year), view.region(dear), amount(prices.at({dear, year}), Measure::price),
                                    view.region(cheap), amount(prices.at({cheap, year}), Measure::price)});
}

Bilingual carbon_note(const PlanView& view, const Sums& carbon) {
    std::vector<Bilingual> edges;
    for (const auto& year : view.year_texts())
        if (is_edge_price(carbon.at({year}))) edges.push_back(same(year));
    auto note = say("carbon.note");
    if (edges.empty()) return note;
    const auto left_out = say("carbon.edge", {listed(edges)});
    return {note.en + " " + left_out.en, note.ko + " " + left_out.ko};
}

std::string carbon_price_figure(const PlanView& view) {
    const auto carbon = sum_by(view.table("summary"), {"year"}, "carbon_price");
    if (carbon.all().empty()) return {};
    const auto draw = [&](Language language) {
        ColumnChart chart{.categories = view.year_texts(),
            .series = {},
            .unit = unit_of(Measure::carbon_price),
            .labelled_by = title_id("carbon")};
        ColumnSeries series{"accent", say("carbon_price"), {}};
        for (const auto& year : chart.categories)
            series.values.push_back(
                is_edge_price(carbon.at({year})) ? blank : scaled(carbon.at({year}), Measure::carbon_price, language));
        chart.series.push_back(std::move(series));
        return element("div", {{"class", language == Language::ko ? "ko" : "en"}}, columns(chart));
    };
    DataTable table({text_title(say("year"), "year"),
        number_title(with_unit("carbon_price", Measure::carbon_price), "carbon_price_KRW_per_tCO2eq")});
    for (const int year : view.years())
        table.add({year_cell(year), number_cell(carbon.at({std::to_string(year)}), Measure::carbon_price, 1)});
    return figure({.id = "carbon",
        .title = say("carbon.title"),
        .note = carbon_note(view, carbon),
        .drawing = draw(Language::en) + draw(Language::ko),
        .table = table});
}

}  // namespace

std::string prices_section(const PlanView& view) {
    const auto prices = mean_prices(view);
    if (prices.all().empty()) return {};
    const auto heat = figure({.id = "prices",
        .title = say("prices.figure"),
        .note = spread_sentence(view, prices),
        .table = price_table(view, prices),
        .place = TablePlace::open});
    return section("prices", say("prices.title"), say("prices.lead"),
        element("div", {{"class", "grid two"}}, heat + carbon_price_figure(view)));
}

}  // namespace ecumene::output
