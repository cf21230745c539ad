#include "files/spreadsheet.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/text_file.hpp"
#include "files/xml_reader.hpp"
#include "files/zip_archive.hpp"

namespace ecumene::files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view zip_mark = "PK\x03\x04", old_office_mark = "\xD0\xCF\x11\xE0";

// What is wrong with the file as a whole; ends the reading.
struct Refusal {
    std::string code, message, remedy;
};

struct Reference {
    std::size_t row{}, column{};  // from 1
};

// "AB12"; zeros for anything else.
Reference reference_of(std::string_view text) {
    std::size_t letters = 0;
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') ++letters;
    Reference place{.column = column_number(text.substr(0, letters))};
    const auto digits = text.substr(letters);
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), place.row);
    if (failure != std::errc{} || end != digits.data() + digits.size()) return {};
    return place.column == 0 ? Reference{} : place;
}

std::string number_text(const std::string& raw) {
    double value = 0.0;
    return parse_number(raw, value) ? shortest(value) : raw;
}

class SpreadsheetReader {
public:
    SpreadsheetReader(const fs::path& path, std::string shown, Findings& findings, const SpreadsheetLimits& limits)
        : archive_(path), shown_(std::move(shown)), findings_(findings), limits_(limits) {}

    Spreadsheet read() {
        if (!archive_.is_open()) throw damaged("its list of parts cannot be read");
        look_at_parts();
        read_relations();
        read_workbook();
        read_shared_texts();
        Spreadsheet book;
        for (const auto& [name, part] : sheets_) book.sheets.push_back(read_sheet(name, part));
        return book;
    }

private:
    static Refusal damaged(const std::string& how) {
        return {"damaged_workbook", "the workbook is damaged: " + how, "open it in Excel and save it again"};
    }

    // --- what the archive holds --------------------------------------------------------------------------------------------

    void look_at_parts() {
        const auto parts = archive_.parts(limits_.parts + 1);
        if (parts.size() > limits_.parts)
            throw Refusal{"too_many_parts", compose("the workbook has more than {} parts", {limits_.parts}),
                "copy the sheets that are needed into a new workbook"};
        std::size_t all = 0;
        for (const auto& part : parts) {
            look_at_part(part);
            all += std::min(part.unpacked, limits_.part_bytes);
        }
        if (all > 2 * limits_.part_bytes) throw too_large();
    }

    void look_at_part(const ZipPart& part) const {
        constexpr std::size_t megabyte = std::size_t{1} << 20U;
        if (part.is_encrypted)
            throw Refusal{"locked_workbook", "the workbook is locked by a password", "save it without one"};
        if (part.name.starts_with("xl/externalLinks/"))
            throw Refusal{"external_links", "the workbook takes values from other workbooks, which are not here",
                "in Excel: Data, Edit Links, Break Link; then save it again"};
        if (part.name.ends_with("vbaProject.bin"))
            throw Refusal{
                "macros", "the workbook holds macros, which are not read", "save it as .xlsx, without macros"};
        const bool is_bomb = part.unpacked > megabyte && part.unpacked / limits_.ratio > part.packed;
        if (part.unpacked > limits_.part_bytes || is_bomb) throw too_large();
    }

    Refusal too_large() const {
        return {"too_large",
            compose("the workbook unpacks to far more than its size: beyond {} MB, or {} to 1",
                {limits_.part_bytes >> 20U, limits_.ratio}),
            "copy the cells that are needed into a new workbook"};
    }

    // --- parts ----------------------------------------------------------------------------------------------------------------

    // False if the part is not there.
    bool read_part(const std::string& part, const XmlEvents& events) {
        XmlReader reader(events);
        const auto end =
            archive_.read(part, limits_.part_bytes, [&](std::string_view bytes) { return reader.feed(bytes); });
        if (end == ZipEnd::absent) return false;
        if (end == ZipEnd::too_large) throw too_large();
        if (end == ZipEnd::damaged) throw damaged(part + " cannot be unpacked");
        if (end == ZipEnd::whole) reader.finish();
        if (!reader.fault().empty()) throw damaged(part + ": " + reader.fault());
        return true;
    }

    static void nothing(std::string_view) {}

