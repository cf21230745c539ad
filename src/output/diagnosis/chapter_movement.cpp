// Why emissions moved: factors of change as waterfalls, growth against emissions, and what a region owes to its industries.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/frame.hpp"
#include "output/charts/rows.hpp"
#include "output/charts/scatter.hpp"
#include "output/diagnosis/chapters.hpp"
#include "output/diagnosis/choice.hpp"
#include "output/markup.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

using diagnosis::DecouplingOf;
using diagnosis::DecouplingState;
using diagnosis::KayaChange;

constexpr std::size_t most_places = 30;

std::string price_key(const KayaChange& change) {
    return output::price_key(change.measure, change.prices);
}

Bilingual span_text(int first, int last) {
    return same(std::to_string(first) + "–" + std::to_string(last));
}

Waterfall waterfall_of(const KayaChange& change) {
    Waterfall chart{.first_name = same(std::to_string(change.first_year)),
        .last_name = same(std::to_string(change.last_year)),
        .first = change.first / 1e6,
        .last = change.last / 1e6,
        .unit = unit_of(Measure::emissions),
        .decimals = change.last >= 1e7 ? 1 : 2,
        .labelled_by = title_id("lmdi")};
    for (const auto& effect : change.effects) chart.steps.push_back({effect.name, effect.value / 1e6});
    return chart;
}

Bilingual change_title(const DiagnosisView& view, const KayaChange& change) {
    return say("d.lmdi.panel", {view.place(change.place, change.name), span_text(change.first_year, change.last_year),
                                   price_name(change.measure, change.prices), say("d.cells." + change.cells)});
}

DataTable kaya_table(const DiagnosisView& view) {
    DataTable table(
        {text_title(say("region"), "place"), text_title(say("d.cells"), "cells"), text_title(say("d.prices"), "prices"),
            text_title(say("d.chaining"), "chaining"), number_title(say("d.from_year"), "first_year"),
            number_title(say("d.to_year"), "last_year"), text_title(say("d.effect"), "effect"),
            number_title(with_unit("d.effect_size", Measure::emissions), "value_tCO2eq"),
            text_title(say("d.status"), "status")},
        "dense");
    for (const auto& change : view.full().movement.changes) {
        const bool is_chained = change.chaining == diagnosis::Chaining::chained;
        const auto add = [&](const Bilingual& name, const std::string& id, double value) {
            table.add({word_cell(view.place(change.place, change.name), change.place),
                word_cell(say("d.cells." + change.cells), change.cells),
                word_cell(price_name(change.measure, change.prices), price_key(change)),
                word_cell(say(is_chained ? "d.chained" : "d.fixed_base"), is_chained ? "chained" : "fixed_base"),
                year_cell(change.first_year), year_cell(change.last_year), word_cell(name, id),
                number_cell(value, Measure::emissions, 2), word_cell(status_word(change.status), change.status)});
        };
        for (const auto& effect : change.effects) add(effect.name, effect.id, effect.value);
        if (change.effects.empty())
            add(say("d.refused", {change.reason}), "refused", blank);
        else
            add(say("d.whole_change"), "change", change.change());
    }
    return table;
}

Bilingual movement_finding(const DiagnosisView& view, const std::vector<const KayaChange*>& changes) {
    const auto best = best_prices(view.full().movement);
    const auto nation = std::find_if(changes.begin(), changes.end(), [&](const KayaChange* change) {
        return change->level == "nation" && price_key(*change) == best && !change->effects.empty();
    });
    if (nation == changes.end()) return {};
    std::vector<Bilingual> parts;
    for (const auto& effect : (*nation)->effects)
        parts.push_back(say("d.lmdi.part", {effect.name, signed_amount(effect.value, Measure::emissions)}));
    return say("d.lmdi.finding",
        {view.place((*nation)->place, (*nation)->name), span_text((*nation)->first_year, (*nation)->last_year),
            signed_amount((*nation)->change(), Measure::emissions), listed(parts)});
}

