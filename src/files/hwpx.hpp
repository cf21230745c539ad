// Documents of Hancom Office (.hwpx): a title, headings, paragraphs, lists and tables, on A4, for offices to pass on and edit.
//
//     HwpxDocument document{.title = "2027년 이행점검"};
//     document.add(HwpxKind::heading, "의회 요약");
//     document.add(HwpxTable{.header = {"부문", "실적"}, .rows = {{"건물", "34.1"}}, .widths = {2, 1}, .is_number = {false, true}});
//     write_hwpx("inspection-ko.hwpx", document);
//
// KS X 6101 (OWPML) in the namespaces that Hancom Office writes: a zip of XML parts, the mimetype first and unpacked. Not here: pictures,
// footnotes, page numbers. The same content gives the same bytes. Written beside and renamed. Errors: as write_file().
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace ecumene::files {

enum class HwpxKind { title, heading, body, item, note };

struct HwpxParagraph {
    HwpxKind kind{HwpxKind::body};
    std::string text;
};

struct HwpxTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  // as many cells as the header
    std::vector<double> widths;                  // shares of the text width; empty: all the same
    std::vector<bool> is_number;                 // columns set at the right; empty: none
};

struct HwpxDocument {
    std::string title;
    std::vector<std::variant<HwpxParagraph, HwpxTable>> blocks{};

    void add(HwpxKind kind, std::string text) { blocks.emplace_back(HwpxParagraph{kind, std::move(text)}); }
    void add(HwpxTable table) { blocks.emplace_back(std::move(table)); }
};

void write_hwpx(const std::filesystem::path& path, const HwpxDocument& document);

}  // namespace ecumene::files
