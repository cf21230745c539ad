// Degrees onto paper: where units and outlines lie in a drawing of a given width. Longitude is shortened by the cosine of the middle
// latitude; the drawing is at most one and a half times as high as wide.
//
//     const Paper paper(units, shapes, 620);
//     drawing.path(paper.path(shapes[0]), "area");    drawing.circle(paper.x(127.0), paper.y(37.5), 3, "dot");
#pragma once

#include <string>
#include <vector>

#include "files/geometry.hpp"
#include "structure/units.hpp"

namespace ecumene::output {

class Paper {
public:
    // All outlines and all units with a place are on it.
    Paper(const structure::Units& units, const std::vector<files::Polygons>& shapes, double width);

    double x(double longitude) const;
    double y(double latitude) const;
    double width() const { return width_; }
    double height() const { return height_; }
    std::string path(const files::Polygons& shape) const;

private:
    double width_, height_{}, shorten_{}, west_{}, north_{}, scale_{};
};

}  // namespace ecumene::output
