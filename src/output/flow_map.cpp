#include "output/flow_map.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "output/markup.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"
#include "output/svg.hpp"

namespace ecumene::output {

namespace {

constexpr double cell_x = 94, cell_y = 74, node_width = 58, node_height = 22, widest = 13, thinnest = 1.2;

struct Point {
    double x{}, y{};
};

std::string at(const Point& p) {
    return px(p.x) + " " + px(p.y);
}

Point between(const Point& a, const Point& b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

class FlowDrawing {
public:
    FlowDrawing(const PlanView& view, double greatest) : view_(view), greatest_(greatest), svg_(frame(view), "flows") {}

    std::string draw(std::vector<Flow> flows, std::string_view labelled_by) {
        std::stable_sort(flows.begin(), flows.end(),
            [](const Flow& a, const Flow& b) { return a.forward + a.backward < b.forward + b.backward; });
        for (const auto& flow : flows) draw_line(flow);
        for (const auto& region : view_.regions()) draw_node(region);
        const std::size_t labels = std::min<std::size_t>(flows.size(), 9);
        for (std::size_t i = flows.size() - labels; i < flows.size(); ++i) draw_label(flows[i]);
        return svg_.svg.str(labelled_by);
    }

private:
    // The grid's corner and the drawing that fits it.
    struct Frame {
        int left{1 << 20}, top{1 << 20}, right{-(1 << 20)}, bottom{-(1 << 20)};
    };
    struct Canvas {
        Canvas(const Frame& f, std::string_view css)
            : frame(f), svg((f.right - f.left + 1) * cell_x, (f.bottom - f.top + 1) * cell_y, css) {}
        Frame frame;
        Svg svg;
    };
    static Frame frame(const PlanView& view) {
        Frame f;
        for (const auto& region : view.regions()) {
            f.left = std::min(f.left, region.tile_x);
            f.right = std::max(f.right, region.tile_x);
            f.top = std::min(f.top, region.tile_y);
            f.bottom = std::max(f.bottom, region.tile_y);
        }
        return f;
    }

    Point place(const std::string& code) const {
        for (const auto& region : view_.regions())
            if (region.code == code)
                return {
                    (region.tile_x - svg_.frame.left + 0.5) * cell_x, (region.tile_y - svg_.frame.top + 0.5) * cell_y};
        return {-1, -1};
    }

    bool is_drawn(const Flow& flow) const { return place(flow.origin).x >= 0 && place(flow.destination).x >= 0; }

    // Bent a little, so that a line between far tiles does not hide behind the tile in between.
    Point bend(const Point& a, const Point& b) const {
        const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
        const double swing = length > 1.5 * cell_x ? 0.17 : 0.0;
        const double side =
            a.x < b.x || (a.x == b.x && a.y < b.y) ? 1.0 : -1.0;  // the same bend whichever way it is listed
        const auto middle = between(a, b, 0.5);
        return {middle.x - dy * swing * side, middle.y + dx * swing * side};
    }

    static Point on_curve(const Point& a, const Point& c, const Point& b, double t) {
        return between(between(a, c, t), between(c, b, t), t);
    }

    void draw_line(const Flow& flow) {
        if (!is_drawn(flow)) return;
        const Point a = place(flow.origin), b = place(flow.destination), c = bend(a, b);
        const double energy = flow.forward + flow.backward;
        const double width = std::max(thinnest, widest * energy / greatest_);
        const std::string css = flow.is_often_full ? "flow full" : "flow";
        svg_.svg.path("M" + at(a) + "Q" + at(c) + " " + at(b), css, flow.title, width);
        draw_arrow(flow, a, b, c, width);
    }

    void draw_arrow(const Flow& flow, const Point& a, const Point& b, const Point& c, double width) {
        if (std::max(flow.forward, flow.backward) < 1e-9 * greatest_) return;
        const bool is_forward = flow.forward >= flow.backward;
        const Point tip = on_curve(a, c, b, is_forward ? 0.6 : 0.4), tail = on_curve(a, c, b, 0.5);
        const double length = std::hypot(tip.x - tail.x, tip.y - tail.y);
        if (length == 0) return;
        const double ux = (tip.x - tail.x) / length, uy = (tip.y - tail.y) / length, size = 4.0 + width * 0.4;
        const Point front{tail.x + ux * size * 1.3, tail.y + uy * size * 1.3},
            base{tail.x - ux * size * 0.5, tail.y - uy * size * 0.5};
        svg_.svg.path("M" + at(front) + "L" + at({base.x - uy * size, base.y + ux * size}) + "L" +
                          at({base.x + uy * size, base.y - ux * size}) + "Z",
            flow.is_often_full ? "arrow full" : "arrow", flow.title);
    }

    void draw_node(const dataset::Region& region) {
        const auto p = place(region.code);
        const auto whole = view_.region(region.code);
        const Bilingual name{shortened(whole.en, 8.8, node_width), shortened(whole.ko, 12, node_width)};
        svg_.svg.rect(
            {p.x - node_width / 2, p.y - node_height / 2, node_width, node_height}, "node", whole, node_height / 2);
        svg_.svg.text(p.x, p.y + 4, name, text_width(name.en, 11) > node_width - 6 ? "node-name small" : "node-name",
            Anchor::middle);
    }

    void draw_label(const Flow& flow) {
        if (!is_drawn(flow)) return;
        const Point a = place(flow.origin), b = place(flow.destination);
        const auto p = on_curve(a, bend(a, b), b, 0.5);
        const bool is_steep = std::abs(b.y - a.y) > 0.8 * std::abs(b.x - a.x);
        const double clear = 5 + std::max(3.0, widest * (flow.forward + flow.backward) / greatest_ * 0.9);
        svg_.svg.text(p.x + (is_steep ? clear : 0), p.y + (is_steep ? 4 : -clear),
            same(grouped((flow.forward + flow.backward) / 1e6, 1)), "flow-value",
            is_steep ? Anchor::start : Anchor::middle);
    }

    const PlanView& view_;
    double greatest_;
    Canvas svg_;
};

}  // namespace

std::string flow_map(
    const PlanView& view, const std::vector<Flow>& flows, double greatest, std::string_view labelled_by) {
    return FlowDrawing(view, greatest > 0 ? greatest : 1.0).draw(flows, labelled_by);
}

}  // namespace ecumene::output
