// Lines between regions: what flows, where it is full, what is built.
#include <algorithm>
#include <map>

#include "output/figure.hpp"
#include "output/flow_map.hpp"
#include "output/markup.hpp"
#include "output/sections.hpp"
#include "output/tile_map.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

constexpr double often = 0.2;  // of the year
constexpr double hours = 8760;

// Electricity links of one pair of regions drawn as one; listed from the region that comes first.
std::vector<Flow> flows_of(const PlanView& view, int year) {
    const auto& t = view.table("flows");
    std::map<std::pair<std::string, std::string>, Flow> pairs;
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const auto carrier = view.carrier_of(text_at(t, row, "technology"));
        if (year_at(t, row) != year || (!carrier.empty() && carrier != view.electricity())) continue;
        auto from = text_at(t, row, "origin"), to = text_at(t, row, "destination");
        double forward = number_at(t, row, "forward"), backward = number_at(t, row, "backward");
        if (to < from) {
            std::swap(from, to);
            std::swap(forward, backward);
        }
        auto& flow = pairs[{from, to}];
        flow.origin = from;
        flow.destination = to;
        flow.forward += forward;
        flow.backward += backward;
        flow.is_often_full = flow.is_often_full || number_at(t, row, "full_hours_share") > often;
    }
    std::vector<Flow> flows;
    for (auto& [key, flow] : pairs) {
        const auto from = view.region(flow.origin), to = view.region(flow.destination);
        flow.title = say(
            "links.hover", {from, to, amount(flow.forward, Measure::energy), amount(flow.backward, Measure::energy)});
        flows.push_back(flow);
    }
    return flows;
}

// Lines and pipes by the hour; what moves by the year is counted in its own unit.
bool is_by_the_hour(const Frame& flows, std::size_t row) {
    return text_at(flows, row, "unit") == "MW";
}

Bilingual link_name(const PlanView& view, const Frame& flows, std::size_t row) {
    const auto from = view.region(text_at(flows, row, "origin")), to = view.region(text_at(flows, row, "destination"));
    // The arrow stays with what it points to.
    return {from.en + " →\u00a0" + to.en, from.ko + " →\u00a0" + to.ko};
}

TableCell share_cell(double share) {
    return number_cell(share, Measure::share, 0, share > often ? "bad" : "");
}

DataTable links_table(const PlanView& view, int year) {
    const auto& t = view.table("flows");
    DataTable table({text_title(say("link"), "link"), text_title(say("technology"), "technology"),
                        number_title(with_unit("capacity", Measure::power), "capacity_MW"),
                        number_title(with_unit("built", Measure::power), "built_MW"),
                        number_title(with_unit("links.forward", Measure::energy), "forward_MWh"),
                        number_title(with_unit("links.backward", Measure::energy), "backward_MWh"),
                        number_title(with_unit("links.use", Measure::share), "utilisation"),
                        number_title(with_unit("links.full", Measure::share), "full_hours_share"),
                        number_title(with_unit("links.rent", Measure::small_money), "congestion_rent_MKRW")},
        "dense");
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t row = 0; row < t.rows(); ++row)
        if (year_at(t, row) == year && is_by_the_hour(t, row))
            order.emplace_back(-number_at(t, row, "congestion_rent"), row);
    std::sort(order.begin(), order.end());
    for (const auto& [rent, row] : order) {
        const double capacity = number_at(t, row, "capacity"), forward = number_at(t, row, "forward"),
                     backward = number_at(t, row, "backward");
        table.add({word_cell(link_name(view, t, row), text_at(t, row, "link")),
            word_cell(view.technology(text_at(t, row, "technology")), text_at(t, row, "technology")),
            number_cell(capacity, Measure::power, 2), number_cell(number_at(t, row, "built"), Measure::power, 2),
            number_cell(forward, Measure::energy, 1), number_cell(backward, Measure::energy, 1),
            number_cell(capacity > 0 ? (forward + backward) / (capacity * hours) : 0.0, Measure::share, 0),
            share_cell(number_at(t, row, "full_hours_share")),
            number_cell(number_at(t, row, "congestion_rent"), Measure::small_money, 0)});
    }
    return table;
}

