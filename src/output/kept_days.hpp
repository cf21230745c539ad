// The days a plan keeps of the year, read from its snapshots: date, weekday, steps, how many days each stands for.
//
//     for (const KeptDay& day : kept_days(view)) day.name.en;      // "Tue 14 Jan"
#pragma once

#include <string>
#include <vector>

#include "output/plan_view.hpp"

namespace ecumene::output {

struct KeptDay {
    std::string period{};
    std::vector<std::string> snapshots{};  // in order of the day
    double step{};                         // hours
    double days{};                         // of the year it stands for
    Bilingual name{};                      // weekday only where the package tells the year of its series
    Bilingual why{};
};

// Empty for a plan of every hour.
std::vector<KeptDay> kept_days(const PlanView& view);

}  // namespace ecumene::output
