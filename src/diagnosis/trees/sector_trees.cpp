#include "diagnosis/trees/sector_trees.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/error.hpp"
#include "core/findings.hpp"
#include "embedded/sector_crosswalk.hpp"
#include "embedded/sector_trees.hpp"
#include "files/csv.hpp"

namespace ecumene::diagnosis {
namespace {

constexpr double rounding_of_weights = 1e-9;

files::CsvTable read(std::string_view text, const char* shown, const std::vector<std::string>& columns) {
    Findings findings;
    auto table = files::parse_csv(std::string(text), shown, findings);
    findings.raise_if_errors();
    if (table.header() != columns)
        throw Error(ErrorKind::input, compose("{} must have the columns {}", {shown, join(columns, ", ")}));
    return table;
}

std::vector<Sector> read_sectors(std::string_view text) {
    const auto table = read(text, "sector_trees.csv", {"tree", "sector", "parent", "name_en", "name_ko", "scope"});
    std::vector<Sector> sectors;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cell = [&](std::size_t column) { return std::string(table.cell(row, column)); };
        sectors.push_back({cell(0), cell(1), cell(2), {cell(3), cell(4)}, cell(5)});
    }
    return sectors;
}

std::vector<Crossing> read_crossings(std::string_view text) {
    const auto table = read(text, "sector_crosswalk.csv",
        {"from_tree", "from_sector", "to_tree", "to_sector", "weight", "status", "source", "note"});
    std::vector<Crossing> crossings;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cell = [&](std::size_t column) { return std::string(table.cell(row, column)); };
        Crossing crossing{cell(0), cell(1), cell(2), cell(3), 0.0, cell(5), cell(6), cell(7)};
        if (!parse_number(table.cell(row, 4), crossing.weight))
            throw Error(ErrorKind::input, compose("sector_crosswalk.csv, row {}: '{}' is not a weight",
                                              {table.row_number(row), table.cell(row, 4)}));
        crossings.push_back(std::move(crossing));
    }
    return crossings;
}

}  // namespace

// An edition of a tree has the sectors of the tree: "ipcc1996@2022" is read as "ipcc1996".
std::string without_edition(const std::string& tree) {
    return tree.substr(0, tree.find('@'));
}

const SectorTrees& SectorTrees::shipped() {
    static const SectorTrees trees(embedded::sector_trees, embedded::sector_crosswalk);
    return trees;
}

SectorTrees::SectorTrees(std::string_view sectors_csv, std::string_view crosswalk_csv)
    : sectors_(read_sectors(sectors_csv)), crossings_(read_crossings(crosswalk_csv)) {
    for (std::size_t i = 0; i < sectors_.size(); ++i) place_[{sectors_[i].tree, sectors_[i].code}] = i;
    for (std::size_t i = 0; i < crossings_.size(); ++i)
        from_[{crossings_[i].from_tree, crossings_[i].from, crossings_[i].to_tree}].push_back(i);
}

std::vector<std::string> SectorTrees::trees() const {
    std::vector<std::string> names;
    for (const auto& sector : sectors_)
        if (std::find(names.begin(), names.end(), sector.tree) == names.end()) names.push_back(sector.tree);
    return names;
}

const Sector* SectorTrees::find(const std::string& tree, const std::string& code) const {
    const auto found = place_.find({without_edition(tree), code});
    return found == place_.end() ? nullptr : &sectors_[found->second];
}

std::vector<std::string> SectorTrees::children(const std::string& tree, const std::string& code) const {
    std::vector<std::string> codes;
    for (const auto& sector : sectors_)
        if (sector.tree == without_edition(tree) && sector.parent == code) codes.push_back(sector.code);
    return codes;
}

std::vector<std::string> SectorTrees::faults() const {
    std::vector<std::string> faults;
    if (place_.size() != sectors_.size()) faults.emplace_back("a sector stands twice in its tree");
    for (const auto& sector : sectors_)
        if (!sector.parent.empty() && !find(sector.tree, sector.parent))
            faults.push_back(compose("{} {}: its parent '{}' is not there", {sector.tree, sector.code, sector.parent}));
    for (const auto& c : crossings_) {
        if (!find(c.from_tree, c.from) || !find(c.to_tree, c.to))
            faults.push_back(compose("{} {} to {} {}: no such sector", {c.from_tree, c.from, c.to_tree, c.to}));
        if (!(c.weight > 0.0) || c.weight > 1.0)
            faults.push_back(compose("{} {} to {} {}: the weight {} is not within 0 and 1",
                {c.from_tree, c.from, c.to_tree, c.to, c.weight}));
    }
    // (D22)
    for (const auto& [from, places] : from_) {
        double sum = 0.0;
        for (const std::size_t place : places) sum += crossings_[place].weight;
        if (std::abs(sum - 1.0) > rounding_of_weights)
            faults.push_back(compose("{} {}: its weights to {} sum to {}, not 1",
                {std::get<0>(from), std::get<1>(from), std::get<2>(from), sum}));
    }
    return faults;
}

Converted SectorTrees::convert(
    const std::string& from_tree, const SectorValues& values, const std::string& to_tree) const {
    Converted result;
    for (const auto& [code, value] : values) {
        const auto found = from_.find({without_edition(from_tree), code, to_tree});
        if (found == from_.end()) {
            result.without_crossing[code] += value;
            continue;
        }
        for (const std::size_t place : found->second) {  // (D23)
            const auto& crossing = crossings_[place];
            result.values[crossing.to] += crossing.weight * value;
            if (crossing.weight < 1.0 || crossing.status != "reported") result.estimated.insert(crossing.to);
        }
    }
    return result;
}

}  // namespace ecumene::diagnosis
