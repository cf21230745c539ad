// Outlines, points and lines as well-known text and as well-known binary (OGC 06-103r4), in degrees or any plane.
//
//     Polygons shape = parse_multipolygon("MULTIPOLYGON(((127 37,128 37,128 38,127 37)))");
//     Polygons area = dissolved({&shape, &neighbour});        // shared edges go, one outline is left
//     std::string bytes = binary_of(area);
//
// dissolved() takes away edges that two outlines share point for point, as outlines cut from one net of arcs do; it does not compute
// intersections. Rings are closed: first point last. Throws Error input for text that is no such geometry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ecumene::files {

struct Point {
    double x{}, y{};
    friend bool operator==(const Point&, const Point&) = default;
    friend auto operator<=>(const Point&, const Point&) = default;
};
using Ring = std::vector<Point>;
using Polygon = std::vector<Ring>;  // outline, then holes
using Polygons = std::vector<Polygon>;

struct Extent {
    double min_x{}, max_x{}, min_y{}, max_y{};
};

Polygons parse_multipolygon(std::string_view text);
Polygons dissolved(const std::vector<const Polygons*>& parts);
// Twice the area, above zero for a ring that runs against the clock.
double turning(const Ring& ring);

// Little-endian.
std::string binary_of(const Polygons& shape);
std::string binary_of(const Point& point);
std::string binary_of(const std::vector<Point>& line);
Extent extent_of(const Polygons& shape);
Extent extent_of(const std::vector<Point>& line);

}  // namespace ecumene::files
