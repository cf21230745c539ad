#include "diagnosis/change/decoupling.hpp"

#include <gtest/gtest.h>

namespace ecumene::diagnosis {
namespace {

// From 100 and 100, so that the last figures less 100 are the per cent of change.
DecouplingState state(double emissions, double product) {
    return decoupling_of(100.0, 100.0 + emissions, 100.0, 100.0 + product).state;
}

TEST(Decoupling, EightStatesOfTapio) {
    EXPECT_EQ(state(-5, 10), DecouplingState::strong_decoupling);
    EXPECT_EQ(state(5, 10), DecouplingState::weak_decoupling);
    EXPECT_EQ(state(10, 10), DecouplingState::expansive_coupling);
    EXPECT_EQ(state(20, 10), DecouplingState::expansive_negative_decoupling);
    EXPECT_EQ(state(5, -10), DecouplingState::strong_negative_decoupling);
    EXPECT_EQ(state(-5, -10), DecouplingState::weak_negative_decoupling);
    EXPECT_EQ(state(-10, -10), DecouplingState::recessive_coupling);
    EXPECT_EQ(state(-20, -10), DecouplingState::recessive_decoupling);
}

TEST(Decoupling, BoundsBelongToCoupling) {
    EXPECT_EQ(decoupling_of(10.0, 14.0, 10.0, 15.0).state, DecouplingState::expansive_coupling);  // 0.4 / 0.5 = 0.8
    EXPECT_EQ(decoupling_of(10.0, 16.0, 10.0, 15.0).state, DecouplingState::expansive_coupling);  // 0.6 / 0.5 = 1.2
    EXPECT_EQ(state(0, 10), DecouplingState::weak_decoupling);
}

TEST(Decoupling, ElasticityIsTheQuotientOfRates) {
    const auto d = decoupling_of(200.0, 190.0, 1000.0, 1100.0);
    EXPECT_NEAR(d.elasticity, -0.5, 1e-12);
    EXPECT_NEAR(d.emissions_change, -0.05, 1e-12);
}

TEST(Decoupling, HasNoStateWhereTheProductStoodStill) {
    const auto d = decoupling_of(100.0, 150.0, 1000.0, 1000.5);
    EXPECT_EQ(d.state, DecouplingState::undefined);
    EXPECT_FALSE(d.reason.en.empty());
    EXPECT_FALSE(d.reason.ko.empty());
}

TEST(Decoupling, HasNoStateFromNothingOrTheUnknown) {
    EXPECT_EQ(decoupling_of(0.0, 5.0, 10.0, 11.0).state, DecouplingState::undefined);
    EXPECT_EQ(decoupling_of(-3.0, 5.0, 10.0, 11.0).state, DecouplingState::undefined);
    EXPECT_EQ(decoupling_of(3.0, blank, 10.0, 11.0).state, DecouplingState::undefined);
}

TEST(Decoupling, EveryStateHasItsWords) {
    EXPECT_STREQ(id_of(DecouplingState::recessive_decoupling), "recessive_decoupling");
    EXPECT_EQ(name_of(DecouplingState::undefined).ko, "정의되지 않음");
}

}  // namespace
}  // namespace ecumene::diagnosis
