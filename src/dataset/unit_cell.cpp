#include "dataset/unit_cell.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/text.hpp"
#include "core/units.hpp"

namespace ecumene::dataset {
namespace {

// Spellings met in spreadsheets whose right form no edit distance finds.
struct Spelling {
    std::string_view written, meant;
};
constexpr auto other_spellings = std::to_array<Spelling>({
    {"tco2e", "tCO2eq"},
    {"tco2-eq", "tCO2eq"},
    {"tco2_eq", "tCO2eq"},
    {"ton", "t"},
    {"tons", "t"},
    {"tonne", "t"},
    {"tonnes", "t"},
    {"won", "KRW"},
    {"원", "KRW"},
    {"백만원", "MKRW"},
    {"십억원", "BKRW"},
    {"조원", "TKRW"},
    {"천원", "kKRW"},
    {"명", "person"},
    {"인", "person"},
    {"people", "person"},
    {"persons", "person"},
    {"톤", "t"},
    {"천명", "thousand_person"},
    {"시간", "hour"},
    {"hours", "hour"},
    {"years", "year"},
    {"년", "year"},
    {"percent", "%"},
    {"-", "1"},
    {"a", "year"},
});

bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool is_operator(char c) {
    return c == '/' || c == ' ' || c == '*' || c == '(' || c == ')';
}

// The known unit a single name was probably meant to be. Case is looked at first: "mwh" is MWh, not MW.
std::string mended_name(std::string_view name) {
    if (parse_unit(name)) return std::string(name);
    for (const auto& spelling : other_spellings)
        if (equals_ignoring_case(spelling.written, name)) return std::string(spelling.meant);
    constexpr auto common = std::to_array<std::string_view>({"MWh", "GWh", "TWh", "kWh", "MW", "GW", "kW", "TJ", "GJ",
        "PJ", "toe", "ktoe", "Gcal", "KRW", "kKRW", "MKRW", "BKRW", "TKRW", "tCO2eq", "ktCO2eq", "MtCO2eq", "tCO2",
        "MtCO2", "t", "kt", "kg", "km", "km2", "person", "hour", "year"});
    for (const auto known : common)
        if (equals_ignoring_case(known, name)) return std::string(known);
    constexpr std::size_t shortest_mended = 2;  // one letter is near to everything
    return name.size() < shortest_mended ? std::string{} : nearest_unit(name);
}

// Mends each name of "MKRW/mw" by itself; empty if some name is beyond repair.
std::string mended(std::string_view written) {
    std::string result, name;
    const auto close = [&] {
        if (name.empty()) return true;
        const auto better = mended_name(name);
        result += better;
        name.clear();
        return !better.empty();
    };
    for (const char c : written) {
        if (!is_operator(c)) {
            name += c;
            continue;
        }
        if (!close()) return {};
        result += c;
    }
    return close() && parse_unit(result) ? result : std::string{};
}

std::string expected(const std::vector<std::string>& wanted) {
    return "write a unit that converts to " + join(wanted, " or ");
}

UnitCell refused(std::string code, std::string message, std::string remedy) {
    return {.factor = 1.0,
        .canonical = {},
        .code = std::move(code),
        .message = std::move(message),
        .remedy = std::move(remedy)};
}

UnitCell unknown(std::string_view written, const std::vector<std::string>& wanted) {
    const auto better = mended(written);
    return refused("unknown_unit", compose("'{}' is not a unit", {written}),
        better.empty() ? expected(wanted) : compose("did you mean '{}'?", {better}));
}

}  // namespace

UnitCell read_unit(std::string_view written, const std::vector<std::string>& wanted) {
    // Units nest; a hostile one must not nest far.
    constexpr std::size_t longest_unit = 64;
    if (written.empty()) return refused("missing_unit", "the unit is missing", expected(wanted));
    if (written.size() > longest_unit)
        return refused("unknown_unit", "the text is too long for a unit", expected(wanted));
    const auto unit = parse_unit(written);
    if (!unit) return unknown(written, wanted);
    // "t/t" and "MWh/MWh" have one dimension: the text itself decides first.
    for (const auto& canonical : wanted)
        if (canonical == written)
            return {.factor = 1.0, .canonical = canonical, .code = {}, .message = {}, .remedy = {}};
    for (const auto& canonical : wanted)
        if (const auto target = parse_unit(canonical); target && target->dim == unit->dim)
            return {.factor = unit->factor / target->factor,
                .canonical = canonical,
                .code = {},
                .message = {},
                .remedy = {}};
    return refused("wrong_unit", compose("'{}' measures something else than {}", {written, join(wanted, " or ")}),
        expected(wanted));
}

bool is_same_dimension(std::string_view one_unit, std::string_view other_unit) {
    const auto a = parse_unit(one_unit), b = parse_unit(other_unit);
    return a && b && a->dim == b->dim;
}

}  // namespace ecumene::dataset
