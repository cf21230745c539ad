// Sums over regions, level by level: nation = sum of provinces + unallocated, province = sum of municipalities + unallocated.
//
//     const RollUp tree = roll_up(set);
//     tree.nodes[i].cells          // by sector, year and series: own figure, sum of those below, unallocated, residual
//     tree.nodes[i].own.at(Coverage::gross, Coverage::net), tree.nodes[i].below.at(...)
//
// (G5) residual = own - sum of those below - unallocated. It is shown and never spread. A sector of a plan counts in the
// sector it rolls up to (sectors.csv), then in the sector of the tree of the plan above (schema/sector_crosswalk.csv); what has
// no crossing is kept apart and named. A sum is blank as long as one of the regions below has not said its part.
#pragma once

#include <string>
#include <vector>

#include "governance/plan/plan_set.hpp"
#include "governance/plan/totals.hpp"

namespace ecumene::governance {

struct RollUpCell {
    Series series{};
    std::string sector;
    int year{};
    double own{blank}, below{blank}, unallocated{};
    std::size_t stated_below{};             // how many of the regions below have a row
    std::vector<std::size_t> silent_below;  // those that have none, where others have
    std::size_t row{};                      // of the own figure

    double residual() const { return own - below - unallocated; }
};

struct RollUpNode {
    std::size_t plan{};
    std::vector<std::size_t> below;
    std::vector<std::string> missing;           // regions right below without a plan here
    std::vector<RollUpCell> cells;              // empty where nothing lies below
    std::vector<std::string> without_crossing;  // "plan: sector"
    FourBases own, sum;  // of the first target year, with its base year; sum: of those below and unallocated
    bool is_complete() const { return missing.empty() && !below.empty(); }
};

struct RollUp {
    std::vector<RollUpNode> nodes;  // in the order of the set; current plans of kind carbon only
    const RollUpNode* find(std::size_t plan) const;
};

RollUp roll_up(const PlanSet& set);

// Figures of a plan in the sectors of a tree. Rows that cannot be passed on are named.
struct CommonFigures {
    struct Figure {
        Series series{};
        std::string sector;
        int year{};
        double value{};
        std::size_t row{};  // of the first row that went in
    };
    std::vector<Figure> figures;
    std::vector<std::string> without_crossing;
};
CommonFigures in_tree(const PlanDocument& plan, const Amounts& amounts, const std::string& tree);

// Base year of the first target of the whole, and the year of that target; zeros where the plan has none.
std::pair<int, int> headline_years(const PlanDocument& plan);

}  // namespace ecumene::governance
