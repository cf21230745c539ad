#include "pipeline/sheet.hpp"

#include <algorithm>
#include <sstream>

namespace ecumene::pipeline {

void Sheet::title(std::string_view about, std::string_view what, std::string_view right) {
    const auto style = session_.style();
    const int room = session_.width - 2 - cells(right) - 1;
    const std::string rest = what.empty() ? std::string{} : " · " + std::string(what);
    const auto left = cut(about, std::max(room - cells(rest), 1)) + rest;
    text_ += " " + style.strong(pad(cut(left, room), room)) + " " + style.faint(right) + "\n";
    std::string rule;
    for (int i = 0; i < session_.width - 2; ++i) rule += "─";
    text_ += " " + style.faint(rule) + "\n";
}

void Sheet::add(std::string_view label, std::string_view line) {
    std::string row = label.empty() ? pad({}, label_width) : pad(" " + session_.style().strong(label), label_width);
    row += line;
    row.erase(row.find_last_not_of(' ') + 1);
    text_ += row + "\n";
}

void Sheet::field(const Bilingual& label, std::string_view text) {
    std::string_view head = session_.in(label);
    for (const auto& line : wrap(text, text_width())) {
        add(head, line);
        head = {};
    }
}

void Sheet::item(std::string_view text) {
    std::string_view mark = "• ";
    for (const auto& line : wrap(text, text_width() - 2)) {
        add({}, std::string(mark) + line);
        mark = "  ";
    }
}

void Sheet::plain_item(std::string_view text) {
    std::string_view mark = " • ";
    for (const auto& line : wrap(text, session_.width - 4)) {
        text_ += std::string(mark) + line + "\n";
        mark = "   ";
    }
}

void Sheet::lines(const std::vector<std::string>& ready) {
    for (const auto& line : ready) add({}, cut(line, text_width()));
}

void Sheet::ready(std::string_view line) {
    text_ += cut(line, session_.width) + "\n";
}

void Sheet::plain(std::string_view text) {
    for (const auto& line : wrap(text, session_.width - 2)) text_ += " " + line + "\n";
}

void Sheet::findings(const Findings& found) {
    if (found.all().empty()) return;
    auto inner = session_;
    inner.width -= 1;
    std::istringstream lines(screen_of(found, inner));
    for (std::string line; std::getline(lines, line);) text_ += " " + line + "\n";
    gap();
}

void Sheet::gap() {
    text_ += "\n";
}

}  // namespace ecumene::pipeline
