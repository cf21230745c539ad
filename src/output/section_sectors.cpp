// All sectors: where emissions and sinks are, how each good, journey and heat is made, where carbon goes, who works.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"
#include "output/year_chart.hpp"

namespace ecumene::output {

namespace {

constexpr std::array<std::string_view, 12> sectors{"power", "hydrogen", "industry", "buildings", "transport",
    "agriculture", "waste", "fugitive", "capture", "credits", "other", "forest"};

// Large enough in one year to be drawn.
bool is_seen(const PlanView& view, const Sums& values, const std::string& key) {
    const auto years = view.year_texts();
    return std::any_of(years.begin(), years.end(), [&](const std::string& y) {
        return std::abs(values.at({key, y})) > 1e-4 * values.greatest();
    });
}

YearChart sector_chart(const PlanView& view, std::string id, Measure measure, Sums values) {
    YearChart chart{.id = std::move(id), .measure = measure, .values = std::move(values)};
    for (std::size_t n = 0; n < sectors.size(); ++n) {
        const std::string sector(sectors[n]);
        if (!is_seen(view, chart.values, sector)) continue;
        chart.names.push_back({sector, say("sector." + sector)});
        chart.classes.push_back("sc" + std::to_string(n));
    }
    return chart;
}

std::string sector_emissions_figure(const PlanView& view) {
    auto chart = sector_chart(
        view, "sector-emissions", Measure::emissions, sum_by(view.table("emissions"), {"sector", "year"}, "value"));
    const auto cap = sum_by(view.table("summary"), {"year"}, "cap");
    for (const auto& year : view.year_texts()) chart.across.push_back(cap.has({year}) ? cap.at({year}) : blank);
    chart.across_key = "cap";
    chart.across_class = "cap";
    if (std::all_of(chart.across.begin(), chart.across.end(), [](double v) { return is_blank(v); }))
        chart.across.clear();
    return year_figure(view, chart);
}

std::string jobs_figure(const PlanView& view) {
    const auto& jobs = view.table("jobs");
    if (jobs.rows() == 0) return {};
    return year_figure(
        view, sector_chart(view, "sector-jobs", Measure::jobs, sum_by(jobs, {"sector", "year"}, "total")));
}

// What makes most in the first year stands lowest, in every figure in the same colour.
std::vector<std::string> oldest_first(
    const PlanView& view, const Sums& made, const std::set<std::string>& technologies) {
    std::vector<std::string> order(technologies.begin(), technologies.end());
    const auto first = view.year_texts().front();
    std::stable_sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
        return made.at({a, first}) > made.at({b, first});
    });
    return order;
}

// What a yearly carrier is made by, for those made in more than one way: steel by route, cars by drive, heat by source.
std::string routes_figure(const PlanView& view, const std::string& carrier, const Bilingual& name, Measure measure) {
    const auto& generation = view.table("generation");
    const auto made = sum_by(generation, {"technology", "year"}, "value", [&](std::size_t row) {
        return text_at(generation, row, "carrier") == carrier && number_at(generation, row, "value") > 0;
    });
    Sums values;
    std::set<std::string> technologies;
    for (const auto& [key, value] : made.all()) {
        // How much forest there is says nothing of what it takes in; emissions do.
        if (view.sector_of(key[0]) == "forest") return {};
        values.add({view.group_of(key[0]), key[1]}, value);
        technologies.insert(key[0]);
    }
    if (technologies.size() < 2) return {};
    auto chart = group_chart(view, "route-" + carrier, measure, std::move(values));
    // Routes of one group apart: each technology by itself.
    const bool is_by_group = chart.names.size() > 1;
    if (!is_by_group) {
        chart.names.clear();
        chart.classes.clear();
        chart.values = made;
        for (const auto& technology : oldest_first(view, made, technologies)) {
            if (!is_seen(view, made, technology)) continue;
            chart.classes.push_back("sc" + std::to_string(chart.names.size() % sectors.size()));
            chart.names.push_back({technology, view.technology(technology)});
        }
    }
    chart.title = say("route.title", {name});
    chart.note = say(is_by_group ? "route.note_groups" : "route.note");
    return year_figure(view, chart);
}

std::string routes(const PlanView& view) {
    const auto& carriers = view.package("carriers");
    std::string figures;
    for (std::size_t row = 0; row < carriers.rows(); ++row) {
        const auto carrier = text_at(carriers, row, "carrier");
        if (carrier == view.electricity()) continue;
        figures += routes_figure(view, carrier, {text_at(carriers, row, "name_en"), text_at(carriers, row, "name_ko")},
            measure_of(text_at(carriers, row, "unit")));
    }
    return figures;
}

// One row for each year: in = products + stored + lost + air, and what is no carrier's carbon beside it.
std::string carbon_figure(const PlanView& view) {
    const auto flow = sum_by(view.table("carbon_flow"), {"kind", "year"}, "value");
    if (flow.all().empty()) return {};
    const std::array<std::string, 6> kinds{"bought", "products", "stored", "leaked", "air", "other_gases_and_sinks"};
    std::vector<Title> titles{text_title(say("year"), "year")};
    for (const auto& kind : kinds)
        titles.push_back(number_title(with_unit("carbon." + kind, Measure::emissions), kind + "_tCO2eq"));
    titles.push_back(number_title(with_unit("net_emissions", Measure::emissions), "net_emissions_tCO2eq"));
    DataTable table(titles);
    for (const int year : view.years()) {
        const auto at = [&](const std::string& kind) { return flow.at({kind, std::to_string(year)}); };
        std::vector<TableCell> cells{year_cell(year)};
        for (const auto& kind : kinds) cells.push_back(number_cell(at(kind), Measure::emissions, 1));
        cells.push_back(number_cell(at("air") + at("other_gases_and_sinks"), Measure::emissions, 1));
        table.add(std::move(cells));
    }
    return figure({.id = "carbon",
        .title = say("carbon_flow.title"),
        .note = say("carbon_flow.note"),
        .drawing = table.html(title_id("carbon")),
        .table = table});
}

}  // namespace

bool is_of_many_sectors(const PlanView& view) {
    const auto& t = view.table("emissions");
    std::set<std::string> seen;
    for (std::size_t row = 0; row < t.rows(); ++row) seen.insert(text_at(t, row, "sector"));
    return seen.size() > 1;
}

std::string sectors_section(const PlanView& view) {
    if (view.years().empty() || !is_of_many_sectors(view)) return {};
    const auto figures = sector_emissions_figure(view) + jobs_figure(view) + routes(view);
    return section("sectors", say("sectors.title"), say("sectors.lead"),
        element("div", {{"class", "grid two"}}, figures) + carbon_figure(view));
}

}  // namespace ecumene::output
