#include "pipeline/lint_screen.hpp"

#include <algorithm>
#include <cmath>

#include "governance/agreement.hpp"
#include "pipeline/sheet.hpp"
#include "pipeline/words.hpp"

namespace ecumene::pipeline {
namespace {

using governance::Coverage;
using governance::Force;
using governance::Lint;
using governance::RollUpNode;

constexpr std::size_t most_tree_lines = 24, most_versions = 16;
constexpr int widest_line = 20;

std::string cut_text(double cut) {
    if (is_blank(cut)) return "–";
    const double per_cent = 100.0 * std::abs(cut);
    if (per_cent < 0.05) return "0.0 %";
    return compose("{}{} %", {cut < 0.0 ? "+" : "−", grouped(per_cent, per_cent < 99.95 ? 1 : 0)});
}

// --- verdict --------------------------------------------------------------------------------------------------------------

void put_verdict(Sheet& sheet, const Lint& lint, const FoundPlans& found, const Session& session) {
    const auto style = session.style();
    const auto errors = lint.count(Severity::error) + found.findings.count(Severity::error);
    const auto warnings = lint.count(Severity::warning) + found.findings.count(Severity::warning);
    std::string text = errors > 0     ? style.bad(session.in(counted(errors, "error", "건의 오류")))
                       : warnings > 0 ? style.good(session.in({"No errors", "오류 없음"}))
                                      : style.good(session.in({"The plans agree", "계획이 서로 맞습니다"}));
    if (warnings > 0) text += ", " + style.warning(session.in(counted(warnings, "warning", "건의 주의")));
    if (const auto count = lint.suppressed(); count > 0)
        text += ", " + session.in(counted(count, "suppressed finding", "건은 사유를 밝혀 수용"));
    sheet.field({"Verdict", "판정"}, text + ".");
    sheet.field({"Rules", "규칙"}, compose(session.in({"{} in force on {}", "{1}에 적용되는 규칙 {0}개"}),
                                       {lint.rules_in_force.size(), date_text(lint.day)}));
    if (found.unreadable > 0)
        sheet.field({"Not judged", "판정 제외"},
            session.in(counted(found.unreadable, "plan that cannot be read", "개 계획은 읽을 수 없음")));
    sheet.gap();
}

// --- findings -------------------------------------------------------------------------------------------------------------

Findings of_force(const Lint& lint, const governance::PlanSet& plans, Force force, const Session& session) {
    Findings some;
    for (const auto& finding : lint.findings) {
        if (finding.is_suppressed() || finding.force != force) continue;
        const auto shown = plans[finding.plan].shown(finding.place.table, finding.place.row);
        some.add({.severity = finding.severity,
            .code = finding.rule,
            .file = shown.file,
            .row = shown.row,
            .column = finding.place.column,
            .message = "[" + finding.rule + "] " + session.in(finding.message),
            .remedy = session.in(finding.remedy)});
    }
    return some;
}

void put_findings(Sheet& sheet, const Lint& lint, const FoundPlans& found, const Session& session) {
    const auto put = [&](const Bilingual& heading, const Findings& some) {
        if (some.all().empty()) return;
        sheet.plain(session.style().strong(session.in(heading)));
        sheet.findings(some);
    };
    put({"What cannot be read", "읽을 수 없는 것"}, found.findings);
    put({"Asked for by law", "법정 사항"}, of_force(lint, found.set, Force::statutory, session));
    put({"Recommended", "권고 사항"}, of_force(lint, found.set, Force::recommended, session));
}

// --- the tree of regions ----------------------------------------------------------------------------------------------------

class Tree {
public:
    Tree(const Lint& lint, const governance::PlanSet& plans, const Session& session)
        : lint_(lint), plans_(plans), session_(session), standing_(lint, plans) {}

    std::vector<std::string> lines() {
        Columns columns(
            {Align::left, Align::right, Align::right, Align::right, Align::right, Align::left, Align::left});
        columns_ = &columns;
        columns.add(
            {"", "G→G", "G→N", "N→G", "N→N", session_.in({"findings", "지적"}), session_.in({"below", "하위 합계"})});
        for (const auto root : plans_.roots()) add(root, 0);
        auto all = columns.lines(1);
        if (left_out_ > 0)
            all.push_back(compose(
                session_.in({"… and {} more: --json lists them all", "… 그 밖에 {}개: --json으로 볼 수 있습니다"}),
                {left_out_}));
        return all;
    }

private:
    void add(std::size_t at, int depth) {
        const auto* node = lint_.sums.find(at);
        if (node == nullptr) return;
        if (added_ >= most_tree_lines)
            ++left_out_;
        else
            add_line(*node, depth);
        for (const auto below : node->below) add(below, depth + 1);
    }

