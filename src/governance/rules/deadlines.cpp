#include <utility>

#include "governance/rules/all_rules.hpp"
#include "governance/track/track.hpp"

namespace ecumene::governance {
namespace {

constexpr const char *procedures_table = "procedures.csv", *miss_established = "target_missed";

const Procedure* row_of(const PlanDocument& plan, const std::string& procedure, int year) {
    for (const auto& one : plan.procedures)
        if (one.procedure == procedure && one.year == year) return &one;
    return nullptr;
}

// A plan without a row may well have done it: nobody can tell from here.
Bilingual no_record() {
    return {"no record that it was done", "이행 기록 없음"};
}

Bilingual not_done() {
    return {"not done", "미이행"};
}

class DeadlineJudge {
public:
    DeadlineJudge(const RuleRun& run, const Deadline& deadline, RuleFindings& out)
        : run_(run), deadline_(deadline), out_(out) {}

    void judge(std::size_t at) {
        const auto& plan = run_.plans[at];
        if (!deadline_.is_for(plan.scope)) return;
        switch (deadline_.kind) {
            case Deadline::Kind::fixed: judge_due(at, deadline_.date, deadline_.date.year); break;
            case Deadline::Kind::yearly: judge_years(at); break;
            case Deadline::Kind::after_upper: judge_revision(at); break;
            case Deadline::Kind::after_miss: judge_misses(at); break;
        }
    }

private:
    void judge_years(std::size_t at) {
        const auto& plan = run_.plans[at];
        if (!plan.adopted) return;
        std::vector<Date> open;
        for (int year = plan.adopted->year + 1; year <= run_.day.year; ++year) {
            const Date due{year, deadline_.date.month, deadline_.date.day};
            if (is_open(at, due, year))
                open.push_back(due);
            else
                judge_due(at, due, year);
        }
        if (!open.empty()) tell_open(at, open.front(), 0, no_record(), open.size() - 1);
    }

    // Due, and no row says a word about it.
    bool is_open(std::size_t at, Date due, int year) const {
        return due < run_.day && deadline_.from <= due && row_of(run_.plans[at], deadline_.procedure, year) == nullptr;
    }

    // Nothing is said before the day is over, nor where a reason is given.
    void judge_due(std::size_t at, Date due, int year) {
        if (run_.day <= due || due < deadline_.from) return;
        const auto* row = row_of(run_.plans[at], deadline_.procedure, year);
        if (row != nullptr && (!row->reason.empty() || (row->done && *row->done <= due))) return;
        if (row == nullptr)
            tell_open(at, due, 0, no_record());
        else if (!row->done)
            tell_open(at, due, row->row, not_done());
        else
            tell_late(at, due, *row->done, row->row);
    }

    void judge_revision(std::size_t at) {
        const auto above = run_.plans.above(at);
        const auto& plan = run_.plans[at];
        if (!above || !plan.adopted || !run_.plans[*above].adopted) return;
        const auto changed = *run_.plans[*above].adopted;
        if (changed < deadline_.from) return;
        const auto due = months_later(changed, deadline_.months);
        const auto* row = row_of(plan, deadline_.procedure, changed.year);
        if (row != nullptr && !row->reason.empty()) return;
        if (*plan.adopted < changed) {
            if (run_.day > due) tell_open(at, due, 0, not_done());
        } else if (*plan.adopted > due) {
            tell_late(at, due, *plan.adopted, 0);
        }
    }

    // (G14) What a year's inventory lies above its target is to be made good by a plan of its own.
    void judge_misses(std::size_t at) {
        const auto& plan = run_.plans[at];
        Worst without_day;
        for (const int year : plan.inventory.years(Series::history)) {
            const double missed = year < plan.first_year ? 0.0 : track_year(plan, year).remedial;
            if (!(missed > 0.0)) continue;
            const auto* established = row_of(plan, miss_established, year);
            if (established == nullptr || !established->done) {
                without_day.look_at(year, missed, established == nullptr ? 0 : established->row);
                continue;
            }
            const auto amount = amount_words(missed);
            auto named = deadline_;
            named.name = {compose("{} ({}, by {})", {deadline_.name.en, year, amount.en}),
                compose("{}({}년, {})", {deadline_.name.ko, year, amount.ko})};
            DeadlineJudge(run_, named, out_).judge_due(at, days_later(*established->done, deadline_.days), year);
        }
        if (without_day.is_any()) tell_no_day(at, without_day);
    }

    void tell_no_day(std::size_t at, const Worst& missed) {
        const auto amount = amount_words(missed.amount()), more = more_years_words(missed.others());
        out_.find(at, Severity::warning, Force::statutory,
            {procedures_table, missed.row(), "done", deadline_.procedure},
            {compose("{} ({}, by {}){}: due {} days after the miss is established, but the plan does not say on which "
                     "day it was",
                 {deadline_.name.en, missed.year(), amount.en, more.en, deadline_.days}),
                compose("{}({}년, {}){}: 미달이 확인된 날부터 {}일 안에 세워야 하는데, 그날을 밝히지 않았습니다",
                    {deadline_.name.ko, missed.year(), amount.ko, more.ko, deadline_.days})},
            {compose("write the day as {} of {} in procedures.csv", {miss_established, missed.year()}),
                compose("procedures.csv의 {}년 {} 행에 그 날짜를 쓰십시오", {missed.year(), miss_established})},
            {missed.amount(), "tCO2eq"});
    }

    // `others`: later years of the same.
    void tell_open(std::size_t at, Date due, std::size_t row, const Bilingual& state, std::size_t others = 0) {
        const auto more = more_years_words(others);
        const auto late = days_between(due, run_.day);
        out_.find(at, {procedures_table, row, "done", deadline_.procedure},
            {compose(late == 1 ? "{}: due on {}, {}; {} day ago{}" : "{}: due on {}, {}; {} days ago{}",
                 {deadline_.name.en, date_text(due), state.en, late, more.en}),
                compose("{}: 기한 {}, {}, {}일 지남{}", {deadline_.name.ko, date_text(due), state.ko, late, more.ko})},
            {"do it and write its date, or the reason, in procedures.csv",
                "이행하고 procedures.csv에 날짜나 사유를 쓰십시오"},
            {static_cast<double>(late), "day"});
    }

    void tell_late(std::size_t at, Date due, Date done, std::size_t row) {
        const auto late = days_between(due, done);
        out_.find(at, {procedures_table, row, "done", deadline_.procedure},
            {compose(late == 1 ? "{}: due on {}, done on {}, {} day late" : "{}: due on {}, done on {}, {} days late",
                 {deadline_.name.en, date_text(due), date_text(done), late}),
                compose("{}: 기한 {}, 이행 {}, {}일 늦음", {deadline_.name.ko, date_text(due), date_text(done), late})},
            {"write the reason in procedures.csv", "procedures.csv에 사유를 쓰십시오"},
            {static_cast<double>(late), "day"});
    }

    const RuleRun& run_;
    const Deadline& deadline_;
    RuleFindings& out_;
};

}  // namespace

void deadlines_are_met(const RuleRun& run, RuleFindings& out) {
    for (const auto& deadline : run.book.deadlines) {
        if (!deadline.holds_on(run.day)) continue;
        DeadlineJudge judge(run, deadline, out);
        each_carbon_plan(run, [&](std::size_t at, const PlanDocument&) { judge.judge(at); });
    }
}

}  // namespace ecumene::governance
