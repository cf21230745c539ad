#include "pipeline/plan_screen.hpp"

#include <algorithm>
#include <cmath>

#include "output/quantity.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/words.hpp"

namespace ecumene::pipeline {
namespace {

using output::amount;
using output::Measure;

constexpr std::size_t most_builds = 6;
constexpr std::size_t most_places = 3;
constexpr std::size_t most_years = 8;
constexpr double noticed = 1e-3;  // shares below a tenth of a percent are not worth a word

std::string say(const Session& session, const Bilingual& pattern, std::initializer_list<Argument> arguments) {
    return compose(session.in(pattern), arguments);
}

std::string number(double value, Measure measure, const Session& session) {
    return session.in(amount(value, measure));
}

void put_title(Sheet& sheet, const output::PlanView& view, const RunEnding& ending, const Session& session) {
    const auto& input = view.input();
    const auto& package = session.in(input.settings.title);
    const auto& scenario = session.in(input.title);
    const auto& regions = session.in(ending.region_names);
    sheet.title(package.empty() ? ending.package : package,
        (regions.empty() ? "" : regions + " · ") + (scenario.empty() ? ending.scenario : scenario), ending.run);
}

// --- the target ---------------------------------------------------------------------------------------------------------

bool is_over(const YearFact& y) {
    return !is_blank(y.cap) && y.net_emissions > y.cap + noticed * std::max(1.0, std::abs(y.cap));
}

std::string target_sentence(const PlanFacts& facts, const Session& session) {
    const auto& last = facts.years.back();
    const bool has_cap =
        std::any_of(facts.years.begin(), facts.years.end(), [](const YearFact& y) { return !is_blank(y.cap); });
    if (!has_cap)
        return say(session,
            {"No emission limit was set; {} are emitted in {}.", "배출 한도가 없는 계획입니다. {1}년 순배출 {0}."},
            {number(last.net_emissions, Measure::emissions, session), last.year});
    const auto over = std::find_if(facts.years.begin(), facts.years.end(), is_over);
    const auto style = session.style();
    if (over != facts.years.end())
        return style.bad(session.in({"Missed", "미달"})) +
               say(session, {" in {}: {} over the limit of {}.", ": {0}년 한도 {2}를 {1} 넘습니다."},
                   {over->year, number(over->net_emissions - over->cap, Measure::emissions, session),
                       number(over->cap, Measure::emissions, session)});
    auto text = style.good(session.in({"Reached in every year.", "모든 해에 달성합니다."})) + " ";
    if (is_blank(last.cap)) return text;
    const double room = last.cap - last.net_emissions;
    const bool is_just_met = room < noticed * std::max(1.0, std::abs(last.cap));
    const auto emitted = number(last.net_emissions, Measure::emissions, session),
               left = number(room, Measure::emissions, session);
    if (is_just_met)
        return text + say(session, {"{}: {}, right at the limit.", "{}년 {}, 한도와 같습니다."}, {last.year, emitted});
    return text +
           say(session, {"{}: {}, {} under the limit.", "{}년 {}, 한도보다 {} 적습니다."}, {last.year, emitted, left});
}

void put_years(Sheet& sheet, const PlanFacts& facts, const Session& session) {
    constexpr int bar_width = 16;
    double greatest = 0.0;
    for (const auto& y : facts.years) greatest = std::max(greatest, y.net_emissions);
    Columns table({Align::left, Align::left, Align::right, Align::right, Align::right, Align::right});
    const auto style = session.style();
    const auto head = [&](const char* en, const char* ko) { return style.faint(session.in({en, ko})); };
    table.add({"", head("net emissions", "순배출"), "", head("limit", "한도"), head("thousand won/t", "만 원/t"),
        head("clean", "청정")});
    // Long pathways keep their first and last years; in between every other one goes first.
    const std::size_t step = facts.years.size() > most_years ? 2 : 1;
    for (std::size_t i = 0; i < facts.years.size(); ++i) {
        if (step > 1 && i % step != 0 && i + 1 != facts.years.size()) continue;
        const auto& y = facts.years[i];
        const auto price = grouped(output::scaled(y.carbon_price, Measure::per_head, session.language), 0);
        table.add(
            {std::to_string(y.year), style.accent(bar(greatest > 0.0 ? y.net_emissions / greatest : 0.0, bar_width)),
                number(y.net_emissions, Measure::emissions, session), number(y.cap, Measure::emissions, session),
                y.carbon_price > 0.5 ? price : "–", number(y.clean_share, Measure::share, session)});
    }
    sheet.lines(table.lines(0));
}

void put_target(Sheet& sheet, const PlanFacts& facts, const Session& session) {
    if (facts.years.empty()) return;
    sheet.field({"Target", "목표"}, target_sentence(facts, session));
    put_years(sheet, facts, session);
    sheet.gap();
}

// --- what to build first -----------------------------------------------------------------------------------------------

// The greatest places that fit the room, and how many more there are if that fits too.
std::string places_text(const Build& build, int room, const Session& session) {
    const auto measure = output::measure_of(build.unit);
    std::string text;
    for (std::size_t shown = std::min(most_places, build.places.size()); shown > 0; --shown) {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < shown; ++i) {
            const auto& place = build.places[i];
            const double value = output::scaled(place.amount, measure, session.language);
            parts.push_back(session.in(place.name) + " " + grouped(value, output::column_decimals(value, measure)));
        }
        if (build.places.size() > shown)
            parts.push_back(say(session, {"+{} more", "외 {}곳"}, {build.places.size() - shown}));
        text = join(parts, ", ");
        if (cells(text) <= room) return text;
        text = parts.front();
    }
    return text;
}

std::string amount_text(const Build& build, const Session& session) {
    return number(build.amount, output::measure_of(build.unit), session);
}

// What an interior answer leaves of nothing is written with zeros alone.
std::vector<Build> builds_that_show(std::vector<Build> builds, const Session& session) {
    std::erase_if(builds, [&](const Build& build) {
        return amount_text(build, session).find_first_of("123456789") == std::string::npos;
    });
    return builds;
}

void put_builds(Sheet& sheet, const PlanFacts& facts, const Session& session) {
    const Bilingual label{"Build first", "먼저 짓기"};
    const auto builds = builds_that_show(facts.builds, session);
    if (builds.empty()) {
        sheet.field(label, session.in({"Nothing new is needed.", "새로 지을 것이 없습니다."}));
        sheet.gap();
        return;
    }
    sheet.field(label, say(session, {"by {}, for {}:", "{}년까지, 투자 {}:"},
                           {facts.build_year, number(facts.investment, Measure::money, session)}));
    Columns table({Align::left, Align::right, Align::left});
    const auto shown_builds = std::min(most_builds, builds.size());
    int name_width = 0, amount_width = 0;
    for (std::size_t i = 0; i < shown_builds; ++i) {
        name_width = std::max(name_width, cells(session.in(builds[i].name)));
        amount_width = std::max(amount_width, cells(amount_text(builds[i], session)));
    }
    const int room = sheet.text_width() - name_width - amount_width - 4;
    for (std::size_t i = 0; i < shown_builds; ++i) {
        const auto& build = builds[i];
        table.add({session.in(build.name), amount_text(build, session), places_text(build, room, session)});
    }
    sheet.lines(table.lines(0));
    if (builds.size() > most_builds)
        sheet.lines({session.style().faint(
            say(session, {"and {} smaller groups", "그 밖에 {}개 설비군"}, {builds.size() - most_builds}))});
    sheet.gap();
}

// --- who pays -----------------------------------------------------------------------------------------------------------

void put_burden(Sheet& sheet, const PlanFacts& facts, const Session& session) {
    if (facts.years.empty() || is_blank(facts.years.back().cost_per_head)) return;
    const auto& last = facts.years.back();
    auto text = say(session, {"{} a head in {}", "{1}년 1인당 연 {0}"},
        {number(last.cost_per_head, Measure::per_head, session), last.year});
    if (facts.borne_per_head.size() > 1) {
        const auto &most = facts.borne_per_head.front(), &least = facts.borne_per_head.back();
        text += say(session, {"; most in {} ({}), least in {} ({})", ". {} {}으로 가장 많고 {} {}으로 가장 적습니다"},
            {session.in(most.name), number(most.amount, Measure::per_head, session), session.in(least.name),
                number(least.amount, Measure::per_head, session)});
    }
    sheet.field({"Who pays", "부담"}, text + ".");
}

// --- how sure -----------------------------------------------------------------------------------------------------------

void put_influences(Sheet& sheet, const PlanFacts& facts, const Session& session) {
    std::vector<std::string> parts;
    for (const auto& influence : facts.influences) {
        if (parts.size() == 2 || !(influence.estimated_share > noticed) || !(std::abs(influence.share) > noticed))
            continue;
        parts.push_back(say(session, {"{} ({} estimated), +10% moves the cost {}", "{} (추정 {}), 10% 오르면 비용 {}"},
            {session.in(influence.name), number(influence.estimated_share, Measure::share, session),
                session.in(output::signed_amount(influence.share, Measure::share))}));
    }
    if (parts.empty()) return;
    sheet.field({"Estimated", "추정"}, join(parts, "; ") + ".");
}

void put_resolution(Sheet& sheet, const output::PlanView& view, const PlanFacts& facts, const RunEnding& ending,
    const Session& session) {
    auto text = session.in(view.input().time_text);
    if (!text.empty()) text += ", ";
    text += say(session, {"{}, {}", "{}, {}"},
        {session.in(counted(ending.regions, "region", "개 지역")),
            session.in(counted(facts.years.size(), "year", "개 연도"))});
    if (ending.size.columns > 0)
        text += say(session, {"; {} unknowns", ". 미지수 {}개"}, {grouped(static_cast<double>(ending.size.columns))});
    sheet.field({"Resolution", "해상도"}, text + ".");
}

// "3e-08": only the size of an error matters.
void put_proof(Sheet& sheet, const output::PlanView& view, const Session& session) {
    const auto& input = view.input();
    if (input.proofs.empty()) return;
    double primal = 0.0, dual = 0.0, gap = 0.0;
    for (const auto& proof : input.proofs) {
        primal = std::max(primal, proof.certificate.primal);
        dual = std::max(dual, proof.certificate.dual);
        gap = std::max(gap, proof.certificate.gap);
    }
    const bool is_optimal = input.outcome == planning::Outcome::optimal;
    const auto style = session.style();
    const auto word = is_optimal ? style.good(session.in({"optimal", "최적"}))
                                 : style.warning(session.in({"exploring only", "탐색용"}));
    sheet.field({"Proof", "검증"},
        word + say(session,
                   {": gap {}, worst violation {}, checked outside the solver ({}).",
                       ": 간극 {}, 최대 위반 {}. 풀이기 밖에서 확인 ({})."},
                   {power_of_ten(gap), power_of_ten(std::max(primal, dual)), input.proofs.front().backend}));
}

// --- where, and what next -----------------------------------------------------------------------------------------------

void put_places(Sheet& sheet, const RunEnding& ending, const Session& session) {
    sheet.gap();
    sheet.field({"Report", "보고서"}, session.style().accent(shown(ending.folder / "report.html", session)));
    if (ending.is_from_folder)
        sheet.field({}, session.style().faint(session.in({"(the same inputs were planned before; --fresh plans again)",
                            "(같은 입력으로 이미 계산한 결과입니다. --fresh로 다시 계산합니다)"})));
    else
        sheet.field({}, session.style().faint(say(session, {"(planned in {})", "(계산 시간 {})"},
                            {session.in(spoken_time(ending.seconds))})));
    sheet.field({"Next", "다음"}, ending.next);
}

}  // namespace

