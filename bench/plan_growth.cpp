// How a plan grows: rows, columns and coefficients, CPU seconds to read and write the equations and to solve them, by days,
// by milestone years and by sectors.
//
//     build/release/bench/plan_growth data/korea base                 # the package's scenario at 1, 2, 4 days, one year
//     build/release/bench/plan_growth data/korea base 6 --years       # and with all its years at 6 days
//
// Ratios of one line to the next are what counts; seconds are of this machine.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"
#include "planning/energy_model.hpp"
#include "planning/read_system.hpp"
#include "solver/solve.hpp"

namespace {

using namespace ecumene;

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measure(const dataset::Dataset& data, dataset::Scenario scenario, int days, bool all_years) {
    scenario.time.days = days;
    scenario.time.extreme_days = 0;
    if (!all_years) scenario.years = {scenario.years.back()};
    const double start = cpu_seconds();
    const auto system = planning::read_system(data, scenario);
    const double read = cpu_seconds();
    const auto model = planning::write_model(system);
    const double written = cpu_seconds();
    const auto solution = solver::solve(model.problem, {});
    const double solved = cpu_seconds();
    const std::size_t yearly = system.work.size() * system.calendar.size();
    std::printf("%5d %6zu %9d %9d %10lld %8zu %8zu %7.2f %7.2f %8.2f  %s\n", days, scenario.years.size(),
        static_cast<int>(model.problem.rows()), static_cast<int>(model.problem.columns()),
        static_cast<long long>(model.problem.entries()), system.site.size(), yearly, read - start, written - read,
        solved - written, solution.termination.reason == solver::Reason::optimal ? "optimal" : "not optimal");
}

}  // namespace

int main(int count, char** arguments) {
    const std::string package = count > 1 ? arguments[1] : "data/korea";
    const auto data = dataset::load(package);
    const auto scenario = dataset::load_scenario(data, count > 2 ? arguments[2] : "");
    const bool all_years = count > 3 && std::strcmp(arguments[count - 1], "--years") == 0;
    const int greatest = count > 3 ? std::max(1, std::atoi(arguments[3])) : 4;
    std::printf(" days  years      rows   columns    entries    sites    works    read   write    solve\n");
    for (int days = 1; days <= greatest; days *= 2) measure(data, scenario, days, false);
    if (all_years) measure(data, scenario, greatest, true);
    return 0;
}
