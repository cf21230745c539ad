#include "output/diagnosis/choice.hpp"

#include <algorithm>

#include "output/quantity.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

using diagnosis::DecouplingOf;
using diagnosis::KayaChange;
using diagnosis::Movement;

constexpr std::string_view constant_prices = "real";

bool is_constant(const std::string& prices) {
    return prices.rfind(constant_prices, 0) == 0;
}

int detail_of(const KayaChange& change) {
    return change.cells == "regions" ? 2 : change.cells == "sectors" ? 1 : 0;
}

bool is_better(const KayaChange& a, const KayaChange& b) {
    if (a.effects.empty() != b.effects.empty()) return b.effects.empty();
    return detail_of(a) > detail_of(b);
}

bool is_same_question(const KayaChange& a, const KayaChange& b) {
    return a.place == b.place && a.level == b.level && a.measure == b.measure && a.prices == b.prices;
}

}  // namespace

std::string price_key(const std::string& measure, const std::string& prices) {
    return measure + " " + prices;
}

std::string best_prices(const Movement& movement) {
    std::string best;
    for (const auto& change : movement.changes) {
        if (change.prices.empty() || change.effects.empty()) continue;
        auto key = price_key(change.measure, change.prices);
        if (is_constant(change.prices)) return key;
        if (best.empty()) best = key;
    }
    if (best.empty() && !movement.changes.empty())
        best = price_key(movement.changes.front().measure, movement.changes.front().prices);
    return best;
}

Bilingual price_name(const std::string& measure, const std::string& prices) {
    const auto what = say(measure == "grdp" ? "d.grdp" : "d.gva");
    if (prices == "nominal") return say("d.prices.nominal", {what});
    if (is_constant(prices)) return say("d.prices.constant", {what, same(prices.substr(constant_prices.size()))});
    return say("d.prices.other", {what, same(prices)});
}

std::vector<const KayaChange*> shown_changes(const std::vector<KayaChange>& changes) {
    std::vector<const KayaChange*> chosen;
    for (const std::string level : {"nation", "group", "region"})
        for (const auto& change : changes) {
            if (change.level != level || change.chaining != diagnosis::Chaining::fixed_base) continue;
            const auto known = std::find_if(chosen.begin(), chosen.end(),
                [&](const KayaChange* other) { return is_same_question(*other, change); });
            if (known == chosen.end())
                chosen.push_back(&change);
            else if (is_better(change, **known))
                *known = &change;
        }
    return chosen;
}

bool has_state(const DecouplingOf& one) {
    return one.figure.state != diagnosis::DecouplingState::undefined;
}

std::string best_decoupling_prices(const Movement& movement) {
    auto best = best_prices(movement);
    const auto& all = movement.decoupling;
    const bool has_best = std::any_of(all.begin(), all.end(),
        [&](const DecouplingOf& one) { return price_key(one.measure, one.prices) == best && has_state(one); });
    if (has_best) return best;
    const auto any = std::find_if(all.begin(), all.end(), has_state);
    return any == all.end() ? std::string{} : price_key(any->measure, any->prices);
}

}  // namespace ecumene::output
