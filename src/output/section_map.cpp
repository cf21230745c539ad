// The regions as tiles, one measure and one year at a time, with the same figures as ranked bars and as a table.
#include <algorithm>
#include <cmath>
#include <optional>

#include "core/frame.hpp"
#include "output/chart_bars.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/scale.hpp"
#include "output/sections.hpp"
#include "output/tile_map.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

enum class Sides { one, two };  // values from zero up, or on both sides of zero

struct MapMeasure {
    std::string key;  // also map.<key> and map.<key>.note among the phrases
    Measure measure{};
    Sides sides{};
    Sums values;  // {region, year}, canonical
};

// Built since the first year of the plan, up to and with each year.
Sums builds_so_far(const PlanView& view) {
    const auto& capacity = view.table("capacity");
    const auto built = sum_by(capacity, {"region", "year"}, "built",
        [&](std::size_t row) { return view.is_power(text_at(capacity, row, "technology")); });
    Sums total;
    for (const auto& region : view.regions()) {
        double sum = 0;
        for (const auto& year : view.year_texts()) total.add({region.code, year}, sum += built.at({region.code, year}));
    }
    return total;
}

Sums net_exports(const PlanView& view) {
    const auto& balances = view.table("balances");
    const auto is_power = [&](std::size_t row) { return text_at(balances, row, "carrier") == view.electricity(); };
    auto net = sum_by(balances, {"region", "year"}, "sent", is_power);
    const auto received = sum_by(balances, {"region", "year"}, "received", is_power);
    for (const auto& [key, value] : received.all()) net.add(key, -value);
    return net;
}

std::vector<MapMeasure> measures_of(const PlanView& view) {
    std::vector<MapMeasure> all{
        {"clean", Measure::share, Sides::one, sum_by(view.table("self_reliance"), {"region", "year"}, "share")},
        {"builds", Measure::power, Sides::one, builds_so_far(view)},
        {"burden", Measure::per_head, Sides::two, sum_by(view.table("burden"), {"region", "year"}, "borne_per_head")},
        {"exports", Measure::energy, Sides::two, net_exports(view)}};
    std::vector<MapMeasure> filled;
    for (auto& m : all) {
        const bool is_negative =
            std::any_of(m.values.all().begin(), m.values.all().end(), [](const auto& kv) { return kv.second < 0; });
        if (!is_negative) m.sides = Sides::one;
        if (!m.values.all().empty()) filled.push_back(std::move(m));
    }
    return filled;
}

// The size that nine in ten values stay within: one huge tile must not wash out the others.
double usual_greatest(const Sums& values) {
    std::vector<double> sizes;
    for (const auto& [key, value] : values.all()) sizes.push_back(std::abs(value));
    std::sort(sizes.begin(), sizes.end());
    return sizes.empty() ? 1.0 : sizes[sizes.size() * 9 / 10 - (sizes.size() >= 10 ? 1 : 0)];
}

struct Shading {
    Sides sides{};
    std::vector<double> ends;  // in English units; classes are the same for both languages
};

Shading shading_of(const MapMeasure& m) {
    const double greatest = scaled(usual_greatest(m.values), m.measure, Language::ko);
    return {m.sides, m.measure == Measure::share ? std::vector<double>{25, 50, 75, 100, 1000}
                                                 : round_classes(greatest, m.sides == Sides::one ? 5 : 3)};
}

std::string shade(const MapMeasure& m, const Shading& shading, double value) {
    if (is_blank(value)) return "q-none";
    const double v = scaled(value, m.measure, Language::ko);
    const auto n = std::to_string(class_of(std::abs(v), shading.ends));
    if (shading.sides == Sides::one) return "q" + n;
    return (v < 0 ? "m" : "p") + n;
}

Bilingual bound(const MapMeasure& m, double end) {
    const double factor = scaled(1.0, m.measure, Language::en) / scaled(1.0, m.measure, Language::ko);
    const auto text = [](double v) {
        return grouped(v, v == std::floor(v) ? 0 : v * 10 == std::floor(v * 10) ? 1 : 2);
    };
    return {text(end * factor), text(end)};
}

std::string map_legend(const MapMeasure& m, const Shading& shading) {
    const auto& ends = shading.ends;
    std::vector<LegendItem> items;
    const auto range = [&](std::size_t i, bool is_below) {
        const auto from = i == 0 ? same("0") : bound(m, ends[i - 1]);
        if (i + 1 == ends.size()) return say(is_below ? "map.below" : "map.above", {from});
        if (is_below && i == 0) return say("map.range_to_zero", {bound(m, ends[i])});
        return say(is_below ? "map.range_below" : "map.range", {from, bound(m, ends[i])});
    };
    if (shading.sides == Sides::two)
        for (std::size_t i = ends.size(); i-- > 0;) items.push_back({"m" + std::to_string(i), range(i, true), {}});
    for (std::size_t i = 0; i < ends.size(); ++i)
        items.push_back({(shading.sides == Sides::one ? "q" : "p") + std::to_string(i), range(i, false), {}});
    return element("div", {{"class", "legend-row"}}, element("span", {}, words(unit_of(m.measure))) + legend(items));
}

