#include "files/hwpx.hpp"

#include <cmath>
#include <numeric>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"
#include "files/hwpx_shapes.hpp"
#include "files/zip_writer.hpp"

namespace ecumene::files {
namespace {

using hwpx::declaration, hwpx::escaped, hwpx::namespaces, hwpx::Letters;

// Lengths in HWPUNIT, a hundredth of a point.
constexpr int page_width = 59528, page_height = 84186, side_margin = 5669, top_margin = 5669;
constexpr int text_width = page_width - 2 * side_margin, row_height = 1700;

Letters letters_of(HwpxKind kind) {
    switch (kind) {
        case HwpxKind::title: return hwpx::title_letters;
        case HwpxKind::heading: return hwpx::heading_letters;
        case HwpxKind::note: return hwpx::quiet_letters;
        case HwpxKind::body:
        case HwpxKind::item: break;
    }
    return hwpx::plain_letters;
}

// --- the text ----------------------------------------------------------------------------------------------------------------

class SectionWriter {
public:
    std::string write(const HwpxDocument& document) {
        text_ = std::string(declaration) + "<hs:sec" + std::string(namespaces) + ">";
        open_paragraph(static_cast<int>(HwpxKind::title));
        text_ += section_properties() + run(hwpx::title_letters, document.title) + "</hp:p>";
        for (const auto& block : document.blocks) std::visit([&](const auto& one) { add(one); }, block);
        return std::move(text_) + "</hs:sec>";
    }

private:
    static std::string run(Letters letters, const std::string& text) {
        return compose(
            R"(<hp:run charPrIDRef="{}"><hp:t>{}</hp:t></hp:run>)", {static_cast<int>(letters), escaped(text)});
    }

    static std::string section_properties() {
        return compose(
            R"(<hp:run charPrIDRef="0"><hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" )"
            R"(tabStopVal="4000" tabStopUnit="HWPUNIT" outlineShapeIDRef="1" memoShapeIDRef="0" textVerticalWidthHead="0" masterPageCnt="0">)"
            R"(<hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/><hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/>)"
            R"(<hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" fill="SHOW_ALL" )"
            R"(hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/><hp:lineNumberShape restartType="0" countBy="0" distance="0" startNumber="0"/>)"
            R"(<hp:pagePr landscape="WIDELY" width="{}" height="{}" gutterType="LEFT_ONLY"><hp:margin header="2835" footer="2835" gutter="0" )"
            R"(left="{}" right="{}" top="{}" bottom="{}"/></hp:pagePr></hp:secPr><hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" )"
            R"(colCount="1" sameSz="1" sameGap="0"/></hp:ctrl></hp:run>)",
            {page_width, page_height, side_margin, side_margin, top_margin, top_margin});
    }

    void open_paragraph(int shape) {
        text_ += compose(R"(<hp:p id="{}" paraPrIDRef="{}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">)",
            {next_id_++, shape});
    }

    void add(const HwpxParagraph& paragraph) {
        open_paragraph(static_cast<int>(paragraph.kind));
        const auto bullet = paragraph.kind == HwpxKind::item ? "• " : "";
        text_ += run(letters_of(paragraph.kind), bullet + paragraph.text) + "</hp:p>";
    }

    void add(const HwpxTable& table) {
        const auto widths = widths_of(table);
        const std::size_t rows = table.rows.size() + 1;
        open_paragraph(static_cast<int>(HwpxKind::body));
        text_ += compose(
            R"(<hp:run charPrIDRef="0"><hp:tbl id="{}" zOrder="{}" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" )"
            R"(lock="0" dropcapstyle="None" pageBreak="CELL" repeatHeader="1" rowCnt="{}" colCnt="{}" cellSpacing="0" borderFillIDRef="{}" noAdjust="0">)",
            {next_id_++, tables_++, rows, table.header.size(), static_cast<int>(hwpx::cell_border)});
        text_ += compose(
            R"(<hp:sz width="{}" widthRelTo="ABSOLUTE" height="{}" heightRelTo="ABSOLUTE" protect="0"/>)"
            R"(<hp:pos treatAsChar="0" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" )"
            R"(vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/><hp:outMargin left="0" right="0" top="283" bottom="283"/>)"
            R"(<hp:inMargin left="340" right="340" top="141" bottom="141"/>)",
            {std::accumulate(widths.begin(), widths.end(), 0), row_height * static_cast<int>(rows)});
        add_row(table, table.header, 0, widths);
        for (std::size_t r = 0; r < table.rows.size(); ++r) add_row(table, table.rows[r], r + 1, widths);
        text_ += "</hp:tbl><hp:t/></hp:run></hp:p>";
    }

    void add_row(const HwpxTable& table, const std::vector<std::string>& cells, std::size_t row,
        const std::vector<int>& widths) {
        if (cells.size() != table.header.size())
            throw Error(ErrorKind::internal,
                compose("a row of {} cells in a table of {} columns", {cells.size(), table.header.size()}));
        text_ += "<hp:tr>";
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const bool is_head = row == 0, is_number = column < table.is_number.size() && table.is_number[column];
            text_ += compose(
                R"(<hp:tc name="" header="{}" hasMargin="0" protect="0" editable="0" dirty="0" borderFillIDRef="{}">)"
                R"(<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER" linkListIDRef="0" )"
                R"(linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">)",
                {is_head ? 1 : 0, static_cast<int>(is_head ? hwpx::head_border : hwpx::cell_border)});
            open_paragraph(is_number ? hwpx::number_cell : hwpx::word_cell);
            text_ += run(is_head ? hwpx::strong_letters : hwpx::plain_letters, cells[column]) + "</hp:p></hp:subList>";
            text_ += compose(
                R"(<hp:cellAddr colAddr="{}" rowAddr="{}"/><hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz width="{}" height="{}"/>)"
                R"(<hp:cellMargin left="340" right="340" top="141" bottom="141"/></hp:tc>)",
                {column, row, widths[column], row_height});
        }
        text_ += "</hp:tr>";
    }

    static std::vector<int> widths_of(const HwpxTable& table) {
        std::vector<double> shares = table.widths;
        shares.resize(table.header.size(), 1.0);
        const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
        std::vector<int> widths;
        for (const double share : shares) widths.push_back(static_cast<int>(std::floor(text_width * share / all)));
        return widths;
    }

    std::string text_;
    int next_id_{1}, tables_{};
};

