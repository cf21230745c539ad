#include "diagnosis/trees/gpc_totals.hpp"

#include <map>

#include "diagnosis/trees/sector_trees.hpp"

namespace ecumene::diagnosis {
namespace {

struct Parts {
    std::string sector, subsector, scope;  // I, 1, 1
};

Parts parts_of(const std::string& code) {
    const auto parts = split(code, '.');
    return parts.size() == 3 ? Parts{parts[0], parts[1], parts[2]} : Parts{};
}

GpcLevel level_of_waste(const std::string& place) {
    return place == "3" ? GpcLevel::territorial_only : GpcLevel::basic;  // brought in from outside, or made inside
}

GpcLevel level_of_energy(const Parts& parts) {
    if (parts.scope == "4") return GpcLevel::territorial_only;  // I.4.4: sold to the grid, counted at its users
    return parts.scope == "3" ? GpcLevel::basic_plus : GpcLevel::basic;
}

// What an entry says: a figure, nothing of the kind, or not known.
enum class Saying { figure, nothing, unknown };

Saying saying_of(const GpcEntry& entry) {
    if (entry.notation == "NO" || entry.notation == "IE") return Saying::nothing;
    if (entry.notation.empty() && !is_blank(entry.value)) return Saying::figure;
    return Saying::unknown;
}

bool has_value_and_key(const GpcEntry& entry) {
    return !entry.notation.empty() && !is_blank(entry.value) && entry.value != 0.0;
}

void add(double value, double& to) {
    to = is_blank(to) ? value : to + value;
}

void count(const GpcEntry& entry, GpcLevel level, GpcTotals& to) {
    const Saying saying = saying_of(entry);
    const bool is_basic = level == GpcLevel::basic;
    if (saying == Saying::unknown) {
        if (is_basic) to.not_estimated.push_back(entry.code);
        if (level == GpcLevel::basic_plus) to.not_estimated_plus.push_back(entry.code);
        return;
    }
    const double value = saying == Saying::figure ? entry.value : 0.0;
    if (is_basic) add(value, to.basic);
    if (is_basic || level == GpcLevel::basic_plus) add(value, to.basic_plus);
    const auto* sector = SectorTrees::shipped().find("gpc", entry.code);
    if (sector->scope == "1") add(value, to.territorial);
}

}  // namespace

GpcLevel gpc_level_of(const std::string& code) {
    if (const auto* sector = SectorTrees::shipped().find("gpc", code); !sector || sector->scope.empty())
        return GpcLevel::unknown;
    const Parts parts = parts_of(code);
    if (parts.sector == "VI") return GpcLevel::outside_totals;
    if (parts.sector == "IV" || parts.sector == "V") return GpcLevel::basic_plus;
    return parts.sector == "III" ? level_of_waste(parts.scope) : level_of_energy(parts);
}

GpcTotals gpc_totals(std::span<const GpcEntry> entries) {
    GpcTotals totals;
    std::map<std::string, int> times;
    for (const auto& entry : entries) ++times[entry.code];
    for (const auto& [code, n] : times)
        if (n > 1) totals.faults.push_back(compose("{}: {} rows; none of them is counted", {code, n}));
    for (const auto& entry : entries) {
        const GpcLevel level = gpc_level_of(entry.code);
        if (level == GpcLevel::unknown)
            totals.faults.push_back(compose("'{}' is no code of the protocol; it is not counted", {entry.code}));
        if (has_value_and_key(entry))
            totals.faults.push_back(
                compose("{}: a figure and the key {}; the key counts", {entry.code, entry.notation}));
        if (level == GpcLevel::unknown) continue;
        auto counted = entry;
        if (times[entry.code] > 1) counted = {entry.code, blank, "", entry.quality};
        count(counted, level, totals);
    }
    return totals;
}

}  // namespace ecumene::diagnosis