    void add_line(const RollUpNode& node, int depth) {
        ++added_;
        const auto name = std::string(static_cast<std::size_t>(2 * depth), ' ') + session_.in(plans_[node.plan].title);
        columns_->add({cut(name, widest_line), cut_text(node.own.at(Coverage::gross, Coverage::gross)),
            cut_text(node.own.at(Coverage::gross, Coverage::net)),
            cut_text(node.own.at(Coverage::net, Coverage::gross)), cut_text(node.own.at(Coverage::net, Coverage::net)),
            findings(node.plan), agreement(node)});
    }

    std::string findings(std::size_t plan) const {
        const auto& count = standing_.of(plan, governance::Topic::all);
        std::string text;
        if (count.errors > 0) text += session_.style().bad("✗" + std::to_string(count.errors));
        if (count.warnings > 0)
            text += (text.empty() ? "" : " ") + session_.style().warning("!" + std::to_string(count.warnings));
        return text.empty() ? session_.style().good("✓") : text;
    }

    std::string agreement(const RollUpNode& node) const {
        if (node.below.empty()) return {};
        if (!node.missing.empty())
            return compose("{} / {}", {node.below.size(), node.below.size() + node.missing.size()});
        const bool is_said = std::any_of(node.cells.begin(), node.cells.end(),
            [](const governance::RollUpCell& cell) { return !is_blank(cell.residual()); });
        if (!is_said) return "–";
        const bool disagrees = std::any_of(lint_.findings.begin(), lint_.findings.end(),
            [&](const governance::RuleFinding& finding) { return finding.rule == "A2" && finding.plan == node.plan; });
        return disagrees ? session_.style().bad(session_.in({"✗ differs", "✗ 다름"}))
                         : session_.style().good(session_.in({"✓ adds up", "✓ 일치"}));
    }

    const Lint& lint_;
    const governance::PlanSet& plans_;
    const Session& session_;
    governance::Agreement standing_;
    Columns* columns_{};
    std::size_t added_{}, left_out_{};
};

void put_tree(Sheet& sheet, const Lint& lint, const FoundPlans& found, const Session& session) {
    if (lint.sums.nodes.empty()) return;
    sheet.field({"Cuts", "감축률"}, session.in({"on four bases: base → target, gross (G) or net (N)",
                                        "네 기준: 기준 → 목표, 총배출량(G)·순배출량(N)"}));
    for (const auto& line : Tree(lint, found.set, session).lines()) sheet.ready(line);
    sheet.gap();
}

// --- versions, suppressions -------------------------------------------------------------------------------------------------

void put_versions(Sheet& sheet, const Lint& lint, const FoundPlans& found, const Session& session) {
    for (const auto& comparison : lint.versions) {
        sheet.field({"Versions", "판 비교"}, compose("{} → {}", {session.in(found.set[comparison.earlier].title),
                                                                    session.in(found.set[comparison.later].title)}));
        Columns columns({Align::left, Align::left, Align::right, Align::right, Align::right});
        std::size_t count = 0;
        const auto text = [&](double tonnes) {
            return is_blank(tonnes) ? "–" : session.in(governance::amount_words(tonnes));
        };
        for (const auto& line : comparison.lines) {
            if (line.series != governance::Series::target) continue;
            if (++count > most_versions) break;
            columns.add({cut(session.in(line.name), widest_line), std::to_string(line.year), text(line.earlier),
                text(line.later),
                is_blank(line.change()) ? "–"
                : line.change() == 0.0  ? "="
                                        : text(line.change())});
        }
        for (const auto& line : columns.lines(1)) sheet.ready(line);
        sheet.field({}, compose(session.in({"net {}, absolute {}", "순변화 {}, 절대변화 {}"}),
                            {text(comparison.net_change()), text(comparison.absolute_change())}));
        sheet.gap();
    }
}

void put_suppressed(Sheet& sheet, const Lint& lint, const FoundPlans& found, const Session& session) {
    Bilingual label{"Accepted", "수용"};
    for (const auto& finding : lint.findings) {
        if (!finding.is_suppressed()) continue;
        sheet.field(label, compose("[{}] {}, {}: {} ({})",
                               {finding.rule, session.in(found.set[finding.plan].title), finding.place.item,
                                   finding.suppressed_because, finding.suppressed_by}));
        label = {};
    }
    for (const auto& one : lint.idle_suppressions) {
        sheet.field(label,
            compose("[{}] {}, suppressions.csv {}: {}", {one.suppression.rule, session.in(found.set[one.plan].title),
                                                            one.suppression.row, session.in(one.why)}));
        label = {};
    }
}

}  // namespace

std::string lint_screen(const Lint& lint, const FoundPlans& found, const PlanNeeds& needs, const Session& session) {
    Sheet sheet(session);
    sheet.title(session.in({"Plans that agree", "계획의 정합성"}),
        session.in(counted(found.set.size(), "plan", "개 계획")), date_text(lint.day));
    put_verdict(sheet, lint, found, session);
    put_findings(sheet, lint, found, session);
    put_tree(sheet, lint, found, session);
    put_needs(sheet, needs, found.set, session);
    put_versions(sheet, lint, found, session);
    put_suppressed(sheet, lint, found, session);
    return sheet.text();
}

}  // namespace ecumene::pipeline