void add_waterfalls(const DiagnosisView& view, Chapter& chapter) {
    const auto changes = shown_changes(view.full().movement.changes);
    if (changes.empty()) return;
    const auto best = best_prices(view.full().movement);
    std::vector<Choice> places, prices;
    std::vector<ChapterPanel> panels;
    std::set<std::string> known_places, known_prices;
    for (const auto* change : changes) {
        if (known_places.count(change->place) == 0 && known_places.size() == most_places) continue;
        if (known_places.insert(change->place).second)
            places.push_back({change->place, view.place(change->place, change->name)});
        if (known_prices.insert(price_key(*change)).second)
            prices.push_back({price_key(*change), price_name(change->measure, change->prices)});
        const bool is_drawn = !change->effects.empty();
        panels.push_back({.place = {{"place", change->place}, {"prices", price_key(*change)}},
            .picture_name = file_word(change->place + "-" + change->measure + "-" + change->prices),
            .picture_title = change_title(view, *change),
            .drawing = is_drawn ? waterfall(waterfall_of(*change)) : Drawing{},
            .text = is_drawn ? "" : paragraph(say("d.refused", {change->reason}), "lacks")});
    }
    const auto first_place = places.front().key;
    const auto controls = element("div", {{"class", "switches"}},
        switcher("lmdi", "place", say("region"), places, first_place) +
            (prices.size() > 1 ? switcher("lmdi", "prices", say("d.prices"), prices, best) : std::string{}));
    chapter.panels({.id = "lmdi",
                       .title = say("d.lmdi.figure", {unit_of(Measure::emissions)}),
                       .note = say("d.lmdi.note"),
                       .table = kaya_table(view)},
        controls, panels, {{"place", first_place}, {"prices", best}});
}

// --- decoupling -----------------------------------------------------------------------------------------------------------

struct StateLook {
    std::size_t mark;
    const char* css_class;
};

// Better than growth, in step with it, worse.
StateLook look_of(DecouplingState state) {
    switch (state) {
        case DecouplingState::strong_decoupling: return {0, "s0"};
        case DecouplingState::weak_decoupling:
        case DecouplingState::recessive_decoupling: return {1, "s4"};
        case DecouplingState::expansive_coupling:
        case DecouplingState::recessive_coupling: return {2, "s6"};
        default: return {3, "s3"};
    }
}

std::vector<NamedArea> tapio_areas() {
    using diagnosis::coupling_from, diagnosis::coupling_to, diagnosis::name_of;
    return {{name_of(DecouplingState::strong_decoupling), -unbounded_slope, 0, true},
        {name_of(DecouplingState::weak_decoupling), 0, coupling_from, true},
        {name_of(DecouplingState::expansive_coupling), coupling_from, coupling_to, true},
        {name_of(DecouplingState::expansive_negative_decoupling), coupling_to, unbounded_slope, true},
        {name_of(DecouplingState::strong_negative_decoupling), -unbounded_slope, 0, false},
        {name_of(DecouplingState::weak_negative_decoupling), 0, coupling_from, false},
        {name_of(DecouplingState::recessive_coupling), coupling_from, coupling_to, false},
        {name_of(DecouplingState::recessive_decoupling), coupling_to, unbounded_slope, false}};
}

std::vector<const DecouplingOf*> decoupling_in(const DiagnosisView& view, const std::string& prices) {
    std::vector<const DecouplingOf*> regions, groups;
    for (const auto& one : view.full().movement.decoupling) {
        if (output::price_key(one.measure, one.prices) != prices || !has_state(one)) continue;
        if (one.level == "region") regions.push_back(&one);
        if (one.level == "group") groups.push_back(&one);
    }
    return regions.empty() ? groups : regions;
}

