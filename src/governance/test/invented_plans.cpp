#include "invented_plans.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/text.hpp"
#include "governance/plan/totals.hpp"
#include "governance/rules/rule_book.hpp"

namespace ecumene::governance {
namespace {

constexpr int base_year = 2018, first_year = 2026, headline_year = 2030;
constexpr double first_share = 0.60, last_share = 0.02, outlook_share = 0.90, sink_share = 0.05;
constexpr std::size_t first_row = 2;
constexpr const char* sink = "sink";

const std::vector<std::string>& tree_sectors() {
    static const std::vector<std::string> codes{
        "buildings", "transport", "waste", "agriculture", "industry", "power", "fugitive", "hydrogen"};
    return codes;
}

std::string sector_code(int s) {
    const auto& codes = tree_sectors();
    const auto place = static_cast<std::size_t>(s);
    return place < codes.size() ? codes[place] : compose("part-{}", {s});
}

class PlanMaker {
public:
    PlanMaker(const InventedSize& size, Scope scope, std::string region, std::string parent) : size_(size) {
        plan_.scope = scope;
        plan_.region = std::move(region);
        plan_.parent = std::move(parent);
        plan_.id = "invented-" + plan_.region;
        plan_.place = "plans/" + plan_.region;
        plan_.title = {"Invented plan of " + plan_.region, plan_.region + "의 지어낸 계획"};
        plan_.first_year = first_year;
        plan_.last_year = first_year + size.years - 1;
        plan_.basis = {
            .guidelines = "ipcc2006", .gwp = "ar5", .factors = "2024", .boundary = "territorial", .tree = "korea_plan"};
        plan_.adopted = scope == Scope::nation     ? Date{2025, 12, 1}
                        : scope == Scope::province ? Date{2026, 5, 1}
                                                   : Date{2026, 10, 1};
        add_sectors();
    }

    // The first figures of a place where nothing lies below.
    void invent(double scale) {
        for (int s = 0; s < size_.sectors; ++s) add_sector_figures(sector_code(s), scale * (1000.0 + 10.0 * s));
        add_sink_figures(scale);
    }

    // Sums of those below, and a part nobody below counts.
    void sum_up(const std::vector<PlanDocument>& below) {
        for (const auto& part : below) plan_.parts.push_back(part.region);
        for (const auto& sector : plan_.sectors)
            for (const auto series : {Series::history, Series::outlook, Series::target})
                for (const int year : below.front().emissions.years(series))
                    sum_cell(below, sector.sector, series, year);
    }

    PlanDocument finish() {
        add_totals();
        add_targets();
        add_activities();
        add_measures();
        add_procedures();
        add_contents();
        return std::move(plan_);
    }

private:
    void add_sectors() {
        for (int s = 0; s < size_.sectors; ++s) {
            const auto code = sector_code(s);
            const auto& codes = tree_sectors();
            plan_.sectors.push_back({.sector = code,
                .name = {code, code + " 부문"},
                .rolls_up_to = codes[static_cast<std::size_t>(s) % codes.size()],
                .role = Role::emission});
        }
        plan_.sectors.push_back({.sector = sink, .name = {"Sinks", "흡수원"}, .rolls_up_to = sink, .role = Role::sink});
    }

    void put(Amounts& into, Series series, const std::string& sector, int year, double value) {
        into.set(series, sector, year, value, first_row + row_++);
    }

    void add_sector_figures(const std::string& sector, double base) {
        put(plan_.emissions, Series::history, sector, base_year, std::round(base * 1000.0));
        for (int y = 0; y < size_.years; ++y) {
            const double share = first_share - (first_share - last_share) * y / (size_.years - 1);
            put(plan_.emissions, Series::outlook, sector, first_year + y, std::round(base * 1000.0) * outlook_share);
            put(plan_.emissions, Series::target, sector, first_year + y, std::round(base * 1000.0) * share);
        }
    }

    void add_sink_figures(double scale) {
        const double value = -std::round(scale * 1000.0 * 1000.0 * sink_share);
        put(plan_.emissions, Series::history, sink, base_year, value);
        for (int y = 0; y < size_.years; ++y) {
            put(plan_.emissions, Series::outlook, sink, first_year + y, value);
            put(plan_.emissions, Series::target, sink, first_year + y, value);
        }
    }

    void sum_cell(const std::vector<PlanDocument>& below, const std::string& sector, Series series, int year) {
        double sum = 0.0;
        for (const auto& part : below) sum += part.amount(series, sector, year);
        const double apart = std::round(0.01 * sum);
        put(plan_.emissions, series, sector, year, sum + apart);
        put(plan_.unallocated, series, sector, year, apart);
    }

