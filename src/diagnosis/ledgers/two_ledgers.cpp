#include "diagnosis/ledgers/two_ledgers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "diagnosis/bridge/region_bridge.hpp"
#include "diagnosis/group_series.hpp"
#include "diagnosis/ledgers/transfers.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr std::array<const char*, 2> carriers = {"electricity", "heat"};

// The published ratio of 2018 "once imported power is counted" (docs/model/diagnosis.md: 3.29 by production).
constexpr double published_ratio = 2.55;
constexpr int published_year = 2018;

// What is known of all years, read once.
struct Reading {
    Evidence evidence;
    std::map<std::string, EnergyTables> energy;  // by carrier; only those that have rows
    std::vector<Bilingual> refused;              // why a year of a balance could not be traced
    EmissionTable given;                         // consumption rows of the package
    std::map<int, std::vector<std::pair<std::string, Transfers>>> transfers;  // by year: carrier, transfers
};

std::set<int> years_of(const RegionalSeries& series) {
    std::set<int> years;
    for (const auto& [region, figures] : series.by_region)
        for (const auto& [year, figure] : figures) years.insert(year);
    return years;
}

Transfers transfers_in(const dataset::Dataset& data, const Reading& r, const EnergyTables& tables, int year) {
    return transfers_of(tables, r.evidence.population, regions_counted_in(data, r.evidence.regions, year), year);
}

Reading read(const dataset::Dataset& data, const Request& request) {
    Reading r;
    r.evidence = gather(data, request.grouping, name_of(request.coverage));
    r.given = read_emissions(data, name_of(request.coverage), "consumption");
    for (const char* carrier : carriers) {
        auto tables = read_energy(data, carrier);
        if (tables.made.by_region.empty()) continue;
        for (const int year : years_of(tables.made)) {
            auto transfers = transfers_in(data, r, tables, year);
            if (transfers.net.empty())
                r.refused.insert(r.refused.end(), transfers.notes.begin(), transfers.notes.end());
            transfers.moved.clear();  // of every link and year that is much; moved_frame() asks again for its one year
            if (!transfers.net.empty()) r.transfers[year].emplace_back(carrier, std::move(transfers));
        }
        r.energy.emplace(carrier, std::move(tables));
    }
    return r;
}

// Ledgers that every carrier of the year allows.
std::vector<std::string> traced_ledgers(const Reading& r, int year) {
    std::vector<std::string> ledgers;
    const auto found = r.transfers.find(year);
    if (found == r.transfers.end()) return ledgers;
    for (const auto& ledger : ledger_names()) {
        const auto allows = [&](const auto& one) { return one.second.net.count(ledger.id) > 0; };
        if (std::all_of(found->second.begin(), found->second.end(), allows)) ledgers.push_back(ledger.id);
    }
    return ledgers;
}

double net_of(const Reading& r, int year, const std::string& ledger, const std::vector<std::string>& regions) {
    double net = 0.0;
    for (const auto& [carrier, transfers] : r.transfers.at(year)) {
        const auto& arrived = transfers.net.at(ledger);
        for (const auto& region : regions)
            if (const auto found = transfers.place.find(region); found != transfers.place.end())
                net += arrived[found->second];
    }
    return net;
}

double sum_over(const Reading& r, int year, const std::vector<std::string>& regions, double PowerNode::*field) {
    double sum = blank;
    const auto found = r.transfers.find(year);
    if (found == r.transfers.end()) return sum;
    for (const auto& [carrier, transfers] : found->second)
        for (const auto& region : regions)
            if (const auto place = transfers.place.find(region); place != transfers.place.end()) {
                const double value = transfers.nodes[place->second].*field;
                sum = is_blank(sum) ? value : sum + value;
            }
    return sum;
}

bool has_power_emissions(const Reading& r, int year) {
    const auto ledgers = traced_ledgers(r, year);
    return std::find(ledgers.begin(), ledgers.end(), "average_mix") != ledgers.end();
}

