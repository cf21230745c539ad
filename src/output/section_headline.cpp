// Is the target reached, what does it cost, what to build first and where, and how sure is that.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/frame.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/proof.hpp"
#include "output/quantity.hpp"
#include "output/sections.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

// A year's row of the summary table.
struct YearSummary {
    int year{};
    double net{}, cap{}, carbon_price{}, cost{}, cost_per_head{}, clean_share{}, unserved{}, demand{};
    bool has_cap() const { return !is_blank(cap); }
    // Within the certificate's own tolerance.
    bool is_kept() const { return !has_cap() || net <= cap + 1e-4 * (1 + std::abs(cap)); }
};

std::vector<YearSummary> summaries(const PlanView& view) {
    const auto& t = view.table("summary");
    std::vector<YearSummary> out;
    for (std::size_t row = 0; row < t.rows(); ++row)
        out.push_back({year_at(t, row), number_at(t, row, "net_emissions"), number_at(t, row, "cap"),
            number_at(t, row, "carbon_price"), number_at(t, row, "cost"), number_at(t, row, "cost_per_head"),
            number_at(t, row, "clean_share"), number_at(t, row, "unserved"), number_at(t, row, "demand")});
    std::sort(out.begin(), out.end(), [](const YearSummary& a, const YearSummary& b) { return a.year < b.year; });
    return out;
}

Bilingual verdict(const std::vector<YearSummary>& years) {
    const auto& last = years.back();
    std::vector<Bilingual> missed;
    bool has_caps = false;
    for (const auto& y : years) {
        has_caps = has_caps || y.has_cap();
        if (!y.is_kept())
            missed.push_back(
                say("headline.missed_year", {same(std::to_string(y.year)), amount(y.net - y.cap, Measure::emissions)}));
    }
    const auto first_year = same(std::to_string(years.front().year)), last_year = same(std::to_string(last.year));
    const auto from = amount(years.front().net, Measure::emissions), to = amount(last.net, Measure::emissions);
    if (!has_caps) return say("headline.no_cap", {first_year, from, last_year, to});
    if (!missed.empty()) return say("headline.missed", {listed(missed)});
    return say("headline.met", {first_year, from, last_year, to});
}

// Demand that stays unserved, year by year; empty where all is served but for the solver's tolerance.
Bilingual shortfall(const std::vector<YearSummary>& years) {
    std::vector<Bilingual> named;
    for (const auto& y : years)
        if (y.unserved > 1e-6 * y.demand)
            named.push_back(
                say("headline.short_year", {same(std::to_string(y.year)), amount(y.unserved, Measure::link_energy),
                                               amount(y.unserved / y.demand, Measure::share)}));
    return named.empty() ? Bilingual{} : say("headline.short", {listed(named)});
}

std::string cards(const std::vector<YearSummary>& years) {
    const auto &first = years.front(), &last = years.back();
    const auto first_year = same(std::to_string(first.year)), last_year = same(std::to_string(last.year));
    std::string out = card(say("headline.emissions", {last_year}), amount(last.net, Measure::emissions),
        last.has_cap() ? say("headline.emissions_note", {amount(last.cap, Measure::emissions)})
                       : say("headline.no_cap_note"));
    out += card(say("headline.clean", {last_year}), amount(last.clean_share, Measure::share),
        say("headline.from", {first_year, amount(first.clean_share, Measure::share)}));
    out += card(say("headline.cost", {last_year}), amount(last.cost_per_head, Measure::per_head),
        say("headline.cost_note", {amount(last.cost, Measure::money)}));
    if (is_edge_price(last.carbon_price))
        out += card(say("headline.carbon", {last_year}), say("headline.carbon_edge"), say("headline.carbon_edge_note"));
    else if (!is_blank(last.carbon_price) && last.carbon_price > 0)
        out += card(say("headline.carbon", {last_year}), amount(last.carbon_price, Measure::carbon_price),
            say("headline.carbon_note"));
    return element("dl", {{"class", "cards"}}, out);
}

