#include "governance/plan/plans_of_run.hpp"

#include <algorithm>
#include <map>

namespace ecumene::governance {
namespace {

constexpr const char* power = "power";
constexpr std::size_t first_row = 2;

using ByYear = std::map<int, double>;

std::map<std::string, ByYear> sums_by_region(const Frame& frame, const char* column) {
    std::map<std::string, ByYear> sums;
    const auto& regions = frame.texts("region");
    const auto &years = frame.numbers("year"), &values = frame.numbers(column);
    for (std::size_t i = 0; i < frame.rows(); ++i)
        if (!is_blank(values[i])) sums[regions[i]][static_cast<int>(years[i])] += values[i];
    return sums;
}

ByYear sum_of(const std::map<std::string, ByYear>& all) {
    ByYear sum;
    for (const auto& [region, years] : all)
        for (const auto& [year, value] : years) sum[year] += value;
    return sum;
}

class RunPlanMaker {
public:
    explicit RunPlanMaker(const RunTables& tables)
        : tables_(tables),
          emissions_(sums_by_region(*tables.emissions, "value")),
          investment_(sums_by_region(*tables.capacity, "investment")) {
        for (const auto& [year, value] : sum_of(emissions_)) years_.push_back(year);
    }

    std::vector<PlanDocument> make() {
        std::vector<PlanDocument> plans;
        if (years_.empty()) return plans;
        auto nation = plan_of(tables_.nation, Scope::nation, sum_of(emissions_), sum_of(investment_));
        for (const auto& region : tables_.regions) {
            nation.parts.push_back(region.region);
            plans.push_back(plan_of(region, Scope::province, emissions_[region.region], investment_[region.region]));
            plans.back().parent = tables_.nation.region;
        }
        add_unallocated(nation);
        plans.insert(plans.begin(), std::move(nation));
        return plans;
    }

private:
    PlanDocument plan_of(const RunRegion& region, Scope scope, ByYear emissions, ByYear investment) {
        PlanDocument plan;
        plan.id = "run-" + tables_.run + "-" + region.region;
        plan.title = {"Power plan of " + region.name.en + ", from run " + tables_.run,
            region.name.ko + " 전력 계획(실행 " + tables_.run + ")"};
        plan.scope = scope;
        plan.region = region.region;
        plan.first_year = years_.front();
        plan.last_year = years_.back();
        plan.basis.tree = "korea_plan";
        plan.basis.guidelines = tables_.guidelines;
        plan.basis.gwp = tables_.gwp;
        plan.basis.factors = "run " + tables_.run;
        plan.basis.boundary = "territorial";
        plan.sectors = {{.sector = power,
            .name = {"Energy transition (power and heat)", "전환"},
            .rolls_up_to = power,
            .role = Role::emission}};
        add_figures(plan, emissions);
        add_measure(plan, emissions, investment);
        add_target(plan, emissions);
        return plan;
    }

    void add_figures(PlanDocument& plan, ByYear& emissions) {
        std::size_t row = first_row;
        const double base = emissions[years_.front()];
        for (const auto coverage : {total_gross, total_net})
            plan.emissions.set(Series::history, std::string(coverage), years_.front(), base, row++);
        plan.emissions.set(Series::history, power, years_.front(), base, row++);
        for (const int year : years_) {
            plan.emissions.set(Series::outlook, power, year, base, row++);
            plan.emissions.set(Series::target, power, year, emissions[year], row++);
        }
    }

    // A region whose emissions rise has nothing to cut; its target then lies above the outlook, as the run has it.
    void add_measure(PlanDocument& plan, ByYear& emissions, ByYear& investment) {
        Measure measure;
        measure.measure = "power-turnover";
        measure.sector = power;
        measure.name = {"Turnover of the power system", "전력체계 전환"};
        measure.row = first_row;
        const double base = emissions[years_.front()];
        for (std::size_t i = 0; i < years_.size(); ++i)
            measure.years.push_back({.year = years_[i],
                .cut = std::max(0.0, base - emissions[years_[i]]),
                .money = {blank, blank, blank, investment[years_[i]]},
                .row = first_row + i});
        plan.measures.push_back(std::move(measure));
    }

    void add_target(PlanDocument& plan, ByYear& emissions) {
        const int base_year = years_.front(), year = years_.back();
        const double base = emissions[base_year];
        plan.targets.push_back({.target = "power-" + std::to_string(year),
            .sector = std::string(whole),
            .base_year = base_year,
            .year = year,
            .base_basis = Coverage::gross,
            .target_basis = Coverage::gross,
            .cut = base > 0.0 ? 100.0 * (1.0 - emissions[year] / base) : blank,
            .bound = "point",
            .upper_target = {},
            .row = first_row});
    }

    void add_unallocated(PlanDocument& nation) {
        std::size_t row = first_row;
        for (const auto series : {Series::history, Series::outlook, Series::target})
            for (const int year : nation.emissions.years(series)) {
                double rest = nation.amount(series, power, year);
                if (is_blank(rest)) continue;
                for (const auto& region : tables_.regions)
                    rest -= emissions_[region.region][series == Series::target ? year : years_.front()];
                nation.unallocated.set(series, power, year, rest, row++);
            }
    }

    const RunTables& tables_;
    std::map<std::string, ByYear> emissions_, investment_;
    std::vector<int> years_;
};

}  // namespace

std::vector<PlanDocument> plans_of_run(const RunTables& tables) {
    return RunPlanMaker(tables).make();
}

}  // namespace ecumene::governance
