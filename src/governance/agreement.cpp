#include "governance/agreement.hpp"

#include <algorithm>
#include <string_view>

namespace ecumene::governance {
namespace {

bool is_one_of(std::string_view rule, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), rule) != names.end();
}

}  // namespace

Topic topic_of(const std::string& rule) {
    if (is_one_of(rule, {"A1", "A2"})) return Topic::sums;
    if (is_one_of(rule, {"A3", "A4", "A5", "P1", "P2", "P3", "C1", "C2"})) return Topic::cuts;
    if (is_one_of(rule, {"R1", "X1", "T1"})) return Topic::links;
    return Topic::contents;
}

Bilingual topic_words(Topic topic) {
    switch (topic) {
        case Topic::all: return {"all rules", "전체 규칙"};
        case Topic::sums: return {"sums", "합산"};
        case Topic::cuts: return {"cuts and paths", "감축과 경로"};
        case Topic::links: return {"plans above, dates", "상위 계획·기한"};
        case Topic::contents: break;
    }
    return {"contents and money", "내용과 재원"};
}

Bilingual standing_words(Standing standing) {
    switch (standing) {
        case Standing::agrees: return {"agrees", "일치"};
        case Standing::doubtful: return {"warnings", "주의"};
        case Standing::differs: break;
    }
    return {"does not agree", "불일치"};
}

Agreement::Agreement(const Lint& lint, const PlanSet& plans) : counts_(plans.size()) {
    for (const auto& finding : lint.findings) {
        if (finding.is_suppressed()) continue;
        for (const auto topic : {Topic::all, topic_of(finding.rule)}) {
            auto& count = counts_[finding.plan][static_cast<std::size_t>(topic)];
            if (finding.severity == Severity::error) ++count.errors;
            if (finding.severity == Severity::warning) ++count.warnings;
        }
    }
}

}  // namespace ecumene::governance
