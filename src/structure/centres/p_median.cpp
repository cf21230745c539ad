#include "structure/centres/p_median.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/error.hpp"
#include "core/text.hpp"
#include "structure/centres/interchange.hpp"
#include "structure/centres/p_median_bound.hpp"

namespace ecumene::structure {
namespace {

constexpr double rounding = 1e-9;        // relative
constexpr double worth_improving = 1.1;  // an answer so much dearer than the best is not improved
constexpr LagrangianSteps root_steps{.iterations = 3000, .first_step = 2.0, .patience = 30};
constexpr LagrangianSteps node_steps{.iterations = 120, .first_step = 0.5, .patience = 8};

void check(const PMedian& problem) {
    if (problem.clients == 0 || problem.sites == 0)
        throw Error(ErrorKind::input, "choosing centres needs at least one place to serve and one site");
    if (problem.cost.size() != problem.clients * problem.sites)
        throw Error(ErrorKind::input, "the cost table has not one cell for each client and site");
    if (problem.count == 0 || problem.count > problem.sites)
        throw Error(ErrorKind::input, "the number of centres to open must lie between 1 and the number of sites");
    if (!std::all_of(problem.cost.begin(), problem.cost.end(), [](double c) { return std::isfinite(c); }))
        throw Error(ErrorKind::input, "the cost of serving a place is not a finite number");
}

// Where all costs are whole numbers, the next better answer is better by one.
double least_difference(const PMedian& problem) {
    const bool is_whole = std::all_of(
        problem.cost.begin(), problem.cost.end(), [](double c) { return c == std::floor(c) && std::abs(c) < 1e12; });
    return is_whole ? 1.0 - 1e-6 : 0.0;
}

struct Node {
    std::vector<Fixing> fixing;
    std::vector<double> multipliers;
    double bound{};
};

class Search {
public:
    Search(const PMedian& problem, const PMedianOptions& options, Progress& progress)
        : problem_(problem), options_(options), progress_(progress), least_difference_(least_difference(problem)) {}

    PMedianAnswer run();

private:
    // What bounds below `enough` of the best cost leave open is worth a search.
    double enough(double cost) const {
        return cost - std::max({least_difference_, rounding * std::abs(cost), options_.relative_gap * std::abs(cost)});
    }
    double enough() const { return enough(best_.cost); }
    double offer(const std::vector<std::size_t>& open);
    void give_up_below(double bound);
    LagrangianState bound_of(const Node& node, const LagrangianSteps& steps);
    void fix_by_reduced_cost(const LagrangianState& state, std::vector<Fixing>& fixing);
    bool is_decided(const std::vector<Fixing>& fixing);
    void branch(Node node, const LagrangianState& state);
    void expand(Node node, const LagrangianSteps& steps);
    PMedianAnswer answer() const;