double given_of(const Reading& r, int year, const std::vector<std::string>& regions) {
    double sum = 0.0;
    for (const auto& region : regions) {
        const double value = r.given.series.in(region, year).value;
        if (is_blank(value)) return blank;
        sum += value;
    }
    return regions.empty() ? blank : sum;
}

std::string given_status_of(const Reading& r, int year, const std::vector<std::string>& regions) {
    std::string status;
    for (const auto& region : regions) status = weaker(status, r.given.series.in(region, year).status);
    return status;
}

// An exchange is a model even of reported balances (D13); carriers count together, so the weakest tells.
std::string moved_status_of(const Reading& r, int year) {
    std::string status = "modelled";
    if (const auto found = r.transfers.find(year); found != r.transfers.end())
        for (const auto& [carrier, transfers] : found->second) status = weaker(status, transfers.status);
    return status;
}

LedgerPlace place_of(const Reading& r, int year, const RegionGroup& group, const Figure& production, double people) {
    LedgerPlace place;
    place.code = group.code;
    place.name = group.name;
    place.people = people;
    place.made = sum_over(r, year, group.regions, &PowerNode::made);
    place.used = sum_over(r, year, group.regions, &PowerNode::used);
    if (has_power_emissions(r, year)) place.power_emissions = sum_over(r, year, group.regions, &PowerNode::emissions);
    place.status = production.status;
    place.moved_status = weaker(moved_status_of(r, year), production.status);
    place.given_status = given_status_of(r, year, group.regions);
    if (!is_blank(production.value)) {
        place.emissions["production"] = production.value;
        for (const auto& ledger : traced_ledgers(r, year))
            place.emissions[ledger] = production.value + net_of(r, year, ledger, group.regions);
    }
    if (const double given = given_of(r, year, group.regions); !is_blank(given)) place.emissions["given"] = given;
    return place;
}

LedgerPlace group_place(const Reading& r, int year, const GroupSeries& group) {
    return place_of(r, year, group.group, figure_in(group.total, year), figure_in(group.people, year).value);
}

bool has_all_groups(const Reading& r, int year) {
    return std::all_of(r.evidence.groups.begin(), r.evidence.groups.end(),
        [&](const GroupSeries& g) { return !is_blank(figure_in(g.total, year).value); });
}

// Newest year, up to the one asked, that allows the ledger with most to say; production alone where none does.
int chosen_year(const Reading& r, const Request& request) {
    int best = 0;
    std::size_t most = 0;
    for (const auto& [year, transfers] : r.transfers) {
        if (!has_all_groups(r, year) || (request.last_year > 0 && year > request.last_year)) continue;
        if (traced_ledgers(r, year).size() < most) continue;
        most = traced_ledgers(r, year).size();
        best = year;
    }
    if (best > 0) return best;
    for (const auto& [year, figure] : r.evidence.all.total)
        if (request.last_year == 0 || year <= request.last_year) best = year;
    return best;
}

// The groups with most and least per head by production; the same two in every step and year.
std::pair<const LedgerPlace*, const LedgerPlace*> ends_of(const std::vector<LedgerPlace>& groups) {
    const LedgerPlace *higher = nullptr, *lower = nullptr;
    for (const auto& group : groups) {
        const double per_head = group.per_head("production");
        if (is_blank(per_head)) continue;
        if (!higher || per_head > higher->per_head("production")) higher = &group;
        if (!lower || per_head < lower->per_head("production")) lower = &group;
    }
    return {higher, lower};
}

double ratio_of(const LedgerPlace& higher, const LedgerPlace& lower, const std::string& ledger) {
    const double below = lower.per_head(ledger);
    return below > 0.0 ? higher.per_head(ledger) / below : blank;
}

