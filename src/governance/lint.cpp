#include "governance/lint.hpp"

#include <algorithm>

#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

bool names(const Suppression& suppression, const RuleFinding& finding) {
    return suppression.rule == finding.rule && (suppression.item.empty() || suppression.item == finding.place.item);
}

class Suppressor {
public:
    Suppressor(const PlanSet& plans, Lint& found) : plans_(plans), found_(found) {}

    void run(const RuleBook& book) {
        for (std::size_t at = 0; at < plans_.size(); ++at)
            for (const auto& suppression : plans_[at].suppressions) judge(at, suppression, book);
    }

private:
    void judge(std::size_t at, const Suppression& suppression, const RuleBook& book) {
        if (book.find(suppression.rule) == nullptr) {
            idle(at, suppression, {"there is no such rule", "그런 규칙이 없습니다"});
        } else if (suppression.until && *suppression.until < found_.day) {
            const auto until = date_text(*suppression.until);
            idle(at, suppression, {"it ran out on " + until, until + "에 끝났습니다"});
        } else if (!apply(at, suppression)) {
            idle(at, suppression, {"nothing breaks the rule", "해당하는 지적이 없습니다"});
        }
    }

    bool apply(std::size_t at, const Suppression& suppression) {
        bool is_used = false;
        for (auto& finding : found_.findings) {
            if (finding.plan != at || finding.is_suppressed() || !names(suppression, finding)) continue;
            finding.suppressed_because = suppression.reason;
            finding.suppressed_by = suppression.by;
            is_used = true;
        }
        return is_used;
    }

    void idle(std::size_t at, const Suppression& suppression, Bilingual why) {
        found_.idle_suppressions.push_back({at, suppression, std::move(why)});
    }

    const PlanSet& plans_;
    Lint& found_;
};

}  // namespace

std::size_t Lint::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
        [&](const RuleFinding& finding) { return finding.severity == severity && !finding.is_suppressed(); }));
}

std::size_t Lint::suppressed() const {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [](const RuleFinding& finding) { return finding.is_suppressed(); }));
}

Lint lint(const PlanSet& plans, Date day, const RuleBook& book) {
    Lint found;
    found.day = day;
    found.sums = roll_up(plans);
    for (const auto& row : rule_table()) {
        const auto* version = book.in_force(row.rule, day);
        if (version == nullptr) continue;
        found.rules_in_force.emplace_back(row.rule);
        const RuleRun run{.plans = plans,
            .sums = found.sums,
            .book = book,
            .version = *version,
            .rule = std::string(row.rule),
            .day = day};
        RuleFindings out(run, found.findings);
        row.run(run, out);
    }
    Suppressor(plans, found).run(book);
    for (const auto& [earlier, later] : plans.versions())
        found.versions.push_back(compare_versions(plans[earlier], plans[later], earlier, later));
    return found;
}

std::string sentence(const RuleFinding& finding, const PlanSet& plans, Language language) {
    const auto& plan = plans[finding.plan];
    std::string place = plan.place.empty() ? finding.place.table : plan.place + "/" + finding.place.table;
    if (finding.place.row > 0) place += compose(language == Language::ko ? ", {}행" : ", row {}", {finding.place.row});
    if (!finding.place.column.empty())
        place += compose(language == Language::ko ? ", {} 열" : ", column {}", {finding.place.column});
    return compose("[{}] {}: {}: {} → {}",
        {finding.rule, plan.title.in(language), place, finding.message.in(language), finding.remedy.in(language)});
}

}  // namespace ecumene::governance
