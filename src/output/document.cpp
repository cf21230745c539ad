#include "output/document.hpp"

#include "embedded/report_css.hpp"
#include "embedded/report_js.hpp"
#include "output/figure.hpp"
#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

std::string navigation(const Document& page) {
    std::string list;
    for (const auto& part : page.parts)
        if (!part.html.empty()) list += element("li", {}, element("a", {{"href", "#" + part.id}}, words(part.name)));
    return element("nav", {{"aria-label", both(say("nav.label"))}}, element("ol", {}, list));
}

std::string tools() {
    return element("div", {{"class", "tools"}},
        element("button", {{"type", "button"}, {"id", "language"}, {"class", "tool"}},
            element("span", {{"class", "ko"}, {"lang", "en"}}, "English") +
                element("span", {{"class", "en"}, {"lang", "ko"}}, "한국어")) +
            element("button", {{"type", "button"}, {"id", "theme"}, {"class", "tool"}}, words(say("theme"))) +
            element("button", {{"type", "button"}, {"id", "print"}, {"class", "tool"}}, words(say("print"))));
}

std::string header(const Document& page) {
    std::string inner =
        element("div", {{"class", "top"}}, element("p", {{"class", "kicker"}}, words(page.kicker)) + tools()) +
        element("h1", {}, words(page.title));
    if (!page.about.en.empty()) inner += paragraph(page.about, "about");
    inner += element("p", {{"class", "badges"}}, page.badges);
    return element("header", {}, inner);
}

std::string footer(const Document& page) {
    std::string inner;
    for (const auto& line : page.footer) inner += paragraph(line);
    return element("footer", {}, inner);
}

std::string head(const Document& page, Language language) {
    return element("head", {},
        "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>\n<meta "
        "name=\"color-scheme\" content=\"light dark\"/>\n" +
            empty_element("meta", {{"name", "generator"}, {"content", "Ecumene " + page.version}}) + "\n" +
            element("title", {}, escape(page.title.in(language) + " · Ecumene")) +
            element("style", {}, std::string(embedded::report_css) + page.css));
}

}  // namespace

std::string html_document(const Document& page, Language language) {
    std::string body;
    for (const auto& part : page.parts) body += part.html;
    const std::string code = language == Language::ko ? "ko" : "en";
    const auto shown = element("body", {},
        element("a", {{"class", "skip"}, {"href", "#main"}}, words(say("skip"))) + "\n" +
            element("div", {{"class", "page"}},
                header(page) + "\n" + navigation(page) + "\n" + element("main", {{"id", "main"}}, body) + "\n" +
                    footer(page)) +
            page.data + element("script", {}, embedded::report_js));
    return "<!DOCTYPE html>\n" +
           element(
               "html", {{"lang", code}, {"data-language", code}}, "\n" + head(page, language) + "\n" + shown + "\n") +
           "\n";
}

std::string meanings_of_statuses() {
    std::string list;
    for (const std::string status : {"reported", "derived", "estimated", "modelled", "assumed"})
        list += element("dt", {}, words(say("status." + status))) +
                element("dd", {}, words(say("status." + status + ".means")));
    return element("h3", {}, words(say("status.title"))) + element("dl", {{"class", "terms"}}, list);
}

}  // namespace ecumene::output
