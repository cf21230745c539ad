// The year as the plan sees it: snapshots grouped in periods, and the true order of the periods.
//
//     TimeGrid grid = typical_days(curves, {.days = 6, .extreme_days = 2, .step = 3});
//     grid.snapshots[s].weight        // hours of the year it stands for; all weights sum to 8760
//     grid.average(hourly)            // 8760 values -> one per snapshot
//
// Typical days: Ward clustering of the days of the year on the given curves, the medoid of each cluster kept; extreme days
// (highest residual load, least renewables) stand for themselves alone. Deterministic. See docs/model/time.md.
#pragma once

#include <string>
#include <vector>

#include "dataset/scenario.hpp"

namespace ecumene::planning {

inline constexpr int hours_per_year = 8760;
inline constexpr int days_per_year = 365;

struct TimeGrid {
    struct Snapshot {
        int period{};
        int first_hour{};  // 0..8759
        double hours{};    // length
        double weight{};   // hours of the year it stands for
    };
    struct Period {
        int first{}, count{};  // its snapshots
        double repetitions{};
        std::string kept_because;  // typical, peak_residual, low_renewables, every_hour
    };
    struct Run {
        int period{};
        int repetitions{};
    };

    std::vector<Snapshot> snapshots;
    std::vector<Period> periods;
    std::vector<Run> runs;  // the year in its true order
    std::vector<int> period_of_day;

    bool is_full{};  // every hour of the year, in its order
    std::vector<double> average(const std::vector<double>& hourly) const;
};

// What days are compared by: hourly curves of 8760 values with their importance, and which of them count as renewable.
struct DayCurves {
    std::vector<std::vector<double>> curves;
    std::vector<double> residual_load;  // 8760: for the extreme day of highest residual load
    std::vector<double> renewables;     // 8760: for the extreme day of least renewables
};

TimeGrid full_year(int step);
TimeGrid typical_days(const DayCurves& curves, const dataset::TimeSettings& settings);

}  // namespace ecumene::planning
