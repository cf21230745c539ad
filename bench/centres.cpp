// How choosing centres grows with size: p-median by our own search, and the tiered model through the solver.
//
//     build/bench/bin/centres_bench
//
// Units lie at random (seeded) on a square whose side grows with the root of their number, so neighbourhoods stay alike. Each line
// gives the ratio to the line before beside the seconds: seconds are this machine's, ratios are the finding.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>

#include "structure/centres/centre_plan.hpp"
#include "structure/centres/p_median.hpp"

namespace {

using namespace ecumene::structure;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point begun) {
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

CentreCase square(std::size_t units) {
    std::mt19937 random(7);
    const double side = 12.0 * std::sqrt(static_cast<double>(units));
    const auto draw = [&] { return side * static_cast<double>(random()) / static_cast<double>(std::mt19937::max()); };
    CentreCase ask;
    std::vector<double> x, y;
    double people = 0.0;
    for (std::size_t i = 0; i < units; ++i) {
        x.push_back(draw()), y.push_back(draw());
        const double count = 20'000.0 + static_cast<double>(random() % 400'000);
        people += count;
        ask.units.push_back({.code = std::to_string(i), .people = {count, 0.85 * count, 1.15 * count}});
    }
    for (std::size_t i = 0; i < units; ++i)
        for (std::size_t j = 0; j < units; ++j) {
            ask.kilometres.push_back(2.0 + 1.3 * std::hypot(x[i] - x[j], y[i] - y[j]));
            ask.minutes.push_back(8.0 + ask.kilometres.back() / 45.0 * 60.0);
        }
    ask.bands = {{unlimited, 0.0002, 0.00015}};
    ask.carbon_price = 0.1;
    ask.money_per_hour = 0.01;
    ask.total_people = people;
    ask.growth.money_per_person = 2.6;
    ask.tiers = {{.name = "local", .reach_minutes = 30, .trips = 400, .least_people = 20'000, .site_money = 5'000},
        {.name = "sub-centre", .reach_minutes = 60, .trips = 80, .least_people = 150'000, .site_money = 50'000},
        {.name = "core", .reach_minutes = 120, .trips = 15, .least_people = 1'000'000, .site_money = 300'000}};
    return ask;
}

void p_median() {
    std::printf("p-median, p = n / 20\n    n   seconds  ratio  nodes  proven\n");
    double before = 0.0;
    for (const std::size_t units : {100U, 200U, 400U, 800U}) {
        const CentreCase ask = square(units);
        const auto begun = Clock::now();
        const PMedianAnswer answer = solve_p_median({units, units, ask.kilometres, units / 20});
        const double seconds = since(begun);
        std::printf("%5zu  %8.2f  %5.1f  %5zu  %s\n", units, seconds, before > 0.0 ? seconds / before : 1.0,
            answer.nodes, answer.is_proven ? "yes" : "no");
        before = seconds;
    }
}

void tiers() {
    std::printf("three tiers with growth, gap 2e-3\n    n     rows  seconds  ratio      gap\n");
    double before = 0.0;
    for (const std::size_t units : {50U, 100U, 200U, 400U}) {
        const CentreCase ask = square(units);
        const auto begun = Clock::now();
        const CentrePlan plan = choose_centres(ask, {.solver = {.time_limit_seconds = 300, .relative_gap = 2e-3}});
        const double seconds = since(begun);
        std::printf("%5zu  %7lld  %7.2f  %5.1f  %.1e\n", units, static_cast<long long>(plan.rows), seconds,
            before > 0.0 ? seconds / before : 1.0, plan.relative_gap());
        before = seconds;
    }
}

}  // namespace

int main() {
    p_median();
    tiers();
}
