// What a stored run builds, looked at as measures: how much each cuts in a year and what a tonne of it costs.
//
//     const RunMeasures run(frames);
//     for (const RunMeasure& measure : run.of("36", "power", 2030)) measure.cost_per_tonne()      // cheapest first
//
// (G15) What a built plant displaces is the mean of the plants of the same carrier that emitted in the run's first year, in its
// region (of all regions where the region had none): emissions, fuel and running cost per unit of output. (G16) cut and cost
// are the built share of the technology against that. These are averages of what the run builds, not its marginal costs:
// stores, lines and electrolysers, which make it possible, have no cut of their own and are told apart.
// Units: MW, MWh (or the carrier's unit), tCO2eq per year, MKRW per year, KRW/tCO2eq.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::governance {

struct RunTechnology {
    Bilingual name;
    std::string carrier;          // it makes
    std::string sector{"power"};  // of the plans' tree
};

struct RunNames {
    std::map<std::string, RunTechnology> technologies;
    std::map<std::string, Bilingual> regions;
    std::string nation;
    std::string run;  // name of its folder
};

// Tables of schema/results.json, read once.
struct RunFrames : RunNames {
    const Frame *capacity{}, *generation{}, *emissions{}, *costs{}, *summary{};
};

struct RunMeasure {
    std::string region, technology;
    Bilingual region_name, name;
    double built{};        // since the first year, still standing
    double cut{}, cost{};  // of the year, against what it displaces
    double investment{};   // overnight, since the first year
    double cost_per_tonne() const { return 1e6 * cost / cut; }
};

class RunMeasures {
public:
    explicit RunMeasures(const RunFrames& frames);

    const RunNames& names() const { return names_; }
    bool knows_region(const std::string& region) const;
    bool plans_sector(const std::string& sector) const;
    // The first year of the run at or after `year`, else its last; 0 for a run without years.
    int year_at(int year) const;

    // Ascending in cost of a tonne; `sector` may be `whole`, `region` the nation (then every region).
    std::vector<RunMeasure> of(const std::string& region, const std::string& sector, int year) const;
    // Yearly cost of what is built and cuts nothing itself: stores, lines, electrolysers.
    double enabling_cost(const std::string& region, int year) const;
    // KRW/tCO2eq of the run's cap in that year; blank without a cap.
    double carbon_price(int year) const;

private:
    struct Output {
        double made{}, emitted{}, running{};  // running: fuel and variable cost, MKRW
    };
    struct Stock {
        double capacity{}, built{}, investment{};
    };
    using Place = std::pair<std::string, std::string>;  // region, technology

    void read_outputs(const RunFrames& frames);
    void read_costs(const RunFrames& frames);
    void read_stocks(const RunFrames& frames);
    // Per unit of output: emissions, running cost.
    Output displaced(const std::string& region, const std::string& carrier) const;
    bool takes_part(const Place& place, const std::string& region, const std::string& sector) const;

    RunNames names_;
    std::map<int, double> carbon_prices_;
    std::vector<int> years_;
    std::map<int, std::map<Place, Output>> outputs_;
    std::map<int, std::map<Place, double>> annuities_, fixed_;
    std::map<int, std::map<Place, Stock>> stocks_;
};

}  // namespace ecumene::governance
