#include "structure/living_areas/subset_optimum.hpp"

#include <bit>
#include <cstdint>
#include <utility>

#include "core/error.hpp"

namespace ecumene::structure {
namespace {

using Mask = std::uint32_t;

class Subsets {
public:
    Subsets(const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule)
        : flows_(flows), rule_(rule), count_(flows.units()), needed_(count_) {
        for (const Unit unit : Set<Unit>(count_)) {
            Mask near = borders.empty() ? ~Mask{0} : 0;
            if (!borders.empty())
                for (const Unit other : borders[unit.at()]) near |= bit(other);
            near_.push_back(near);
        }
    }

    std::optional<SubsetOptimum> solve() {
        const Mask all = static_cast<Mask>((std::uint64_t{1} << count_) - 1);
        areas_.assign(std::size_t{all} + 1, impossible);
        inner_.assign(std::size_t{all} + 1, 0.0);
        areas_[0] = 0;
        for (Mask set = 1; set != 0 && set <= all; ++set) settle(set);
        if (areas_[all] == impossible) return std::nullopt;
        return trace_back(all);
    }

private:
    static constexpr std::int8_t impossible = -1;
    struct Needed {
        Mask set;
        double inner;
    };

    static Mask bit(Unit unit) { return Mask{1} << unit.pos; }

    // (S6) The most areas `set` falls into, then the most internal flow; a set that falls into one only is needed as an area.
    void settle(Mask set) {
        std::int8_t most = impossible;
        double best_inner = 0.0;
        for (const auto& [part, inner] : needed_[static_cast<std::size_t>(std::countr_zero(set))]) {
            if ((part & ~set) != 0 || areas_[set ^ part] == impossible) continue;
            const auto areas = static_cast<std::int8_t>(areas_[set ^ part] + 1);
            const double sum = inner + inner_[set ^ part];
            if (areas > most || (areas == most && sum > best_inner)) {
                most = areas;
                best_inner = sum;
            }
        }
        if (most == impossible && hangs_together(set)) {
            const auto totals = totals_of(set);
            if (is_valid(totals, rule_)) {
                needed_[static_cast<std::size_t>(std::countr_zero(set))].push_back({set, totals.inner});
                ++sets_;
                most = 1;
                best_inner = totals.inner;
            }
        }
        areas_[set] = most;
        inner_[set] = best_inner;
    }

    bool hangs_together(Mask set) const {
        Mask reached = set & (~set + 1);
        for (Mask edge = reached; edge != 0;) {
            Mask near = 0;
            for (Mask rest = edge; rest != 0; rest &= rest - 1)
                near |= near_[static_cast<std::size_t>(std::countr_zero(rest))];
            edge = near & set & ~reached;
            reached |= edge;
        }
        return reached == set;
    }

    AreaFlows totals_of(Mask set) const {
        AreaFlows sum;
        for (Mask rest = set; rest != 0; rest &= rest - 1) {
            const Unit unit{std::countr_zero(rest)};
            sum.residents += flows_.out(unit);
            sum.workers += flows_.in(unit);
            for (const auto& [other, value] : flows_.from(unit))
                if ((set & bit(other)) != 0) sum.inner += value;
        }
        return sum;
    }

    SubsetOptimum trace_back(Mask all) const {
        std::vector<int> labels(count_);
        int next = 0;
        for (Mask rest = all; rest != 0; ++next) {
            const Mask part = part_taken(rest);
            for (Mask m = part; m != 0; m &= m - 1) labels[static_cast<std::size_t>(std::countr_zero(m))] = next;
            rest ^= part;
        }
        return {.partition = numbered(labels), .internal_flow = inner_[all], .sets = sets_};
    }

    Mask part_taken(Mask set) const {
        for (const auto& [part, inner] : needed_[static_cast<std::size_t>(std::countr_zero(set))])
            if ((part & ~set) == 0 && areas_[set ^ part] != impossible && areas_[set ^ part] + 1 == areas_[set] &&
                inner + inner_[set ^ part] == inner_[set])
                return part;
        throw Error(ErrorKind::internal, "the best division cannot be traced back");
    }

    const SparseFlows& flows_;
    const TravelToWork& rule_;
    std::size_t count_;
    std::vector<std::vector<Needed>> needed_;  // by lowest unit
    std::vector<Mask> near_;
    std::vector<std::int8_t> areas_;
    std::vector<double> inner_;
    std::size_t sets_{};
};

}  // namespace

std::optional<SubsetOptimum> best_areas_by_subsets(
    const SparseFlows& flows, const Adjacency& borders, const TravelToWork& rule) {
    if (flows.units() > subset_limit) throw Error(ErrorKind::internal, "subsets of more than 20 units are too many");
    if (flows.units() == 0) return std::nullopt;
    return Subsets(flows, borders, rule).solve();
}

}  // namespace ecumene::structure
