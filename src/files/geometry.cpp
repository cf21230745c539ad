#include "files/geometry.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <utility>

#include "core/error.hpp"

namespace ecumene::files {
namespace {

class TextReader {
public:
    explicit TextReader(std::string_view text) : rest_(text) {}

    Polygons multipolygon() {
        word("MULTIPOLYGON");
        Polygons shape =
            list<Polygon>([&] { return list<Ring>([&] { return list<Point>([&] { return point(); }); }); });
        skip();
        if (!rest_.empty()) fail();
        return shape;
    }

private:
    template <class Item, class Read>
    std::vector<Item> list(const Read& read) {
        std::vector<Item> items;
        sign('(');
        do items.push_back(read());
        while (take(','));
        sign(')');
        return items;
    }
    Point point() {
        const double x = number();
        return {x, number()};
    }
    double number() {
        skip();
        double value = 0.0;
        const auto [end, failure] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (failure != std::errc{} || !std::isfinite(value)) fail();
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }
    void skip() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
    }
    bool take(char wanted) {
        skip();
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void sign(char wanted) {
        if (!take(wanted)) fail();
    }
    void word(std::string_view wanted) {
        skip();
        if (rest_.substr(0, wanted.size()) != wanted) fail();
        rest_.remove_prefix(wanted.size());
    }
    [[noreturn]] void fail() const {
        throw Error(ErrorKind::input,
            "not a MULTIPOLYGON in well-known text, from '" + std::string(rest_.substr(0, 20)) + "' on");
    }

    std::string_view rest_;
};

using Edge = std::pair<Point, Point>;

// Edges that no other outline shares, by where they start.
std::multimap<Point, Point> outer_edges(const std::vector<const Polygons*>& parts) {
    std::map<Edge, int> count;
    for (const auto* part : parts)
        for (const auto& polygon : *part)
            for (const auto& ring : polygon)
                for (std::size_t k = 0; k + 1 < ring.size(); ++k) {
                    const Edge back{ring[k + 1], ring[k]};
                    if (const auto at = count.find(back); at != count.end() && at->second > 0)
                        --at->second;
                    else
                        ++count[{ring[k], ring[k + 1]}];
                }
    std::multimap<Point, Point> edges;
    for (const auto& [edge, times] : count)
        if (times > 0) edges.emplace(edge.first, edge.second);
    return edges;
}

std::vector<Ring> chained(std::multimap<Point, Point> edges) {
    std::vector<Ring> rings;
    while (!edges.empty()) {
        Ring ring{edges.begin()->first};
        for (auto next = edges.begin(); next != edges.end(); next = edges.find(ring.back())) {
            ring.push_back(next->second);
            edges.erase(next);
            if (ring.back() == ring.front()) break;
        }
        if (ring.size() >= 4 && ring.back() == ring.front()) rings.push_back(std::move(ring));
    }
    return rings;
}

bool holds(const Ring& ring, const Point& p) {
    bool is_in = false;
    for (std::size_t k = 0, j = ring.size() - 1; k < ring.size(); j = k++)
        if ((ring[k].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[k].x) * (p.y - ring[k].y) / (ring[j].y - ring[k].y) + ring[k].x)
            is_in = !is_in;
    return is_in;
}

// A ring inside an odd number of others is a hole of the smallest of them.
Polygons nested(std::vector<Ring> rings) {
    std::sort(rings.begin(), rings.end(),
        [](const Ring& a, const Ring& b) { return std::abs(turning(a)) > std::abs(turning(b)); });
    Polygons shape;
    for (auto& ring : rings) {
        const Point inside{0.5 * (ring[0].x + ring[1].x), 0.5 * (ring[0].y + ring[1].y)};
        Polygon* around = nullptr;
        for (auto& polygon : shape) {
            if (!holds(polygon.front(), inside)) continue;
            const bool is_in_hole =
                std::any_of(polygon.begin() + 1, polygon.end(), [&](const Ring& hole) { return holds(hole, inside); });
            if (!is_in_hole) around = &polygon;
        }
        if (around != nullptr)
            around->push_back(std::move(ring));
        else
            shape.push_back({std::move(ring)});
    }
    return shape;
}

class BinaryWriter {
public:
    BinaryWriter& kind(std::uint32_t type) {
        bytes_ += '\1';
        return count(type);
    }
    BinaryWriter& count(std::uint32_t number) {
        char raw[sizeof number];
        std::memcpy(raw, &number, sizeof number);
        bytes_.append(raw, sizeof number);
        return *this;
    }
    BinaryWriter& point(const Point& p) {
        for (const double number : {p.x, p.y}) {
            char raw[sizeof number];
            std::memcpy(raw, &number, sizeof number);
            bytes_.append(raw, sizeof number);
        }
        return *this;
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

constexpr std::uint32_t wkb_point = 1, wkb_line = 2, wkb_polygon = 3, wkb_multipolygon = 6;

std::uint32_t size_of(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

void widen(Extent& extent, const Point& p) {
    extent.min_x = std::min(extent.min_x, p.x);
    extent.max_x = std::max(extent.max_x, p.x);
    extent.min_y = std::min(extent.min_y, p.y);
    extent.max_y = std::max(extent.max_y, p.y);
}

Extent nothing() {
    constexpr double far = std::numeric_limits<double>::infinity();
    return {far, -far, far, -far};
}

}  // namespace

double turning(const Ring& ring) {
    double sum = 0.0;
    for (std::size_t k = 0; k + 1 < ring.size(); ++k) sum += ring[k].x * ring[k + 1].y - ring[k + 1].x * ring[k].y;
    return sum;
}

Polygons parse_multipolygon(std::string_view text) {
    return TextReader(text).multipolygon();
}

Polygons dissolved(const std::vector<const Polygons*>& parts) {
    return nested(chained(outer_edges(parts)));
}

std::string binary_of(const Polygons& shape) {
    BinaryWriter writer;
    writer.kind(wkb_multipolygon).count(size_of(shape.size()));
    for (const auto& polygon : shape) {
        writer.kind(wkb_polygon).count(size_of(polygon.size()));
        for (const auto& ring : polygon) {
            writer.count(size_of(ring.size()));
            for (const auto& p : ring) writer.point(p);
        }
    }
    return writer.take();
}

std::string binary_of(const Point& point) {
    return BinaryWriter().kind(wkb_point).point(point).take();
}

std::string binary_of(const std::vector<Point>& line) {
    BinaryWriter writer;
    writer.kind(wkb_line).count(size_of(line.size()));
    for (const auto& p : line) writer.point(p);
    return writer.take();
}

Extent extent_of(const Polygons& shape) {
    Extent extent = nothing();
    for (const auto& polygon : shape)
        for (const auto& ring : polygon)
            for (const auto& p : ring) widen(extent, p);
    return extent;
}

Extent extent_of(const std::vector<Point>& line) {
    Extent extent = nothing();
    for (const auto& p : line) widen(extent, p);
    return extent;
}

}  // namespace ecumene::files
