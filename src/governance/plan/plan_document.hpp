// A plan document as data: what a nation, province or municipality promises, by whom, when and with what money.
//
//     const PlanDocument& plan = read_plan("plans/jeonnam", "plans/jeonnam").plan;
//     plan.amount(Series::target, "buildings", 2030);          // tCO2eq; blank: the plan does not say
//
// Emissions in tCO2eq, sinks, capture and credits negative; money in MKRW; every row keeps its place in its file.
// A blank is unknown and stays so. Not here: what is wrong with it (rules) and what lies above and below it (PlanSet).
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "governance/plan/date.hpp"

namespace ecumene::governance {

enum class Scope { nation, megaregion, province, municipality };
enum class PlanKind { carbon, territorial, balanced_development, transport, energy };
enum class Series { history, outlook, target };
enum class Coverage { gross, net };
enum class Role { emission, sink, capture, credit };
enum class Funder { national, provincial, municipal, private_money };
inline constexpr std::size_t funders = 4;

inline constexpr std::string_view total_gross = "total_gross", total_net = "total_net", whole = "total";

struct Basis {
    std::string guidelines, gwp, factors, boundary, tree;
    double rounding{};  // tCO2eq; figures are rounded to multiples of it
};

struct PlanSector {
    std::string sector;
    Bilingual name;
    std::string rolls_up_to;  // sector of the plan's tree
    Role role{Role::emission};
};

// Stated figures of one table over sectors, years and series, densely packed; what is not stated is blank.
class Amounts {
public:
    // `row` 0: none. A second figure for the same place replaces the first.
    void set(Series series, const std::string& sector, int year, double value, std::size_t row);
    double at(Series series, std::string_view sector, int year) const;
    // Row of the file; 0 if no row names this place. A row whose value is blank has one.
    std::size_t row(Series series, std::string_view sector, int year) const;

    const std::vector<std::string>& sectors() const { return sectors_; }
    // Years with a row, ascending, of that series.
    std::vector<int> years(Series series) const;

    // For loops over everything, without looking names up.
    std::optional<std::size_t> place_of(std::string_view sector) const;
    double at(Series series, std::size_t sector, int year) const;
    std::size_t row(Series series, std::size_t sector, int year) const;

private:
    struct Figure {
        double value{blank};
        std::size_t row{};
    };
    const Figure* find(Series series, std::size_t sector, int year) const;
    void make_room_for(int year);

    std::vector<std::string> sectors_;
    std::map<std::string, std::size_t, std::less<>> place_;
    int first_year_{}, last_year_{-1};
    std::vector<std::vector<Figure>> figures_;  // of each sector: series, then years
};

struct Target {
    std::string target, sector;
    int base_year{}, year{};
    std::optional<Coverage> base_basis, target_basis;
    double cut{blank};  // per cent, positive where emissions fall
    std::string bound;  // floor, ceiling, point or empty
    std::string upper_target;
    std::size_t row{};
};

struct Activity {
    std::string activity, sector;
    int year{};
    double amount{}, factor{}, emission{blank};
    std::string amount_unit;
    std::size_t row{};
};

struct MeasureYear {
    int year{};
    double cut{blank};  // tCO2eq in that year
    std::array<double, funders> money{blank, blank, blank, blank};
    std::size_t row{};

    // Blank where no funder is stated.
    double all_money() const;
};

struct Measure {
    std::string measure, sector;
    Bilingual name;
    std::string owner, indicator, unit;
    std::vector<std::string> activities;
    std::string acts_on, counted_at, group, project, upper_target;
    std::vector<MeasureYear> years;  // ascending
    std::size_t row{};

    const MeasureYear* find(int year) const;
    double cut(int year) const;  // blank where not stated
    // Sums of what is stated; blank where nothing is.
    double all_cuts() const;
    double all_money() const;
    // First year with a cut above zero; 0 if there is none.
    int first_year_of_effect() const;
};

struct Indicator {
    std::string indicator, measure, unit;
    double baseline_year{blank}, baseline{blank}, target_year{blank}, target{blank};
    std::string data_source;
    double update_month{blank};
    std::size_t row{};
};

struct IndicatorValue {
    std::string indicator;
    int year{};
    double value{blank};
    std::string note;
    std::size_t row{};
};

// What came of an activity in a year, beside what the plan expected.
struct ActivityOutcome {
    std::string activity, sector;
    int year{};
    double planned_amount{}, amount{}, planned_emission{}, emission{};
    std::string amount_unit;
    std::size_t row{};
};

struct Procedure {
    std::string procedure;
    int year{};
    std::optional<Date> done;
    std::string reason;
    std::size_t row{};
};

struct PlanLink {
    std::string plan, target;
    std::optional<Date> adopted;
    double cut{blank};
    std::string reason;
    std::size_t row{};
};

struct ContentItem {
    std::string item, place, reason;
    std::size_t row{};
};

struct Effect {
    std::string region, kind;
    int year{};
    double value{blank};
    std::string unit, group;
    std::size_t row{};
};

struct Suppression {
    std::string rule, item, reason, by;
    std::optional<Date> until;
    std::size_t row{};
};

// Where the rows of a table came from, if it was made of a sheet: rows[n] is the row there of row n here.
struct TableOrigin {
    std::string file;  // "plan.xlsx [배출전망]"
    std::vector<std::size_t> rows;
};

struct ShownPlace {
    std::string file;
    std::size_t row{};
};

struct PlanDocument {
    std::string id;
    std::string place;  // how its folder is shown in findings
    Bilingual title, about;
    Scope scope{Scope::nation};
    PlanKind kind{PlanKind::carbon};
    std::string region, parent;
    std::vector<std::string> parts, exposed;
    std::optional<Date> adopted;
    int first_year{}, last_year{};
    Basis basis;

    std::vector<PlanSector> sectors;
    Amounts emissions, unallocated, inventory;  // the inventory is a history
    std::vector<Target> targets;
    std::vector<Activity> activities;
    std::vector<Measure> measures;
    std::vector<Indicator> indicators;
    std::vector<IndicatorValue> indicator_values;
    std::vector<ActivityOutcome> outcomes;
    std::vector<Procedure> procedures;
    std::vector<PlanLink> links;
    std::vector<ContentItem> contents;
    std::vector<Effect> effects;
    std::vector<Suppression> suppressions;
    std::map<std::string, TableOrigin, std::less<>> origins;

    // Where a person finds a row of a table: "plans/jeonnam/plan.xlsx [배출전망]", row 12.
    ShownPlace shown(const std::string& table, std::size_t row) const;
    double amount(Series series, std::string_view sector, int year) const { return emissions.at(series, sector, year); }
    const PlanSector* sector(std::string_view code) const;
    const Measure* measure(std::string_view code) const;
    const Indicator* indicator(std::string_view code) const;
};

}  // namespace ecumene::governance