DataTable decoupling_table(const DiagnosisView& view) {
    DataTable table({text_title(say("region"), "place"), text_title(say("d.prices"), "prices"),
        number_title(say("d.from_year"), "first_year"), number_title(say("d.to_year"), "last_year"),
        number_title(with_unit("d.product_change", Measure::share), "product_change"),
        number_title(with_unit("d.emissions_change", Measure::share), "emissions_change"),
        number_title(say("d.elasticity"), "elasticity"), text_title(say("d.state"), "state"),
        text_title(say("d.status"), "status")});
    for (const auto& one : view.full().movement.decoupling) {
        auto state = diagnosis::name_of(one.figure.state);
        if (!one.figure.reason.en.empty())
            state = {state.en + ": " + one.figure.reason.en, state.ko + ": " + one.figure.reason.ko};
        table.add({word_cell(view.place(one.place, one.name), one.place),
            word_cell(price_name(one.measure, one.prices), output::price_key(one.measure, one.prices)),
            year_cell(one.first_year), year_cell(one.last_year),
            number_cell(one.figure.product_change, Measure::share, 1),
            number_cell(one.figure.emissions_change, Measure::share, 1), plain_cell(one.figure.elasticity, 2),
            word_cell(state, id_of(one.figure.state)), word_cell(status_word(one.status), one.status)});
    }
    return table;
}

void add_decoupling(const DiagnosisView& view, Chapter& chapter) {
    if (view.full().movement.decoupling.empty()) return;
    const auto prices = best_decoupling_prices(view.full().movement);
    const auto shown_ones = decoupling_in(view, prices);
    ScatterChart chart{.guides = {{diagnosis::coupling_from, "dashed"}, {diagnosis::coupling_to, "dashed"}},
        .areas = tapio_areas(),
        .x_title = say("d.tapio.x"),
        .y_title = say("d.tapio.y"),
        .labelled_by = title_id("decoupling")};
    for (const auto* one : shown_ones) {
        const auto look = look_of(one->figure.state);
        chart.points.push_back({view.place(one->place, one->name), 100 * one->figure.product_change,
            100 * one->figure.emissions_change, look.mark, look.css_class});
    }
    const auto title =
        shown_ones.empty()
            ? say("d.tapio.table")
            : say("d.tapio.figure", {span_text(shown_ones.front()->first_year, shown_ones.front()->last_year),
                                        price_name(shown_ones.front()->measure, shown_ones.front()->prices)});
    chapter.chart({.id = "decoupling",
        .title = title,
        .note = say("d.tapio.note"),
        .drawing = scatter(chart),
        .table = decoupling_table(view)});
}

// --- industries -----------------------------------------------------------------------------------------------------------

DataTable shift_table(const DiagnosisView& view) {
    DataTable table({text_title(say("region"), "region"), text_title(say("d.prices"), "prices"),
        number_title(say("d.from_year"), "first_year"), number_title(say("d.to_year"), "last_year"),
        number_title(with_unit("d.shift.change", Measure::money), "change_MKRW"),
        number_title(with_unit("d.shift.nation", Measure::money), "nation_MKRW"),
        number_title(with_unit("d.shift.mix", Measure::money), "mix_MKRW"),
        number_title(with_unit("d.shift.own", Measure::money), "own_MKRW")});
    for (const auto& one : view.full().movement.industries)
        table.add({word_cell(view.place(one.region, one.name), one.region),
            word_cell(price_name(one.measure, one.prices), output::price_key(one.measure, one.prices)),
            year_cell(one.first_year), year_cell(one.last_year), number_cell(one.parts.change, Measure::money, 2),
            number_cell(one.parts.nation, Measure::money, 2), number_cell(one.parts.mix, Measure::money, 2),
            number_cell(one.parts.own, Measure::money, 2)});
    return table;
}

RowChart shift_chart(const DiagnosisView& view, const std::string& prices) {
    RowChart chart{.unit = unit_of(Measure::money), .labelled_by = title_id("shift-share")};
    for (const auto& one : view.full().movement.industries) {
        if (output::price_key(one.measure, one.prices) != prices) continue;
        const double apart = one.parts.mix + one.parts.own;
        chart.rows.push_back({.name = view.place(one.region, one.name),
            .to = apart / 1e6,
            .css_class = apart < 0 ? "falls" : "rises",
            .text = signed_figure_text(apart / 1e6, 1)});
    }
    std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const Row& a, const Row& b) { return a.to > b.to; });
    if (chart.rows.size() > most_places) chart.rows.resize(most_places);
    return chart;
}

