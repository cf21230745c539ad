#include "planning/tables/base_year_check.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace ecumene::planning {
namespace {

constexpr double national_tolerance = 0.10, regional_tolerance = 0.20;

using Key = std::vector<std::string>;  // indicator, region, item

const Frame& named(const std::vector<Frame>& tables, const std::string& name) {
    return *std::find_if(tables.begin(), tables.end(), [&](const Frame& f) { return f.name() == name; });
}

// What the plan says for the first year, by region, group of regions and nation.
std::map<Key, double> model_figures(const dataset::Dataset& data, const System& s, const std::vector<Frame>& tables) {
    std::map<Key, double> figures;
    std::map<std::string, std::string> group_of;
    for (const auto& technology : s.technologies) group_of[technology.id] = technology.group;
    const int year = s.calendar.front();
    const auto add = [&](const std::string& indicator, const std::string& region, const std::string& item,
                         double value) {
        // Two groupings may share a group's name ("capital"): it counts once.
        std::set<std::string> places = {region, s.nation};
        for (const auto& r : data.regions())
            if (r.code == region)
                for (const auto& [grouping, group] : r.groups) places.insert(group);
        for (const auto& place : places) figures[{indicator, place, item}] += value;
    };
    const Frame& generation = named(tables, "generation");
    for (std::size_t i = 0; i < generation.rows(); ++i) {
        const double value = generation.number(i, "value");
        if (generation.number(i, "year") != year || generation.text(i, "carrier") != "electricity" || value <= 0.0)
            continue;
        add("generation", generation.text(i, "region"), group_of[generation.text(i, "technology")], value);
        add("generation", generation.text(i, "region"), "total", value);
    }
    const Frame& capacity = named(tables, "capacity");
    for (std::size_t i = 0; i < capacity.rows(); ++i)
        if (capacity.number(i, "year") == year)
            add("capacity", capacity.text(i, "region"), group_of[capacity.text(i, "technology")],
                capacity.number(i, "capacity"));
    // An official figure is of one sector, or of all of them together.
    const Frame& emissions = named(tables, "emissions");
    for (std::size_t i = 0; i < emissions.rows(); ++i)
        if (emissions.number(i, "year") == year)
            for (const auto& item : {emissions.text(i, "sector"), std::string("total")})
                add("emissions", emissions.text(i, "region"), item, emissions.number(i, "value"));
    const Frame& balances = named(tables, "balances");
    for (std::size_t i = 0; i < balances.rows(); ++i)
        if (balances.number(i, "year") == year && balances.text(i, "carrier") == "electricity") {
            add("net_import", balances.text(i, "region"), "total",
                balances.number(i, "received") - balances.number(i, "sent"));
        }
    return figures;
}

// The newest official figure not after the model's year (or the oldest after it), per indicator, region and item.
std::map<Key, std::size_t> newest_rows(const Frame& observed, int year) {
    std::map<Key, std::size_t> newest;
    for (std::size_t i = 0; i < observed.rows(); ++i) {
        const Key key = {observed.text(i, "indicator"), observed.text(i, "region"), observed.text(i, "item")};
        const double at = observed.number(i, "year");
        const auto known = newest.find(key);
        if (known == newest.end()) {
            newest[key] = i;
            continue;
        }
        const double best = observed.number(known->second, "year");
        const bool is_better = at <= year ? best > year || at > best : best > year && at < best;
        if (is_better) known->second = i;
    }
    return newest;
}

}  // namespace

Frame base_year_check(const dataset::Dataset& data, const System& s, const std::vector<Frame>& tables) {
    Frame check(
        "base_year_check", {text_column("indicator"), text_column("region"), text_column("item"),
                               number_column("model_year"), number_column("model"), number_column("official_year"),
                               number_column("official"), number_column("difference", "1"), text_column("within"),
                               number_column("tolerance", "1"), text_column("unit"), text_column("source")});
    if (!data.has("observed") || s.share_of_nation < 1.0) return check;
    const Frame& observed = data.table("observed");
    const auto figures = model_figures(data, s, tables);
    for (const auto& [key, row] : newest_rows(observed, s.calendar.front())) {
        const auto found = figures.find(key);
        // A fuel nobody burns in the plan is a miss; an indicator the plan does not have is not compared.
        if (found == figures.end() && key[0] != "generation") continue;
        const double model = found == figures.end() ? 0.0 : found->second, official = observed.number(row, "value");
        const double tolerance = key[1] == s.nation ? national_tolerance : regional_tolerance;
        const double difference = official != 0.0 ? model / official - 1.0 : blank;
        check.add({key[0], key[1], key[2], s.calendar.front(), model, observed.number(row, "year"), official,
            difference, !is_blank(difference) && std::abs(difference) <= tolerance ? "yes" : "no", tolerance,
            observed.text(row, "unit"), observed.text(row, "source")});
    }
    return check;
}

}  // namespace ecumene::planning
