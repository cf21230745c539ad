// How long it takes to judge the invented plans of a whole country, and whether the time grows with them and no faster.
//
//     governance_lint                    1 + 17 + 226 plans of 30 sectors, 25 years, 200 measures, and halves of it
//     governance_lint --files            reading them from their tables too
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>

#include "core/error.hpp"
#include "governance/lint.hpp"
#include "governance/plan/write_plan.hpp"
#include "invented_plans.hpp"

namespace {

using namespace ecumene;
using governance::InventedSize;

template <class Work>
double seconds(Work work) {
    const std::clock_t begun = std::clock();
    work();
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

void measure(const InventedSize& size, bool is_reading) {
    auto plans = governance::invented_plans(size);
    double reading = 0.0;
    if (is_reading)
        for (auto& plan : plans) {
            auto texts = governance::plan_texts(plan, {});
            governance::ReadPlan read;
            reading += seconds([&] { read = governance::read_plan(std::move(texts), plan.place); });
            read.findings.raise_if_errors();
            read.plan.place = plan.place;
            plan = std::move(read.plan);
        }
    governance::Lint found;
    governance::PlanSet set;
    const double judging = seconds([&] {
        set = governance::PlanSet(std::move(plans));
        found = governance::lint(set, governance::invented_day);
    });
    std::printf("%4zu plans %3d sectors %3d years %4d measures | read %5.2f s | judged %5.2f s | %zu findings\n",
        set.size(), size.sectors, size.years, size.measures, reading, judging, found.findings.size());
}

}  // namespace

int main(int argc, char** argv) {
    const bool is_reading = argc > 1 && std::strcmp(argv[1], "--files") == 0;
    try {
        for (const int measures : {50, 100, 200})
            measure(
                {.provinces = 17, .municipalities = 226, .sectors = 30, .years = 25, .measures = measures}, is_reading);
        for (const int municipalities : {40, 96})
            measure({.provinces = 17, .municipalities = municipalities, .sectors = 30, .years = 25, .measures = 200},
                is_reading);
        return 0;
    } catch (const ecumene::Error& error) {
        std::fprintf(stderr, "%s\n", error.explain().c_str());
    }
    return 1;
}
