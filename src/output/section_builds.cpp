// What to build first and where: the first two periods, region by technology group, with the money it takes.
#include <algorithm>
#include <map>

#include "output/chart_bars.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/scale.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

constexpr std::size_t first_periods = 2;

std::vector<std::string> early_years(const PlanView& view, std::size_t periods) {
    auto years = view.year_texts();
    years.resize(std::min(years.size(), periods));
    return years;
}

bool is_early(const std::vector<std::string>& years, const std::string& year) {
    return std::find(years.begin(), years.end(), year) != years.end();
}

std::vector<const TechnologyGroup*> groups_in(const PlanView& view, const Sums& values) {
    std::vector<const TechnologyGroup*> groups;
    for (const auto& group : view.groups())
        if (std::any_of(
                values.all().begin(), values.all().end(), [&](const auto& kv) { return kv.first[1] == group.code; }))
            groups.push_back(&group);
    return groups;
}

DataTable build_table(const PlanView& view, const Sums& builds) {
    const auto groups = groups_in(view, builds);
    const auto classes = round_classes(builds.greatest(), 5);
    std::vector<Title> titles{text_title(say("region"), "region")};
    for (const auto* group : groups) titles.push_back(number_title(group->name, group->code + "_MW"));
    titles.push_back(number_title(with_unit("total", Measure::power), "total_MW"));
    DataTable table(titles, "heat");
    std::vector<double> sums(groups.size() + 1);
    for (const auto& region : view.regions()) {
        std::vector<TableCell> cells{word_cell(view.region(region.code), region.code)};
        double total = 0;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            const Sums::Key key{region.code, groups[g]->code};
            const double value = builds.at(key);
            if (builds.has(key))
                cells.push_back(number_cell(value, Measure::power, 2, "q" + std::to_string(class_of(value, classes))));
            else
                cells.push_back({same("·"), "0", "nothing"});
            total += value;
            sums[g] += value;
        }
        sums.back() += total;
        cells.push_back(number_cell(total, Measure::power, 2));
        table.add(std::move(cells));
    }
    std::vector<TableCell> totals{word_cell(say("nation"), "nation")};
    for (const double sum : sums) totals.push_back(number_cell(sum, Measure::power, 1));
    table.add_total(std::move(totals));
    return table;
}

std::string build_figure(const PlanView& view) {
    const auto builds = first_builds(view, first_periods);
    if (builds.all().empty()) return paragraph(say("builds.none"));
    return figure({.id = "builds",
        .title = say("builds.figure"),
        .note = say("builds.note"),
        .table = build_table(view, builds),
        .place = TablePlace::open});
}

// Overnight investment of the first periods, {region, group}; MKRW.
Sums early_investment(const PlanView& view) {
    const auto& capacity = view.table("capacity");
    const auto years = early_years(view, first_periods);
    Sums money;
    for (std::size_t row = 0; row < capacity.rows(); ++row) {
        const double value = number_at(capacity, row, "investment");
        if (value > 0 && is_early(years, text_at(capacity, row, "year")))
            money.add({text_at(capacity, row, "region"), view.group_of(text_at(capacity, row, "technology"))}, value);
    }
    return money;
}

std::string investment_figure(const PlanView& view) {
    const auto money = early_investment(view);
    if (money.all().empty()) return {};
    const auto groups = groups_in(view, money);
    std::map<std::string, double> totals;
    double greatest = 0;
    for (const auto& [key, value] : money.all()) greatest = std::max(greatest, totals[key[0]] += value);
    DataTable table({text_title(say("region"), "region"), text_title(say("technology"), "group"),
        number_title(with_unit("investment", Measure::money), "investment_MKRW")});
    std::vector<BarRow> rows;
    std::vector<LegendItem> items;
    for (const auto* group : groups) items.push_back({group->css_class, group->name, {}});
    for (const auto& region : view.regions()) {
        BarRow row{view.region(region.code), {}, amount(totals[region.code], Measure::money), {}};
        for (const auto* group : groups) {
            const double value = money.at({region.code, group->code});
            if (value <= 0) continue;
            const auto text = amount(value, Measure::money);
            row.parts.push_back({group->css_class, {group->name.en + " " + text.en, group->name.ko + " " + text.ko},
                value / greatest, plain_number(value, Measure::money, 1)});
            table.add({word_cell(view.region(region.code), region.code), word_cell(group->name, group->code),
                number_cell(value, Measure::money, 2)});
        }
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const BarRow& a, const BarRow& b) {
        const auto share = [](const BarRow& r) {
            double sum = 0;
            for (const auto& part : r.parts) sum += part.share;
            return sum;
        };
        return share(a) > share(b);
    });
    return figure({.id = "investment",
        .title = say("investment.title"),
        .note = say("investment.note"),
        .drawing = legend(items) + bars(rows),
        .table = table});
}

}  // namespace

Sums first_builds(const PlanView& view, std::size_t periods) {
    const auto& capacity = view.table("capacity");
    const auto years = early_years(view, periods);
    Sums sums;
    for (std::size_t row = 0; row < capacity.rows(); ++row) {
        const auto technology = text_at(capacity, row, "technology");
        const double value = number_at(capacity, row, "built");
        if (value > 0 && view.is_power(technology) && is_early(years, text_at(capacity, row, "year")))
            sums.add({text_at(capacity, row, "region"), view.group_of(technology)}, value);
    }
    Sums out;
    for (const auto& [key, value] : sums.all())
        if (value >= 1.0) out.add(key, value);
    return out;
}

std::string builds_section(const PlanView& view) {
    if (view.table("capacity").rows() == 0) return {};
    const auto until = early_years(view, first_periods).back();
    return section(
        "builds", say("builds.title", {same(until)}), say("builds.lead"), build_figure(view) + investment_figure(view));
}

}  // namespace ecumene::output
