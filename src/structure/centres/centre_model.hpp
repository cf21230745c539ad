// The centre model as equations (docs/model/centres.md, S34 to S50): what choose_centres() builds and reads back. Internal here.
#pragma once

#include "lp/model.hpp"
#include "structure/centres/centre_case.hpp"
#include "structure/centres/centre_sets.hpp"

namespace ecumene::structure {

struct CentreVariables {
    lp::Variables<one, Site> is_open;
    lp::Variables<one, Route> share;         // of today's people of a unit who use the site
    lp::Variables<person, Route> newcomers;  // people beyond the least who use it
    lp::Variables<one, Need> unserved;       // share that reaches no centre of the tier
    lp::Variables<person, Need> unserved_newcomers;
    lp::Variables<person, Place> people, people_gained, people_lost;
    lp::Variables<person, Place> jobs, jobs_gained, jobs_lost;
    lp::Variables<person, Way> commuters;
    lp::Variables<person, Place> far_commuters;
    lp::Variables<hour, Place> travel_time, time_beyond;  // mean over needs; how far beyond the worst-off's threshold
    lp::Variables<hour, Index<struct OneTag>> threshold;
};

class CentreModel {
public:
    CentreModel(const CentreCase& ask, const CentreSets& sets);

    lp::Problem finish() && { return std::move(model_).finish(); }
    const CentreVariables& variables() const { return v_; }

private:
    void add_variables();
    void serve();           // (S34) (S35) (S36)
    void nest_and_count();  // (S37) (S38) (S39)
    void load_centres();    // (S40) (S41)
    void grow();            // (S42) (S43) (S44)
    void balance_areas();   // (S45)
    void commute();         // (S46)
    void guard_access();    // (S47) (S48)
    void price();           // (S49) (S50)
    void fix_totals();
    void price_growth();
    void price_commuting();
    // Never reached: what a person counts with, in the price of a trip.
    double price_of_unserved() const;

    const CentreCase& ask_;
    const CentreSets& sets_;
    Set<Site> sites_;
    Set<Route> routes_;
    Set<Need> needs_;
    Set<Place> places_;
    Set<Way> ways_;
    lp::Model model_;
    CentreVariables v_;
};

// Trips of all tiers together; what times are weighed with.
double trips_of_all(const CentreCase& ask);

}  // namespace ecumene::structure
