// How long it takes to read and judge the invented plans of a whole country, and whether the time grows with them and no faster.
//
//     governance_lint            plan folders on disk, read on all processors: 61, 122, 244 (1 + 17 + 226) and 488 plans of
//                                30 sectors, 25 years and 200 measures; then 244 plans with fewer measures
//     governance_lint 1          the same, read on one thread
//
// Seconds of the clock on the wall, which people wait and a busy machine stretches; in brackets those of all processors.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

#include "core/error.hpp"
#include "core/parallel.hpp"
#include "files/atomic.hpp"
#include "governance/lint.hpp"
#include "governance/plan/write_plan.hpp"
#include "invented_plans.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ecumene;
using governance::InventedSize;

struct Seconds {
    double wall{}, processors{};
};

template <class Work>
Seconds seconds(Work work) {
    const auto begun = std::chrono::steady_clock::now();
    const auto used = std::clock();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(),
        static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC};
}

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / "ecumene_governance_lint") {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    governance::PlanFolder add(const governance::PlanDocument& plan) const {
        const auto folder = path_ / plan.id;
        fs::create_directories(folder);
        for (const auto& [name, text] : governance::plan_texts(plan, {})) files::write_file(folder / name, text);
        return {folder, plan.place};
    }

private:
    fs::path path_;
};

void measure(const InventedSize& size, int threads) {
    const Folder folder;
    std::vector<governance::PlanFolder> places;
    for (const auto& plan : governance::invented_plans(size)) places.push_back(folder.add(plan));
    std::vector<governance::PlanDocument> plans;
    const auto reading = seconds([&] {
        for (auto& read : governance::read_plans(places, threads)) {
            read.findings.raise_if_errors();
            plans.push_back(std::move(read.plan));
        }
    });
    governance::Lint found;
    governance::PlanSet set;
    const auto judging = seconds([&] {
        set = governance::PlanSet(std::move(plans));
        found = governance::lint(set, governance::invented_day);
    });
    std::printf(
        "%4zu plans %3d measures | read %5.2f s (%5.2f) | judged %5.2f s (%5.2f) | both %5.2f s | %zu findings\n",
        set.size(), size.measures, reading.wall, reading.processors, judging.wall, judging.processors,
        reading.wall + judging.wall, found.findings.size());
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const int threads = argc > 1 ? std::max(1, std::atoi(argv[1])) : processors();
    try {
        std::printf("%d threads read\n", threads);
        for (const auto& [provinces, municipalities] : {std::pair{4, 56}, {8, 113}, {17, 226}, {34, 453}})
            measure(
                {.provinces = provinces, .municipalities = municipalities, .sectors = 30, .years = 25, .measures = 200},
                threads);
        for (const int measures : {50, 100})
            measure(
                {.provinces = 17, .municipalities = 226, .sectors = 30, .years = 25, .measures = measures}, threads);
        return 0;
    } catch (const ecumene::Error& error) {
        std::fprintf(stderr, "%s\n", error.explain().c_str());
    }
    return 1;
}
