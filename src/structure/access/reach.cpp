#include "structure/access/reach.hpp"

#include "core/error.hpp"

namespace ecumene::structure {
namespace {

void check(const std::vector<ModeTimes>& modes, std::size_t units, double within_minutes) {
    if (!(within_minutes >= 0.0)) throw Error(ErrorKind::input, "access: the time limit is below zero or not a number");
    for (const ModeTimes& mode : modes) {
        if (!mode.minutes || mode.minutes->size() != units * units)
            throw Error(ErrorKind::input, "access: a table of times needs one cell for each pair of units");
        if (!mode.share_by_unit.empty() && mode.share_by_unit.size() != units)
            throw Error(ErrorKind::input, "access: shares of a mode need one value for each unit");
    }
}

bool is_within(const ModeTimes& mode, std::size_t from, std::size_t to, std::size_t units, double limit) {
    return (*mode.minutes)[from * units + to] <= limit;
}

}  // namespace

// (S51)  A_i = sum_m share_im sum_j O_j [t_ijm <= limit]
std::vector<double> cumulative(
    const std::vector<ModeTimes>& modes, const std::vector<double>& opportunities, double within_minutes) {
    const std::size_t units = opportunities.size();
    check(modes, units, within_minutes);
    std::vector<double> reached(units, 0.0);
    for (const ModeTimes& mode : modes)
        for (std::size_t i = 0; i < units; ++i) {
            double sum = 0.0;
            for (std::size_t j = 0; j < units; ++j)
                if (is_within(mode, i, j, units, within_minutes)) sum += opportunities[j];
            reached[i] += mode.share_of(i) * sum;
        }
    return reached;
}

std::vector<double> cumulative(
    const std::vector<double>& minutes, const std::vector<double>& opportunities, double within_minutes) {
    return cumulative({ModeTimes{.minutes = &minutes}}, opportunities, within_minutes);
}

// (S52)  R_j = S_j / sum_m sum_k share_km P_k [t_kjm <= limit],   A_i = sum_m share_im sum_j R_j [t_ijm <= limit]
std::vector<double> floating_catchment(const std::vector<ModeTimes>& modes, const std::vector<double>& supply,
    const std::vector<double>& people, double within_minutes) {
    const std::size_t units = supply.size();
    if (people.size() != units) throw Error(ErrorKind::input, "access: supply and people need one value for each unit");
    check(modes, units, within_minutes);
    std::vector<double> served(units, 0.0), per_person(units, 0.0);
    for (const ModeTimes& mode : modes)
        for (std::size_t k = 0; k < units; ++k)
            for (std::size_t j = 0; j < units; ++j)
                if (is_within(mode, k, j, units, within_minutes)) served[j] += mode.share_of(k) * people[k];
    for (std::size_t j = 0; j < units; ++j) per_person[j] = served[j] > 0.0 ? supply[j] / served[j] : 0.0;
    return cumulative(modes, per_person, within_minutes);
}

}  // namespace ecumene::structure
