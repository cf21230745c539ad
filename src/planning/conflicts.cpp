#include "planning/conflicts.hpp"

#include <algorithm>
#include <cmath>

#include "solver/relaxation.hpp"

namespace ecumene::planning {
namespace {

struct Quantified {
    double amount;
    std::string unit;
};

// 12,300,000 tCO2eq reads as 12.3 MtCO2eq; a limit of nothing in the unit of what it is missed by.
Quantified readable(double amount, const std::string& unit, double beside) {
    const double size = amount == 0.0 ? std::abs(beside) : std::abs(amount);
    if (unit == "tCO2eq" && size >= 1e5) return {amount / 1e6, "MtCO2eq"};
    if (unit == "MWh" && size >= 1e5) return {amount / 1e6, "TWh"};
    if (unit == "MW" && size >= 1e3) return {amount / 1e3, "GW"};
    return {amount, unit};
}

std::string after_colon(const std::string& policy) {
    const auto colon = policy.find(':');
    return colon == std::string::npos ? std::string{} : policy.substr(colon + 1);
}

Bilingual policy_name(const System& s, const PolicyRow& p) {
    const auto name = after_colon(p.policy);
    const auto technology =
        std::find_if(s.technologies.begin(), s.technologies.end(), [&](const Technology& t) { return t.id == name; });
    const Bilingual of = technology != s.technologies.end() ? technology->name : Bilingual{name, name};
    if (p.policy.starts_with("carbon_cap:")) return {"the cap on emissions of " + name, name + " 부문 배출 상한"};
    if (p.policy == "adequacy") return {"the reserve margin", "설비예비율 하한"};
    if (p.policy == "job_floor") return {"the floor under jobs", "일자리 하한"};
    if (p.policy.starts_with("job_floor:")) return {"the floor under jobs of " + name, name + " 부문 일자리 하한"};
    if (p.policy.starts_with("land:")) return {"the limit on land of class " + name, name + " 토지 한도"};
    if (p.policy == "carbon_cap") return {"the cap on emissions", "배출 상한"};
    if (p.policy == "carbon_budget") return {"the carbon budget", "누적 배출 예산"};
    if (p.policy == "self_reliance") return {"the self-reliance floor", "에너지 자립률 하한"};
    if (p.policy.starts_with("build_pace:")) return {"the building pace of " + of.en, of.ko + " 건설 속도 한도"};
    if (p.policy.starts_with("total_limit:")) return {"the volume limit of " + of.en, of.ko + " 총량 한도"};
    if (p.policy.starts_with("unserved_limit:")) return {"the limit on unserved " + of.en, of.ko + " 공급 부족 한도"};
    for (const auto& group : s.link_group)
        if ("link_group:" + group.id == p.policy) return {"the limit of " + group.name.en, group.name.ko + " 한도"};
    return {p.policy, p.policy};
}

Bilingual region_name(const System& s, const std::string& code) {
    for (const auto& region : s.region_data)
        if (region.code == code) return region.name;
    return {"the nation", "전국"};
}

Conflict describe_conflict(const System& s, const PolicyRow& p, double amount) {
    const auto [value, unit] = readable(std::abs(amount), p.unit, 0.0);
    const auto [limit, limit_unit] = readable(p.limit, p.unit, amount);
    const auto name = policy_name(s, p);
    const auto region = region_name(s, p.region);
    const std::string when_en = p.year > 0 ? " in " + std::to_string(p.year) : "",
                      when_ko = p.year > 0 ? std::to_string(p.year) + "년 " : "";
    Conflict c{
        .policy = p.policy, .region = p.region, .year = p.year, .amount = amount, .unit = p.unit, .sentence = {}};
    c.sentence.en = compose("{} for {}{} ({} {}) cannot be met: it would have to {} by {} {}",
        {name.en, region.en, when_en, grouped(limit, 2), limit_unit, p.is_floor ? "fall" : "rise", grouped(value, 2),
            unit});
    c.sentence.ko = compose("{} {}{}({} {})을(를) 지킬 수 없음: {} {}만큼 {} 함",
        {region.ko, when_ko, name.ko, grouped(limit, 2), limit_unit, grouped(value, 2), unit,
            p.is_floor ? "낮춰야" : "높여야"});
    return c;
}

Conflicts relax(const System& s, const EnergyModel& model, bool with_reliability, const solver::Options& options,
    Progress& progress) {
    std::vector<solver::SoftRow> soft;
    for (const auto& p : model.policies.rows)
        if (with_reliability || !p.is_reliability) soft.emplace_back(p.row, p.usual);
    const auto relaxation = solver::least_relaxation(model.problem, soft, options, progress);
    Conflicts conflicts{{}, relaxation.termination};
    if (relaxation.termination.reason != solver::Reason::optimal) return conflicts;
    for (const auto& row : relaxation.rows)
        for (const auto& p : model.policies.rows)
            if (p.row == row.row && std::abs(row.amount) > 1e-6 * (1.0 + std::abs(p.limit)))
                conflicts.list.push_back(describe_conflict(s, p, row.amount));
    return conflicts;
}

}  // namespace

Conflicts find_conflicts(
    const System& s, const EnergyModel& model, const solver::Options& options, Progress& progress) {
    progress.stage({"finding which policies conflict", "서로 맞지 않는 정책 찾기"}, 0.0);
    auto conflicts = relax(s, model, false, options, progress);
    const auto reason = conflicts.ending.reason;
    if (reason == solver::Reason::cancelled || reason == solver::Reason::limit) return conflicts;
    if (conflicts.list.empty()) conflicts = relax(s, model, true, options, progress);
    return conflicts;
}

}  // namespace ecumene::planning
