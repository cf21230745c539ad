// Writes problems and their solutions into a folder, for other programs to check: write_examples FOLDER
#include <cstdio>
#include <exception>
#include <filesystem>
#include <vector>

#include "problems.hpp"
#include "solver/mps.hpp"
#include "solver/solve.hpp"

using namespace ecumene::solver;

namespace {

std::vector<test::Known> examples() {
    std::vector<test::Known> list;
    for (const test::Known& known : test::catalogue())
        if (known.reason == Reason::optimal && known.problem.columns() > 0 && known.problem.rows() > 0)
            list.push_back(known);
    for (std::uint32_t seed = 101; seed <= 105; ++seed) list.push_back(test::constructed(seed, 25, 30));
    list.push_back({"Dispatch", test::dispatch(3, 168), Reason::optimal, 0.0});
    return list;
}

void write(const test::Known& known, const Options& options, const std::filesystem::path& folder, const char* suffix) {
    write_mps(known.problem, folder / (known.name + suffix + ".mps"));
    write_solution(folder / (known.name + suffix + ".solution"), solve(known.problem, options));
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    try {
        for (const test::Known& known : examples()) {
            write(known, {.method = Method::simplex, .relative_gap = 0.0}, words[1], "_simplex");
            // On a handful of entries the presolve leaves an interior point nothing to do.
            if (known.problem.entries() > 50) write(known, {.method = Method::interior_point}, words[1], "_interior");
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
