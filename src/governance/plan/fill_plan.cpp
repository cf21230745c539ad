#include "governance/plan/fill_plan.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/text.hpp"
#include "diagnosis/trees/sector_trees.hpp"

namespace ecumene::governance {
namespace {

using dataset::FindingLog;
using dataset::LoadedTable;
using dataset::LoadedTables;

constexpr std::size_t most_sectors = 2'000;
constexpr std::array<const char*, funders> funder_columns{"national", "provincial", "municipal", "private"};

Series series_named(const std::string& word) {
    return word == "target" ? Series::target : word == "outlook" ? Series::outlook : Series::history;
}

Role role_named(const std::string& word) {
    return word == "sink"      ? Role::sink
           : word == "capture" ? Role::capture
           : word == "credit"  ? Role::credit
                               : Role::emission;
}

// Sinks and their like in the trees we ship; everything else emits.
Role role_in_tree(const std::string& tree, const std::string& sector) {
    if (tree == "korea_plan")
        return sector == "sink"      ? Role::sink
               : sector == "capture" ? Role::capture
               : sector == "credits" ? Role::credit
                                     : Role::emission;
    if (tree == "ipcc1996") return sector.starts_with("5") ? Role::sink : Role::emission;
    if (tree == "ipcc2006") return sector.starts_with("3B") || sector.starts_with("3D") ? Role::sink : Role::emission;
    return sector.starts_with("V.2") ? Role::sink : Role::emission;
}

std::optional<Coverage> coverage_named(const std::string& word) {
    if (word.empty()) return std::nullopt;
    return word == "net" ? Coverage::net : Coverage::gross;
}

int year_of(double value) {
    return is_blank(value) ? 0 : static_cast<int>(value);
}

std::vector<std::string> parts_of(const std::string& cell) {
    std::vector<std::string> parts;
    for (const auto& part : split(cell, ';'))
        if (const auto word = trim(part); !word.empty()) parts.emplace_back(word);
    return parts;
}

class PlanFiller {
public:
    PlanFiller(const LoadedTables& tables, PlanDocument& plan, FindingLog& log)
        : tables_(tables), plan_(plan), log_(log) {}

    void fill() {
        fill_sectors();
        fill_amounts("emissions", plan_.emissions);
        fill_amounts("unallocated", plan_.unallocated);
        fill_amounts("inventory", plan_.inventory);
        fill_targets();
        fill_activities();
        fill_measures();
        fill_measure_years();
        fill_indicators();
        fill_indicator_values();
        fill_outcomes();
        fill_procedures();
        fill_links();
        fill_contents();
        fill_effects();
        fill_suppressions();
    }

private:
    const LoadedTable& table(const char* name) const { return tables_.find(name)->second; }

    // Calls `row(frame, i, place)` for every row.
    template <class Row>
    void each(const char* name, Row row) const {
        const auto& loaded = table(name);
        for (std::size_t i = 0; i < loaded.frame.rows(); ++i) row(loaded.frame, i, loaded.rows[i]);
    }

    std::optional<Date> date(const char* name, std::size_t i, const char* column) {
        const auto& loaded = table(name);
        const auto& text = loaded.frame.text(i, column);
        const auto found = parse_date(text);
        if (!text.empty() && !found)
            log_.error(loaded.at(i, column), "bad_date", compose("{} is '{}', which is not a date", {column, text}),
                "write it as 2027-06-30");
        return found;
    }

    // --- sectors ---------------------------------------------------------------------------------------------------------

    void fill_sectors() {
        each("sectors", [&](const Frame& frame, std::size_t i, std::size_t) {
            plan_.sectors.push_back({.sector = frame.text(i, "sector"),
                .name = {frame.text(i, "name_en"), frame.text(i, "name_ko")},
                .rolls_up_to = frame.text(i, "rolls_up_to"),
                .role = role_named(frame.text(i, "role"))});
            known_.insert(frame.text(i, "sector"));
            if (!plan_.basis.tree.empty() && trees_.find(plan_.basis.tree, frame.text(i, "rolls_up_to")) == nullptr)
                report_sector("sectors", i, "rolls_up_to", frame.text(i, "rolls_up_to"));
        });
        for (const char* reserved : {total_gross.data(), total_net.data(), whole.data()}) known_.insert(reserved);
    }

    void report_sector(const char* name, std::size_t i, const char* column, const std::string& sector) {
        std::vector<std::string> candidates(known_.begin(), known_.end());
        for (const auto& one : trees_.sectors())
            if (one.tree == plan_.basis.tree) candidates.push_back(one.code);
        const bool is_listed = log_.would_list("unknown_sector", table(name).schema->file);
        const auto meant = is_listed ? did_you_mean(sector, candidates) : std::string{};
        log_.error(table(name).at(i, column), "unknown_sector",
            compose("'{}' is no sector of the tree {}, nor of sectors.csv", {sector, plan_.basis.tree}),
            meant.empty() ? "add it to sectors.csv with the sector it rolls up to" : meant);
    }

