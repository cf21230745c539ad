#include "governance/rules/rule.hpp"

#include <cmath>
#include <utility>

#include "core/particles.hpp"

namespace ecumene::governance {

void RuleFindings::find(std::size_t plan, RulePlace place, Bilingual message, Bilingual remedy, Measured measured) {
    find(plan, run_.version.severity, run_.version.force, std::move(place), std::move(message), std::move(remedy),
        std::move(measured));
}

void RuleFindings::find(std::size_t plan, Severity severity, Force force, RulePlace place, Bilingual message,
    Bilingual remedy, Measured measured) {
    message.ko = with_particles(std::move(message.ko));
    remedy.ko = with_particles(std::move(remedy.ko));
    into_.push_back({.rule = run_.rule,
        .severity = severity,
        .force = force,
        .plan = plan,
        .place = std::move(place),
        .message = std::move(message),
        .remedy = std::move(remedy),
        .figure = measured.figure,
        .unit = std::move(measured.unit),
        .year = measured.year,
        .suppressed_because = {},
        .suppressed_by = {}});
}

Bilingual amount_words(double tonnes) {
    constexpr double million = 1e6, thousand = 1e3;
    const double size = std::abs(tonnes);
    if (size >= million) {
        const auto number = grouped(tonnes / million, size >= 100 * million ? 1 : 2);
        return {number + " Mt", number + "백만 t"};
    }
    if (size >= thousand) {
        const auto number = grouped(tonnes / thousand, 1);
        return {number + " kt", number + "천 t"};
    }
    const auto number = grouped(tonnes, size == std::floor(size) ? 0 : 1);
    return {number + " t", number + " t"};
}

std::string percent_words(double share) {
    return grouped(100.0 * share, 1) + " %";
}

Bilingual sector_words(const PlanDocument& plan, const std::string& sector) {
    if (sector == total_gross) return {"gross total", "총배출량 합계"};
    if (sector == total_net) return {"net total", "순배출량 합계"};
    if (sector == whole) return {"the whole", "전체"};
    const auto* found = plan.sector(sector);
    return found == nullptr || found->name.en.empty() ? Bilingual{sector, sector} : found->name;
}

Bilingual series_words(Series series) {
    switch (series) {
        case Series::history: return {"inventory", "실적"};
        case Series::outlook: return {"outlook", "전망"};
        case Series::target: break;
    }
    return {"target", "목표"};
}

Bilingual coverage_words(Coverage coverage) {
    return coverage == Coverage::gross ? Bilingual{"gross", "총배출량"} : Bilingual{"net", "순배출량"};
}

Bilingual more_years_words(std::size_t others) {
    if (others == 0) return {};
    return {compose(others == 1 ? " (and {} other year)" : " (and {} other years)", {others}),
        compose(" (그 밖에 {}개 연도)", {others})};
}

}  // namespace ecumene::governance
