#include "governance/rules/path.hpp"

#include <algorithm>
#include <limits>

#include "governance/plan/totals.hpp"
#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

constexpr std::size_t fewest_points = 3;
constexpr double rest = 1e-9;  // of the arithmetic, so that a figure on the border passes

Path path_on(const PlanDocument& plan, Coverage coverage) {
    Path path{.coverage = coverage, .points = {}};
    const auto name = coverage == Coverage::gross ? total_gross : total_net;
    for (const int year : plan.emissions.years(Series::target)) {
        const double value = total_of(plan, Series::target, year, coverage);
        if (is_blank(value)) continue;
        auto row = plan.emissions.row(Series::target, name, year);
        for (std::size_t s = 0; row == 0 && s < plan.emissions.sectors().size(); ++s)
            row = plan.emissions.row(Series::target, s, year);
        path.points.push_back({year, value, row});
    }
    return path;
}

double step_between(const PathPoint& first, const PathPoint& last) {
    return (first.value - last.value) / static_cast<double>(last.year - first.year);
}

struct Judged {
    int milestone{};
    double figure{blank};
};

template <class Figure>
Judged worst_of(const PlanDocument& plan, const Path& path, Figure figure) {
    Judged worst;
    for (const int milestone : milestones_of(plan, path)) {
        const double found = figure(path, milestone);
        if (is_blank(found) || (!is_blank(worst.figure) && found <= worst.figure)) continue;
        worst = {milestone, found};
    }
    return worst;
}

std::size_t row_at(const Path& path, int year) {
    for (const auto& point : path.points)
        if (point.year == year) return point.row;
    return 0;
}

}  // namespace

std::vector<PathPoint> Path::until(int year) const {
    std::vector<PathPoint> some;
    for (const auto& point : points)
        if (point.year <= year) some.push_back(point);
    return some;
}

double Path::at(int year) const {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].year == year) return points[i].value;
        if (points[i].year > year && i > 0)
            return points[i - 1].value - step_between(points[i - 1], points[i]) * (year - points[i - 1].year);
    }
    return blank;
}

Path path_of(const PlanDocument& plan) {
    auto net = path_on(plan, Coverage::net), gross = path_on(plan, Coverage::gross);
    return net.points.size() >= gross.points.size() ? net : gross;
}

std::vector<int> milestones_of(const PlanDocument& plan, const Path& path) {
    std::vector<int> years;
    if (path.points.empty()) return years;
    for (const auto& target : plan.targets)
        if (target.sector == whole && target.year < path.points.back().year) years.push_back(target.year);
    years.push_back(path.points.back().year);
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

double back_loading(const Path& path, int milestone) {
    const auto points = path.until(milestone);
    if (points.size() < fewest_points) return blank;
    const auto& before_last = points[points.size() - 2];
    const double last = step_between(before_last, points.back()), earlier = step_between(points.front(), before_last);
    if (earlier > 0.0) return last / earlier;
    return last > 0.0 ? std::numeric_limits<double>::infinity() : blank;
}

double excess(const Path& path, int milestone) {
    const auto points = path.until(milestone);
    if (points.size() < fewest_points) return blank;
    const auto &first = points.front(), &last = points.back();
    double above = 0.0, line = 0.0;
    for (int year = first.year; year <= last.year; ++year) {
        const double straight = first.value - step_between(first, last) * (year - first.year);
        line += straight;
        above += path.at(year) - straight;
    }
    return line > 0.0 ? above / line : blank;
}

void last_step_is_no_leap(const RuleRun& run, RuleFindings& out) {
    const double most = run.version.parameter("greatest_ratio");
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        const auto path = path_of(plan);
        const auto worst = worst_of(plan, path, back_loading);
        if (is_blank(worst.figure) || worst.figure <= most + rest) return;
        const bool is_all = worst.figure == std::numeric_limits<double>::infinity();
        const auto times = grouped(worst.figure, 1), limit = grouped(most, 1);
        out.find(at, {"emissions.csv", row_at(path, worst.milestone), "value", "path"},
            {is_all ? compose("the path does not fall before its last step to {}: all of the cut is left to it",
                          {worst.milestone})
                    : compose(
                          "the last step to {} is {} times the mean of the earlier ones; above {} the work is put off",
                          {worst.milestone, times, limit}),
                is_all
                    ? compose("{}년 직전까지 배출량이 줄지 않아 감축을 모두 마지막 해에 미뤘습니다", {worst.milestone})
                    : compose("{}년의 마지막 감축폭이 그 앞 평균의 {}배입니다. {}배를 넘으면 감축을 미룬 것입니다",
                          {worst.milestone, times, limit})},
            {"bring cuts forward, or say in the plan what makes the last step possible",
                "감축을 앞당기거나 마지막 해의 감축이 가능한 까닭을 계획에 밝히십시오"},
            {worst.figure, "1"});
    });
}

void path_keeps_to_line(const RuleRun& run, RuleFindings& out) {
    const double most = run.version.parameter("greatest_excess");
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        const auto path = path_of(plan);
        const auto worst = worst_of(plan, path, excess);
        if (is_blank(worst.figure) || worst.figure <= most + rest) return;
        const auto share = percent_words(worst.figure), limit = percent_words(most);
        out.find(at, {"emissions.csv", row_at(path, worst.milestone), "value", "path"},
            {compose("emissions from {} to {} exceed the straight line by {} of what lies on it; {} is the most",
                 {path.points.front().year, worst.milestone, share, limit}),
                compose("{}–{}년 누적 배출량이 직선 경로보다 {} 많습니다. 한도는 {}입니다",
                    {path.points.front().year, worst.milestone, share, limit})},
            {"bring cuts forward: what counts for the climate is the sum",
                "감축을 앞당기십시오. 기후에는 누적량이 중요합니다"},
            {worst.figure, "1"});
    });
}

}  // namespace ecumene::governance
