#include "planning/plan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "core/error.hpp"
#include "planning/conflicts.hpp"
#include "planning/energy_model.hpp"
#include "planning/legacy.hpp"
#include "planning/tables/base_year_check.hpp"
#include "planning/tables/plan_tables.hpp"
#include "planning/tables/sensitivity.hpp"
#include "solver/mps.hpp"

namespace ecumene::planning {
namespace {

constexpr double optimal_tolerance = 1e-6;

class NoStages final : public Stages {
public:
    std::optional<solver::Solution> find(const std::string&) override { return std::nullopt; }
    void keep(const std::string&, const solver::Solution&) override {}
};

Bilingual time_text(const System& s) {
    const auto step = static_cast<int>(s.time.snapshots.front().hours);
    if (s.time.is_full) {
        const auto count = s.time.snapshots.size();
        if (step == 1)
            return {compose("every hour of the year ({})", {count}), compose("1년 모든 시간 ({}시간)", {count})};
        return {compose("the whole year in {} steps of {} hours", {count, step}),
            compose("1년 전체 ({}개 시점, {}시간 간격)", {count, step})};
    }
    const auto days = s.time.periods.size();
    return {compose("{} {} at {}-hour steps standing for the year, seasonal storage linked over all 365 days",
                {days, days == 1 ? "day" : "days", step}),
        compose("대표일 {}일, {}시간 간격, 계절 저장은 365일 순서로 연결", {days, step})};
}

// Rough seconds for one linear solve, fitted on the bundled packages on 2 cores (docs/model/time.md).
double expected_seconds(std::int64_t entries) {
    return 1.0 + 50.0 * std::pow(static_cast<double>(entries) / 1e6, 1.1);
}

// Problem, presolve and factor together, as measured (docs/model/time.md).
double expected_bytes(std::int64_t columns) {
    return 1.2e3 * static_cast<double>(columns);
}

Outcome outcome_of(const solver::Solution& solution, const solver::Certificate& certificate) {
    switch (solution.termination.reason) {
        case solver::Reason::infeasible:
        case solver::Reason::infeasible_or_unbounded: return Outcome::infeasible;
        case solver::Reason::cancelled: return Outcome::cancelled;
        case solver::Reason::limit: return Outcome::limit;
        case solver::Reason::unbounded:
        case solver::Reason::failed: return Outcome::failed;
        case solver::Reason::optimal: break;
    }
    if (certificate.holds(optimal_tolerance)) return Outcome::optimal;
    return certificate.holds(solver::exploring_tolerance) ? Outcome::exploring : Outcome::failed;
}

// A later outcome may only make the whole worse.
Outcome worse_of(Outcome a, Outcome b) {
    return a == Outcome::optimal ? b : a == Outcome::exploring && b == Outcome::optimal ? a : b;
}

class Planner {
public:
    Planner(const dataset::Dataset& data, const dataset::Scenario& scenario, const Options& options, Stages& stages,
        Progress& progress)
        : data_(data), scenario_(scenario), options_(options), stages_(stages), progress_(progress) {}

    Plan make() {
        progress_.stage({"reading the system", "자료에서 체계 구성"}, 0.0);
        System system = read_system(data_, scenario_);
        plan_.time_text = time_text(system);
        PlanTables tables(system);
        plan_.outcome = Outcome::optimal;
        if (scenario_.foresight == dataset::Foresight::perfect)
            solve(system, "all", tables);
        else
            solve_year_by_year(system, tables);
        plan_.hourly = tables.hourly();
        plan_.hourly_labels = tables.hourly_labels();
        plan_.tables = std::move(tables).finish();
        plan_.tables.push_back(sensitivity_.table(data_, plan_.objective));
        if (has_answer()) plan_.tables.push_back(base_year_check(data_, system, plan_.tables));
        return std::move(plan_);
    }

private:
    bool has_answer() const { return plan_.outcome == Outcome::optimal || plan_.outcome == Outcome::exploring; }

    // Solves one slice; true if there is an answer to go on from.
    bool solve(const System& system, const std::string& key, PlanTables& tables) {
        progress_.stage({"writing the equations", "수식 작성"}, 0.0);
        const EnergyModel model = write_model(system);
        note_size(model.problem, system);
        const auto mps = path_to_write(key);
        if (!mps.empty()) solver::write_mps(model.problem, mps);
        const solver::Solution solution = solution_of(model.problem, key);
        const auto certificate = solver::certify(model.problem, solution);
        plan_.outcome = worse_of(plan_.outcome, outcome_of(solution, certificate));
        plan_.detail = solution.termination.detail;
        plan_.is_out_of_memory = solution.termination.limit == solver::Limit::memory;
        plan_.backend = solution.backend;
        if (plan_.outcome == Outcome::infeasible) explain(system, model);
        if (!has_answer()) return false;
        stages_.keep(key, solution);
        if (!mps.empty()) solver::write_solution(std::filesystem::path(mps).replace_extension(".solution"), solution);
        plan_.certificates.push_back(certificate);
        plan_.objective += certificate.objective;
        progress_.stage({"writing the tables", "결과표 작성"}, 0.0);
        const Answer answer{system, model, solution};
        tables.add(answer);
        sensitivity_.add(answer);
        last_ = std::make_unique<Legacy>(left_by(answer));
        return true;
    }

