#include "output/diagnosis/report.hpp"

#include <utility>

#include "output/diagnosis/chapters.hpp"
#include "output/document.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

std::vector<Chapter> chapters_of(const DiagnosisView& view) {
    return {result_chapter(view), places_chapter(view), ledgers_chapter(view), sectors_chapter(view),
        movement_chapter(view), industries_chapter(view), inequality_chapter(view), conditions_chapter(view),
        typology_chapter(view), paper_chapter(view), unlock_chapter(view), basis_chapter(view)};
}

std::string badges(const DiagnosisView& view) {
    const auto& accounting = view.profile().accounting;
    std::string list;
    const auto add = [&](const Bilingual& text) {
        if (!text.en.empty()) list += element("span", {{"class", "badge"}}, words(text)) + " ";
    };
    add(say("d.ledger." + view.profile().ledger));
    add(say("d.coverage." + accounting.coverage));
    if (!accounting.gwp.empty()) add(say("d.badge.gwp", {gwp_name(accounting.gwp)}));

    return list;
}

Document document_of(const DiagnosisView& view) {
    const auto& input = view.input();
    const auto years = same(std::to_string(view.profile().first_year) + "–" + std::to_string(view.profile().last_year));
    Document page{.kicker = input.settings.title,
        .title = say("d.title"),
        .about = say("d.about", {years}),
        .badges = badges(view),
        .footer = {say("d.footer", {same(input.version), years}), say("d.footer.blank")},
        .version = input.version};
    for (const auto& chapter : chapters_of(view))
        page.parts.push_back({chapter.id(), say("d.nav." + chapter.id()), chapter.html()});
    return page;
}

}  // namespace

std::string diagnosis_report(const DiagnosisInput& input, Language language) {
    return html_document(document_of(DiagnosisView(input)), language);
}

std::vector<DiagnosisPicture> diagnosis_pictures(const DiagnosisInput& input) {
    const DiagnosisView view(input);
    std::vector<DiagnosisPicture> pictures;
    for (const auto& chapter : chapters_of(view))
        pictures.insert(pictures.end(), chapter.pictures().begin(), chapter.pictures().end());
    return pictures;
}

}  // namespace ecumene::output
