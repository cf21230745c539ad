// The path of a plan: its targets of the whole, year by year.
//
//     const Path path = path_of(plan);
//     back_loading(path, 2030)          // last step over the mean of the earlier ones
//     excess(path, 2030)                // emissions beyond the straight line, as a share of those on it
//
// tCO2eq, net where the plan tells it in every year of the path, else gross. Between years that are told, straight lines.
#pragma once

#include <vector>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

struct PathPoint {
    int year{};
    double value{};
    std::size_t row{};
};

struct Path {
    Coverage coverage{Coverage::net};
    std::vector<PathPoint> points;  // ascending

    std::vector<PathPoint> until(int year) const;
    // On the straight line between the points around it; blank outside the path.
    double at(int year) const;
};

Path path_of(const PlanDocument& plan);
// Years the plan has a target of the whole for, and the last of the path; ascending.
std::vector<int> milestones_of(const PlanDocument& plan, const Path& path);

// (G6) Blank with fewer than three points; infinite where the earlier steps did not lower emissions but the last does.
double back_loading(const Path& path, int milestone);
// (G7) Blank with fewer than three points.
double excess(const Path& path, int milestone);

}  // namespace ecumene::governance
