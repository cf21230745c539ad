// The yearly reckoning of a plan: on its path or behind, by how much, why, and what the years that are left must deliver.
//
//     const Track track = track_year(plan, 2027);
//     track.whole.gap, track.whole.is_behind(), track.remedial, track.forecast.value
//
// tCO2eq. Inventory against the targets of the plan (straight lines between target years, from the last inventory year the plan
// was made on); indicators against the straight line from baseline to target; why by LMDI over the activities told in
// inventory_activities.csv. What cannot be said stays blank and is named.
#pragma once

#include <string>
#include <vector>

#include "governance/plan/plan_document.hpp"
#include "governance/track/forecast.hpp"

namespace ecumene::governance {

struct SectorTrack {
    std::string sector;
    Bilingual name;
    double planned{blank}, actual{blank};
    double slack{};                                  // of rounding
    double gap() const { return actual - planned; }  // (G11) above zero: behind
    bool is_known() const { return !is_blank(planned) && !is_blank(actual); }
    bool is_behind() const { return is_known() && gap() > slack; }
};

struct IndicatorTrack {
    std::string indicator, measure, unit;
    double expected{blank}, actual{blank};
    double progress{blank};  // share of the way from baseline to target
    bool is_behind{};
    std::string note;
};

// (G12) Why the whole came out as it did: planned and actual emissions of activities, split into amount and factor.
struct Deviation {
    double amount{blank}, factor{blank};  // effects
    double unexplained{blank};            // of sectors without activities
    Bilingual refusal;
    std::vector<std::pair<std::string, double>> by_activity;  // amount and factor together, largest first
};

struct Remaining {
    int target_year{};
    double target{blank};
    double planned_step{blank};  // each year, had the path been kept
    double needed_step{blank};   // each year from now
    double recent_step{blank};   // mean of the last three years of inventory
};

struct Track {
    int year{};
    Coverage coverage{Coverage::net};
    SectorTrack whole;
    std::vector<SectorTrack> sectors;
    std::vector<IndicatorTrack> indicators;
    Deviation why;
    Remaining remaining;
    double remedial{};                                    // (G14) shortfall to be made good; 0 where on the path
    Forecast forecast;                                    // of the target year
    std::vector<std::pair<int, double>> path, inventory;  // of the whole, for charts
    std::vector<Bilingual> gaps;                          // what could not be said
};

// (G10) The target of a year: as stated, else on the straight line between the years around it.
double planned_amount(const PlanDocument& plan, const std::string& sector, int year);

// The last year with an inventory; 0 if there is none.
int last_inventory_year(const PlanDocument& plan);

Track track_year(const PlanDocument& plan, int year);

}  // namespace ecumene::governance
