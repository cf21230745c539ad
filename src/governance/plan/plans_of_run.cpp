#include "governance/plan/plans_of_run.hpp"

#include <algorithm>
#include <set>

#include "diagnosis/trees/sector_trees.hpp"

namespace ecumene::governance {
namespace {

constexpr const char *power = "power", *tree = "korea_plan", *other = "fugitive";
constexpr std::size_t first_row = 2;

using ByYear = std::map<int, double>;
using ByName = std::map<std::string, ByYear>;  // of sectors, or of technologies

double at(const ByYear& values, int year) {
    const auto found = values.find(year);
    return found == values.end() ? 0.0 : found->second;
}

bool is_any_above_zero(const ByYear& values) {
    return std::any_of(values.begin(), values.end(), [](const auto& one) { return one.second > 0.0; });
}

Role role_of(const std::string& sector) {
    return sector == "sink"      ? Role::sink
           : sector == "capture" ? Role::capture
           : sector == "credits" ? Role::credit
                                 : Role::emission;
}

// What one plan is made of.
struct Part {
    ByName emissions;         // by sector
    ByName investment, cuts;  // by technology
};

class RunPlanMaker {
public:
    explicit RunPlanMaker(const RunTables& tables) : tables_(tables) {
        read(*tables.emissions, "value", [&](Part& part, const std::string& technology) -> ByYear& {
            return part.emissions[sector_of(technology)];
        });
        read(*tables.capacity, "investment",
            [](Part& part, const std::string& technology) -> ByYear& { return part.investment[technology]; });
        for (const auto& cut : tables.cuts) {
            parts_[cut.region].cuts[cut.technology][cut.year] += cut.cut;
            whole_.cuts[cut.technology][cut.year] += cut.cut;
        }
        std::set<int> years;
        for (const auto& [sector, values] : whole_.emissions)
            for (const auto& [year, value] : values) years.insert(year);
        years_.assign(years.begin(), years.end());
    }

    std::vector<PlanDocument> make() {
        std::vector<PlanDocument> plans;
        if (years_.empty()) return plans;
        auto nation = plan_of(tables_.nation, Scope::nation, whole_);
        for (const auto& region : tables_.regions) {
            nation.parts.push_back(region.region);
            plans.push_back(plan_of(region, Scope::province, parts_[region.region]));
            plans.back().parent = tables_.nation.region;
        }
        add_unallocated(nation);
        plans.insert(plans.begin(), std::move(nation));
        return plans;
    }

private:
    std::string sector_of(const std::string& technology) const {
        const auto found = tables_.technologies.find(technology);
        return found == tables_.technologies.end() || found->second.sector.empty() ? power : found->second.sector;
    }

    // `place(part, technology)`: where a row is added.
    template <class Place>
    void read(const Frame& frame, const char* column, Place place) {
        const auto &regions = frame.texts("region"), &technologies = frame.texts("technology");
        const auto &years = frame.numbers("year"), &values = frame.numbers(column);
        for (std::size_t i = 0; i < frame.rows(); ++i) {
            if (is_blank(values[i])) continue;
            const int year = static_cast<int>(years[i]);
            place(parts_[regions[i]], technologies[i])[year] += values[i];
            place(whole_, technologies[i])[year] += values[i];
        }
    }

    PlanDocument plan_of(const RunRegion& region, Scope scope, const Part& part) const {
        PlanDocument plan;
        plan.id = "run-" + tables_.run + "-" + region.region;
        plan.title = {"Plan of " + region.name.en + ", from run " + tables_.run,
            region.name.ko + " 계획(실행 " + tables_.run + ")"};
        plan.scope = scope;
        plan.region = region.region;
        plan.first_year = years_.front();
        plan.last_year = years_.back();
        plan.basis.tree = tree;
        plan.basis.guidelines = tables_.guidelines;
        plan.basis.gwp = tables_.gwp;
        plan.basis.factors = "run " + tables_.run;
        plan.basis.boundary = "territorial";
        // Every plan has all sectors of the run: what a region has none of is a zero, not a blank.
        for (const auto& [sector, values] : whole_.emissions) add_sector(plan, sector, part);
        if (plan.measures.empty()) add_measure(plan, "none", {"nothing to cut", "감축할 것 없음"}, {}, {});
        add_totals(plan);
        add_target(plan);
        return plan;
    }

    void add_sector(PlanDocument& plan, const std::string& sector, const Part& part) const {
        static const ByYear none;
        const auto* known = diagnosis::SectorTrees::shipped().find(tree, sector);
        plan.sectors.push_back({.sector = sector,
            .name = known == nullptr ? Bilingual{sector, sector} : known->name,
            .rolls_up_to = known == nullptr ? other : sector,
            .role = role_of(sector)});
        const auto found = part.emissions.find(sector);
        const auto& emissions = found == part.emissions.end() ? none : found->second;
        const double base = at(emissions, years_.front());
        put(plan, Series::history, sector, years_.front(), base);
        for (const int year : years_) {
            put(plan, Series::outlook, sector, year, base);
            put(plan, Series::target, sector, year, at(emissions, year));
        }
        add_measures(plan, part);
    }

    static void put(PlanDocument& plan, Series series, std::string_view sector, int year, double value) {
        plan.emissions.set(series, std::string(sector), year, value, first_row);
    }