Bilingual step_text(const std::string& ledger, const LedgerPlace& lower, double moved, double intensity) {
    const double imported = lower.net_import() * per_million;
    if (ledger == "production")
        return {"emissions where they are released: power plants where they stand",
            "배출된 곳에서 계상: 발전소는 그 소재지에서"};
    if (ledger == "given") return {"consumption figures as the package gives them", "자료에 실린 소비 기준 값"};
    const double carried = moved * per_million;
    if (ledger == "national_mix")
        return {compose("{}: net import of {:.1f} TWh at the mean of all power made, {:.3f} t/MWh, is {:+.1f} Mt",
                    {lower.name.en, imported, intensity, carried}),
            compose("{}: 순수입 {:.1f} TWh × 전국 평균 {:.3f} t/MWh = {:+.1f} Mt",
                {lower.name.ko, imported, intensity, carried})};
    if (ledger == "average_mix")
        return {compose("{}: the same {:.1f} TWh with the mix of the regions it comes from is {:+.1f} Mt",
                    {lower.name.en, imported, carried}),
            compose("{}: 같은 {:.1f} TWh를 보낸 지역의 발전 구성으로 계산하면 {:+.1f} Mt",
                {lower.name.ko, imported, carried})};
    return {compose("{}: the same {:.1f} TWh from the plants that run for it (fuel-burning plants of exporters) is "
                    "{:+.1f} Mt",
                {lower.name.en, imported, carried}),
        compose("{}: 같은 {:.1f} TWh를 수출 지역의 화력 발전소가 낸 것으로 보면 {:+.1f} Mt",
            {lower.name.ko, imported, carried})};
}

Bilingual why_not_published(const RatioStep& step, double intensity) {
    if (std::abs(step.ratio - published_ratio) < 0.005) return {};
    if (step.ledger == "given")
        return {"the package's own figures; how they were made is for their source to say",
            "자료에 실린 값이며, 산정 방법은 그 출처를 따름"};
    if (step.ledger == "marginal")
        return {
            compose("the published figure is reproduced with the national mean of {:.3f} t/MWh on net imports; here "
                    "only the fuel-burning plants of exporters move, not their nuclear and renewable power",
                {intensity}),
            compose(
                "발표값은 순수입에 전국 평균 {:.3f} t/MWh를 곱하면 재현됨; 여기서는 수출 지역의 화력 발전분만 옮기고 "
                "원자력과 재생에너지는 옮기지 않음",
                {intensity})};
    return {compose("the published figure is reproduced with the national mean of {:.3f} t/MWh on net imports; here "
                    "exporters that run on coal are told from those that run on nuclear heat",
                {intensity}),
        compose("발표값은 순수입에 전국 평균 {:.3f} t/MWh를 곱하면 재현됨; 여기서는 석탄 지역과 원전 지역의 수출을 "
                "구별함",
            {intensity})};
}

std::vector<RatioStep> chain_of(const Reading& r, const TwoLedgers& l, const dataset::Dataset& data) {
    std::vector<RatioStep> chain;
    const auto [higher, lower] = ends_of(l.groups);
    if (!higher || higher == lower) return chain;
    const auto found = r.transfers.find(l.year);
    const double intensity = found == r.transfers.end() ? blank : found->second.front().second.mean_intensity;
    const bool has_published = data.settings().nation == "KR" && l.year == published_year && l.coverage == "gross" &&
                               higher->code == "rest" && lower->code == "capital";
    for (const auto& ledger : ledger_names()) {
        if (is_blank(higher->at(ledger.id)) || is_blank(lower->at(ledger.id))) continue;
        RatioStep step;
        step.ledger = ledger.id;
        step.higher = higher->code;
        step.lower = lower->code;
        step.per_head_higher = higher->per_head(ledger.id);
        step.per_head_lower = lower->per_head(ledger.id);
        step.ratio = ratio_of(*higher, *lower, ledger.id);
        step.moved = lower->at(ledger.id) - lower->at("production");
        step.text = step_text(ledger.id, *lower, step.moved, intensity);
        step.status = weaker(higher->status_of(ledger.id), lower->status_of(ledger.id));
        if (has_published && ledger.id != "production") {
            step.published = published_ratio;
            step.reason = why_not_published(step, intensity);
        }
        chain.push_back(std::move(step));
    }
    return chain;
}

