#include "dataset/dataset.hpp"

#include <algorithm>
#include <utility>

#include "core/digest.hpp"
#include "core/error.hpp"

namespace ecumene::dataset {
namespace {

using Names = std::set<std::string, std::less<>>;

template <class Keep>
Frame filtered(const Frame& frame, Keep keep) {
    std::vector<Frame::Column> empty;
    for (const auto& column : frame.columns()) {
        empty.push_back(
            column.kind == Frame::Kind::text ? text_column(column.name) : number_column(column.name, column.unit));
    }
    Frame kept(frame.name(), std::move(empty));
    std::vector<Frame::Cell> cells;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
        if (!keep(row)) continue;
        cells.clear();
        for (const auto& column : frame.columns())
            column.kind == Frame::Kind::text ? cells.emplace_back(column.texts[row])
                                             : cells.emplace_back(column.numbers[row]);
        kept.add(cells);
    }
    return kept;
}

bool has_text(const Frame& frame, std::string_view name) {
    const auto& columns = frame.columns();
    return std::any_of(columns.begin(), columns.end(),
        [&](const Frame::Column& c) { return c.name == name && c.kind == Frame::Kind::text; });
}

Names names_in(const Frame& frame, std::string_view column) {
    const auto& texts = frame.texts(column);
    return {texts.begin(), texts.end()};
}

}  // namespace

const std::vector<double>& Series::at(const std::string& region) const {
    if (const auto own = by_region.find(region); own != by_region.end()) return own->second;
    if (const auto all = by_region.find("all"); all != by_region.end()) return all->second;
    throw Error(ErrorKind::input, compose("the series has no column for region '{}' and none for all", {region}));
}

std::vector<std::string> Dataset::groupings() const {
    std::vector<std::string> names;
    for (const auto& group : groups_)
        if (std::find(names.begin(), names.end(), group.grouping) == names.end()) names.push_back(group.grouping);
    return names;
}

bool Dataset::has(std::string_view table) const {
    return present_.find(table) != present_.end();
}

const Frame& Dataset::table(std::string_view name) const {
    const auto found = tables_.find(name);
    if (found == tables_.end()) throw Error(ErrorKind::internal, compose("a package has no table '{}'", {name}));
    return found->second;
}

bool Dataset::has_series(std::string_view name) const {
    return series_.find(name) != series_.end();
}

const Series& Dataset::series(std::string_view name) const {
    const auto found = series_.find(name);
    if (found == series_.end()) throw Error(ErrorKind::input, compose("the package has no series '{}'", {name}));
    return found->second;
}

Dataset Dataset::only(const std::vector<std::string>& region_codes) const {
    const auto all = names_in(table("regions"), "region");
    Names dropped = all;
    for (const auto& code : region_codes) {
        if (all.count(code) == 0)
            throw Error(ErrorKind::input, compose("there is no region '{}' in regions.csv", {code}));
        dropped.erase(code);
    }
    Dataset part = *this;
    // Rows of the nation or of a group name no region and stay.
    const auto drop = [](Frame& frame, std::string_view column, const Names& names) {
        if (!has_text(frame, column)) return;
        const auto& texts = frame.texts(column);
        frame = filtered(frame, [&](std::size_t row) { return names.count(texts[row]) == 0; });
    };
    for (auto& [name, frame] : part.tables_)
        for (const char* column : {"region", "origin", "destination"}) drop(frame, column, dropped);
    Names lost = names_in(table("links"), "link");
    for (const auto& link : part.table("links").texts("link")) lost.erase(link);
    for (const char* name : {"link_stock", "link_groups"}) drop(part.tables_.find(name)->second, "link", lost);
    Names ungrouped = names_in(table("link_groups"), "link_group");
    for (const auto& group : part.table("link_groups").texts("link_group")) ungrouped.erase(group);
    drop(part.tables_.find("link_group_limits")->second, "link_group", ungrouped);

    const auto is_dropped = [&](const Region& region) { return dropped.count(region.code) != 0; };
    part.regions_.erase(std::remove_if(part.regions_.begin(), part.regions_.end(), is_dropped), part.regions_.end());
    for (auto& [name, series] : part.series_)
        for (const auto& code : dropped) series.by_region.erase(code);
    Digest digest;
    digest.add_field(digest_);
    for (const auto& region : part.regions_) digest.add_field(region.code);
    part.digest_ = digest.hex();
    return part;
}

}  // namespace ecumene::dataset
