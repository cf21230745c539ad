// How long living areas take, and how that grows with the number of units: processor time beyond reading.
//
//     structure_bench               greedy up to 3,500 units, the optimum up to 377
//     structure_bench greedy        the first only
//     structure_bench work 500000   377 units with so much work of the search
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "invented_region.hpp"
#include "structure/living_areas/greedy.hpp"
#include "structure/living_areas/optimum.hpp"

namespace {

using namespace ecumene::structure;

template <class Work>
double seconds(Work work) {
    const std::clock_t begun = std::clock();
    work();
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

enum class Pairs { some, all };

void measure_greedy(std::size_t units, Pairs pairs, double& before, std::size_t units_before) {
    auto region = test::invented_region(7, units);
    if (pairs == Pairs::all)
        for (const Unit i : region.units.all())
            for (const Unit j : region.units.all()) region.flows.add(i, j, 0.01);
    const SparseFlows flows(region.flows);
    GreedyAreas found;
    const double time = seconds([&] { found = greedy_living_areas(flows, istat_rule()); });
    std::printf("greedy  %5zu units %8zu flows %6d steps %5d areas  %7.3f s", units, flows.entries(), found.steps,
        found.partition.areas, time);
    if (before > 0.0)
        std::printf("   grows as units^%.2f",
            std::log(time / before) / std::log(static_cast<double>(units) / static_cast<double>(units_before)));
    std::printf("\n");
    before = time;
}

void measure_optimum(std::size_t units, std::int64_t work = ColumnOptions{}.work) {
    const auto region = test::invented_region(7, units);
    const SparseFlows flows(region.flows);
    const int greedy = greedy_living_areas(flows, istat_rule()).partition.areas;
    OptimalAreas best;
    const double time = seconds([&] {
        best = optimal_living_areas(flows, region.borders, istat_rule(), {.columns = {.work = work, .threads = 1}});
    });
    const double most = std::floor(best.bound + 1e-6);
    std::printf(
        "optimum %5zu units: greedy %3d, found %3d, at most %3.0f (gap %4.1f %%), %zu columns, %lld steps  %7.1f s\n",
        units, greedy, best.partition.areas, most, 100.0 * (most / best.partition.areas - 1.0), best.columns,
        static_cast<long long>(best.work), time);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 2 && std::strcmp(argv[1], "work") == 0) {
        measure_optimum(377, std::atoll(argv[2]));
        return 0;
    }
    for (const Pairs pairs : {Pairs::some, Pairs::all}) {
        double before = 0.0;
        std::size_t last = 0;
        for (const std::size_t units : {437U, 875U, 1750U, 3500U}) {
            measure_greedy(units, pairs, before, last);
            last = units;
        }
    }
    if (argc > 1 && std::strcmp(argv[1], "greedy") == 0) return 0;
    for (const std::size_t units : {20U, 47U, 94U, 188U, 377U}) measure_optimum(units);
    return 0;
}
