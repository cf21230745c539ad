#include "structure/living_areas/gain_cut.hpp"

#include <algorithm>
#include <numeric>

namespace ecumene::structure {
namespace {

constexpr double rounding_of_flows = 1e-12;  // of sums of many flows

}  // namespace

GainCut::GainCut(std::size_t members, const std::vector<PairGain>& gains)
    : count_(members),
      first_(members + 1),
      arcs_(2 * gains.size()),
      half_sums_(members),
      label_(members),
      is_waiting_(members) {
    for (const auto& pair : gains) {
        ++first_[pair.a + 1];
        ++first_[pair.b + 1];
        half_sums_[pair.a] += 0.5 * pair.gain;
        half_sums_[pair.b] += 0.5 * pair.gain;
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (const auto& pair : gains) {
        const std::size_t there = next[pair.a]++, back = next[pair.b]++;
        arcs_[there] = {pair.b, back, 0.5 * pair.gain};
        arcs_[back] = {pair.a, there, 0.5 * pair.gain};
    }
}

GainCut::Best GainCut::best(const std::vector<double>& values) {
    open_arcs(values);
    double offered = 0.0;
    for (const double excess : excess_) offered += excess;
    label_from_the_sink();
    while (!active_.empty()) {
        const std::size_t u = active_.front();
        active_.pop_front();
        is_waiting_[u] = 0;
        discharge(u);
        if (relabels_ > count_) label_from_the_sink();
    }
    label_from_the_sink();
    Best best{.most = offered - arrived_ + rounding_of_flows * offered, .has = std::vector<char>(count_)};
    for (std::size_t u = 0; u < count_; ++u) best.has[u] = label_[u] > count_ ? 1 : 0;
    return best;
}

// A set's worth is what its members are worth with half of all their gains, less half the gains with those outside: the source
// offers what is above zero, the sink takes what is below, arcs between members carry half of what they gain together.
void GainCut::open_arcs(const std::vector<double>& values) {
    rest_.clear();
    for (const auto& arc : arcs_) rest_.push_back(arc.half_gain);
    to_sink_.assign(count_, 0.0);
    excess_.assign(count_, 0.0);
    arrived_ = 0.0;
    double most = 0.0;
    for (std::size_t u = 0; u < count_; ++u) {
        const double worth = values[u] + half_sums_[u];
        (worth > 0.0 ? excess_[u] : to_sink_[u]) = std::max(worth, -worth);
        most = std::max({most, excess_[u], to_sink_[u]});
    }
    least_ = 1e-13 * most;
}

void GainCut::label_from_the_sink() {
    std::fill(label_.begin(), label_.end(), count_ + 1);
    std::vector<std::size_t> reached;
    for (std::size_t u = 0; u < count_; ++u)
        if (to_sink_[u] > least_) {
            label_[u] = 1;
            reached.push_back(u);
        }
    for (std::size_t k = 0; k < reached.size(); ++k)
        for (std::size_t a = first_[reached[k]]; a < first_[reached[k] + 1]; ++a) {
            const std::size_t u = arcs_[a].to;
            if (label_[u] <= count_ || rest_[arcs_[a].back] <= least_) continue;
            label_[u] = label_[reached[k]] + 1;
            reached.push_back(u);
        }
    active_.clear();
    for (std::size_t u = 0; u < count_; ++u) {
        is_waiting_[u] = excess_[u] > least_ && label_[u] <= count_ ? 1 : 0;
        if (is_waiting_[u] != 0) active_.push_back(u);
    }
    relabels_ = 0;
}

void GainCut::discharge(std::size_t u) {
    do {
        if (label_[u] == 1 && to_sink_[u] > least_) {
            const double flow = std::min(excess_[u], to_sink_[u]);
            to_sink_[u] -= flow;
            excess_[u] -= flow;
            arrived_ += flow;
        }
        for (std::size_t a = first_[u]; a < first_[u + 1] && excess_[u] > least_; ++a)
            if (rest_[a] > least_ && label_[u] == label_[arcs_[a].to] + 1) push(u, a, std::min(excess_[u], rest_[a]));
    } while (excess_[u] > least_ && relabel(u));
}

void GainCut::push(std::size_t u, std::size_t arc, double flow) {
    const std::size_t v = arcs_[arc].to;
    rest_[arc] -= flow;
    rest_[arcs_[arc].back] += flow;
    excess_[u] -= flow;
    excess_[v] += flow;
    if (is_waiting_[v] != 0) return;
    is_waiting_[v] = 1;
    active_.push_back(v);
}

// False where the sink is out of reach.
bool GainCut::relabel(std::size_t u) {
    ++relabels_;
    std::size_t nearest = to_sink_[u] > least_ ? 0 : count_ + 1;
    for (std::size_t a = first_[u]; a < first_[u + 1]; ++a)
        if (rest_[a] > least_) nearest = std::min(nearest, label_[arcs_[a].to]);
    label_[u] = std::min(nearest + 1, count_ + 1);
    return label_[u] <= count_;
}

}  // namespace ecumene::structure
