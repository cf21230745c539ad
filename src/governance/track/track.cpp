#include "governance/track/track.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "diagnosis/change/lmdi.hpp"
#include "governance/plan/totals.hpp"

namespace ecumene::governance {
namespace {

constexpr int years_of_recent_step = 3, years_of_trend = 10;

// The inventory after adoption, else the history the plan was made on.
double inventory_total(const PlanDocument& plan, int year, Coverage coverage) {
    const double later = total_of(plan, plan.inventory, Series::history, year, coverage);
    return is_blank(later) ? total_of(plan, Series::history, year, coverage) : later;
}

// On the straight line between what is told before and after.
template <class Value>
double on_line(const std::vector<std::pair<int, Value>>& points, int year) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].first == year) return points[i].second;
        if (points[i].first < year || i == 0) continue;
        const auto &before = points[i - 1], &after = points[i];
        return before.second + (after.second - before.second) * (year - before.first) / (after.first - before.first);
    }
    return blank;
}

template <class Get>
std::vector<std::pair<int, double>> told_points(const PlanDocument& plan, Get target, Get history) {
    std::vector<std::pair<int, double>> points;
    for (const int year : plan.emissions.years(Series::target))
        if (const double value = target(year); !is_blank(value)) points.emplace_back(year, value);
    // From where the plan began, so that the first years are not left without a path.
    const auto years = plan.emissions.years(Series::history);
    for (auto year = years.rbegin(); year != years.rend(); ++year)
        if (const double value = history(*year); !is_blank(value) && (points.empty() || *year < points.front().first)) {
            points.insert(points.begin(), {*year, value});
            break;
        }
    return points;
}

std::vector<std::pair<int, double>> path_of_whole(const PlanDocument& plan, Coverage coverage) {
    using Get = std::function<double(int)>;
    return told_points<Get>(
        plan, [&](int year) { return total_of(plan, Series::target, year, coverage); },
        [&](int year) { return total_of(plan, Series::history, year, coverage); });
}

std::vector<std::pair<int, double>> inventory_until(const PlanDocument& plan, int year, Coverage coverage) {
    std::vector<std::pair<int, double>> points;
    auto years = plan.emissions.years(Series::history);
    const auto later = plan.inventory.years(Series::history);
    years.insert(years.end(), later.begin(), later.end());
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    for (const int one : years)
        if (const double value = inventory_total(plan, one, coverage); one <= year && !is_blank(value))
            points.emplace_back(one, value);
    return points;
}

std::vector<SectorTrack> sectors_of(const PlanDocument& plan, int year) {
    std::vector<SectorTrack> all;
    for (const auto& sector : plan.sectors) {
        SectorTrack one{.sector = sector.sector, .name = sector.name};
        one.planned = planned_amount(plan, sector.sector, year);
        one.actual = plan.inventory.at(Series::history, sector.sector, year);
        one.slack = rounding_slack(plan.basis, 1);
        if (!is_blank(one.planned) || !is_blank(one.actual)) all.push_back(std::move(one));
    }
    return all;
}

IndicatorTrack reckon(const PlanDocument& plan, const Indicator& indicator, int year) {
    IndicatorTrack one{
        .indicator = indicator.indicator, .measure = indicator.measure, .unit = indicator.unit, .note = {}};
    for (const auto& value : plan.indicator_values)
        if (value.indicator == indicator.indicator && value.year == year) {
            one.actual = value.value;
            one.note = value.note;
        }
    const double way = indicator.target - indicator.baseline, span = indicator.target_year - indicator.baseline_year;
    if (is_blank(way) || is_blank(span) || span <= 0.0) return one;
    const double share = std::clamp((year - indicator.baseline_year) / span, 0.0, 1.0);
    one.expected = indicator.baseline + way * share;
    if (is_blank(one.actual) || way == 0.0) return one;
    one.progress = (one.actual - indicator.baseline) / way;
    constexpr double rest = 1e-9;
    one.is_behind = one.progress < share - rest;
    return one;
}