// Lines built in any year, most first.
std::string built_sentence(const PlanView& view) {
    const auto& t = view.table("flows");
    std::map<std::pair<std::string, std::string>, double> built;
    for (std::size_t row = 0; row < t.rows(); ++row)
        if (is_by_the_hour(t, row) && number_at(t, row, "built") >= 1)
            built[{text_at(t, row, "origin"), text_at(t, row, "destination")}] += number_at(t, row, "built");
    if (built.empty()) return paragraph(say("links.none_built"));
    std::vector<std::pair<double, Bilingual>> order;
    double total = 0;
    for (const auto& [ends, power] : built) {
        const auto a = view.region(ends.first), b = view.region(ends.second), size = amount(power, Measure::power);
        order.emplace_back(-power, Bilingual{a.en + "–" + b.en + " " + size.en, a.ko + "–" + b.ko + " " + size.ko});
        total += power;
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Bilingual> named;
    for (std::size_t i = 0; i < std::min<std::size_t>(4, order.size()); ++i) named.push_back(order[i].second);
    return paragraph(
        say("links.built", {same(std::to_string(view.years().back())), amount(total, Measure::power), listed(named)}));
}

TableCell amount_cell(double value, Measure measure) {
    auto cell = number_cell(value, measure, 1);
    cell.shown = amount(value, measure);
    return cell;
}

// What moves by the year, such as captured CO2: a row for each link and year in which a noticeable amount moves.
std::string yearly_figure(const PlanView& view) {
    constexpr double noticed = 1.0;
    const auto& t = view.table("flows");
    DataTable table({text_title(say("link"), "link"), text_title(say("technology"), "technology"),
        text_title(say("year"), "year"), text_title(say("links.forward"), "forward"),
        text_title(say("links.backward"), "backward"), text_title(say("capacity"), "capacity")});
    bool is_empty = true;
    for (std::size_t row = 0; row < t.rows(); ++row) {
        const double forward = number_at(t, row, "forward"), backward = number_at(t, row, "backward");
        if (is_by_the_hour(t, row) || std::max(forward, backward) < noticed) continue;
        is_empty = false;
        const auto measure = measure_of(text_at(t, row, "unit"));
        table.add({word_cell(link_name(view, t, row), text_at(t, row, "link")),
            word_cell(view.technology(text_at(t, row, "technology")), text_at(t, row, "technology")),
            year_cell(year_at(t, row)), amount_cell(forward, measure), amount_cell(backward, measure),
            amount_cell(number_at(t, row, "capacity"), measure)});
    }
    if (is_empty) return {};
    return figure({.id = "links-by-year",
        .title = say("links.by_year"),
        .note = say("links.by_year.note"),
        .drawing = table.html(title_id("links-by-year")),
        .table = table});
}

}  // namespace

std::string links_section(const PlanView& view) {
    if (view.table("flows").rows() == 0) return {};
    const auto chosen = view.years().back();
    double greatest = 0;
    for (const int year : view.years())
        for (const auto& flow : flows_of(view, year)) greatest = std::max(greatest, flow.forward + flow.backward);
    const auto key_items =
        legend({{"swatch-line flow-key", say("links.key"), {}}, {"swatch-line full-key", say("links.key_full"), {}}});
    std::string panels;
    for (const int year : view.years()) {
        const auto key = std::to_string(year), id = "links-" + key;
        const auto map = have_places(places_of(view.regions()))
                             ? flow_map(view, flows_of(view, year), greatest, title_id(id)) + key_items
                             : std::string{};
        panels += panel("links", {{"year", key}}, year == chosen,
            figure({.id = id,
                .title = say("links.figure", {same(key)}),
                .note = say("links.figure.note"),
                .drawing = element("div", {{"class", "flow-map"}}, map),
                .table = links_table(view, year),
                .place = TablePlace::open,
                .css_class = "pair long"}));
    }
    const auto controls = element("div", {{"class", "switches"}},
        switcher("links", "year", say("year"), year_choices(view.years()), std::to_string(chosen)));
    return section(
        "links", say("links.title"), say("links.lead"), built_sentence(view) + controls + panels + yearly_figure(view));
}

}  // namespace ecumene::output
