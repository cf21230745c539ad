// CBC: branch and cut for integer problems, by the same steps as its command-line program (preprocessing, cuts,
// heuristics). Linear problems given to it are solved by the CLP inside it.
#include <CbcConfig.h>

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <CoinMessageHandler.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "solver/backend.hpp"
#include "solver/coin.hpp"

namespace ecumene::solver {
namespace {

class StopHandler : public CbcEventHandler {
public:
    explicit StopHandler(Watch& watch) : watch_(&watch) {}
    CbcAction event(CbcEvent) override { return watch_->is_over() ? stop : noAction; }
    CbcEventHandler* clone() const override { return new StopHandler(*this); }

private:
    Watch* watch_;
};

int go_on(CbcModel*, int) {
    return 0;
}

std::vector<std::string> command_line(const Task& task, const Watch& watch) {
    std::vector<std::string> words{"cbc", "-ratioGap", shortest(task.options.relative_gap), "-timeMode", "elapsed"};
    if (std::isfinite(watch.remaining()))
        words.insert(words.end(), {"-sec", shortest(std::max(watch.remaining(), 0.01))});
    if (task.effort == Effort::thorough) words.insert(words.end(), {"-presolve", "off", "-preprocess", "off"});
    words.insert(words.end(), {"-solve", "-quit"});
    return words;
}

void run_command_line(CbcModel& model, const std::vector<std::string>& words) {
    CbcSolverUsefulData settings;
    settings.useSignalHandler_ = false;  // Ctrl-C belongs to the program, not to a solver inside it
    settings.noPrinting_ = true;
    CbcMain0(model, settings);
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    CbcMain1(static_cast<int>(arguments.size()), arguments.data(), model, go_on, settings);
}

Termination termination_of(const CbcModel& model, const Watch& watch) {
    if (watch.is_cancelled()) return watch.stopped();
    if (model.isProvenInfeasible()) return {Reason::infeasible, Limit::none, "infeasible"};
    // Whole numbers may still rule out every answer: solve() finds out.
    if (model.isContinuousUnbounded())
        return {Reason::infeasible_or_unbounded, Limit::none, "linear relaxation unbounded"};
    if (model.isProvenOptimal()) return {Reason::optimal, Limit::none, "optimal"};
    if (model.isSecondsLimitReached() || watch.is_over()) return {Reason::limit, Limit::time, "time limit reached"};
    if (model.isNodeLimitReached()) return {Reason::limit, Limit::iterations, "node limit reached"};
    return {Reason::failed, Limit::none,
        compose("CBC stopped with status {}, {}", {model.status(), model.secondaryStatus()})};
}

Solution run_branch_and_cut(const Task& task, Watch& watch) {
    const auto lines = line_listener(watch);
    StopHandler stop(watch);
    OsiClpSolverInterface linear;
    linear.passInMessageHandler(lines.get());
    load(task.problem, linear);
    CbcModel model(linear);
    model.passInMessageHandler(lines.get());
    model.passInEventHandler(&stop);
    run_command_line(model, command_line(task, watch));

    Solution solution;
    solution.termination = termination_of(model, watch);
    solution.iterations = model.getIterationCount();
    solution.bound = model.getBestPossibleObjValue() + task.problem.constant;
    if (const double* best = model.bestSolution()) solution.values.assign(best, best + task.problem.columns());
    return solution;
}

class CbcEngine : public Engine {
public:
    BackendInfo info() const override { return {Backend::cbc, "cbc " CBC_VERSION, true, {}, true}; }
    std::int64_t simplex_pays_below() const override { return clp_engine().simplex_pays_below(); }

    Solution run(const Task& task, Watch& watch) const override {
        Solution solution =
            task.problem.has_integers() ? run_branch_and_cut(task, watch) : clp_engine().run(task, watch);
        solution.backend = task.problem.has_integers() ? info().name : info().name + " (" + solution.backend + ")";
        return solution;
    }
};

}  // namespace

const Engine& cbc_engine() {
    static const CbcEngine engine;
    return engine;
}

}  // namespace ecumene::solver
