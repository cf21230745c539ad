#include "pipeline/centres_basis.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/error.hpp"
#include "dataset/scenario.hpp"
#include "pipeline/structure_input.hpp"
#include "structure/living_areas/greedy.hpp"

namespace ecumene::pipeline {
namespace {

using structure::Basis;

// People of a region at the horizon over its units' people today.
std::map<std::string, double> growth_of_regions(const Frame& population, const structure::Units& units) {
    std::map<std::string, double> today, growth;
    for (const structure::Unit i : units.all()) today[units[i].region] += units[i].population;
    for (std::size_t r = 0; r < population.rows(); ++r)
        if (static_cast<int>(population.number(r, "year")) == centres_horizon &&
            population.text(r, "scenario") == "projection" && today.count(population.text(r, "region")) > 0)
            growth[population.text(r, "region")] = population.number(r, "value") / today[population.text(r, "region")];
    return growth;
}

// What is built by then cannot turn any more: structures turn from the first year of the package's plan.
int first_planned_year(const dataset::Dataset& data) {
    const auto years = dataset::load_scenario(data, data.settings().default_scenario).years;
    return years.empty() || years.front() >= centres_horizon ? 0 : years.front();
}

structure::Partition living_areas(const Basis& basis, const structure::CentreAssumptions& a) {
    structure::CentreCase ask;
    for (const structure::Unit i : basis.units.all()) ask.units.push_back({.code = basis.units[i].code});
    structure::set_ways(ask, basis.units, a);
    const structure::Settlement today{basis.people_today, basis.jobs_today, {}};
    const structure::FlowTable flows =
        structure::commuting_of(ask, today, structure::deterrence_of_today(ask, today, a.way_to_work));
    return greedy_living_areas(structure::SparseFlows(flows), structure::uk_rule()).partition;
}

}  // namespace

Basis centres_basis(const dataset::Dataset& data, const structure::CentreAssumptions& assumptions) {
    for (const char* table : {"units", "population"})
        if (!data.has(table) || data.table(table).rows() == 0)
            throw Error(ErrorKind::input,
                compose("choosing centres needs tables/{}.csv: {}",
                    {table, std::string(table) == "units" ? "municipalities with people, jobs and places"
                                                          : "a projection of people by region"}));
    Basis basis;
    basis.units = units_of_package(data);
    basis.today = std::max(static_cast<int>(data.table("units").number(0, "year")), first_planned_year(data));
    basis.horizon = centres_horizon;
    const auto growth = growth_of_regions(data.table("population"), basis.units);
    double people = 0.0, people_then = 0.0;
    for (const structure::Unit i : basis.units.all()) {
        const structure::UnitRecord& unit = basis.units[i];
        if (is_blank(unit.population) || is_blank(unit.jobs))
            throw Error(ErrorKind::input, compose("tables/units.csv: {} has no people or no jobs", {unit.code}));
        const auto of_region = growth.find(unit.region);
        if (of_region == growth.end())
            throw Error(ErrorKind::input,
                compose("tables/population.csv: region {} has no projection for {}", {unit.region, centres_horizon}));
        basis.people_today.push_back(unit.population);
        basis.jobs_today.push_back(unit.jobs);
        basis.people_of_trend.push_back(unit.population * of_region->second);
        basis.jobs_of_trend.push_back(unit.jobs * of_region->second);
        people += unit.population;
        people_then += basis.people_of_trend.back();
    }
    // As many jobs a person as today, over all.
    const double jobs = std::accumulate(basis.jobs_today.begin(), basis.jobs_today.end(), 0.0);
    const double then = std::accumulate(basis.jobs_of_trend.begin(), basis.jobs_of_trend.end(), 0.0);
    for (double& count : basis.jobs_of_trend) count *= jobs / people * people_then / then;
    basis.areas = living_areas(basis, assumptions);
    return basis;
}

}  // namespace ecumene::pipeline
