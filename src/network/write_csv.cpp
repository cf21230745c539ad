#include "network/write_network.hpp"

#include <algorithm>
#include <cmath>

#include "files/atomic.hpp"
#include "network/cell.hpp"

namespace ecumene::network {
namespace {

namespace fs = std::filesystem;

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

void write_lines(const fs::path& path, const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t at = 0; at < row.size(); ++at) text += (at > 0 ? "," : "") + quoted(row[at]);
        text += '\n';
    }
    files::write_file(path, text);
}

bool is_same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

// A required attribute is always written, so that even a component of defaults shows what it is.
bool is_told(const Component& component, const Column& column) {
    const auto* known = find_attribute(component.list(), column.attribute);
    if (known == nullptr) return true;
    if (column.kind == Kind::text)
        return column.attribute.compare(0, 3, "bus") == 0 ||
               std::any_of(column.texts.begin(), column.texts.end(),
                   [&](const std::string& text) { return text != known->default_text; });
    const double usual = component.default_of(*known);
    return std::any_of(
        column.numbers.begin(), column.numbers.end(), [&](double value) { return !is_same(value, usual); });
}

std::string cell_of(const Column& column, std::size_t at) {
    if (column.kind == Kind::text) return column.texts[at];
    if (column.kind == Kind::flag) return column.numbers[at] != 0.0 ? "True" : "False";
    return cell_text(column.numbers[at]);
}

void write_component(const fs::path& folder, const Component& component) {
    if (component.size() == 0) return;
    std::vector<const Column*> told;
    for (const auto& column : component.columns())
        if (is_told(component, column)) told.push_back(&column);
    std::vector<std::vector<std::string>> rows{{"name"}};
    for (const auto* column : told) rows.front().push_back(column->attribute);
    for (const Item i : component.items()) {
        auto& row = rows.emplace_back(std::vector<std::string>{component.name(i)});
        for (const auto* column : told) row.push_back(cell_of(*column, i.at()));
    }
    write_lines(folder / (component.list() + ".csv"), rows);
}

void write_series(const fs::path& folder, const Component& component, const Series& series) {
    std::string text;
    for (const Item i : series.items) text += "," + quoted(component.name(i));
    text += '\n';
    const auto width = series.items.size();
    for (std::size_t row = 0; width > 0 && row < series.values.size() / width; ++row) {
        text += std::to_string(row);
        for (std::size_t at = 0; at < width; ++at) text += "," + cell_text(series.values[row * width + at]);
        text += '\n';
    }
    files::write_file(folder / (component.list() + "-" + series.attribute + ".csv"), text);
}

void write_snapshots(const fs::path& folder, const Network& network) {
    const auto& snapshots = network.snapshots;
    std::vector<std::vector<std::string>> rows;
    if (network.has_periods())
        rows.push_back({"", "period", "timestep", "objective", "stores", "generators"});
    else
        rows.push_back({"", "snapshot", "objective", "stores", "generators"});
    for (const Snapshot t : snapshots.all()) {
        auto& row = rows.emplace_back(std::vector<std::string>{std::to_string(t.pos)});
        if (network.has_periods())
            row.push_back(std::to_string(network.periods.start[static_cast<std::size_t>(snapshots.period[t.at()])]));
        row.push_back(snapshots.labels[t.at()]);
        for (const auto* weight : {&snapshots.objective, &snapshots.stores, &snapshots.generators})
            row.push_back(cell_text((*weight)[t.at()]));
    }
    write_lines(folder / "snapshots.csv", rows);
}

void write_periods(const fs::path& folder, const Network& network) {
    std::vector<std::vector<std::string>> rows{{"period", "objective", "years"}};
    for (std::size_t at = 0; at < network.periods.size(); ++at)
        rows.push_back({std::to_string(network.periods.start[at]), cell_text(network.periods.objective[at]),
            cell_text(network.periods.years[at])});
    write_lines(folder / "investment_periods.csv", rows);
}

void write_attributes(const fs::path& folder, const Network& network) {
    std::vector<std::vector<std::string>> rows(2);
    for (const auto& [name, value] : network.attributes) {
        rows[0].push_back(name);
        rows[1].push_back(value);
    }
    if (rows[0].empty()) rows = {{"name"}, {network.name}};
    // A row of one blank cell would read as no row.
    write_lines(folder / "network.csv", rows);
}

}  // namespace

void write_csv_files(const fs::path& folder, const Network& network) {
    write_attributes(folder, network);
    write_snapshots(folder, network);
    write_periods(folder, network);
    for (const auto& component : network.components) {
        write_component(folder, component);
        for (const auto& series : component.series()) write_series(folder, component, series);
    }
    files::write_file(folder / "meta.json", network.meta.empty() ? "{}" : network.meta);
    if (!network.crs.empty()) files::write_file(folder / "crs.json", network.crs);
}

void write_csv_folder(const fs::path& folder, const Network& network) {
    files::StagedFolder staged(folder);
    write_csv_files(staged.path(), network);
    staged.commit();
}

}  // namespace ecumene::network
