#include "planning/tables/plan_tables.hpp"

#include <utility>

namespace ecumene::planning {
namespace {

using Columns = std::vector<Frame::Column>;

Frame::Column t(const char* name) {
    return text_column(name);
}
Frame::Column n(const char* name, const char* unit = "") {
    return number_column(name, unit);
}

std::map<std::string, Frame> empty_frames() {
    const std::pair<const char*, Columns> all[] = {
        {"summary", {n("year"), n("net_emissions", "tCO2eq"), n("cap", "tCO2eq"), n("carbon_price", "KRW/tCO2eq"),
                        n("cost", "MKRW"), n("discount_weight", "1"), n("period_years", "year"),
                        n("population", "person"), n("cost_per_head", "KRW"), n("demand", "MWh"), n("unserved", "MWh"),
                        n("curtailed", "MWh"), n("clean_share", "1")}},
        {"capacity", {t("region"), t("technology"), n("year"), n("capacity", "MW"), n("existing", "MW"),
                         n("built", "MW"), n("retired", "MW"), n("potential", "MW"), n("energy_capacity", "MWh"),
                         n("investment", "MKRW"), t("unit"), n("count")}},
        {"generation",
            {t("region"), t("technology"), t("carrier"), n("year"), n("value", "MWh"), n("available", "MWh")}},
        {"flows", {t("link"), t("technology"), t("origin"), t("destination"), n("year"), n("capacity", "MW"),
                      n("built", "MW"), n("forward", "MWh"), n("backward", "MWh"), n("losses", "MWh"),
                      n("full_hours_share", "1"), n("congestion_rent", "MKRW"), n("investment", "MKRW"), t("unit")}},
        {"prices", {t("region"), t("carrier"), n("year"), n("mean", "KRW/kWh"), n("lowest", "KRW/kWh"),
                       n("highest", "KRW/kWh"), t("unit")}},
        {"balances",
            {t("carrier"), t("region"), n("year"), n("produced"), n("used"), n("imported"), n("received"), n("sent"),
                n("store_net"), n("demand"), n("shifted_net"), n("cut"), n("unserved"), n("residual"), t("unit")}},
        {"emissions", {t("region"), t("technology"), n("year"), n("value", "tCO2eq"), t("sector")}},
        {"carbon",
            {t("region"), t("technology"), t("sector"), n("year"), n("fossil_in", "tCO2eq"), n("in_products", "tCO2eq"),
                n("stored", "tCO2eq"), n("to_air", "tCO2eq"), n("other_gases_and_sinks", "tCO2eq")}},
        {"carbon_flow", {n("year"), t("side"), t("kind"), t("item"), n("value", "tCO2eq")}},
        {"imported_emissions", {t("region"), t("carrier"), n("year"), n("value", "tCO2eq")}},
        {"jobs", {t("region"), t("sector"), n("year"), n("build", "person"), n("operate", "person"),
                     n("output", "person"), n("total", "person")}},
        {"economy", {t("region"), t("sector"), n("year"), n("investment", "MKRW"), n("local_investment", "MKRW"),
                        n("green_investment", "MKRW"), n("output", "MKRW"), n("green_output", "MKRW"),
                        n("product", "MKRW"), n("investment_share", "1")}},
        {"land_use", {t("region"), t("class"), n("year"), n("used", "km2"), n("available", "km2")}},
        {"costs", {t("region"), t("item"), t("component"), n("year"), n("value", "MKRW")}},
        {"burden", {t("region"), n("year"), n("located", "MKRW"), n("imports", "MKRW"), n("exports", "MKRW"),
                       n("congestion", "MKRW"), n("borne", "MKRW"), n("population", "person"),
                       n("borne_per_head", "KRW"), n("located_per_head", "KRW")}},
        {"self_reliance",
            {t("region"), n("year"), n("clean", "MWh"), n("demand", "MWh"), n("share", "1"), n("floor", "1")}},
        {"policies", {t("policy"), t("region"), n("year"), n("activity"), n("limit"), t("unit"), t("binds"),
                         n("shadow_price", "MKRW per unit")}},
        {"dispatch", {n("year"), n("snapshot"), t("region"), t("item"), n("value", "MW")}},
        {"snapshots",
            {n("snapshot"), n("period"), n("first_hour"), n("hours", "hour"), n("weight", "hour"), t("extreme")}},
        {"periods", {n("order"), n("period")}},
    };
    std::map<std::string, Frame> frames;
    for (const auto& [name, columns] : all) frames.emplace(name, Frame(name, columns));
    return frames;
}

}  // namespace

PlanTables::PlanTables(const System& s) : frames_(empty_frames()) {
    for (std::size_t i = 0; i < s.time.snapshots.size(); ++i) {
        const auto& snapshot = s.time.snapshots[i];
        frame("snapshots")
            .add({static_cast<int>(i), snapshot.period, snapshot.first_hour + 1, snapshot.hours, snapshot.weight,
                s.time.periods[static_cast<std::size_t>(snapshot.period)].kept_because});
    }
    for (std::size_t day = 0; day < s.time.period_of_day.size(); ++day)
        frame("periods").add({static_cast<int>(day + 1), s.time.period_of_day[day]});
    for (const int year : s.calendar) hourly_labels_["year"].push_back(std::to_string(year));
    for (const auto& region : s.region_data) hourly_labels_["region"].push_back(region.code);
    for (const auto& snapshot : s.time.snapshots)
        hourly_labels_["snapshot"].push_back("h" + std::to_string(snapshot.first_hour + 1));
}

void PlanTables::add(const Answer& a) {
    for (const Year y : a.system.years) {
        add_capacities(a, y);
        add_generation(a, y);
        add_flows(a, y);
        add_prices_and_balances(a, y);
        add_markets(a, y);
        add_emissions(a, y);
        add_carbon(a, y);
        add_imported_emissions(a, y);
        add_economy(a, y);
        add_land(a, y);
        add_costs_and_burden(a, y);
        add_self_reliance(a, y);
        add_hourly(a, y);
    }
    add_policies(a);
}

std::vector<Frame> PlanTables::finish() && {
    std::vector<Frame> tables;
    for (auto& [name, frame] : frames_) tables.push_back(std::move(frame));
    return tables;
}

}  // namespace ecumene::planning
