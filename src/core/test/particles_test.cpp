#include "core/particles.hpp"

#include <gtest/gtest.h>

namespace ecumene {
namespace {

TEST(Particles, FollowTheSoundOfHangul) {
    EXPECT_EQ(with_particles("지침을(를) 밝히지"), "지침을 밝히지");
    EXPECT_EQ(with_particles("기준이(가) 목표와(과) 목록과(와)"), "기준이 목표와 목록과");
    EXPECT_EQ(with_particles("서울은(는) 부산은(는) 제주은(는)"), "서울은 부산은 제주는");
}

TEST(Particles, TakeTheShortWayAfterRieul) {
    EXPECT_EQ(with_particles("서울(으)로 부산(으)로 제주(으)로"), "서울로 부산으로 제주로");
}

TEST(Particles, ReadDigitsAndPerCentAloud) {
    EXPECT_EQ(with_particles("2030이(가) 12.1(으)로 40.0 %을(를) 7은(는)"), "2030이 12.1로 40.0 %를 7은");
}

TEST(Particles, LookBehindQuotesAndBrackets) {
    EXPECT_EQ(with_particles("'교육·홍보'(education)이(가)"), "'교육·홍보'(education)가");
    EXPECT_EQ(with_particles("상한(0.20 Mt (순))을(를)"), "상한(0.20 Mt (순))을");
}

TEST(Particles, KeepBothFormsWhereTheReadingIsOpen) {
    EXPECT_EQ(with_particles("plan.toml을(를)"), "plan.toml을(를)");
    EXPECT_EQ(with_particles("을(를)"), "을(를)");
    EXPECT_EQ(with_particles("(가)을(를)"), "(가)을(를)");
    EXPECT_EQ(with_particles(")을(를)"), ")을(를)");
}

}  // namespace
}  // namespace ecumene
