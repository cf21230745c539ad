#include "dataset/loader.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "core/digest.hpp"
#include "core/error.hpp"
#include "dataset/rules.hpp"
#include "dataset/schema.hpp"
#include "dataset/series_reader.hpp"
#include "dataset/settings.hpp"
#include "dataset/table_reader.hpp"
#include "files/atomic.hpp"
#include "files/text_file.hpp"
#include "files/value.hpp"

namespace ecumene::dataset {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_series = 500;
constexpr std::size_t most_files_listed = 10'000;

int whole_or_zero(double value) {
    return is_blank(value) ? 0 : static_cast<int>(std::clamp(value, -1e6, 1e6));
}

}  // namespace

Loader::Loader(fs::path folder) : folder_(std::move(folder)) {}

void Loader::run() {
    std::error_code failure;
    if (!fs::is_directory(folder_, failure))
        throw Error(
            ErrorKind::input, compose("there is no data package at {}: it is not a folder", {folder_.string()}));
    read_package_settings();
    read_tables();
    check_references(tables_, data_.settings_.nation, log_);
    read_all_series();
    check_rules(tables_, data_.series_, data_.settings_.nation, log_);
    report_unknown_files();
    build_dataset();
}

Dataset Loader::take() {
    return std::move(data_);
}

std::optional<std::string> Loader::read_file(const std::string& file) {
    const auto path = files::inside(folder_, file);
    if (!path) {
        log_.error(
            {file}, "outside_package", "the file lies outside the package", "name a file inside the package folder");
        return std::nullopt;
    }
    Findings findings;
    auto text = files::read_text(*path, file, findings);
    log_.append(findings);
    if (text) digests_[file] = sha256(*text);
    return text;
}

bool Loader::is_there(const std::string& file) const {
    std::error_code ignored;
    return fs::symlink_status(folder_ / file, ignored).type() != fs::file_type::not_found;
}

void Loader::read_package_settings() {
    if (!is_there(settings_file)) {
        log_.error({settings_file}, "missing_file", "the file is missing",
            "every package has an ecumene.toml with its name, base year and nation");
        return;
    }
    const auto text = read_file(settings_file);
    if (!text) return;
    Findings findings;
    const auto root = files::parse_toml(*text, settings_file, findings);
    log_.append(findings);
    if (root.is_object()) data_.settings_ = read_settings(root, log_);
}

void Loader::read_tables() {
    for (const auto& schema : package_schema().tables) read_one_table(schema);
}

void Loader::read_one_table(const TableSchema& schema) {
    auto& table = tables_[schema.name] = absent_table(schema);
    if (!is_there(schema.file)) {
        if (schema.is_required)
            log_.error({schema.file}, "missing_table", compose("the table is missing: {}", {schema.title.en}),
                "add " + schema.file);
        return;
    }
    if (auto text = read_file(schema.file)) table = read_table(schema, std::move(*text), log_);
    table.is_unreadable = !table.is_present;
}

void Loader::read_all_series() {
    const auto& listed = tables_.at("series");
    if (listed.frame.rows() > most_series) {
        log_.error({listed.schema->file}, "too_many_series",
            compose("the package lists {} series, more than {}", {listed.frame.rows(), most_series}));
        return;
    }
    for (std::size_t row = 0; row < listed.frame.rows(); ++row) read_series_row(listed, row);
}

void Loader::read_series_row(const LoadedTable& listed, std::size_t row) {
    const auto& file = listed.frame.text(row, "file");
    if (file.empty()) return;
    if (files::inside(folder_, file) && !is_there(file)) {
        log_.error(listed.at(row, "file"), "missing_file", compose("the file '{}' is not in the package", {file}),
            "add it, or remove the row");
        return;
    }
    auto text = read_file(file);
    if (!text) return;
    const auto kind = listed.frame.text(row, "kind") == "availability" ? SeriesKind::availability : SeriesKind::shape;
    if (auto series = read_series({file, kind}, std::move(*text), tables_.at("regions"), log_))
        data_.series_[listed.frame.text(row, "series")] = std::move(*series);
}

// A misspelt file name would otherwise be an absent table.
void Loader::report_unknown_files() {
    std::vector<std::string> unknown;
    for (const char* part : {"", "tables", "series"}) {
        std::error_code failure;
        std::size_t listed = 0;
        for (fs::directory_iterator at(folder_ / part, failure), end;
             !failure && at != end && listed < most_files_listed; at.increment(failure), ++listed) {
            const auto file = (fs::path(part) / at->path().filename()).generic_string();
            if (at->path().extension() == ".csv" && digests_.count(file) == 0) unknown.push_back(file);
        }
    }
    std::sort(unknown.begin(), unknown.end());
    for (const auto& file : unknown) report_unknown_file(file);
}

void Loader::report_unknown_file(const std::string& file) {
    std::vector<std::string> known;
    for (const auto& schema : package_schema().tables) {
        if (schema.file == file) return;  // could not be read, which was told
        if (!tables_.at(schema.name).is_present) known.push_back(schema.file);
    }
    const auto& listed = tables_.at("series").frame.texts("file");
    if (std::find(listed.begin(), listed.end(), file) != listed.end()) return;
    const auto hint = did_you_mean(file, known);
    log_.warning({file}, "unknown_file", "the file is no table of a package and is not read",
        hint.empty() && file.starts_with("series/") ? "list it in tables/series.csv" : hint);
}

Region Loader::region_at(std::size_t row) const {
    const auto& frame = tables_.at("regions").frame;
    Region region{.code = frame.text(row, "region"),
        .level = frame.text(row, "level"),
        .parent = frame.text(row, "parent"),
        .name = {frame.text(row, "name_en"), frame.text(row, "name_ko")},
        .lat = frame.number(row, "lat"),
        .lon = frame.number(row, "lon"),
        .area_km2 = frame.number(row, "area_km2"),
        .tile_x = whole_or_zero(frame.number(row, "tile_x")),
        .tile_y = whole_or_zero(frame.number(row, "tile_y")),
        .groups = {}};
    for (const auto& column : tables_.at("regions").extra_columns)
        if (!frame.text(row, column).empty())
            region.groups[column.substr(grouping_prefix.size())] = frame.text(row, column);
    return region;
}

std::string Loader::digest_of_files() const {
    Digest digest;
    for (const auto& [file, of_content] : digests_) {
        digest.add_field(file);
        digest.add_field(of_content);
    }
    return digest.hex();
}

void Loader::build_dataset() {
    data_.folder_ = folder_;
    for (std::size_t row = 0; row < tables_.at("regions").frame.rows(); ++row) data_.regions_.push_back(region_at(row));
    const auto& groups = tables_.at("groups").frame;
    for (std::size_t row = 0; row < groups.rows(); ++row)
        data_.groups_.push_back({groups.text(row, "grouping"), groups.text(row, "group"),
            {groups.text(row, "name_en"), groups.text(row, "name_ko")}});
    for (const auto& [name, table] : tables_) {
        data_.tables_[name] = table.frame;
        if (table.is_present) data_.present_.insert(name);
    }
    data_.digest_ = digest_of_files();
    data_.findings_ = log_.finish();
}

Dataset load(const fs::path& folder) {
    Loader loader(folder);
    loader.run();
    loader.findings().raise_if_errors();
    return loader.take();
}

}  // namespace ecumene::dataset