std::string ranked(
    const PlanView& view, const MapMeasure& m, const Shading& shading, const std::string& year, int decimals) {
    std::vector<std::pair<double, std::string>> order;
    double greatest = 1e-12;
    for (const auto& [key, value] : m.values.all()) greatest = std::max(greatest, std::abs(value));
    for (const auto& region : view.regions())
        if (m.values.has({region.code, year})) order.emplace_back(-m.values.at({region.code, year}), region.code);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<BarRow> rows;
    for (const auto& [negative, code] : order) {
        const double value = -negative;
        const auto text = m.sides == Sides::two ? signed_number(value, m.measure, decimals)
                                                : plain_number(value, m.measure, decimals);
        rows.push_back({view.region(code),
            {{shade(m, shading, value) + " bar-shade", amount(value, m.measure), std::abs(value) / greatest, {}}}, text,
            {}});
    }
    return bars(rows, "rank");
}

std::string map_panel(
    const PlanView& view, const MapMeasure& m, const Shading& shading, const std::string& year, bool is_chosen) {
    double greatest = 0;
    for (const auto& [key, value] : m.values.all())
        greatest = std::max(greatest, std::abs(scaled(value, m.measure, Language::ko)));
    const int decimals = m.measure == Measure::share ? 0 : std::min(1, column_decimals(greatest, m.measure));
    std::map<std::string, Tile> tiles;
    for (const auto& region : view.regions()) {
        if (!m.values.has({region.code, year})) continue;
        const double value = m.values.at({region.code, year});
        const auto shown = m.sides == Sides::two ? signed_number(value, m.measure, decimals)
                                                 : plain_number(value, m.measure, decimals);
        const auto name = view.region(region.code), full = amount(value, m.measure);
        tiles[region.code] = {shown, shade(m, shading, value),
            {name.en + " " + year + ": " + full.en, name.ko + " " + year + ": " + full.ko}};
    }
    const auto places = places_of(view.regions());
    const auto map = have_places(places)
                         ? element("div", {{"class", "map-tiles"}}, tile_map(places, tiles, title_id("map")))
                         : std::string{};
    return panel("map", {{"measure", m.key}, {"year", year}}, is_chosen,
        element("div", {{"class", "map-pair"}}, map + ranked(view, m, shading, year, decimals)));
}

DataTable map_table(const PlanView& view, const std::vector<MapMeasure>& measures) {
    std::vector<Title> titles{text_title(say("region"), "region"), text_title(say("year"), "year")};
    for (const auto& m : measures)
        titles.push_back(number_title(with_unit("map." + m.key, m.measure), m.key + "_" + canonical_unit(m.measure)));
    DataTable table(titles);
    for (const auto& region : view.regions())
        for (const int year : view.years()) {
            std::vector<TableCell> cells{word_cell(view.region(region.code), region.code), year_cell(year)};
            for (const auto& m : measures) {
                const Sums::Key key{region.code, std::to_string(year)};
                cells.push_back(number_cell(m.values.has(key) ? m.values.at(key) : blank, m.measure, 1));
            }
            table.add(std::move(cells));
        }
    return table;
}

}  // namespace

std::string map_section(const PlanView& view) {
    const auto measures = measures_of(view);
    if (measures.empty() || view.years().empty()) return {};
    const auto chosen_year = std::to_string(view.years().back());
    std::vector<Choice> choices;
    std::string panels;
    for (const auto& m : measures) {
        const bool is_first = m.key == measures.front().key;
        choices.push_back({m.key, say("map." + m.key)});
        const auto shading = shading_of(m);
        panels += panel("map", {{"measure", m.key}}, is_first,
            paragraph(say("map." + m.key + ".note"), "note") + map_legend(m, shading));
        for (const auto& year : view.year_texts())
            panels += map_panel(view, m, shading, year, is_first && year == chosen_year);
    }
    const auto controls = element("div", {{"class", "switches"}},
        switcher("map", "measure", say("map.measure"), choices, measures.front().key) +
            switcher("map", "year", say("year"), year_choices(view.years()), chosen_year));
    return section("map", say("map.title"), say("map.lead"),
        figure({.id = "map",
            .title = say("map.figure"),
            .controls = controls,
            .drawing = panels,
            .table = map_table(view, measures)}));
}

}  // namespace ecumene::output
