#include "files/csv.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"

namespace ecumene::files {

// One pass over the text; a record at a time is split into cells, then judged against the header.
class CsvParser {
    static constexpr std::size_t most_faults = 200;

public:
    CsvParser(std::string text, const std::string& shown, Findings& findings, CsvLimits limits)
        : shown_(shown), findings_(findings), limits_(limits) {
        table_.text_ = std::make_unique<const std::string>(std::move(text));
        text_ = *table_.text_;
    }

    CsvTable parse() {
        if (!read_header()) return std::move(table_);
        reserve();
        while (at_ < text_.size() && table_.rows() < limits_.rows && table_.cells_.size() < limits_.cells) {
            const bool is_whole = read_record();
            if (!is_blank_line()) keep_record(is_whole);
        }
        if (at_ < text_.size())
            error("too_many_rows", row_,
                compose("the table has more than {} rows or {} cells", {limits_.rows, limits_.cells}), "split it");
        if (faults_ > most_faults)
            tell("more_faults", 0,
                compose("and {} more rows are faulty", {grouped(static_cast<double>(faults_ - most_faults))}), {});
        return std::move(table_);
    }

private:
    // A hostile file may be faulty in every one of a million rows.
    void error(std::string code, std::size_t row, std::string message, std::string remedy = {}) {
        if (++faults_ <= most_faults) tell(std::move(code), row, std::move(message), std::move(remedy));
    }

    void tell(std::string code, std::size_t row, std::string message, std::string remedy) {
        findings_.error({.code = std::move(code),
            .file = shown_,
            .row = row,
            .column = {},
            .message = std::move(message),
            .remedy = std::move(remedy)});
    }

    void error_unclosed() {
        error("cut_off_file", row_, "the file ends inside a quoted cell that begins here: it was cut off",
            "fetch or save the file again, or close the quote");
    }

    bool read_header() {
        do {
            if (at_ >= text_.size()) {
                error("empty_file", 0, "the file is empty", "the first row names the columns");
                return false;
            }
            read_record();
        } while (is_blank_line());
        if (is_unclosed_) {
            error_unclosed();
            return false;
        }
        if (record_.size() > limits_.columns) {
            error("too_many_columns", row_, compose("the table has more than {} columns", {limits_.columns}));
            return false;
        }
        for (const auto cell : record_) table_.header_.emplace_back(trim(cell));
        return is_comma_separated();
    }

    bool is_comma_separated() {
        if (table_.header_.size() > 1) return true;
        const auto& only = table_.header_.front();
        const bool is_tab = only.find('\t') != std::string::npos;
        if (!is_tab && only.find(';') == std::string::npos) return true;
        error("wrong_separator", row_,
            compose("the cells are separated by {}, not by commas", {is_tab ? "tabs" : "semicolons"}),
            "save the table as CSV with commas");
        return false;
    }

    void reserve() {
        // A guess from the first row; wrong guesses only cost a little memory or a few copies.
        const auto guess = std::min(limits_.rows, text_.size() / std::max<std::size_t>(at_, 8) + 1);
        table_.cells_.reserve(std::min(guess * table_.columns(), text_.size() / 2 + 1));
        table_.row_numbers_.reserve(guess);
    }

    // Fills record_ and moves past its line end. False if the text ended inside it.
    bool read_record() {
        record_.clear();
        ++row_;
        is_quoted_ = false;
        const char* const end = text_.data() + text_.size();
        const char* p = text_.data() + at_;
        while (true) {
            if (p != end && *p == '"') {
                p = quoted_cell(p, end);
            } else {
                const char* const start = p;
                while (p != end && *p != ',' && *p != '\n') ++p;
                const bool has_return = p != start && p[-1] == '\r' && (p == end || *p == '\n');
                push(std::string_view(start, static_cast<std::size_t>(p - start) - (has_return ? 1U : 0U)));
            }
            if (p == end) break;
            if (*p++ == ',') continue;
            at_ = static_cast<std::size_t>(p - text_.data());
            return true;
        }
        at_ = text_.size();
        return false;
    }

