#include "pipeline/diagnosis_screen.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/frame.hpp"
#include "output/diagnosis/choice.hpp"
#include "output/plan_view.hpp"
#include "output/quantity.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/words.hpp"

namespace ecumene::pipeline {
namespace {

using diagnosis::Figure;
using diagnosis::GroupProfile;
using diagnosis::Profile;
using output::Measure;

constexpr std::size_t few_groups = 4;
constexpr double significant = 0.05;

std::string percent(double share, int decimals, const Session& session) {
    return session.in(output::plain_number(share, Measure::share, decimals));
}

std::string figure(double value, int decimals) {
    return is_blank(value) ? "–" : output::tick_text(value, decimals).en;
}

std::string per_head(const Figure& one) {
    return figure(one.value, 1);
}

std::string mark(const std::string& status) {
    const bool is_soft = status == "estimated" || status == "modelled" || status == "assumed";
    return is_soft ? "*" : status == "derived" ? "°" : "";
}

std::string name_of_group(const Profile& profile, const std::string& code, const Session& session) {
    for (const auto& group : profile.groups)
        if (group.group == code) return session.in(output::short_name(group.name));
    return code;
}

// --- the groups -----------------------------------------------------------------------------------------------------------

void add_group(Columns& table, const GroupProfile& group, const std::string& name, const Session& session) {
    table.add(
        {name, session.in(output::plain_number(group.total.value, Measure::emissions, 1)) + mark(group.total.status),
            percent(group.growth.value, 2, session), percent(group.share.last.value, 1, session),
            per_head(group.per_capita.last) + mark(group.per_capita.last.status),
            percent(group.per_capita.growth.value, 2, session)});
}

void put_groups(Sheet& sheet, const Profile& profile, const Session& session) {
    Columns table({Align::left, Align::right, Align::right, Align::right, Align::right, Align::right});
    const auto style = session.style();
    const auto head = [&](const char* en, const char* ko) { return style.faint(session.in({en, ko})); };
    table.add({"", head("Mt", "백만 t"), head("Mt, %/yr", "증가, %/년"), head("share, %", "비중, %"),
        head("t/head", "t/인"), head("t/head, %/yr", "1인당 증가, %/년")});
    for (const auto& group : profile.groups)
        add_group(table, group, session.in(output::short_name(group.name)), session);
    if (profile.groups.size() > 1)
        add_group(table, profile.all, style.strong(session.in({"All regions", "전체"})), session);
    for (const auto& line : table.lines(1)) sheet.ready(line);
    sheet.plain(style.faint(session.in(
        {"° derived, * estimated, modelled or assumed; – no figure", "° 산출, * 추정·모형·가정, – 수치 없음"})));
    if (profile.ledger == "consumption")
        sheet.plain(style.faint(
            session.in({"Table and gap count power where it is used; what follows counts it where it is made.",
                "표와 격차는 전력을 쓴 곳, 그 아래는 만든 곳에서 센 값입니다."})));
    sheet.gap();
}

void put_intensity(Sheet& sheet, const Profile& profile, const Session& session) {
    if (profile.groups.empty() || profile.groups.size() > few_groups) return;
    Bilingual label{"Intensity", "집약도"};
    for (std::size_t k = 0; k < profile.groups.front().per_gva.size(); ++k) {
        const auto& first = profile.groups.front().per_gva[k];
        std::vector<std::string> parts;
        for (const auto& group : profile.groups)
            if (k < group.per_gva.size())
                parts.push_back(session.in(group.name) + " " + percent(group.per_gva[k].growth.value, 1, session));
        sheet.field(
            std::exchange(label, {}), compose(session.in({"per {}, {}–{}, %/yr: {}", "{}당, {}–{}년, %/년: {}"}),
                                          {session.in(output::price_name(first.measure, first.prices)),
                                              first.growth.first_year, first.growth.last_year, join(parts, ", ")}));
    }
}

void put_gap(Sheet& sheet, const Profile& profile, const Session& session) {
    const auto& ratio = profile.ratio;
    if (is_blank(ratio.last.value)) return;
    auto text = compose(
        session.in({"{} emits {:.2f} times as much a head as {} in {}", "{3}년 {0}의 1인당 배출은 {2}의 {1:.2f}배"}),
        {name_of_group(profile, ratio.higher, session), ratio.last.value, name_of_group(profile, ratio.lower, session),
            ratio.last.year});
    if (!is_blank(ratio.first.value))
        text += compose(session.in({" ({:.2f} in {})", " ({1}년 {0:.2f}배)"}), {ratio.first.value, ratio.first.year});
    sheet.field({"Gap", "격차"}, text + ".");
}

void put_ledgers(Sheet& sheet, const diagnosis::TwoLedgers& ledgers, const Session& session) {
    if (!ledgers.has_consumption()) return;
    std::vector<std::string> steps;
    for (const auto& step : ledgers.chain)
        for (const auto& ledger : diagnosis::ledger_names())
            if (ledger.id == step.ledger && !is_blank(step.ratio))
                steps.push_back(session.in(ledger.name) + " " + figure(step.ratio, 2));
    if (steps.empty()) return;
    sheet.field({"Ledgers", "기준별"},
        compose(session.in({"the gap in {}: {}", "{}년 격차: {}"}), {ledgers.year, join(steps, " → ")}));
}

// --- why it moved ---------------------------------------------------------------------------------------------------------

std::string megatonnes(double tonnes) {
    return output::signed_number(tonnes, Measure::emissions, std::abs(tonnes) < 1e7 ? 1 : 0).en;
}

void put_movement(Sheet& sheet, const diagnosis::Movement& movement, const Session& session) {
    const auto best = output::best_prices(movement);
    for (const auto* change : output::shown_changes(movement.changes)) {
        if (change->level != "nation" || output::price_key(change->measure, change->prices) != best) continue;
        if (change->effects.empty()) {
            sheet.field({"Why", "요인"}, session.in(change->reason));
            return;
        }
        std::vector<std::string> parts;
        for (const auto& effect : change->effects)
            parts.push_back(session.in(effect.name) + " " + megatonnes(effect.value));
        sheet.field({"Why", "요인"},
            compose(session.in({"{}–{}, Mt: {} = {} ({})", "{}–{}년, 백만 t: {} = {} ({})"}),
                {change->first_year, change->last_year, megatonnes(change->change()), join(parts, ", "),
                    session.in(output::price_name(change->measure, change->prices))}));
        return;
    }
}

void put_decoupling(Sheet& sheet, const Profile& profile, const diagnosis::Movement& movement, const Session& session) {
    const auto best = output::best_decoupling_prices(movement);
    std::vector<std::string> states;
    for (const auto& one : movement.decoupling) {
        if (output::price_key(one.measure, one.prices) != best) continue;
        const bool is_told = one.level == "nation" || (one.level == "group" && profile.groups.size() <= few_groups);
        if (!is_told) continue;
        const auto name =
            one.level == "nation" ? session.in({"all", "전체"}) : name_of_group(profile, one.place, session);
        states.push_back(compose("{}: {}", {name, session.in(name_of(one.figure.state))}) +
                         (is_blank(one.figure.elasticity) ? "" : compose(" ({})", {figure(one.figure.elasticity, 2)})));
    }
    if (!states.empty()) sheet.field({"Decoupling", "탈동조화"}, join(states, "; "));
}

// --- inequality and conditions --------------------------------------------------------------------------------------------

void put_inequality(Sheet& sheet, const diagnosis::FullDiagnosis& full, const Session& session) {
    const auto &then = full.profile.inequality_first, &now = full.profile.inequality_last;
    if (is_blank(now.theil) && is_blank(now.gini)) return;
    const auto pair = [](double first, double last) { return figure(first, 3) + " → " + figure(last, 3); };
    const auto between = full.profile.grouping.empty() ? std::string{}
                                                       : compose(session.in({" (between groups {})", " (권역 간 {})"}),
                                                             {pair(then.between, now.between)});
    sheet.field({"Inequality", "불평등"},
        compose(session.in({"a head among regions, {}–{}: Theil {}{}, Gini {}.",
                    "지역 간 1인당 배출, {}–{}년: 타일 {}{}, 지니 {}."}),
            {then.year, now.year, pair(then.theil, now.theil), between, pair(then.gini, now.gini)}));
    if (!full.inequality.left_out.en.empty()) sheet.field({}, session.in(full.inequality.left_out));
    const auto& moran = full.inequality.moran;
    if (is_blank(moran.index)) return;
    const bool is_pattern = moran.p <= significant;
    const Bilingual meaning = !is_pattern ? Bilingual{"no pattern beyond chance", "우연과 구별되지 않음"}
                              : moran.index > moran.expected ? Bilingual{"neighbours are alike", "이웃끼리 비슷함"}
                                                             : Bilingual{"neighbours are unlike", "이웃끼리 다름"};
    sheet.field(
        {}, compose(session.in({"Neighbours: Moran's I {}, p {} (two-sided): {}.", "이웃: 모란 I {}, p {}(양측): {}."}),
                {figure(moran.index, 2), figure(moran.p, 3), session.in(meaning)}));
}

std::string region_name(const diagnosis::Conditions& conditions, const std::string& code, const Session& session) {
    for (std::size_t i = 0; i < conditions.regions.size(); ++i)
        if (conditions.regions[i] == code) return session.in(output::short_name(conditions.region_names[i]));
    return code;
}

// Regions by their mean score, hardest first; those without any score are left out.
std::vector<std::pair<double, std::string>> by_hardness(const diagnosis::Conditions& conditions) {
    std::vector<std::pair<double, std::string>> order;
    for (std::size_t r = 0; r < conditions.regions.size(); ++r) {
        double sum = 0;
        int known = 0;
        for (std::size_t i = 0; i < conditions.indicators.size(); ++i)
            if (const double score = conditions.at(r, i).score; !is_blank(score)) {
                sum += score;
                ++known;
            }
        if (known > 0) order.emplace_back(sum / known, conditions.regions[r]);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return order;
}

void put_conditions(Sheet& sheet, const diagnosis::FullDiagnosis& full, const Session& session) {
    const auto& conditions = full.conditions;
    const auto order = by_hardness(conditions);
    if (order.size() < 4) return;
    std::vector<std::string> hard, easy;
    for (std::size_t i = 0; i < 2; ++i) {
        hard.push_back(region_name(conditions, order[i].second, session));
        easy.push_back(region_name(conditions, order[order.size() - 1 - i].second, session));
    }
    auto text = compose(session.in({"hardest in {}, easiest in {} ({} indicators, equal weight)",
                            "어려운 곳 {}, 쉬운 곳 {} (지표 {}개, 같은 가중)"}),
        {join(hard, ", "), join(easy, ", "), conditions.indicators.size()});
    const auto& typology = full.typology;
    if (!typology.types.empty())
        text += compose(session.in({"; {} of regions{}", "; 유형 {}개{}"}),
            {session.in({std::to_string(typology.types.size()) + " kinds", std::to_string(typology.types.size())}),
                typology.clustering.is_structured ? std::string{}
                                                  : session.in({", not sharply apart", "(경계는 뚜렷하지 않음)"})});
    sheet.field({"Conditions", "여건"}, text + ".");
}

// --- how sure, and what next ----------------------------------------------------------------------------------------------

void put_paper(Sheet& sheet, const diagnosis::PaperComparison& comparison, const Session& session) {
    if (comparison.figures.empty()) return;
    const auto count = [&](const char* agreement) {
        return std::count_if(comparison.figures.begin(), comparison.figures.end(),
            [&](const diagnosis::PaperFigure& one) { return one.agreement == agreement; });
    };
    sheet.field({"Paper", "원논문"},
        compose(session.in({"{} published figures compared: {} agree, {} differ; the report and --json say why.",
                    "발표 수치 {}개 비교: 일치 {}, 차이 {}. 이유는 보고서와 --json에 있습니다."}),
            {comparison.figures.size(), static_cast<int>(count("yes")), static_cast<int>(count("no"))}));
}

void put_missing(Sheet& sheet, const diagnosis::FullDiagnosis& full, const Session& session) {
    std::vector<std::string> missing;
    for (const auto& one : full.unlock)
        if (!one.is_there && !one.missing.empty())
            missing.push_back(session.in(one.name) + " (" + one.missing.front().table + ")");
    constexpr std::size_t most = 4;
    if (!missing.empty()) {
        const auto left = missing.size() > most ? missing.size() - most : 0;
        missing.resize(missing.size() - left);
        sheet.field({"Missing", "부족한 것"},
            join(missing, ", ") + (left == 0 ? "" : compose(session.in({" and {} more", " 외 {}건"}), {left})) + ".");
    }
    constexpr std::size_t most_gaps = 2;
    const auto& gaps = full.profile.gaps;
    for (std::size_t i = 0; i < std::min(most_gaps, gaps.size()); ++i)
        sheet.item(session.in(gaps[i].text) + (gaps[i].table.empty() ? "" : " (" + gaps[i].table + ")"));
    const auto left = full.profile.cautions.size() + gaps.size() - std::min(most_gaps, gaps.size());
    if (left > 0)
        sheet.field({"Careful", "유의"},
            compose(session.in({"{} in the report and in --json.", "{}: 보고서와 --json에 있습니다."}),
                {session.in(counted(left, "more remark", "가지를 더 볼 것"))}));
}

void put_next(Sheet& sheet, const DiagnosisScreen& what, const Session& session) {
    sheet.gap();
    const auto style = session.style();
    if (!what.report.empty()) {
        sheet.field({"Report", "보고서"}, style.accent(shown(what.report / "report.html", session)));
        return;
    }
    sheet.field({"Next", "다음"},
        style.accent(compose("ecumene diagnose {} --report {}-diagnosis", {what.package, what.package})) +
            session.in({" (pictures and tables)", " (그림과 표)"}));
}

Bilingual basis_of(const Profile& profile) {
    const bool is_net = profile.accounting.coverage == "net", is_used = profile.ledger == "consumption";
    return {std::string(is_net ? "net of land use" : "gross") + (is_used ? ", consumption" : ", production"),
        std::string(is_net ? "순배출" : "총배출") + (is_used ? ", 소비 기준" : ", 생산 기준")};
}

Bilingual years_of(const Profile& profile) {
    if (profile.first_year == profile.last_year) {
        const auto year = std::to_string(profile.last_year);
        return {"emissions " + year, "배출 " + year};
    }
    const auto years = compose("{}–{}", {profile.first_year, profile.last_year});
    return {"emissions " + years, "배출 " + years};
}

}  // namespace

std::string diagnosis_screen(const DiagnosisScreen& what, const Session& session) {
    const auto& full = *what.full;
    Sheet sheet(session);
    sheet.title(session.in(what.title), session.in(years_of(*what.shown)), session.in(basis_of(*what.shown)));
    put_groups(sheet, *what.shown, session);
    put_gap(sheet, *what.shown, session);
    put_ledgers(sheet, full.ledgers, session);
    put_intensity(sheet, *what.shown, session);
    put_movement(sheet, full.movement, session);
    put_decoupling(sheet, *what.shown, full.movement, session);
    put_inequality(sheet, full, session);
    put_conditions(sheet, full, session);
    put_paper(sheet, *what.comparison, session);
    put_missing(sheet, full, session);
    put_next(sheet, what, session);
    return sheet.text();
}

}  // namespace ecumene::pipeline
