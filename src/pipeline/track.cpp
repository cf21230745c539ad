#include "pipeline/track.hpp"

#include <charconv>
#include <chrono>
#include <utility>

#include "core/version.hpp"
#include "governance/lint.hpp"
#include "governance/track/track.hpp"
#include "output/inspection/report.hpp"
#include "pipeline/inspection_pack.hpp"
#include "pipeline/lint_result.hpp"
#include "pipeline/messages.hpp"
#include "pipeline/plan_folders.hpp"
#include "pipeline/plan_needs.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;
using governance::Track;

constexpr int widest_indicator = 26;

// The plan the first argument leads to; the set is in the order of folders.
std::size_t place_of(const FoundPlans& found, const std::vector<std::string>& arguments, const Session& session) {
    const auto first = plan_folders({arguments.front()}, session);
    if (first.size() > 1)
        throw WrongUse(
            compose("'{}' holds {} plans", {arguments.front(), first.size()}), "name the one to reckon first");
    const auto place = place_shown(first.front(), session);
    for (std::size_t i = 0; i < found.set.size(); ++i)
        if (found.set[i].place == place) return i;
    found.findings.raise_if_errors();
    throw WrongUse(compose("'{}' cannot be reckoned", {arguments.front()}));
}

int year_named(const std::string& text, const governance::PlanDocument& plan) {
    if (text.empty()) {
        const int last = governance::last_inventory_year(plan);
        if (last != 0) return last;
        throw WrongUse(compose("the plan '{}' has no inventory.csv: there is nothing to reckon", {plan.id}),
            "add inventory.csv with the emissions of the year");
    }
    int year = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (failure != std::errc{} || end != text.data() + text.size() || text.size() != 4)
        throw WrongUse(compose("'{}' is not a year", {text}), "write it as --year 2027");
    return year;
}

Value sector_value(const governance::SectorTrack& one) {
    return Value::object()
        .set("sector", one.sector)
        .set("name", both(one.name))
        .set("planned", one.planned)
        .set("actual", one.actual)
        .set("gap", one.gap())
        .set("behind", one.is_behind());
}

Value indicator_value(const governance::IndicatorTrack& one) {
    return Value::object()
        .set("indicator", one.indicator)
        .set("measure", one.measure)
        .set("unit", one.unit)
        .set("expected", one.expected)
        .set("actual", one.actual)
        .set("progress", one.progress)
        .set("behind", one.is_behind);
}

Value track_result(const governance::PlanDocument& plan, const Track& track) {
    auto sectors = Value::list(), indicators = Value::list(), gaps = Value::list(), summary = Value::list();
    for (const auto& one : track.sectors) sectors.add(sector_value(one));
    for (const auto& one : track.indicators) indicators.add(indicator_value(one));
    for (const auto& gap : track.gaps) gaps.add(both(gap));
    for (const auto& sentence : output::inspection_summary(plan, track)) summary.add(both(sentence));
    auto result = Value::object();
    result.set("plan", plan.id).set("year", track.year);
    result.set("coverage", track.coverage == governance::Coverage::net ? "net" : "gross");
    result.set("whole", sector_value(track.whole))
        .set("sectors", std::move(sectors))
        .set("indicators", std::move(indicators));
    result.set("why", Value::object()
                          .set("amount", track.why.amount)
                          .set("factor", track.why.factor)
                          .set("unexplained", track.why.unexplained));
    result.set("remaining", Value::object()
                                .set("target_year", track.remaining.target_year)
                                .set("target", track.remaining.target)
                                .set("planned_step", track.remaining.planned_step)
                                .set("needed_step", track.remaining.needed_step)
                                .set("recent_step", track.remaining.recent_step));
    result.set("remedial", track.remedial);
    result.set("forecast", Value::object()
                               .set("year", track.forecast.year)
                               .set("value", track.forecast.value)
                               .set("low", track.forecast.low)
                               .set("high", track.forecast.high)
                               .set("method", both(governance::forecast_method())));
    result.set("summary", std::move(summary)).set("gaps", std::move(gaps));
    return result;
}

