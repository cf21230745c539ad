#include "small_world.hpp"

namespace ecumene::output {

namespace {

Frame::Column t(const char* name) {
    return text_column(name);
}
Frame::Column n(const char* name) {
    return number_column(name);
}

std::map<std::string, Frame, std::less<>> package_tables() {
    Frame carriers("carriers", {t("carrier"), t("name_en"), t("name_ko")});
    carriers.add({"electricity", "Electricity", "전력"});
    Frame groups("technology_groups", {t("group"), t("name_en"), t("name_ko"), t("colour"), n("order")});
    groups.add({"solar", "Solar", "태양광", "#f2c80f", 2});
    groups.add({"coal", "Coal & <coke>", "석탄", "#3b3b3b", 1});
    groups.add({"storage", "Storage", "저장", "#9e9ac8", 3});
    Frame technologies(
        "technologies", {t("technology"), t("name_en"), t("name_ko"), t("kind"), t("group"), t("carrier")});
    technologies.add({"solar_park", "Solar park", "태양광 단지", "process", "solar", "electricity"});
    technologies.add({"coal_old", "Old coal", "노후 석탄", "process", "coal", "electricity"});
    technologies.add({"battery", "Battery", "배터리", "store", "storage", "electricity"});
    technologies.add({"line", "Line", "송전선", "link", "grid", "electricity"});
    Frame sources("sources", {t("source"), t("title"), t("publisher"), t("year"), t("licence")});
    sources.add({"atlas", "An atlas at https://example.org", "Nobody", "2024", "CC0"});
    Frame series("series", {t("series"), t("kind"), n("weather_year")});
    series.add({"load", "shape", 2021});
    return {{"carriers", carriers}, {"technology_groups", groups}, {"technologies", technologies}, {"sources", sources},
        {"series", series}};
}

void add_capacity(std::map<std::string, Frame, std::less<>>& plan) {
    Frame f("capacity", {t("region"), t("technology"), n("year"), n("capacity"), n("built"), n("investment")});
    f.add({"A", "coal_old", 2025, 1000, 0, 0});
    f.add({"A", "coal_old", 2030, 400, 0, 0});
    f.add({"A", "solar_park", 2025, 100, 100, 100e3});
    f.add({"A", "solar_park", 2030, 700, 600, 600e3});
    f.add({"B", "solar_park", 2025, 200, 0, 0});
    f.add({"B", "solar_park", 2030, 2000, 1800, 1.8e6});
    f.add({"B", "battery", 2030, 300, 300, 90e3});
    plan.emplace("capacity", f);
    Frame g("generation", {t("region"), t("technology"), t("carrier"), n("year"), n("value"), n("available")});
    g.add({"A", "coal_old", "electricity", 2025, 5e6, blank});
    g.add({"A", "coal_old", "electricity", 2030, 1e6, blank});
    g.add({"A", "solar_park", "electricity", 2030, 1e6, 1.1e6});
    g.add({"B", "solar_park", "electricity", 2030, 3e6, 3.1e6});
    g.add({"B", "battery", "electricity", 2030, -0.1e6, blank});
    plan.emplace("generation", g);
    Frame e("emissions", {t("region"), t("technology"), n("year"), n("value")});
    e.add({"A", "coal_old", 2025, 4e6});
    e.add({"A", "coal_old", 2030, 0.8e6});
    plan.emplace("emissions", e);
}

void add_money(std::map<std::string, Frame, std::less<>>& plan) {
    Frame s("summary", {n("year"), n("net_emissions"), n("cap"), n("carbon_price"), n("cost"), n("period_years"),
                           n("population"), n("cost_per_head"), n("demand"), n("unserved"), n("clean_share")});
    s.add({2025, 4e6, blank, 0, 4e5, 5, 2e6, 2e5, 5e6, 0, 0.0});
    s.add({2030, 0.8e6, 0.8e6, 50000, 6e5, 5, 2e6, 3e5, 4.9e6, 0, 0.8});
    plan.emplace("summary", s);
    Frame c("costs", {t("region"), t("item"), t("component"), n("year"), n("value")});
    c.add({"A", "coal_old", "import", 2025, 4e5});
    c.add({"B", "solar_park", "annuity", 2030, 6e5});
    plan.emplace("costs", c);
    Frame b("burden", {t("region"), n("year"), n("located"), n("imports"), n("exports"), n("congestion"), n("borne"),
                          n("population"), n("borne_per_head"), n("located_per_head")});
    b.add({"A", 2030, 1e5, 3e5, 0, 0, 4e5, 1e6, 4e5, 1e5});
    b.add({"B", 2030, 5e5, 0, 3e5, 0, 2e5, 1e6, 2e5, 5e5});
    plan.emplace("burden", b);
    Frame p("prices", {t("region"), t("carrier"), n("year"), n("mean"), n("lowest"), n("highest")});
    p.add({"A", "electricity", 2030, 120, 0, 300});
    p.add({"B", "electricity", 2030, 60, 0, 200});
    plan.emplace("prices", p);
}

void add_flows(std::map<std::string, Frame, std::less<>>& plan) {
    Frame f("flows",
        {t("link"), t("technology"), t("origin"), t("destination"), n("year"), n("capacity"), n("built"), n("forward"),
            n("backward"), n("full_hours_share"), n("congestion_rent"), n("investment"), t("unit")});
    f.add({"b_a", "line", "B", "A", 2030, 500, 100, 1e6, 0.1e6, 0.4, 6000, 50e3, "MW"});
    plan.emplace("flows", f);
    Frame b("balances",
        {t("carrier"), t("region"), n("year"), n("received"), n("sent"), n("demand"), n("cut"), n("unserved")});
    b.add({"electricity", "A", 2030, 1e6, 0.1e6, 2.9e6, 0, 0});
    b.add({"electricity", "B", 2030, 0.1e6, 1e6, 2e6, 0, 0});
    plan.emplace("balances", b);
    Frame s("self_reliance", {t("region"), n("year"), n("clean"), n("demand"), n("share")});
    s.add({"A", 2030, 1e6, 2.9e6, 0.345});
    s.add({"B", 2030, 3e6, 2e6, 1.5});
    plan.emplace("self_reliance", s);
    Frame h("snapshots", {n("snapshot"), n("period"), n("first_hour"), n("hours"), n("weight"), t("extreme")});
    h.add({0, 0, 313, 12, 4380, "typical"});
    h.add({1, 0, 325, 12, 4380, "typical"});
    plan.emplace("snapshots", h);
    Frame d("dispatch", {n("year"), n("snapshot"), t("region"), t("item"), n("value")});
    for (const int step : {0, 1})
        for (const auto* region : {"A", "B"}) {
            d.add({2030, step, region, "demand", 300});
            d.add({2030, step, region, "solar", step == 0 ? 100 : 400});
            d.add({2030, step, region, "charge", step == 0 ? 0 : -100});
        }
    plan.emplace("dispatch", d);
}

void add_proofs(std::map<std::string, Frame, std::less<>>& plan) {
    Frame p("policies",
        {t("policy"), t("region"), n("year"), n("activity"), n("limit"), t("unit"), t("binds"), n("shadow_price")});
    p.add({"carbon_cap", "N", 2030, 0.8e6, 0.8e6, "tCO2eq", "yes", 0.05});
    p.add({"build_pace:solar_park", "N", 2030, 2400, 9000, "MW", "no", 0});
    plan.emplace("policies", p);
    Frame s("sensitivity", {t("input"), n("change"), n("share"), n("estimated_share")});
    s.add({"demand.electricity", 5e5, 0.08, 0.5});
    s.add({"solar_park.investment", 2e5, 0.03, 0.0});
    plan.emplace("sensitivity", s);
    Frame c(
        "base_year_check", {t("indicator"), t("region"), t("item"), n("model_year"), n("model"), n("official_year"),
                               n("official"), n("difference"), t("within"), n("tolerance"), t("unit"), t("source")});
    c.add({"generation", "N", "coal", 2025, 5e6, 2024, 4.9e6, 0.02, "yes", 0.1, "MWh", "atlas"});
    c.add({"generation", "N", "total", 2025, 5e6, 2024, 9e6, -0.44, "no", 0.1, "MWh", "atlas"});
    plan.emplace("base_year_check", c);
}

}  // namespace

SmallWorld::SmallWorld() : package_(package_tables()) {
    add_capacity(plan_);
    add_money(plan_);
    add_flows(plan_);
    add_proofs(plan_);
}

ReportInput SmallWorld::input() const {
    ReportInput input;
    input.settings.title = {"Two regions", "두 지역"};
    input.settings.nation = "N";
    input.settings.price_year = 2024;
    dataset::Region a, b;
    a.code = "A";
    a.name = {"Alpha", "가람도"};
    b.code = "B";
    b.name = {"Beta", "나래도"};
    b.tile_x = 1;
    input.regions = {a, b};
    const auto look = [](const auto& tables) {
        return [&tables](std::string_view name) -> const Frame* {
            const auto found = tables.find(name);
            return found == tables.end() ? nullptr : &found->second;
        };
    };
    input.package = look(package_);
    input.plan = look(plan_);
    input.scenario = "base";
    input.title = {"Base <script>", "기준"};
    input.version = "1.2.3";
    input.run = "abc";
    input.outcome = planning::Outcome::optimal;
    Proof proof{"all", "a solver", {}};
    proof.certificate.primal = proof.certificate.dual = proof.certificate.gap = 1e-9;
    proof.certificate.has_duals = true;
    proof.certificate.objective = 1e6;
    input.proofs = {proof};
    input.time_text = {"1 day at 12-hour steps", "1일, 12시간 간격"};
    return input;
}

}  // namespace ecumene::output
