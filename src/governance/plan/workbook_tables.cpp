#include "governance/plan/workbook_tables.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.hpp"
#include "files/atomic.hpp"
#include "files/csv.hpp"
#include "files/spreadsheet.hpp"
#include "files/value.hpp"
#include "governance/plan/plan_schema.hpp"

namespace ecumene::governance {
namespace {

using files::Value;

// --- Korean ways of writing numbers ---------------------------------------------------------------------------------------

void replace_all(std::string& text, std::string_view old, std::string_view with) {
    for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + with.size()))
        text.replace(at, old.size(), with);
}

std::string with_ascii_digits(std::string text) {
    // U+FF10..U+FF19 and their comma, point and minus.
    for (int digit = 0; digit < 10; ++digit)
        replace_all(text, "\xEF\xBC" + std::string(1, static_cast<char>(0x90 + digit)), std::to_string(digit));
    replace_all(text, "，", ",");
    replace_all(text, "．", ".");
    replace_all(text, "－", "-");
    replace_all(text, "−", "-");
    return text;
}

// Takes the unit of ten thousands off the end.
double scale_at_end(std::string& text) {
    static const std::array<std::pair<std::string_view, double>, 5> scales{
        {{"백만", 1e6}, {"조", 1e12}, {"억", 1e8}, {"만", 1e4}, {"천", 1e3}}};
    for (const auto& [word, factor] : scales)
        if (text.size() > word.size() && text.ends_with(word)) {
            text = std::string(trim(std::string_view(text).substr(0, text.size() - word.size())));
            return factor;
        }
    return 1.0;
}

bool take_sign(std::string& text) {
    for (const std::string_view mark : {"△", "▲", "▵"})
        if (text.starts_with(mark)) {
            text = std::string(trim(std::string_view(text).substr(mark.size())));
            return true;
        }
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = text.substr(1, text.size() - 2);
        return true;
    }
    return false;
}

bool is_footnote(std::string_view text) {
    for (const std::string_view mark : {"※", "주)", "주:", "자료:", "자료 :", "출처", "*"})
        if (text.starts_with(mark)) return true;
    return false;
}

// Days since the last of December 1899, as Excel counts.
std::string date_of_serial(double serial) {
    constexpr int days_before_1900 = 1;
    Date day{1899, 12, 31};
    int left = static_cast<int>(serial) - days_before_1900;
    for (; left > 366; left -= days_between({day.year, 12, 31}, {day.year + 1, 12, 31})) ++day.year;
    while (left-- > 0) {
        const auto next = Date{day.year, day.month, day.day + 1};
        day =
            parse_date(date_text(next)) ? next : Date{day.month == 12 ? day.year + 1 : day.year, day.month % 12 + 1, 1};
    }
    return date_text(day);
}

bool is_date_column(const std::string& column) {
    return column == "done" || column == "adopted" || column == "until";
}

// The year a column is titled with: "2030", "2030년", "2030 목표"; 0 if none.
int year_of_title(std::string_view title) {
    constexpr std::size_t digits = 4;
    const auto text = trim(title);
    if (text.size() < digits) return 0;
    double year = 0.0;
    if (!parse_number(text.substr(0, digits), year) || year < 1900 || year > 2200) return 0;
    const bool goes_on = text.size() > digits && text[digits] >= '0' && text[digits] <= '9';
    return goes_on ? 0 : static_cast<int>(year);
}

// --- the mapping ------------------------------------------------------------------------------------------------------------

struct Mapping {
    std::string table, sheet, years;
    std::size_t header_row{1};
    std::vector<std::pair<std::string, std::string>> columns, constants;
    std::map<std::string, std::map<std::string, std::string>> values;
};

class MappingReader {
public:
    explicit MappingReader(Findings& findings) : findings_(findings) {}

    std::vector<Mapping> read(const Value& root) {
        std::vector<Mapping> all;
        const auto* tables = root.find("table");
        if (tables == nullptr || !tables->is_list()) {
            error(0, "table", "the mapping has no [[table]]", "add one for each table of the plan");
            return all;
        }
        for (const auto& table : tables->items()) all.push_back(read_table(table));
        return all;
    }

