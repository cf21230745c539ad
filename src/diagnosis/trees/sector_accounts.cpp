#include "diagnosis/trees/sector_accounts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "diagnosis/change/sector_series.hpp"
#include "diagnosis/names.hpp"
#include "diagnosis/regional_tables.hpp"
#include "diagnosis/trees/sector_trees.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr double rounding_of_parts = 1e-6;

struct Account {
    std::string tree;
    SectorValues values;
    std::set<std::string> weak;  // sectors that are estimated by crossing
    bool is_given{};
    std::string status;  // of the figures behind it
};

Account given_account(const SectorTable& table, const std::string& region, int year) {
    Account account{.tree = table.tree, .values = {}, .weak = {}, .is_given = true, .status = {}};
    for (const auto& [sector, series] : table.regions.at(region))
        if (const Figure figure = figure_in(series, year); !is_blank(figure.value)) {
            account.values[sector] = figure.value;
            account.status = weaker(account.status, figure.status);
        }
    return account;
}

// Passes an account on; what has no crossing is named and stays out of the new tree.
Account crossed(const Account& from, const std::string& to, std::set<std::string>& lost) {
    const auto& trees = SectorTrees::shipped();
    auto converted = trees.convert(from.tree, from.values, to);
    Account account{.tree = to,
        .values = std::move(converted.values),
        .weak = std::move(converted.estimated),
        .is_given = false,
        .status = from.status};
    for (const auto& sector : from.weak) {  // what was estimated once stays so
        const auto again = trees.convert(from.tree, {{sector, 1.0}}, to);
        for (const auto& [code, value] : again.values) account.weak.insert(code);
    }
    for (const auto& [code, value] : converted.without_crossing)
        if (value != 0.0) lost.insert(compose("{} {} to {}", {from.tree, code, to}));
    return account;
}

// From 1996 by way of 2006, the only tree with a crossing to all.
std::vector<Account> accounts_in_all_trees(Account given, std::set<std::string>& lost) {
    std::vector<Account> accounts = {std::move(given)};
    const auto tree = without_edition(accounts.front().tree);
    if (tree == "ipcc1996") accounts.push_back(crossed(accounts.front(), "ipcc2006", lost));
    if (tree != "ipcc1996" && tree != "ipcc2006") return accounts;
    const Account base = accounts.back();
    for (const char* to : {"gpc", "korea_plan"}) accounts.push_back(crossed(base, to, lost));
    return accounts;
}

void add_rows(const Account& account, const std::string& region, int year, Frame& to) {
    double sum = 0.0;
    for (const auto& [code, value] : account.values) sum += value;
    for (const auto& [code, value] : account.values) {
        const auto* sector = SectorTrees::shipped().find(account.tree, code);
        const Bilingual name = sector ? sector->name : Bilingual{code, code};
        const double share = sum != 0.0 ? value / sum : blank;
        to.add(
            {region, year, account.tree, code, name.en, name.ko, value, share, account.is_given ? "given" : "converted",
                account.weak.count(code) ? weaker("estimated", account.status)
                                         : weaker(account.is_given ? "reported" : "derived", account.status)});
    }
}

using EntriesByRegion = std::map<std::string, std::vector<GpcEntry>>;

// Entries of the package's own GPC rows, notation keys and qualities with them; the same rows that read_sectors() counts.
EntriesByRegion given_entries(
    const dataset::Dataset& data, int year, const SectorTable& of, const std::string& coverage) {
    EntriesByRegion entries;
    if (without_edition(of.tree) != "gpc") return entries;
    const Frame& table = data.table("emissions");
    const auto &trees = table.texts("tree"), &regions = table.texts("region"), &sectors = table.texts("sector"),
               &gases = table.texts("gas"), &notations = table.texts("notation"), &qualities = table.texts("quality"),
               &gwps = table.texts("gwp"), &ledgers = table.texts("ledger"), &coverages = table.texts("coverage");
    const auto &years = table.numbers("year"), &values = table.numbers("value");
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (trees[row] == of.tree && gwps[row] == of.gwp && sectors[row] != "total" && gases[row] == "all" &&
            ledgers[row] == "production" && coverages[row] == coverage && std::lround(years[row]) == year)
            entries[regions[row]].push_back({sectors[row], values[row], notations[row], qualities[row]});
    return entries;
}

std::vector<GpcEntry> entries_of(const Account& account) {
    std::vector<GpcEntry> entries;
    for (const auto& [code, value] : account.values) entries.push_back({code, value});
    return entries;
}

void note_unallocated(const dataset::Dataset& data, const RegionalSeries& totals, const Account& account,
    const std::string& region, int year, SectorAccounts& to) {
    const Figure total = region == data.settings().nation ? figure_in(totals.nation, year) : totals.in(region, year);
    double sum = 0.0;
    for (const auto& [code, value] : account.values) sum += value;
    if (is_blank(total.value) || std::abs(total.value - sum) <= rounding_of_parts * std::abs(total.value)) return;
    to.notes.push_back({compose("{}: sectors sum to {:.3f} Mt, the total says {:.3f}: {:+.3f} Mt are unallocated",
                            {region, sum * per_million, total.value * per_million, (total.value - sum) * per_million}),
        compose("{}: 부문 합은 {:.3f} Mt, 총량은 {:.3f} Mt: {:+.3f} Mt는 미배분",
            {region, sum * per_million, total.value * per_million, (total.value - sum) * per_million})});
}

