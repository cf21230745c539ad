#include "files/hwpx_shapes.hpp"

#include <array>

#include "core/text.hpp"
#include "files/hwpx.hpp"

namespace ecumene::files::hwpx {
namespace {

struct LetterShape {
    int height;
    const char* colour;
    bool is_bold;
};
constexpr std::array<LetterShape, 5> letter_shapes{{{1000, "#000000", false}, {1000, "#000000", true},
    {1400, "#0B6B60", true}, {2000, "#000000", true}, {900, "#55625F", false}}};

struct ParagraphShape {
    const char* align;
    int left, indent, before, after, line_per_cent;
};
// title, heading, body, item, note; then cells of words and of numbers.
constexpr std::array<ParagraphShape, 7> paragraph_shapes{{{"LEFT", 0, 0, 0, 800, 140}, {"LEFT", 0, 0, 1600, 500, 140},
    {"LEFT", 0, 0, 0, 400, 160}, {"LEFT", 1200, -1200, 0, 300, 160}, {"LEFT", 0, 0, 0, 400, 150},
    {"LEFT", 0, 0, 0, 0, 130}, {"RIGHT", 0, 0, 0, 0, 130}}};

std::string font_faces() {
    std::string all = R"(<hh:fontfaces itemCnt="7">)";
    for (const char* script : {"HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"})
        all += compose(
            R"(<hh:fontface lang="{}" fontCnt="1"><hh:font id="0" face="함초롬돋움" type="TTF" isEmbedded="0"/></hh:fontface>)",
            {script});
    return all + "</hh:fontfaces>";
}

std::string border(const char* name, const char* type) {
    return compose(R"(<hh:{} type="{}" width="0.12 mm" color="#9AA5A3"/>)", {name, type});
}

std::string border_fill(int id, const char* type, const char* fill) {
    std::string all = compose(
        R"(<hh:borderFill id="{}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">)"
        R"(<hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>)",
        {id});
    for (const char* side : {"leftBorder", "rightBorder", "topBorder", "bottomBorder"}) all += border(side, type);
    all += R"(<hh:diagonal type="SOLID" width="0.1 mm" color="#000000"/>)";
    if (*fill != '\0')
        all += compose(
            R"(<hc:fillBrush><hc:winBrush faceColor="{}" hatchColor="#999999" alpha="0"/></hc:fillBrush>)", {fill});
    return all + "</hh:borderFill>";
}

std::string border_fills() {
    return R"(<hh:borderFills itemCnt="4">)" + border_fill(no_border, "NONE", "") +
           border_fill(no_fill, "NONE", "none") + border_fill(cell_border, "SOLID", "") +
           border_fill(head_border, "SOLID", "#E3F1EE") + "</hh:borderFills>";
}

std::string for_scripts(const char* element, int value) {
    std::string all = compose("<hh:{}", {element});
    for (const char* script : {"hangul", "latin", "hanja", "japanese", "other", "symbol", "user"})
        all += compose(R"( {}="{}")", {script, value});
    return all + "/>";
}

std::string letter_properties() {
    std::string all = compose(R"(<hh:charProperties itemCnt="{}">)", {letter_shapes.size()});
    for (std::size_t id = 0; id < letter_shapes.size(); ++id) {
        const auto& shape = letter_shapes[id];
        all += compose(
            R"(<hh:charPr id="{}" height="{}" textColor="{}" shadeColor="none" useFontSpace="0" useKerning="0" )"
            R"(symMark="NONE" borderFillIDRef="{}">)",
            {id, shape.height, shape.colour, static_cast<int>(no_fill)});
        all += for_scripts("fontRef", 0) + for_scripts("ratio", 100) + for_scripts("spacing", 0) +
               for_scripts("relSz", 100) + for_scripts("offset", 0);
        if (shape.is_bold) all += "<hh:bold/>";
        all +=
            R"(<hh:underline type="NONE" shape="SOLID" color="#000000"/><hh:strikeout shape="NONE" color="#000000"/>)"
            R"(<hh:outline type="NONE"/><hh:shadow type="NONE" color="#C0C0C0" offsetX="10" offsetY="10"/></hh:charPr>)";
    }
    return all + "</hh:charProperties>";
}

std::string paragraph_properties() {
    std::string all = compose(R"(<hh:paraProperties itemCnt="{}">)", {paragraph_shapes.size()});
    for (std::size_t id = 0; id < paragraph_shapes.size(); ++id) {
        const auto& shape = paragraph_shapes[id];
        const int keeps_with_next = id == static_cast<std::size_t>(HwpxKind::heading) ? 1 : 0;
        all += compose(
            R"(<hh:paraPr id="{}" tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="1" suppressLineNumbers="0" checked="0">)"
            R"(<hh:align horizontal="{}" vertical="BASELINE"/><hh:heading type="NONE" idRef="0" level="0"/>)"
            R"(<hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="KEEP_WORD" widowOrphan="0" keepWithNext="{}" )"
            R"(keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/><hh:autoSpacing eAsianEng="0" eAsianNum="0"/>)",
            {id, shape.align, keeps_with_next});
        all += compose(
            R"(<hh:margin><hc:intent value="{}" unit="HWPUNIT"/><hc:left value="{}" unit="HWPUNIT"/><hc:right value="0" unit="HWPUNIT"/>)"
            R"(<hc:prev value="{}" unit="HWPUNIT"/><hc:next value="{}" unit="HWPUNIT"/></hh:margin>)",
            {shape.indent, shape.left, shape.before, shape.after});
        all += compose(
            R"(<hh:lineSpacing type="PERCENT" value="{}" unit="HWPUNIT"/><hh:border borderFillIDRef="{}" offsetLeft="0" )"
            R"(offsetRight="0" offsetTop="0" offsetBottom="0" connect="0" ignoreMargin="0"/></hh:paraPr>)",
            {shape.line_per_cent, static_cast<int>(no_fill)});
    }
    return all + "</hh:paraProperties>";
}

// The numbering that outlines of a section refer to; nothing here is numbered.
std::string numberings() {
    std::string all = R"(<hh:numberings itemCnt="1"><hh:numbering id="1" start="0">)";
    constexpr int levels = 7;
    for (int level = 1; level <= levels; ++level)
        all += compose(
            R"(<hh:paraHead start="1" level="{0}" align="LEFT" useInstWidth="1" autoIndent="1" widthAdjust="0" )"
            R"(textOffsetType="PERCENT" textOffset="50" numFormat="DIGIT" charPrIDRef="4294967295" checkable="0">^{0}.</hh:paraHead>)",
            {level});
    return all + "</hh:numbering></hh:numberings>";
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\t':
            case '\n': safe += ' '; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20U) safe += c;
        }
    }
    return safe;
}

std::string header_part() {
    return std::string(declaration) + "<hh:head" + std::string(namespaces) + R"( version="1.4" secCnt="1">)" +
           R"(<hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/><hh:refList>)" +
           font_faces() + border_fills() + letter_properties() +
           R"(<hh:tabProperties itemCnt="1"><hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/></hh:tabProperties>)" +
           numberings() + paragraph_properties() +
           R"(<hh:styles itemCnt="1"><hh:style id="0" type="PARA" name="바탕글" engName="Normal" paraPrIDRef="2" charPrIDRef="0" )"
           R"(nextStyleIDRef="0" langID="1042" lockForm="0"/></hh:styles></hh:refList>)"
           R"(<hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument>)"
           R"(<hh:docOption><hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption>)"
           R"(<hh:trackchageConfig flags="56"/></hh:head>)";  // spelt so by Hancom Office
}

}  // namespace ecumene::files::hwpx
