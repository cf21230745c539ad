#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/frame.hpp"
#include "embedded/picture_css.hpp"
#include "output/charts/lines.hpp"
#include "output/charts/picture.hpp"
#include "output/charts/rows.hpp"
#include "output/charts/scatter.hpp"
#include "output/charts/slopes.hpp"
#include "output/charts/tile_grid.hpp"
#include "output/quantity.hpp"
#include "tags.hpp"

namespace ecumene::output {
namespace {

Bilingual name(const std::string& en, const std::string& ko) {
    return {en, ko};
}

LineChart two_lines() {
    LineChart chart{.unit = same("t"), .decimals = 1, .labelled_by = "title-x"};
    chart.series.push_back({name("Capital", "수도권"), {{2000, 4.8}, {2001, blank}, {2002, 6.5}}});
    chart.series.push_back({name("Rest & more", "비수도권"), {{2000, 15.8}, {2001, 16.0}, {2002, 21.5}}});
    return chart;
}

Waterfall kaya() {
    return {.first_name = same("2000"),
        .last_name = same("2018"),
        .first = 100,
        .last = 130,
        .steps = {{name("People", "인구"), 10}, {name("Intensity", "집약도"), -20},
            {name("Product per head", "1인당 생산"), 40}},
        .unit = same("Mt"),
        .decimals = 0,
        .labelled_by = "title-x"};
}

TileGrid maps() {
    TileGrid grid{
        .places = {{"A", name("Alpha", "가"), 0, 0}, {"B", name("Beta", "나"), 1, 0}}, .labelled_by = "title-x"};
    grid.panels = {{same("2000"), {{"A", {same("3"), "q0", same("A: 3")}}}},
        {same("2018"), {{"A", {same("5"), "q4", same("A: 5")}}, {"B", {same("1"), "q0", same("B: 1")}}}}};
    grid.keys = {{"q0", name("up to 4", "4 이하")}, {"q4", name("above 4", "4 초과")}};
    return grid;
}

ScatterChart points() {
    ScatterChart chart{.x_title = same("x"), .y_title = same("y"), .labelled_by = "title-x"};
    chart.points = {{name("Alpha", "가"), 10, 4}, {name("Beta", "나"), 12, -3, 1, "s1"}};
    chart.guides = {{0.8, "dashed"}, {1.2, "dashed"}};
    chart.areas = {{name("weak", "약한"), 0, 0.8, true}, {name("strong", "강한"), -unbounded_slope, 0, true}};
    return chart;
}

SlopeChart two_slopes() {
    return {.rows = {{name("Alpha", "가"), 3, 5}, {name("Beta", "나"), 5, 4}, {name("Gamma", "다"), blank, 4}},
        .first_title = same("2000"),
        .last_title = same("2018"),
        .unit = same("t"),
        .decimals = 1,
        .labelled_by = "title-x"};
}

std::vector<Drawing> one_of_each() {
    return {lines(two_lines()), waterfall(kaya()), tile_grid(maps()), scatter(points()), slopes(two_slopes())};
}

TEST(Charts, AreWellFormedAndNamedByTheirTitle) {
    for (const auto& drawing : one_of_each())
        for (const auto& svg : {drawing.wide, drawing.narrow}) {
            EXPECT_EQ(unbalanced(svg), "");
            EXPECT_EQ(count(svg, "aria-labelledby=\"title-x\""), 1U);
            EXPECT_EQ(svg.find("nan"), std::string::npos);
        }
}

TEST(Charts, ReachNoFurtherThanTheirFrame) {
    for (const auto& drawing : one_of_each())
        for (const auto& svg : {drawing.wide, drawing.narrow})
            for (const auto& piece : pieces(svg, "<rect x=\"-", ">")) ADD_FAILURE() << piece;
}

TEST(Charts, WithoutFiguresAreNotDrawn) {
    EXPECT_TRUE(lines({}).is_empty());
    EXPECT_TRUE(slopes({.rows = {{same("a"), blank, 1}}}).is_empty());
    EXPECT_TRUE(scatter({.points = {{same("a"), blank, 1}}}).is_empty());
    EXPECT_TRUE(rows({}).is_empty());
    EXPECT_TRUE(tile_grid({}).is_empty());
    EXPECT_TRUE(shown({}).empty());
}

TEST(Lines, ABlankBreaksTheLine) {
    const auto svg = lines(two_lines()).wide;
    std::vector<std::size_t> strokes;  // of each line
    for (const auto& path : pieces(svg, "<path d=\"", ">"))
        if (path.find("class=\"line ") != std::string::npos) strokes.push_back(count(path, "L"));
    EXPECT_EQ(strokes, (std::vector<std::size_t>{0, 2}));  // two lone points; a whole line
}

TEST(Lines, DifferByMarkAndClassNotByColourAlone) {
    const auto svg = lines(two_lines()).wide;
    EXPECT_GT(count(svg, "<circle"), 0U);
    EXPECT_NE(svg.find("class=\"dot s1\""), std::string::npos);
    EXPECT_NE(svg.find("Rest &amp; more 21.5"), std::string::npos);
}

TEST(Waterfall, EachStepBeginsWhereTheOneBeforeEnded) {
    const auto svg = waterfall(kaya()).wide;
    EXPECT_EQ(count(svg, "class=\"area rises\""), 2U);
    EXPECT_EQ(count(svg, "class=\"area falls\""), 1U);
    EXPECT_EQ(count(svg, "class=\"leader\""), 4U);
    EXPECT_NE(svg.find(">+40<"), std::string::npos);
    EXPECT_NE(svg.find(">−20<"), std::string::npos);
}

TEST(Slopes, LeaveOutRowsWithoutOneEnd) {
    const auto svg = slopes(two_slopes()).wide;
    EXPECT_EQ(svg.find("Gamma"), std::string::npos);
    EXPECT_NE(svg.find("class=\"slope rising\""), std::string::npos);
    EXPECT_NE(svg.find("class=\"slope falling\""), std::string::npos);
}

TEST(TileGrid, ARegionWithoutAFigureShowsADash) {
    const auto svg = tile_grid(maps()).wide;
    EXPECT_EQ(count(svg, "class=\"tile-figure q-none\""), 1U);
    EXPECT_EQ(count(svg, "<rect"), 6U);  // two keys, four tiles
}

TEST(Labels, AreSpreadApartInOrder) {
    const auto places = spread_apart({10, 11, 12, 90}, 15, 0, 100);
    EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
    for (std::size_t i = 1; i < places.size(); ++i) EXPECT_GE(places[i] - places[i - 1], 15 - 1e-9);
    EXPECT_GE(places.front(), 0);
    EXPECT_LE(places.back(), 100);
}

TEST(Labels, ShareTheRoomThereIs) {
    const auto places = spread_apart({5, 5, 5, 5, 5, 5}, 15, 0, 50);
    EXPECT_NEAR(places.back() - places.front(), 50, 1e-9);
}

TEST(Picture, IsAFileInOneLanguage) {
    const auto svg = lines(two_lines()).wide;
    const auto korean = picture_file(svg, name("Per head", "1인당"), name("Note", "주"), Language::ko);
    EXPECT_EQ(unbalanced(korean), "");
    EXPECT_TRUE(korean.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"ko\""));
    EXPECT_NE(korean.find(">비수도권 21.5<"), std::string::npos);
    EXPECT_EQ(korean.find(">Rest"), std::string::npos);
    EXPECT_EQ(korean.find("<tspan"), std::string::npos);
    EXPECT_NE(picture_file(svg, name("Per head", "1인당"), {}, Language::en).find(">Per head<"), std::string::npos);
}

TEST(Picture, HasALookForEveryClassDrawn) {
    const std::string css(embedded::picture_css);
    std::set<std::string> classes;
    for (const auto& drawing : one_of_each())
        for (auto list : pieces(drawing.wide, "class=\"", "\" ")) {
            list = list.substr(7, list.find('"', 7) - 7);
            for (const auto& one : split(list, ' ')) classes.insert(one);
        }
    for (const auto& plain : {"en", "ko", "chart", "tile-grid", "label", "strong"}) classes.erase(plain);
    for (const auto& one : classes) EXPECT_NE(css.find("." + one), std::string::npos) << one;
}

}  // namespace
}  // namespace ecumene::output
