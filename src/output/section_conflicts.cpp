// Why there is no plan: which rules cannot hold together, and how far each would have to move.
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/policy_names.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

std::string_view outcome_key(planning::Outcome outcome) {
    switch (outcome) {
        case planning::Outcome::infeasible: return "outcome.infeasible";
        case planning::Outcome::limit: return "outcome.limit";
        case planning::Outcome::cancelled: return "outcome.cancelled";
        default: return "outcome.failed";
    }
}

TableCell policy_cell(const PlanView& view, const planning::Conflict& c) {
    const auto name = policy_name(view, c.policy);
    return word_cell(name.en.empty() ? same(c.policy) : name, c.policy);
}

}  // namespace

std::string conflicts_section(const PlanView& view) {
    const auto& input = view.input();
    const bool has_plan = input.outcome == planning::Outcome::optimal || input.outcome == planning::Outcome::exploring;
    if (has_plan && input.conflicts.empty()) return {};
    std::string inner =
        has_plan ? std::string{} : element("p", {{"class", "verdict"}}, words(say(outcome_key(input.outcome))));
    if (!input.detail.empty() && !has_plan) inner += paragraph(say("outcome.detail", {same(input.detail)}), "note");
    if (!input.conflicts.empty()) {
        std::string list;
        DataTable table(
            {text_title(say("policy"), "policy"), text_title(say("region"), "region"), text_title(say("year"), "year"),
                number_title(say("conflicts.amount"), "amount"), text_title(say("unit"), "unit")});
        for (const auto& c : input.conflicts) {
            list += element("li", {}, words(c.sentence));
            table.add({policy_cell(view, c), word_cell(view.region(c.region), c.region), year_cell(c.year),
                plain_cell(c.amount, decimals_of_column(c.amount)), word_cell(same(c.unit))});
        }
        inner += figure({.id = "conflicts",
            .title = say("conflicts.title"),
            .note = say("conflicts.note"),
            .drawing = element("ol", {{"class", "sentences"}}, list),
            .table = table,
            .place = TablePlace::open});
    }
    return element("section", {{"id", "conflicts"}, {"class", "headline"}}, inner) + "\n";
}

}  // namespace ecumene::output
