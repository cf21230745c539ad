// How the kept days run: generation, storage and demand, step by step.
#include <algorithm>
#include <cmath>
#include <set>

#include "output/dispatch_chart.hpp"
#include "output/figure.hpp"
#include "output/kept_days.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

struct StackItem {
    std::string code;  // as in the dispatch table
    Bilingual name;
    std::string css_class;
    double sign{1};  // below the axis: -1
};

// What the stacks hold, from the axis outwards. Exchange between regions cancels in the nation.
std::vector<StackItem> items_of(const PlanView& view, const Sums& dispatch, std::string_view region) {
    std::set<std::string> seen;
    for (const auto& [key, value] : dispatch.all()) seen.insert(key[3]);
    std::vector<StackItem> items;
    for (const auto& group : view.groups())
        if (seen.count(group.code) > 0) items.push_back({group.code, group.name, group.css_class, 1});
    const auto extra = [&](const std::string& code, double sign) {
        if (seen.count(code) > 0) items.push_back({code, say("dispatch." + code), code, sign});
    };
    extra("imported", 1);
    extra("discharge", 1);
    if (!region.empty()) extra("received", 1);
    extra("shifted", 1);
    extra("cut", 1);
    extra("unserved", 1);
    extra("charge", -1);
    if (!region.empty()) extra("sent", -1);
    return items;
}

bool is_exchange(const StackItem& item) {
    return item.code == "received" || item.code == "sent";
}

double value_of(const Sums& dispatch, const StackItem& item, const std::string& year, const std::string& snapshot,
    const std::string& region) {
    const double value = dispatch.at({year, snapshot, region, item.code});
    return item.sign < 0 ? -std::abs(value) : value;
}

// {year, snapshot, region, item} with the nation as region "".
Sums with_nation(const PlanView& view) {
    auto dispatch = sum_by(view.table("dispatch"), {"year", "snapshot", "region", "item"}, "value");
    Sums nation;
    for (const auto& [key, value] : dispatch.all()) nation.add({key[0], key[1], "", key[3]}, value);
    for (const auto& [key, value] : nation.all()) dispatch.add(key, value);
    return dispatch;
}

std::vector<int> shown_years(const PlanView& view) {
    const auto& years = view.years();
    if (years.size() <= 3) return years;
    return {years.front(), years[years.size() / 2], years.back()};
}

DayChart day_chart(
    const KeptDay& day, const std::vector<StackItem>& items, const Sums& dispatch, const std::string& year) {
    DayChart chart{.step = day.step, .stack = {}, .demand = {}};
    for (const auto& item : items) {
        DayLayer layer{item.css_class, item.name, {}};
        for (const auto& snapshot : day.snapshots) layer.values.push_back(value_of(dispatch, item, year, snapshot, ""));
        chart.stack.push_back(std::move(layer));
    }
    for (const auto& snapshot : day.snapshots) chart.demand.push_back(dispatch.at({year, snapshot, "", "demand"}));
    return chart;
}

std::string year_panel(const std::vector<KeptDay>& days, const std::vector<StackItem>& items, const Sums& dispatch,
    const std::string& year, bool is_chosen) {
    std::vector<DayChart> charts;
    double low = 0, high = 0;
    for (const auto& day : days) widen(charts.emplace_back(day_chart(day, items, dispatch, year)), low, high);
    std::string inner;
    for (std::size_t d = 0; d < days.size(); ++d) {
        charts[d].low = low;
        charts[d].high = high;
        const auto id = "day-" + year + "-" + std::to_string(d);
        inner += element("div", {{"class", "day"}, {"data-day", std::to_string(d)}},
            element("h4", {{"id", id}}, words(days[d].name)) + paragraph(days[d].why, "note") +
                dispatch_chart(charts[d], id));
    }
    return panel("dispatch", {{"year", year}}, is_chosen, element("div", {{"class", "days"}}, inner));
}

// Energy of the nation per kept day and item, GW by step would be too long to read: the download has every step.
DataTable dispatch_table(const std::vector<KeptDay>& days, const std::vector<StackItem>& items, const Sums& dispatch,
    const std::vector<int>& years) {
    std::vector<Title> titles{
        text_title(say("year"), "year"), text_title(say("day"), "day"), number_title(say("dispatch.hour"), "hour")};
    for (const auto& item : items) titles.push_back(number_title(item.name, item.code + "_MW"));
    titles.push_back(number_title(with_unit("demand", Measure::power), "demand_MW"));
    DataTable table(titles, "dense");
    for (const int year : years)
        for (const auto& day : days)
            for (std::size_t s = 0; s < day.snapshots.size(); ++s) {
                const auto y = std::to_string(year);
                std::vector<TableCell> cells{
                    year_cell(year), word_cell(day.name), plain_cell(day.step * static_cast<double>(s), 0)};
                for (const auto& item : items)
                    cells.push_back(number_cell(value_of(dispatch, item, y, day.snapshots[s], ""), Measure::power, 1));
                cells.push_back(number_cell(dispatch.at({y, day.snapshots[s], "", "demand"}), Measure::power, 1));
                table.add(std::move(cells));
            }
    return table;
}

