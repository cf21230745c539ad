#include "output/proof.hpp"

#include <algorithm>

#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

ProofLevel proof_level(const PlanView& view) {
    const auto& proofs = view.input().proofs;
    if (proofs.empty()) return ProofLevel::none;
    const auto all_hold = [&](double tolerance) {
        return std::all_of(
            proofs.begin(), proofs.end(), [&](const Proof& p) { return p.certificate.holds(tolerance); });
    };
    if (all_hold(1e-6)) return ProofLevel::optimal;
    return all_hold(1e-4) ? ProofLevel::exploring : ProofLevel::none;
}

Bilingual proof_name(ProofLevel level) {
    if (level == ProofLevel::optimal) return say("proof.optimal");
    return level == ProofLevel::exploring ? say("proof.exploring") : say("proof.none");
}

std::string badge(const PlanView& view) {
    const auto level = proof_level(view);
    const std::string css = level == ProofLevel::optimal     ? "badge good"
                            : level == ProofLevel::exploring ? "badge fair"
                                                             : "badge bad";
    auto inner = element("a", {{"class", css}, {"href", "#certificate"}}, words(proof_name(level)));
    if (!view.input().time_text.en.empty())
        inner += element("a", {{"class", "badge"}, {"href", "#certificate"}}, words(view.input().time_text));
    return inner;
}

}  // namespace ecumene::output
