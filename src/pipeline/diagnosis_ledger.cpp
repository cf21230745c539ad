#include "pipeline/diagnosis_ledger.hpp"

#include <algorithm>

#include "core/frame.hpp"

namespace ecumene::pipeline {
namespace {

using diagnosis::Figure;
using diagnosis::GroupProfile;
using diagnosis::Growth;
using diagnosis::LedgerPlace;
using diagnosis::RatioStep;

const RatioStep* step_of(const diagnosis::TwoLedgers& ledgers) {
    for (const auto& step : ledgers.chain)
        if (step.ledger == consumption_ledger) return &step;
    return nullptr;
}

Growth unknown_growth() {
    Growth growth;
    growth.reason = {"growth is told on the production ledger only", "증가율은 생산 기준으로만 알 수 있습니다"};
    return growth;
}

void move_to_users(GroupProfile& group, const LedgerPlace* place, double whole, int year) {
    const auto figure = [&](double value) {
        return Figure{
            .year = year, .value = value, .status = place == nullptr ? "" : place->status_of(consumption_ledger)};
    };
    const double total = place == nullptr ? blank : place->at(consumption_ledger);
    group.total = figure(total);
    group.share = {.first = {}, .last = figure(total / whole)};
    group.per_capita = {.first = {},
        .last = figure(place == nullptr ? blank : place->per_head(consumption_ledger)),
        .by_year = {},
        .growth = unknown_growth()};
    group.growth = unknown_growth();
    group.per_gva.clear();
}

const LedgerPlace* place_of(const std::vector<LedgerPlace>& places, const std::string& code) {
    const auto found =
        std::find_if(places.begin(), places.end(), [&](const LedgerPlace& place) { return place.code == code; });
    return found == places.end() ? nullptr : &*found;
}

diagnosis::Inequality unknown_inequality(int year) {
    diagnosis::Inequality none;
    none.year = year;
    none.reason = {"inequality is told on the production ledger only", "불평등은 생산 기준으로만 알 수 있습니다"};
    return none;
}

}  // namespace

bool has_consumption(const diagnosis::TwoLedgers& ledgers) {
    return step_of(ledgers) != nullptr;
}

diagnosis::Profile on_consumption(diagnosis::Profile profile, const diagnosis::TwoLedgers& ledgers) {
    const double whole = ledgers.all.at(consumption_ledger);
    const auto& places = profile.grouping.empty() ? ledgers.regions : ledgers.groups;
    for (auto& group : profile.groups) move_to_users(group, place_of(places, group.group), whole, ledgers.year);
    move_to_users(profile.all, &ledgers.all, whole, ledgers.year);
    if (const auto* step = step_of(ledgers); step != nullptr) {
        profile.ratio.higher = step->higher;
        profile.ratio.lower = step->lower;
        profile.ratio.first = {};
        profile.ratio.last = {.year = ledgers.year, .value = step->ratio, .status = step->status};
        profile.ratio.by_year.clear();
    }
    profile.first_year = profile.last_year = ledgers.year;
    profile.inequality_first = profile.inequality_last = unknown_inequality(ledgers.year);
    profile.ledger = "consumption";
    for (const auto& ledger : diagnosis::ledger_names())
        if (ledger.id == consumption_ledger) profile.ledger_note = ledger.meaning;
    return profile;
}

}  // namespace ecumene::pipeline
