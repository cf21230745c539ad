#include "rule_faults.hpp"

#include <algorithm>

#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

using Plans = std::vector<PlanDocument>;

void set_amount(PlanDocument& plan, Series series, std::string_view sector, int year, double value) {
    const std::string name(sector);
    plan.emissions.set(series, name, year, value, std::max<std::size_t>(2, plan.emissions.row(series, name, year)));
}

// A figure that no row states.
void forget(PlanDocument& plan, Series series, std::string_view sector, int year) {
    plan.emissions.set(series, std::string(sector), year, blank, 0);
}

Target& whole_target(PlanDocument& plan, int year) {
    return *std::find_if(plan.targets.begin(), plan.targets.end(),
        [&](const Target& target) { return target.sector == whole && target.year == year; });
}

PlanDocument& add_megaregion(Plans& plans) {
    plans.push_back(invented_megaregion_plan(nation(plans)));
    return plans.back();
}

PlanDocument& partner(Plans& plans) {
    return *std::find_if(plans.begin(), plans.end(), [&](PlanDocument& plan) {
        return plan.scope == Scope::municipality && plan.parent == plans[1].region &&
               !measure_named(plan, "joint-rail").project.empty();
    });
}

std::vector<RuleFault> of_sums_and_cuts() {
    return {
        {"GrossTotal", "A1",
            [](Plans& p) {
                auto& plan = municipality(p);
                set_amount(
                    plan, Series::outlook, total_gross, 2030, plan.amount(Series::outlook, total_gross, 2030) - 4e3);
            },
            "outlook 2030: the gross total is", "2030년 전망: 총배출량 합계는", "emissions.csv, value"},
        {"MissingRegion", "A2", [](Plans& p) { p.front().parts.emplace_back("P99"); },
            "regions below have no plan here (P99 first)", "1곳의 계획이 없어(P99 등)", "plan.toml, plan.parts"},
        {"SilentRegion", "A2", [](Plans& p) { forget(municipality(p), Series::target, "transport", 2030); },
            "does not say its transport, which", "transport 부문 수치가 없습니다", "emissions.csv, sector"},
        {"UnlabelledBase", "A3", [](Plans& p) { province(p).targets.front().base_basis.reset(); },
            "does not say whether its base is gross or net", "기준이 총배출량인지 순배출량인지",
            "targets.csv, base_basis"},
        {"OtherFigure", "A3", [](Plans& p) { province(p).targets.front().cut += 1.0; }, "the plan's own figures give",
            "계획의 수치로는", "targets.csv, cut"},
        {"NotOnFourBases", "A3",
            [](Plans& p) {
                auto& plan = municipality(p);
                set_amount(plan, Series::history, "sink", 2018, blank);
                forget(plan, Series::history, total_net, 2018);
            },
            "cannot be stated on all four bases: no figure for net 2018", "없는 수치: 2018년 순배출량",
            "targets.csv, target"},
        {"TwoEnds", "A5",
            [](Plans& p) {
                measure_named(municipality(p), "buildings-0").counted_at = "plant";
                measure_named(municipality(p), "buildings-1").counted_at = "user";
            },
            "the same tonne counts twice", "같은 양을 두 번 셉니다", "measures.csv, counted_at"},
        {"NotComputable", "A5",
            [](Plans& p) {
                auto& all = municipality(p).activities;
                all.erase(std::remove_if(all.begin(), all.end(),
                              [](const Activity& one) { return one.activity == "buildings-use"; }),
                    all.end());
            },
            "the group 'pair' cannot be computed together", "묶음 'pair'을(를) 함께 계산할 수 없습니다",
            "measures.csv, group"},
    };
}

