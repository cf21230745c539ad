// The trees sectors are counted in (IPCC 2006, GPC, the Korean plan) and how figures pass from one to another.
//
//     const SectorTrees& trees = SectorTrees::shipped();
//     trees.faults().empty()                                                   // weights sum to 1 per source
//     trees.convert("ipcc2006", {{"1.A.1.a", 100.0}}, "korea_plan")            // {{"power", 100.0}}, sums kept
//
// Data: schema/sector_trees.csv, schema/sector_crosswalk.csv, embedded. Values keep their unit. Crossings start from leaves;
// a sector above them has none and is kept apart, so that nothing counts twice. Sums are kept to rounding. A tree may name
// its edition after '@' (ipcc1996@2022): the sectors are those of the tree.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "core/text.hpp"

namespace ecumene::diagnosis {

struct Sector {
    std::string tree, code, parent;  // parent empty: a root
    Bilingual name;
    std::string scope;  // gpc: 1, 2, 3; else empty
};

struct Crossing {
    std::string from_tree, from, to_tree, to;
    double weight{};
    std::string status, source, note;
};

using SectorValues = std::map<std::string, double>;  // code -> value

// "ipcc1996" of "ipcc1996@2022".
std::string without_edition(const std::string& tree);

struct Converted {
    SectorValues values;
    SectorValues without_crossing;    // could not be passed on, kept apart
    std::set<std::string> estimated;  // sectors that rest on a weight below 1 or an estimated crossing
};

class SectorTrees {
public:
    static const SectorTrees& shipped();
    // Throws ErrorKind::input for text that is no table of these columns.
    SectorTrees(std::string_view sectors_csv, std::string_view crosswalk_csv);

    std::vector<std::string> trees() const;
    const std::vector<Sector>& sectors() const { return sectors_; }
    const std::vector<Crossing>& crossings() const { return crossings_; }
    const Sector* find(const std::string& tree, const std::string& code) const;
    std::vector<std::string> children(const std::string& tree, const std::string& code) const;

    // (D22) Unknown parents and sectors, weights outside 0..1, weights of a source that do not sum to 1 within 1e-9.
    std::vector<std::string> faults() const;
    // (D23)
    Converted convert(const std::string& from_tree, const SectorValues& values, const std::string& to_tree) const;

private:
    std::vector<Sector> sectors_;
    std::vector<Crossing> crossings_;
    std::map<std::pair<std::string, std::string>, std::size_t> place_;  // tree, sector
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<std::size_t>> from_;
};

}  // namespace ecumene::diagnosis