    void read_relations() {
        read_part("xl/_rels/workbook.xml.rels",
            {.start =
                    [&](std::string_view name, const XmlAttributes& attributes) {
                        if (name != "Relationship") return;
                        auto target = std::string(attributes["Target"]);
                        target = target.starts_with("/") ? target.substr(1) : "xl/" + target;
                        relations_[std::string(attributes["Id"])] = std::move(target);
                    },
                .text = nothing,
                .end = nothing});
    }

    void read_workbook() {
        const bool is_there = read_part(
            "xl/workbook.xml", {.start =
                                       [&](std::string_view name, const XmlAttributes& attributes) {
                                           if (name != "sheet") return;
                                           const auto found = relations_.find(std::string(attributes["id"]));
                                           if (found != relations_.end())
                                               sheets_.emplace_back(std::string(attributes["name"]), found->second);
                                       },
                                   .text = nothing,
                                   .end = nothing});
        if (!is_there)
            throw Refusal{"no_workbook", "the file is an archive, but not an Excel workbook", "save it as .xlsx"};
        if (sheets_.size() > limits_.sheets)
            throw Refusal{"too_many_sheets", compose("the workbook has more than {} sheets", {limits_.sheets}),
                "copy the sheets that are needed into a new workbook"};
    }

    // Readings beside Korean or Chinese letters (phonetic runs) are no part of the text.
    void read_shared_texts() {
        std::string text;
        int in_text = 0, in_reading = 0;
        read_part(
            "xl/sharedStrings.xml", {.start =
                                            [&](std::string_view name, const XmlAttributes&) {
                                                if (name == "si") text.clear();
                                                if (name == "t") ++in_text;
                                                if (name == "rPh") ++in_reading;
                                            },
                                        .text =
                                            [&](std::string_view part) {
                                                if (in_text > 0 && in_reading == 0 && text.size() < limits_.cell_bytes)
                                                    text += part;
                                            },
                                        .end =
                                            [&](std::string_view name) {
                                                if (name == "t") --in_text;
                                                if (name == "rPh") --in_reading;
                                                if (name != "si") return;
                                                if (shared_.size() >= limits_.cells) throw too_many_cells();
                                                shared_.push_back(text);
                                            }});
    }

    Refusal too_many_cells() const {
        return {"huge_sheet", compose("the workbook has more than {} cells", {limits_.cells}),
            "keep the tables of the plan only; clear rows and columns that look empty but are formatted"};
    }

    Refusal too_many_rows() const {
        return {"huge_sheet",
            compose("the sheets of the workbook have more than {} rows in all", {limits_.rows_in_all}),
            "keep the tables of the plan only; clear rows and columns that look empty but are formatted"};
    }

    // --- one sheet --------------------------------------------------------------------------------------------------------------

    struct Cell {
        Reference place;
        std::string type, value;
        bool has_formula{}, has_value{};
    };

    SpreadsheetSheet read_sheet(const std::string& name, const std::string& part) {
        SpreadsheetSheet sheet{.name = name, .rows = {}};
        Cell cell;
        bool is_value = false;
        std::vector<std::pair<Reference, Reference>> merged;
        Reference last;
        const bool is_there = read_part(part, {.start =
                                                      [&](std::string_view element, const XmlAttributes& attributes) {
                                                          if (element == "row") last = next_row(attributes, last);
                                                          if (element == "c") {
                                                              cell = {.place = next_cell(attributes, last),
                                                                  .type = std::string(attributes["t"]),
                                                                  .value = {}};
                                                              last = cell.place;
                                                          }
                                                          if (element == "f") cell.has_formula = true;
                                                          if (element == "v" || element == "t") is_value = true;
                                                          if (element == "mergeCell")
                                                              add_merged(attributes["ref"], merged);
                                                      },
                                                  .text =
                                                      [&](std::string_view text) {
                                                          if (is_value && cell.value.size() < limits_.cell_bytes)
                                                              cell.value += text;
                                                      },
                                                  .end =
                                                      [&](std::string_view element) {
                                                          if (element == "v" || element == "t") {
                                                              is_value = false;
                                                              cell.has_value = true;
                                                          }
                                                          if (element == "c") put(sheet, cell);
                                                      }});
        if (!is_there) throw damaged("the sheet '" + name + "' is missing");
        for (const auto& [first, last_cell] : merged) spread(sheet, first, last_cell);
        return sheet;
    }

