// The Lagrangian bound of a p-median problem with some sites fixed open or closed. Internal to this folder.
//
// For multipliers u (one per client) no answer costs less than (S32)
//     L(u) = sum_i u_i + least sum of `count` of rho_j,     rho_j = sum_i min(0, c_ij - u_i)
// with fixed sites in or out. The search climbs L by subgradients and tries each choice of sites it meets as an answer.
#pragma once

#include <functional>
#include <vector>

#include "structure/centres/p_median.hpp"

namespace ecumene::structure {

enum class Fixing : char { free, open, closed };

struct LagrangianState {
    std::vector<double> multipliers;  // u at the best bound
    std::vector<double> reduced;      // rho at the best bound
    std::vector<double> tendency;     // 0..1 per site: how often it was chosen of late
    double bound{};
};

struct LagrangianSteps {
    std::size_t iterations{};
    double first_step{2.0};
    std::size_t patience{20};  // iterations without gain before the step is halved
};

class LagrangianBound {
public:
    // `offer` is told each choice of sites (ascending) that comes up with a better bound; returns the best cost known so far.
    using Offer = std::function<double(const std::vector<std::size_t>&)>;

    LagrangianBound(const PMedian& problem, const std::vector<Fixing>& fixing) : problem_(problem), fixing_(fixing) {}

    // Stops early when the bound reaches `enough(best known cost)`.
    LagrangianState climb(std::vector<double> multipliers, double best_known, const LagrangianSteps& steps,
        const std::function<double(double)>& enough, const Offer& offer) const;

    // The sites of least rho, `count` of them: those fixed open come first, those fixed closed never. Ascending.
    std::vector<std::size_t> choose(const std::vector<double>& reduced) const;

private:
    struct Point {
        double value{};
        std::vector<double> reduced;
        std::vector<std::size_t> chosen;  // ascending
    };
    Point evaluate(const std::vector<double>& multipliers) const;
    std::vector<double> slope_at(const Point& point, const std::vector<double>& multipliers) const;

    const PMedian& problem_;
    const std::vector<Fixing>& fixing_;
};

// Where a search begins: the second least cost of each client.
std::vector<double> first_multipliers(const PMedian& problem);

}  // namespace ecumene::structure
