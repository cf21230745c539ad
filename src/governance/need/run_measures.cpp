#include "governance/need/run_measures.hpp"

#include <algorithm>
#include <set>

#include "governance/plan/plan_document.hpp"

namespace ecumene::governance {
namespace {

constexpr double least_cut = 100.0;  // tCO2eq a year: below it a measure is none

}  // namespace

RunMeasures::RunMeasures(const RunFrames& frames) : names_(frames) {
    std::set<int> years;
    for (const double year : frames.emissions->numbers("year")) years.insert(static_cast<int>(year));
    years_.assign(years.begin(), years.end());
    read_outputs(frames);
    read_costs(frames);
    read_stocks(frames);
    const auto& summary = *frames.summary;
    for (std::size_t i = 0; i < summary.rows(); ++i)
        carbon_prices_[static_cast<int>(summary.number(i, "year"))] = summary.number(i, "carbon_price");
}

void RunMeasures::read_outputs(const RunFrames& frames) {
    const auto& made = *frames.generation;
    for (std::size_t i = 0; i < made.rows(); ++i) {
        const auto& technology = made.text(i, "technology");
        const auto known = names_.technologies.find(technology);
        const double value = made.number(i, "value");
        if (known == names_.technologies.end() || known->second.carrier != made.text(i, "carrier") || is_blank(value))
            continue;
        outputs_[static_cast<int>(made.number(i, "year"))][{made.text(i, "region"), technology}].made += value;
    }
    const auto& emitted = *frames.emissions;
    for (std::size_t i = 0; i < emitted.rows(); ++i) {
        const double value = emitted.number(i, "value");
        if (is_blank(value)) continue;
        outputs_[static_cast<int>(emitted.number(i, "year"))]
                [{emitted.text(i, "region"), emitted.text(i, "technology")}]
                    .emitted += value;
    }
}

void RunMeasures::read_costs(const RunFrames& frames) {
    const auto& costs = *frames.costs;
    for (std::size_t i = 0; i < costs.rows(); ++i) {
        const int year = static_cast<int>(costs.number(i, "year"));
        const Place place{costs.text(i, "region"), costs.text(i, "item")};
        const auto& component = costs.text(i, "component");
        const double value = costs.number(i, "value");
        if (component == "annuity") annuities_[year][place] += value;
        if (component == "fixed") fixed_[year][place] += value;
        if (component == "variable" || component == "fuel") outputs_[year][place].running += value;
    }
}

void RunMeasures::read_stocks(const RunFrames& frames) {
    const auto& capacity = *frames.capacity;
    std::map<Place, std::map<int, Stock>> steps;
    for (std::size_t i = 0; i < capacity.rows(); ++i) {
        const Place place{capacity.text(i, "region"), capacity.text(i, "technology")};
        auto& step = steps[place][static_cast<int>(capacity.number(i, "year"))];
        const auto add = [&](double& to, const char* column) {
            if (const double value = capacity.number(i, column); !is_blank(value)) to += value;
        };
        add(step.capacity, "capacity");
        add(step.built, "built");
        add(step.investment, "investment");
    }
    for (const auto& [place, years] : steps) {
        double built = 0.0, investment = 0.0;
        for (const auto& [year, step] : years) {
            built += step.built;
            investment += step.investment;
            stocks_[year][place] = {step.capacity, std::min(built, step.capacity), investment};
        }
    }
}

bool RunMeasures::knows_region(const std::string& region) const {
    return region == names_.nation || names_.regions.find(region) != names_.regions.end();
}

bool RunMeasures::plans_sector(const std::string& sector) const {
    return sector == whole || std::any_of(names_.technologies.begin(), names_.technologies.end(),
                                  [&](const auto& known) { return known.second.sector == sector; });
}

int RunMeasures::year_at(int year) const {
    if (years_.empty()) return 0;
    const auto found = std::lower_bound(years_.begin(), years_.end(), year);
    return found == years_.end() ? years_.back() : *found;
}

RunMeasures::Output RunMeasures::displaced(const std::string& region, const std::string& carrier) const {
    const auto first = outputs_.find(years_.front());
    Output here, all;
    const auto add = [](Output& sum, const Output& output) {
        sum.made += output.made;
        sum.emitted += output.emitted;
        sum.running += output.running;
    };
    if (first == outputs_.end()) return {};
    for (const auto& [place, output] : first->second) {
        const auto known = names_.technologies.find(place.second);
        if (known == names_.technologies.end() || known->second.carrier != carrier) continue;
        if (!(output.emitted > 0.0 && output.made > 0.0)) continue;
        add(all, output);
        if (place.first == region) add(here, output);
    }
    const auto& sum = here.made > 0.0 ? here : all;
    if (!(sum.made > 0.0)) return {};
    return {1.0, sum.emitted / sum.made, sum.running / sum.made};
}

bool RunMeasures::takes_part(const Place& place, const std::string& region, const std::string& sector) const {
    const auto known = names_.technologies.find(place.second);
    if (known == names_.technologies.end()) return false;
    if (region != names_.nation && place.first != region) return false;
    return sector == whole || known->second.sector == sector;
}

std::vector<RunMeasure> RunMeasures::of(const std::string& region, const std::string& sector, int year) const {
    std::vector<RunMeasure> measures;
    const auto stocks = stocks_.find(year);
    const auto outputs = outputs_.find(year);
    if (stocks == stocks_.end() || outputs == outputs_.end()) return measures;
    const auto amount = [&](const std::map<int, std::map<Place, double>>& all, const Place& place) {
        const auto of_year = all.find(year);
        if (of_year == all.end()) return 0.0;
        const auto found = of_year->second.find(place);
        return found == of_year->second.end() ? 0.0 : found->second;
    };
    for (const auto& [place, stock] : stocks->second) {
        const auto output = outputs->second.find(place);
        if (!takes_part(place, region, sector) || !(stock.built > 0.0) || output == outputs->second.end()) continue;
        const double share = stock.built / stock.capacity, made = share * output->second.made;
        const auto& technology = names_.technologies.at(place.second);
        const auto old = displaced(place.first, technology.carrier);
        const double cut = made * old.emitted - share * output->second.emitted;
        if (!(cut >= least_cut)) continue;
        const auto name = names_.regions.find(place.first);
        measures.push_back({.region = place.first,
            .technology = place.second,
            .region_name = name == names_.regions.end() ? Bilingual{place.first, place.first} : name->second,
            .name = technology.name,
            .built = stock.built,
            .cut = cut,
            .cost = amount(annuities_, place) + share * (amount(fixed_, place) + output->second.running) -
                    made * old.running,
            .investment = stock.investment});
    }
    std::stable_sort(measures.begin(), measures.end(),
        [](const RunMeasure& a, const RunMeasure& b) { return a.cost_per_tonne() < b.cost_per_tonne(); });
    return measures;
}

double RunMeasures::enabling_cost(const std::string& region, int year) const {
    double cost = 0.0;
    const auto annuities = annuities_.find(year);
    if (annuities == annuities_.end()) return cost;
    const auto measures = of(region, std::string(whole), year);
    std::set<Place> cutting;
    for (const auto& measure : measures) cutting.insert({measure.region, measure.technology});
    for (const auto& [place, annuity] : annuities->second)
        if ((region == names_.nation || place.first == region) && cutting.count(place) == 0) cost += annuity;
    return cost;
}

double RunMeasures::carbon_price(int year) const {
    const auto found = carbon_prices_.find(year);
    return found == carbon_prices_.end() ? blank : found->second;
}

}  // namespace ecumene::governance