std::vector<LedgerYear> path_of(const Reading& r, const std::string& higher, const std::string& lower) {
    std::vector<LedgerYear> path;
    const auto series = [&](const std::string& code) {
        return std::find_if(r.evidence.groups.begin(), r.evidence.groups.end(),
            [&](const GroupSeries& g) { return g.group.code == code; });
    };
    const auto above = series(higher), below = series(lower);
    if (above == r.evidence.groups.end() || below == r.evidence.groups.end()) return path;
    for (const auto& [year, transfers] : r.transfers) {
        const auto a = group_place(r, year, *above), b = group_place(r, year, *below);
        LedgerYear one{.year = year, .ratio = {}};
        for (const auto& [ledger, value] : a.emissions)
            if (const double ratio = ratio_of(a, b, ledger); !is_blank(ratio)) one.ratio[ledger] = ratio;
        if (one.ratio.size() > 1) path.push_back(std::move(one));
    }
    return path;
}

Frame moved_frame(const dataset::Dataset& data, const Reading& r, int year) {
    Frame frame("diagnosis_moved", {text_column("origin"), text_column("destination"), text_column("carrier"),
                                       text_column("ledger"), number_column("year"), number_column("energy", "MWh"),
                                       number_column("emissions", "tCO2eq"), text_column("status")});
    for (const auto& [carrier, tables] : r.energy) {
        const auto transfers = transfers_in(data, r, tables, year);
        for (const auto& ledger : traced_ledgers(r, year)) {
            const auto moved = transfers.moved.find(ledger);
            if (moved == transfers.moved.end()) continue;
            for (const auto& m : moved->second)
                frame.add({transfers.regions[m.from], transfers.regions[m.to], carrier, ledger, year, m.energy,
                    m.emissions, weaker("modelled", transfers.status)});
        }
    }
    return frame;
}

void add_notes(const Reading& r, TwoLedgers& l) {
    const auto found = r.transfers.find(l.year);
    if (found == r.transfers.end()) return;
    for (const auto& [carrier, transfers] : found->second) {
        l.notes.insert(l.notes.end(), transfers.notes.begin(), transfers.notes.end());
        const double losses = 100.0 * (transfers.raised - 1.0);
        l.notes.push_back(
            {compose("{}: use is raised by {:.1f} % everywhere, so that losses and own use of plants count "
                     "at the users",
                 {carrier, losses}),
                compose("{}: 손실과 소내소비가 사용자 몫이 되도록 모든 지역의 소비를 {:.1f} % 올림",
                    {carrier == "heat" ? "열" : "전력", losses})});
        if (!transfers.is_observed)
            l.notes.push_back({compose("{}: no flow between regions is observed; surplus regions fill one pool and the "
                                       "others draw from it in proportion",
                                   {carrier}),
                compose("{}: 지역 간 이동량의 실측이 없어, 남는 지역이 한 풀에 넣고 모자란 지역이 비례하여 "
                        "가져간다고 봄",
                    {carrier == "heat" ? "열" : "전력"})});
    }
}

// What cannot be true of both tables, or follows from the rule of a ledger, is told and left as it is.
void add_doubts(TwoLedgers& l) {
    for (const auto& region : l.regions) {
        if (region.power_emissions > region.at("production"))
            l.notes.push_back(
                {compose("{}: more is emitted by making power than in all: the balance and the emissions do "
                         "not belong together",
                     {region.name.en}),
                    compose("{}: 발전 배출량이 총배출량보다 큼: 수급 자료와 배출량 자료가 서로 맞지 않음",
                        {region.name.ko})});
        for (const auto& ledger : ledger_names())
            if (region.at("production") >= 0.0 && region.at(ledger.id) < 0.0)
                l.notes.push_back(
                    {compose("{}: below zero by '{}', which credits exports with emissions that were not made there",
                         {region.name.en, ledger.name.en}),
                        compose("{}: '{}'에서 음(-)의 값: 그 지역에서 나오지 않은 배출까지 수출 몫으로 뺀 결과",
                            {region.name.ko, ledger.name.ko})});
    }
}

