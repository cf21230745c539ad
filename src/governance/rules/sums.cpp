#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "governance/plan/totals.hpp"
#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

constexpr const char* emissions_table = "emissions.csv";

// --- A1 -------------------------------------------------------------------------------------------------------------------

struct Differences {
    Worst worst;  // by size
    double of_worst{}, net{}, absolute{};
    double stated{}, summed{};  // in the worst year
};

// What the total is held against. A plan that states its gross total without sectors still has sinks to take from it.
SectorSum sum_beside(const PlanDocument& plan, Series series, int year, Coverage coverage) {
    auto sum = sum_of_sectors(plan, plan.emissions, series, year, coverage);
    if (coverage == Coverage::gross || sum.sectors == 0) return sum;
    if (sum_of_sectors(plan, plan.emissions, series, year, Coverage::gross).sectors > 0) return sum;
    sum.value += plan.amount(series, total_gross, year);
    return sum;
}

Differences differences(const PlanDocument& plan, Series series, Coverage coverage) {
    Differences all;
    const auto name = coverage == Coverage::gross ? total_gross : total_net;
    const auto place = plan.emissions.place_of(name);
    if (!place) return all;
    for (const int year : plan.emissions.years(series)) {
        const double stated = plan.emissions.at(series, *place, year);
        const auto sum = sum_beside(plan, series, year, coverage);
        if (is_blank(stated) || is_blank(sum.value)) continue;
        const double apart = stated - sum.value;
        all.net += apart;
        all.absolute += std::abs(apart);
        if (std::abs(apart) <= rounding_slack(plan.basis, sum.sectors)) continue;
        all.worst.look_at(year, std::abs(apart), plan.emissions.row(series, *place, year));
        if (all.worst.year() != year) continue;
        all.of_worst = apart;
        all.stated = stated;
        all.summed = sum.value;
    }
    return all;
}

void tell_difference(std::size_t at, const PlanDocument& plan, Series series, Coverage coverage,
    const Differences& found, RuleFindings& out) {
    const auto total = sector_words(plan, std::string(coverage == Coverage::gross ? total_gross : total_net));
    const auto what = series_words(series), stated = amount_words(found.stated), summed = amount_words(found.summed),
               apart = amount_words(found.of_worst), net = amount_words(found.net),
               absolute = amount_words(found.absolute), more = more_years_words(found.worst.others());
    out.find(at,
        {emissions_table, found.worst.row(), "value",
            std::string(coverage == Coverage::gross ? total_gross : total_net)},
        {compose("{} {}: the {} is {}, its sectors add up to {}: {} apart{}; over all years {} net, {} absolute",
             {what.en, found.worst.year(), total.en, stated.en, summed.en, apart.en, more.en, net.en, absolute.en}),
            compose("{}년 {}: {}는 {}인데 부문의 합은 {}로 {} 차이{}; 전체 연도 순차이 {}, 절대차이 {}",
                {found.worst.year(), what.ko, total.ko, stated.ko, summed.ko, apart.ko, more.ko, net.ko, absolute.ko})},
        {"correct the total or the sector that is wrong; offsetting two errors mends nothing",
            "틀린 합계나 부문 수치를 고치십시오. 두 오류를 상쇄해서는 안 됩니다"},
        {found.of_worst, "tCO2eq"});
}

// --- A2 -------------------------------------------------------------------------------------------------------------------

double slack_of(const RuleRun& run, const RollUpNode& node) {
    double slack = rounding_slack(run.plans[node.plan].basis, 0);
    for (const auto below : node.below) slack += 0.5 * run.plans[below].basis.rounding;
    return slack;
}

void tell_missing(const RollUpNode& node, const PlanDocument& plan, RuleFindings& out) {
    const auto count = node.missing.size(), all = plan.parts.size();
    out.find(node.plan, Severity::note, Force::recommended, {"plan.toml", 0, "plan.parts", "parts"},
        {compose("{} of {} regions below have no plan here ({} first): their sum is not judged",
             {count, all, node.missing.front()}),
            compose("하위 지역 {}곳 가운데 {}곳의 계획이 없어({} 등) 합계를 판정하지 않았습니다",
                {all, count, node.missing.front()})},
        {"lint all plans together", "모든 계획을 함께 검사하십시오"});
}

// What one plan below does not say of a series although others do: its sectors, and the first year.
struct Silence {
    std::vector<std::string> sectors;
    int year{};
    std::size_t stated_below{};
};