    const PMedian& problem_;
    const PMedianOptions& options_;
    Progress& progress_;
    double least_difference_;
    Opening best_{{}, infinite};
    std::set<std::vector<std::size_t>> tried_;
    std::vector<Node> waiting_;
    double given_up_{infinite};  // the least bound among what was not searched further
    double root_bound_{-infinite};
    std::size_t nodes_{};
};

// Every new choice of sites is an answer; a good one is improved by interchange.
double Search::offer(const std::vector<std::size_t>& open) {
    if (!tried_.insert(open).second) return best_.cost;
    if (cost_of(problem_, open) > worth_improving * best_.cost) return best_.cost;
    Opening improved = interchange(problem_, open);
    if (improved.cost < best_.cost) best_ = std::move(improved);
    return best_.cost;
}

void Search::give_up_below(double bound) {
    const double meant = least_difference_ > 0.0 ? std::ceil(bound - 1e-6) : bound;
    given_up_ = std::min(given_up_, meant);
}

LagrangianState Search::bound_of(const Node& node, const LagrangianSteps& steps) {
    const LagrangianBound relaxation(problem_, node.fixing);
    return relaxation.climb(
        node.multipliers, best_.cost, steps, [&](double cost) { return enough(cost); },
        [&](const std::vector<std::size_t>& open) { return offer(open); });
}

// A site whose other fate would lift the bound beyond what is worth a search is fixed (S33).
void Search::fix_by_reduced_cost(const LagrangianState& state, std::vector<Fixing>& fixing) {
    const std::vector<std::size_t> chosen = LagrangianBound(problem_, fixing).choose(state.reduced);
    std::vector<char> is_chosen(problem_.sites, 0);
    for (const std::size_t j : chosen) is_chosen[j] = 1;
    double dearest_in = -infinite, cheapest_out = infinite;
    for (std::size_t j = 0; j < problem_.sites; ++j) {
        if (fixing[j] != Fixing::free) continue;
        if (is_chosen[j])
            dearest_in = std::max(dearest_in, state.reduced[j]);
        else
            cheapest_out = std::min(cheapest_out, state.reduced[j]);
    }
    for (std::size_t j = 0; j < problem_.sites; ++j) {
        if (fixing[j] != Fixing::free) continue;
        const double otherwise =
            state.bound + (is_chosen[j] ? cheapest_out - state.reduced[j] : state.reduced[j] - dearest_in);
        if (!(otherwise >= enough())) continue;
        fixing[j] = is_chosen[j] ? Fixing::open : Fixing::closed;
        give_up_below(otherwise);
    }
}

// Whether the fixings leave one choice only, which is then tried.
bool Search::is_decided(const std::vector<Fixing>& fixing) {
    std::vector<std::size_t> open, possible;
    for (std::size_t j = 0; j < problem_.sites; ++j) {
        if (fixing[j] == Fixing::open) open.push_back(j);
        if (fixing[j] != Fixing::closed) possible.push_back(j);
    }
    if (open.size() < problem_.count && possible.size() > problem_.count) return false;
    const std::vector<std::size_t>& only = open.size() == problem_.count ? open : possible;
    offer(only);
    give_up_below(cost_of(problem_, only));
    return true;
}

// On the site the relaxation is least sure about; the side with it open is searched first.
void Search::branch(Node node, const LagrangianState& state) {
    std::size_t undecided = problem_.sites;
    double least = infinite;
    for (std::size_t j = 0; j < problem_.sites; ++j) {
        if (node.fixing[j] != Fixing::free) continue;
        const double sureness = std::abs(state.tendency[j] - 0.5);
        if (sureness < least) {
            least = sureness;
            undecided = j;
        }
    }
    node.multipliers = state.multipliers;
    node.bound = std::max(node.bound, state.bound);
    for (const Fixing fate : {Fixing::closed, Fixing::open}) {
        node.fixing[undecided] = fate;
        waiting_.push_back(node);
    }
}

void Search::expand(Node node, const LagrangianSteps& steps) {
    ++nodes_;
    if (node.bound >= enough()) return give_up_below(node.bound);
    if (is_decided(node.fixing)) return;
    const LagrangianState state = bound_of(node, steps);
    if (nodes_ == 1) root_bound_ = state.bound;
    if (state.bound >= enough()) return give_up_below(state.bound);
    fix_by_reduced_cost(state, node.fixing);
    if (!is_decided(node.fixing)) branch(std::move(node), state);
}

PMedianAnswer Search::answer() const {
    PMedianAnswer out;
    out.open = best_.open;
    out.served_by = nearest_open(problem_, best_.open);
    out.cost = best_.cost;
    out.bound = std::min(best_.cost, given_up_);
    for (const Node& node : waiting_) out.bound = std::min(out.bound, std::max(node.bound, root_bound_));
    out.root_bound = std::min(root_bound_, best_.cost);
    const double tolerated = std::max(rounding, options_.relative_gap);
    out.is_proven = out.cost - out.bound <= tolerated * std::abs(out.cost);
    out.nodes = nodes_;
    return out;
}

PMedianAnswer Search::run() {
    std::vector<std::size_t> first(problem_.count);
    std::iota(first.begin(), first.end(), std::size_t{0});
    offer(first);
    Node root{std::vector<Fixing>(problem_.sites, Fixing::free), first_multipliers(problem_), -infinite};
    expand(std::move(root), root_steps);
    while (!waiting_.empty() && nodes_ < options_.node_limit && !progress_.is_cancelled()) {
        Node node = std::move(waiting_.back());
        waiting_.pop_back();
        expand(std::move(node), node_steps);
        if (nodes_ % 50 == 0) progress_.update(-1.0, compose("{} nodes, best {}", {nodes_, best_.cost}));
    }
    return answer();
}

}  // namespace

PMedianAnswer solve_p_median(const PMedian& problem, const PMedianOptions& options, Progress& progress) {
    check(problem);
    return Search(problem, options, progress).run();
}

}  // namespace ecumene::structure