void add_gap(TwoLedgers& l, Bilingual text, const char* table) {
    l.gaps.push_back({std::move(text), table});
}

void add_gaps(const Reading& r, const Request& request, TwoLedgers& l) {
    constexpr const char* balance = "tables/energy_balance.csv";
    if (!r.energy.count("electricity"))
        add_gap(l,
            {"no consumption ledger: what power each region makes and uses is not known",
                "소비 기준 없음: 지역별 전력 생산과 소비를 알 수 없음"},
            balance);
    else if (l.chain.size() <= 1)
        add_gap(l,
            {compose("no consumption ledger up to {}: the balance has no year with all regions and the "
                     "emissions of power",
                 {l.year}),
                compose("{}년까지 소비 기준 없음: 모든 지역의 수급과 발전 배출량이 함께 있는 해가 없음", {l.year})},
            balance);
    else if (request.last_year > 0 && request.last_year != l.year)
        add_gap(l,
            {compose("the two ledgers are of {}, not {}: the balance or the emissions are not there",
                 {l.year, request.last_year}),
                compose("두 기준은 {}년이 아니라 {}년 값임: 수급이나 배출량이 없음", {request.last_year, l.year})},
            balance);
    for (const auto& reason : r.refused) add_gap(l, reason, balance);
    if (!r.energy.count("heat"))
        add_gap(l,
            {"heat stays where it is made: no table says where it is used",
                "열은 생산지에 그대로 둠: 어디서 쓰는지 알려주는 자료가 없음"},
            balance);
    if (r.energy.count("electricity") && r.energy.at("electricity").flows.empty())
        add_gap(l,
            {"the exchange of power is inferred from balances, not observed",
                "지역 간 전력 이동은 실측이 아니라 수급에서 추정함"},
            "tables/energy_flows.csv");
    if (l.chain.size() > 1 && !has_power_emissions(r, l.year))
        add_gap(l,
            {"only the national mean is moved: the emissions of power by region are not known",
                "전국 평균만 옮김: 지역별 발전 배출량을 알 수 없음"},
            balance);
}

std::vector<std::string> sources_of(const Reading& r) {
    std::set<std::string> sources = r.evidence.emissions.series.sources;
    sources.insert(r.evidence.population.sources.begin(), r.evidence.population.sources.end());
    for (const auto& [carrier, tables] : r.energy) sources.insert(tables.sources.begin(), tables.sources.end());
    return {sources.begin(), sources.end()};
}

void add_rows(const LedgerPlace& place, const char* level, int year, Frame& to) {
    for (const auto& ledger : ledger_names()) {
        const double value = place.at(ledger.id);
        if (is_blank(value)) continue;
        to.add({place.code, level, ledger.id, year, value, place.per_head(ledger.id), place.made, place.used,
            place.power_emissions, place.status_of(ledger.id)});
    }
}

}  // namespace

const std::vector<LedgerName>& ledger_names() {
    static const std::vector<LedgerName> names = {
        {"production", {"production", "생산 기준"}, {"where emissions are released", "배출된 곳에서 계상"}},
        {"national_mix", {"consumption, national mix", "소비 기준 (전국 평균)"},
            {"net imports of power at the mean of all power made", "전력 순수입에 전국 평균 배출계수"}},
        {"average_mix", {"consumption, traced mix", "소비 기준 (흐름 추적)"},
            {"power with the mix of where it comes from, by proportional sharing", "비례 배분으로 추적한 발전 구성"}},
        {"marginal", {"consumption, marginal", "소비 기준 (한계)"},
            {"net exports from fuel-burning plants, which would run less without them", "수출분을 화력 발전으로 봄"}},
        {"given", {"consumption, as given", "소비 기준 (자료 값)"},
            {"consumption rows of the package", "자료에 실린 소비 기준"}}};
    return names;
}

