#include "output/structure/map.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "output/markup.hpp"
#include "output/structure/paper.hpp"

namespace ecumene::output {
namespace {

using files::Polygons;
using structure::Unit;

constexpr int colours = 8;
constexpr std::size_t named_areas = 14, drawn_links = 25;

std::string colour_class(int colour) {
    return "area s" + std::to_string(colour);
}

Bilingual area_title(const structure::LivingArea& area, const structure::Units& units) {
    const auto& name = units[area.core].name;
    return {compose("{}: {} units, self-containment {:.1f} %",
                {name.en, area.units.size(), 100.0 * area.flows.self_containment()}),
        compose("{}: {}개 단위, 자족도 {:.1f}%", {name.ko, area.units.size(), 100.0 * area.flows.self_containment()})};
}

void draw_links(Svg& drawing, const AreaMap& map, const Paper& paper) {
    const auto& links = map.study->links;
    if (links.empty()) return;
    const double largest = links.front().value;
    for (std::size_t k = 0; k < std::min(drawn_links, links.size()); ++k) {
        const auto &a = (*map.units)[map.study->areas[links[k].from.at()].core],
                   &b = (*map.units)[map.study->areas[links[k].to.at()].core];
        drawing.line(paper.x(a.longitude), paper.y(a.latitude), paper.x(b.longitude), paper.y(b.latitude), "tie",
            0.6 + 4.0 * links[k].value / largest);
    }
}

void draw_cores(Svg& drawing, const AreaMap& map, const Paper& paper) {
    double most = 0.0;
    for (const auto& area : map.study->areas) most = std::max(most, area.flows.workers);
    for (const auto& area : map.study->areas) {
        const auto& core = (*map.units)[area.core];
        if (!is_blank(core.longitude))
            drawing.circle(paper.x(core.longitude), paper.y(core.latitude),
                1.5 + 7.0 * std::sqrt(area.flows.workers / std::max(1.0, most)), "dot", area_title(area, *map.units));
    }
    // Names where there is room for them, the largest areas first.
    std::vector<std::pair<double, double>> taken;
    std::size_t named = 0;
    for (const auto& area : map.study->areas) {
        const auto& core = (*map.units)[area.core];
        const double x = paper.x(core.longitude), y = paper.y(core.latitude) - 8.0;
        const bool is_crowded = std::any_of(taken.begin(), taken.end(),
            [&](const auto& other) { return std::abs(other.first - x) < 70.0 && std::abs(other.second - y) < 16.0; });
        if (is_crowded || is_blank(core.longitude)) continue;
        drawing.text(x, std::max(12.0, y), core.name, "area-name", Anchor::middle);
        taken.emplace_back(x, y);
        if (++named == named_areas) break;
    }
}

void draw_units(Svg& drawing, const AreaMap& map, const Paper& paper, const std::vector<std::string>& classes,
    const std::vector<Bilingual>& titles) {
    for (const Unit unit : map.units->all()) {
        const auto& record = (*map.units)[unit];
        if (!map.shapes.empty() && !map.shapes[unit.at()].empty())
            drawing.path(paper.path(map.shapes[unit.at()]), classes[unit.at()], titles[unit.at()], 0.4);
        else
            drawing.circle(
                paper.x(record.longitude), paper.y(record.latitude), 5.0, classes[unit.at()], titles[unit.at()]);
    }
}

// Groups of units by a label as a division numbered in the order of labels.
structure::Partition by_region(const structure::Units& units) {
    std::map<std::string, int> number;
    std::vector<int> labels;
    for (const Unit unit : units.all())
        labels.push_back(number.try_emplace(units[unit].region, static_cast<int>(number.size())).first->second);
    return structure::numbered(labels);
}

// Colours such that groups that touch differ, as far as eight suffice.
std::vector<int> colours_of(const structure::Partition& groups, const structure::Adjacency& borders) {
    std::vector<std::set<int>> near(static_cast<std::size_t>(groups.areas));
    for (std::size_t i = 0; i < borders.size(); ++i)
        for (const Unit j : borders[i])
            if (groups.area_of[i] != groups.area_of[j.at()])
                near[static_cast<std::size_t>(groups.area_of[i])].insert(groups.area_of[j.at()]);
    std::vector<int> colour(near.size(), -1);
    for (std::size_t a = 0; a < near.size(); ++a) {
        std::vector<int> used(colours);
        for (const int other : near[a])
            if (colour[static_cast<std::size_t>(other)] >= 0)
                ++used[static_cast<std::size_t>(colour[static_cast<std::size_t>(other)])];
        const int first = static_cast<int>(a) % colours;
        int best = first;
        for (int step = 0; step < colours; ++step) {
            const int tried = (first + step) % colours;
            if (used[static_cast<std::size_t>(tried)] < used[static_cast<std::size_t>(best)]) best = tried;
        }
        colour[a] = best;
    }
    return colour;
}

std::vector<Polygons> outlines_of(const structure::Partition& groups, const std::vector<Polygons>& shapes) {
    std::vector<Polygons> outlines;
    for (const auto& list : structure::members(groups)) {
        std::vector<const Polygons*> parts;
        for (const Unit unit : list) parts.push_back(&shapes[unit.at()]);
        outlines.push_back(files::dissolved(parts));
    }
    return outlines;
}

}  // namespace

bool can_be_drawn(const AreaMap& map) {
    return map.units->size() > 0 && map.units->has_places();
}

std::vector<Polygons> area_outlines(const AreaMap& map) {
    if (map.shapes.empty()) return std::vector<Polygons>(map.study->areas.size());
    return outlines_of(map.study->partition, map.shapes);
}

std::vector<int> area_colours(const AreaMap& map) {
    return colours_of(map.study->partition, *map.borders);
}

RegionOutlines region_outlines(const AreaMap& map) {
    RegionOutlines regions{.of_unit = by_region(*map.units)};
    regions.colours = colours_of(regions.of_unit, *map.borders);
    if (!map.shapes.empty()) regions.outlines = outlines_of(regions.of_unit, map.shapes);
    return regions;
}

Svg areas_drawing(const AreaMap& map, double width) {
    const Paper paper(*map.units, map.shapes, width);
    Svg drawing(paper.width(), paper.height(), "chart living-areas");
    const auto colour = area_colours(map);
    const auto& area_of = map.study->partition.area_of;
    if (map.shapes.empty()) {
        std::vector<std::string> classes;
        std::vector<Bilingual> titles;
        for (const Unit unit : map.units->all()) {
            const auto a = static_cast<std::size_t>(area_of[unit.at()]);
            classes.push_back("dot s" + std::to_string(colour[a]));
            titles.push_back(area_title(map.study->areas[a], *map.units));
        }
        draw_units(drawing, map, paper, classes, titles);
    } else {
        const auto outlines = area_outlines(map);
        for (std::size_t a = 0; a < outlines.size(); ++a)
            drawing.path(
                paper.path(outlines[a]), colour_class(colour[a]), area_title(map.study->areas[a], *map.units), 0.8);
    }
    draw_links(drawing, map, paper);
    draw_cores(drawing, map, paper);
    return drawing;
}

Svg regions_drawing(const AreaMap& map, double width) {
    const Paper paper(*map.units, map.shapes, width);
    Svg drawing(paper.width(), paper.height(), "chart living-areas");
    const auto regions = region_outlines(map);
    for (std::size_t r = 0; r < regions.outlines.size(); ++r)
        drawing.path(paper.path(regions.outlines[r]), colour_class(regions.colours[r]), {}, 0.8);
    return drawing;
}

Svg stability_drawing(const AreaMap& map, double width) {
    const Paper paper(*map.units, map.shapes, width);
    Svg drawing(paper.width(), paper.height(), "chart");
    std::vector<std::string> classes;
    std::vector<Bilingual> titles;
    for (const Unit unit : map.units->all()) {
        const double share = map.study->unit_stability.empty() ? 0.0 : map.study->unit_stability[unit.at()];
        classes.push_back("area q" + std::to_string(std::min(4, static_cast<int>(share * 5.0))));
        const auto& name = (*map.units)[unit].name;
        titles.push_back(
            {compose("{}: {:.0f} %", {name.en, 100.0 * share}), compose("{}: {:.0f}%", {name.ko, 100.0 * share})});
    }
    draw_units(drawing, map, paper, classes, titles);
    return drawing;
}

}  // namespace ecumene::output