    // One cell too many is enough to know; a line of commas must not fill the memory.
    void push(std::string_view cell) {
        if (record_.size() <= limits_.columns) record_.push_back(cell);
    }

    // From the opening quote to the comma or line end behind the closing one.
    const char* quoted_cell(const char* p, const char* end) {
        is_quoted_ = true;
        const char* start = ++p;
        std::string* joined = nullptr;
        const char* last = p;
        while (p != end) {
            if (*p != '"') {
                ++p;
                continue;
            }
            if (p + 1 == end || p[1] != '"') break;
            // A doubled quote stands for one: the cell no longer equals a piece of the text.
            if (joined == nullptr) joined = &table_.unquoted_.emplace_back();
            joined->append(last, p + 1);
            p += 2;
            last = p;
        }
        if (joined != nullptr) joined->append(last, p);
        push(joined != nullptr ? std::string_view(*joined)
                               : std::string_view(start, static_cast<std::size_t>(p - start)));
        if (p == end) {
            is_unclosed_ = true;
            return p;
        }
        return after_quote(p + 1, end);
    }

    const char* after_quote(const char* p, const char* end) {
        const char* const start = p;
        while (p != end && *p != ',' && *p != '\n') ++p;
        if (!trim(std::string_view(start, static_cast<std::size_t>(p - start))).empty())
            error("stray_text", row_, "text stands behind a closing quote", "double every quote inside a quoted cell");
        return p;
    }

    bool is_blank_line() const { return record_.size() == 1 && record_.front().empty() && !is_quoted_; }

    void keep_record(bool is_whole) {
        const auto wanted = table_.columns();
        // Spreadsheets like to add empty cells at the end of rows.
        while (record_.size() > wanted && trim(record_.back()).empty()) record_.pop_back();
        if (is_unclosed_)
            error_unclosed();
        else if (record_.size() < wanted && (!is_whole || at_ >= text_.size()))
            error("cut_off_file", row_,
                compose("the last row has {} of {} cells: the file was cut off", {record_.size(), wanted}),
                "fetch or save the file again");
        else if (record_.size() != wanted)
            error("ragged_row", row_, compose("the row has {} cells, the header has {}", {record_.size(), wanted}),
                record_.size() > wanted ? "put text that holds a comma in quotes" : "add the missing commas");
        else {
            table_.cells_.insert(table_.cells_.end(), record_.begin(), record_.end());
            table_.row_numbers_.push_back(row_);
        }
    }

