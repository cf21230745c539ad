// The set worth most when its members gain from being together: one minimum cut.
//
//     GainCut cut(3, {{0, 1, 4.0}, {1, 2, 0.5}});   // members 0 and 1 gain 4 together
//     const auto best = cut.best({-2.0, 1.0, 0.5}); // the set X with most of sum of its values + sum of gains of its pairs
//     best.most;                                    // no set is worth more
//
// `most` is true whatever rounding does: it comes from a flow, and every flow bounds every cut (Ford and Fulkerson 1956). The set is
// the best one up to rounding. The empty set, worth nothing, counts. Push and relabel, first come first served (Goldberg and Tarjan
// 1988); memory 32 bytes a pair, time about the pairs times some tens as a rule.
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

namespace ecumene::structure {

// Each pair once, gain not below zero.
struct PairGain {
    std::size_t a{}, b{};
    double gain{};
};

class GainCut {
public:
    GainCut(std::size_t members, const std::vector<PairGain>& gains);

    struct Best {
        double most{};
        std::vector<char> has{};  // per member
    };
    Best best(const std::vector<double>& values);

private:
    struct Arc {
        std::size_t to{}, back{};  // the member it leads to, and the place of the arc that leads back
        double half_gain{};
    };
    void open_arcs(const std::vector<double>& values);
    void label_from_the_sink();
    void discharge(std::size_t u);
    void push(std::size_t u, std::size_t arc, double flow);
    bool relabel(std::size_t u);

    std::size_t count_;
    std::vector<std::size_t> first_;  // arc of each member, and the end
    std::vector<Arc> arcs_;
    std::vector<double> half_sums_;
    std::vector<double> rest_;  // per arc, what may still flow
    std::vector<double> to_sink_, excess_;
    std::vector<std::size_t> label_;  // steps to the sink at least; above count_: it is out of reach
    std::vector<char> is_waiting_;
    std::deque<std::size_t> active_;
    double arrived_{}, least_{};
    std::size_t relabels_{};
};

}  // namespace ecumene::structure
