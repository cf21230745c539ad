// What a plan is asked for: base settings and what differs from them (scenarios/<name>.toml).
//
//     Scenario s = load_scenario(data, "self-reliance");   // base.toml first, then the named file on top
//
// Every key, its unit and its range stand in schema/scenario.json. Unknown keys are findings with "did you mean".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "dataset/dataset.hpp"

namespace ecumene::dataset {

enum class Foresight { perfect, myopic };

struct TimeSettings {
    bool is_full{};       // every hour of the year
    int days{6};          // typical days
    int extreme_days{2};  // kept beside them: highest residual load, least renewables
    int step{3};          // hours per snapshot; divides 24
};

// What a scenario says of a technology in place of its data; a year of 0 says nothing.
struct TechnologyOverride {
    bool has_extendable{};
    bool extendable{};
    int first_build_year{}, last_build_year{};
};

struct Scenario {
    std::string name;
    Bilingual title, about;
    std::vector<int> years;
    Foresight foresight{Foresight::perfect};
    std::string demand{"reference"};
    std::string population{"projection"};
    std::string demand_population{"projection"};  // the projection the demand table was made for
    double discount_rate{0.045};                  // per year
    double owner_rate{0.05};                      // per year, for annuities
    TimeSettings time;
    std::string carbon_cap;                                              // targets.target; empty: none
    std::map<int, double> carbon_cap_values;                             // year -> tCO2eq, instead of a target
    int carbon_cap_first_year{};                                         // caps before it do not hold; 0: all do
    double carbon_budget{-1.0};                                          // tCO2eq over all years; negative: none
    std::map<int, double> self_reliance;                                 // year -> share, every region
    std::map<std::string, std::map<int, double>> self_reliance_regions;  // region -> year -> share
    double adequacy_margin{-1.0};                                        // share over the highest load; negative: none
    double job_decline{-1.0};                                            // share per year; negative: no floor
    std::map<std::string, double> job_decline_sectors;                   // sector -> share per year
    double unserved_limit{0.005};                                        // share of yearly demand that may go unserved
    std::map<std::string, TechnologyOverride> technologies;
    std::map<std::string, double> scale;  // "imports.hydrogen.price" -> factor
    std::vector<std::string> regions;     // plan only these; empty: all
    std::vector<std::string> sectors;     // plan only technologies of these; empty: all

    // Canonical text of everything that can change a result; part of the run's key.
    std::string canonical() const;
};

// Throws FindingsError. An empty name means the package's default scenario. `overrides` are "key=value" in TOML dotted form,
// such as "policies.carbon_cap_values.2050=1e6", applied last.
Scenario load_scenario(const Dataset& data, const std::string& name, const std::vector<std::string>& overrides = {});
std::vector<std::string> scenario_names(const Dataset& data);

}  // namespace ecumene::dataset