Deviation deviation_of(const PlanDocument& plan, int year, double gap) {
    Deviation why;
    std::vector<diagnosis::LmdiCell> cells;
    std::vector<std::string> names;
    double explained = 0.0;
    for (const auto& one : plan.outcomes) {
        if (one.year != year) continue;
        const auto factor = [](double emission, double amount) { return amount > 0.0 ? emission / amount : 0.0; };
        cells.push_back({.first = one.planned_emission,
            .last = one.emission,
            .first_factors = {one.planned_amount, factor(one.planned_emission, one.planned_amount)},
            .last_factors = {one.amount, factor(one.emission, one.amount)}});
        names.push_back(one.activity);
        explained += one.emission - one.planned_emission;
    }
    if (cells.empty()) return why;
    const auto split_up = diagnosis::decompose(cells, 2);
    if (split_up.is_refused()) {
        why.refusal = split_up.refusal;
        return why;
    }
    why.amount = split_up.effects[0];
    why.factor = split_up.effects[1];
    why.unexplained = gap - explained;
    for (std::size_t i = 0; i < cells.size(); ++i)
        why.by_activity.emplace_back(names[i], cells[i].last - cells[i].first);
    std::stable_sort(why.by_activity.begin(), why.by_activity.end(),
        [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
    return why;
}

// The next target of the whole that is still to come, else the end of the path.
int coming_target(const PlanDocument& plan, const Track& track) {
    int year = 0;
    for (const auto& target : plan.targets)
        if (target.sector == whole && target.year > track.year && (year == 0 || target.year < year)) year = target.year;
    if (year == 0 && !track.path.empty() && track.path.back().first > track.year) year = track.path.back().first;
    return year;
}

Remaining remaining_of(const PlanDocument& plan, const Track& track) {
    Remaining left{.target_year = coming_target(plan, track)};
    if (left.target_year == 0) return left;
    left.target = on_line(track.path, left.target_year);
    const double years = left.target_year - track.year;
    left.planned_step = (track.whole.planned - left.target) / years;
    left.needed_step = (track.whole.actual - left.target) / years;
    const double before = on_line(track.inventory, track.year - years_of_recent_step);
    left.recent_step = (before - track.whole.actual) / years_of_recent_step;
    return left;
}

void name_gaps(const PlanDocument& plan, Track& track) {
    if (is_blank(track.whole.actual))
        track.gaps.push_back({compose("inventory.csv does not tell the whole of {}", {track.year}),
            compose("inventory.csv에 {}년 전체 배출량이 없습니다", {track.year})});
    if (is_blank(track.whole.planned))
        track.gaps.push_back(
            {compose("the plan has no target for {}", {track.year}), compose("{}년 목표가 없습니다", {track.year})});
    if (is_blank(track.why.amount))
        track.gaps.push_back({"why it deviates: inventory_activities.csv has no row of that year",
            "편차의 원인: inventory_activities.csv에 그 해의 행이 없습니다"});
    if (!track.forecast.is_known())
        track.gaps.push_back({"a forecast takes four years of inventory", "전망에는 네 해의 실적이 필요합니다"});
    if (plan.indicators.empty())
        track.gaps.push_back({"indicators.csv is empty: there is nothing to say on measures",
            "indicators.csv가 비어 사업 성과를 말할 수 없습니다"});
}

}  // namespace

double planned_amount(const PlanDocument& plan, const std::string& sector, int year) {
    using Get = std::function<double(int)>;
    const auto points = told_points<Get>(
        plan, [&](int one) { return plan.amount(Series::target, sector, one); },
        [&](int one) { return plan.amount(Series::history, sector, one); });
    return on_line(points, year);
}

int last_inventory_year(const PlanDocument& plan) {
    const auto years = plan.inventory.years(Series::history);
    return years.empty() ? 0 : years.back();
}

Track track_year(const PlanDocument& plan, int year) {
    Track track;
    track.year = year;
    const bool has_net =
        !is_blank(inventory_total(plan, year, Coverage::net)) && !path_of_whole(plan, Coverage::net).empty();
    track.coverage = has_net ? Coverage::net : Coverage::gross;
    track.path = path_of_whole(plan, track.coverage);
    track.inventory = inventory_until(plan, year, track.coverage);
    track.whole = {.sector = std::string(whole),
        .name = {"All sectors", "전체"},
        .planned = on_line(track.path, year),
        .actual = total_of(plan, plan.inventory, Series::history, year, track.coverage),
        .slack = rounding_slack(plan.basis, plan.sectors.size())};
    track.sectors = sectors_of(plan, year);
    for (const auto& indicator : plan.indicators) track.indicators.push_back(reckon(plan, indicator, year));
    track.why = deviation_of(plan, year, track.whole.gap());
    track.remaining = remaining_of(plan, track);
    track.remedial = track.whole.is_behind() ? track.whole.gap() : 0.0;
    auto recent = track.inventory;
    recent.erase(std::remove_if(
                     recent.begin(), recent.end(), [&](const auto& one) { return one.first <= year - years_of_trend; }),
        recent.end());
    if (track.remaining.target_year != 0) track.forecast = forecast(recent, track.remaining.target_year);
    name_gaps(plan, track);
    return track;
}

}  // namespace ecumene::governance
