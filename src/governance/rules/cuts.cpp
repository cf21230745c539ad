#include <cmath>

#include "governance/plan/totals.hpp"
#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

constexpr const char* targets_table = "targets.csv";

void tell_unlabelled(std::size_t at, const PlanDocument& plan, const Target& target, RuleFindings& out) {
    const bool lacks_base = !target.base_basis;
    const auto cuts = four_bases(plan, target.base_year, target.year);
    const double least = cuts.at(Coverage::gross, Coverage::gross), most = cuts.at(Coverage::gross, Coverage::net);
    const bool is_known = !is_blank(least) && !is_blank(most);
    const auto stated = grouped(target.cut, 1);
    const auto en = is_known ? compose("; on a gross base it could be {} (gross target) or {} (net target)",
                                   {percent_words(least), percent_words(most)})
                             : std::string{};
    const auto ko = is_known ? compose("; 총배출량 기준으로 {}(총배출량 목표)도 {}(순배출량 목표)도 될 수 있습니다",
                                   {percent_words(least), percent_words(most)})
                             : std::string{};
    out.find(at, {targets_table, target.row, lacks_base ? "base_basis" : "target_basis", target.target},
        {compose("the cut of {} % by {} does not say whether its {} is gross or net{}",
             {stated, target.year, lacks_base ? "base" : "target", en}),
            compose("{}년 감축률 {} %의 {}이(가) 총배출량인지 순배출량인지 밝히지 않았습니다{}",
                {target.year, stated, lacks_base ? "기준" : "목표", ko})},
        {"write gross or net in base_basis and in target_basis",
            "base_basis와 target_basis에 gross 또는 net을 쓰십시오"});
}

// What the figures of the plan give for a target; blank where they do not tell.
double cut_of_figures(const PlanDocument& plan, const Target& target) {
    if (target.sector == whole)
        return four_bases(plan, target.base_year, target.year).at(*target.base_basis, *target.target_basis);
    return cut_between(plan.amount(Series::history, target.sector, target.base_year),
        plan.amount(Series::target, target.sector, target.year));
}

// How far the cut may move with the rounding of its two figures (G2).
double rounding_of_cut(const PlanDocument& plan, const Target& target) {
    const bool is_whole = target.sector == whole;
    const auto cuts = is_whole ? four_bases(plan, target.base_year, target.year) : FourBases{};
    const double base = is_whole ? cuts.base[static_cast<std::size_t>(*target.base_basis)]
                                 : plan.amount(Series::history, target.sector, target.base_year);
    const double end = is_whole ? cuts.target[static_cast<std::size_t>(*target.target_basis)]
                                : plan.amount(Series::target, target.sector, target.year);
    if (is_blank(base) || is_blank(end) || !(base > 0.0)) return 0.0;
    return 0.5 * plan.basis.rounding * (1.0 + std::abs(end) / base) / base;
}

void tell_other_figure(
    std::size_t at, const PlanDocument& plan, const Target& target, double found, RuleFindings& out) {
    const auto stated = percent_words(target.cut / 100.0), actual = percent_words(found);
    const auto sector = sector_words(plan, target.sector);
    out.find(at, {targets_table, target.row, "cut", target.target},
        {compose("{}: the cut of {} by {} against {} is stated as {}; the plan's own figures give {}",
             {target.target, sector.en, target.year, target.base_year, stated, actual}),
            compose("{}: {}의 {}년 대비 {}년 감축률을 {}라고 했으나 계획의 수치로는 {}입니다",
                {target.target, sector.ko, target.base_year, target.year, stated, actual})},
        {"correct the cut, or name the bases it was computed on", "감축률을 고치거나 계산에 쓴 기준을 밝히십시오"},
        {found - target.cut / 100.0, "1"});
}

void tell_missing_basis(std::size_t at, const Target& target, const FourBases& cuts, RuleFindings& out) {
    std::vector<std::string> en, ko;
    for (const auto coverage : {Coverage::gross, Coverage::net}) {
        const auto place = static_cast<std::size_t>(coverage);
        const auto words = coverage_words(coverage);
        if (is_blank(cuts.base[place])) {
            en.push_back(compose("{} {}", {words.en, target.base_year}));
            ko.push_back(compose("{}년 {}", {target.base_year, words.ko}));
        }
        if (is_blank(cuts.target[place])) {
            en.push_back(compose("{} {}", {words.en, target.year}));
            ko.push_back(compose("{}년 {}", {target.year, words.ko}));
        }
    }
    out.find(at, Severity::warning, Force::recommended, {targets_table, target.row, "target", target.target},
        {compose("{} cannot be stated on all four bases: no figure for {}", {target.target, join(en, ", ")}),
            compose("{}: 네 가지 기준으로 나타낼 수 없습니다. 없는 수치: {}", {target.target, join(ko, ", ")})},
        {"add the sinks and the totals of both years to emissions.csv",
            "두 해의 흡수량과 합계를 emissions.csv에 쓰십시오"});
}

void judge_whole(std::size_t at, const PlanDocument& plan, const Target& target, RuleFindings& out) {
    const auto cuts = four_bases(plan, target.base_year, target.year);
    if (!cuts.is_complete()) tell_missing_basis(at, target, cuts, out);
}

}  // namespace

void cuts_name_their_bases(const RuleRun& run, RuleFindings& out) {
    const double tolerance = run.version.parameter("tolerance");
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        for (const auto& target : plan.targets) {
            const bool is_whole = target.sector == whole;
            if (is_whole) judge_whole(at, plan, target, out);
            if (is_blank(target.cut)) continue;
            if (is_whole && (!target.base_basis || !target.target_basis)) {
                tell_unlabelled(at, plan, target, out);
                continue;
            }
            const double found = cut_of_figures(plan, target);
            // Published figures are rounded to a tenth of a per cent: half of it, and a rest of the arithmetic.
            constexpr double rest = 1e-9;
            if (!is_blank(found) &&
                std::abs(found - target.cut / 100.0) > tolerance + rounding_of_cut(plan, target) + rest)
                tell_other_figure(at, plan, target, found, out);
        }
    });
}

}  // namespace ecumene::governance
