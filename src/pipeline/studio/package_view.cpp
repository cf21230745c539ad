#include "pipeline/studio/package_view.hpp"

#include <filesystem>
#include <map>
#include <system_error>

#include "core/text.hpp"
#include "dataset/schema.hpp"
#include "files/text_file.hpp"
#include "output/plan_view.hpp"
#include "pipeline/values.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using dataset::Dataset;
using files::Value;

Value region_value(const dataset::Region& region) {
    auto groups = Value::object();
    for (const auto& [grouping, group] : region.groups) groups.set(grouping, group);
    auto value = Value::object();
    value.set("region", region.code).set("level", region.level).set("parent", region.parent);
    value.set("name", both(region.name)).set("short", both(output::short_name(region.name)));
    value.set("lat", region.lat).set("lon", region.lon).set("area_km2", region.area_km2);
    value.set("tile_x", region.tile_x).set("tile_y", region.tile_y).set("groups", std::move(groups));
    return value;
}

Value groupings_value(const Dataset& data) {
    auto list = Value::list();
    for (const auto& grouping : data.groupings()) {
        auto groups = Value::list();
        for (const auto& group : data.groups())
            if (group.grouping == grouping)
                groups.add(Value::object().set("group", group.code).set("name", both(group.name)));
        list.add(Value::object().set("grouping", grouping).set("groups", std::move(groups)));
    }
    return list;
}

Value cell_value(const Frame::Column& column, std::size_t row) {
    if (column.kind == Frame::Kind::text) return column.texts[row];
    return is_blank(column.numbers[row]) ? Value() : Value(column.numbers[row]);
}

// Rows as objects; name_en and name_ko become one name.
Value records_value(const Frame& table) {
    auto list = Value::list();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto record = Value::object();
        if (table.has("name_en") && table.has("name_ko"))
            record.set("name", both({table.text(row, "name_en"), table.text(row, "name_ko")}));
        for (const auto& column : table.columns())
            if (column.name != "name_en" && column.name != "name_ko") record.set(column.name, cell_value(column, row));
        list.add(std::move(record));
    }
    return list;
}

Value tables_value(const Dataset& data) {
    auto list = Value::list();
    for (const auto& schema : dataset::package_schema().tables) {
        if (!data.has(schema.name)) continue;
        const auto& table = data.table(schema.name);
        auto by_status = Value::object();
        if (table.has("status")) {
            std::map<std::string, std::size_t> counted;
            for (const auto& status : table.texts("status")) ++counted[status];
            for (const auto& [status, count] : counted) by_status.set(status, count);
        }
        list.add(Value::object()
                     .set("name", schema.name)
                     .set("file", schema.file)
                     .set("title", both(schema.title))
                     .set("rows", table.rows())
                     .set("by_status", std::move(by_status)));
    }
    return list;
}

fs::path shapes_file(const Project& project, const std::string& level) {
    return project.package().folder / (level == "municipal" ? "shapes_municipal.json" : "shapes.json");
}

bool has_shapes(const Project& project, const std::string& level) {
    std::error_code ignored;
    return fs::is_regular_file(shapes_file(project, level), ignored);
}

}  // namespace

Value package_value(const Project& project) {
    const auto data = project.data();
    const auto& settings = data->settings();
    auto regions = Value::list();
    for (const auto& region : data->regions()) regions.add(region_value(region));
    auto value = Value::object();
    value.set("name", settings.name).set("title", both(settings.title)).set("nation", settings.nation);
    value.set("base_year", settings.base_year).set("currency", settings.currency);
    value.set("price_year", settings.price_year).set("default_scenario", settings.default_scenario);
    value.set("inventory_basis", settings.inventory_basis).set("is_bundled", project.package().is_bundled);
    value.set("digest", data->digest()).set("regions", std::move(regions)).set("groupings", groupings_value(*data));
    for (const char* table : {"carriers", "technologies", "technology_groups", "sources"})
        value.set(table, records_value(data->table(table)));
    value.set("tables", tables_value(*data)).set("has_shapes", has_shapes(project, ""));
    value.set("has_municipal_shapes", has_shapes(project, "municipal"));
    return value;
}

Frame package_table(const Project& project, const std::string& table, const Filters& filters) {
    const auto data = project.data();
    if (!data->has(table)) {
        std::vector<std::string> known;
        for (const auto& schema : dataset::package_schema().tables)
            if (data->has(schema.name)) known.push_back(schema.name);
        const auto meant = did_you_mean(table, known);
        throw WrongUse(compose("the package has no table '{}'", {table}),
            meant.empty() ? "its tables are " + join(known, ", ") : meant);
    }
    return chosen_rows(data->table(table), filters);
}

std::optional<std::string> package_shapes(const Project& project, const std::string& level) {
    if (!has_shapes(project, level)) return {};
    constexpr std::size_t most = std::size_t{16} << 20U;
    return files::read_bytes(shapes_file(project, level), most);
}

}  // namespace ecumene::pipeline