void tell_silence(const RuleRun& run, const RollUpNode& node, std::size_t silent, Series series, const Silence& found,
    RuleFindings& out) {
    const auto &plan = run.plans[node.plan], &below = run.plans[silent];
    const auto what = series_words(series);
    std::vector<std::string> en, ko;
    for (const auto& sector : found.sectors) {
        const auto name = sector_words(plan, sector);
        en.push_back(name.en);
        ko.push_back(name.ko);
    }
    out.find(silent, {emissions_table, 0, "sector", found.sectors.front()},
        {compose("{} {}: '{}' does not say its {}, which {} other plans below '{}' do",
             {what.en, found.year, below.title.en, join(en, "; "), found.stated_below, plan.title.en}),
            compose("{}년 {}: '{}'에 {} 수치가 없습니다. '{}'의 다른 하위 계획 {}개에는 있습니다",
                {found.year, what.ko, below.title.ko, join(ko, ", "), plan.title.ko, found.stated_below})},
        {"write the figures, or 0 where there is none: a blank is not zero",
            "수치를 쓰고, 없으면 0을 쓰십시오. 빈칸은 0이 아닙니다"});
}

void judge_silences(const RuleRun& run, const RollUpNode& node, RuleFindings& out) {
    std::map<std::pair<std::size_t, Series>, Silence> found;
    for (const auto& cell : node.cells)
        for (const auto silent : cell.silent_below) {
            auto& silence = found[{silent, cell.series}];
            auto& sectors = silence.sectors;
            if (std::find(sectors.begin(), sectors.end(), cell.sector) == sectors.end()) sectors.push_back(cell.sector);
            if (silence.year == 0) silence.year = cell.year;
            silence.stated_below = std::max(silence.stated_below, cell.stated_below);
        }
    for (const auto& [key, silence] : found) tell_silence(run, node, key.first, key.second, silence, out);
}

void tell_residual(
    const RuleRun& run, const RollUpNode& node, const RollUpCell& cell, std::size_t others, RuleFindings& out) {
    const auto& plan = run.plans[node.plan];
    const auto sector = sector_words(plan, cell.sector), what = series_words(cell.series), own = amount_words(cell.own),
               below = amount_words(cell.below), unallocated = amount_words(cell.unallocated),
               residual = amount_words(cell.residual()), more = more_years_words(others);
    out.find(node.plan, {emissions_table, cell.row, "value", cell.sector},
        {compose("{} {}, {}: this plan says {}, the {} plans below add up to {} and {} are unallocated: {} left over{}",
             {what.en, cell.year, sector.en, own.en, node.below.size(), below.en, unallocated.en, residual.en,
                 more.en}),
            compose("{}년 {}, {}: 이 계획은 {}, 하위 계획 {}개의 합은 {}, 미배분은 {}로 {}이 남습니다{}",
                {cell.year, what.ko, sector.ko, own.ko, node.below.size(), below.ko, unallocated.ko, residual.ko,
                    more.ko})},
        {"agree on who counts it, or state it in unallocated.csv with its reason",
            "어느 지역의 몫인지 합의하거나 unallocated.csv에 사유와 함께 쓰십시오"},
        {cell.residual(), "tCO2eq"});
}

// Cells of one series and sector lie together by year after sorting.
void judge_cells(const RuleRun& run, const RollUpNode& node, RuleFindings& out) {
    const double slack = slack_of(run, node);
    struct Found {
        const RollUpCell* cell{};
        std::size_t count{};
    };
    std::map<std::pair<Series, std::string>, Found> residuals;
    for (const auto& cell : node.cells) {
        const std::pair key{cell.series, cell.sector};
        if (!(std::abs(cell.residual()) > slack)) continue;
        auto& found = residuals[key];
        if (found.count++ == 0 || std::abs(cell.residual()) > std::abs(found.cell->residual())) found.cell = &cell;
    }
    for (const auto& [key, found] : residuals) tell_residual(run, node, *found.cell, found.count - 1, out);
    judge_silences(run, node, out);
}

}  // namespace

void sectors_add_up(const RuleRun& run, RuleFindings& out) {
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        for (const auto series : {Series::history, Series::outlook, Series::target})
            for (const auto coverage : {Coverage::gross, Coverage::net}) {
                const auto found = differences(plan, series, coverage);
                if (found.worst.is_any()) tell_difference(at, plan, series, coverage, found, out);
            }
    });
}

void regions_add_up(const RuleRun& run, RuleFindings& out) {
    for (const auto& node : run.sums.nodes) {
        if (node.below.empty()) continue;
        if (node.missing.empty())
            judge_cells(run, node, out);
        else
            tell_missing(node, run.plans[node.plan], out);
    }
}

}  // namespace ecumene::governance
