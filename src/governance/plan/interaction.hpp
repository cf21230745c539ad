// Measures that overlap are computed together: activity times factor, never added.
//
//     const Together together = Interaction(plan).at(2030);
//     together.cut("buildings")                    // tCO2eq, at most the sum of the measures' own cuts
//     together.groups.front().shares[0]            // what each measure of the group brings, summing to the group
//
// (G3) In a group acting on emissions E without new measures, each measure alone takes the share r_i = cut_i / E. Together
// they take E (1 - prod (1 - r_i)): the second works on what the first has left. Power saved at the user is thus cut with the
// factor that plants have after their own measures. (G4) Each measure's part is by logarithms, so that the parts sum exactly.
// A group whose activity has no figure for the year cannot be computed: it is told, and its measures count for the largest
// alone, which none of the others can reduce.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {

struct GroupCut {
    std::string group{};
    std::vector<std::size_t> measures{};  // places in the plan
    double outlook{blank};                // E of the activities they act on
    double alone{};                       // sum of cuts, each by itself
    double together{};
    std::vector<double> shares{};
    bool is_computable() const { return !is_blank(outlook); }
};

struct Together {
    std::map<std::string, double> by_sector;  // cut of all measures of a sector
    std::vector<GroupCut> groups;

    double cut(const std::string& sector) const;
};

// E (1 - prod (1 - cut_i / E)) and each measure's part. A cut beyond E takes all of it.
GroupCut cut_together(const std::vector<double>& cuts, double outlook);

// Looks at the measures and activities of a plan once, so that many years cost little. Points into the plan.
class Interaction {
public:
    explicit Interaction(const PlanDocument& plan);
    Together at(int year) const;
    // Groups that cut something in that year although no emission is known which they cut.
    std::vector<GroupCut> groups_not_computable(int year) const;

private:
    struct Group {
        std::string name;
        std::vector<std::size_t> measures;
        std::vector<std::string> activities, sectors;
    };
    // Emissions without new measures of the activities a group acts on; of whole sectors where it names none.
    double outlook(const Group& group, int year) const;

    const PlanDocument* plan_;
    std::vector<std::size_t> alone_;  // measures of no group
    std::vector<Group> groups_;
    std::map<std::string, std::map<int, double>> activities_;  // emission by year
};

}  // namespace ecumene::governance
