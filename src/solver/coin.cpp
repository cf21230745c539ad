#include "solver/coin.hpp"

#include <ClpSimplex.hpp>
#include <CoinFinite.hpp>
#include <CoinMessageHandler.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "core/error.hpp"

namespace ecumene::solver {
namespace {

class LineListener : public CoinMessageHandler {
public:
    LineListener(Watch& watch, std::function<void()> at_each) : watch_(&watch), at_each_(std::move(at_each)) {
        setLogLevel(1);
    }
    int print() override {
        if (at_each_) at_each_();
        watch_->report(messageBuffer());
        return 0;
    }
    CoinMessageHandler* clone() const override { return new LineListener(*this); }

private:
    Watch* watch_;
    std::function<void()> at_each_;
};

struct CoinArrays {
    std::vector<CoinBigIndex> start;
    std::vector<double> lower, upper, row_lower, row_upper;
};

std::vector<double> coin_bounds(const std::vector<double>& bounds) {
    std::vector<double> out(bounds.size());
    std::transform(
        bounds.begin(), bounds.end(), out.begin(), [](double b) { return std::clamp(b, -COIN_DBL_MAX, COIN_DBL_MAX); });
    return out;
}

CoinArrays coin_arrays(const lp::Problem& problem) {
    if (problem.entries() > std::numeric_limits<CoinBigIndex>::max())
        throw Error(ErrorKind::limit, "the problem has more entries than CLP and CBC can count; HiGHS can");
    CoinArrays arrays;
    arrays.start.reserve(problem.start.size());
    for (const std::int64_t s : problem.start) arrays.start.push_back(static_cast<CoinBigIndex>(s));
    arrays.lower = coin_bounds(problem.lower);
    arrays.upper = coin_bounds(problem.upper);
    arrays.row_lower = coin_bounds(problem.row_lower);
    arrays.row_upper = coin_bounds(problem.row_upper);
    return arrays;
}

template <class Model>
void load_arrays(const lp::Problem& problem, Model& model) {
    const CoinArrays arrays = coin_arrays(problem);
    model.loadProblem(problem.columns(), problem.rows(), arrays.start.data(), problem.index.data(),
        problem.value.data(), arrays.lower.data(), arrays.upper.data(), problem.cost.data(), arrays.row_lower.data(),
        arrays.row_upper.data());
}

}  // namespace

std::shared_ptr<CoinMessageHandler> line_listener(Watch& watch, std::function<void()> at_each) {
    return std::make_shared<LineListener>(watch, std::move(at_each));
}

void load(const lp::Problem& problem, ClpSimplex& model) {
    load_arrays(problem, model);
}

void load(const lp::Problem& problem, OsiClpSolverInterface& model) {
    load_arrays(problem, model);
    for (std::int32_t j = 0; j < problem.columns(); ++j)
        if (!problem.is_integer.empty() && problem.is_integer[static_cast<std::size_t>(j)]) model.setInteger(j);
}

}  // namespace ecumene::solver
