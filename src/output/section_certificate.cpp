// How sure the answer is: the certificate's three numbers, the worst violations by name, and what the time resolution allows.
#include <cmath>

#include "core/frame.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/proof.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

std::string scientific(double value) {
    if (!std::isfinite(value)) return "–";
    return value == 0.0 ? "0" : compose("{:.1e}", {value});
}

TableCell measure_cell(double value) {
    return {same(scientific(value)), std::isfinite(value) ? compose("{:.6e}", {value}) : std::string{},
        value <= 1e-6   ? "good"
        : value <= 1e-4 ? ""
                        : "bad"};
}

Bilingual violation_text(const solver::Violation& v) {
    if (v.name.empty()) return say("proof.no_violation");
    return same(v.name + " (" + scientific(v.amount) + (v.unit.empty() ? "" : " " + v.unit) + ")");
}

DataTable proof_table(const PlanView& view) {
    DataTable table({text_title(say("proof.stage"), "stage"), number_title(say("proof.primal"), "primal"),
                        number_title(say("proof.dual"), "dual"), number_title(say("proof.gap"), "gap"),
                        number_title(with_unit("proof.objective", Measure::money), "objective_MKRW"),
                        text_title(say("proof.worst_primal"), "worst_primal"),
                        text_title(say("proof.worst_dual"), "worst_dual"), text_title(say("proof.backend"), "backend")},
        "proof");
    for (const auto& proof : view.input().proofs) {
        const auto& c = proof.certificate;
        const auto worst_primal = violation_text(c.worst_primal), worst_dual = violation_text(c.worst_dual);
        table.add({word_cell(proof.stage == "all" || proof.stage.empty() ? say("proof.all_years") : same(proof.stage),
                       proof.stage.empty() ? "all" : proof.stage),
            measure_cell(c.primal), c.has_duals ? measure_cell(c.dual) : measure_cell(c.integrality),
            measure_cell(c.gap), number_cell(c.objective, Measure::money, 2), word_cell(worst_primal),
            word_cell(worst_dual), word_cell(same(proof.backend))});
    }
    return table;
}

std::string method(const PlanView& view) {
    std::string list;
    const auto add = [&](const Bilingual& term, const Bilingual& text) {
        list += element("dt", {}, words(term)) + element("dd", {}, words(text));
    };
    add(say("method.model"), say("method.model_text"));
    add(say("method.time"), view.is_every_hour() ? say("method.every_hour", {view.input().time_text})
                                                 : say("method.typical_days", {view.input().time_text}));
    add(say("method.foresight"), say(view.input().is_myopic ? "method.myopic" : "method.perfect"));
    add(say("method.cost"), say("method.cost_text"));
    add(say("method.verify"), say("method.verify_text"));
    add(say("method.equations"), say("method.equations_text"));
    return element("dl", {{"class", "terms"}}, list);
}

}  // namespace

std::string certificate_section(const PlanView& view) {
    const auto level = proof_level(view);
    std::string inner = element("p", {{"class", "finding"}},
        words(proof_name(level)) + " — " +
            words(say(level == ProofLevel::optimal     ? "proof.optimal_text"
                      : level == ProofLevel::exploring ? "proof.exploring_text"
                                                       : "proof.none_text")));
    if (!view.input().proofs.empty())
        inner += figure({.id = "certificate",
            .title = say("proof.figure"),
            .note = say("proof.note"),
            .table = proof_table(view),
            .place = TablePlace::open});
    return section("certificate", say("proof.title"), say("proof.lead"), inner + method(view));
}

}  // namespace ecumene::output
