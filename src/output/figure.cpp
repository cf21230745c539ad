#include "output/figure.hpp"

#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

namespace {

std::string download(const Figure& f) {
    return element("a",
        {{"class", "download"}, {"download", "ecumene-" + f.id + ".csv"},
            {"href", "data:text/csv;charset=utf-8,%EF%BB%BF" + percent_encoded(f.table.csv())}},
        words(say("figure.download")));
}

std::string data_behind(const Figure& f) {
    const auto table = f.table.html(title_id(f.id));
    if (f.place == TablePlace::open) return table + element("p", {{"class", "data"}}, download(f));
    return element("details", {{"class", "data"}},
        element("summary", {}, words(say("figure.table"))) + table + element("p", {}, download(f)));
}

}  // namespace

std::string title_id(std::string_view figure_id) {
    return "title-" + std::string(figure_id);
}

std::string figure(const Figure& f) {
    std::string inner = element("h3", {{"id", title_id(f.id)}}, words(f.title));
    if (!f.note.en.empty()) inner += paragraph(f.note, "note");
    inner += f.controls + f.drawing + f.legend + data_behind(f);
    return element("figure", {{"id", "figure-" + f.id}, {"class", f.css_class}}, inner) + "\n";
}

std::string switcher(std::string_view set, std::string_view dimension, const Bilingual& label,
    const std::vector<Choice>& choices, std::string_view chosen) {
    std::string buttons = element("span", {{"class", "switch-label"}}, words(label));
    for (const auto& choice : choices)
        buttons += element("button",
            {{"type", "button"}, {"data-value", choice.key}, {"aria-pressed", choice.key == chosen ? "true" : "false"}},
            words(choice.name));
    return element("div",
        {{"class", "switch"}, {"role", "group"}, {"data-set", std::string(set)},
            {"data-dimension", std::string(dimension)}},
        buttons);
}

std::string panel(std::string_view set, const std::vector<std::pair<std::string, std::string>>& place, bool is_chosen,
    std::string_view inner) {
    std::string out = "<div class=\"panel\" data-panel=\"" + escape(set) + "\"";
    for (const auto& [dimension, value] : place) out += " data-" + escape(dimension) + "=\"" + escape(value) + "\"";
    if (!is_chosen) out += " hidden=\"\"";
    out += ">";
    out += inner;
    return out + "</div>\n";
}

std::vector<Choice> year_choices(const std::vector<int>& years) {
    std::vector<Choice> choices;
    for (const int year : years) choices.push_back({std::to_string(year), same(std::to_string(year))});
    return choices;
}

std::string legend(const std::vector<LegendItem>& items) {
    std::string list;
    for (const auto& item : items) {
        auto inner = element("i", {{"class", "swatch " + item.css_class}}, "") + words(item.name);
        if (!item.value.en.empty()) inner += element("b", {}, words(item.value));
        list += element("li", {{"class", item.item_class}}, inner);
    }
    return element("ul", {{"class", "legend"}}, list);
}

std::string card(const Bilingual& label, const Bilingual& value, const Bilingual& small) {
    return element("div", {{"class", "card"}},
        element("dt", {}, words(label)) +
            element("dd", {}, element("b", {}, words(value)) + element("small", {}, words(small))));
}

std::string paragraph(const Bilingual& text, std::string_view css_class) {
    return element("p", {{"class", std::string(css_class)}}, words(text));
}

std::string section(std::string_view id, const Bilingual& title, const Bilingual& lead, std::string_view inner) {
    std::string body = element("h2", {}, words(title));
    if (!lead.en.empty()) body += paragraph(lead, "lead");
    return element("section", {{"id", std::string(id)}}, body + "\n" + std::string(inner)) + "\n";
}

}  // namespace ecumene::output