std::string track_screen(const governance::PlanSet& plans, std::size_t place, const Track& track,
    const PlanNeeds& needs, const std::filesystem::path& pack, const Session& session) {
    const auto& plan = plans[place];
    Sheet sheet(session);
    sheet.title(session.in(plan.title),
        session.in({"inspection of " + std::to_string(track.year), std::to_string(track.year) + "년 이행점검"}));
    Bilingual label{"Summary", "요약"};
    for (const auto& sentence : output::inspection_summary(plan, track)) {
        sheet.field(label, session.in(sentence));
        label = {};
    }
    sheet.gap();
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::left});
    table.add({session.in({"kt", "천 t"}), session.in({"path", "경로"}), session.in({"inventory", "실적"}),
        session.in({"gap", "차이"}), ""});
    const auto text = [](double tonnes) { return is_blank(tonnes) ? std::string("–") : grouped(tonnes / 1e3, 1); };
    const auto add = [&](const governance::SectorTrack& one) {
        const auto mark = !one.is_known()   ? std::string{}
                          : one.is_behind() ? session.style().bad(session.in({"behind", "지연"}))
                                            : session.style().good(session.in({"on the path", "정상"}));
        table.add(
            {cut(session.in(one.name), widest_indicator), text(one.planned), text(one.actual), text(one.gap()), mark});
    };
    for (const auto& one : track.sectors) add(one);
    add(track.whole);
    sheet.field({"Emissions", "배출"}, session.in({"against the path of the plan", "계획 경로와 비교"}));
    for (const auto& line : table.lines(1)) sheet.ready(line);
    sheet.gap();
    put_needs(sheet, needs, plans, session);
    label = {"Not said", "알 수 없음"};
    for (const auto& gap : track.gaps) {
        sheet.field(label, session.in(gap));
        label = {};
    }
    if (!pack.empty())
        sheet.field({"Pack", "점검 꾸러미"}, session.style().accent(shown(pack / "report.html", session)));
    return sheet.text();
}

// Errors of the plan itself end the verb before; these are of plans named beside it.
Findings with_errors_as_warnings(const Findings& found) {
    Findings told;
    for (auto finding : found.all()) {
        if (finding.severity == Severity::error) finding.severity = Severity::warning;
        told.add(std::move(finding));
    }
    return told;
}

// For screen and pack: what the plan was not compared with, and why.
void add_unread(std::vector<Bilingual>& gaps, const Findings& found) {
    constexpr std::size_t most = 20;
    std::size_t errors = 0;
    for (const auto& finding : found.all()) {
        if (finding.severity != Severity::error || ++errors > most) continue;
        gaps.push_back(
            {"a plan named beside this one could not be read and takes no part: " + described(finding, Language::en),
                "함께 적은 계획을 읽을 수 없어 비교에서 빠졌습니다: " + described(finding, Language::ko)});
    }
    if (errors > most)
        gaps.push_back({compose("{} more errors in the plans beside this one", {errors - most}),
            compose("함께 적은 계획의 오류가 {}개 더 있습니다", {errors - most})});
}

}  // namespace

Answer track(const TrackRequest& request, const Session& session) {
    const auto begun = std::chrono::steady_clock::now();
    const auto day = day_named(request.date);
    const auto found = read_plans(request.plans, session);
    const auto place = place_of(found, request.plans, session);
    const auto& plan = found.set[place];
    session.progress->stage({"Reckoning", "점검"}, 0.6);
    auto track = governance::track_year(plan, year_named(request.year, plan));
    add_unread(track.gaps, found.findings);
    const auto needs = plan_needs(request.run, governance::gaps_of(plan, track, place), found.set, session);

    Answer answer;
    answer.verb = "track";
    answer.findings = with_errors_as_warnings(found.findings);
    answer.findings.append(needs.findings);
    answer.result = track_result(plan, track);
    if (!needs.run.empty()) answer.result.set("needs", needs_value(needs, found.set));
    if (!request.pack.empty()) {
        session.progress->stage({"Writing the pack", "점검 꾸러미 쓰기"}, 0.8);
        const auto lint = governance::lint(found.set, day);
        write_pack(request.pack,
            {.plan = &plan,
                .track = &track,
                .lint = &lint,
                .plans = &found.set,
                .place = place,
                .version = std::string(version),
                .needs = {.needs = needs.run.empty() ? nullptr : &needs.needs, .method = needs.method}},
            answer.result, session.language);
        answer.result.set("report", (request.pack / "report.html").string());
    }
    answer.screen = track_screen(found.set, place, track, needs, request.pack, session);
    answer.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return answer;
}

}  // namespace ecumene::pipeline
