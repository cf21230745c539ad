#include "output/data_table.hpp"

#include <cmath>
#include <utility>

#include "core/error.hpp"
#include "core/frame.hpp"
#include "output/markup.hpp"

namespace ecumene::output {

namespace {

// Nine significant digits: more than the certificate's tolerance can vouch for.
std::string exact(double value) {
    return is_blank(value) ? std::string{} : compose("{:.9g}", {value == 0.0 ? 0.0 : value});
}

// Quoted where needed. A text that a spreadsheet would take for a formula gets a quote mark in front.
std::string csv_field(const std::string& text) {
    std::string safe = text;
    double number = 0;
    if (!safe.empty() && std::string_view("=+-@").find(safe.front()) != std::string_view::npos &&
        !parse_number(safe, number))
        safe.insert(0, "'");
    if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
    std::string out = "\"";
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

template <class Items, class Text>
std::string csv_line(const Items& items, Text text) {
    std::string line;
    for (const auto& item : items) {
        if (&item != &items.front()) line += ',';
        line += csv_field(text(item));
    }
    return line + "\n";
}

}  // namespace

Title text_title(Bilingual shown, std::string raw) {
    return {std::move(shown), std::move(raw), false};
}

Title number_title(Bilingual shown, std::string raw) {
    return {std::move(shown), std::move(raw), true};
}

TableCell word_cell(Bilingual shown, std::string raw, std::string css_class) {
    if (raw.empty()) raw = shown.en;
    return {std::move(shown), std::move(raw), std::move(css_class)};
}

TableCell number_cell(double value, Measure measure, int decimals, std::string css_class) {
    return {plain_number(value, measure, decimals), exact(value), std::move(css_class)};
}

TableCell plain_cell(double value, int decimals) {
    return {same(is_blank(value) ? "–" : grouped(value, decimals)), exact(value), {}};
}

TableCell year_cell(int year) {
    return {same(std::to_string(year)), std::to_string(year), {}};
}

void DataTable::add(std::vector<TableCell> cells) {
    if (cells.size() != titles_.size())
        throw Error(
            ErrorKind::internal, compose("a table of {} columns was given {} cells", {titles_.size(), cells.size()}));
    rows_.push_back(std::move(cells));
}

void DataTable::add_total(std::vector<TableCell> cells) {
    if (cells.size() != titles_.size())
        throw Error(
            ErrorKind::internal, compose("a table of {} columns was given {} cells", {titles_.size(), cells.size()}));
    totals_.push_back(std::move(cells));
}

std::string DataTable::row_html(const std::vector<TableCell>& cells) const {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool is_number = titles_[i].is_number;
        const std::string css =
            is_number ? (cells[i].css_class.empty() ? "n" : "n " + cells[i].css_class) : cells[i].css_class;
        if (i == 0)
            row += element("th", {{"scope", "row"}, {"class", css}}, words(cells[i].shown));
        else
            row += element("td", {{"class", css}}, words(cells[i].shown));
    }
    return element("tr", {}, row);
}

std::string DataTable::html(std::string_view caption_id) const {
    std::string head, body, foot;
    for (const auto& title : titles_)
        head += element("th", {{"scope", "col"}, {"class", title.is_number ? "n" : ""}}, words(title.shown));
    for (const auto& row : rows_) body += row_html(row) + "\n";
    for (const auto& row : totals_) foot += row_html(row);
    auto inner = element("thead", {}, element("tr", {}, head)) + element("tbody", {}, body);
    if (!foot.empty()) inner += element("tfoot", {}, foot);
    return element("div",
        {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", std::string(caption_id)}},
        element("table", {{"class", css_class_}, {"aria-labelledby", std::string(caption_id)}}, inner));
}

std::string DataTable::csv() const {
    std::string out = csv_line(titles_, [](const Title& t) { return t.raw; });
    for (const auto& row : rows_) out += csv_line(row, [](const TableCell& c) { return c.raw; });
    return out;
}

}  // namespace ecumene::output
