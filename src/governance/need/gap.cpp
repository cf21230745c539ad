#include "governance/need/gap.hpp"

namespace ecumene::governance {
namespace {

Bilingual named(const PlanDocument& plan, const std::string& sector) {
    auto name = sector_words(plan, sector);
    if (name.en.empty()) name = {sector, sector};
    return name;
}

void add_lag(const PlanDocument& plan, const SectorTrack& one, int year, std::size_t place, std::vector<Gap>& gaps) {
    if (!one.is_behind()) return;
    const auto name = named(plan, one.sector), size = amount_words(one.gap());
    gaps.push_back({.plan = place,
        .sector = one.sector,
        .year = year,
        .tonnes = one.gap(),
        .why = {compose("{} {}: {} behind the path", {name.en, year, size.en}),
            compose("{} {}년: 경로보다 {} 많음", {name.ko, year, size.ko})}});
}

}  // namespace

std::vector<Gap> gaps_of(const Lint& lint, const PlanSet& plans) {
    std::vector<Gap> gaps;
    for (const auto& finding : lint.findings) {
        if (finding.rule != "A4" || finding.year == 0 || is_blank(finding.figure)) continue;
        const auto name = named(plans[finding.plan], finding.place.item), size = amount_words(finding.figure);
        gaps.push_back({.plan = finding.plan,
            .sector = finding.place.item,
            .year = finding.year,
            .tonnes = finding.figure,
            .why = {compose("{} {}: measures are {} short of the target", {name.en, finding.year, size.en}),
                compose("{} {}년: 사업이 목표에 {} 모자람", {name.ko, finding.year, size.ko})}});
    }
    return gaps;
}

std::vector<Gap> gaps_of(const PlanDocument& plan, const Track& track, std::size_t place) {
    std::vector<Gap> gaps;
    for (const auto& one : track.sectors) add_lag(plan, one, track.year, place, gaps);
    add_lag(plan, track.whole, track.year, place, gaps);
    const double ahead = track.forecast.is_known() ? track.forecast.value - track.remaining.target : blank;
    if (!is_blank(ahead) && ahead > track.whole.slack) {
        const auto size = amount_words(ahead);
        gaps.push_back({.plan = place,
            .sector = std::string(whole),
            .year = track.remaining.target_year,
            .tonnes = ahead,
            .why = {
                compose("the whole in {}: the trend ends {} above the target", {track.remaining.target_year, size.en}),
                compose("{}년 전체: 추세대로면 목표보다 {} 많음", {track.remaining.target_year, size.ko})}});
    }
    return gaps;
}

}  // namespace ecumene::governance