    CsvTable table_;
    std::string_view text_;
    const std::string& shown_;
    Findings& findings_;
    CsvLimits limits_;
    std::size_t at_{};
    std::size_t row_{};
    bool is_quoted_{};
    bool is_unclosed_{};
    std::size_t faults_{};
    std::vector<std::string_view> record_;
};

CsvTable parse_csv(std::string text, const std::string& shown, Findings& findings, CsvLimits limits) {
    return CsvParser(std::move(text), shown, findings, limits).parse();
}

namespace {

void append_text(std::string& out, std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_cell(std::string& out, const Frame::Column& column, std::size_t row) {
    if (column.kind == Frame::Kind::text)
        append_text(out, column.texts[row]);
    else if (!is_blank(column.numbers[row]))
        out += shortest(column.numbers[row]);
}

// A results table may hold an infinite limit; nowhere else is "inf" a number.
bool parse_result_number(std::string_view text, double& value) {
    if (text == "inf" || text == "-inf") {
        value = text.front() == '-' ? -HUGE_VAL : HUGE_VAL;
        return true;
    }
    return parse_number(text, value);
}

bool is_number_column(const CsvTable& table, std::size_t column) {
    double ignored = 0.0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cell = trim(table.cell(row, column));
        if (!cell.empty() && !parse_result_number(cell, ignored)) return false;
    }
    return true;
}

Frame::Column guessed_column(const CsvTable& table, std::size_t column) {
    const auto& name = table.header()[column];
    return is_number_column(table, column) ? number_column(name) : text_column(name);
}

void fill_column(
    Frame::Column& column, const CsvTable& table, std::size_t at, const std::string& shown, Findings& findings) {
    constexpr std::size_t most_listed = 50, longest_shown = 60;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cell = table.cell(row, at);
        if (column.kind == Frame::Kind::text) {
            column.texts.emplace_back(cell);
            continue;
        }
        double value = blank;
        const bool is_good = trim(cell).empty() || parse_result_number(trim(cell), value);
        if (!is_good && findings.all().size() < most_listed)
            findings.error({.code = "not_a_number",
                .file = shown,
                .row = table.row_number(row),
                .column = column.name,
                .message = compose("'{}' is not a number", {cell.substr(0, longest_shown)}),
                .remedy = {}});
        column.numbers.push_back(value);
    }
}

bool has_columns_of(const CsvTable& table, const Frame& expected, const std::string& shown, Findings& findings) {
    std::vector<std::string> names;
    for (const auto& column : expected.columns()) names.push_back(column.name);
    if (names == table.header()) return true;
    findings.error({.code = "other_columns",
        .file = shown,
        .row = 1,
        .column = {},
        .message = compose("the columns are {}, not {}", {join(table.header(), ", "), join(names, ", ")}),
        .remedy = {}});
    return false;
}

std::vector<Frame::Column> columns_of(const CsvTable& table, const Frame* expected) {
    std::vector<Frame::Column> columns;
    for (std::size_t at = 0; at < table.columns(); ++at) {
        if (expected == nullptr) {
            columns.push_back(guessed_column(table, at));
            continue;
        }
        const auto& like = expected->columns()[at];
        columns.push_back(
            like.kind == Frame::Kind::text ? text_column(like.name) : number_column(like.name, like.unit));
        columns.back().unit = like.unit;
    }
    return columns;
}

// Frame grows row by row; whole columns are handed over as rows of cells.
Frame assembled(const std::string& name, const std::vector<Frame::Column>& filled, std::size_t rows) {
    std::vector<Frame::Column> empty = filled;
    for (auto& column : empty) {
        column.texts.clear();
        column.numbers.clear();
    }
    Frame frame(name, std::move(empty));
    std::vector<Frame::Cell> cells;
    for (std::size_t row = 0; row < rows; ++row) {
        cells.clear();
        for (const auto& column : filled)
            column.kind == Frame::Kind::text ? cells.emplace_back(column.texts[row])
                                             : cells.emplace_back(column.numbers[row]);
        frame.add(cells);
    }
    return frame;
}

}  // namespace

std::string csv_text(const Frame& frame) {
    std::string out;
    const auto& columns = frame.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (c > 0) out += ',';
        append_text(out, columns[c].name);
    }
    out += '\n';
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        const auto start = out.size();
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (c > 0) out += ',';
            append_cell(out, columns[c], row);
        }
        // A table of one column would show a blank cell as a blank line, which readers pass over.
        if (out.size() == start) out += "\"\"";
        out += '\n';
    }
    return out;
}

void write_frame(const std::filesystem::path& path, const Frame& frame) {
    write_file(path, csv_text(frame));
}

Frame read_frame(const std::filesystem::path& path, const std::string& name, const Frame* expected) {
    Findings findings;
    const auto shown = path.string();
    auto text = read_text(path, shown, findings);
    findings.raise_if_errors();
    const auto table = parse_csv(std::move(*text), shown, findings);
    findings.raise_if_errors();
    if (expected != nullptr && !has_columns_of(table, *expected, shown, findings)) findings.raise_if_errors();
    auto columns = columns_of(table, expected);
    for (std::size_t at = 0; at < columns.size(); ++at) fill_column(columns[at], table, at, shown, findings);
    findings.raise_if_errors();
    return assembled(name, columns, table.rows());
}

}  // namespace ecumene::files
