#include "core/units.hpp"

#include <array>
#include <cctype>
#include <vector>

#include "core/text.hpp"

namespace ecumene {
namespace {

struct NamedUnit {
    std::string_view name;
    Unit unit;
};

constexpr double gigajoule = 1.0 / 3.6;  // MWh
constexpr Dim year_dim{.year = 1};
constexpr Dim area_dim = km * km;

// Gcal = 1.163 MWh and ktoe = 11,630 MWh: International Table calorie, as in the IEA energy statistics manual.
constexpr auto named_units = std::to_array<NamedUnit>({
    {"1", {one, 1.0}},
    {"%", {one, 0.01}},
    {"degree", {one, 1.0}},
    {"W", {MW, 1e-6}},
    {"kW", {MW, 1e-3}},
    {"MW", {MW, 1.0}},
    {"GW", {MW, 1e3}},
    {"TW", {MW, 1e6}},
    {"Wh", {MWh, 1e-6}},
    {"kWh", {MWh, 1e-3}},
    {"MWh", {MWh, 1.0}},
    {"GWh", {MWh, 1e3}},
    {"TWh", {MWh, 1e6}},
    {"J", {MWh, gigajoule * 1e-9}},
    {"MJ", {MWh, gigajoule * 1e-3}},
    {"GJ", {MWh, gigajoule}},
    {"TJ", {MWh, gigajoule * 1e3}},
    {"PJ", {MWh, gigajoule * 1e6}},
    {"Gcal", {MWh, 1.163}},
    {"toe", {MWh, 11.63}},
    {"ktoe", {MWh, 11630.0}},
    {"tCO2eq", {tCO2, 1.0}},
    {"tCO2", {tCO2, 1.0}},
    {"kgCO2", {tCO2, 1e-3}},
    {"ktCO2eq", {tCO2, 1e3}},
    {"ktCO2", {tCO2, 1e3}},
    {"MtCO2eq", {tCO2, 1e6}},
    {"MtCO2", {tCO2, 1e6}},
    {"kg", {tonne, 1e-3}},
    {"t", {tonne, 1.0}},
    {"kt", {tonne, 1e3}},
    {"Mt", {tonne, 1e6}},
    {"Gt", {tonne, 1e9}},
    {"KRW", {MKRW, 1e-6}},
    {"kKRW", {MKRW, 1e-3}},
    {"MKRW", {MKRW, 1.0}},
    {"BKRW", {MKRW, 1e3}},
    {"TKRW", {MKRW, 1e6}},
    {"hour", {hour, 1.0}},
    {"h", {hour, 1.0}},
    {"year", {year_dim, 1.0}},
    {"yr", {year_dim, 1.0}},
    {"m", {km, 1e-3}},
    {"km", {km, 1.0}},
    {"m2", {area_dim, 1e-6}},
    {"Mm2", {area_dim, 1.0}},
    {"ha", {area_dim, 1e-2}},
    {"km2", {area_dim, 1.0}},
    {"Mkm", {km, 1e6}},
    {"Gkm", {km, 1e9}},
    {"pkm", {person * km, 1.0}},
    {"Mpkm", {person * km, 1e6}},
    {"Gpkm", {person * km, 1e9}},
    {"tkm", {tonne * km, 1.0}},
    {"Mtkm", {tonne * km, 1e6}},
    {"Gtkm", {tonne * km, 1e9}},
    {"person", {person, 1.0}},
    {"thousand_person", {person, 1e3}},
});

// unit := factor { ('/' | ' ' | '*') factor };  factor := name | '(' unit ')'
class UnitParser {
public:
    explicit UnitParser(std::string_view text) : text_(text) {}

    std::optional<Unit> parse() {
        const auto unit = product();
        return pos_ == text_.size() ? unit : std::nullopt;
    }

private:
    std::optional<Unit> product() {
        auto result = factor();
        while (result && pos_ < text_.size() && text_[pos_] != ')') {
            const char op = text_[pos_];
            if (op != '/' && op != ' ' && op != '*') return std::nullopt;
            ++pos_;
            const auto next = factor();
            if (!next) return std::nullopt;
            result = op == '/' ? Unit{result->dim / next->dim, result->factor / next->factor}
                               : Unit{result->dim * next->dim, result->factor * next->factor};
        }
        return result;
    }

    std::optional<Unit> factor() {
        if (pos_ < text_.size() && text_[pos_] == '(') {
            ++pos_;
            const auto inner = product();
            if (!inner || pos_ >= text_.size() || text_[pos_] != ')') return std::nullopt;
            ++pos_;
            return inner;
        }
        const auto start = pos_;
        while (pos_ < text_.size() &&
               (std::isalnum(static_cast<unsigned char>(text_[pos_])) || text_[pos_] == '%' || text_[pos_] == '_'))
            ++pos_;
        const auto name = text_.substr(start, pos_ - start);
        for (const auto& known : named_units)
            if (known.name == name) return known.unit;
        return std::nullopt;
    }

    std::string_view text_;
    std::size_t pos_{};
};

}  // namespace

std::optional<Unit> parse_unit(std::string_view text) {
    constexpr std::size_t longest = 100;  // brackets nest by recursion
    if (text.size() > longest) return std::nullopt;
    return UnitParser{text}.parse();
}

std::string nearest_unit(std::string_view text) {
    std::vector<std::string> names;
    for (const auto& known : named_units) names.emplace_back(known.name);
    return nearest(text, names);
}

}  // namespace ecumene