std::vector<RuleFault> of_paths_and_dates() {
    return {
        {"AllLeftToTheLastStep", "P1",
            [](Plans& p) {
                auto& plan = municipality(p);
                plan.targets.clear();
                std::vector<double> flat(25, 5e6);
                flat.back() = 1e6;
                set_path(plan, 2026, flat);
            },
            "the path does not fall before its last step to 2050", "2050년 직전까지 배출량이 줄지 않아",
            "emissions.csv, value"},
        {"Rise", "P3",
            [](Plans& p) {
                auto& plan = municipality(p);
                set_path(plan, 2031, {plan.amount(Series::target, total_net, 2030) + 3e3});
            },
            "the target of 2031 lies 3.0 kt above the one before it", "2031년 목표가 그 앞 목표보다 3.0천 t 높습니다",
            "emissions.csv, value"},
        {"NoTargetOf2040", "P3",
            [](Plans& p) {
                for (const auto& sector : nation(p).emissions.sectors())
                    forget(nation(p), Series::target, sector, 2040);
            },
            "there is no net target of 2040: the law asks for a cut of at least 69.0 %",
            "2040년 순배출량 목표가 없습니다", "emissions.csv, value"},
        {"UnlabelledBound", "P3", [](Plans& p) { whole_target(nation(p), 2035).bound.clear(); },
            "does not say whether it is the floor or the ceiling", "하한인지 상한인지 밝히지 않았습니다",
            "targets.csv, bound"},
        {"LateReport", "T1",
            [](Plans& p) {
                municipality(p).procedures.back().done = Date{2027, 6, 1};
            },
            "due on 2027-05-31, done on 2027-06-01, 1 day late", "기한 2027-05-31, 이행 2027-06-01, 1일 늦음",
            "procedures.csv, done"},
        {"RowWithoutADay", "T1", [](Plans& p) { municipality(p).procedures.back().done.reset(); },
            "due on 2027-05-31, not done; 1 day ago", "기한 2027-05-31, 미이행, 1일 지남", "procedures.csv, done"},
    };
}

std::vector<RuleFault> of_measures_and_basis() {
    return {
        {"MoneyAfterTheEffect", "F1",
            [](Plans& p) {
                auto& years = measure_named(municipality(p), "waste-1").years;
                years.front().money = {blank, blank, blank, blank};
            },
            "cuts from 2026 on, but no money is stated until then", "2026년부터 줄이지만 그때까지의 예산이 없습니다",
            "measure_years.csv, national"},
        {"OddCost", "F2",
            [](Plans& p) {
                for (auto& year : measure_named(municipality(p), "waste-1").years)
                    for (auto& money : year.money) money *= 1000.0;
            },
            "costs 100,000,000 KRW a tonne; plausible are 1,000 to 10,000,000", "톤당 100,000,000원입니다",
            "measures.csv, measure"},
        {"IndicatorLacks", "I1",
            [](Plans& p) {
                province(p).indicators.front().baseline = blank;
                province(p).indicators.front().data_source.clear();
            },
            "lacks a baseline, a source of its data", "없는 것: 기준값, 자료 출처", "indicators.csv, baseline"},
        {"IndicatorUnknown", "I1", [](Plans& p) { measure_named(municipality(p), "waste-1").indicator = "nothing"; },
            "the indicator 'nothing' of 'waste-1' is not in indicators.csv", "'waste-1'의 지표 'nothing'",
            "measures.csv, indicator"},
        {"OtherWarming", "D1", [](Plans& p) { municipality(p).basis.gwp = "sar"; },
            "it weighs gases by sar, the plan above by ar5", "지구온난화지수가 sar로, 상위 계획의 ar5와 달라",
            "plan.toml, basis.gwp"},
        {"OtherProduct", "D1", [](Plans& p) { municipality(p).activities.front().factor *= 1.02; },
            "amount times factor and the emission are", "활동량과 계수의 곱이 배출량과", "activities.csv, emission"},
        {"Blank", "D1", [](Plans& p) { set_amount(municipality(p), Series::outlook, "transport", 2030, blank); },
            "outlook 2030: transport is blank", "2030년 전망: transport 부문이 비어 있습니다", "emissions.csv, value"},
        {"NothingOnTheExposed", "E1", [](Plans& p) { province(p).effects.clear(); },
            "does not tell who bears how much and what becomes of jobs", "P00의 부담과 일자리 영향을",
            "effects.csv, region"},
    };
}