    // Rows and cells may leave their place out: then they follow the one before.
    static Reference next_row(const XmlAttributes& attributes, Reference last) {
        const auto written = attributes["r"];
        Reference place{.row = last.row + 1, .column = 0};
        std::size_t row = 0;
        if (std::from_chars(written.data(), written.data() + written.size(), row).ec == std::errc{} && row > 0)
            place.row = row;
        return place;
    }

    Reference next_cell(const XmlAttributes& attributes, Reference last) const {
        auto place = reference_of(attributes["r"]);
        if (place.column == 0) place = {last.row, last.column + 1};
        if (place.row > limits_.rows || place.column > limits_.columns || place.row == 0)
            throw Refusal{"huge_sheet",
                compose("a sheet reaches to row {}, column {}; the most are {} and {}",
                    {place.row, place.column, limits_.rows, limits_.columns}),
                "keep the tables of the plan only; clear rows and columns that look empty but are formatted"};
        return place;
    }

    void put(SpreadsheetSheet& sheet, const Cell& cell) {
        auto text = text_of(sheet, cell);
        if (text.empty()) return;
        count_text(text);
        place_in(sheet, cell.place) = std::move(text);
    }

    // What is placed, not what is kept: the same text in a million cells is a million texts.
    void count_text(const std::string& text) {
        text_bytes_ += text.size();
        if (text_bytes_ > limits_.text_bytes)
            throw Refusal{"huge_texts",
                compose("the texts of all cells together are longer than {} bytes", {limits_.text_bytes}),
                "keep the tables of the plan only; shorten long texts that stand in many cells"};
    }

    // Room counts, not cells: one cell at the end of each row would take as much memory as all of them.
    std::string& place_in(SpreadsheetSheet& sheet, Reference place) {
        if (sheet.rows.size() < place.row) {
            rows_ += place.row - sheet.rows.size();
            if (rows_ > limits_.rows_in_all) throw too_many_rows();
            sheet.rows.resize(place.row);
        }
        auto& row = sheet.rows[place.row - 1];
        if (row.size() < place.column) {
            room_ += place.column - row.size();
            if (room_ > limits_.cells) throw too_many_cells();
            row.resize(place.column);
        }
        return row[place.column - 1];
    }

    std::string text_of(const SpreadsheetSheet& sheet, const Cell& cell) {
        if (cell.has_formula && !cell.has_value) {
            tell(sheet, cell, "formula_without_value", "the formula has no stored value",
                "open the workbook in Excel and save it");
            return {};
        }
        if (cell.type == "e") {
            tell(sheet, cell, "formula_error", "the cell shows the error " + cell.value,
                "mend the formula, or clear the cell");
            return {};
        }
        if (cell.type == "s") return shared_text(sheet, cell);
        if (cell.type == "b") return cell.value == "1" ? "true" : "false";
        if (cell.type == "inlineStr" || cell.type == "str") return cell.value;
        return number_text(cell.value);
    }

    std::string shared_text(const SpreadsheetSheet& sheet, const Cell& cell) {
        std::size_t place = 0;
        const auto* end = cell.value.data() + cell.value.size();
        if (std::from_chars(cell.value.data(), end, place).ec == std::errc{} && place < shared_.size())
            return shared_[place];
        tell(sheet, cell, "damaged_cell", "the text of the cell is missing",
            "open the workbook in Excel and save it again");
        return {};
    }

    void tell(
        const SpreadsheetSheet& sheet, const Cell& cell, std::string code, std::string message, std::string remedy) {
        constexpr std::size_t most = 50;
        if (++told_ > most) return;
        findings_.warning({.severity = Severity::warning,
            .code = std::move(code),
            .file = shown_ + " [" + sheet.name + "]",
            .row = cell.place.row,
            .column = std::to_string(cell.place.column),
            .message = std::move(message),
            .remedy = std::move(remedy)});
    }

    // --- merged cells ----------------------------------------------------------------------------------------------------------

