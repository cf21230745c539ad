#include "diagnosis/ledgers/flow_tracing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace ecumene::diagnosis {
namespace {

double sum(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

PowerNode node(double made, double used, double emissions, double marginal = 0.0) {
    return {.made = made, .used = used, .emissions = emissions, .marginal = marginal};
}

//   0 --6--> 1      0 makes 10 and uses 4 at 0.8 t/MWh; 1 makes 1 clean and uses 7.
const std::vector<PowerNode> two = {node(10, 4, 8, 0.9), node(1, 7, 0)};

TEST(FlowTracing, MovesTheMixOfTheExporterAsByHand) {
    const auto t = trace_average_mix(two, inferred_exchange(two));
    EXPECT_NEAR(t.emissions[0], 3.2, 1e-3);
    EXPECT_NEAR(t.emissions[1], 4.8, 1e-3);
    EXPECT_EQ(sum(t.emissions), 8.0);
}

TEST(FlowTracing, TransitPassesOnTheMixAsByHand) {
    //   0 --6--> 1 --4--> 2       1 makes 4 clean and uses 6: mix (6 * 1 + 0) / 10 = 0.6; 2 uses 4 at 0.6.
    const std::vector<PowerNode> chain = {node(10, 4, 10), node(4, 6, 0), node(0, 4, 0)};
    const std::vector<PowerFlow> flows = {{0, 1, 6.0}, {1, 2, 4.0}};
    const auto t = trace_average_mix(chain, flows);
    EXPECT_NEAR(t.emissions[0], 4.0, 1e-3);
    EXPECT_NEAR(t.emissions[1], 3.6, 2e-3);
    EXPECT_NEAR(t.emissions[2], 2.4, 1e-3);
    EXPECT_NEAR(t.intensity[2], 0.6, 1e-3);
}

TEST(FlowTracing, LoopsSettle) {
    //   0 --5--> 1 --5--> 0: both make 10 and use 10, 0 emits 10. x0 = (10 + 5 x1) / 15, x1 = 5 x0 / 15: x0 = 0.75, x1 = 0.25
    const std::vector<PowerNode> loop = {node(1e4, 1e4, 1e4), node(1e4, 1e4, 0)};
    const std::vector<PowerFlow> flows = {{0, 1, 5e3}, {1, 0, 5e3}};
    const auto t = trace_average_mix(loop, flows);
    EXPECT_NEAR(t.emissions[0], 7500.0, 1e-2);
    EXPECT_NEAR(t.emissions[1], 2500.0, 1e-2);
}

TEST(FlowTracing, NationalMixMovesNetImportsAtTheMean) {
    // 8 t over 11 MWh, 6 MWh moved.
    const auto t = trace_national_mix(two, 8.0);
    EXPECT_NEAR(t.emissions[1], 6.0 * 8.0 / 11.0, 1e-3);
    EXPECT_EQ(sum(t.emissions), 8.0);
}

TEST(FlowTracing, MarginalExportsCarryThePlantsThatRunForThem) {
    // 6 MWh at 0.9 = 5.4 of the 8 t.
    const auto t = trace_marginal(two, inferred_exchange(two));
    EXPECT_NEAR(t.emissions[1], 5.4, 1e-3);
    EXPECT_NEAR(t.emissions[0], 2.6, 1e-3);
}

TEST(FlowTracing, MarginalNeverMovesMoreThanIsThere) {
    const std::vector<PowerNode> nuclear = {node(10, 4, 2, 0.9), node(1, 7, 0)};
    EXPECT_NEAR(trace_marginal(nuclear, inferred_exchange(nuclear)).emissions[0], 0.0, 1e-3);
}

TEST(FlowTracing, LossesAreSharedOutByUse) {
    const auto scaled = scaled_to_supply(std::vector<PowerNode>{node(11, 4, 8), node(0, 6, 0)});
    EXPECT_NEAR(scaled[0].used, 4.4, 1e-12);
    EXPECT_NEAR(scaled[1].used, 6.6, 1e-12);
}

TEST(FlowTracing, WithoutExchangeNothingMoves) {
    const std::vector<PowerNode> alone = {node(4, 4, 8), node(7, 7, 1)};
    EXPECT_TRUE(inferred_exchange(alone).empty());
    EXPECT_EQ(trace_average_mix(alone, {}).emissions, (std::vector<double>{8.0, 1.0}));
}

TEST(FlowTracing, LedgersSumToTheSameOnRandomNations) {
    std::mt19937_64 random(1996);
    std::uniform_real_distribution<double> energy(0.0, 1e8), intensity(0.0, 1.0);
    for (int draw = 0; draw < 100; ++draw) {
        std::vector<PowerNode> nodes;
        double first = 0.0;
        for (int i = 0; i < 40; ++i) {
            const double made = i % 5 == 0 ? 0.0 : energy(random);
            // Whole grains, so that sums have no rounding and must be equal to the last bit.
            nodes.push_back(node(made, energy(random), std::round(1024.0 * made * intensity(random)) / 1024.0, 0.7));
            first += nodes.back().emissions;
        }
        nodes = scaled_to_supply(nodes);
        const auto flows = inferred_exchange(nodes);
        for (const auto& t :
            {trace_average_mix(nodes, flows), trace_national_mix(nodes, first), trace_marginal(nodes, flows)})
            EXPECT_EQ(sum(t.emissions), first);
    }
}

TEST(FlowTracing, AverageMixNeverGoesBelowZero) {
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> energy(1.0, 1e6);
    std::vector<PowerNode> nodes;
    std::vector<PowerFlow> flows;
    for (std::size_t i = 0; i < 30; ++i) nodes.push_back(node(energy(random), energy(random), energy(random)));
    for (std::size_t i = 0; i < 200; ++i) flows.push_back({i % 30, (i * 7 + 3) % 30, energy(random)});
    for (const double e : trace_average_mix(nodes, flows).emissions)
        EXPECT_GE(e, -1.0);  // a grain for each of 200 links
}

}  // namespace
}  // namespace ecumene::diagnosis