std::vector<RuleFault> between_plans() {
    return {
        {"NoMeasures", "R1", [](Plans& p) { municipality(p).measures.clear(); },
            "the plan names no measures:", "계획에 사업이 없어", "measures.csv, upper_target"},
        {"NoCitation", "R1", [](Plans& p) { add_megaregion(p).links.clear(); },
            "it does not cite the carbon plan in force", "을 인용하지 않았습니다", "links.csv, plan"},
        {"OldVersion", "R1",
            [](Plans& p) {
                add_megaregion(p).links.front().adopted = Date{2023, 4, 11};
            },
            "as adopted on 2023-04-11; in force is the version of 2025-12-01", "2023-04-11 판을 인용했으나",
            "links.csv, adopted"},
        {"OtherCut", "R1",
            [](Plans& p) {
                auto& link = add_megaregion(p).links.front();
                link.target = "whole-2030";
                link.cut = 35.0;
            },
            "it cites a cut of 35.0 % for 'whole-2030'", "'whole-2030'의 감축률을 35.0 %로 인용했으나",
            "links.csv, cut"},
        {"OtherEffect", "X1",
            [](Plans& p) {
                for (auto& year : measure_named(partner(p), "joint-rail").years) year.cut *= 1.02;
            },
            "has the effect", "의 효과가 여기서는", "measures.csv, cut"},
        {"OtherYear", "X1",
            [](Plans& p) {
                auto& years = measure_named(partner(p), "joint-rail").years;
                years[1].cut += years.front().cut;
                years.front().cut = 0.0;
            },
            "has the first year of effect 2027 here and 2026", "효과 발생 첫해가 여기서는 2027", "measures.csv, year"},
        {"NoContents", "K2", [](Plans& p) { province(p).contents.clear(); }, "nothing says where the plan treats the 9",
            "9개 사항", "contents.csv, item"},
        {"UnknownContent", "K3",
            [](Plans& p) {
                municipality(p).contents.push_back({.item = "adaption", .place = "chapter 3", .reason = {}, .row = 30});
            },
            "'adaption' is no item of this checklist", "'adaption'은(는) 이 점검표의 항목이 아닙니다",
            "contents.csv, item"},
        {"RecommendedContent", "K3",
            [](Plans& p) {
                auto& all = municipality(p).contents;
                all.erase(std::remove_if(all.begin(), all.end(),
                              [](const ContentItem& one) { return one.item == "just_transition"; }),
                    all.end());
            },
            "says nothing on 'just transition' (just_transition): recommended", "법정 사항은 아니나 권고합니다",
            "contents.csv, place"},
        {"ShortNation", "K1", [](Plans& p) { nation(p).last_year = nation(p).first_year + 18; },
            "the plan spans 19 of the 20 years", "계획 기간이 19년입니다. 법정 기간은 20년입니다",
            "plan.toml, plan.last_year"},
        {"ShortMegaregion", "K4", [](Plans& p) { add_megaregion(p).last_year = 2029; },
            "the plan spans 4 of the 5 years", "계획 기간이 4년입니다. 법정 기간은 5년입니다",
            "plan.toml, plan.last_year"},
    };
}

}  // namespace

const std::vector<RuleFault>& rule_faults() {
    static const std::vector<RuleFault> all = [] {
        std::vector<RuleFault> faults;
        for (const auto& part : {of_sums_and_cuts(), of_paths_and_dates(), of_measures_and_basis(), between_plans()})
            faults.insert(faults.end(), part.begin(), part.end());
        return faults;
    }();
    return all;
}

}  // namespace ecumene::governance
