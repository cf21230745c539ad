// How the system changes from year to year: emissions against the cap, capacity, generation, cost.
#include <algorithm>
#include <cmath>
#include <functional>

#include "core/frame.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"
#include "output/year_chart.hpp"

namespace ecumene::output {

namespace {

// {group, year} in canonical units.
using ByGroup = Sums;

ByGroup by_group(const PlanView& view, std::string_view table, std::string_view value, const RowTest& counts) {
    const auto& frame = view.table(table);
    ByGroup out;
    const auto by_technology = sum_by(frame, {"technology", "year"}, value, counts);
    for (const auto& [key, amount] : by_technology.all()) out.add({view.group_of(key[0]), key[1]}, amount);
    return out;
}

std::vector<double> summary_values(const PlanView& view, std::string_view column) {
    const auto values = sum_by(view.table("summary"), {"year"}, column);
    std::vector<double> out;
    for (const auto& year : view.year_texts()) out.push_back(values.has({year}) ? values.at({year}) : blank);
    return out;
}

std::string emissions_figure(const PlanView& view) {
    auto chart = group_chart(view, "emissions", Measure::emissions, by_group(view, "emissions", "value", {}));
    chart.across = summary_values(view, "cap");
    chart.across_key = "cap";
    chart.across_class = "cap";
    if (std::all_of(chart.across.begin(), chart.across.end(), [](double v) { return is_blank(v); }))
        chart.across.clear();
    return year_figure(view, chart);
}

std::string capacity_figure(const PlanView& view) {
    const auto& capacity = view.table("capacity");
    const auto is_power = [&](std::size_t row) { return view.is_power(text_at(capacity, row, "technology")); };
    return year_figure(
        view, group_chart(view, "capacity", Measure::power, by_group(view, "capacity", "capacity", is_power)));
}

std::string generation_figure(const PlanView& view) {
    const auto& generation = view.table("generation");
    const auto is_power = [&](std::size_t row) { return text_at(generation, row, "carrier") == view.electricity(); };
    auto chart = group_chart(view, "generation", Measure::energy, by_group(view, "generation", "value", is_power));
    chart.overlay = Overlay::line;
    chart.across = summary_values(view, "demand");
    chart.across_key = "demand";
    chart.across_class = "demand";
    return year_figure(view, chart);
}

std::string cost_figure(const PlanView& view) {
    YearChart chart{
        .id = "cost", .measure = Measure::money, .values = sum_by(view.table("costs"), {"component", "year"}, "value")};
    // Fuel burnt by plants and carriers bought as they are: both are bought from outside.
    for (const auto& year : view.year_texts()) chart.values.add({"import", year}, chart.values.at({"fuel", year}));
    std::size_t n = 0;
    for (const std::string key : {"annuity", "fixed", "variable", "import", "shift", "cut", "unserved"}) {
        const auto years = view.year_texts();
        if (std::any_of(years.begin(), years.end(), [&](const std::string& y) {
                return std::abs(chart.values.at({key, y})) > 1e-3 * chart.values.greatest();
            })) {
            chart.names.push_back({key, say("cost." + key)});
            chart.classes.push_back("k" + std::to_string(n));
        }
        ++n;
    }
    return year_figure(view, chart);
}

}  // namespace

std::string pathway_section(const PlanView& view) {
    if (view.years().empty()) return {};
    const auto figures = emissions_figure(view) + capacity_figure(view) + generation_figure(view) + cost_figure(view);
    return figures.empty() ? std::string{}
                           : section("pathway", say("pathway.title"), say("pathway.lead"),
                                 element("div", {{"class", "grid two"}}, figures));
}

}  // namespace ecumene::output
