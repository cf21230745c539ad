// Where the figures come from, what their status words mean, and what this plan does not hold.
#include "output/document.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

std::string limits(const PlanView& view) {
    std::vector<std::string> keys{"limits.power"};
    if (is_of_many_sectors(view)) keys = {"limits.sectors", "limits.freight"};
    keys.insert(keys.end(), {"limits.stock", "limits.weather", "limits.network", "limits.behaviour"});
    keys.emplace_back(view.table("jobs").rows() > 0 ? "limits.jobs_direct" : "limits.jobs");
    std::string list;
    for (const auto& key : keys) list += element("li", {}, words(say(key)));
    return element("h3", {}, words(say("limits.title"))) + element("ul", {{"class", "sentences"}}, list);
}

std::string sources_figure(const PlanView& view) {
    const auto& t = view.package("sources");
    if (t.rows() == 0) return {};
    DataTable table({text_title(say("source"), "source"), text_title(say("source.title"), "title"),
                        text_title(say("source.publisher"), "publisher"), text_title(say("year"), "year"),
                        text_title(say("source.licence"), "licence")},
        "prose");
    for (std::size_t row = 0; row < t.rows(); ++row) {
        std::vector<TableCell> cells;
        for (const auto column : {"source", "title", "publisher", "year", "licence"})
            cells.push_back(word_cell(same(text_at(t, row, column))));
        table.add(std::move(cells));
    }
    return figure({.id = "sources",
        .title = say("sources.figure", {same(std::to_string(t.rows()))}),
        .table = table,
        .place = TablePlace::open,
        .css_class = "long"});
}

}  // namespace

std::string sources_section(const PlanView& view) {
    return section("sources", say("sources.title"), {}, limits(view) + meanings_of_statuses() + sources_figure(view));
}

}  // namespace ecumene::output
