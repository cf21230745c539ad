#include "output/quantity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/frame.hpp"
#include "output/scale.hpp"

namespace ecumene::output {

namespace {

struct Shown {
    std::string_view canonical;
    double en_factor, ko_factor;
    std::string_view en_unit, ko_unit;
    bool ko_unit_touches;  // "15.2만 원" but "12 GW"
};

const Shown& shown(Measure measure) {
    static constexpr std::array<Shown, 20> table{{
        {"MW", 1e-3, 1e-3, "GW", "GW", false},
        {"MWh", 1e-3, 1e-3, "GWh", "GWh", false},
        {"MWh", 1e-6, 1e-6, "TWh", "TWh", false},
        {"MWh", 1e-3, 1e-3, "GWh", "GWh", false},
        {"tCO2eq", 1e-6, 1e-6, "Mt", "백만 톤", true},
        {"MKRW", 1e-6, 1e-6, "trillion won", "조 원", true},
        {"MKRW", 1e-3, 1e-2, "billion won", "억 원", true},
        {"KRW", 1e-3, 1e-4, "thousand won", "만 원", true},
        {"KRW/kWh", 1, 1, "won/kWh", "원/kWh", true},
        {"KRW/tCO2eq", 1e-3, 1e-4, "thousand won/t", "만 원/톤", true},
        {"1", 100, 100, "%", "%", true},
        {"t", 1e-3, 1e-3, "kt", "천 톤", true},
        {"tCO2eq/person", 1, 1, "t", "톤", true},
        {"tCO2eq/MKRW", 1, 1, "t/million won", "톤/백만 원", true},
        {"t", 1e-6, 1e-6, "Mt", "백만 톤", true},
        {"Mkm", 1e-3, 1e-3, "billion vehicle-km", "십억 대·km", true},
        {"Mpkm", 1e-3, 1e-3, "billion passenger-km", "십억 인·km", true},
        {"Mtkm", 1e-3, 1e-3, "billion tonne-km", "십억 톤·km", true},
        {"km2", 1, 1, "km²", "km²", false},
        {"person", 1e-3, 1e-3, "thousand people", "천 명", true},
    }};
    return table[static_cast<std::size_t>(measure)];
}

std::string with_sign(double value, std::string digits) {
    if (digits.find_first_of("123456789") == std::string::npos) return digits;
    if (value > 0) return "+" + digits;
    return digits.front() == '-' ? "−" + digits.substr(1) : digits;
}

// A figure with a true minus; a blank is a dash.
std::string number_text(double value, int decimals) {
    if (is_blank(value)) return "–";
    auto digits = grouped(value, decimals);
    return digits.front() == '-' ? "−" + digits.substr(1) : digits;
}

std::string joined_unit(const std::string& digits, std::string_view unit, bool touches) {
    return digits + (touches ? "" : "\u00a0") + std::string(unit);
}

template <class Text>
Bilingual in_both(double value, Measure measure, Text text) {
    return {text(scaled(value, measure, Language::en), Language::en),
        text(scaled(value, measure, Language::ko), Language::ko)};
}

// For a figure that stands alone: about three digits, and none after a zero.
int amount_decimals(double value, Measure measure) {
    const double size = std::abs(value);
    if (size < 0.005 || size >= 100 || measure == Measure::link_energy) return 0;
    return size >= 0.995 || measure == Measure::price || measure == Measure::per_head ? 1 : 2;
}

std::string amount_text(double value, Measure measure, Language language, bool has_sign) {
    const auto& s = shown(measure);
    if (is_blank(value)) return "–";
    const int decimals = amount_decimals(value, measure);
    const auto digits = has_sign ? with_sign(value, grouped(value, decimals)) : number_text(value, decimals);
    if (language == Language::ko) return joined_unit(digits, s.ko_unit, s.ko_unit_touches);
    return joined_unit(digits, s.en_unit, s.en_unit == "%");
}

}  // namespace

Bilingual same(const std::string& text) {
    return {text, text};
}

Bilingual unit_of(Measure measure) {
    return {std::string(shown(measure).en_unit), std::string(shown(measure).ko_unit)};
}

Measure measure_of(std::string_view unit) {
    constexpr std::string_view a_year = "/year";
    if (unit.ends_with(a_year)) unit.remove_suffix(a_year.size());
    if (unit == "MW") return Measure::power;
    if (unit == "t") return Measure::goods;
    if (unit == "tCO2eq") return Measure::emissions;
    if (unit == "Mkm") return Measure::driving;
    if (unit == "Mpkm") return Measure::journeys;
    if (unit == "Mtkm") return Measure::freight;
    return unit == "km2" ? Measure::area : Measure::energy;
}

std::string canonical_unit(Measure measure) {
    return std::string(shown(measure).canonical);
}

double scaled(double value, Measure measure, Language language) {
    return value * (language == Language::ko ? shown(measure).ko_factor : shown(measure).en_factor);
}

int column_decimals(double greatest, Measure measure) {
    if (measure == Measure::share)
        return std::abs(greatest) < 1 && greatest != 0 ? 2 : std::abs(greatest) >= 100 ? 0 : 1;
    if (measure == Measure::link_energy) return 0;
    return std::min(decimals_for(greatest), measure == Measure::price || measure == Measure::per_head ? 1 : 2);
}

int decimals_of_column(double greatest) {
    return decimals_for(greatest);
}

Bilingual plain_number(double value, Measure measure, int decimals) {
    // A thousand won is a tenth of 만 원: one decimal less says as much.
    const bool is_finer = measure == Measure::per_head || measure == Measure::carbon_price;
    return in_both(value, measure, [&](double v, Language language) {
        return number_text(v, is_finer && language == Language::en ? std::max(0, decimals - 1) : decimals);
    });
}

Bilingual amount(double value, Measure measure) {
    return in_both(value, measure, [&](double v, Language l) { return amount_text(v, measure, l, false); });
}

Bilingual signed_amount(double value, Measure measure) {
    return in_both(value, measure, [&](double v, Language l) { return amount_text(v, measure, l, true); });
}

Bilingual signed_number(double value, Measure measure, int decimals) {
    return in_both(value, measure,
        [&](double v, Language) { return is_blank(v) ? std::string("–") : with_sign(v, grouped(v, decimals)); });
}

bool is_edge_price(double krw_per_tonne) {
    return krw_per_tonne > 1e7;
}

Bilingual tick_text(double value, int decimals) {
    return same(number_text(value, decimals));
}

Bilingual listed(const std::vector<Bilingual>& parts) {
    // Bare names are joined closely, names with figures are not.
    const bool is_plain = std::none_of(
        parts.begin(), parts.end(), [](const Bilingual& b) { return b.ko.find_first_of(" (") != std::string::npos; });
    Bilingual out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            out.en += i + 1 == parts.size() ? " and " : ", ";
            out.ko += is_plain ? "·" : ", ";
        }
        out.en += parts[i].en;
        out.ko += parts[i].ko;
    }
    return out;
}

}  // namespace ecumene::output