    void add_totals() {
        for (const auto series : {Series::history, Series::outlook, Series::target})
            for (const int year : plan_.emissions.years(series))
                for (const auto coverage : {Coverage::gross, Coverage::net})
                    put(plan_.emissions, series, std::string(coverage == Coverage::gross ? total_gross : total_net),
                        year, sum_of_sectors(plan_, plan_.emissions, series, year, coverage).value);
    }

    void add_target(int year, const std::string& bound) {
        if (year > plan_.last_year) return;
        const double cut = four_bases(plan_, base_year, year).at(Coverage::gross, Coverage::net);
        plan_.targets.push_back({.target = compose("whole-{}", {year}),
            .sector = std::string(whole),
            .base_year = base_year,
            .year = year,
            .base_basis = Coverage::gross,
            .target_basis = Coverage::net,
            .cut = 100.0 * cut,
            .bound = bound,
            .upper_target = {},
            .row = plan_.targets.size() + first_row});
    }

    void add_targets() {
        add_target(headline_year, "point");
        for (const int year : {2035, 2040, 2045}) add_target(year, "floor");
        const auto sector = sector_code(1);
        plan_.targets.push_back({.target = sector + "-2030",
            .sector = sector,
            .base_year = base_year,
            .year = headline_year,
            .base_basis = {},
            .target_basis = {},
            .cut = 100.0 * cut_between(plan_.amount(Series::history, sector, base_year),
                               plan_.amount(Series::target, sector, headline_year)),
            .bound = {},
            .upper_target = {},
            .row = plan_.targets.size() + first_row});
    }

    void add_activities() {
        for (int s = 0; s < size_.sectors; ++s)
            for (int y = 0; y < size_.years; ++y) {
                const double emission = plan_.amount(Series::outlook, sector_code(s), first_year + y);
                plan_.activities.push_back({.activity = sector_code(s) + "-use",
                    .sector = sector_code(s),
                    .year = first_year + y,
                    .amount = emission / 0.5,
                    .factor = 0.5,
                    .emission = emission,
                    .amount_unit = "MWh",
                    .row = plan_.activities.size() + first_row});
            }
    }

    // Measures of the first sector come in pairs that overlap; all others stand alone.
    void add_measures() {
        const int of_sector = std::max(2, (size_.measures + size_.sectors - 1) / size_.sectors);
        for (int s = 0; s < size_.sectors; ++s)
            for (int m = 0; m < of_sector; ++m) add_measure(s, m, of_sector);
        auto& joint = plan_.measures.emplace_back(plan_.measures.back());
        joint.measure = "joint-rail";
        joint.project = plan_.scope == Scope::nation
                            ? ""
                            : "rail-of-" + (plan_.scope == Scope::province ? plan_.region : plan_.parent);
        joint.row = plan_.measures.size() + 1;
        for (auto& year : joint.years) {
            year.cut = 100.0;
            year.money = {2.0, 4.0, 3.0, 1.0};
        }
        add_indicator(joint);
    }

    void add_measure(int s, int m, int of_sector) {
        Measure measure;
        const auto sector = sector_code(s);
        measure.measure = compose("{}-{}", {sector, m});
        measure.sector = sector;
        measure.name = {"Measure " + measure.measure, "사업 " + measure.measure};
        measure.owner = "Climate division";
        measure.unit = "sites";
        measure.counted_at = "direct";
        const bool is_pair = s == 0 && m < 2;
        if (is_pair) {
            measure.group = "pair";
            measure.activities = {sector + "-use"};
            measure.acts_on = m == 0 ? "amount" : "factor";
        }
        for (int y = 0; y < size_.years; ++y)
            measure.years.push_back(measure_year(sector, first_year + y, of_sector, is_pair));
        measure.row = plan_.measures.size() + first_row;
        plan_.measures.push_back(std::move(measure));
        add_indicator(plan_.measures.back());
    }

    MeasureYear measure_year(const std::string& sector, int year, int of_sector, bool is_pair) {
        const double outlook = plan_.amount(Series::outlook, sector, year);
        const double needed = outlook - plan_.amount(Series::target, sector, year);
        double cut = needed / of_sector;
        // Two that overlap: together they take what two shares of the rest would.
        if (is_pair) cut = outlook * (1.0 - std::sqrt(1.0 - 2.0 * cut / outlook));
        const double money = 0.1 * cut;  // 100,000 KRW a tonne
        return {.year = year,
            .cut = cut,
            .money = {0.4 * money, 0.3 * money, 0.2 * money, 0.1 * money},
            .row = first_row + row_++};
    }

