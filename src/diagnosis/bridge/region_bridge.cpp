#include "diagnosis/bridge/region_bridge.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "diagnosis/regional_tables.hpp"

namespace ecumene::diagnosis {
namespace {

struct RegionChange {
    int year{};
    std::string before, after;
};

std::vector<RegionChange> changes_in(const dataset::Dataset& data) {
    const Frame& table = data.table("region_changes");
    std::vector<RegionChange> changes;
    for (std::size_t row = 0; row < table.rows(); ++row)
        changes.push_back(
            {static_cast<int>(std::lround(table.number(row, "year"))), table.text(row, "old"), table.text(row, "new")});
    return changes;
}

// Which regions hang together: the one that stands first in the package speaks for all.
class Joined {
public:
    explicit Joined(std::size_t count) : root_(count) {
        for (std::size_t i = 0; i < count; ++i) root_[i] = i;
    }
    std::size_t root(std::size_t i) const {
        while (root_[i] != i) i = root_[i];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t x = root(a), y = root(b);
        root_[std::max(x, y)] = std::min(x, y);
    }

private:
    std::vector<std::size_t> root_;
};

bool is_compared(const dataset::Dataset& data, const dataset::Region& region) {
    if (region.level == "former") return true;
    const auto compared = compared_regions(data);
    return !compared.empty() && compared.front().level == region.level;
}

void add_to(BridgedUnit& unit, const dataset::Region& region) {
    const bool is_first = unit.regions.empty();
    unit.code += (is_first ? "" : "+") + region.code;
    unit.name.en += (is_first ? "" : " with ") + region.name.en;
    unit.name.ko += (is_first ? "" : "·") + region.name.ko;
    unit.regions.push_back(region.code);
}

Bilingual note_of(const BridgedUnit& unit, int first_year, int last_year) {
    return {compose("{} are one unit for {}-{}: a split or merger lies between, or one is not counted apart",
                {unit.name.en, first_year, last_year}),
        compose("{}: {}-{}년 비교에서 하나로 셈 (그 사이 분리·통합이 있거나 따로 집계되지 않음)",
            {unit.name.ko, first_year, last_year})};
}

}  // namespace

RegionBridge::RegionBridge(
    const dataset::Dataset& data, int first_year, int last_year, const std::set<std::string>& incomplete) {
    std::vector<dataset::Region> regions;
    std::map<std::string, std::size_t> place;
    for (const auto& region : data.regions())
        if (is_compared(data, region)) {
            place[region.code] = regions.size();
            regions.push_back(region);
        }
    Joined joined(regions.size());
    for (const auto& change : changes_in(data)) {  // (D15)
        const bool is_between = change.year > first_year && change.year <= last_year;
        const bool is_needed = incomplete.count(change.before) > 0 || incomplete.count(change.after) > 0;
        if ((is_between || is_needed) && place.count(change.before) && place.count(change.after))
            joined.join(place[change.before], place[change.after]);
    }
    std::map<std::size_t, BridgedUnit> units;  // by the first region, so in the package's order
    // A region of today leads the name of its unit; former ones follow.
    for (const bool former : {false, true})
        for (std::size_t i = 0; i < regions.size(); ++i)
            if ((regions[i].level == "former") == former) add_to(units[joined.root(i)], regions[i]);
    for (auto& [root, unit] : units) {
        const bool is_former = std::all_of(unit.regions.begin(), unit.regions.end(),
            [&](const std::string& code) { return regions[place[code]].level == "former"; });
        if (is_former) continue;  // gone, and nothing says what became of it within these years
        if (unit.regions.size() > 1) notes_.push_back(note_of(unit, first_year, last_year));
        units_.push_back(std::move(unit));
    }
}

std::vector<std::string> regions_counted_in(
    const dataset::Dataset& data, const std::vector<std::string>& regions, int year) {
    std::set<std::string> later;
    for (const auto& change : changes_in(data))
        if (change.year > year) later.insert(change.after);
    for (const auto& change : changes_in(data))
        if (change.year <= year) later.erase(change.after);
    std::vector<std::string> counted;
    for (const auto& region : regions)
        if (!later.count(region)) counted.push_back(region);
    return counted;
}

}  // namespace ecumene::diagnosis