    // A sector of the plan's tree that a row names becomes one of the plan's.
    void check_sector(const char* name, std::size_t i, const std::string& sector) {
        if (sector.empty() || plan_.basis.tree.empty() || known_.count(sector) != 0) return;
        const auto* found = trees_.find(plan_.basis.tree, sector);
        if (found == nullptr) {
            report_sector(name, i, "sector", sector);
            return;
        }
        known_.insert(sector);
        plan_.sectors.push_back({.sector = sector,
            .name = found->name,
            .rolls_up_to = sector,
            .role = role_in_tree(plan_.basis.tree, sector)});
    }

    // --- figures ---------------------------------------------------------------------------------------------------------

    void fill_amounts(const char* name, Amounts& amounts) {
        const auto& frame = table(name).frame;
        const auto* series = frame.has("series") ? &frame.texts("series") : nullptr;
        const auto &sectors = frame.texts("sector"), &rows_of_series = series == nullptr ? sectors : *series;
        const auto &years = frame.numbers("year"), &values = frame.numbers("value");
        for (std::size_t i = 0; i < frame.rows(); ++i) {
            if (is_blank(years[i]) || sectors[i].empty()) continue;
            check_sector(name, i, sectors[i]);
            if (amounts.sectors().size() >= most_sectors && !amounts.place_of(sectors[i])) {
                log_.error(table(name).at(i, "sector"), "too_many_sectors",
                    compose("the table has more than {} sectors", {most_sectors}));
                return;
            }
            amounts.set(series == nullptr ? Series::history : series_named(rows_of_series[i]), sectors[i],
                year_of(years[i]), values[i], table(name).rows[i]);
        }
    }

    void fill_targets() {
        each("targets", [&](const Frame& frame, std::size_t i, std::size_t row) {
            check_sector("targets", i, frame.text(i, "sector"));
            plan_.targets.push_back({.target = frame.text(i, "target"),
                .sector = frame.text(i, "sector"),
                .base_year = year_of(frame.number(i, "base_year")),
                .year = year_of(frame.number(i, "year")),
                .base_basis = coverage_named(frame.text(i, "base_basis")),
                .target_basis = coverage_named(frame.text(i, "target_basis")),
                .cut = frame.number(i, "cut"),
                .bound = frame.text(i, "bound"),
                .upper_target = frame.text(i, "upper_target"),
                .row = row});
        });
    }

    void fill_activities() {
        each("activities", [&](const Frame& frame, std::size_t i, std::size_t row) {
            check_sector("activities", i, frame.text(i, "sector"));
            plan_.activities.push_back({.activity = frame.text(i, "activity"),
                .sector = frame.text(i, "sector"),
                .year = year_of(frame.number(i, "year")),
                .amount = frame.number(i, "amount"),
                .factor = frame.number(i, "factor"),
                .emission = frame.number(i, "emission"),
                .amount_unit = frame.text(i, "amount_unit"),
                .row = row});
        });
    }

    void fill_outcomes() {
        each("inventory_activities", [&](const Frame& frame, std::size_t i, std::size_t row) {
            check_sector("inventory_activities", i, frame.text(i, "sector"));
            plan_.outcomes.push_back({.activity = frame.text(i, "activity"),
                .sector = frame.text(i, "sector"),
                .year = year_of(frame.number(i, "year")),
                .planned_amount = frame.number(i, "planned_amount"),
                .amount = frame.number(i, "amount"),
                .planned_emission = frame.number(i, "planned_emission"),
                .emission = frame.number(i, "emission"),
                .amount_unit = frame.text(i, "amount_unit"),
                .row = row});
        });
    }

    // --- measures --------------------------------------------------------------------------------------------------------

    void fill_measures() {
        each("measures", [&](const Frame& frame, std::size_t i, std::size_t row) {
            check_sector("measures", i, frame.text(i, "sector"));
            plan_.measures.push_back({.measure = frame.text(i, "measure"),
                .sector = frame.text(i, "sector"),
                .name = {frame.text(i, "name_en"), frame.text(i, "name_ko")},
                .owner = frame.text(i, "owner"),
                .indicator = frame.text(i, "indicator"),
                .unit = frame.text(i, "unit"),
                .activities = parts_of(frame.text(i, "activity")),
                .acts_on = frame.text(i, "acts_on"),
                .counted_at = frame.text(i, "counted_at"),
                .group = frame.text(i, "group"),
                .project = frame.text(i, "project"),
                .upper_target = frame.text(i, "upper_target"),
                .years = {},
                .row = row});
        });
    }

