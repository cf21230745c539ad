#include "planning/time_grid.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace ecumene::planning {
namespace {

using Features = std::vector<std::vector<double>>;  // per day

// Every curve is scaled to unit spread over the year, so that none counts more because of its unit.
Features day_features(const DayCurves& input) {
    Features features(days_per_year);
    for (const auto& curve : input.curves) {
        const double mean = std::accumulate(curve.begin(), curve.end(), 0.0) / hours_per_year;
        double spread = 0.0;
        for (const double v : curve) spread += (v - mean) * (v - mean);
        spread = std::sqrt(spread / hours_per_year);
        if (spread <= 0.0) continue;
        for (std::size_t d = 0; d < days_per_year; ++d)
            for (std::size_t h = 0; h < 24; ++h) features[d].push_back((curve[24 * d + h] - mean) / spread);
    }
    return features;
}

double squared_distance(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sum;
}

std::vector<double> day_means(const std::vector<double>& hourly) {
    std::vector<double> means(days_per_year);
    for (std::size_t d = 0; d < days_per_year; ++d)
        means[d] = std::accumulate(hourly.begin() + static_cast<std::ptrdiff_t>(24 * d),
                       hourly.begin() + static_cast<std::ptrdiff_t>(24 * d + 24), 0.0) /
                   24.0;
    return means;
}

struct ExtremeDay {
    int day;
    std::string why;
};

// Highest residual load and least renewables in turn, no day twice.
std::vector<ExtremeDay> extreme_days(const DayCurves& input, int wanted) {
    const auto residual = day_means(input.residual_load);
    const auto renewables = day_means(input.renewables);
    std::vector<ExtremeDay> kept;
    const auto is_kept = [&](int day) {
        return std::any_of(kept.begin(), kept.end(), [&](const ExtremeDay& e) { return e.day == day; });
    };
    for (int k = 0; k < wanted; ++k) {
        const bool by_residual = k % 2 == 0;
        int best = -1;
        double best_score = -std::numeric_limits<double>::infinity();
        for (int d = 0; d < days_per_year; ++d) {
            const double score =
                by_residual ? residual[static_cast<std::size_t>(d)] : -renewables[static_cast<std::size_t>(d)];
            if (!is_kept(d) && score > best_score) {
                best = d;
                best_score = score;
            }
        }
        kept.push_back({best, by_residual ? "peak_residual" : "low_renewables"});
    }
    return kept;
}

// Ward's method by Lance-Williams updates; returns the clusters as lists of days. O(n^3) with n = 365: a tenth of a second.
std::vector<std::vector<int>> ward_clusters(const Features& features, const std::vector<int>& days, int wanted) {
    const std::size_t n = days.size();
    std::vector<std::vector<int>> members(n);
    std::vector<std::vector<double>> distance(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
        members[i] = {days[i]};
        for (std::size_t j = 0; j < i; ++j)
            distance[i][j] = distance[j][i] = squared_distance(
                features[static_cast<std::size_t>(days[i])], features[static_cast<std::size_t>(days[j])]);
    }
    std::vector<std::size_t> alive(n);
    std::iota(alive.begin(), alive.end(), std::size_t{0});
    while (alive.size() > static_cast<std::size_t>(std::max(wanted, 1))) {
        std::size_t a = alive[0], b = alive[1];
        for (const auto i : alive)
            for (const auto j : alive)
                if (i < j && distance[i][j] < distance[a][b]) {
                    a = i;
                    b = j;
                }
        const auto size_a = static_cast<double>(members[a].size()), size_b = static_cast<double>(members[b].size());
        for (const auto k : alive) {
            if (k == a || k == b) continue;
            const auto size_k = static_cast<double>(members[k].size());
            distance[a][k] = distance[k][a] =
                ((size_a + size_k) * distance[a][k] + (size_b + size_k) * distance[b][k] - size_k * distance[a][b]) /
                (size_a + size_b + size_k);
        }
        members[a].insert(members[a].end(), members[b].begin(), members[b].end());
        alive.erase(std::find(alive.begin(), alive.end(), b));
    }
    std::vector<std::vector<int>> clusters;
    for (const auto i : alive) clusters.push_back(members[i]);
    return clusters;
}

int medoid(const Features& features, const std::vector<int>& days) {
    int best = days.front();
    double least = std::numeric_limits<double>::infinity();
    for (const int candidate : days) {
        double total = 0.0;
        for (const int other : days)
            total += squared_distance(
                features[static_cast<std::size_t>(candidate)], features[static_cast<std::size_t>(other)]);
        if (total < least) {
            least = total;
            best = candidate;
        }
    }
    return best;
}

struct KeptDay {
    int day;
    std::string why;
    std::vector<int> stands_for;
};

TimeGrid grid_of(std::vector<KeptDay> kept, int step) {
    std::sort(kept.begin(), kept.end(), [](const KeptDay& a, const KeptDay& b) { return a.day < b.day; });
    TimeGrid grid;
    grid.period_of_day.resize(days_per_year);
    for (const auto& k : kept) {
        const int period = static_cast<int>(grid.periods.size());
        const auto repetitions = static_cast<double>(k.stands_for.size());
        grid.periods.push_back({static_cast<int>(grid.snapshots.size()), 24 / step, repetitions, k.why});
        for (int h = 0; h < 24; h += step)
            grid.snapshots.push_back({period, 24 * k.day + h, static_cast<double>(step), repetitions * step});
        for (const int day : k.stands_for) grid.period_of_day[static_cast<std::size_t>(day)] = period;
    }
    for (const int period : grid.period_of_day) {
        if (!grid.runs.empty() && grid.runs.back().period == period)
            ++grid.runs.back().repetitions;
        else
            grid.runs.push_back({period, 1});
    }
    return grid;
}

}  // namespace

std::vector<double> TimeGrid::average(const std::vector<double>& hourly) const {
    std::vector<double> values;
    values.reserve(snapshots.size());
    for (const auto& s : snapshots) {
        double sum = 0.0;
        const int length = static_cast<int>(s.hours);
        for (int h = 0; h < length; ++h) sum += hourly[static_cast<std::size_t>(s.first_hour + h)];
        values.push_back(sum / s.hours);
    }
    return values;
}

TimeGrid full_year(int step) {
    TimeGrid grid;
    grid.is_full = true;
    grid.periods.push_back({0, hours_per_year / step, 1.0, "every_hour"});
    for (int h = 0; h < hours_per_year; h += step)
        grid.snapshots.push_back({0, h, static_cast<double>(step), static_cast<double>(step)});
    grid.runs.push_back({0, 1});
    grid.period_of_day.assign(days_per_year, 0);
    return grid;
}

TimeGrid typical_days(const DayCurves& curves, const dataset::TimeSettings& settings) {
    const auto features = day_features(curves);
    std::vector<KeptDay> kept;
    std::vector<bool> is_extreme(days_per_year);
    for (auto& extreme : extreme_days(curves, settings.extreme_days)) {
        is_extreme[static_cast<std::size_t>(extreme.day)] = true;
        kept.push_back({extreme.day, std::move(extreme.why), {extreme.day}});
    }
    std::vector<int> ordinary;
    for (int d = 0; d < days_per_year; ++d)
        if (!is_extreme[static_cast<std::size_t>(d)]) ordinary.push_back(d);
    for (auto& cluster : ward_clusters(features, ordinary, settings.days))
        kept.push_back({medoid(features, cluster), "typical", cluster});
    return grid_of(std::move(kept), settings.step);
}

}  // namespace ecumene::planning
