#include "rule_cases.hpp"

#include <algorithm>

#include "invented_plans.hpp"

namespace ecumene::governance {
namespace {

using Plans = std::vector<PlanDocument>;

void move(Amounts& amounts, Series series, std::string_view sector, int year, double by) {
    const std::string name(sector);
    amounts.set(series, name, year, amounts.at(series, name, year) + by, amounts.row(series, name, year));
}

void leave_cuts(PlanDocument& plan, int year, const std::vector<double>& cuts) {
    std::size_t next = 0;
    for (auto& measure : plan.measures)
        for (auto& one : measure.years)
            if (one.year == year) one.cut = next < cuts.size() ? cuts[next++] : 0.0;
}

void scale_money(Measure& measure, double factor) {
    for (auto& year : measure.years)
        for (auto& money : year.money) money *= factor;
}

// A path of 25 years whose steps are equal but for the last.
std::vector<double> path_with_last_step(double ratio) {
    constexpr int years = 25;
    constexpr double first = 5e6, step = 1e5;
    std::vector<double> path;
    for (int y = 0; y < years - 1; ++y) path.push_back(first - step * y);
    path.push_back(path.back() - ratio * step);
    return path;
}

// Beyond the straight line by so much of what lies on it, spread over all years but the ends.
std::vector<double> path_above_line(double excess) {
    constexpr int years = 25;
    constexpr double first = 5e6, step = 1e5;
    double line = 0.0;
    for (int y = 0; y < years; ++y) line += first - step * y;
    std::vector<double> path;
    for (int y = 0; y < years; ++y) {
        const bool is_end = y == 0 || y == years - 1;
        path.push_back(first - step * y + (is_end ? 0.0 : excess * line / (years - 2)));
    }
    return path;
}

void keep_headline_only(PlanDocument& plan) {
    plan.targets.clear();
}

double net_base(const PlanDocument& plan) {
    return plan.amount(Series::history, total_net, 2018);
}

void set_net_target(PlanDocument& plan, int year, double value) {
    set_path(plan, year, {value});
}

// Sinks that make so much of the headline cut, with the totals left as they are.
void set_sink_share(PlanDocument& plan, double share) {
    const double cut = plan.amount(Series::history, total_gross, 2018) - plan.amount(Series::target, total_net, 2030);
    plan.emissions.set(Series::target, "sink", 2030, -share * cut, plan.emissions.row(Series::target, "sink", 2030));
}

void drop_measures_of(PlanDocument& plan, const std::string& sector) {
    plan.measures.erase(std::remove_if(plan.measures.begin(), plan.measures.end(),
                            [&](const Measure& measure) { return measure.sector == sector; }),
        plan.measures.end());
}

void give_reason(PlanDocument& plan, const PlanDocument& above, const std::string& target) {
    plan.links.push_back(
        {.plan = above.id, .target = target, .adopted = {}, .reason = "counted by the province", .row = 2});
}

// The municipality that shares the first province's railway.
PlanDocument& partner(Plans& plans) {
    return *std::find_if(plans.begin(), plans.end(), [&](const PlanDocument& plan) {
        return plan.scope == Scope::municipality && plan.parent == plans[1].region &&
               !measure_named(const_cast<PlanDocument&>(plan), "joint-rail").project.empty();
    });
}

void drop_content(PlanDocument& plan, const std::string& item) {
    plan.contents.erase(std::remove_if(plan.contents.begin(), plan.contents.end(),
                            [&](const ContentItem& content) { return content.item == item; }),
        plan.contents.end());
}

std::vector<RuleCase> sums_and_cuts() {
    return {
        {"A1", [](Plans& p) { move(p.front().emissions, Series::target, total_net, 2030, 7e3); },
            [](Plans& p) { move(p.front().emissions, Series::target, total_net, 2030, 0.5); },
            "target 2030: the net total is", "부문의 합은", "emissions.csv, value"},
        {"A2", [](Plans& p) { move(nation(p).unallocated, Series::target, "transport", 2030, 5e3); },
            [](Plans& p) { move(nation(p).unallocated, Series::target, "transport", 2030, 0.5); }, "-5.0 kt left over",
            "-5.0천 t이 남습니다", "emissions.csv, value"},
        {"A3", [](Plans& p) { province(p).targets.front().target_basis.reset(); },
            [](Plans& p) { province(p).targets.front().cut += 0.05; },
            "does not say whether its target is gross or net", "목표가 총배출량인지 순배출량인지",
            "targets.csv, target_basis"},
        {"A4",
            [](Plans& p) {
                for (auto& year : measure_named(municipality(p), "transport-0").years)
                    if (year.year == 2040) year.cut -= 1e4;
            },
            [](Plans& p) {
                for (auto& year : measure_named(municipality(p), "transport-0").years)
                    if (year.year == 2040) year.cut -= 0.5;
            },
            "10.0 kt short", "10.0천 t 부족합니다", "measures.csv, sector"},
        {"A5", [](Plans& p) { measure_named(municipality(p), "buildings-1").group.clear(); },
            [](Plans& p) {
                for (const char* name : {"buildings-0", "buildings-1"})
                    measure_named(municipality(p), name).counted_at = "user";
            },
            "both cut the activity 'buildings-use'", "같은 활동 'buildings-use'", "measures.csv, activity"},
    };
}

std::vector<RuleCase> paths() {
    return {
        {"P1",
            [](Plans& p) {
                keep_headline_only(municipality(p));
                set_path(municipality(p), 2026, path_with_last_step(2.5));
            },
            [](Plans& p) {
                keep_headline_only(municipality(p));
                set_path(municipality(p), 2026, path_with_last_step(2.0));
            },
            "is 2.5 times the mean of the earlier ones", "2.5배입니다", "emissions.csv, value"},
        {"P2",
            [](Plans& p) {
                keep_headline_only(municipality(p));
                set_path(municipality(p), 2026, path_above_line(0.03));
            },
            [](Plans& p) {
                keep_headline_only(municipality(p));
                set_path(municipality(p), 2026, path_above_line(0.02));
            },
            "exceed the straight line by 3.0 %", "직선 경로보다 3.0 % 많습니다", "emissions.csv, value"},
        {"P3", [](Plans& p) { set_net_target(nation(p), 2035, 0.48 * net_base(nation(p))); },
            [](Plans& p) {
                set_net_target(nation(p), 2034, 0.47 * net_base(nation(p)));
                set_net_target(nation(p), 2033, 0.47 * net_base(nation(p)));
                set_net_target(nation(p), 2032, 0.47 * net_base(nation(p)));
                set_net_target(nation(p), 2031, 0.49 * net_base(nation(p)));
                set_net_target(nation(p), 2035, 0.47 * net_base(nation(p)));
            },
            "the cut by 2035 is 52.0 %", "감축률이 2018년 순배출량 대비 52.0 %입니다", "emissions.csv, value"},
    };
}

std::vector<RuleCase> reliance_and_finance() {
    return {
        {"C1",
            [](Plans& p) {
                leave_cuts(municipality(p), 2030, {600.0, 200.0, 200.0});
            },
            [](Plans& p) {
                leave_cuts(municipality(p), 2030, {100.0, 100.0, 100.0, 100.0});
            },
            "'buildings-0' brings 60.0 % of all cuts of 2030", "60.0 %를 'buildings-0' 하나가",
            "measures.csv, measure"},
        {"C2", [](Plans& p) { set_sink_share(province(p), 0.4); }, [](Plans& p) { set_sink_share(province(p), 0.3); },
            "sinks, capture and credits make 40.0 % of the cut", "감축량의 40.0 %가 흡수원", "emissions.csv, value"},
        {"F1", [](Plans& p) { measure_named(municipality(p), "waste-1").owner.clear(); },
            [](Plans& p) {
                for (auto& year : measure_named(municipality(p), "waste-1").years)
                    if (year.year > 2026) year.money = {blank, blank, blank, blank};
            },
            "'waste-1' lacks an owner", "'waste-1'에 없는 것: 담당", "measures.csv, owner"},
        {"F2", [](Plans& p) { scale_money(measure_named(municipality(p), "waste-1"), 0.0); },
            [](Plans& p) { scale_money(measure_named(municipality(p), "waste-1"), 100.0); }, "at no cost at all",
            "비용 없이", "measures.csv, measure"},
        {"I1", [](Plans& p) { province(p).indicators.front().update_month = 6; },
            [](Plans& p) { province(p).indicators.front().update_month = 5; },
            "is updated in month 6, after the report of 31 May", "6월에 갱신되어", "indicators.csv, update_month"},
    };
}

std::vector<RuleCase> dates_and_basis() {
    return {
        {"T1", [](Plans& p) { municipality(p).procedures.pop_back(); },
            [](Plans& p) {
                municipality(p).procedures.back().done = Date{2027, 5, 31};
            },
            "due on 2027-05-31, no record that it was done; 1 day ago", "기한 2027-05-31, 이행 기록 없음",
            "procedures.csv, done"},
        {"D1", [](Plans& p) { municipality(p).basis.gwp.clear(); },
            [](Plans& p) { municipality(p).activities.front().emission /= 1.005; },
            "which global warming potentials it uses", "지구온난화지수를 밝히지", "plan.toml, basis.gwp"},
        {"E1", [](Plans& p) { province(p).effects.pop_back(); },
            [](Plans& p) { province(p).effects.back().value = 0.0; },
            "for the exposed region P00 the plan does not tell what becomes of jobs", "P00의 일자리 영향",
            "effects.csv, region"},
    };
}

std::vector<RuleCase> between_plans() {
    return {
        {"R1", [](Plans& p) { drop_measures_of(municipality(p), "transport"); },
            [](Plans& p) {
                drop_measures_of(municipality(p), "transport");
                const auto above = std::find_if(
                    p.begin(), p.end(), [&](const PlanDocument& plan) { return plan.region == p.back().parent; });
                give_reason(municipality(p), *above, "transport-2030");
            },
            "no measure serves the target 'transport-2030'", "목표 'transport-2030'", "measures.csv, upper_target"},
        {"X1", [](Plans& p) { scale_money(measure_named(partner(p), "joint-rail"), 1.01); },
            [](Plans& p) { scale_money(measure_named(partner(p), "joint-rail"), 1.005); },
            "the project 'rail-of-P00' ('joint-rail') has the cost", "사업 'rail-of-P00'('joint-rail')의 비용",
            "measures.csv, cost"},
    };
}

std::vector<RuleCase> checklists() {
    return {
        {"K1", [](Plans& p) { drop_content(nation(p), "funding"); },
            [](Plans& p) { nation(p).last_year = nation(p).first_year + 19; }, "treats 'funding' (funding)",
            "'재원'(funding)", "contents.csv, place"},
        {"K2", [](Plans& p) { drop_content(province(p), "education"); },
            [](Plans& p) { province(p).last_year = province(p).first_year + 9; }, "treats 'education' (education)",
            "'교육·홍보'(education)", "contents.csv, place"},
        {"K3", [](Plans& p) { drop_content(municipality(p), "public_property"); },
            [](Plans& p) {
                drop_content(municipality(p), "just_transition");
                municipality(p).contents.push_back(
                    {.item = "just_transition", .place = {}, .reason = "no such workplace here", .row = 20});
            },
            "treats 'effects on public property' (public_property)", "'공유재산 영향'(public_property)",
            "contents.csv, place"},
        {"K4",
            [](Plans& p) {
                auto plan = invented_megaregion_plan(nation(p));
                drop_content(plan, "finance");
                p.push_back(plan);
            },
            [](Plans& p) { p.push_back(invented_megaregion_plan(nation(p))); }, "treats 'investment finance' (finance)",
            "'투자재원'(finance)", "contents.csv, place"},
    };
}

}  // namespace

const std::vector<RuleCase>& rule_cases() {
    static const std::vector<RuleCase> all = [] {
        std::vector<RuleCase> cases;
        for (const auto& part :
            {sums_and_cuts(), paths(), reliance_and_finance(), dates_and_basis(), between_plans(), checklists()})
            cases.insert(cases.end(), part.begin(), part.end());
        return cases;
    }();
    return all;
}

}  // namespace ecumene::governance
