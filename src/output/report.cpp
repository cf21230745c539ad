#include "output/report.hpp"

#include <utility>
#include <vector>

#include "output/document.hpp"
#include "output/markup.hpp"
#include "output/palette.hpp"
#include "output/plan_view.hpp"
#include "output/proof.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

// Map first, then why, then what to do, then who pays, then how sure it is. Parts without figures are left out.
std::vector<DocumentPart> parts_of(const PlanView& view) {
    return {{"conflicts", say("nav.conflicts"), conflicts_section(view)},
        {"result", say("nav.result"), headline_section(view)}, {"map", say("nav.map"), map_section(view)},
        {"pathway", say("nav.pathway"), pathway_section(view)}, {"sectors", say("nav.sectors"), sectors_section(view)},
        {"mix", say("nav.mix"), mix_section(view)}, {"builds", say("nav.builds"), builds_section(view)},
        {"links", say("nav.links"), links_section(view)}, {"dispatch", say("nav.dispatch"), dispatch_section(view)},
        {"prices", say("nav.prices"), prices_section(view)}, {"burden", say("nav.burden"), burden_section(view)},
        {"policies", say("nav.policies"), policies_section(view)}, {"check", say("nav.check"), base_year_section(view)},
        {"estimates", say("nav.estimates"), estimates_section(view)},
        {"certificate", say("nav.certificate"), certificate_section(view)},
        {"sources", say("nav.sources"), sources_section(view)}};
}

std::vector<Bilingual> footer(const PlanView& view) {
    const auto& input = view.input();
    return {say("footer", {same(input.version), same(input.scenario), same(input.run)}),
        say("footer.money", {same(std::to_string(input.settings.price_year))})};
}

std::string palette_of(const PlanView& view) {
    std::vector<std::string> all;
    for (const auto& group : view.groups()) all.push_back(group.colour);
    return palette_css(all);
}

std::string days(const PlanView& view) {
    const auto json = dispatch_json(view);
    if (json.empty()) return {};
    return element("script", {{"type", "application/json"}, {"id", "dispatch-data"}}, json) + "\n";
}

}  // namespace

std::string html_report(const ReportInput& input, Language language) {
    const PlanView view(input);
    Document page{.kicker = input.settings.title,
        .title = {input.title.en.empty() ? input.scenario : input.title.en,
            input.title.ko.empty() ? input.scenario : input.title.ko},
        .about = input.about,
        .badges = badge(view),
        .parts = parts_of(view),
        .footer = footer(view),
        .css = palette_of(view),
        .data = days(view),
        .version = input.version};
    return html_document(page, language);
}

}  // namespace ecumene::output