const std::string& LedgerPlace::status_of(const std::string& ledger) const {
    if (ledger == "given") return given_status;
    return ledger == "production" ? status : moved_status;
}

double LedgerPlace::at(const std::string& ledger) const {
    const auto found = emissions.find(ledger);
    return found == emissions.end() ? blank : found->second;
}

double LedgerPlace::per_head(const std::string& ledger) const {
    return people > 0.0 ? at(ledger) / people : blank;
}

TwoLedgers two_ledgers(const dataset::Dataset& data, const Request& request) {
    const Reading r = read(data, request);
    TwoLedgers l;
    l.year = chosen_year(r, request);
    l.coverage = name_of(request.coverage);
    for (const auto& region : r.evidence.regions)
        l.regions.push_back(place_of(r, l.year, {region, r.evidence.names.at(region), {region}},
            r.evidence.emissions.series.in(region, l.year), r.evidence.population.in(region, l.year).value));
    for (const auto& group : r.evidence.groups) l.groups.push_back(group_place(r, l.year, group));
    l.all = group_place(r, l.year, r.evidence.all);
    l.chain = chain_of(r, l, data);
    if (!l.chain.empty()) l.over_time = path_of(r, l.chain.front().higher, l.chain.front().lower);
    l.moved = moved_frame(data, r, l.year);
    if (const auto found = r.transfers.find(l.year); found != r.transfers.end())
        l.is_exchange_observed = found->second.front().second.is_observed;
    add_notes(r, l);
    add_doubts(l);
    add_gaps(r, request, l);
    l.sources = sources_of(r);
    return l;
}

Frame TwoLedgers::table() const {
    Frame frame(
        "diagnosis_ledgers", {text_column("place"), text_column("level"), text_column("ledger"), number_column("year"),
                                 number_column("emissions", "tCO2eq"), number_column("per_head", "tCO2eq/person"),
                                 number_column("made", "MWh"), number_column("used", "MWh"),
                                 number_column("power_emissions", "tCO2eq"), text_column("status")});
    add_rows(all, "all", year, frame);
    for (const auto& group : groups) add_rows(group, "group", year, frame);
    for (const auto& region : regions) add_rows(region, "region", year, frame);
    return frame;
}

Frame TwoLedgers::chain_table() const {
    Frame frame("diagnosis_ledger_chain",
        {text_column("ledger"), text_column("higher"), text_column("lower"), number_column("year"),
            number_column("per_head_higher", "tCO2eq/person"), number_column("per_head_lower", "tCO2eq/person"),
            number_column("ratio", "1"), number_column("moved", "tCO2eq"), number_column("published", "1"),
            text_column("text_en"), text_column("text_ko"), text_column("reason_en"), text_column("reason_ko"),
            text_column("status")});
    for (const auto& s : chain)
        frame.add({s.ledger, s.higher, s.lower, year, s.per_head_higher, s.per_head_lower, s.ratio, s.moved,
            s.published, s.text.en, s.text.ko, s.reason.en, s.reason.ko, s.status});
    return frame;
}

Frame TwoLedgers::years_table() const {
    Frame frame("diagnosis_ledger_years", {number_column("year"), text_column("ledger"), text_column("higher"),
                                              text_column("lower"), number_column("ratio", "1")});
    for (const auto& one : over_time)
        for (const auto& ledger : ledger_names())
            if (const auto found = one.ratio.find(ledger.id); found != one.ratio.end())
                frame.add({one.year, ledger.id, chain.front().higher, chain.front().lower, found->second});
    return frame;
}

}  // namespace ecumene::diagnosis
