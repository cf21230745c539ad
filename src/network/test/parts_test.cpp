#include <gtest/gtest.h>

#include <cmath>

#include "network/cell.hpp"
#include "network/equations/cycles.hpp"
#include "network/equations/impedance.hpp"
#include "network/test/small_network.hpp"

namespace ecumene::network {
namespace {

TEST(Cell, ReadsWhatPypsaWrites) {
    double value = 0.0;
    EXPECT_TRUE(parse_cell("-inf", value) && std::isinf(value) && value < 0.0);
    EXPECT_TRUE(parse_cell("", value) && std::isnan(value));
    EXPECT_TRUE(parse_cell("True", value) && value == 1.0);
    EXPECT_TRUE(parse_cell(" 1e-3", value) && value == 1e-3);
    EXPECT_FALSE(parse_cell("1.5 MW", value));
}

TEST(Schema, PortsBeyondTheFirstAreLikeIt) {
    ASSERT_NE(find_attribute("links", "efficiency3"), nullptr);
    EXPECT_EQ(find_attribute("links", "efficiency3")->default_number, 1.0);
    EXPECT_EQ(find_attribute("links", "bus2")->kind, Kind::text);
    EXPECT_EQ(find_attribute("generators", "bus2"), nullptr);
}

TEST(Schema, OldNetworksHaveOldDefaults) {
    const auto* cyclic = find_attribute("stores", "e_cyclic_per_period");
    EXPECT_EQ(cyclic->number_default(false), 0.0);
    EXPECT_EQ(cyclic->number_default(true), 1.0);
}

TEST(Cycles, AreAsManyAsEdgesBeyondAForest) {
    // 0 - 1 = 1 - 2 - 0 with a double edge, and 3 - 4 apart
    const std::vector<Edge> edges{{0, 1}, {0, 1}, {1, 2}, {2, 0}, {3, 4}};
    const auto cycles = independent_cycles(5, edges);
    ASSERT_EQ(cycles.size(), 2U);
    for (const auto& cycle : cycles) {
        std::vector<double> at_node(5, 0.0);
        for (std::size_t k = 0; k < cycle.edge.size(); ++k) {
            const auto& edge = edges[static_cast<std::size_t>(cycle.edge[k])];
            at_node[static_cast<std::size_t>(edge.from)] -= cycle.sign[k];
            at_node[static_cast<std::size_t>(edge.to)] += cycle.sign[k];
        }
        EXPECT_EQ(at_node, std::vector<double>(5, 0.0)) << "what enters a node leaves it";
    }
}

TEST(Impedances, ComeFromStandardTypes) {
    SmallNetwork small;
    small.file("buses.csv", "name,v_nom\nA,10\nB,10\n")
        .file("lines.csv", "name,bus0,bus1,type,length,num_parallel\nL,A,B,149-AL1/24-ST1A 10.0,8,2\n")
        .file("transformers.csv", "name,bus0,bus1,type\nT,A,B,0.25 MVA 10/0.4 kV\n");
    Findings findings;
    const auto network = small.read(findings);
    ASSERT_FALSE(findings.has_errors());
    // 0.315 ohm/km * 8 km / 2 circuits / (10 kV)^2
    EXPECT_NEAR(impedances(network, network["lines"]).reactance.front(), 0.0126, 1e-12);
    // sqrt(0.04^2 - 0.012^2) / 0.25 MVA
    EXPECT_NEAR(
        impedances(network, network["transformers"]).reactance.front(), std::sqrt(0.0016 - 0.000144) / 0.25, 1e-12);
}

}  // namespace
}  // namespace ecumene::network
