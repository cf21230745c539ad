#include "diagnosis_world.hpp"

namespace ecumene::output {

namespace {

using namespace diagnosis;

Frame series_of(const std::vector<std::tuple<std::string, int, double, double>>& rows) {
    Frame frame("diagnosis_series",
        {text_column("group"), number_column("year"), number_column("total"), number_column("share"),
            number_column("population"), number_column("per_capita"), text_column("status")});
    for (const auto& [group, year, total, per_head] : rows)
        frame.add({group, year, total, blank, blank, per_head, "reported"});
    return frame;
}

GroupProfile group_of(const std::string& code, const Bilingual& name, double total, double per_head, double share) {
    GroupProfile group;
    group.group = code;
    group.name = name;
    group.regions = {code};
    group.total = {2018, total, "reported"};
    group.growth = {2000, 2018, 0.02, "reported"};
    group.share = {.first = {}, .last = {2018, share, "reported"}};
    group.per_capita = {.first = {2000, per_head / 2, "reported"},
        .last = {2018, per_head, "reported"},
        .by_year = {},
        .growth = {2000, 2018, 0.01, "reported"}};
    return group;
}

Profile profile_of() {
    Profile p;
    p.first_year = 2000;
    p.last_year = 2018;
    p.groups = {
        group_of("A", {"Alpha <north>", "알파도"}, 4e6, 20.0, 0.8), group_of("B", {"Beta", "베타시"}, 1e6, 5.0, 0.2)};
    p.all = group_of("N", {"All", "전체"}, 5e6, 12.5, 1);
    p.ratio.higher = "A";
    p.ratio.lower = "B";
    p.ratio.first = {2000, 3.0, "reported"};
    p.ratio.last = {2018, 4.0, "reported"};
    p.ledger = "production";
    p.ledger_note = {"where it is released", "배출된 곳"};
    p.accounting = {.coverage = "gross", .tree = "ipcc1996", .gas = "all", .gwp = "sar", .basis = "1996"};
    p.gaps = {{{"no heat", "열 없음"}, "tables/energy_balance.csv"}};
    p.sources = {"atlas"};
    p.series = series_of({{"A", 2000, 2e6, 10.0}, {"A", 2018, 4e6, 20.0}, {"B", 2000, 1e6, 5.0}, {"B", 2018, 1e6, 5.0},
        {"N", 2000, 3e6, 7.5}, {"N", 2018, 5e6, 12.5}});
    return p;
}

KayaChange kaya() {
    KayaChange change;
    change.level = "nation";
    change.place = "N";
    change.cells = "regions";
    change.measure = "grdp";
    change.prices = "real2015";
    change.first_year = 2000;
    change.last_year = 2018;
    change.first = 3e6;
    change.last = 5e6;
    change.effects = {{"people", {"people", "인구"}, 1.5e6}, {"intensity", {"intensity", "집약도"}, -0.5e6},
        {"product_per_head", {"product per head", "1인당 생산"}, 1e6}};
    return change;
}

InequalityPath path_of() {
    InequalityPath path;
    InequalityYear first, last;
    first.year = 2000;
    first.theil = 0.1;
    last.year = 2018;
    last.theil = 0.3;
    first.parts = {{"region", 0.1}};
    last.parts = {{"region", 0.3}};
    path.years = {first, last};
    path.moran.reason = {"fewer than four regions", "지역이 넷보다 적음"};
    path.lorenz = Frame("lorenz", {number_column("year"), number_column("position"), text_column("region"),
                                      number_column("people_share"), number_column("held_share")});
    path.lorenz.add({2018, 0, "B", 0.0, 0.0});
    path.lorenz.add({2018, 1, "B", 0.5, 0.2});
    path.lorenz.add({2018, 2, "A", 1.0, 1.0});
    return path;
}

}  // namespace

DiagnosisWorld::DiagnosisWorld() : by_region(profile_of()) {
    full.profile = profile_of();
    full.movement.changes = {kaya()};
    full.inequality = path_of();
    full.ledgers.gaps = {{{"no balance", "수지 없음"}, "tables/energy_balance.csv"}};
    full.typology.reason = {"too few regions", "지역이 적음"};
    full.unlock = {{"heat_ledger", {"heat", "열"}, false, {{"tables/energy_balance.csv", {"heat rows", "열 행"}}}}};
    settings_.title = {"Small & plain", "작은 나라"};
    settings_.nation = "N";
    regions_.resize(2);
    regions_[0].code = "A";
    regions_[0].name = {"Alpha <north>", "알파도"};
    regions_[1].code = "B";
    regions_[1].name = {"Beta", "베타시"};
    regions_[1].tile_x = 1;
    sources_ = Frame("sources", {text_column("source"), text_column("title"), text_column("publisher"),
                                    text_column("year"), text_column("licence")});
    sources_.add({"atlas", "An atlas", "Nobody", "2024", "CC0"});
}

DiagnosisInput DiagnosisWorld::input() const {
    return {.settings = settings_,
        .regions = regions_,
        .diagnosis = &full,
        .by_region = &by_region,
        .paper = &paper,
        .sources = &sources_,
        .version = "1"};
}

}  // namespace ecumene::output
