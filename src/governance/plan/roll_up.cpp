#include "governance/plan/roll_up.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "diagnosis/trees/sector_trees.hpp"

namespace ecumene::governance {
namespace {

using Place = std::tuple<Series, std::string, int>;

struct Share {
    std::string sector;
    double weight{};
};

// Where a sector's figures go: its own sector of the plan's tree, then the sectors of the other tree.
std::vector<Share> shares_of(const PlanDocument& plan, const PlanSector& sector, const std::string& tree) {
    if (plan.basis.tree == tree) return {{sector.rolls_up_to, 1.0}};
    const auto converted =
        diagnosis::SectorTrees::shipped().convert(plan.basis.tree, {{sector.rolls_up_to, 1.0}}, tree);
    std::vector<Share> shares;
    for (const auto& [code, weight] : converted.values) shares.push_back({code, weight});
    return shares;
}

std::vector<std::pair<std::string, std::vector<Share>>> crossings_of(
    const PlanDocument& plan, const Amounts& amounts, const std::string& tree, std::vector<std::string>& lost) {
    std::vector<std::pair<std::string, std::vector<Share>>> crossings;
    for (const auto& sector : plan.sectors) {
        if (!amounts.place_of(sector.sector)) continue;
        auto shares = shares_of(plan, sector, tree);
        if (shares.empty()) lost.push_back(plan.id + ": " + sector.sector);
        crossings.emplace_back(sector.sector, std::move(shares));
    }
    return crossings;
}

class NodeBuilder {
public:
    NodeBuilder(const PlanSet& set, std::size_t at) : set_(set), plan_(set[at]) {
        node_.plan = at;
        node_.below = set.below(at);
        node_.missing = set.missing_parts(at);
    }

    RollUpNode build() {
        if (!node_.below.empty()) {
            add_own();
            add_unallocated();
            for (std::size_t i = 0; i < node_.below.size(); ++i) add_below(i);
            finish();
        }
        const auto [base_year, year] = headline_years(plan_);
        node_.own = four_bases(plan_, base_year, year);
        node_.sum = sum_of_bases(base_year, year);
        return std::move(node_);
    }

private:
    void add_own() {
        auto common = in_tree(plan_, plan_.emissions, plan_.basis.tree);
        for (auto& figure : common.figures) {
            auto& cell = cell_at({figure.series, figure.sector, figure.year});
            cell.own = figure.value;
            cell.row = figure.row;
        }
    }

    void add_unallocated() {
        for (const auto& figure : in_tree(plan_, plan_.unallocated, plan_.basis.tree).figures)
            if (const auto found = place_.find({figure.series, figure.sector, figure.year}); found != place_.end())
                node_.cells[found->second].unallocated += figure.value;
    }

    void add_below(std::size_t i) {
        auto common = in_tree(set_[node_.below[i]], set_[node_.below[i]].emissions, plan_.basis.tree);
        for (auto& name : common.without_crossing) node_.without_crossing.push_back(std::move(name));
        for (const auto& figure : common.figures) {
            const auto found = place_.find({figure.series, figure.sector, figure.year});
            if (found == place_.end()) continue;
            auto& cell = node_.cells[found->second];
            if (last_teller_[found->second] != i + 1) {
                ++cell.stated_below;
                tellers_[found->second].push_back(node_.below[i]);
                last_teller_[found->second] = i + 1;
            }
            cell.below = is_blank(cell.below) && cell.stated_below == 1 ? figure.value : cell.below + figure.value;
        }
    }

    RollUpCell& cell_at(const Place& place) {
        const auto [found, is_new] = place_.try_emplace(place, node_.cells.size());
        if (is_new) {
            node_.cells.push_back({.series = std::get<0>(place),
                .sector = std::get<1>(place),
                .year = std::get<2>(place),
                .silent_below = {}});
            last_teller_.push_back(0);
            tellers_.emplace_back();
        }
        return node_.cells[found->second];
    }

    void finish() {
        for (std::size_t c = 0; c < node_.cells.size(); ++c) {
            auto& cell = node_.cells[c];
            if (cell.stated_below == 0 || cell.stated_below == node_.below.size()) continue;
            for (const auto below : node_.below)
                if (std::find(tellers_[c].begin(), tellers_[c].end(), below) == tellers_[c].end())
                    cell.silent_below.push_back(below);
            cell.below = blank;
        }
    }

    FourBases sum_of_bases(int base_year, int year) const {
        FourBases sum{.base_year = base_year, .year = year};
        if (node_.below.empty() || !node_.missing.empty()) return sum;
        for (const auto coverage : {Coverage::gross, Coverage::net}) {
            double base = total_of(plan_, plan_.unallocated, Series::history, base_year, coverage);
            double target = total_of(plan_, plan_.unallocated, Series::target, year, coverage);
            if (is_blank(base)) base = 0.0;
            if (is_blank(target)) target = 0.0;
            for (const auto below : node_.below) {
                base += total_of(set_[below], Series::history, base_year, coverage);
                target += total_of(set_[below], Series::target, year, coverage);
            }
            sum.base[static_cast<std::size_t>(coverage)] = base;
            sum.target[static_cast<std::size_t>(coverage)] = target;
        }
        return sum;
    }

    const PlanSet& set_;
    const PlanDocument& plan_;
    RollUpNode node_;
    std::map<Place, std::size_t> place_;
    std::vector<std::size_t> last_teller_;
    std::vector<std::vector<std::size_t>> tellers_;
};

}  // namespace

CommonFigures in_tree(const PlanDocument& plan, const Amounts& amounts, const std::string& tree) {
    CommonFigures common;
    std::map<Place, std::size_t> place;
    for (const auto& [sector, shares] : crossings_of(plan, amounts, tree, common.without_crossing)) {
        const auto at = *amounts.place_of(sector);
        for (const auto series : {Series::history, Series::outlook, Series::target})
            for (const int year : amounts.years(series)) {
                const auto row = amounts.row(series, at, year);
                if (row == 0) continue;
                for (const auto& share : shares) {
                    const auto [found, is_new] = place.try_emplace({series, share.sector, year}, common.figures.size());
                    if (is_new) common.figures.push_back({series, share.sector, year, 0.0, row});
                    common.figures[found->second].value += share.weight * amounts.at(series, at, year);
                }
            }
    }
    return common;
}

std::pair<int, int> headline_years(const PlanDocument& plan) {
    for (const auto& target : plan.targets)
        if (target.sector == whole) return {target.base_year, target.year};
    return {0, 0};
}

const RollUpNode* RollUp::find(std::size_t plan) const {
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const RollUpNode& n) { return n.plan == plan; });
    return found == nodes.end() ? nullptr : &*found;
}

RollUp roll_up(const PlanSet& set) {
    RollUp all;
    for (std::size_t i = 0; i < set.size(); ++i)
        if (set.is_current(i) && set[i].kind == PlanKind::carbon) all.nodes.push_back(NodeBuilder(set, i).build());
    return all;
}

}  // namespace ecumene::governance
