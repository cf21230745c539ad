#include "barrier/plot.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "output/charts/drawing.hpp"
#include "output/charts/picture.hpp"
#include "output/quantity.hpp"
#include "output/scale.hpp"
#include "output/svg.hpp"

namespace ecumene::bench {
namespace {

using output::Anchor;
using output::same;

constexpr double width = 640, height = 400, left = 58, right = width - 24, top = 56, bottom = height - 46;

struct Point {
    std::string name;
    double entries{}, seconds{};
    bool is_lower_bound{};  // stopped at the limit
};

struct Series {
    std::string name;
    std::vector<Point> points;  // by size
};

Series series_of(const std::vector<Result>& results, Solver solver, const std::string& name) {
    Series series{name, {}};
    for (const Result& r : results) {
        const Measured m = median_of(r, solver);
        const bool is_over = m.outcome == Outcome::over_limit;
        if (m.is_proved() || is_over)
            series.points.push_back({r.instance.name, static_cast<double>(r.entries), m.seconds, is_over});
    }
    std::sort(series.points.begin(), series.points.end(),
        [](const Point& a, const Point& b) { return a.entries < b.entries; });
    return series;
}

struct Range {
    double low{std::numeric_limits<double>::infinity()}, high{};

    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void widen(double factor) {
        low /= factor;
        high *= factor;
    }
};

// A logarithmic axis with ticks at 1, 2 and 5 times powers of ten, and more where it spans little.
class LogScale {
public:
    LogScale(Range range, double from, double to)
        : range_(range), linear_(std::log10(range.low), std::log10(range.high), from, to) {}

    double operator()(double value) const { return linear_(std::log10(value)); }
    std::vector<double> ticks() const {
        const bool is_short = range_.high < 10.0 * range_.low;
        const std::vector<double> digits =
            is_short ? std::vector<double>{1, 1.5, 2, 3, 5, 7} : std::vector<double>{1, 2, 5};
        std::vector<double> out;
        for (int power = static_cast<int>(std::floor(std::log10(range_.low))); std::pow(10.0, power) <= range_.high;
             ++power)
            for (const double digit : digits) {
                const double tick = digit * std::pow(10.0, power);
                if (tick >= range_.low && tick <= range_.high) out.push_back(tick);
            }
        return out;
    }

private:
    Range range_;
    output::Scale linear_;
};

// log seconds = p log entries + constant, by least squares.
struct Trend {
    bool is_there{};
    double p{}, constant{};

    double at(double entries) const { return std::exp(p * std::log(entries) + constant); }
};

Trend trend_of(const Series& series) {
    double n = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (const Point& point : series.points) {
        if (point.is_lower_bound) continue;
        const double u = std::log(point.entries), v = std::log(point.seconds);
        n += 1;
        x += u;
        y += v;
        xx += u * u;
        xy += u * v;
    }
    const double spread = n * xx - x * x;
    if (n < 3 || spread < 1e-9) return {};
    const double p = (n * xy - x * y) / spread;
    return {true, p, (y - p * x) / n};
}

std::string axis_text(double value) {
    return value >= 1e6 ? shortest(value / 1e6) + "M" : value >= 1e3 ? shortest(value / 1e3) + "k" : shortest(value);
}

class Plot {
public:
    explicit Plot(std::vector<Series> series)
        : series_(std::move(series)),
          x_(range_of(&Point::entries, 1.25), left, right),
          y_(range_of(&Point::seconds, 1.7), bottom, top) {}

    std::string drawn() {
        axes();
        for (std::size_t n = 0; n < series_.size(); ++n) legend(n);
        for (std::size_t n = 0; n < series_.size(); ++n) trend(n);
        for (std::size_t n = 0; n < series_.size(); ++n) marks(n);
        names();
        return svg_.str({});
    }

private:
    Range range_of(double Point::*figure, double room) const {
        Range range;
        for (const Series& s : series_)
            for (const Point& point : s.points) range.include(point.*figure);
        range.widen(room);
        return range;
    }