// "Solar 12.4 GW - most in Jeonnam (3.2 GW) and Gyeongbuk (2.1 GW)", largest groups first.
std::string first_steps(const PlanView& view) {
    const auto builds = first_builds(view, 2);
    std::map<std::string, double> by_group;
    for (const auto& [key, value] : builds.all()) by_group[key[1]] += value;
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [group, value] : by_group) order.emplace_back(-value, group);
    std::sort(order.begin(), order.end());
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i) {
        const auto& group = order[i].second;
        std::vector<std::pair<double, std::string>> places;
        for (const auto& [key, value] : builds.all())
            if (key[1] == group) places.emplace_back(-value, key[0]);
        std::sort(places.begin(), places.end());
        std::vector<Bilingual> named;
        for (std::size_t p = 0; p < std::min<std::size_t>(3, places.size()); ++p)
            named.push_back(
                say("headline.place", {view.region(places[p].second), amount(-places[p].first, Measure::power)}));
        const auto& g = view.group(group);
        list += element("li", {},
            element("i", {{"class", "swatch " + g.css_class}}, "") +
                element("b", {}, words(g.name) + " " + words(amount(-order[i].first, Measure::power))) + " " +
                element("span", {}, words(say("headline.mostly", {listed(named)}))));
    }
    if (list.empty()) return {};
    const auto span = view.years().size() > 1 ? std::to_string(view.years()[1]) : std::to_string(view.years().front());
    return element("div", {{"class", "first-steps"}},
        element("h3", {},
            words(
                say(is_of_many_sectors(view) ? "headline.build_first_power" : "headline.build_first", {same(span)}))) +
            element("ol", {}, list));
}

TableCell carbon_cell(double price) {
    auto cell = number_cell(price, Measure::carbon_price, 1);
    if (is_edge_price(price)) cell.shown = say("headline.carbon_edge");
    return cell;
}

DataTable year_table(const std::vector<YearSummary>& years) {
    double greatest_net = 0, greatest_cost = 0;
    for (const auto& y : years) {
        greatest_net = std::max(greatest_net, std::abs(y.net) / 1e6);
        greatest_cost = std::max(greatest_cost, y.cost / 1e6);
    }
    const int net_decimals = std::max(1, decimals_of_column(greatest_net)),
              cost_decimals = std::max(1, decimals_of_column(greatest_cost));
    DataTable table({text_title(say("year"), "year"),
        number_title(with_unit("net_emissions", Measure::emissions), "net_emissions_tCO2eq"),
        number_title(with_unit("cap", Measure::emissions), "cap_tCO2eq"), text_title(say("reached"), "reached"),
        number_title(with_unit("cost", Measure::money), "cost_MKRW"),
        number_title(with_unit("cost_per_head", Measure::per_head), "cost_per_head_KRW"),
        number_title(with_unit("carbon_price", Measure::carbon_price), "carbon_price_KRW_per_t"),
        number_title(with_unit("clean_share", Measure::share), "clean_share"),
        number_title(with_unit("unserved", Measure::link_energy), "unserved_MWh")});
    for (const auto& y : years)
        table.add({year_cell(y.year), number_cell(y.net, Measure::emissions, net_decimals),
            number_cell(y.cap, Measure::emissions, net_decimals),
            y.has_cap() ? word_cell(y.is_kept() ? say("reached.yes") : say("reached.no"), y.is_kept() ? "yes" : "no",
                              y.is_kept() ? "good" : "bad")
                        : word_cell(same("–"), "no cap"),
            number_cell(y.cost, Measure::money, cost_decimals), number_cell(y.cost_per_head, Measure::per_head, 1),
            carbon_cell(y.carbon_price), number_cell(y.clean_share, Measure::share, 1),
            number_cell(y.unserved, Measure::link_energy, 0)});
    return table;
}

std::string shortfall_note(const std::vector<YearSummary>& years) {
    const auto text = shortfall(years);
    return text.en.empty() ? std::string{} : paragraph(text, "finding warns");
}

}  // namespace

std::string headline_section(const PlanView& view) {
    const auto years = summaries(view);
    if (years.empty()) return {};
    std::string inner = element("p", {{"class", "verdict"}}, words(verdict(years))) + shortfall_note(years) +
                        cards(years) + first_steps(view);
    inner += figure({.id = "target",
        .title = say("target.title"),
        .note = say(is_of_many_sectors(view) ? "target.note.sectors" : "target.note"),
        .table = year_table(years),
        .place = TablePlace::open});
    return element("section", {{"id", "result"}, {"class", "headline"}}, inner) + "\n";
}

}  // namespace ecumene::output
