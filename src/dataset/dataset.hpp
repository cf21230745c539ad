// A data package that was read and found sound: regions, tables and hourly series in canonical units. Immutable.
//
//     Dataset data = load("data/korea");                   // throws FindingsError with every error found
//     const Frame& stock = data.table("stock");            // columns as in schema/package.json, values canonical
//     data.series("solar").at("36")[11]                    // noon of 1 January, Jeonnam
//
// Values stand in the canonical unit of their column (MWh, MW, MKRW, tCO2eq, t, km, person); the unit column then says so.
// A blank cell is NaN in a number column and empty in a text column. Years are number columns.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/findings.hpp"
#include "core/frame.hpp"
#include "core/text.hpp"

namespace ecumene::dataset {

struct Region {
    std::string code;
    std::string level;
    std::string parent;
    Bilingual name;
    double lat{}, lon{}, area_km2{};
    int tile_x{}, tile_y{};
    std::map<std::string, std::string> groups;  // grouping -> group
};

struct Group {
    std::string grouping, code;
    Bilingual name;
};

struct Series {
    bool is_availability{};                                // else a shape that sums to 1 over the year
    std::map<std::string, std::vector<double>> by_region;  // key "all" serves every region
    // Throws ErrorKind::input if neither the region nor "all" is there.
    const std::vector<double>& at(const std::string& region) const;
};

struct Settings {
    std::string name;
    Bilingual title;
    std::string nation;
    int base_year{};
    std::string currency;
    int price_year{};
    std::string default_scenario;
    std::string inventory_basis;
};

class Dataset {
public:
    const Settings& settings() const { return settings_; }
    const std::filesystem::path& folder() const { return folder_; }
    const std::vector<Region>& regions() const { return regions_; }
    const std::vector<Group>& groups() const { return groups_; }
    std::vector<std::string> groupings() const;

    // Whether the package holds the table; it may have no rows.
    bool has(std::string_view table) const;
    // An absent optional table is an empty Frame with its columns.
    const Frame& table(std::string_view name) const;
    bool has_series(std::string_view name) const;
    const Series& series(std::string_view name) const;

    // SHA-256 over every file that was read, by name.
    const std::string& digest() const { return digest_; }
    // Warnings and notes; errors never reach a Dataset.
    const Findings& findings() const { return findings_; }

    // The same package with only these regions; links, stocks, demands and series of others are left out.
    Dataset only(const std::vector<std::string>& region_codes) const;

private:
    friend class Loader;

    std::filesystem::path folder_;
    Settings settings_;
    std::vector<Region> regions_;
    std::vector<Group> groups_;
    std::map<std::string, Frame, std::less<>> tables_;
    std::set<std::string, std::less<>> present_;
    std::map<std::string, Series, std::less<>> series_;
    std::string digest_;
    Findings findings_;
};

// Reads and validates. Throws FindingsError (all findings at once) or Error(io).
Dataset load(const std::filesystem::path& folder);

// What `ecumene check` tells: every finding, what the package allows, which table would unlock more.
struct Capability {
    std::string verb;  // diagnose, plan, ...
    bool is_possible{};
    std::vector<std::string> missing;  // tables or columns that would unlock it, or more of it
};
struct CheckReport {
    Findings findings;
    std::vector<Capability> capabilities;
    std::size_t tables{}, rows{}, series{};
    std::map<std::string, std::size_t> rows_by_status;  // reported, derived, estimated, modelled, assumed
};
CheckReport check(const std::filesystem::path& folder);

}  // namespace ecumene::dataset
