// What the plan leans on: how far the total cost moves when an input moves, and how much of that input is a guess.
#include <algorithm>
#include <cmath>

#include "core/frame.hpp"
#include "output/chart_bars.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/policy_names.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

Bilingual input_subject(const PlanView& view, const std::string& subject) {
    const auto& carriers = view.package("carriers");
    for (std::size_t row = 0; row < carriers.rows(); ++row)
        if (text_at(carriers, row, "carrier") == subject)
            return {text_at(carriers, row, "name_en"), text_at(carriers, row, "name_ko")};
    if (const auto key = "input.subject." + subject; can_say(key)) return say(key);
    return view.technology(subject);
}

// "solar.investment" -> "Solar, ground: investment cost"; "link_group:capital_import" -> its policy's name.
Bilingual input_name(const PlanView& view, const std::string& input) {
    if (const auto name = policy_name(view, input); !name.en.empty()) return name;
    const auto dot = input.rfind('.');
    if (dot == std::string::npos) return input_subject(view, input);
    const auto first = input.substr(0, dot), second = input.substr(dot + 1);
    if (first == "demand") return say("input.demand", {input_subject(view, second)});
    const auto key = "input." + second;
    return can_say(key) ? say(key, {input_subject(view, first)}) : same(input);
}

}  // namespace

std::string estimates_section(const PlanView& view) {
    const auto& t = view.table("sensitivity");
    if (t.rows() == 0) return {};
    std::vector<std::size_t> order(t.rows());
    for (std::size_t row = 0; row < order.size(); ++row) order[row] = row;
    const auto size = [&](std::size_t row) {
        return is_blank(number_at(t, row, "share")) ? 0.0 : std::abs(number_at(t, row, "share"));
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return size(a) > size(b); });

    DataTable table({text_title(say("estimates.input"), "input"),
        number_title(with_unit("estimates.share", Measure::share), "share"),
        number_title(with_unit("estimates.change", Measure::money), "change_MKRW"),
        number_title(with_unit("estimates.estimated", Measure::share), "estimated_share")});
    std::vector<BarRow> rows;
    const double greatest = std::max(size(order.front()), 1e-12);
    for (const auto row : order) {
        const double share = number_at(t, row, "share"), guessed = number_at(t, row, "estimated_share");
        const auto name = input_name(view, text_at(t, row, "input"));
        table.add({word_cell(name, text_at(t, row, "input")), number_cell(share, Measure::share, 2),
            number_cell(number_at(t, row, "change"), Measure::money, 1), number_cell(guessed, Measure::share, 0)});
        if (rows.size() >= 14 || size(row) < 1e-5) continue;
        const double part = is_blank(guessed) ? 0.0 : guessed, width = size(row) / greatest;
        rows.push_back({name,
            {{"estimated", say("estimates.is_estimated", {amount(part, Measure::share)}), width * part, {}},
                {"reported", say("estimates.is_reported", {amount(1 - part, Measure::share)}), width * (1 - part), {}}},
            signed_amount(share, Measure::share), {}});
    }
    const auto keys =
        legend({{"estimated", say("estimates.key_estimated"), {}}, {"reported", say("estimates.key_reported"), {}}});
    return section("estimates", say("estimates.title"), say("estimates.lead"),
        figure({.id = "estimates",
            .title = say("estimates.figure"),
            .note = say("estimates.note"),
            .drawing = keys + bars(rows),
            .table = table}));
}

}  // namespace ecumene::output
