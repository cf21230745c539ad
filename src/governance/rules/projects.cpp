#include <algorithm>
#include <cmath>
#include <map>

#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

struct Told {
    std::size_t plan{};
    const Measure* measure{};
};

bool are_near(double a, double b, double tolerance) {
    if (is_blank(a) || is_blank(b)) return is_blank(a) == is_blank(b);
    return std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

std::string money_text(double money) {
    return is_blank(money) ? "–" : grouped(money) + " MKRW";
}

Bilingual cut_words(double cut) {
    return is_blank(cut) ? Bilingual{"–", "–"} : amount_words(cut);
}

class ProjectJudge {
public:
    ProjectJudge(const RuleRun& run, RuleFindings& out)
        : run_(run), out_(out), tolerance_(run.version.parameter("tolerance")) {}

    void compare(const std::string& project, const Told& first, const Told& second) {
        const double cost_a = first.measure->all_money(), cost_b = second.measure->all_money();
        if (!are_near(cost_a, cost_b, tolerance_))
            tell(project, first, second, "cost", {"cost", "비용"}, {money_text(cost_a), money_text(cost_a)},
                {money_text(cost_b), money_text(cost_b)});
        const double cut_a = first.measure->all_cuts(), cut_b = second.measure->all_cuts();
        if (!are_near(cut_a, cut_b, tolerance_))
            tell(project, first, second, "cut", {"effect", "효과"}, cut_words(cut_a), cut_words(cut_b));
        const int year_a = first.measure->first_year_of_effect(), year_b = second.measure->first_year_of_effect();
        if (year_a != year_b)
            tell(project, first, second, "year", {"first year of effect", "효과 발생 첫해"},
                {std::to_string(year_a), std::to_string(year_a)}, {std::to_string(year_b), std::to_string(year_b)});
    }

private:
    void tell(const std::string& project, const Told& first, const Told& second, const char* column,
        const Bilingual& what, const Bilingual& one, const Bilingual& other) {
        const auto& plan = run_.plans[first.plan].title;
        const auto& own = second.measure->measure;
        out_.find(second.plan, {"measures.csv", second.measure->row, column, project},
            {compose("the project '{}' ('{}') has the {} {} here and {} in '{}', row {}",
                 {project, own, what.en, other.en, one.en, plan.en, first.measure->row}),
                compose("사업 '{}'('{}')의 {}이(가) 여기서는 {}, '{}' {}행에서는 {}입니다",
                    {project, own, what.ko, other.ko, plan.ko, first.measure->row, one.ko})},
            {"agree on one figure in both plans", "두 계획의 수치를 하나로 맞추십시오"});
    }

    const RuleRun& run_;
    RuleFindings& out_;
    double tolerance_;
};

}  // namespace

void projects_agree(const RuleRun& run, RuleFindings& out) {
    std::map<std::string, std::vector<Told>> projects;
    for (std::size_t at = 0; at < run.plans.size(); ++at) {
        if (!run.plans.is_current(at)) continue;
        for (const auto& measure : run.plans[at].measures)
            if (!measure.project.empty()) projects[measure.project].push_back({at, &measure});
    }
    ProjectJudge judge(run, out);
    for (const auto& [project, told] : projects)
        for (std::size_t i = 1; i < told.size(); ++i)
            if (told[i].plan != told.front().plan) judge.compare(project, told.front(), told[i]);
}

}  // namespace ecumene::governance