    solver::Solution solution_of(const lp::Problem& problem, const std::string& key) {
        // Certified anew: what stages hand on may have changed with the program since.
        if (auto kept = stages_.find(key); kept && solver::certify(problem, *kept).holds(optimal_tolerance)) {
            progress_.say({"the solve of stage " + key + " was kept from an earlier run",
                key + " 단계의 풀이는 이전 실행에서 이어 받음"});
            return *std::move(kept);
        }
        progress_.stage(
            {"solving " + key, key == "all" ? "모든 연도 풀이" : key + "년 풀이"}, expected_seconds(problem.entries()));
        return solver::solve(problem, options_.solver, progress_);
    }

    // A search for the reason that was cut short says nothing about the plan: the answer is that it was cut short.
    void explain(const System& system, const EnergyModel& model) {
        auto found = find_conflicts(system, model, options_.solver, progress_);
        plan_.conflicts = std::move(found.list);
        if (!plan_.conflicts.empty()) return;
        const auto reason = found.ending.reason;
        if (reason != solver::Reason::cancelled && reason != solver::Reason::limit) return;
        plan_.outcome = reason == solver::Reason::cancelled ? Outcome::cancelled : Outcome::limit;
        plan_.detail = found.ending.detail;
    }

    void note_size(const lp::Problem& problem, const System& system) {
        plan_.size.rows = std::max<std::int64_t>(plan_.size.rows, problem.rows());
        plan_.size.columns = std::max<std::int64_t>(plan_.size.columns, problem.columns());
        plan_.size.entries = std::max(plan_.size.entries, problem.entries());
        plan_.size.snapshots = static_cast<std::int64_t>(system.time.snapshots.size());
    }

    // Where this stage's problem is to be written; empty: nowhere.
    std::filesystem::path path_to_write(const std::string& key) const {
        auto path = options_.write_problem;
        if (!path.empty() && key != "all")
            path.replace_filename(path.stem().string() + "-" + key + path.extension().string());
        return path;
    }

    void solve_year_by_year(System system, PlanTables& tables) {
        for (const Year y : system.years) {
            const System now = system.slice(y);
            if (!solve(now, std::to_string(now.calendar.front()), tables)) return;
            hand_on(system, *last_, y);
        }
    }

    const dataset::Dataset& data_;
    const dataset::Scenario& scenario_;
    const Options& options_;
    Stages& stages_;
    Progress& progress_;
    Plan plan_;
    Sensitivity sensitivity_;
    std::unique_ptr<Legacy> last_;
};

}  // namespace

const Frame& Plan::table(std::string_view name) const {
    for (const auto& frame : tables)
        if (frame.name() == name) return frame;
    throw Error(ErrorKind::internal, compose("the plan has no table '{}'", {name}));
}

solver::Certificate Plan::worst_certificate() const {
    constexpr double unknown = std::numeric_limits<double>::infinity();
    if (certificates.empty()) return {.primal = unknown, .dual = unknown, .gap = unknown};
    return *std::ranges::max_element(certificates, {}, [](const auto& c) {
        return std::max({c.primal, c.dual, c.gap});
    });
}

Stages& no_stages() {
    static NoStages none;
    return none;
}

Estimate estimate(const dataset::Dataset& data, const dataset::Scenario& scenario) {
    System system = read_system(data, scenario);
    const bool is_perfect = scenario.foresight == dataset::Foresight::perfect;
    Estimate e;
    e.time_text = time_text(system);
    e.size.snapshots = static_cast<std::int64_t>(system.time.snapshots.size());
    const auto years = static_cast<double>(system.calendar.size());
    const EnergyModel one_year = write_model(system.slice(Year{system.years.size() - 1}));
    const double factor = is_perfect ? years : 1.0;
    e.size.rows = static_cast<std::int64_t>(factor * one_year.problem.rows());
    e.size.columns = static_cast<std::int64_t>(factor * one_year.problem.columns());
    e.size.entries = static_cast<std::int64_t>(factor * static_cast<double>(one_year.problem.entries()));
    e.bytes = expected_bytes(e.size.columns);
    e.seconds = is_perfect ? expected_seconds(e.size.entries) : years * expected_seconds(one_year.problem.entries());
    return e;
}

Plan make_plan(const dataset::Dataset& data, const dataset::Scenario& scenario, const Options& options, Stages& stages,
    Progress& progress) {
    return Planner(data, scenario, options, stages, progress).make();
}

}  // namespace ecumene::planning
