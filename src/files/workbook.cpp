#include "files/workbook.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string_view>
#include <variant>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"

namespace ecumene::files {
namespace {

constexpr std::size_t most_rows = 1'048'575;  // of the file format, less the header
constexpr std::size_t longest_cell = 32'767;
constexpr std::size_t longest_choices = 255;        // of a list written into the rule itself
constexpr std::time_t fixed_creation = 1735689600;  // 1 January 2025, so that the same content gives the same bytes

// Cut before a letter, not within one.
std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return std::string(text.substr(0, most));
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

class WorkbookWriter {
public:
    WorkbookWriter(const std::filesystem::path& staged, const Workbook& book)
        : book_(book), file_(workbook_new(staged.c_str())) {
        if (file_ == nullptr) throw Error(ErrorKind::internal, "the workbook cannot be made");
        bold_ = workbook_add_format(file_);
        format_set_bold(bold_);
        format_set_bg_color(bold_, 0xE8EEF2);
    }
    ~WorkbookWriter() {
        // workbook_close is the only way to free it; it writes the file too, which the caller removes.
        if (file_ != nullptr) workbook_close(file_);
    }
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    void write() {
        lxw_doc_properties properties{};
        std::string title = book_.title;
        properties.title = title.data();
        properties.created = fixed_creation;
        workbook_set_properties(file_, &properties);
        for (const auto& sheet : book_.sheets) add(sheet);
    }

    lxw_error close() {
        auto* const file = file_;
        file_ = nullptr;
        return workbook_close(file);
    }

private:
    void add(const WorkbookSheet& sheet) {
        if (workbook_validate_sheet_name(file_, sheet.name.c_str()) != LXW_NO_ERROR)
            throw Error(ErrorKind::internal, compose("'{}' cannot be the name of a sheet", {sheet.name}));
        if (sheet.rows.size() > most_rows)
            throw Error(ErrorKind::internal, compose("sheet '{}' has more rows than Excel takes", {sheet.name}));
        auto* const into = workbook_add_worksheet(file_, sheet.name.c_str());
        worksheet_freeze_panes(into, 1, 0);
        for (std::size_t c = 0; c < sheet.columns.size(); ++c) add_column(into, sheet, static_cast<lxw_col_t>(c));
        for (std::size_t r = 0; r < sheet.rows.size(); ++r)
            for (std::size_t c = 0; c < sheet.rows[r].size(); ++c)
                add_cell(into, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), sheet.rows[r][c]);
    }

    void add_column(lxw_worksheet* into, const WorkbookSheet& sheet, lxw_col_t c) {
        const auto& column = sheet.columns[c];
        worksheet_write_string(into, 0, c, shortened(column.name, longest_cell).c_str(), bold_);
        if (!column.note.empty()) worksheet_write_comment(into, 0, c, shortened(column.note, longest_cell).c_str());
        worksheet_set_column(into, c, c, width(sheet, c), nullptr);
        if (!column.choices.empty() && join(column.choices, ",").size() <= longest_choices)
            offer(into, c, column.choices);
    }

    // As wide as the first rows need, within reason.
    static double width(const WorkbookSheet& sheet, lxw_col_t c) {
        constexpr std::size_t rows_looked_at = 50, narrowest = 8, widest = 48;
        auto letters = std::max(narrowest, letters_in(sheet.columns[c].name));
        for (std::size_t r = 0; r < std::min(rows_looked_at, sheet.rows.size()); ++r)
            if (c < sheet.rows[r].size())
                if (const auto* text = std::get_if<std::string>(&sheet.rows[r][c].value()))
                    letters = std::max(letters, letters_in(*text));
        return static_cast<double>(std::min(letters, widest)) + 2.0;
    }

    // By value: the library wants text it could change.
    static void offer(lxw_worksheet* into, lxw_col_t c, std::vector<std::string> choices) {
        std::vector<char*> list;
        for (auto& choice : choices) list.push_back(choice.data());
        list.push_back(nullptr);
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        worksheet_data_validation_range(into, 1, c, static_cast<lxw_row_t>(most_rows), c, &rule);
    }

    static void add_cell(lxw_worksheet* into, lxw_row_t row, lxw_col_t column, const Frame::Cell& cell) {
        if (const auto* text = std::get_if<std::string>(&cell.value())) {
            if (!text->empty())
                worksheet_write_string(into, row, column, shortened(*text, longest_cell).c_str(), nullptr);
            return;
        }
        const double number = std::get<double>(cell.value());
        if (std::isfinite(number))
            worksheet_write_number(into, row, column, number, nullptr);
        else if (!std::isnan(number))
            worksheet_write_string(into, row, column, number > 0.0 ? "unlimited" : "-unlimited", nullptr);
    }

    const Workbook& book_;
    lxw_workbook* file_;
    lxw_format* bold_{};
};

}  // namespace

WorkbookSheet sheet_of(const Frame& frame) {
    WorkbookSheet sheet{.name = frame.name(), .columns = {}, .rows = {}};
    for (const auto& column : frame.columns())
        sheet.columns.push_back({.name = column.unit.empty() ? column.name : column.name + " [" + column.unit + "]"});
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        auto& cells = sheet.rows.emplace_back();
        for (const auto& column : frame.columns())
            column.kind == Frame::Kind::text ? cells.emplace_back(column.texts[row])
                                             : cells.emplace_back(column.numbers[row]);
    }
    return sheet;
}

void write_workbook(const std::filesystem::path& path, const Workbook& book) {
    StagedFile staged(path);
    // The library says little about why; opening the file first tells a missing folder or permission in words.
    write_file(staged.path(), "");
    errno = 0;
    WorkbookWriter writer(staged.path(), book);
    writer.write();
    const auto result = writer.close();
    if (result != LXW_NO_ERROR)
        throw Error(errno != 0 ? ErrorKind::environment : ErrorKind::io,
            compose("cannot write {}: {}",
                {path.string(), errno != 0 ? reason_in_words(errno) : std::string(lxw_strerror(result))}));
    staged.commit();
}

}  // namespace ecumene::files
