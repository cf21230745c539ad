#include "pipeline/package_cut.hpp"

#include <algorithm>
#include <optional>

#include "core/frame.hpp"
#include "core/text.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {
namespace {

using dataset::TableSchema;
using files::CsvTable;

std::optional<std::size_t> place_of(const CsvTable& rows, std::string_view column) {
    const auto& header = rows.header();
    const auto at = std::find(header.begin(), header.end(), column);
    if (at == header.end()) return {};
    return static_cast<std::size_t>(at - header.begin());
}

std::string cell(const CsvTable& rows, std::size_t row, std::string_view column) {
    const auto at = place_of(rows, column);
    return at ? std::string(trim(rows.cell(row, *at))) : std::string{};
}

// "regions.region" and the like: where the schema lets the column point. A place that may also be the nation or a group is
// an id named region.
std::string target_of(const TableSchema& table, const dataset::ColumnSchema& column) {
    if (column.type == dataset::ColumnType::reference) return column.to_table + "." + column.to_column;
    return column.name == "region" ? "regions.region" : table.name + "." + column.name;
}

// Electricity demand of the base year, or of the first year there is; every scenario counts alike in the quotient.
double base_demand(const dataset::Dataset& data) {
    const Frame& demand = data.table("demand");
    double first = 0.0;
    for (std::size_t i = 0; i < demand.rows(); ++i)
        if (first == 0.0 || demand.number(i, "year") < first) first = demand.number(i, "year");
    double base = first;
    for (std::size_t i = 0; i < demand.rows(); ++i)
        if (demand.number(i, "year") == data.settings().base_year) base = data.settings().base_year;
    double total = 0.0;
    for (std::size_t i = 0; i < demand.rows(); ++i)
        if (demand.text(i, "carrier") == "electricity" && demand.number(i, "year") == base)
            total += demand.number(i, "value");
    return total;
}

const TableSchema* table_in(const std::string& path) {
    for (const auto& table : dataset::package_schema().tables)
        if (table.file == path) return &table;
    return nullptr;
}

// A frame of texts: what was read is written again as it stood.
Frame as_texts(const std::vector<std::string>& header) {
    std::vector<Frame::Column> columns;
    for (const auto& name : header) columns.push_back(text_column(name));
    return {"cut", std::move(columns)};
}

}  // namespace

PackageCut::PackageCut(const dataset::Dataset& data, const std::vector<std::string>& kept_regions)
    : nation_(data.settings().nation) {
    auto& dropped_regions = dropped_["regions.region"];
    for (const auto& region : data.regions()) {
        const bool is_kept = std::find(kept_regions.begin(), kept_regions.end(), region.code) != kept_regions.end();
        if (!is_kept) dropped_regions.insert(region.code);
        for (const auto& [grouping, group] : region.groups) {
            if (is_kept) kept_groups_.insert(grouping + ":" + group);
            if (!is_kept) broken_groups_.insert(group);
        }
    }
    for (const auto& group : data.groups())
        if (kept_groups_.count(group.grouping + ":" + group.code) == 0) broken_groups_.insert(group.code);
    // What a left out row was the last to name is left out wherever else it is named: a line, then its bundle.
    while (drops_more(data)) continue;
    const double all = base_demand(data);
    if (all > 0.0) share_ = base_demand(data.only(kept_regions)) / all;
}

bool PackageCut::names_dropped(const TableSchema& table, const TextOf& text_of) const {
    return std::any_of(table.columns.begin(), table.columns.end(), [&](const dataset::ColumnSchema& column) {
        const auto names = dropped_.find(target_of(table, column));
        return names != dropped_.end() && names->second.count(text_of(column.name)) > 0;
    });
}

bool PackageCut::drops_more(const dataset::Dataset& data) {
    bool is_more = false;
    for (const auto& table : dataset::package_schema().tables)
        for (const auto& column : table.columns) {
            if (column.type != dataset::ColumnType::reference || column.to_table == "regions") continue;
            auto lost = names_lost(data.table(column.to_table), column);
            auto& known = dropped_[target_of(table, column)];
            is_more = is_more || lost.size() > known.size();
            known = std::move(lost);
        }
    return is_more;
}