    // --- measures of the last sector --------------------------------------------------------------------------------------

    // What the sector cuts in a year; a sector whose emissions rise has nothing to cut, its target lies above the outlook.
    static double cut_of(const PlanDocument& plan, int year) {
        const auto& sector = plan.sectors.back().sector;
        return std::max(0.0, plan.amount(Series::outlook, sector, year) - plan.amount(Series::target, sector, year));
    }

    std::set<std::string> technologies_of(const std::string& sector, const Part& part) const {
        std::set<std::string> all;
        for (const auto* tables : {&part.cuts, &part.investment})
            for (const auto& [technology, values] : *tables)
                if (sector_of(technology) == sector && is_any_above_zero(values)) all.insert(technology);
        return all;
    }

    void add_measures(PlanDocument& plan, const Part& part) const {
        const auto& sector = plan.sectors.back();
        ByYear displaced, rest, enabling;
        const auto technologies = technologies_of(sector.sector, part);
        const auto values = [](const ByName& all, const std::string& technology) {
            const auto found = all.find(technology);
            return found == all.end() ? ByYear{} : found->second;
        };
        for (const auto& technology : technologies)
            for (const int year : years_) displaced[year] += at(values(part.cuts, technology), year);
        for (const auto& technology : technologies) {
            const auto cuts = values(part.cuts, technology), investment = values(part.investment, technology);
            if (!is_any_above_zero(cuts)) {
                for (const int year : years_) enabling[year] += at(investment, year);
                continue;
            }
            // (G18)
            ByYear shared;
            for (const int year : years_)
                if (displaced[year] > 0.0) shared[year] = cut_of(plan, year) * at(cuts, year) / displaced[year];
            const auto named = tables_.technologies.find(technology);
            add_measure(plan, technology,
                named == tables_.technologies.end() ? Bilingual{technology, technology} : named->second.name, shared,
                investment);
        }
        for (const int year : years_)
            if (!(displaced[year] > 0.0)) rest[year] = cut_of(plan, year);
        const auto& name = sector.name;
        if (is_any_above_zero(rest))
            add_measure(plan, sector.sector + "-other",
                {name.en + ": less of what stands", name.ko + ": 기존 설비 이용 감소"}, rest, {});
        if (is_any_above_zero(enabling))
            add_measure(plan, sector.sector + "-enabling",
                {name.en + ": what makes it possible (stores, lines, plants that displace nothing)",
                    name.ko + ": 뒷받침 설비(저장·송전 등 스스로 줄이지 않는 것)"},
                {}, enabling);
    }

    void add_measure(PlanDocument& plan, const std::string& code, const Bilingual& name, const ByYear& cuts,
        const ByYear& investment) const {
        Measure measure;
        measure.measure = code;
        measure.sector = plan.sectors.back().sector;
        measure.name = name;
        measure.row = first_row + plan.measures.size();
        for (const int year : years_)
            measure.years.push_back({.year = year,
                .cut = at(cuts, year),
                .money = {blank, blank, blank, at(investment, year)},
                .row = first_row});
        plan.measures.push_back(std::move(measure));
    }

    // --- the whole --------------------------------------------------------------------------------------------------------

    static double gross_of(const PlanDocument& plan, Series series, int year) {
        double sum = 0.0;
        for (const auto& sector : plan.sectors)
            if (sector.role == Role::emission) sum += plan.amount(series, sector.sector, year);
        return sum;
    }

    void add_totals(PlanDocument& plan) const {
        double net = 0.0;
        for (const auto& sector : plan.sectors) net += plan.amount(Series::history, sector.sector, years_.front());
        put(plan, Series::history, total_gross, years_.front(), gross_of(plan, Series::history, years_.front()));
        put(plan, Series::history, total_net, years_.front(), net);
    }

    void add_target(PlanDocument& plan) const {
        const int base_year = years_.front(), year = years_.back();
        const double base = gross_of(plan, Series::history, base_year);
        plan.targets.push_back({.target = "whole-" + std::to_string(year),
            .sector = std::string(whole),
            .base_year = base_year,
            .year = year,
            .base_basis = Coverage::gross,
            .target_basis = Coverage::gross,
            .cut = base > 0.0 ? 100.0 * (1.0 - gross_of(plan, Series::target, year) / base) : blank,
            .bound = "point",
            .upper_target = {},
            .row = first_row});
    }

    void add_unallocated(PlanDocument& nation) {
        for (const auto& sector : nation.sectors)
            for (const auto series : {Series::history, Series::outlook, Series::target})
                for (const int year : nation.emissions.years(series)) {
                    double rest = nation.amount(series, sector.sector, year);
                    for (const auto& region : tables_.regions)
                        rest -= at(parts_[region.region].emissions[sector.sector],
                            series == Series::target ? year : years_.front());
                    nation.unallocated.set(series, sector.sector, year, rest, first_row);
                }
    }

    const RunTables& tables_;
    std::map<std::string, Part> parts_;
    Part whole_;
    std::vector<int> years_;
};

}  // namespace

std::vector<PlanDocument> plans_of_run(const RunTables& tables) {
    return RunPlanMaker(tables).make();
}

}  // namespace ecumene::governance