std::string region_selector(const PlanView& view) {
    std::string options =
        element("option", {{"value", "nation"}, {"data-en", say("nation").en}, {"data-ko", say("nation").ko}},
            escape(both(say("nation"))));
    for (const auto& region : view.regions()) {
        const auto name = view.region(region.code);
        options +=
            element("option", {{"value", region.code}, {"data-en", name.en}, {"data-ko", name.ko}}, escape(both(name)));
    }
    return element("label", {{"class", "switch region-select"}},
        element("span", {{"class", "switch-label"}}, words(say("region"))) +
            element("select", {{"id", "dispatch-region"}}, options));
}

std::string json_text(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '<')
            out += "\\u003c";  // no </script> inside
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out + "\"";
}

template <class Items, class Text>
std::string json_list(const Items& items, Text text) {
    std::string out = "[";
    for (const auto& item : items) out += (out.size() > 1 ? "," : "") + text(item);
    return out + "]";
}

}  // namespace

std::string dispatch_json(const PlanView& view) {
    const auto days = kept_days(view);
    if (view.table("dispatch").rows() == 0 || days.empty()) return {};
    const auto dispatch = with_nation(view);
    const auto items = items_of(view, dispatch, "any");
    std::vector<std::string> regions{""};
    for (const auto& region : view.regions()) regions.push_back(region.code);
    const auto whole = [](double v) { return std::to_string(std::lround(v)); };

    std::string out = "{\"step\":" + shortest(days.front().step) +
                      ",\"css\":" + json_list(items, [](const StackItem& i) { return json_text(i.css_class); }) +
                      ",\"names\":" + json_list(items, [](const StackItem& i) { return json_text(both(i.name)); }) +
                      ",\"values\":{";
    bool is_first = true;
    for (const int year : shown_years(view))
        for (const auto& region : regions) {
            const auto y = std::to_string(year);
            // One list for each day: demand first, then every item of the stack.
            const auto day_lists = json_list(days, [&](const KeptDay& day) {
                auto lists = "[" + json_list(day.snapshots, [&](const std::string& s) {
                    return whole(dispatch.at({y, s, region, "demand"}));
                });
                for (const auto& item : items) {
                    const bool is_left_out = region.empty() && is_exchange(item);
                    lists += "," + json_list(day.snapshots, [&](const std::string& s) {
                        return whole(is_left_out ? 0.0 : value_of(dispatch, item, y, s, region));
                    });
                }
                return lists + "]";
            });
            out += (is_first ? "" : ",\n") + json_text((region.empty() ? std::string("nation") : region) + "/" + y) +
                   ":" + day_lists;
            is_first = false;
        }
    return out + "}}";
}

std::string dispatch_section(const PlanView& view) {
    const auto days = kept_days(view);
    if (view.table("dispatch").rows() == 0 || days.empty()) return {};
    const auto dispatch = with_nation(view);
    const auto items = items_of(view, dispatch, "");
    const auto years = shown_years(view);
    std::string panels;
    for (const int year : years)
        panels += year_panel(days, items, dispatch, std::to_string(year), year == years.back());
    std::vector<LegendItem> keys;
    for (const auto& item : items_of(view, dispatch, "any")) {
        keys.push_back({item.css_class, item.name, {}, is_exchange(item) ? "js-region" : ""});
    }
    keys.push_back({"swatch-line demand", say("demand"), {}});
    const auto controls = element("div", {{"class", "switches"}},
        switcher("dispatch", "year", say("year"), year_choices(years), std::to_string(years.back())) +
            region_selector(view));
    return section("dispatch", say("dispatch.title"), say("dispatch.lead", {same(std::to_string(days.size()))}),
        figure({.id = "dispatch",
            .title = say("dispatch.figure"),
            .note = say("dispatch.note"),
            .controls = controls,
            .drawing = legend(keys) + panels,
            .table = dispatch_table(days, items, dispatch, years)}));
}

}  // namespace ecumene::output
