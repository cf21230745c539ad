// The integrated plan: a Dataset and a Scenario become one optimisation and its answer in plain tables.
//
//     Plan plan = make_plan(data, scenario, {}, stages, progress);
//     plan.outcome == Outcome::optimal;   plan.table("capacity");   plan.certificates.front().gap
//
// Tables and their columns stand in schema/results.json; units are canonical except where a column says otherwise. No
// solver type leaves this module except the certificate. Infeasible, limit and cancelled are outcomes, not exceptions.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.hpp"
#include "core/progress.hpp"
#include "dataset/dataset.hpp"
#include "dataset/scenario.hpp"
#include "solver/certificate.hpp"
#include "solver/solve.hpp"

namespace ecumene::planning {

struct Options {
    solver::Options solver;
    std::filesystem::path write_problem;  // .mps to write beside the solution; empty: none
};

enum class Outcome { optimal, exploring, infeasible, limit, cancelled, failed };

// A policy or balance that has to give way before any plan exists.
struct Conflict {
    std::string policy;  // carbon_cap, self_reliance, ...
    std::string region;
    int year{};
    double amount{};  // in `unit`; how far the limit would have to move
    std::string unit;
    Bilingual sentence;
};

// Hourly results as arrays for the NetCDF file: dimensions outermost first.
struct HourlyArray {
    std::string name, unit, about;
    std::vector<std::string> dimensions;
    std::vector<float> values;
};

struct ProblemSize {
    std::int64_t rows{}, columns{}, entries{}, snapshots{};
};

struct Plan {
    Outcome outcome{Outcome::failed};
    std::string detail;                             // what the solver said
    bool is_out_of_memory{};                        // the limit that ended it was one of memory
    std::string backend;                            // who solved it
    double objective{};                             // MKRW, discounted to the first year
    std::vector<solver::Certificate> certificates;  // one per solve: one (perfect) or one per year (myopic)
    std::vector<Conflict> conflicts;
    std::vector<Frame> tables;
    std::vector<HourlyArray> hourly;
    std::map<std::string, std::vector<std::string>> hourly_labels;  // dimension -> labels
    ProblemSize size;
    Bilingual time_text;  // "8 days at 3-hour steps, seasonal storage linked"

    const Frame& table(std::string_view name) const;
    solver::Certificate worst_certificate() const;
};

// Where finished solves are kept, so that a killed run goes on. Keys are stable names such as "2035" or "all".
class Stages {
public:
    virtual ~Stages() = default;
    virtual std::optional<solver::Solution> find(const std::string& key) = 0;
    virtual void keep(const std::string& key, const solver::Solution& solution) = 0;
};
// Keeps nothing.
Stages& no_stages();

struct Estimate {
    ProblemSize size;
    double seconds{};  // rough, from measurements on a 2-core laptop (docs/model/time.md)
    double bytes{};    // of memory while solving; the same
    Bilingual time_text;
};
Estimate estimate(const dataset::Dataset& data, const dataset::Scenario& scenario);

// Throws FindingsError when the package cannot carry this plan (what is missing is named), Error otherwise.
Plan make_plan(const dataset::Dataset& data, const dataset::Scenario& scenario, const Options& options,
    Stages& stages = no_stages(), Progress& progress = silent());

}  // namespace ecumene::planning
