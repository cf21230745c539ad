// Only some regions of a package, as files: rows of other regions are left out, everything else stays as written.
//
//     PackageCut cut(data, {"12", "36"});                       // the regions that stay
//     std::string text = cut.csv("tables/demand.csv", original);
//     cut.share_of_nation();                                    // 0.143, of the base year's electricity demand
//
// National limits (targets, import limits, build pace, total limits) become the share of the nation that the regions use
// of the base year's electricity, as a plan of some regions counts them too; such rows turn "derived" and say so in their
// note. A row that names what is left out, in any column the schema lets point there, is left out too: a line to another
// region with its stock and its place in link groups, a neighbour, a change of borders.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dataset/dataset.hpp"
#include "dataset/schema.hpp"
#include "files/csv.hpp"

namespace ecumene::pipeline {

class PackageCut {
public:
    PackageCut(const dataset::Dataset& data, const std::vector<std::string>& kept_regions);

    // The file's text with what stays; a file the cut does not concern comes back unchanged.
    std::string csv(const std::string& path, const std::string& text) const;
    std::string geojson(const std::string& text) const;
    double share_of_nation() const { return share_; }

private:
    using TextOf = std::function<std::string(const std::string& column)>;
    bool names_dropped(const dataset::TableSchema& table, const TextOf& text_of) const;
    std::set<std::string> names_lost(const Frame& to, const dataset::ColumnSchema& reference) const;
    bool drops_more(const dataset::Dataset& data);
    bool stays(const dataset::TableSchema& table, const files::CsvTable& rows, std::size_t row) const;
    bool is_national_limit(const dataset::TableSchema& table, const files::CsvTable& rows, std::size_t row) const;
    std::string cut_table(const dataset::TableSchema& table, const files::CsvTable& rows) const;
    std::string cut_series(const files::CsvTable& rows) const;

    std::string nation_;
    double share_{1.0};
    std::map<std::string, std::set<std::string>> dropped_;  // "regions.region" -> names that are left out
    std::set<std::string> kept_groups_;                     // grouping:group with a region that stays
    std::set<std::string> broken_groups_;                   // groups that have lost a region, or all
};

}  // namespace ecumene::pipeline