    void add_indicator(Measure& measure) {
        measure.indicator = "sites-" + measure.measure;
        plan_.indicators.push_back({.indicator = measure.indicator,
            .measure = measure.measure,
            .unit = "sites",
            .baseline_year = 2025,
            .baseline = 0,
            .target_year = 2030,
            .target = 100,
            .data_source = "register",
            .update_month = 3,
            .row = plan_.indicators.size() + first_row});
    }

    void add_procedures() {
        plan_.procedures.push_back(
            {.procedure = "inspection", .year = 2026, .done = Date{2026, 5, 30}, .reason = {}, .row = 2});
        plan_.procedures.push_back(
            {.procedure = "inspection", .year = 2027, .done = Date{2027, 5, 20}, .reason = {}, .row = 3});
        if (plan_.scope != Scope::nation) return;
        for (const int year : {2026, 2027}) {
            add_procedure("statistics_reported", {year, 3, 31});
            add_procedure("synthesis", {year, 7, 30});
            add_procedure("statistics_published", {year, 12, 30});
        }
    }

    void add_procedure(const char* procedure, Date done) {
        plan_.procedures.push_back({.procedure = procedure,
            .year = done.year,
            .done = done,
            .reason = {},
            .row = plan_.procedures.size() + first_row});
    }

    void add_contents() {
        const auto* checklist = plan_.scope == Scope::nation ? "K1" : plan_.scope == Scope::province ? "K2" : "K3";
        for (const auto& content : rule_book().contents)
            if (content.rule == checklist)
                plan_.contents.push_back({.item = content.item,
                    .place = "chapter 1",
                    .reason = {},
                    .row = plan_.contents.size() + first_row});
    }

    InventedSize size_;
    PlanDocument plan_;
    std::size_t row_{};
};

void tell_effects(PlanDocument& plan, const std::string& region) {
    for (const char* kind : {"burden", "jobs"})
        plan.effects.push_back({.region = region,
            .kind = kind,
            .year = 2030,
            .value = 10.0,
            .unit = "1",
            .group = {},
            .row = plan.effects.size() + first_row});
}

}  // namespace

std::vector<PlanDocument> invented_plans(const InventedSize& size) {
    std::vector<PlanDocument> provinces, municipalities;
    for (int p = 0; p < size.provinces; ++p) {
        const auto code = compose("P{:02d}", {p});
        std::vector<PlanDocument> below;
        for (int m = p; m < size.municipalities; m += size.provinces) {
            PlanMaker maker(size, Scope::municipality, compose("M{:03d}", {m}), code);
            maker.invent(1.0 + 0.01 * m);
            below.push_back(maker.finish());
            // A project of one province is shared by one of its municipalities only.
            if (below.size() > 1) measure_named(below.back(), "joint-rail").project.clear();
        }
        PlanMaker maker(size, Scope::province, code, "KR");
        if (below.empty())
            maker.invent(1.0);
        else
            maker.sum_up(below);
        provinces.push_back(maker.finish());
        municipalities.insert(municipalities.end(), below.begin(), below.end());
    }
    PlanMaker maker(size, Scope::nation, "KR", "");
    maker.sum_up(provinces);
    std::vector<PlanDocument> all{maker.finish()};
    all.front().exposed = {"P00"};
    tell_effects(all.front(), "P00");
    tell_effects(provinces.front(), "P00");
    all.insert(all.end(), provinces.begin(), provinces.end());
    all.insert(all.end(), municipalities.begin(), municipalities.end());
    return all;
}

PlanDocument invented_megaregion_plan(const PlanDocument& nation) {
    PlanDocument plan;
    plan.id = "invented-megaregion";
    plan.place = "plans/megaregion";
    plan.title = {"Invented plan of a megaregion", "지어낸 초광역권 계획"};
    plan.scope = Scope::megaregion;
    plan.kind = PlanKind::balanced_development;
    plan.region = "MEGA";
    plan.parent = nation.region;
    plan.first_year = 2026;
    plan.last_year = 2030;
    plan.links.push_back({.plan = nation.id, .target = {}, .adopted = nation.adopted, .reason = {}, .row = 2});
    for (const auto& content : rule_book().contents)
        if (content.rule == "K4")
            plan.contents.push_back(
                {.item = content.item, .place = "chapter 2", .reason = {}, .row = plan.contents.size() + 2});
    return plan;
}

void set_path(PlanDocument& plan, int year, const std::vector<double>& values) {
    for (const double value : values) {
        plan.emissions.set(Series::target, std::string(total_net), year, value,
            std::max<std::size_t>(2, plan.emissions.row(Series::target, total_net, year)));
        ++year;
    }
}

Measure& measure_named(PlanDocument& plan, const std::string& name) {
    for (auto& measure : plan.measures)
        if (measure.measure == name) return measure;
    throw std::out_of_range("no measure " + name);
}

}  // namespace ecumene::governance
