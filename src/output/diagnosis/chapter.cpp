#include "output/diagnosis/chapter.hpp"

#include <algorithm>
#include <utility>

#include "output/markup.hpp"
#include "output/words.hpp"

namespace ecumene::output {

Bilingual as_sentence(Bilingual text) {
    for (auto* words : {&text.en, &text.ko}) {
        if (words->empty()) continue;
        const bool is_small = words->front() >= 'a' && words->front() <= 'z';
        if (words == &text.en && is_small) words->front() = static_cast<char>(words->front() - 'a' + 'A');
        if (words->back() != '.') *words += '.';
    }
    return text;
}

Bilingual gap_text(const diagnosis::Gap& gap) {
    return gap.table.empty() ? as_sentence(gap.text) : as_sentence(say("d.gap", {gap.text, same(gap.table)}));
}

void Chapter::finding(const Bilingual& text) {
    if (!text.en.empty()) body_ += paragraph(text, "finding");
}

void Chapter::note(const Bilingual& text) {
    if (!text.en.empty()) body_ += paragraph(as_sentence(text), "note");
}

void Chapter::markup(std::string_view html) {
    body_ += html;
}

void Chapter::lacks(const Bilingual& text) {
    if (!text.en.empty()) body_ += paragraph(as_sentence(text), "lacks");
}

void Chapter::lacks(const std::vector<diagnosis::Gap>& gaps) {
    for (const auto& gap : gaps) lacks(gap_text(gap));
}

void Chapter::chart(ChapterChart chart) {
    if (chart.drawing.is_empty() && chart.table.is_empty()) return;
    body_ += figure({.id = chart.id,
        .title = chart.title,
        .note = chart.note,
        .drawing = shown(chart.drawing),
        .legend = chart.legend,
        .table = chart.table,
        .place = chart.drawing.is_empty() ? TablePlace::open : chart.place,
        .css_class = chart.css_class});
    if (!chart.drawing.is_empty())
        pictures_.push_back({chart.id, chart.id, std::move(chart.title), std::move(chart.note),
            std::move(chart.drawing), std::move(chart.table)});
}

void Chapter::panels(const ChapterChart& frame, const std::string& controls, const std::vector<ChapterPanel>& panels,
    const std::vector<std::pair<std::string, std::string>>& chosen) {
    if (panels.empty()) return;
    std::string drawn;
    for (const auto& one : panels) {
        const bool is_chosen = std::all_of(one.place.begin(), one.place.end(),
            [&](const auto& part) { return std::find(chosen.begin(), chosen.end(), part) != chosen.end(); });
        drawn += panel(frame.id, one.place, is_chosen, one.drawing.is_empty() ? one.text : shown(one.drawing));
        if (!one.drawing.is_empty())
            pictures_.push_back(
                {frame.id + "-" + one.picture_name, frame.id, one.picture_title, frame.note, one.drawing, frame.table});
    }
    body_ += figure({.id = frame.id,
        .title = frame.title,
        .note = frame.note,
        .controls = controls,
        .drawing = drawn,
        .legend = frame.legend,
        .table = frame.table,
        .place = frame.place,
        .css_class = frame.css_class});
}

std::string Chapter::html() const {
    return body_.empty() ? std::string{} : section(id_, title_, lead_, body_);
}

}  // namespace ecumene::output
