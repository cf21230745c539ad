// Dimensions of planning quantities, checked by the compiler, and unit texts as they stand in data.
//
//     Quantity<MW> peak{85'100.0};
//     Quantity<MWh> energy = Quantity<hour>{3.0} * peak;      // adding MW to MWh does not compile
//     Unit unit = *parse_unit("kKRW/kW");                      // {MKRW/MW, factor 1}
//
// One canonical unit per dimension: MWh, hour, year, tCO2eq, million KRW, t, km, person. A year is a dimension of its
// own (it counts accounts, not hours): MWh/year and MW do not mix. Not done here: currencies other than KRW, temperatures.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ecumene {

struct Dim {
    int energy{}, time{}, year{}, carbon{}, money{}, mass{}, length{}, person{};

    friend constexpr bool operator==(const Dim&, const Dim&) = default;
    friend constexpr Dim operator*(Dim a, Dim b) {
        return {a.energy + b.energy, a.time + b.time, a.year + b.year, a.carbon + b.carbon, a.money + b.money,
            a.mass + b.mass, a.length + b.length, a.person + b.person};
    }
    friend constexpr Dim operator/(Dim a, Dim b) { return a * inverse(b); }
    friend constexpr Dim inverse(Dim a) {
        return {-a.energy, -a.time, -a.year, -a.carbon, -a.money, -a.mass, -a.length, -a.person};
    }
};

inline constexpr Dim one{};
inline constexpr Dim MWh{.energy = 1}, hour{.time = 1}, tCO2{.carbon = 1}, MKRW{.money = 1}, tonne{.mass = 1},
    km{.length = 1}, person{.person = 1};
inline constexpr Dim MW = MWh / hour, MKRW_per_MWh = MKRW / MWh, MKRW_per_MW = MKRW / MW, MKRW_per_tCO2 = MKRW / tCO2,
                     tCO2_per_MWh = tCO2 / MWh;

// A number with its unit. The value is always in the canonical unit of the dimension.
template <Dim D>
struct Quantity {
    double value{};

    friend constexpr Quantity operator-(Quantity a) { return {-a.value}; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    constexpr Quantity& operator+=(Quantity other) {
        value += other.value;
        return *this;
    }
};
template <Dim A, Dim B>
constexpr Quantity<A * B> operator*(Quantity<A> a, Quantity<B> b) {
    return {a.value * b.value};
}
template <Dim A, Dim B>
constexpr Quantity<A / B> operator/(Quantity<A> a, Quantity<B> b) {
    return {a.value / b.value};
}
template <Dim A>
constexpr Quantity<A> operator*(double factor, Quantity<A> a) {
    return {factor * a.value};
}

// A unit read from data: canonical value = factor * written value.
struct Unit {
    Dim dim;
    double factor{1.0};
};

// Reads `GWh`, `KRW/kWh`, `MKRW/MW/year`, `kKRW/(MW km)`, `%`, `1`. Empty if the text is not a unit.
// Prefixes of KRW: k, M (million), B, T. Energy: Wh and J with k M G T P, Gcal, ktoe.
std::optional<Unit> parse_unit(std::string_view text);

// The known unit nearest in spelling, for "did you mean"; empty when nothing is near.
std::string nearest_unit(std::string_view text);

}  // namespace ecumene
