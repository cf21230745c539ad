// A GeoPackage (OGC 12-128r18, version 1.3): layers of shapes with attributes in one SQLite file, styled for QGIS.
//
//     GeoLayer areas{.name = "living_areas", .kind = GeoKind::polygons, .attributes = frame, .geometry = {...}, .style = qml};
//     write_geopackage("korea.gpkg", {areas, centres, links});
//
// One geometry for each row of `attributes`, in WGS84 degrees; an empty one is no shape. Styles go into the table layer_styles, where QGIS finds a
// layer's default. The file appears whole or not at all; same input, same bytes (no time of writing is kept).
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "core/frame.hpp"
#include "files/geometry.hpp"

namespace ecumene::files {

enum class GeoKind { polygons, points, lines };
using GeoShape = std::variant<std::monostate, Polygons, Point, std::vector<Point>>;

struct GeoLayer {
    std::string name;  // of the table: lower case, digits, underscores
    std::string title;
    GeoKind kind{GeoKind::polygons};
    Frame attributes{};
    std::vector<GeoShape> geometry{};
    std::string style{};  // QML of QGIS; empty: none
};

// Errors: ErrorKind::io or environment when it cannot be written, internal for layers that do not fit together.
void write_geopackage(const std::filesystem::path& path, const std::vector<GeoLayer>& layers);

}  // namespace ecumene::files