    void fill_measure_years() {
        std::unordered_map<std::string, std::size_t> place;
        for (std::size_t i = 0; i < plan_.measures.size(); ++i) place.emplace(plan_.measures[i].measure, i);
        const auto& loaded = table("measure_years");
        const auto& frame = loaded.frame;
        const auto& names = frame.texts("measure");
        const auto &years = frame.numbers("year"), &cuts = frame.numbers("cut");
        std::array<const std::vector<double>*, funders> money{};
        for (std::size_t f = 0; f < funders; ++f) money[f] = &frame.numbers(funder_columns[f]);
        for (std::size_t i = 0; i < frame.rows(); ++i) {
            const auto found = place.find(names[i]);
            if (found == place.end() || is_blank(years[i])) continue;
            MeasureYear year{.year = year_of(years[i]), .cut = cuts[i], .money = {}, .row = loaded.rows[i]};
            for (std::size_t f = 0; f < funders; ++f) year.money[f] = (*money[f])[i];
            plan_.measures[found->second].years.push_back(year);
        }
        for (auto& measure : plan_.measures)
            std::stable_sort(measure.years.begin(), measure.years.end(),
                [](const MeasureYear& a, const MeasureYear& b) { return a.year < b.year; });
    }

    void fill_indicators() {
        each("indicators", [&](const Frame& frame, std::size_t i, std::size_t row) {
            plan_.indicators.push_back({.indicator = frame.text(i, "indicator"),
                .measure = frame.text(i, "measure"),
                .unit = frame.text(i, "unit"),
                .baseline_year = frame.number(i, "baseline_year"),
                .baseline = frame.number(i, "baseline"),
                .target_year = frame.number(i, "target_year"),
                .target = frame.number(i, "target"),
                .data_source = frame.text(i, "data_source"),
                .update_month = frame.number(i, "update_month"),
                .row = row});
        });
    }

    void fill_indicator_values() {
        each("indicator_values", [&](const Frame& frame, std::size_t i, std::size_t row) {
            plan_.indicator_values.push_back({.indicator = frame.text(i, "indicator"),
                .year = year_of(frame.number(i, "year")),
                .value = frame.number(i, "value"),
                .note = frame.text(i, "note"),
                .row = row});
        });
    }

    // --- procedures, links, contents, effects ------------------------------------------------------------------------------

    void fill_procedures() {
        each("procedures", [&](const Frame& frame, std::size_t i, std::size_t row) {
            plan_.procedures.push_back({.procedure = frame.text(i, "procedure"),
                .year = year_of(frame.number(i, "year")),
                .done = date("procedures", i, "done"),
                .reason = frame.text(i, "reason"),
                .row = row});
        });
    }

    void fill_links() {
        each("links", [&](const Frame& frame, std::size_t i, std::size_t row) {
            plan_.links.push_back({.plan = frame.text(i, "plan"),
                .target = frame.text(i, "target"),
                .adopted = date("links", i, "adopted"),
                .cut = frame.number(i, "cut"),
                .reason = frame.text(i, "reason"),
                .row = row});
        });
    }

    void fill_contents() {
        each("contents", [&](const Frame& frame, std::size_t i, std::size_t row) {
            plan_.contents.push_back({.item = frame.text(i, "item"),
                .place = frame.text(i, "place"),
                .reason = frame.text(i, "reason"),
                .row = row});
        });
    }

    void fill_effects() {
        each("effects", [&](const Frame& frame, std::size_t i, std::size_t row) {
            plan_.effects.push_back({.region = frame.text(i, "region"),
                .kind = frame.text(i, "kind"),
                .year = year_of(frame.number(i, "year")),
                .value = frame.number(i, "value"),
                .unit = frame.text(i, "unit"),
                .group = frame.text(i, "group"),
                .row = row});
        });
    }

    void fill_suppressions() {
        each("suppressions", [&](const Frame& frame, std::size_t i, std::size_t row) {
            plan_.suppressions.push_back({.rule = frame.text(i, "rule"),
                .item = frame.text(i, "item"),
                .reason = frame.text(i, "reason"),
                .by = frame.text(i, "by"),
                .until = date("suppressions", i, "until"),
                .row = row});
        });
    }

    const LoadedTables& tables_;
    PlanDocument& plan_;
    FindingLog& log_;
    const diagnosis::SectorTrees& trees_ = diagnosis::SectorTrees::shipped();
    std::set<std::string> known_;
};

}  // namespace

void fill_plan(const LoadedTables& tables, PlanDocument& plan, FindingLog& log) {
    PlanFiller(tables, plan, log).fill();
}

}  // namespace ecumene::governance
