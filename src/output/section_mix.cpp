// What each region has and runs in a year, and what it takes from its neighbours.
#include <algorithm>
#include <cmath>

#include "output/chart_bars.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

struct Mix {
    std::string id;  // "mix-capacity", "mix-generation"; phrases <id>.title and <id>.note
    Measure measure{};
    Sums values;  // {region, group, year}; what is used or negative is left out
};

Mix mix_of(const PlanView& view, std::string id, Measure measure, std::string_view table, std::string_view value,
    const RowTest& counts) {
    const auto& frame = view.table(table);
    Mix mix;
    mix.id = std::move(id);
    mix.measure = measure;
    const auto by_technology = sum_by(frame, {"region", "technology", "year"}, value, counts);
    for (const auto& [key, amount] : by_technology.all())
        if (amount > 0) mix.values.add({key[0], view.group_of(key[1]), key[2]}, amount);
    return mix;
}

double total_of(const PlanView& view, const Mix& mix, const std::string& region, const std::string& year) {
    double total = 0;
    for (const auto& group : view.groups()) total += mix.values.at({region, group.code, year});
    return total;
}

Sums net_imports(const PlanView& view) {
    const auto& balances = view.table("balances");
    const auto is_power = [&](std::size_t row) { return text_at(balances, row, "carrier") == view.electricity(); };
    auto net = sum_by(balances, {"region", "year"}, "received", is_power);
    const auto sent = sum_by(balances, {"region", "year"}, "sent", is_power);
    for (const auto& [key, value] : sent.all()) net.add(key, -value);
    return net;
}

std::string year_bars(
    const PlanView& view, const Mix& mix, const std::string& year, double greatest, const Sums& imports) {
    std::vector<BarRow> rows;
    for (const auto& region : view.regions()) {
        BarRow row{view.region(region.code), {}, amount(total_of(view, mix, region.code, year), mix.measure), {}};
        for (const auto& group : view.groups()) {
            const double value = mix.values.at({region.code, group.code, year});
            if (value < 1e-3 * greatest) continue;
            const auto text = amount(value, mix.measure);
            row.parts.push_back({group.css_class, {group.name.en + " " + text.en, group.name.ko + " " + text.ko},
                value / greatest, plain_number(value, mix.measure, value > 0.3 * greatest ? 0 : 1)});
        }
        if (mix.measure == Measure::energy && imports.has({region.code, year})) {
            const double net = imports.at({region.code, year});
            row.note = say(net >= 0 ? "mix.import" : "mix.export", {amount(std::abs(net), Measure::energy)});
        }
        rows.push_back(std::move(row));
    }
    return bars(rows);
}

DataTable mix_table(const PlanView& view, const Mix& mix, const Sums& imports) {
    const auto unit = "_" + canonical_unit(mix.measure);
    std::vector<const TechnologyGroup*> groups;
    for (const auto& group : view.groups())
        if (std::any_of(mix.values.all().begin(), mix.values.all().end(),
                [&](const auto& kv) { return kv.first[1] == group.code; }))
            groups.push_back(&group);
    std::vector<Title> titles{text_title(say("region"), "region"), text_title(say("year"), "year")};
    for (const auto* group : groups) titles.push_back(number_title(group->name, group->code + unit));
    titles.push_back(number_title(with_unit("total", mix.measure), "total" + unit));
    if (mix.measure == Measure::energy)
        titles.push_back(number_title(with_unit("net_import", mix.measure), "net_import" + unit));
    DataTable table(titles, "dense");
    for (const auto& region : view.regions())
        for (const auto& year : view.year_texts()) {
            std::vector<TableCell> cells{word_cell(view.region(region.code), region.code), word_cell(same(year))};
            for (const auto* group : groups)
                cells.push_back(number_cell(mix.values.at({region.code, group->code, year}), mix.measure, 1));
            cells.push_back(number_cell(total_of(view, mix, region.code, year), mix.measure, 1));
            if (mix.measure == Measure::energy)
                cells.push_back(number_cell(imports.at({region.code, year}), mix.measure, 1));
            table.add(std::move(cells));
        }
    return table;
}

std::string mix_figure(const PlanView& view, const Mix& mix, const Sums& imports) {
    if (mix.values.all().empty()) return {};
    double greatest = 0;
    for (const auto& region : view.regions())
        for (const auto& year : view.year_texts())
            greatest = std::max(greatest, total_of(view, mix, region.code, year));
    const auto chosen = std::to_string(view.years().back());
    std::string panels;
    for (const auto& year : view.year_texts())
        panels += panel("mix", {{"year", year}}, year == chosen, year_bars(view, mix, year, greatest, imports));
    std::vector<LegendItem> items;
    for (const auto& group : view.groups())
        if (std::any_of(mix.values.all().begin(), mix.values.all().end(),
                [&](const auto& kv) { return kv.first[1] == group.code && kv.second > 1e-3 * greatest; }))
            items.push_back({group.css_class, group.name, {}});
    return figure({.id = mix.id,
        .title = say(mix.id + ".title"),
        .note = say(mix.id + ".note"),
        .drawing = legend(items) + panels,
        .table = mix_table(view, mix, imports)});
}

}  // namespace

std::string mix_section(const PlanView& view) {
    if (view.years().empty()) return {};
    const auto& capacity = view.table("capacity");
    const auto& generation = view.table("generation");
    const auto installed = mix_of(view, "mix-capacity", Measure::power, "capacity", "capacity",
        [&](std::size_t row) { return view.is_power(text_at(capacity, row, "technology")); });
    const auto run = mix_of(view, "mix-generation", Measure::energy, "generation", "value", [&](std::size_t row) {
        return text_at(generation, row, "carrier") == view.electricity() &&
               view.kind_of(text_at(generation, row, "technology")) == TechnologyKind::plant;
    });
    const auto imports = net_imports(view);
    const auto figures = mix_figure(view, installed, imports) + mix_figure(view, run, imports);
    if (figures.empty()) return {};
    const auto controls = element("div", {{"class", "switches"}},
        switcher("mix", "year", say("year"), year_choices(view.years()), std::to_string(view.years().back())));
    return section(
        "mix", say("mix.title"), say("mix.lead"), controls + element("div", {{"class", "grid two"}}, figures));
}

}  // namespace ecumene::output
