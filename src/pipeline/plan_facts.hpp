// What a planner asks first of a plan, drawn from its tables once: for the closing screen and for `--json` alike.
//
//     const PlanFacts facts = plan_facts(view);
//     facts.years.back().net_emissions;   facts.builds.front().places.front().name.ko
//
// Nothing is computed that the tables do not say: sums, greatest and least. Units as in schema/results.json.
#pragma once

#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "files/value.hpp"
#include "output/plan_view.hpp"
#include "output/quantity.hpp"

namespace ecumene::pipeline {

struct YearFact {
    int year{};
    double net_emissions{blank}, cap{blank};  // tCO2eq; blank cap: none
    double carbon_price{blank};               // KRW/tCO2eq
    double cost{blank};                       // MKRW a year
    double cost_per_head{blank};              // KRW a year
    double clean_share{blank}, unserved{blank}, demand{blank};
};

struct PlaceAmount {
    std::string code;
    Bilingual name;
    double amount{};
};

// What is built of one group of technologies, or of one kind of link, up to the first year with new builds.
struct Build {
    std::string group;
    Bilingual name;
    std::string unit;  // MW, or so much a year: t/year, MWh/year, Mkm/year
    double amount{};
    double investment{};              // MKRW
    std::vector<PlaceAmount> places;  // greatest first; links: "Jeonnam - Seoul"
};

struct Influence {
    std::string input;
    Bilingual name;
    double share{blank};            // change of the objective for +10 %, share of it
    double estimated_share{blank};  // of the input's rows
};

struct PlanFacts {
    std::vector<YearFact> years;
    int build_year{};                         // 0: nothing is built
    std::vector<Build> builds;                // greatest investment first
    double investment{};                      // MKRW, all of them
    std::vector<PlaceAmount> borne_per_head;  // KRW a head in the last year, greatest first
    std::vector<Influence> influences;        // greatest first
};

PlanFacts plan_facts(const output::PlanView& view);
files::Value value_of(const PlanFacts& facts);

}  // namespace ecumene::pipeline
