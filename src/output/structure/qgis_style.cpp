// Layer styles in QGIS's own format (QML), kept to what every version since 3.16 reads.
#include <array>

#include "output/structure/report.hpp"

namespace ecumene::output {
namespace {

// The colours of classes s0 ... s7 in reports.
constexpr std::array<std::string_view, 8> series{
    "11,107,96", "154,74,18", "93,74,168", "179,38,30", "31,95,166", "107,106,18", "85,98,95", "156,45,116"};

std::string option(std::string_view key, std::string_view value) {
    return compose("<Option name=\"{}\" value=\"{}\" type=\"QString\"/>", {key, value});
}

std::string symbol(std::string_view type, std::string_view name, std::string_view layer, const std::string& options) {
    return compose(
        "<symbol type=\"{}\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\"><layer class=\"{}\" enabled=\"1\" pass=\"0\" "
        "locked=\"0\"><Option type=\"Map\">{}</Option></layer></symbol>",
        {type, name, layer, options});
}

std::string document(const std::string& renderer) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.16.0\" "
           "styleCategories=\"Symbology\">" +
           renderer + "<layerOpacity>1</layerOpacity></qgis>\n";
}

}  // namespace

std::string areas_style() {
    std::string categories, symbols;
    for (std::size_t k = 0; k < series.size(); ++k) {
        const auto name = std::to_string(k);
        categories +=
            compose("<category render=\"true\" symbol=\"{0}\" value=\"{0}\" label=\"{0}\" type=\"double\"/>", {name});
        symbols += symbol("fill", name, "SimpleFill",
            option("color", std::string(series[k]) + ",170") + option("outline_color", "255,255,255,255") +
                option("outline_width", "0.3") + option("style", "solid"));
    }
    return document(
        "<renderer-v2 type=\"categorizedSymbol\" attr=\"colour\" enableorderby=\"0\" forceraster=\"0\" "
        "symbollevels=\"0\"><categories>" +
        categories + "</categories><symbols>" + symbols + "</symbols></renderer-v2>");
}

std::string cores_style() {
    return document(
        "<renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\"><symbols>" +
        symbol("marker", "0", "SimpleMarker",
            option("name", "circle") + option("color", "20,32,31,255") + option("outline_color", "255,255,255,255") +
                option("size", "2.4")) +
        "</symbols></renderer-v2>");
}

std::string links_style() {
    return document(
        "<renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\"><symbols>" +
        symbol("line", "0", "SimpleLine", option("line_color", "85,98,95,200") + option("line_width", "0.5")) +
        "</symbols></renderer-v2>");
}

}  // namespace ecumene::output
