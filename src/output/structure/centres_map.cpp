#include "output/structure/centres_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.hpp"
#include "output/structure/paper.hpp"
#include "output/svg.hpp"

namespace ecumene::output {
namespace {

using structure::Unit;

constexpr double centres_map_width = 620, people_of_one_pixel = 250, core_ring = 10, sub_ring = 5, letters = 11;

bool holds(const std::vector<std::size_t>& list, std::size_t unit) {
    return std::find(list.begin(), list.end(), unit) != list.end();
}

// RingNames beside their rings where nothing else is named: right, left, above or below; else only the title tells it.
class RingNames {
public:
    void put(Svg& drawing, double x, double y, const Bilingual& name) {
        const double wide = std::max(text_width(name.en, letters), text_width(name.ko, letters));
        const double far = core_ring + 3;
        struct Place {
            double x, y;
            Anchor anchor;
            double left;
        };
        for (const Place& place :
            {Place{x + far, y + 4, Anchor::start, x + far}, Place{x - far, y + 4, Anchor::end, x - far - wide},
                Place{x, y - far, Anchor::middle, x - wide / 2}, Place{x, y + far + 8, Anchor::middle, x - wide / 2}}) {
            const Box box{place.left, place.y - letters, wide, letters + 3};
            if (box.x < 0 || box.x + box.width > centres_map_width || is_taken(box)) continue;
            drawing.text(place.x, place.y, name, "area-name", place.anchor);
            taken_.push_back(box);
            return;
        }
    }
    void keep_free(double x, double y) {
        taken_.push_back({x - core_ring, y - core_ring, 2 * core_ring, 2 * core_ring});
    }

private:
    bool is_taken(const Box& box) const {
        return std::any_of(taken_.begin(), taken_.end(), [&](const Box& other) {
            return box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height &&
                   other.y < box.y + box.height;
        });
    }
    std::vector<Box> taken_;
};

}  // namespace

double people_of_a_core_ring() {
    return core_ring * core_ring * people_of_one_pixel;
}

std::string centres_map(const structure::Basis& basis, const std::vector<files::Polygons>& ground,
    const structure::Alternative& shown, const structure::Alternative& trend, std::string_view labelled_by) {
    const Paper paper(basis.units, ground, centres_map_width);
    Svg drawing(paper.width(), paper.height(), "chart centres-map");
    for (const auto& shape : ground) drawing.path(paper.path(shape), "ground");
    for (const Unit i : basis.units.all()) {
        const structure::UnitRecord& unit = basis.units[i];
        const double more = shown.plan.people[i.at()] - trend.plan.people[i.at()];
        const Bilingual title{
            compose("{}: {:.0f} people, {:+.0f} against trend", {unit.name.en, shown.plan.people[i.at()], more}),
            compose("{}: {:.0f}명, 추세 대비 {:+.0f}", {unit.name.ko, shown.plan.people[i.at()], more})};
        drawing.circle(paper.x(unit.longitude), paper.y(unit.latitude), 2.0, "land", title);
        const double radius = std::sqrt(std::abs(more) / people_of_one_pixel);
        if (radius > 0.5)
            drawing.circle(
                paper.x(unit.longitude), paper.y(unit.latitude), radius, more > 0 ? "grew" : "shrank", title);
    }
    RingNames names;
    const auto& cores = shown.plan.centres.back();
    for (const std::size_t c : cores) {
        const structure::UnitRecord& unit = basis.units[Unit{static_cast<std::int32_t>(c)}];
        names.keep_free(paper.x(unit.longitude), paper.y(unit.latitude));
    }
    for (const Unit i : basis.units.all()) {
        const structure::UnitRecord& unit = basis.units[i];
        const bool is_core = holds(cores, i.at());
        const double x = paper.x(unit.longitude), y = paper.y(unit.latitude);
        if (is_core || holds(shown.plan.centres[1], i.at()))
            drawing.circle(x, y, is_core ? core_ring : sub_ring, is_core ? "core" : "sub", unit.name);
        if (is_core) names.put(drawing, x, y, unit.name);
    }
    return drawing.str(labelled_by);
}

}  // namespace ecumene::output