    void error(std::size_t line, std::string key, std::string message, std::string remedy) {
        findings_.error({.severity = Severity::error,
            .code = "bad_mapping",
            .file = mapping_file,
            .row = line,
            .column = std::move(key),
            .message = std::move(message),
            .remedy = std::move(remedy)});
    }

private:
    Mapping read_table(const Value& table) {
        Mapping mapping;
        mapping.table = text_of(table, "table");
        mapping.sheet = text_of(table, "sheet");
        mapping.years = text_of(table, "years");
        if (const auto* row = table.find("header_row"); row != nullptr && row->is_integer() && row->as_integer() > 0)
            mapping.header_row = static_cast<std::size_t>(row->as_integer());
        mapping.columns = pairs_of(table.find("columns"));
        mapping.constants = pairs_of(table.find("constants"));
        if (const auto* values = table.find("values"); values != nullptr && values->is_object())
            for (const auto& [column, words] : values->members())
                for (const auto& [theirs, ours] : pairs_of(&words)) mapping.values[column][theirs] = ours;
        check(table, mapping);
        return mapping;
    }

    void check(const Value& table, const Mapping& mapping) {
        std::vector<std::string> files;
        const dataset::TableSchema* schema = nullptr;
        for (const auto& one : plan_schema().tables) {
            files.push_back(one.file);
            if (one.file == mapping.table) schema = &one;
        }
        if (schema == nullptr) {
            error(table.line(), "table", compose("'{}' is no table of a plan", {mapping.table}),
                did_you_mean(mapping.table, files));
            return;
        }
        for (const auto* pairs : {&mapping.columns, &mapping.constants})
            for (const auto& [column, ignored] : *pairs)
                if (schema->column(column) == nullptr)
                    error(table.line(), column, compose("{} has no column '{}'", {mapping.table, column}),
                        did_you_mean(column, schema->column_names()));
        if (mapping.columns.empty())
            error(table.line(), "columns", "no column is mapped", "write columns = { sector = \"부문\" }");
    }

    static std::string text_of(const Value& table, std::string_view key) {
        const auto* found = table.find(key);
        return found != nullptr && found->is_text() ? found->as_text() : std::string{};
    }

    static std::vector<std::pair<std::string, std::string>> pairs_of(const Value* table) {
        std::vector<std::pair<std::string, std::string>> pairs;
        if (table == nullptr || !table->is_object()) return pairs;
        for (const auto& [key, value] : table->members()) {
            if (value.is_text()) pairs.emplace_back(key, value.as_text());
            if (value.is_number()) pairs.emplace_back(key, shortest(value.as_number()));
        }
        return pairs;
    }

    Findings& findings_;
};

// --- one table --------------------------------------------------------------------------------------------------------------

class TableMaker {
public:
    TableMaker(const Mapping& mapping, const files::SpreadsheetSheet& sheet, std::string workbook, Findings& findings)
        : mapping_(mapping), sheet_(sheet), workbook_(std::move(workbook)), findings_(findings) {
        for (const auto& one : plan_schema().tables)
            if (one.file == mapping.table) schema_ = &one;
    }

    bool make(WorkbookTables& into) {
        if (!find_columns()) return false;
        auto frame = empty_frame();
        TableOrigin origin{.file = workbook_ + " [" + mapping_.sheet + "]", .rows = {0, mapping_.header_row}};
        for (auto row = mapping_.header_row + 1; row <= sheet_.rows.size(); ++row) {
            const auto key = trim(sheet_.cell(row, places_.front().second));
            if (key.empty() || is_footnote(key)) continue;
            if (years_.empty()) {
                add_row(frame, row, 0, 0);
                origin.rows.push_back(row);
            }
            for (const auto& [place, year] : years_) {
                add_row(frame, row, place, year);
                origin.rows.push_back(row);
            }
        }
        into.texts[mapping_.table] = files::csv_text(frame);
        into.origins[mapping_.table] = std::move(origin);
        return true;
    }

private:
    bool find_columns() {
        for (const auto& [column, title] : mapping_.columns) {
            const auto place = place_of(title);
            if (place == 0) {
                tell_no_column(column, title);
                return false;
            }
            places_.emplace_back(column, place);
        }
        if (mapping_.years.empty()) return true;
        for (std::size_t c = 1; c <= width(); ++c)
            if (const int year = year_of_title(sheet_.cell(mapping_.header_row, c)); year != 0)
                years_.emplace_back(c, year);
        if (!years_.empty()) return true;
        MappingReader(findings_).error(0, "years",
            compose("row {} of the sheet '{}' has no column titled with a year", {mapping_.header_row, mapping_.sheet}),
            "set header_row to the row of the titles");
        return false;
    }

    std::size_t width() const {
        return mapping_.header_row <= sheet_.rows.size() ? sheet_.rows[mapping_.header_row - 1].size() : 0;
    }

