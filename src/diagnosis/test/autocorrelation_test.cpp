#include "diagnosis/spread/autocorrelation.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace ecumene::diagnosis {
namespace {

// A 4 x 4 chequerboard or two halves; rook neighbours.
Neighbourhood grid(std::size_t side) {
    std::vector<std::pair<std::size_t, std::size_t>> touching;
    for (std::size_t r = 0; r < side; ++r)
        for (std::size_t c = 0; c < side; ++c) {
            if (c + 1 < side) touching.emplace_back(r * side + c, r * side + c + 1);
            if (r + 1 < side) touching.emplace_back(r * side + c, (r + 1) * side + c);
        }
    return of_adjacency(side * side, touching);
}

std::vector<double> pattern(std::size_t side, bool is_chequered) {
    std::vector<double> values;
    for (std::size_t r = 0; r < side; ++r)
        for (std::size_t c = 0; c < side; ++c)
            values.push_back(is_chequered ? static_cast<double>((r + c) % 2) : (c < side / 2 ? 0.0 : 1.0));
    return values;
}

TEST(Moran, AChequerboardIsMinusOne) {
    // Every neighbour of a black field is white: each lag is -z, so I = -1.
    const auto m = moran(pattern(4, true), grid(4));
    EXPECT_NEAR(m.index, -1.0, 1e-12);
    EXPECT_LT(m.p, 0.05);
    EXPECT_EQ(m.local[0].quadrant, Quadrant::low_high);
}

TEST(Moran, TwoHalvesAsByHand) {
    // z = -1/2, 1/2. The eight fields at the border have one of 3 (2 of them per side) or of 4 neighbours across, the others none:
    // lags 1, 1 - 2/3 = 1/3 (4 fields), 1 - 2/4 = 1/2 (4 fields), times z: I = (8 + 4/3 + 4/2) / 16 = 0.708333
    const auto m = moran(pattern(4, false), grid(4));
    EXPECT_NEAR(m.index, (8.0 + 4.0 / 3.0 + 2.0) / 16.0, 1e-12);
    EXPECT_NEAR(m.expected, -1.0 / 15.0, 1e-12);
    EXPECT_LT(m.p, 0.01);
    EXPECT_EQ(m.local[0].quadrant, Quadrant::low_low);
    EXPECT_EQ(m.local[15].quadrant, Quadrant::high_high);
}

TEST(Moran, LocalFiguresAverageToTheGlobalOne) {
    const std::vector<double> values = {3, 1, 4, 1, 5, 9, 2, 6, 5};
    const auto m = moran(values, grid(3));
    double sum = 0.0;
    for (const auto& local : m.local) sum += local.index;
    EXPECT_NEAR(sum / 9.0, m.index, 1e-12);
}

TEST(Moran, PCountsBothSidesAndTiesOnBoth) {
    // One region of four stands out; in a ring all permutations of {0, 0, 0, 1} have the same index: every draw is a tie.
    const std::vector<std::pair<std::size_t, std::size_t>> ring = {{0, 1}, {1, 2}, {2, 3}, {3, 0}};
    const auto m = moran(std::vector<double>{0, 0, 0, 1}, of_adjacency(4, ring), {.permutations = 99, .seed = 1});
    EXPECT_EQ(m.p, 1.0);
    // All others are alike, so the lag of the one that stands out cannot differ either.
    EXPECT_EQ(m.local[3].p, 1.0);
    // The farthest out that 99 draws can tell is 2 / 100.
    const auto far = moran(pattern(6, true), grid(6), {.permutations = 99, .seed = 1});
    EXPECT_EQ(far.p, 0.02);
}

TEST(Moran, SameSeedSamePAndNoPatternNoSignificance) {
    const std::vector<double> values = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3};
    const auto a = moran(values, grid(4), {.permutations = 499, .seed = 42});
    const auto b = moran(values, grid(4), {.permutations = 499, .seed = 42});
    EXPECT_EQ(a.p, b.p);
    EXPECT_EQ(a.local[3].p, b.local[3].p);
    EXPECT_GT(a.p, 0.01);
}

TEST(Moran, DoesNotCareForUnits) {
    const std::vector<double> values = {3, 1, 4, 1, 5, 9, 2, 6, -5};
    auto scaled = values;
    for (auto& v : scaled) v = 1e6 * v + 7.0;
    EXPECT_NEAR(moran(values, grid(3)).index, moran(scaled, grid(3)).index, 1e-9);
}

TEST(Moran, AnIslandHasNoLocalFigure) {
    const std::vector<std::pair<std::size_t, std::size_t>> touching = {{0, 1}, {1, 2}, {2, 3}};
    const auto m = moran(std::vector<double>{1, 2, 3, 4, 9}, of_adjacency(5, touching));
    EXPECT_EQ(m.local[4].quadrant, Quadrant::island);
    EXPECT_TRUE(std::isnan(m.local[4].index));
    EXPECT_FALSE(std::isnan(m.index));
}

TEST(Moran, RefusesWhatHasNoSpreadOrNoNeighbours) {
    EXPECT_FALSE(moran(std::vector<double>(9, 2.0), grid(3)).reason.en.empty());
    EXPECT_FALSE(moran(std::vector<double>{1, 2}, of_adjacency(2, {})).reason.en.empty());
    EXPECT_FALSE(moran(std::vector<double>{1, 2, 3, 4}, of_adjacency(4, {})).reason.en.empty());
    EXPECT_FALSE(moran(std::vector<double>{1, 2, 3, blank}, grid(2)).reason.en.empty());
}

TEST(Neighbourhood, NearestAreByDistanceAndRowsSumToOne) {
    const std::vector<Centre> line = {{37.0, 127.0}, {37.0, 127.1}, {37.0, 127.3}, {37.0, 129.0}};
    const auto near = nearest_neighbours(line, 2);
    EXPECT_EQ(near.weights[0][0].first, 1U);
    EXPECT_EQ(near.weights[0][1].first, 2U);
    EXPECT_EQ(near.weights[3][0].first, 1U);
    EXPECT_NEAR(near.weights[3][0].second + near.weights[3][1].second, 1.0, 1e-15);
}

TEST(Neighbourhood, GreatCircleOfADegreeOfLatitude) {
    EXPECT_NEAR(great_circle_km({36.0, 127.0}, {37.0, 127.0}), 111.195, 1e-3);
}

}  // namespace
}  // namespace ecumene::diagnosis
