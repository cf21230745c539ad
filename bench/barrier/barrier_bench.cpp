// Our interior point against that of HiGHS: CPU seconds to the same certificate, memory, and how both grow with the problem.
//
//     build/bench/bin/barrier_bench                                              # about five minutes
//     build/bench/bin/barrier_bench --instances 17x168x1,17x672x1 --seeds 7,11,23 --limit 600 --out figures
//     build/bench/bin/barrier_bench --instances plan.mps other.mps               # ecumene plan korea --write-problem plan.mps
//
// --instances  plans of regions x hours x years, and MPS files; the latter may also stand alone
// --seeds      of the plans' weather: medians are over them
// --threads    of the barrier, else 1; CPU seconds are those of all together
// --limit      CPU seconds for HiGHS, then "> limit"; 0 leaves HiGHS out
// --out        folder for barrier.csv and barrier.svg
//
// What the columns mean: docs/model/barrier-figures.md. Every solve has a process of its own.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "barrier/instance.hpp"
#include "barrier/measure.hpp"
#include "barrier/plot.hpp"
#include "barrier/results.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"

namespace {

using namespace ecumene;
using namespace ecumene::bench;

struct Request {
    std::vector<Instance> instances;
    std::vector<unsigned> seeds{7};
    double limit{120.0};
    int threads{1};
    std::filesystem::path folder;
};

[[noreturn]] void refuse(const std::string& why) {
    throw Error(ErrorKind::input, why);
}

double number_of(const std::string& word) {
    double value = 0.0;
    if (!parse_number(word, value) || value < 0.0) refuse(word + " is not a number from 0 on");
    return value;
}

void take_option(Request& request, const std::string& name, const std::string& value) {
    if (name == "--instances") {
        for (const std::string& word : split(value, ',')) request.instances.push_back(instance_named(word));
    } else if (name == "--seeds") {
        request.seeds.clear();
        for (const std::string& word : split(value, ','))
            request.seeds.push_back(static_cast<unsigned>(number_of(word)));
    } else if (name == "--threads") {
        request.threads = std::max(1, static_cast<int>(number_of(value)));
    } else if (name == "--limit") {
        request.limit = number_of(value);
    } else if (name == "--out") {
        request.folder = value;
    } else {
        refuse("there is no " + name + ": --instances, --seeds, --threads, --limit, --out");
    }
}

Request read_request(const std::vector<std::string>& words) {
    Request request;
    for (std::size_t k = 0; k < words.size(); ++k) {
        if (!words[k].starts_with("--"))
            request.instances.push_back(instance_named(words[k]));
        else if (k + 1 == words.size())
            refuse(words[k] + " needs a value");
        else
            take_option(request, words[k], words[k + 1]), ++k;
    }
    if (request.instances.empty())
        for (const char* word : {"5x168x1", "5x672x1", "17x168x1"}) request.instances.push_back(instance_named(word));
    return request;
}

Trial tried(const lp::Problem& problem, unsigned seed, const Rules& rules) {
    Trial trial{seed, measure(problem, Solver::barrier, {.tolerance = rules.tolerance, .threads = rules.threads}), {}};
    if (rules.limit > 0.0) trial.theirs = measure(problem, Solver::highs, rules);
    return trial;
}

Result measured(const Instance& instance, const std::vector<unsigned>& seeds, const Rules& rules) {
    Result result;
    result.instance = instance;
    for (const unsigned seed : seeds) {
        const lp::Problem problem = problem_of(instance, seed);
        const Trial trial = tried(problem, seed, rules);
        std::fprintf(stderr, "%s seed %u: barrier %s s, HiGHS %s s, objective %.8g\n", instance.name.c_str(), seed,
            seconds_text(trial.ours, rules).c_str(), seconds_text(trial.theirs, rules).c_str(), trial.ours.objective);
        if (result.trials.empty()) {
            result.rows = problem.rows();
            result.columns = problem.columns();
            result.entries = problem.entries();
        }
        result.trials.push_back(trial);
        if (!instance.size) break;
    }
    return result;
}

void run(const Request& request) {
    const Rules rules{.limit = request.limit, .threads = request.threads};
    std::vector<Result> results;
    for (const Instance& instance : request.instances) results.push_back(measured(instance, request.seeds, rules));
    print(results, rules);
    if (request.folder.empty()) return;
    std::filesystem::create_directories(request.folder);
    files::write_file(request.folder / "barrier.csv", csv_of(results));
    files::write_file(request.folder / "barrier.svg", plot_of(results));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        run(read_request({argv + 1, argv + argc}));
        return 0;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.explain().c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 2;
}