    std::size_t place_of(const std::string& title) const {
        for (std::size_t c = 1; c <= width(); ++c)
            if (trim(sheet_.cell(mapping_.header_row, c)) == title) return c;
        return files::column_number(title);
    }

    void tell_no_column(const std::string& column, const std::string& title) {
        std::vector<std::string> titles;
        for (std::size_t c = 1; c <= width(); ++c)
            if (const auto one = trim(sheet_.cell(mapping_.header_row, c)); !one.empty()) titles.emplace_back(one);
        const auto meant = did_you_mean(title, titles);
        MappingReader(findings_).error(0, column,
            compose("row {} of the sheet '{}' has no column '{}'", {mapping_.header_row, mapping_.sheet, title}),
            meant.empty() ? "its titles are " + join(titles, ", ") : meant);
    }

    Frame empty_frame() const {
        std::vector<Frame::Column> columns;
        for (const auto& [column, place] : places_) columns.push_back(text_column(column));
        for (const auto& [column, text] : mapping_.constants) columns.push_back(text_column(column));
        if (!mapping_.years.empty()) {
            columns.push_back(text_column("year"));
            columns.push_back(text_column(mapping_.years));
        }
        return {schema_->name, std::move(columns)};
    }

    void add_row(Frame& frame, std::size_t row, std::size_t year_place, int year) {
        std::vector<Frame::Cell> cells;
        for (const auto& [column, place] : places_) cells.emplace_back(cell_text(column, sheet_.cell(row, place)));
        for (const auto& [column, text] : mapping_.constants) cells.emplace_back(text);
        if (year != 0) {
            cells.emplace_back(std::to_string(year));
            cells.emplace_back(cell_text(mapping_.years, sheet_.cell(row, year_place)));
        }
        frame.add(cells);
    }

    std::string cell_text(const std::string& column, std::string_view written) const {
        std::string text(trim(written));
        if (const auto words = mapping_.values.find(column); words != mapping_.values.end())
            if (const auto found = words->second.find(text); found != words->second.end()) return found->second;
        const auto* known = schema_->column(column);
        if (known != nullptr && known->is_number()) return plain_number_text(text);
        double serial = 0.0;
        if (is_date_column(column) && parse_number(text, serial) && serial > 1.0 && serial < 100'000.0)
            return date_of_serial(serial);
        return text;
    }

    const Mapping& mapping_;
    const files::SpreadsheetSheet& sheet_;
    std::string workbook_;
    Findings& findings_;
    const dataset::TableSchema* schema_{};
    std::vector<std::pair<std::string, std::size_t>> places_;
    std::vector<std::pair<std::size_t, int>> years_;
};

}  // namespace

std::string plain_number_text(std::string_view written) {
    auto text = with_ascii_digits(std::string(trim(written)));
    if (text == "-" || text == "–" || text == "…") return {};
    const bool is_negative = take_sign(text);
    const double scale = scale_at_end(text);
    replace_all(text, ",", "");
    double value = 0.0;
    if (!parse_number(trim(text), value)) return std::string(written);
    return shortest((is_negative ? -1.0 : 1.0) * scale * value);
}

WorkbookTables workbook_tables(const std::filesystem::path& folder) {
    WorkbookTables made;
    MappingReader reader(made.findings);
    const auto root = files::read_toml(folder / mapping_file, mapping_file, made.findings);
    if (made.findings.has_errors()) return made;
    const auto mappings = reader.read(root);
    const auto* name = root.find("workbook");
    const auto path = name != nullptr && name->is_text() ? files::inside(folder, name->as_text()) : std::nullopt;
    if (!path)
        reader.error(
            0, "workbook", "the mapping does not name a workbook of this folder", "write workbook = \"plan.xlsx\"");
    if (made.findings.has_errors()) return made;
    const auto book = files::read_spreadsheet(*path, name->as_text(), made.findings);
    if (!book) return made;
    for (const auto& mapping : mappings) {
        const auto* sheet = book->find(mapping.sheet);
        if (sheet == nullptr) {
            const auto meant = did_you_mean(mapping.sheet, book->names());
            reader.error(0, "sheet", compose("the workbook has no sheet '{}'", {mapping.sheet}),
                meant.empty() ? "its sheets are " + join(book->names(), ", ") : meant);
            continue;
        }
        TableMaker(mapping, *sheet, name->as_text(), made.findings).make(made);
    }
    return made;
}

}  // namespace ecumene::governance
