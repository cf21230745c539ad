#include "governance/plan/totals.hpp"
#include "governance/rules/all_rules.hpp"

namespace ecumene::governance {
namespace {

constexpr double rest_of_sums = 1e-9;

struct Concentration {
    const Measure* largest{};
    double largest_cut{}, sum{}, index{};
};

// (G8) Shares of the measures' own cuts, and the sum of their squares (Herfindahl–Hirschman).
Concentration concentration_of(const PlanDocument& plan, int year) {
    Concentration found;
    double squares = 0.0;
    for (const auto& measure : plan.measures) {
        const double cut = measure.cut(year);
        if (!(cut > 0.0)) continue;
        found.sum += cut;
        squares += cut * cut;
        if (cut > found.largest_cut) {
            found.largest = &measure;
            found.largest_cut = cut;
        }
    }
    if (found.sum > 0.0) found.index = squares / (found.sum * found.sum);
    return found;
}

double taken_up(const PlanDocument& plan, int year) {
    double sum = 0.0;
    for (const auto& sector : plan.sectors)
        if (sector.role != Role::emission)
            if (const double value = plan.amount(Series::target, sector.sector, year); !is_blank(value)) sum -= value;
    return sum;
}

}  // namespace

void measures_are_spread(const RuleRun& run, RuleFindings& out) {
    const double most_share = run.version.parameter("greatest_share"),
                 most_index = run.version.parameter("greatest_index");
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        const int year = headline_years(plan).second;
        const auto found = concentration_of(plan, year);
        if (found.largest == nullptr) return;
        const double share = found.largest_cut / found.sum;
        if (share <= most_share + rest_of_sums && found.index <= most_index + rest_of_sums) return;
        const auto top = percent_words(share), index = grouped(found.index, 2);
        out.find(at, {"measures.csv", found.largest->row, "measure", found.largest->measure},
            {compose("'{}' brings {} of all cuts of {} and the concentration is {}; the most are {} and {}",
                 {found.largest->measure, top, year, index, percent_words(most_share), grouped(most_index, 2)}),
                compose("{}년 감축량의 {}를 '{}' 하나가 맡고 집중도는 {}입니다. 한도는 {}와 {}입니다",
                    {year, top, found.largest->measure, index, percent_words(most_share), grouped(most_index, 2)})},
            {"say what serves if this measure fails, or add others",
                "이 사업이 실패할 때의 대안을 밝히거나 다른 사업을 더하십시오"},
            {share, "1"});
    });
}

void sinks_carry_little(const RuleRun& run, RuleFindings& out) {
    const double most = run.version.parameter("greatest_share");
    each_carbon_plan(run, [&](std::size_t at, const PlanDocument& plan) {
        const auto [base_year, year] = headline_years(plan);
        const double base = total_of(plan, Series::history, base_year, Coverage::gross),
                     target = total_of(plan, Series::target, year, Coverage::net);
        if (is_blank(base) || is_blank(target) || base <= target) return;
        const double share = taken_up(plan, year) / (base - target);
        if (share <= most + rest_of_sums) return;
        out.find(at, {"emissions.csv", plan.emissions.row(Series::target, total_net, year), "value", "sinks"},
            {compose("sinks, capture and credits make {} of the cut by {}; the most is {}",
                 {percent_words(share), year, percent_words(most)}),
                compose("{}년 감축량의 {}가 흡수원·포집·국제감축입니다. 한도는 {}입니다",
                    {year, percent_words(share), percent_words(most)})},
            {"cut more at the source, or show that the sinks last",
                "배출 자체를 더 줄이거나 흡수원의 지속성을 보이십시오"},
            {share, "1"});
    });
}

}  // namespace ecumene::governance
