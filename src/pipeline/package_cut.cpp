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

std::set<std::string> texts_of(const Frame& frame, std::string_view column) {
    const auto& texts = frame.texts(column);
    return {texts.begin(), texts.end()};
}

std::set<std::string> without(std::set<std::string> all, const std::set<std::string>& some) {
    for (const auto& text : some) all.erase(text);
    return all;
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
    const auto part = data.only(kept_regions);
    dropped_regions_ = without(texts_of(data.table("regions"), "region"), texts_of(part.table("regions"), "region"));
    dropped_links_ = without(texts_of(data.table("links"), "link"), texts_of(part.table("links"), "link"));
    dropped_link_groups_ =
        without(texts_of(data.table("link_groups"), "link_group"), texts_of(part.table("link_groups"), "link_group"));
    for (const auto& region : part.regions())
        for (const auto& [grouping, group] : region.groups) kept_groups_.insert(grouping + ":" + group);
    const double all = base_demand(data);
    if (all > 0.0) share_ = base_demand(part) / all;
}

bool PackageCut::stays(const TableSchema& table, const CsvTable& rows, std::size_t row) const {
    for (const char* column : {"region", "origin", "destination"})
        if (dropped_regions_.count(cell(rows, row, column)) > 0) return false;
    if (dropped_links_.count(cell(rows, row, "link")) > 0) return false;
    if (dropped_link_groups_.count(cell(rows, row, "link_group")) > 0) return false;
    if (table.name == "groups")
        return kept_groups_.count(cell(rows, row, "grouping") + ":" + cell(rows, row, "group")) > 0;
    // An official figure of the whole nation says nothing about a part of it.
    if (table.name == "observed") return cell(rows, row, "region") != nation_;
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
        if (dropped_regions_.count(rows.header()[i]) > 0) continue;
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
        if (region == nullptr || !region->is_text() || dropped_regions_.count(region->as_text()) == 0)
            kept.add(feature);
    }
    root.set("features", std::move(kept));
    return files::json_text(root, files::JsonLayout::one_line);
}

}  // namespace ecumene::pipeline
