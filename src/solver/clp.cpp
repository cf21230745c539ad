// CLP: simplex and barrier for linear problems. Debian's build factors the barrier's normal equations with CLP's own sparse
// Cholesky only; that loses to its simplex on small plans and wins on large ones (docs/model/solver.md has figures).
#include <ClpConfig.h>
#include <ClpCholeskyBase.hpp>
#include <ClpEventHandler.hpp>
#include <ClpInterior.hpp>
#include <ClpPresolve.hpp>
#include <ClpSimplex.hpp>
#include <CoinMessageHandler.hpp>
#include <memory>
#include <string>
#include <vector>

#include "solver/backend.hpp"
#include "solver/coin.hpp"

namespace ecumene::solver {
namespace {

constexpr int presolve_passes = 10;
constexpr double presolve_tolerance = 1e-9;
constexpr double thorough_tolerance = 1e-9;

// ClpModel::status()
constexpr int status_optimal = 0, status_infeasible = 1, status_unbounded = 2, status_limit = 3;

class StopHandler : public ClpEventHandler {
public:
    explicit StopHandler(Watch& watch) : watch_(&watch) {}
    int event(Event) override { return watch_->is_over() ? 0 : -1; }
    ClpEventHandler* clone() const override { return new StopHandler(*this); }

private:
    Watch* watch_;
};

// The symbolic factorisation writes a line to standard output unless the log level is 0.
class QuietCholesky : public ClpCholeskyBase {
public:
    int symbolic() override {
        CoinMessageHandler& lines = *model_->messageHandler();
        const int level = lines.logLevel();
        lines.setLogLevel(0);
        const int result = ClpCholeskyBase::symbolic();
        lines.setLogLevel(level);
        return result;
    }
    ClpCholeskyBase* clone() const override { return new QuietCholesky(*this); }
};

struct Outcome {
    int status{-1};
    int iterations{};
};

void make_quiet(ClpSimplex& model, CoinMessageHandler& lines, StopHandler& stop) {
    model.passInMessageHandler(&lines);
    model.passInEventHandler(&stop);
}

void tighten(ClpSimplex& model) {
    model.setPrimalTolerance(thorough_tolerance);
    model.setDualTolerance(thorough_tolerance);
}

Outcome run_barrier(ClpSimplex& model, Watch& watch) {
    CoinMessageHandler* const own_lines = model.messageHandler();
    ClpInterior barrier;
    barrier.borrowModel(model);
    // The barrier asks no event handler, but it does say a line per iteration: there it is told to stop.
    const auto lines = line_listener(watch, [&] {
        if (watch.is_over()) barrier.setMaximumBarrierIterations(0);
    });
    barrier.passInMessageHandler(lines.get());
    barrier.setCholesky(new QuietCholesky());  // owned by the barrier
    barrier.primalDual();
    const Outcome outcome{barrier.status(), barrier.numberIterations()};
    barrier.returnModel(model);
    model.passInMessageHandler(own_lines);  // the loan would leave it the barrier's listener, which ends here
    return outcome;
}

Outcome run_simplex(ClpSimplex& model) {
    model.dual();
    // CLP's dual may stop on a perturbed or scaled problem that is not quite feasible: primal finishes from that basis.
    if (model.status() == status_optimal &&
        (model.sumPrimalInfeasibilities() > 0.0 || model.sumDualInfeasibilities() > 0.0))
        model.primal(1);
    return {model.status(), model.numberIterations()};
}

Outcome run_method(ClpSimplex& model, Method method, Watch& watch) {
    return method == Method::interior_point ? run_barrier(model, watch) : run_simplex(model);
}

Termination termination_of(int status, const Watch& watch) {
    switch (status) {
        case status_optimal: return {Reason::optimal, Limit::none, "optimal"};
        case status_infeasible: return {Reason::infeasible, Limit::none, "primal infeasible"};
        case status_unbounded: return {Reason::unbounded, Limit::none, "dual infeasible"};
        case status_limit:
            return watch.is_over() ? watch.stopped() : Termination{Reason::limit, Limit::iterations, "iteration limit"};
        default: break;
    }
    if (watch.is_over()) return watch.stopped();
    return {Reason::failed, Limit::none, "CLP stopped with status " + std::to_string(status)};
}

void take_values(const ClpSimplex& model, Solution& solution) {
    solution.values.assign(model.primalColumnSolution(), model.primalColumnSolution() + model.numberColumns());
    solution.duals.assign(model.dualRowSolution(), model.dualRowSolution() + model.numberRows());
}

// After the presolve is undone the full problem may be optimal but for rounding; simplex from that basis mends it.
Outcome finish_on_full_problem(ClpSimplex& model, Outcome outcome, Method method) {
    if (method == Method::interior_point || outcome.status != status_optimal) return outcome;
    model.primal(1);
    return {model.status(), outcome.iterations + model.numberIterations()};
}

class ClpEngine : public Engine {
public:
    BackendInfo info() const override { return {Backend::clp, "clp " CLP_VERSION, true, {}, false}; }
    // Alone CLP's simplex would pay up to 150,000 entries; but above this the barrier comes first.
    std::int64_t simplex_pays_below() const override { return 20'000; }

    Solution run(const Task& task, Watch& watch) const override {
        const auto lines = line_listener(watch);
        StopHandler stop(watch);
        ClpSimplex model;
        make_quiet(model, *lines, stop);
        load(task.problem, model);
        const Outcome outcome =
            task.effort == Effort::usual ? run_presolved(model, task.method, watch, *lines, stop) : run_thorough(model);
        Solution solution;
        solution.backend = info().name + (task.method == Method::interior_point ? " barrier" : " simplex");
        solution.iterations = outcome.iterations;
        solution.termination = termination_of(outcome.status, watch);
        if (outcome.status == status_optimal || outcome.status == status_limit) take_values(model, solution);
        return solution;
    }

private:
    static Outcome run_presolved(
        ClpSimplex& model, Method method, Watch& watch, CoinMessageHandler& lines, StopHandler& stop) {
        ClpPresolve presolve;
        const std::unique_ptr<ClpSimplex> reduced(
            presolve.presolvedModel(model, presolve_tolerance, false, presolve_passes));
        // Nothing comes back when the presolve finds the problem infeasible or unbounded; only a full run can tell which.
        if (!reduced) return run_simplex(model);
        make_quiet(*reduced, lines, stop);
        Outcome outcome = run_method(*reduced, method, watch);
        if (outcome.status == status_infeasible || outcome.status == status_unbounded) return run_simplex(model);
        if (outcome.status != status_optimal) return outcome;
        presolve.postsolve(true);
        return finish_on_full_problem(model, outcome, method);
    }

    static Outcome run_thorough(ClpSimplex& model) {
        tighten(model);
        return run_simplex(model);
    }
};

}  // namespace

const Engine& clp_engine() {
    static const ClpEngine engine;
    return engine;
}

}  // namespace ecumene::solver