Bilingual industry_name(const std::string& industry) {
    const auto key = "d.industry." + industry;
    return can_say(key) ? say(key) : same(industry);
}

std::string quotient_class(double quotient) {
    return is_blank(quotient) || quotient < 1.25 ? "" : quotient < 2 ? "q1" : "q2";
}

// Regions down, industries across, of one year.
DataTable quotients_table(const DiagnosisView& view, const Frame& quotients, int year) {
    std::vector<std::string> regions, industries;
    std::map<std::pair<std::string, std::string>, double> values;
    const auto note = [](std::vector<std::string>& list, const std::string& item) {
        if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
    };
    for (std::size_t row = 0; row < quotients.rows(); ++row) {
        if (year_at(quotients, row) != year) continue;
        const auto region = text_at(quotients, row, "region"), industry = text_at(quotients, row, "industry");
        note(regions, region);
        note(industries, industry);
        values[{region, industry}] = number_at(quotients, row, "quotient");
    }
    std::vector<Title> titles{text_title(say("region"), "region")};
    for (const auto& industry : industries) titles.push_back(number_title(industry_name(industry), industry));
    DataTable table(titles, "dense heat");
    for (const auto& region : regions) {
        std::vector<TableCell> cells{word_cell(view.place(region), region)};
        for (const auto& industry : industries) {
            const auto found = values.find({region, industry});
            auto cell = plain_cell(found == values.end() ? blank : found->second, 1);
            cell.css_class = found == values.end() ? "" : quotient_class(found->second);
            cells.push_back(std::move(cell));
        }
        table.add(std::move(cells));
    }
    return table;
}

int last_year_of(const Frame& frame) {
    int year = 0;
    for (std::size_t row = 0; row < frame.rows(); ++row) year = std::max(year, year_at(frame, row));
    return year;
}

}  // namespace

Chapter movement_chapter(const DiagnosisView& view) {
    const auto& movement = view.full().movement;
    Chapter chapter("movement", say("d.movement.title"), say("d.movement.lead"));
    if (movement.changes.empty() && movement.decoupling.empty()) {
        chapter.lacks(movement.gaps);
        if (movement.gaps.empty()) chapter.lacks(say("d.movement.lacks"));
        return chapter;
    }
    chapter.finding(movement_finding(view, shown_changes(movement.changes)));
    add_waterfalls(view, chapter);
    add_decoupling(view, chapter);
    for (const auto& note : movement.notes) chapter.note(note);
    chapter.lacks(movement.gaps);
    return chapter;
}

Chapter industries_chapter(const DiagnosisView& view) {
    const auto& movement = view.full().movement;
    Chapter chapter("industries", say("d.industries.title"), say("d.industries.lead"));
    if (movement.industries.empty()) {
        chapter.lacks(say("d.industries.lacks"));
        return chapter;
    }
    const auto& first = movement.industries.front();
    chapter.chart({.id = "shift-share",
        .title = say("d.shift.figure", {span_text(first.first_year, first.last_year),
                                           price_name(first.measure, first.prices), unit_of(Measure::money)}),
        .note = say("d.shift.note"),
        .drawing = rows(shift_chart(view, output::price_key(first.measure, first.prices))),
        .table = shift_table(view)});
    if (movement.quotients.rows() > 0) {
        const int year = last_year_of(movement.quotients);
        chapter.chart({.id = "quotients",
            .title = say("d.quotients.figure", {same(std::to_string(year))}),
            .note = say("d.quotients.note"),
            .table = quotients_table(view, movement.quotients, year)});
    }
    return chapter;
}

}  // namespace ecumene::output