std::set<std::string> PackageCut::names_lost(const Frame& to, const dataset::ColumnSchema& reference) const {
    const auto& table = *dataset::package_schema().find(reference.to_table);
    const auto& names = to.texts(reference.to_column);
    std::set<std::string> lost(names.begin(), names.end());
    lost.erase(std::string{});
    for (std::size_t row = 0; row < to.rows(); ++row)
        if (!names_dropped(table, [&](const std::string& column) { return to.text(row, column); }))
            lost.erase(names[row]);
    return lost;
}

bool PackageCut::stays(const TableSchema& table, const CsvTable& rows, std::size_t row) const {
    if (names_dropped(table, [&](const std::string& column) { return cell(rows, row, column); })) return false;
    if (table.name == "groups")
        return kept_groups_.count(cell(rows, row, "grouping") + ":" + cell(rows, row, "group")) > 0;
    // An official figure of the whole nation, or of a group that is no longer whole, says nothing about a part of it.
    if (table.name == "observed") {
        const auto place = cell(rows, row, "region");
        return place != nation_ && broken_groups_.count(place) == 0;
    }
    return true;
}

bool PackageCut::is_national_limit(const TableSchema& table, const CsvTable& rows, std::size_t row) const {
    if (table.name == "targets") return cell(rows, row, "region") == nation_;
    if (table.name == "imports") return cell(rows, row, "quantity") == "limit";
    const auto parameter = table.name == "technology_values" ? cell(rows, row, "parameter") : std::string{};
    return parameter == "build_pace" || parameter == "total_limit";
}

std::string PackageCut::cut_table(const TableSchema& table, const CsvTable& rows) const {
    auto header = rows.header();
    const bool has_note = table.column("note") != nullptr;
    if (has_note && !place_of(rows, "note")) header.emplace_back("note");
    Frame kept = as_texts(header);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (!stays(table, rows, row)) continue;
        const bool is_scaled = is_national_limit(table, rows, row);
        std::vector<Frame::Cell> cells;
        for (std::size_t i = 0; i < header.size(); ++i) {
            std::string text = i < rows.columns() ? std::string(rows.cell(row, i)) : std::string{};
            double value = 0.0;
            if (is_scaled && header[i] == "value" && parse_number(trim(text), value)) text = shortest(value * share_);
            if (header[i] == "parent" && dropped_.at("regions.region").count(std::string(trim(text))) > 0) text.clear();
            if (is_scaled && header[i] == "status") text = "derived";
            if (is_scaled && header[i] == "note")
                text += compose("{}{:.4f} of the national value: share of base-year electricity demand",
                    {text.empty() ? "" : "; ", share_});
            cells.emplace_back(std::move(text));
        }
        kept.add(cells);
    }
    return files::csv_text(kept);
}

std::string PackageCut::cut_series(const CsvTable& rows) const {
    std::vector<std::size_t> places;
    std::vector<std::string> header;
    for (std::size_t i = 0; i < rows.columns(); ++i) {
        if (dropped_.at("regions.region").count(rows.header()[i]) > 0) continue;
        places.push_back(i);
        header.push_back(rows.header()[i]);
    }
    Frame kept = as_texts(header);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        std::vector<Frame::Cell> cells;
        for (const auto place : places) cells.emplace_back(std::string(rows.cell(row, place)));
        kept.add(cells);
    }
    return files::csv_text(kept);
}

std::string PackageCut::csv(const std::string& path, const std::string& text) const {
    const TableSchema* table = table_in(path);
    const bool is_series = path.rfind("series/", 0) == 0;
    if (table == nullptr && !is_series) return text;
    Findings findings;
    const auto rows = files::parse_csv(text, path, findings);
    findings.raise_if_errors();
    return table != nullptr ? cut_table(*table, rows) : cut_series(rows);
}

std::string PackageCut::geojson(const std::string& text) const {
    Findings findings;
    auto root = files::parse_json(text, "geo/regions.geojson", findings);
    findings.raise_if_errors();
    const auto* features = root.find("features");
    if (features == nullptr || !features->is_list()) return text;
    auto kept = files::Value::list();
    for (const auto& feature : features->items()) {
        const auto* properties = feature.find("properties");
        const auto* region = properties == nullptr ? nullptr : properties->find("region");
        if (region == nullptr || !region->is_text() || dropped_.at("regions.region").count(region->as_text()) == 0)
            kept.add(feature);
    }
    root.set("features", std::move(kept));
    return files::json_text(root, files::JsonLayout::one_line);
}

}  // namespace ecumene::pipeline
