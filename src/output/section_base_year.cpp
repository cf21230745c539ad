// The plan's first year beside official figures: what fits, what does not, and by how much.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/frame.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

Bilingual item_name(const PlanView& view, const std::string& indicator, const std::string& item) {
    if (item == "total" || item.empty()) return say("total");
    if (indicator == "emissions" && can_say("sector." + item)) return say("sector." + item);
    for (const auto& group : view.groups())
        if (group.code == item) return group.name;
    return view.technology(item);
}

// Misses first; of these the nation's, then those that are widest in energy, power or tonnes rather than in per cent.
std::vector<std::size_t> misses_first(const Frame& t, const std::string& nation) {
    std::vector<std::size_t> order(t.rows());
    for (std::size_t row = 0; row < order.size(); ++row) order[row] = row;
    const auto rank = [&](std::size_t row) {
        const double miss = std::abs(number_at(t, row, "model") - number_at(t, row, "official"));
        const auto measure = measure_of(text_at(t, row, "unit"));
        return std::tuple(text_at(t, row, "within") == "yes" ? 1 : 0, text_at(t, row, "region") == nation ? 0 : 1,
            is_blank(miss) ? 0.0 : -scaled(miss, measure, Language::en));
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return order;
}

std::string national_verdict(std::size_t all, std::size_t within) {
    if (all == 0) return {};
    return paragraph(say("check.nation", {same(std::to_string(all)), same(std::to_string(within))}));
}

}  // namespace

std::string base_year_section(const PlanView& view) {
    const auto& t = view.table("base_year_check");
    if (t.rows() == 0) return {};
    DataTable table({text_title(say("check.indicator"), "indicator"), text_title(say("region"), "region"),
        text_title(say("check.item"), "item"), number_title(say("check.model"), "model"),
        number_title(say("check.official"), "official"), text_title(say("unit"), "unit"),
        number_title(say("check.difference"), "difference"),
        number_title(with_unit("check.tolerance", Measure::share), "tolerance"),
        text_title(say("check.within"), "within"), text_title(say("check.official_year"), "official_year"),
        text_title(say("source"), "source")});
    std::size_t within = 0, national = 0, national_within = 0;
    for (const auto row : misses_first(t, view.input().settings.nation)) {
        const bool fits = text_at(t, row, "within") == "yes";
        within += fits ? 1 : 0;
        if (text_at(t, row, "region") == view.input().settings.nation) {
            ++national;
            national_within += fits ? 1 : 0;
        }
        const auto unit = text_at(t, row, "unit");
        const auto measure = measure_of(unit);
        const auto indicator = text_at(t, row, "indicator"), key = "check." + indicator;
        TableCell unit_cell = word_cell(unit_of(measure), unit);
        const double difference = number_at(t, row, "difference"), official = number_at(t, row, "official");
        const int decimals = scaled(std::abs(official), measure, Language::en) < 10 ? 2 : 1;
        TableCell difference_cell{is_blank(difference) ? same("–")
                                  : difference > 10    ? same("> +1,000%")
                                                       : signed_amount(difference, Measure::share),
            shortest(difference), fits ? "" : "bad"};
        table.add({word_cell(can_say(key) ? say(key) : same(indicator), indicator),
            word_cell(view.region(text_at(t, row, "region")), text_at(t, row, "region")),
            word_cell(item_name(view, indicator, text_at(t, row, "item")), text_at(t, row, "item")),
            number_cell(number_at(t, row, "model"), measure, decimals), number_cell(official, measure, decimals),
            unit_cell, difference_cell, number_cell(number_at(t, row, "tolerance"), Measure::share, 0),
            word_cell(fits ? say("check.yes") : say("check.no"), fits ? "yes" : "no", fits ? "good" : "bad"),
            year_cell(static_cast<int>(number_at(t, row, "official_year"))),
            word_cell(same(text_at(t, row, "source")))});
    }
    const auto total = same(std::to_string(t.rows()));
    const auto year = same(std::to_string(static_cast<int>(number_at(t, 0, "model_year"))));
    const auto verdict =
        within == t.rows()
            ? say("check.all", {total})
            : say("check.some", {total, same(std::to_string(within)), same(std::to_string(t.rows() - within))});
    return section("check", say("check.title"), say("check.lead", {year}),
        paragraph(verdict, "finding") + national_verdict(national, national_within) +
            figure({.id = "check",
                .title = say("check.figure"),
                .note = say("check.note"),
                .table = table,
                .place = TablePlace::open,
                .css_class = "long"}));
}

}  // namespace ecumene::output
