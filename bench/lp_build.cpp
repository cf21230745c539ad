// How long and how much memory it takes to write a large plan down as equations: a power system of 50 regions, 40
// technologies and 870 hours (2 M variables, 7.4 M coefficients), and the same at fractions of its size; the balance
// written row by row, and by one sector after another, as plans do.
//
//     build/release/bench/lp_build                      # grows to 50 regions x 870 hours
//     build/release/bench/lp_build 20 168               # one size: regions, hours
//
// Peak memory is that of a child process per size, its data tables included (`tables` says how much those are).
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

#include "core/table.hpp"
#include "core/text.hpp"
#include "lp/model.hpp"

namespace {

using namespace ecumene;
using lp::sum;

using Region = Index<struct RegionTag>;
using Technology = Index<struct TechnologyTag>;
using Hour = Index<struct HourTag>;
using Link = Index<struct LinkTag>;
using Nation = Index<struct NationTag>;

struct Size {
    int regions{50}, technologies{40}, hours{870};
};

enum class Writing { by_row, by_sector };

struct Data {
    Set<Region> regions;
    Set<Technology> technologies;
    Set<Hour> hours;
    Set<Link> links;
    Table<MW, Region, Hour> demand;
    Table<one, Region, Technology, Hour> availability;
    Table<tCO2_per_MWh, Technology> intensity;
    Table<MKRW_per_MWh, Technology> fuel;
    Table<MKRW_per_MW, Technology> annuity;
    Table<hour, Hour> weight;
    std::vector<std::vector<Link>> into, out_of;
};

Data make_data(Size size) {
    const Set<Region> regions(static_cast<std::size_t>(size.regions));
    const Set<Technology> technologies(static_cast<std::size_t>(size.technologies));
    const Set<Hour> hours(static_cast<std::size_t>(size.hours));
    const Set<Link> links(static_cast<std::size_t>(2 * size.regions));
    Data d{regions, technologies, hours, links, Table<MW, Region, Hour>(regions, hours),
        Table<one, Region, Technology, Hour>(regions, technologies, hours),
        Table<tCO2_per_MWh, Technology>(technologies), Table<MKRW_per_MWh, Technology>(technologies),
        Table<MKRW_per_MW, Technology>(technologies), Table<hour, Hour>(hours), {}, {}};
    for (const Region r : regions)
        for (const Hour h : hours) {
            d.demand.set(r, h, {100.0});
            for (const Technology k : technologies) d.availability.set(r, k, h, {0.5});
        }
    for (const Technology k : technologies) {
        d.intensity.set(k, {0.02 * k.pos});
        d.fuel.set(k, {0.060 - 0.001 * k.pos});
        d.annuity.set(k, {1000.0 + 500 * k.pos % 37});
    }
    for (const Hour h : hours) d.weight.set(h, {8760.0 / size.hours});
    d.into.resize(static_cast<std::size_t>(size.regions));
    d.out_of.resize(static_cast<std::size_t>(size.regions));
    for (const Link l : links) {
        d.into[static_cast<std::size_t>((l.pos + 1) % size.regions)].push_back(l);
        d.out_of[static_cast<std::size_t>(l.pos % size.regions)].push_back(l);
    }
    return d;
}

lp::Problem build(const Data& d, Writing writing) {
    const auto& [regions, technologies, hours, links, demand, availability, intensity, fuel, annuity, weight, into,
        out_of] = d;
    const double efficiency = 0.97;
    const Quantity<tCO2> budget{1e6};
    const Quantity<MKRW_per_MWh> unserved_value{3.0};
    const Quantity<hour> step{1.0};

    lp::Model m;
    const auto capacity = m.variables<MW>("capacity", {.lower = 0.0}, regions, technologies);
    const auto generation = m.variables<MW>("generation", {.lower = 0.0}, regions, technologies, hours);
    const auto flow = m.variables<MW>("flow", {.lower = 0.0, .upper = 500.0}, links, hours);
    const auto charge = m.variables<MW>("charge", {.lower = 0.0, .upper = 50.0}, regions, hours);
    const auto discharge = m.variables<MW>("discharge", {.lower = 0.0, .upper = 50.0}, regions, hours);
    const auto stored = m.variables<MWh>("stored", {.lower = 0.0, .upper = 200.0}, regions, hours);
    const auto unserved = m.variables<MW>("unserved", {.lower = 0.0}, regions, hours);
    const auto power_balance = m.constraints<MW>("power_balance", regions, hours);
    const auto capacity_limit = m.constraints<MW>("capacity_limit", regions, technologies, hours);
    const auto storage_level = m.constraints<MWh>("storage_level", regions, hours);
    const auto carbon_budget = m.constraints<tCO2>("carbon_budget", Set<Nation>(1));

    // clang-format off
    // (1) generation + imports - exports + storage + unserved = demand
    const auto made = [&](Region r, Hour h) { return sum(technologies, [&, r, h](Technology k) { return generation(r, k, h); }); };
    const auto moved = [&](Region r, Hour h) {
        return sum(into[r.at()], [&, h](Link l) { return efficiency * flow(l, h); })
               - sum(out_of[r.at()], [&, h](Link l) { return flow(l, h); });
    };
    const auto kept = [&](Region r, Hour h) { return discharge(r, h) - charge(r, h); };
    if (writing == Writing::by_row) {
        for (const Region r : regions)
            for (const Hour h : hours)
                m.subject_to(power_balance(r, h), made(r, h) + moved(r, h) + kept(r, h) + unserved(r, h) == demand(r, h));
    } else {
        for (const Region r : regions)
            for (const Hour h : hours) {
                m.set_bounds(power_balance(r, h), demand(r, h), demand(r, h));
                m.add_to(power_balance(r, h), unserved(r, h));
            }
        for (const Region r : regions)
            for (const Hour h : hours) m.add_to(power_balance(r, h), kept(r, h));
        for (const Region r : regions)
            for (const Hour h : hours) m.add_to(power_balance(r, h), moved(r, h));
        for (const Region r : regions)
            for (const Hour h : hours) m.add_to(power_balance(r, h), made(r, h));
    }

    // (2) generation <= availability * capacity
    for (const Region r : regions)
        for (const Technology k : technologies)
            for (const Hour h : hours)
                m.subject_to(capacity_limit(r, k, h), generation(r, k, h) <= availability(r, k, h) * capacity(r, k));

    // (3) stored[h] = stored[h-1] + 0.9 charge - discharge   (cyclic)
    for (const Region r : regions)
        for (const Hour h : hours) {
            const Hour before{(h.pos + hours.size() - 1) % hours.size()};
            m.subject_to(storage_level(r, h), stored(r, h) == stored(r, before) + (0.9 * step) * charge(r, h) - step * discharge(r, h));
        }

    // (4) sum of emissions <= budget
    m.subject_to(carbon_budget(Nation{0}),
        sum(regions, technologies, hours, [&](Region r, Technology k, Hour h) { return intensity(k) * (weight(h) * generation(r, k, h)); })
            <= budget);

    // objective: annuities, fuel, unserved
    m.minimise(sum(regions, technologies, [&](Region r, Technology k) { return annuity(k) * capacity(r, k); }));
    m.minimise(sum(regions, technologies, hours, [&](Region r, Technology k, Hour h) { return fuel(k) * (weight(h) * generation(r, k, h)); }));
    m.minimise(sum(regions, hours, [&](Region r, Hour h) { return unserved_value * (weight(h) * unserved(r, h)); }));
    // clang-format on
    return std::move(m).finish();
}

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void measure(Size size, Writing writing) {
    const Data data = make_data(size);
    const double tables = peak_megabytes();
    const double before = cpu_seconds();
    const lp::Problem problem = build(data, writing);
    const double seconds = cpu_seconds() - before;
    std::printf("%-10s %7d %6d %12s %12s %12s %9.2f %9.0f %9.0f %9.1f\n",
        writing == Writing::by_row ? "by row" : "by sector", size.regions, size.hours,
        grouped(problem.columns()).c_str(), grouped(problem.rows()).c_str(),
        grouped(static_cast<double>(problem.entries())).c_str(), seconds, tables, peak_megabytes(),
        static_cast<double>(problem.entries()) / seconds / 1e6);
}

// A child of its own, so that the peak is this size's and nothing else's.
bool measure_apart(Size size, Writing writing) {
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        measure(size, writing);
        std::fflush(stdout);
        _exit(0);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<Size> sizes = {{.hours = 109}, {.hours = 218}, {.hours = 435}, {.hours = 870}};
    if (argc > 2) sizes = {{.regions = std::atoi(argv[1]), .hours = std::atoi(argv[2])}};
    std::printf("%-10s %7s %6s %12s %12s %12s %9s %9s %9s %9s\n", "written", "regions", "hours", "variables", "rows",
        "coefficients", "CPU s", "tables MB", "peak MB", "M/s");
    bool all_done = true;
    for (const Writing writing : {Writing::by_row, Writing::by_sector})
        for (const Size size : sizes) all_done = measure_apart(size, writing) && all_done;
    return all_done ? 0 : 1;
}