// --- the package ---------------------------------------------------------------------------------------------------------------

std::string content_part(const std::string& title) {
    return std::string(declaration) + "<opf:package" + std::string(namespaces) +
           R"( version="" unique-identifier="" id=""><opf:metadata><opf:title>)" + escaped(title) +
           R"(</opf:title><opf:language>ko</opf:language><opf:meta name="creator" content="text">Ecumene</opf:meta></opf:metadata>)"
           R"(<opf:manifest><opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>)"
           R"(<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/>)"
           R"(<opf:item id="settings" href="settings.xml" media-type="application/xml"/></opf:manifest>)"
           R"(<opf:spine><opf:itemref idref="header" linear="yes"/><opf:itemref idref="section0" linear="yes"/></opf:spine></opf:package>)";
}

constexpr std::string_view version_part =
    R"(<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" tagetApplication="WORDPROCESSOR" major="5" minor="1" )"
    R"(micro="0" buildNumber="1" os="1" xmlVersion="1.4" application="Ecumene" appVersion="1"/>)";
constexpr std::string_view container_part =
    R"(<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf">)"
    R"(<ocf:rootfiles><ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>)"
    R"(<ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/></ocf:rootfiles></ocf:container>)";
constexpr std::string_view manifest_part =
    R"(<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>)";
constexpr std::string_view settings_part =
    R"(<ha:HWPApplicationSetting xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app"><ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>)";

std::string preview_part(const HwpxDocument& document) {
    std::string text = document.title + "\r\n";
    for (const auto& block : document.blocks)
        if (const auto* paragraph = std::get_if<HwpxParagraph>(&block)) text += paragraph->text + "\r\n";
    return text;
}

}  // namespace

void write_hwpx(const std::filesystem::path& path, const HwpxDocument& document) {
    StagedFile staged(path);
    write_file(staged.path(), "");  // tells a missing folder or permission in words
    ZipWriter archive(staged.path());
    const auto xml = [](std::string_view part) { return std::string(declaration) + std::string(part); };
    archive.add("mimetype", "application/hwp+zip", ZipWriter::Packing::stored);
    archive.add("version.xml", xml(version_part), ZipWriter::Packing::stored);
    archive.add("Contents/header.xml", hwpx::header_part());
    archive.add("Contents/section0.xml", SectionWriter().write(document));
    archive.add("Preview/PrvText.txt", preview_part(document));
    archive.add("settings.xml", xml(settings_part));
    archive.add("Contents/content.hpf", content_part(document.title));
    archive.add("META-INF/container.xml", xml(container_part));
    archive.add("META-INF/manifest.xml", xml(manifest_part));
    archive.close();
    staged.commit();
}

}  // namespace ecumene::files
