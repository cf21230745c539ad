#include "pipeline/plan_places.hpp"

#include <algorithm>

#include "files/csv.hpp"
#include "files/text_file.hpp"

namespace ecumene::pipeline {
namespace {

constexpr const char* mapped_package = "korea";

}  // namespace

std::vector<output::TilePlace> plan_places(const Places& places) {
    std::vector<output::TilePlace> found;
    const auto file = places.data_folder / mapped_package / "regions.csv";
    std::error_code ignored;
    if (places.data_folder.empty() || !std::filesystem::exists(file, ignored)) return found;
    Findings findings;
    auto text = files::read_text(file, "regions.csv", findings);
    if (!text) return found;
    const auto table = files::parse_csv(std::move(*text), "regions.csv", findings);
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(
            std::find(table.header().begin(), table.header().end(), name) - table.header().begin());
    };
    const std::size_t code = column("region"), level = column("level"), en = column("name_en"), ko = column("name_ko"),
                      x = column("tile_x"), y = column("tile_y");
    if (findings.has_errors() || std::max({code, level, en, ko, x, y}) >= table.columns()) return found;
    for (std::size_t i = 0; i < table.rows(); ++i) {
        double tile_x = 0.0, tile_y = 0.0;
        if (table.cell(i, level) != "province" || !parse_number(table.cell(i, x), tile_x) ||
            !parse_number(table.cell(i, y), tile_y))
            continue;
        found.push_back({.code = std::string(table.cell(i, code)),
            .name = output::short_name({std::string(table.cell(i, en)), std::string(table.cell(i, ko))}),
            .x = static_cast<int>(tile_x),
            .y = static_cast<int>(tile_y)});
    }
    return found;
}

}  // namespace ecumene::pipeline
