#include "output/chart_bars.hpp"

#include <algorithm>
#include <cmath>

#include "output/markup.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

constexpr double no_room_when_narrow = 0.14;  // of the track: the label is hidden on a narrow screen

std::string percent(double share) {
    return shortest(std::round(std::clamp(share, 0.0, 1.0) * 1e4) / 100.0) + "%";
}

std::string name_cell(const Bilingual& name, const Bilingual& note) {
    auto inner = words(name);
    if (!note.en.empty()) inner += element("small", {}, words(note));
    return element("span", {{"class", "bar-name"}}, inner);
}

std::string value_cell(const Bilingual& value) {
    return element("span", {{"class", "bar-value"}}, words(value));
}

}  // namespace

std::string bars(const std::vector<BarRow>& rows, std::string_view css_class) {
    std::string list;
    for (const auto& row : rows) {
        std::string track;
        for (const auto& part : row.parts) {
            const bool has_label = part.share >= 0.09 && !part.label.en.empty();
            track += element("i",
                {{"class", (part.share < no_room_when_narrow ? "part tight " : "part ") + part.css_class},
                    {"style", "width:" + percent(part.share)}, {"title", both(part.title)}},
                has_label ? words(part.label) : "");
        }
        list += element("li", {},
            name_cell(row.name, row.note) + element("span", {{"class", "track"}}, track) + value_cell(row.value));
    }
    return element("ul", {{"class", css_class.empty() ? "bars" : "bars " + std::string(css_class)}}, list);
}

std::string spans(const std::vector<SpanRow>& rows) {
    std::string list;
    for (const auto& row : rows) {
        const double low = std::min(row.from, row.to), high = std::max(row.from, row.to);
        std::string track =
            element("i", {{"class", "zero"}, {"style", "left:" + percent(row.zero)}}, "") +
            element("i",
                {{"class", "reach " + row.css_class},
                    {"style", "left:" + percent(low) + ";width:" + percent(high - low)}},
                "") +
            element("i",
                {{"class", "end hollow"}, {"style", "left:" + percent(row.from)}, {"title", both(row.from_title)}},
                "") +
            element("i",
                {{"class", "end full " + row.css_class}, {"style", "left:" + percent(row.to)},
                    {"title", both(row.to_title)}},
                "");
        list += element("li", {},
            name_cell(row.name, {}) + element("span", {{"class", "track span-track"}}, track) + value_cell(row.value));
    }
    return element("ul", {{"class", "bars spans"}}, list);
}

}  // namespace ecumene::output
