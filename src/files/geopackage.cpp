#include "files/geopackage.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "files/atomic.hpp"

namespace ecumene::files {
namespace {

constexpr int wgs84 = 4326;
constexpr const char* no_time = "1970-01-01T00:00:00.000Z";  // same input, same bytes

constexpr const char* core_tables = R"(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL);
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326,
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',
  'longitude/latitude in degrees');
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT,
  f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT, ui TEXT, update_time DATETIME);
)";

class Database {
public:
    explicit Database(const std::filesystem::path& path) {
        sqlite3* raw = nullptr;
        const int outcome = sqlite3_open(path.c_str(), &raw);
        handle_.reset(raw);
        if (outcome != SQLITE_OK) fail("opening");
    }
    void run(const std::string& sql) {
        if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail("writing");
    }
    // One row; cells are bound in order.
    class Statement {
    public:
        Statement(Database& db, const std::string& sql) : db_(db) {
            sqlite3_stmt* raw = nullptr;
            if (sqlite3_prepare_v2(db.handle_.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) db.fail("preparing");
            handle_.reset(raw);
        }
        Statement& text(const std::string& value) {
            sqlite3_bind_text(handle_.get(), ++place_, value.c_str(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
            return *this;
        }
        Statement& number(double value) {
            if (is_blank(value))
                ++place_;  // NULL
            else
                sqlite3_bind_double(handle_.get(), ++place_, value);
            return *this;
        }
        Statement& bytes(const std::string& value) {
            if (value.empty())
                ++place_;
            else
                sqlite3_bind_blob(
                    handle_.get(), ++place_, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
            return *this;
        }
        void step() {
            if (sqlite3_step(handle_.get()) != SQLITE_DONE) db_.fail("writing a row of");
            sqlite3_reset(handle_.get());
            sqlite3_clear_bindings(handle_.get());
            place_ = 0;
        }

    private:
        struct Close {
            void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
        };
        Database& db_;
        std::unique_ptr<sqlite3_stmt, Close> handle_;
        int place_{};
    };

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    [[noreturn]] void fail(const char* doing) {
        const int code = sqlite3_errcode(handle_.get());
        const auto kind = code == SQLITE_FULL || code == SQLITE_PERM || code == SQLITE_READONLY ? ErrorKind::environment
                                                                                                : ErrorKind::io;
        throw Error(kind, compose("{} a GeoPackage failed: {}", {doing, sqlite3_errmsg(handle_.get())}));
    }
    std::unique_ptr<sqlite3, Close> handle_;
};

// Header of a GeoPackage geometry (clause 2.1.3): little-endian, with its extent, then well-known binary.
std::string blob(const std::string& binary, const Extent& extent) {
    std::string bytes{'G', 'P', '\0', '\3'};
    const auto add = [&](const auto& value) {
        char raw[sizeof value];
        std::memcpy(raw, &value, sizeof value);
        bytes.append(raw, sizeof value);
    };
    add(std::int32_t{wgs84});
    for (const double edge : {extent.min_x, extent.max_x, extent.min_y, extent.max_y}) add(edge);
    return bytes + binary;
}

std::pair<std::string, Extent> packed(const GeoShape& shape) {
    if (const auto* polygons = std::get_if<Polygons>(&shape); polygons != nullptr && !polygons->empty())
        return {blob(binary_of(*polygons), extent_of(*polygons)), extent_of(*polygons)};
    if (const auto* point = std::get_if<Point>(&shape)) {
        const Extent extent{point->x, point->x, point->y, point->y};
        return {blob(binary_of(*point), extent), extent};
    }
    if (const auto* line = std::get_if<std::vector<Point>>(&shape); line != nullptr && !line->empty())
        return {blob(binary_of(*line), extent_of(*line)), extent_of(*line)};
    return {};
}

const char* type_name(GeoKind kind) {
    return kind == GeoKind::polygons ? "MULTIPOLYGON" : kind == GeoKind::points ? "POINT" : "LINESTRING";
}

std::string quoted_name(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

void write_rows(Database& db, const GeoLayer& layer, Extent& whole) {
    std::string columns = "fid INTEGER PRIMARY KEY, geom BLOB", places = "NULL, ?";
    for (const auto& column : layer.attributes.columns()) {
        columns += ", " + quoted_name(column.name) + (column.kind == Frame::Kind::text ? " TEXT" : " DOUBLE");
        places += ", ?";
    }
    db.run("CREATE TABLE " + quoted_name(layer.name) + " (" + columns + ")");
    Database::Statement insert(db, "INSERT INTO " + quoted_name(layer.name) + " VALUES (" + places + ")");
    bool is_first = true;
    for (std::size_t row = 0; row < layer.attributes.rows(); ++row) {
        const auto [bytes, extent] = packed(layer.geometry[row]);
        insert.bytes(bytes);
        for (const auto& column : layer.attributes.columns()) {
            if (column.kind == Frame::Kind::text)
                insert.text(column.texts[row]);
            else
                insert.number(column.numbers[row]);
        }
        insert.step();
        if (bytes.empty()) continue;
        whole = is_first ? extent
                         : Extent{std::min(whole.min_x, extent.min_x), std::max(whole.max_x, extent.max_x),
                               std::min(whole.min_y, extent.min_y), std::max(whole.max_y, extent.max_y)};
        is_first = false;
    }
}

void write_layer(Database& db, const GeoLayer& layer) {
    if (layer.geometry.size() != layer.attributes.rows())
        throw Error(ErrorKind::internal, "a layer needs a shape for every row");
    Extent whole;
    write_rows(db, layer, whole);
    Database::Statement(db, "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, 4326)")
        .text(layer.name)
        .text(layer.title)
        .text(no_time)
        .number(whole.min_x)
        .number(whole.min_y)
        .number(whole.max_x)
        .number(whole.max_y)
        .step();
    Database::Statement(db, "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)")
        .text(layer.name)
        .text(type_name(layer.kind))
        .step();
    if (layer.style.empty()) return;
    Database::Statement(db, "INSERT INTO layer_styles VALUES (NULL, '', '', ?, 'geom', ?, ?, '', 1, '', '', NULL, ?)")
        .text(layer.name)
        .text(layer.name)
        .text(layer.style)
        .text(no_time)
        .step();
}

}  // namespace

void write_geopackage(const std::filesystem::path& path, const std::vector<GeoLayer>& layers) {
    StagedFile staged(path);
    {
        Database db(staged.path());
        db.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        db.run(core_tables);
        db.run("BEGIN");
        Database::Statement(db,
            "INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, NULL, NULL, NULL, "
            "NULL, NULL)")
            .text(no_time)
            .step();
        for (const auto& layer : layers) write_layer(db, layer);
        db.run("COMMIT");
    }
    staged.commit();
}

}  // namespace ecumene::files