int last_year_of(const SectorTable& table, const Request& request) {
    int last = 0;
    for (const auto& [region, sectors] : table.regions)
        for (const auto& [sector, series] : sectors)
            for (const auto& [year, figure] : series)
                if (request.last_year == 0 || year <= request.last_year) last = std::max(last, year);
    return last;
}

void add_region(const Account& given, const std::string& region, std::set<std::string>& lost, SectorAccounts& to) {
    for (const auto& account : accounts_in_all_trees(given, lost)) {
        add_rows(account, region, to.year, to.table);
        if (account.tree == "gpc") to.gpc.push_back({region, to.year, gpc_totals(entries_of(account))});
    }
}

void add_accounts(const dataset::Dataset& data, const SectorTable& table, const Request& request, SectorAccounts& to) {
    const auto totals = read_emissions(data, name_of(request.coverage)).series;
    std::set<std::string> lost;
    for (const auto& [region, sectors] : table.regions) {
        const auto given = given_account(table, region, to.year);
        if (given.values.empty()) continue;
        note_unallocated(data, totals, given, region, to.year, to);
        if (without_edition(given.tree) == "gpc")
            add_rows(given, region, to.year, to.table);
        else
            add_region(given, region, lost, to);
    }
    for (const auto& [region, entries] : given_entries(data, to.year, table, name_of(request.coverage)))
        to.gpc.push_back({region, to.year, gpc_totals(entries)});
    for (const auto& one : lost)
        to.notes.push_back({compose("no crossing for {}: left out of that tree", {one}),
            compose("{} 변환이 없어 그 분류에서는 뺌", {one})});
}

void add_table_notes(const SectorTable& table, SectorAccounts& to) {
    const auto own = basis_name(table.tree, table.gwp);
    for (const auto& [tree, gwp] : table.other_trees) {
        const auto other = basis_name(tree, gwp);
        to.notes.push_back(
            {compose("sectors are given by another basis ({}) too: not mixed with {}", {other.en, own.en}),
                compose("다른 기준({})의 부문 자료도 있으나 이 자료({}) 부문과 섞지 않음", {other.ko, own.ko})});
    }
    for (const auto& [sector, years] : table.blank_years)
        if (years.count(to.year))
            to.notes.push_back(
                {compose("{}: no figure in {} for at least one region: unknown, not zero", {sector, to.year}),
                    compose("{}: {}년 값이 빈 지역이 있음 (0이 아니라 모름)", {sector, to.year})});
}

void add_gpc_note(SectorAccounts& to) {
    const bool has_scope2 = to.tree.rfind("gpc", 0) == 0;
    if (to.gpc.empty() || has_scope2) return;
    to.notes.push_back(
        {"GPC totals by conversion hold scope 1 only: grid energy (scope 2) and what leaves the boundary "
         "(scope 3) are not in an IPCC inventory, so BASIC and BASIC+ are lower bounds",
            "변환한 GPC 합계는 범위 1뿐임: 공급받은 에너지(범위 2)와 역외 배출(범위 3)은 IPCC 인벤토리에 없어 BASIC과 "
            "BASIC+는 하한임"});
}

}  // namespace

SectorAccounts sector_accounts(const dataset::Dataset& data, const Request& request) {
    SectorAccounts result;
    result.table = Frame(
        "diagnosis_sectors", {text_column("region"), number_column("year"), text_column("tree"), text_column("sector"),
                                 text_column("name_en"), text_column("name_ko"), number_column("value", "tCO2eq"),
                                 number_column("share", "1"), text_column("origin"), text_column("status")});
    const auto table = read_sectors(data, name_of(request.coverage), TreeChoice::of_the_totals);
    if (table.tree.empty()) {
        result.gaps.push_back(
            {{"no account by sector: emissions have totals only", "부문별 계정 없음: 배출량이 총량뿐임"},
                "tables/emissions.csv"});
        return result;
    }
    result.tree = table.tree;
    result.year = last_year_of(table, request);
    add_accounts(data, table, request, result);
    add_table_notes(table, result);
    if (!table.regions.empty() && table.regions.size() == 1 && table.regions.count(data.settings().nation))
        result.gaps.push_back({{"no account by sector of regions: sectors are given for the nation only",
                                   "지역별 부문 계정 없음: 부문 자료가 전국뿐임"},
            "tables/emissions.csv"});
    add_gpc_note(result);
    return result;
}

Frame SectorAccounts::gpc_table() const {
    Frame frame(
        "diagnosis_gpc", {text_column("region"), number_column("year"), number_column("basic", "tCO2eq"),
                             number_column("basic_plus", "tCO2eq"), number_column("territorial", "tCO2eq"),
                             text_column("not_estimated"), text_column("not_estimated_plus"), text_column("faults")});
    for (const auto& one : gpc)
        frame.add({one.region, one.year, one.totals.basic, one.totals.basic_plus, one.totals.territorial,
            join(one.totals.not_estimated, ";"), join(one.totals.not_estimated_plus, ";"),
            join(one.totals.faults, ";")});
    return frame;
}

}  // namespace ecumene::diagnosis