    void add_merged(std::string_view range, std::vector<std::pair<Reference, Reference>>& merged) const {
        const auto colon = range.find(':');
        if (colon == std::string_view::npos || merged.size() >= limits_.cells) return;
        merged.emplace_back(reference_of(range.substr(0, colon)), reference_of(range.substr(colon + 1)));
    }

    void spread(SpreadsheetSheet& sheet, Reference first, Reference last) {
        if (first.column == 0 || last.column < first.column || last.row < first.row) return;
        const std::string text(sheet.cell(first.row, first.column));
        // A merge over whole rows or columns would reach far beyond what was written.
        const auto last_row = std::min(last.row, sheet.rows.size());
        const auto last_column = std::min(last.column, limits_.columns);
        if (text.empty()) return;
        for (auto row = first.row; row <= last_row; ++row)
            for (auto column = first.column; column <= last_column; ++column) {
                if (++merged_ > limits_.cells)
                    throw Refusal{"huge_merges",
                        compose("the merged cells of the workbook cover more than {} cells", {limits_.cells}),
                        "unmerge cells that cover whole rows or columns, or each other"};
                count_text(text);
                place_in(sheet, {row, column}) = text;
            }
    }

    ZipArchive archive_;
    std::string shown_;
    Findings& findings_;
    const SpreadsheetLimits& limits_;
    std::map<std::string, std::string> relations_;
    std::vector<std::pair<std::string, std::string>> sheets_;
    std::vector<std::string> shared_;
    std::size_t rows_{}, room_{}, text_bytes_{}, merged_{}, told_{};
};

// By its first bytes, before anything is unpacked.
void refuse_other_files(const fs::path& path, const SpreadsheetLimits& limits) {
    const auto bytes = read_bytes(path, limits.file_bytes);
    const auto start = std::string_view(bytes).substr(0, 4);
    if (start == zip_mark) return;
    if (start == old_office_mark)
        throw Refusal{"old_workbook", "the file is an old .xls workbook or locked by a password",
            "in Excel: save it as .xlsx, without a password"};
    const auto encoding = recognise(std::string_view(bytes).substr(0, 4096));
    if (encoding == Encoding::cp949 || encoding == Encoding::utf8)
        throw Refusal{
            "not_a_workbook", "the file is text under the name of a workbook", "open it in Excel and save it as .xlsx"};
    throw Refusal{"not_a_workbook", "the file is not an Excel workbook", "save it as .xlsx"};
}

void refuse(Findings& findings, const std::string& shown, const Refusal& why) {
    findings.error({.severity = Severity::error,
        .code = why.code,
        .file = shown,
        .row = 0,
        .column = {},
        .message = why.message,
        .remedy = why.remedy});
}

}  // namespace

std::string_view SpreadsheetSheet::cell(std::size_t row, std::size_t column) const {
    if (row == 0 || column == 0 || row > rows.size() || column > rows[row - 1].size()) return {};
    return rows[row - 1][column - 1];
}

const SpreadsheetSheet* Spreadsheet::find(std::string_view name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const SpreadsheetSheet& s) { return s.name == name; });
    return found == sheets.end() ? nullptr : &*found;
}

std::vector<std::string> Spreadsheet::names() const {
    std::vector<std::string> all;
    for (const auto& sheet : sheets) all.push_back(sheet.name);
    return all;
}

std::size_t column_number(std::string_view letters) {
    constexpr std::size_t alphabet = 26, most_letters = 3;
    if (letters.empty() || letters.size() > most_letters) return 0;
    std::size_t number = 0;
    for (const char letter : letters) {
        if (letter < 'A' || letter > 'Z') return 0;
        number = number * alphabet + static_cast<std::size_t>(letter - 'A') + 1;
    }
    return number;
}

std::optional<Spreadsheet> read_spreadsheet(
    const fs::path& path, const std::string& shown, Findings& findings, const SpreadsheetLimits& limits) {
    try {
        refuse_other_files(path, limits);
        return SpreadsheetReader(path, shown, findings, limits).read();
    } catch (const Refusal& why) {
        refuse(findings, shown, why);
    } catch (const Error& error) {
        refuse(findings, shown, {"unreadable_file", error.message(), {}});
    }
    return std::nullopt;
}

}  // namespace ecumene::files
