#include <algorithm>

#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

constexpr const char* contents_table = "contents.csv";

std::string checklist_of(const PlanDocument& plan) {
    if (plan.kind == PlanKind::balanced_development && plan.scope == Scope::megaregion) return "K4";
    if (plan.kind != PlanKind::carbon) return {};
    switch (plan.scope) {
        case Scope::nation: return "K1";
        case Scope::province: return "K2";
        case Scope::municipality: return "K3";
        case Scope::megaregion: break;
    }
    return {};
}

const ContentItem* row_of(const PlanDocument& plan, const std::string& item) {
    const auto found = std::find_if(
        plan.contents.begin(), plan.contents.end(), [&](const ContentItem& one) { return one.item == item; });
    return found == plan.contents.end() ? nullptr : &*found;
}

class ContentsJudge {
public:
    ContentsJudge(const RuleRun& run, RuleFindings& out) : run_(run), out_(out) {}

    void judge(std::size_t at) {
        const auto& plan = run_.plans[at];
        if (plan.contents.empty()) {
            tell_no_table(at);
            judge_horizon(at);
            return;
        }
        std::vector<std::string> known;
        for (const auto& content : run_.book.contents) {
            if (content.rule != run_.rule) continue;
            known.push_back(content.item);
            judge_item(at, content);
        }
        for (const auto& row : plan.contents)
            if (std::find(known.begin(), known.end(), row.item) == known.end()) tell_unknown(at, row, known);
        judge_horizon(at);
    }

private:
    // One sentence about the table instead of one for every item.
    void tell_no_table(std::size_t at) {
        std::vector<std::string> en, ko;
        for (const auto& content : run_.book.contents)
            if (content.rule == run_.rule && content.force == Force::statutory) {
                en.push_back(content.name.en);
                ko.push_back(content.name.ko);
            }
        const auto citation = run_.version.citation();
        out_.find(at, {contents_table, 0, "item", "contents"},
            {compose("nothing says where the plan treats the {} matters that {} asks for: {}",
                 {en.size(), citation.en, join(en, "; ")}),
                compose(
                    "{}의 {}개 사항({})이 어디에 있는지 밝히지 않았습니다", {citation.ko, ko.size(), join(ko, ", ")})},
            {"add contents.csv: one row for each item of schema/plan_rules.json, with chapter or page",
                "schema/plan_rules.json의 항목마다 장이나 쪽을 적은 contents.csv를 더하십시오"});
    }

    // A reason excuses what is recommended; what the law lists must be there.
    void judge_item(std::size_t at, const RequiredContent& content) {
        const auto* row = row_of(run_.plans[at], content.item);
        const bool is_statutory = content.force == Force::statutory;
        if (row != nullptr && (!row->place.empty() || (!is_statutory && !row->reason.empty()))) return;
        const auto citation = run_.version.citation();
        const RulePlace place{contents_table, row == nullptr ? 0 : row->row, "place", content.item};
        const Bilingual message =
            is_statutory ? Bilingual{compose("the plan does not say where it treats '{}' ({}), which {} asks for",
                                         {content.name.en, content.item, citation.en}),
                               compose("{}에 따른 '{}'({})이(가) 어디에 있는지 밝히지 않았습니다",
                                   {citation.ko, content.name.ko, content.item})}
                         : Bilingual{compose("the plan says nothing on '{}' ({}): recommended, not asked for by law",
                                         {content.name.en, content.item}),
                               compose("'{}'({})에 대한 내용이 없습니다. 법정 사항은 아니나 권고합니다",
                                   {content.name.ko, content.item})};
        const Bilingual remedy{compose("write chapter or page of '{}' in contents.csv", {content.item}),
            compose("contents.csv의 '{}'에 장이나 쪽을 쓰십시오", {content.item})};
        out_.find(at, is_statutory ? run_.version.severity : Severity::warning, content.force, place, message, remedy);
    }

    void tell_unknown(std::size_t at, const ContentItem& row, const std::vector<std::string>& known) {
        const auto meant = nearest(row.item, known);
        const auto listed = join(known, ", ");
        out_.find(at, Severity::warning, Force::recommended, {contents_table, row.row, "item", row.item},
            {compose("'{}' is no item of this checklist", {row.item}),
                compose("'{}'은(는) 이 점검표의 항목이 아닙니다", {row.item})},
            meant.empty() ? Bilingual{"the items are " + listed, "항목: " + listed}
                          : Bilingual{"did you mean '" + meant + "'?", "'" + meant + "'입니까?"});
    }

    void judge_horizon(std::size_t at) {
        const auto& plan = run_.plans[at];
        const auto wanted = run_.book.horizons.find(run_.rule);
        const int years = plan.last_year - plan.first_year + 1;
        if (wanted == run_.book.horizons.end() || years >= wanted->second) return;
        out_.find(at, {"plan.toml", 0, "plan.last_year", "horizon"},
            {compose("the plan spans {} of the {} years the law asks for", {years, wanted->second}),
                compose("계획 기간이 {}년입니다. 법정 기간은 {}년입니다", {years, wanted->second})},
            {compose("let it reach to {}", {plan.first_year + wanted->second - 1}),
                compose("{}년까지로 늘리십시오", {plan.first_year + wanted->second - 1})},
            {static_cast<double>(years), "year"});
    }

    const RuleRun& run_;
    RuleFindings& out_;
};

}  // namespace

void contents_are_whole(const RuleRun& run, RuleFindings& out) {
    ContentsJudge judge(run, out);
    for (std::size_t at = 0; at < run.plans.size(); ++at)
        if (run.plans.is_current(at) && checklist_of(run.plans[at]) == run.rule) judge.judge(at);
}

}  // namespace ecumene::governance
