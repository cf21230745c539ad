#include <algorithm>
#include <cmath>

#include "governance/rules/rule.hpp"
#include "output/inspection/report.hpp"

namespace ecumene::output {
namespace {

using governance::Track;

Bilingual standing(const Track& track) {
    if (!track.whole.is_known())
        return {compose("Whether the plan is on its path in {} cannot be said.", {track.year}),
            compose("{}년에 계획대로 가고 있는지 말할 수 없습니다.", {track.year})};
    const auto actual = governance::amount_words(track.whole.actual),
               planned = governance::amount_words(track.whole.planned),
               gap = governance::amount_words(std::abs(track.whole.gap()));
    const auto coverage = governance::coverage_words(track.coverage);
    if (track.whole.is_behind())
        return {compose("Behind: {} emissions of {} were {}, {} above the {} of the path.",
                    {coverage.en, track.year, actual.en, gap.en, planned.en}),
            compose("뒤처짐: {}년 {}은 {}으로 경로의 {}보다 {} 많습니다.",
                {track.year, coverage.ko, actual.ko, planned.ko, gap.ko})};
    return {compose("On the path: {} emissions of {} were {}, {} below the {} of the path.",
                {coverage.en, track.year, actual.en, gap.en, planned.en}),
        compose("계획대로: {}년 {}은 {}으로 경로의 {}보다 {} 적습니다.",
            {track.year, coverage.ko, actual.ko, planned.ko, gap.ko})};
}

void add_why(const Track& track, std::vector<Bilingual>& said) {
    if (is_blank(track.why.amount)) return;
    const auto amount = governance::amount_words(track.why.amount), factor = governance::amount_words(track.why.factor),
               rest = governance::amount_words(track.why.unexplained);
    said.push_back(
        {compose("Why: activity {}, emissions per activity {}, not explained {}.", {amount.en, factor.en, rest.en}),
            compose("원인: 활동량 {}, 원단위 {}, 설명되지 않음 {}.", {amount.ko, factor.ko, rest.ko})});
}

void add_remaining(const Track& track, std::vector<Bilingual>& said) {
    const auto& left = track.remaining;
    if (is_blank(left.needed_step)) return;
    const auto needed = governance::amount_words(left.needed_step),
               planned = governance::amount_words(left.planned_step),
               recent = governance::amount_words(left.recent_step);
    const bool has_recent = !is_blank(left.recent_step);
    said.push_back({compose("Until {} each year must bring {}; the path asked for {}{}.",
                        {left.target_year, needed.en, planned.en,
                            has_recent ? ", the last three years brought " + recent.en : ""}),
        compose("{}년까지 해마다 {}씩 줄여야 합니다. 경로는 {}{}입니다.",
            {left.target_year, needed.ko, planned.ko, has_recent ? ", 최근 3년 실적은 " + recent.ko : ""})});
}

void add_forecast(const Track& track, std::vector<Bilingual>& said) {
    const auto& f = track.forecast;
    if (!f.is_known()) return;
    const auto value = governance::amount_words(f.value), low = governance::amount_words(f.low),
               high = governance::amount_words(f.high), target = governance::amount_words(track.remaining.target);
    said.push_back({compose("If the trend goes on, {} will see {} ({} to {}) against a target of {}.",
                        {f.year, value.en, low.en, high.en, target.en}),
        compose(
            "추세가 이어지면 {}년에 {}({}–{})으로, 목표는 {}입니다.", {f.year, value.ko, low.ko, high.ko, target.ko})});
}

void add_indicators(const Track& track, std::vector<Bilingual>& said) {
    const auto known = std::count_if(track.indicators.begin(), track.indicators.end(),
        [](const governance::IndicatorTrack& one) { return !is_blank(one.progress); });
    const auto behind = std::count_if(track.indicators.begin(), track.indicators.end(),
        [](const governance::IndicatorTrack& one) { return one.is_behind; });
    if (track.indicators.empty()) return;
    const auto silent = static_cast<std::int64_t>(track.indicators.size()) - known;
    said.push_back({compose("Of {} indicators: {} on the way, {} behind, {} without a value.",
                        {track.indicators.size(), known - behind, behind, silent}),
        compose("지표 {}개 가운데 정상 {}개, 지연 {}개, 값 없음 {}개입니다.",
            {track.indicators.size(), known - behind, behind, silent})});
}

}  // namespace

std::vector<Bilingual> inspection_summary(const governance::PlanDocument& plan, const Track& track) {
    std::vector<Bilingual> said{standing(track)};
    add_why(track, said);
    add_remaining(track, said);
    add_forecast(track, said);
    if (track.remedial > 0.0 && plan.scope == governance::Scope::nation) {
        const auto amount = governance::amount_words(track.remedial);
        said.push_back({compose("A remedial plan over {} is due within 60 days.", {amount.en}),
            compose("{}에 대한 보완 대책을 60일 안에 마련해야 합니다.", {amount.ko})});
    }
    add_indicators(track, said);
    return said;
}

}  // namespace ecumene::output
