#include "output/report.hpp"

#include <utility>
#include <vector>

#include "embedded/report_css.hpp"
#include "embedded/report_js.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/palette.hpp"
#include "output/plan_view.hpp"
#include "output/proof.hpp"
#include "output/sections.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

struct Part {
    std::string id;
    Bilingual name;
    std::string html;
};

// Map first, then why, then what to do, then who pays, then how sure it is. Parts without figures are left out.
std::vector<Part> parts_of(const PlanView& view) {
    std::vector<Part> all{{"conflicts", say("nav.conflicts"), conflicts_section(view)},
        {"result", say("nav.result"), headline_section(view)}, {"map", say("nav.map"), map_section(view)},
        {"pathway", say("nav.pathway"), pathway_section(view)}, {"mix", say("nav.mix"), mix_section(view)},
        {"builds", say("nav.builds"), builds_section(view)}, {"links", say("nav.links"), links_section(view)},
        {"dispatch", say("nav.dispatch"), dispatch_section(view)}, {"prices", say("nav.prices"), prices_section(view)},
        {"burden", say("nav.burden"), burden_section(view)}, {"policies", say("nav.policies"), policies_section(view)},
        {"check", say("nav.check"), base_year_section(view)},
        {"estimates", say("nav.estimates"), estimates_section(view)},
        {"certificate", say("nav.certificate"), certificate_section(view)},
        {"sources", say("nav.sources"), sources_section(view)}};
    std::vector<Part> filled;
    for (auto& part : all)
        if (!part.html.empty()) filled.push_back(std::move(part));
    return filled;
}

std::string navigation(const std::vector<Part>& parts) {
    std::string list;
    for (const auto& part : parts) list += element("li", {}, element("a", {{"href", "#" + part.id}}, words(part.name)));
    return element("nav", {{"aria-label", both(say("nav.label"))}}, element("ol", {}, list));
}

std::string header(const PlanView& view) {
    const auto& input = view.input();
    const auto buttons = element("div", {{"class", "tools"}},
        element("button", {{"type", "button"}, {"id", "language"}, {"class", "tool"}},
            element("span", {{"class", "ko"}, {"lang", "en"}}, "English") +
                element("span", {{"class", "en"}, {"lang", "ko"}}, "한국어")) +
            element("button", {{"type", "button"}, {"id", "theme"}, {"class", "tool"}}, words(say("theme"))) +
            element("button", {{"type", "button"}, {"id", "print"}, {"class", "tool"}}, words(say("print"))));
    const auto top =
        element("div", {{"class", "top"}}, element("p", {{"class", "kicker"}}, words(input.settings.title)) + buttons);
    const auto title = input.title.en.empty() ? same(input.scenario) : input.title;
    std::string inner = top + element("h1", {}, words(title));
    if (!input.about.en.empty()) inner += paragraph(input.about, "about");
    inner += element("p", {{"class", "badges"}}, badge(view));
    return element("header", {}, inner);
}

std::string footer(const PlanView& view) {
    const auto& input = view.input();
    return element("footer", {},
        paragraph(say("footer", {same(input.version), same(input.scenario), same(input.run)})) +
            paragraph(say("footer.money", {same(std::to_string(input.settings.price_year))})));
}

std::string colours(const PlanView& view) {
    std::vector<std::string> all;
    for (const auto& group : view.groups()) all.push_back(group.colour);
    return palette_css(all);
}

std::string scripts(const PlanView& view) {
    std::string out;
    const auto json = dispatch_json(view);
    if (!json.empty()) out += element("script", {{"type", "application/json"}, {"id", "dispatch-data"}}, json) + "\n";
    return out + element("script", {}, embedded::report_js);
}

}  // namespace

std::string html_report(const ReportInput& input, Language language) {
    const PlanView view(input);
    const auto parts = parts_of(view);
    std::string body;
    for (const auto& part : parts) body += part.html;
    const std::string code = language == Language::ko ? "ko" : "en";
    const auto title = input.title.in(language).empty() ? input.scenario : input.title.in(language);
    const auto head = element("head", {},
        "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>\n<meta "
        "name=\"color-scheme\" content=\"light dark\"/>\n" +
            empty_element("meta", {{"name", "generator"}, {"content", "Ecumene " + input.version}}) + "\n" +
            element("title", {}, escape(title + " · Ecumene")) +
            element("style", {}, std::string(embedded::report_css) + colours(view)));
    const auto page = element("body", {},
        element("a", {{"class", "skip"}, {"href", "#main"}}, words(say("skip"))) + "\n" +
            element("div", {{"class", "page"}},
                header(view) + "\n" + navigation(parts) + "\n" + element("main", {{"id", "main"}}, body) + "\n" +
                    footer(view)) +
            scripts(view));
    return "<!DOCTYPE html>\n" +
           element("html", {{"lang", code}, {"data-language", code}}, "\n" + head + "\n" + page + "\n") + "\n";
}

}  // namespace ecumene::output
