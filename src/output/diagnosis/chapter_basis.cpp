// How sure it is: the source paper beside these data, what the package would unlock, and what the figures rest on.
#include <algorithm>
#include <set>

#include "core/frame.hpp"
#include "output/diagnosis/chapters.hpp"
#include "output/document.hpp"
#include "output/markup.hpp"
#include "output/sums.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

Bilingual paper_unit(const std::string& unit) {
    if (unit == "%/year") return say("d.percent_a_year");
    if (unit == "tCO2eq/person") return unit_of(Measure::emissions_per_head);
    return unit == "1" ? same("") : same(unit);
}

DataTable paper_table(const diagnosis::PaperComparison& comparison) {
    DataTable table(
        {text_title(say("d.paper.what"), "what"), number_title(say("d.paper.published"), "published"),
            text_title(say("d.paper.years"), "published_years"), number_title(say("d.paper.found"), "found"),
            text_title(say("d.paper.years"), "found_years"), text_title(say("unit"), "unit"),
            text_title(say("d.paper.agrees"), "agreement"), text_title(say("d.paper.why"), "reason")},
        "told compared");
    for (const auto& figure : comparison.figures)
        table.add({word_cell(figure.text, figure.id), plain_cell(figure.published, 2),
            word_cell(same(figure.published_years)), plain_cell(figure.found, 2), word_cell(same(figure.found_years)),
            word_cell(paper_unit(figure.unit), figure.unit),
            word_cell(say("d.paper." + figure.agreement), figure.agreement, figure.agreement == "yes" ? "good" : ""),
            word_cell(figure.reason)});
    return table;
}

DataTable unlock_rows(const std::vector<diagnosis::Unlockable>& results) {
    DataTable table({text_title(say("d.unlock.result"), "result"), text_title(say("d.unlock.there"), "is_there"),
                        text_title(say("d.unlock.table"), "table")},
        "told");
    for (const auto& result : results) {
        Bilingual needed;
        for (const auto& missing : result.missing) {
            const std::string mark = needed.en.empty() ? "" : "; ";
            needed.en += mark + missing.table + ": " + missing.what.en;
            needed.ko += mark + missing.table + ": " + missing.what.ko;
        }
        table.add({word_cell(result.name, result.result),
            word_cell(say(result.is_there ? "d.unlock.yes" : "d.unlock.no"), result.is_there ? "yes" : "no",
                result.is_there ? "good" : ""),
            word_cell(needed)});
    }
    return table;
}

std::string accounting_terms(const DiagnosisView& view) {
    const auto& accounting = view.profile().accounting;
    const std::vector<std::pair<const char*, Bilingual>> terms{
        {"d.basis.ledger", say("d.ledger." + view.profile().ledger)},
        {"d.basis.coverage", say("d.coverage." + accounting.coverage)}, {"d.basis.tree", tree_name(accounting.tree)},
        {"d.basis.gas", accounting.gas == "all" ? say("d.gas.all") : same(accounting.gas)},
        {"d.basis.gwp", gwp_name(accounting.gwp)}, {"d.basis.basis", same(accounting.basis)}};
    std::string list;
    for (const auto& [key, text] : terms)
        if (!text.en.empty()) list += element("dt", {}, words(say(key))) + element("dd", {}, words(text));
    return element("dl", {{"class", "terms"}}, list);
}

std::string cautions_list(const DiagnosisView& view) {
    std::string list;
    for (const auto& caution : view.profile().cautions) list += element("li", {}, words(caution.text));
    if (list.empty()) return {};
    return element("h3", {}, words(say("d.cautions"))) + element("ul", {{"class", "sentences"}}, list);
}

std::set<std::string> sources_used(const DiagnosisView& view) {
    std::set<std::string> used(view.profile().sources.begin(), view.profile().sources.end());
    used.insert(view.full().ledgers.sources.begin(), view.full().ledgers.sources.end());
    for (const auto& indicator : view.full().conditions.indicators)
        used.insert(indicator.sources.begin(), indicator.sources.end());
    return used;
}

DataTable sources_table(const Frame& sources, const std::set<std::string>& used) {
    DataTable table({text_title(say("source"), "source"), text_title(say("source.title"), "title"),
                        text_title(say("source.publisher"), "publisher"), text_title(say("year"), "year"),
                        text_title(say("source.licence"), "licence")},
        "prose");
    for (std::size_t row = 0; row < sources.rows(); ++row) {
        if (used.count(text_at(sources, row, "source")) == 0) continue;
        std::vector<TableCell> cells;
        for (const auto* column : {"source", "title", "publisher", "year", "licence"})
            cells.push_back(word_cell(same(text_at(sources, row, column))));
        table.add(std::move(cells));
    }
    return table;
}

}  // namespace

Chapter paper_chapter(const DiagnosisView& view) {
    Chapter chapter("paper", say("d.paper.title"), say("d.paper.lead"));
    const auto* comparison = view.input().paper;
    if (comparison == nullptr || comparison->figures.empty()) return chapter;

    chapter.chart({.id = "paper", .title = say("d.paper.figure"), .table = paper_table(*comparison)});
    return chapter;
}

Chapter unlock_chapter(const DiagnosisView& view) {
    Chapter chapter("unlock", say("d.unlock.title"), say("d.unlock.lead"));
    chapter.lacks(view.profile().gaps);
    if (!view.full().unlock.empty())
        chapter.chart({.id = "unlock", .title = say("d.unlock.figure"), .table = unlock_rows(view.full().unlock)});
    return chapter;
}

Chapter basis_chapter(const DiagnosisView& view) {
    Chapter chapter("basis", say("d.basis.title"), say("d.basis.lead"));
    chapter.markup(accounting_terms(view) + cautions_list(view) + meanings_of_statuses());
    if (view.input().sources != nullptr) {
        const auto table = sources_table(*view.input().sources, sources_used(view));
        chapter.chart(
            {.id = "sources", .title = say("sources.figure", {same(std::to_string(table.rows()))}), .table = table});
    }
    return chapter;
}

}  // namespace ecumene::output