    void axes() {
        for (const double tick : y_.ticks()) {
            svg_.line(left, y_(tick), right, y_(tick), "grid");
            svg_.text(left - 8, y_(tick) + 4, same(axis_text(tick)), "axis", Anchor::end);
        }
        for (const double tick : x_.ticks()) {
            svg_.line(x_(tick), bottom, x_(tick), bottom + 5, "zero");
            svg_.text(x_(tick), bottom + 19, same(axis_text(tick)), "axis", Anchor::middle);
        }
        svg_.line(left, bottom, right, bottom, "zero");
        svg_.text(left - 40, top - 12, same("CPU seconds"), "axis strong");
        svg_.text(right, bottom + 38, same("entries of the problem"), "axis strong", Anchor::end);
    }

    void legend(std::size_t n) {
        const double y = 12.0, x = left + 8 + 290.0 * static_cast<double>(n);
        const Trend trend = trend_of(series_[n]);
        const std::string slope = trend.is_there ? compose(": seconds ~ entries^{:.2f}", {trend.p}) : std::string();
        output::draw_mark(svg_, n, x, y, "dot " + output::series_class(n));
        svg_.text(x + 10, y + 4, same(series_[n].name + slope), "axis strong");
    }

    void trend(std::size_t n) {
        const Series& s = series_[n];
        const Trend trend = trend_of(s);
        if (!trend.is_there) return;
        const auto is_timed = [](const Point& p) { return !p.is_lower_bound; };
        const double first = std::find_if(s.points.begin(), s.points.end(), is_timed)->entries,
                     last = std::find_if(s.points.rbegin(), s.points.rend(), is_timed)->entries;
        svg_.line(x_(first), y_(trend.at(first)), x_(last), y_(trend.at(last)), "line " + output::series_class(n));
    }

    void marks(std::size_t n) {
        const std::string look = output::series_class(n);
        for (const Point& point : series_[n].points) {
            const double x = x_(point.entries), y = y_(point.seconds);
            const std::string seconds = compose("{}{:.3g} s", {point.is_lower_bound ? "> " : "", point.seconds});
            if (point.is_lower_bound)
                svg_.path(compose("M{} {}V{}M{} {}L{} {}L{} {}",
                              {output::px(x), output::px(y), output::px(y - 22), output::px(x - 4), output::px(y - 16),
                                  output::px(x), output::px(y - 22), output::px(x + 4), output::px(y - 16)}),
                    "slope rising");
            output::draw_mark(svg_, n, x, y, "dot " + look, same(point.name + ", " + series_[n].name + ": " + seconds));
        }
    }

    // At the barrier's marks, on the side away from the trend, which rises; of two that stand close the left one's name goes
    // to the left.
    void names() {
        const std::vector<Point>& points = series_.front().points;
        const Trend trend = trend_of(series_.front());
        for (std::size_t k = 0; k < points.size(); ++k) {
            constexpr double letter = 11;
            const double x = x_(points[k].entries), y = y_(points[k].seconds),
                         reach = output::text_width(points[k].name, letter) + 12;
            const bool is_above = trend.is_there && points[k].seconds > trend.at(points[k].entries);
            const bool is_crowded_right = k + 1 < points.size() && x_(points[k + 1].entries) - x < reach;
            const bool is_at_the_edge = x + reach > right, fits_left = x - reach > left;
            const bool goes_left = is_at_the_edge || (fits_left && (is_above || is_crowded_right));
            svg_.text(goes_left ? x - 7 : x + 7, is_above ? y - 8 : y + 15, same(points[k].name), "point-name",
                goes_left ? Anchor::end : Anchor::start);
        }
    }

    std::vector<Series> series_;
    LogScale x_, y_;
    output::Svg svg_{width, height, "chart"};
};

}  // namespace

std::string plot_of(const std::vector<Result>& results) {
    std::vector<Series> series{series_of(results, Solver::barrier, "barrier")};
    if (Series highs = series_of(results, Solver::highs, "HiGHS IPX"); !highs.points.empty())
        series.push_back(std::move(highs));
    if (series.front().points.empty()) throw Error(ErrorKind::solver, "the barrier proved nothing: there is no plot");
    const std::string note =
        "Both to the same certificate (1e-6) on the problem as written, one thread, presolve counted, no crossover; "
        "medians "
        "over seeds. Names are regions x hours x years; an arrow stands where HiGHS reached its limit.";
    return output::picture_file(
        Plot(std::move(series)).drawn(), same("Interior point: time against size"), same(note), Language::en);
}

}  // namespace ecumene::bench
