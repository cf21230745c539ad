#include "output/charts/picture.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "embedded/picture_css.hpp"
#include "output/markup.hpp"
#include "output/scale.hpp"
#include "output/svg.hpp"

namespace ecumene::output {

namespace {

constexpr double margin = 18, title_size = 16, note_size = 11, title_line = 22, note_line = 15, least_width = 420;

double attribute(std::string_view svg, std::string_view name) {
    const auto at = svg.find(std::string(name) + "=\"");
    if (at == std::string_view::npos) throw Error(ErrorKind::internal, "a drawing has no " + std::string(name));
    return std::strtod(std::string(svg.substr(at + name.size() + 2, 12)).c_str(), nullptr);
}

std::string_view inside(std::string_view svg) {
    const auto from = svg.find('>') + 1, to = svg.rfind("</svg>");
    return svg.substr(from, to - from);
}

// Only one language's words are kept, without the marks that told them apart.
std::string in_one_language(std::string_view body, Language language) {
    const std::string other = language == Language::ko ? "en" : "ko";
    constexpr std::string_view opening = "<tspan class=\"", closing = "</tspan>";
    std::string out;
    while (true) {
        const auto at = body.find(opening);
        out += body.substr(0, at);
        if (at == std::string_view::npos) return out;
        const auto text = body.find('>', at) + 1, end = body.find(closing, text);
        if (body.substr(at + opening.size(), 2) != other) out += body.substr(text, end - text);
        body.remove_prefix(end + closing.size());
    }
}

// Lines no wider than the drawing.
std::vector<std::string> lines_of(const std::string& text, double size, double width) {
    std::vector<std::string> lines;
    std::string line;
    for (const auto& word : split(text, ' ')) {
        const bool is_full = !line.empty() && text_width(line, size) + text_width(" " + word, size) > width;
        if (is_full) lines.push_back(std::exchange(line, {}));
        if (!line.empty()) line += ' ';
        line += word;
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

std::string text_lines(const std::vector<std::string>& lines, double top, double step, const char* css_class) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i)
        out +=
            element("text", {{"x", px(margin)}, {"y", px(top + step * static_cast<double>(i))}, {"class", css_class}},
                escape(lines[i]));
    return out;
}

}  // namespace

std::string picture_file(std::string_view svg, const Bilingual& title, const Bilingual& note, Language language) {
    const double inner_width = std::max(attribute(svg, "width"), least_width), inner_height = attribute(svg, "height");
    const auto titles = lines_of(title.in(language), title_size, inner_width);
    const auto notes = lines_of(note.in(language), note_size, inner_width);
    const double drawing_top = margin + title_line * static_cast<double>(titles.size()) + 8;
    const double notes_top = drawing_top + inner_height + 20;
    const double width = inner_width + 2 * margin,
                 height = notes_top + note_line * static_cast<double>(notes.size()) + margin - note_line;
    const std::string code = language == Language::ko ? "ko" : "en";
    const auto body = element("title", {}, escape(title.in(language))) + element("style", {}, embedded::picture_css) +
                      empty_element("rect", {{"width", px(width)}, {"height", px(height)}, {"class", "page"}}) +
                      text_lines(titles, margin + title_size - 2, title_line, "picture-title") +
                      element("g", {{"transform", "translate(" + px(margin) + " " + px(drawing_top) + ")"}},
                          in_one_language(inside(svg), language)) +
                      text_lines(notes, notes_top, note_line, "picture-note");
    return element("svg",
               {{"xmlns", "http://www.w3.org/2000/svg"}, {"lang", code},
                   {"viewBox", "0 0 " + px(width) + " " + px(height)}, {"width", px(width)}, {"height", px(height)},
                   {"role", "img"}},
               body) +
           "\n";
}

}  // namespace ecumene::output