std::string plan_screen(
    const output::PlanView& view, const PlanFacts& facts, const RunEnding& ending, const Session& session) {
    Sheet sheet(session);
    put_title(sheet, view, ending, session);
    put_target(sheet, facts, session);
    put_builds(sheet, facts, session);
    put_burden(sheet, facts, session);
    put_influences(sheet, facts, session);
    put_resolution(sheet, view, facts, ending, session);
    put_proof(sheet, view, session);
    put_places(sheet, ending, session);
    return sheet.text();
}

std::string conflict_screen(const output::PlanView& view, const RunEnding& ending, const Session& session) {
    constexpr std::size_t most = 12;
    Sheet sheet(session);
    put_title(sheet, view, ending, session);
    const auto& conflicts = view.input().conflicts;
    const auto style = session.style();
    const auto verdict = style.bad(session.in({"Out of reach.", "달성할 수 없습니다."}));
    sheet.field({"Target", "목표"},
        verdict + " " +
            (conflicts.empty()
                    ? session.in({"No plan exists even with every policy relaxed: the data themselves conflict.",
                          "모든 정책을 풀어도 계획이 없습니다. 자료끼리 서로 맞지 않습니다."})
                    : session.in({"No plan keeps every policy. The least that would have to give way:",
                          "모든 정책을 함께 지키는 계획이 없습니다. 가장 적게 양보한다면:"})));
    for (std::size_t i = 0; i < std::min(most, conflicts.size()); ++i) sheet.item(session.in(conflicts[i].sentence));
    if (conflicts.size() > most)
        sheet.field(
            {}, say(session, {"… and {} more in the report", "… 그 밖에 {}건은 보고서에"}, {conflicts.size() - most}));
    sheet.gap();
    sheet.field({"Report", "보고서"}, style.accent(shown(ending.folder / "report.html", session)));
    sheet.field({"Next", "다음"}, session.in({"relax one of these in the scenario, or try it here: --set key=value",
                                      "시나리오에서 위의 하나를 완화하거나 --set 키=값으로 시험해 보십시오"}));
    return sheet.text();
}

}  // namespace ecumene::pipeline
