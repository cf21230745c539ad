// Who pays: cost of what stands in a region beside cost its people bear once trade is counted.
#include <algorithm>
#include <cmath>

#include "output/chart_bars.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

struct Burden {
    Sums located, borne;  // {region, year}, KRW a head
    double low{}, high{};
};

Burden burden_of(const PlanView& view) {
    const auto& t = view.table("burden");
    Burden b{sum_by(t, {"region", "year"}, "located_per_head"), sum_by(t, {"region", "year"}, "borne_per_head"), 0, 0};
    for (const auto* sums : {&b.located, &b.borne})
        for (const auto& [key, value] : sums->all()) {
            b.low = std::min(b.low, value);
            b.high = std::max(b.high, value);
        }
    return b;
}

std::vector<std::string> by_burden(const PlanView& view, const Burden& b, const std::string& year) {
    std::vector<std::string> codes;
    for (const auto& region : view.regions())
        if (b.borne.has({region.code, year})) codes.push_back(region.code);
    std::stable_sort(codes.begin(), codes.end(), [&](const auto& x, const auto& y) {
        return b.borne.at({x, year}) > b.borne.at({y, year});
    });
    return codes;
}

std::string year_spans(const PlanView& view, const Burden& b, const std::string& year) {
    std::vector<SpanRow> rows;
    const auto place = [&](double value) { return (value - b.low) / std::max(b.high - b.low, 1e-9); };
    for (const auto& code : by_burden(view, b, year)) {
        const double located = b.located.at({code, year}), borne = b.borne.at({code, year});
        const auto from = amount(located, Measure::per_head), to = amount(borne, Measure::per_head);
        rows.push_back({view.region(code), place(located), place(borne), place(0), say("burden.located_is", {from}),
            say("burden.borne_is", {to}), plain_number(borne, Measure::per_head, 0),
            borne > located ? "pays" : "gains"});
    }
    return spans(rows);
}

Bilingual who_pays(const PlanView& view, const Burden& b) {
    const auto year = std::to_string(view.years().back());
    const auto order = by_burden(view, b, year);
    if (order.size() < 2) return {};
    std::vector<std::pair<double, std::string>> more;
    for (const auto& code : order) more.emplace_back(b.borne.at({code, year}) - b.located.at({code, year}), code);
    std::sort(more.begin(), more.end());
    std::vector<Bilingual> gain, pay;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, more.size()); ++i) {
        if (more[i].first < 0)
            gain.push_back(
                say("burden.named", {view.region(more[i].second), amount(-more[i].first, Measure::per_head)}));
        const auto& last = more[more.size() - 1 - i];
        if (last.first > 0)
            pay.push_back(say("burden.named", {view.region(last.second), amount(last.first, Measure::per_head)}));
    }
    auto text = say("burden.extremes",
        {same(year), view.region(order.front()), amount(b.borne.at({order.front(), year}), Measure::per_head),
            view.region(order.back()), amount(b.borne.at({order.back(), year}), Measure::per_head)});
    const auto append = [&](const Bilingual& more_text) {
        text.en += " " + more_text.en;
        text.ko += " " + more_text.ko;
    };
    if (!pay.empty()) append(say("burden.payers", {listed(pay)}));
    if (!gain.empty()) append(say("burden.gainers", {listed(gain)}));
    return text;
}

DataTable burden_table(const PlanView& view) {
    const auto& t = view.table("burden");
    const std::vector<std::string> money{"located", "imports", "exports", "congestion", "borne"};
    std::vector<Title> titles{text_title(say("region"), "region"), text_title(say("year"), "year")};
    for (const auto& name : money)
        titles.push_back(number_title(with_unit("burden." + name, Measure::small_money), name + "_MKRW"));
    titles.push_back(number_title(with_unit("burden.located_per_head", Measure::per_head), "located_per_head_KRW"));
    titles.push_back(number_title(with_unit("burden.borne_per_head", Measure::per_head), "borne_per_head_KRW"));
    DataTable table(titles, "dense");
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const auto code = text_at(t, row, "region");
        std::vector<TableCell> cells{word_cell(view.region(code), code), year_cell(year_at(t, row))};
        for (const auto& name : money) cells.push_back(number_cell(number_at(t, row, name), Measure::small_money, 0));
        for (const auto name : {"located_per_head", "borne_per_head"})
            cells.push_back(number_cell(number_at(t, row, name), Measure::per_head, 1));
        table.add(std::move(cells));
    }
    return table;
}

}  // namespace

std::string burden_section(const PlanView& view) {
    const auto b = burden_of(view);
    if (b.borne.all().empty() || view.years().empty()) return {};
    const auto chosen = std::to_string(view.years().back());
    std::string panels;
    for (const auto& year : view.year_texts())
        panels += panel("burden", {{"year", year}}, year == chosen, year_spans(view, b, year));
    const auto keys = legend({{"dot-hollow", say("burden.located_per_head"), {}},
        {"dot-full pays", say("burden.key_pays"), {}}, {"dot-full gains", say("burden.key_gains"), {}}});
    const auto controls = element(
        "div", {{"class", "switches"}}, switcher("burden", "year", say("year"), year_choices(view.years()), chosen));
    return section("burden", say("burden.title"), say("burden.lead"),
        paragraph(who_pays(view, b), "finding") + figure({.id = "burden",
                                                      .title = say("burden.figure", {unit_of(Measure::per_head)}),
                                                      .note = say("burden.note"),
                                                      .controls = controls,
                                                      .drawing = keys + panels,
                                                      .table = burden_table(view)}));
}

}  // namespace ecumene::output
