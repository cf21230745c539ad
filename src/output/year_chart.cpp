#include "output/year_chart.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/frame.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

std::vector<double> displayed(const std::vector<double>& values, Measure measure) {
    std::vector<double> out;
    for (const double v : values) out.push_back(scaled(v, measure, Language::en));
    return out;
}

DataTable chart_table(const PlanView& view, const YearChart& chart) {
    const auto unit = "_" + canonical_unit(chart.measure);
    std::vector<Title> titles{text_title(say("year"), "year")};
    double greatest = 0;
    for (const auto& name : chart.names) titles.push_back(number_title(name.name, name.key + unit));
    titles.push_back(number_title(with_unit("total", chart.measure), "total" + unit));
    if (!chart.across.empty())
        titles.push_back(number_title(with_unit(chart.across_key, chart.measure), chart.across_key + unit));
    for (const auto& [key, value] : chart.values.all()) greatest = std::max(greatest, std::abs(value));
    const int decimals = column_decimals(scaled(greatest, chart.measure, Language::en), chart.measure);
    DataTable table(titles);
    for (std::size_t i = 0; i < view.years().size(); ++i) {
        std::vector<TableCell> cells{year_cell(view.years()[i])};
        double total = 0;
        for (const auto& name : chart.names) {
            const double value = chart.values.at({name.key, std::to_string(view.years()[i])});
            if (value > 0 || chart.overlay == Overlay::marks) total += value;
            cells.push_back(number_cell(value, chart.measure, decimals));
        }
        cells.push_back(number_cell(total, chart.measure, decimals));
        if (!chart.across.empty()) cells.push_back(number_cell(chart.across[i], chart.measure, decimals));
        table.add(std::move(cells));
    }
    return table;
}

double first_known(const std::vector<double>& values) {
    for (const double value : values)
        if (!is_blank(value)) return value;
    return blank;
}

}  // namespace

std::string year_figure(const PlanView& view, const YearChart& chart) {
    if (chart.names.empty()) return {};
    const auto years = view.year_texts();
    ColumnChart drawing{.categories = years,
        .series = {},
        .unit = unit_of(chart.measure),
        .labelled_by = title_id(chart.id),
        .overlay = chart.overlay};
    std::vector<LegendItem> items;
    for (std::size_t s = 0; s < chart.names.size(); ++s) {
        std::vector<double> values;
        for (const auto& year : years) values.push_back(chart.values.at({chart.names[s].key, year}));
        const auto first = amount(values.front(), chart.measure), last = amount(values.back(), chart.measure);
        items.push_back({chart.classes[s], chart.names[s].name, say("change", {first, last})});
        drawing.series.push_back({chart.classes[s], chart.names[s].name, displayed(values, chart.measure)});
    }
    std::reverse(items.begin(), items.end());  // the legend reads from the top of the stack down
    if (!chart.across.empty()) {
        drawing.across = {chart.across_class, say(chart.across_key), displayed(chart.across, chart.measure)};
        items.push_back({"swatch-line " + chart.across_class, say(chart.across_key),
            say("change",
                {amount(first_known(chart.across), chart.measure), amount(chart.across.back(), chart.measure)})});
    }
    return figure({.id = chart.id,
        .title = chart.title.en.empty() ? say(chart.id + ".title") : chart.title,
        .note = chart.title.en.empty() ? say(chart.id + ".note") : chart.note,
        .drawing = columns(drawing),
        .legend = legend(items),
        .table = chart_table(view, chart)});
}

YearChart group_chart(const PlanView& view, std::string id, Measure measure, Sums values) {
    YearChart chart{.id = std::move(id), .measure = measure, .values = std::move(values)};
    double greatest = 0;
    for (const auto& [key, value] : chart.values.all()) greatest = std::max(greatest, std::abs(value));
    for (const auto& group : view.groups()) {
        const auto years = view.year_texts();
        const bool is_seen = std::any_of(years.begin(), years.end(), [&](const std::string& y) {
            return std::abs(chart.values.at({group.code, y})) > 1e-4 * greatest;
        });
        if (!is_seen) continue;
        chart.names.push_back({group.code, group.name});
        chart.classes.push_back(group.css_class);
    }
    return chart;
}

}  // namespace ecumene::output
