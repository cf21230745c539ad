// Gridded results in NetCDF-4 (classic model): numbers over named dimensions with text labels, units and long names.
//
//     NetcdfFile file;
//     file.dimensions = {{"region", {"11", "26"}}, {"hour", hour_labels}};
//     file.variables = {{.name = "load", .unit = "MW", .long_name = "load", .dimensions = {"region", "hour"}, .values = load}};
//     write_netcdf("runs/x/hourly.nc", file);
//
// Values are row-major: the last dimension runs fastest. Labels are kept as a text variable of the dimension's name, so
// that xarray opens them as coordinates; a dimension without labels counts from 0. Not-a-number stands for unknown.
// Read are numbers of every kind (whole numbers and flags as doubles) and texts, as strings or as rows of letters; other
// kinds are passed over. Written beside and renamed. Not done here: writing texts beside labels, groups, unlimited
// dimensions, partial reads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace ecumene::files {

struct NetcdfDimension {
    std::string name;
    std::vector<std::string> labels{};
    std::size_t size{};  // only where there are no labels

    std::size_t length() const { return labels.empty() ? size : labels.size(); }
};

enum class Precision { float32, float64 };

struct NetcdfVariable {
    std::string name;
    std::string unit{};
    std::string long_name{};
    std::vector<std::string> dimensions;
    std::vector<double> values{};
    Precision precision{Precision::float32};
    std::vector<std::string> texts{};  // instead of values, in what was read
};

struct NetcdfFile {
    std::vector<std::pair<std::string, std::string>> attributes{};  // of the file: title, source, ...; numbers as text
    std::vector<NetcdfDimension> dimensions;
    std::vector<NetcdfVariable> variables;
};

struct NetcdfOptions {
    int deflate{0};  // 0: as it is, 1..9: smaller and slower
};

// Errors: as write_file(); ErrorKind::internal when values do not fill their dimensions.
void write_netcdf(const std::filesystem::path& path, const NetcdfFile& file, NetcdfOptions options = {});

// Errors: ErrorKind::input for a file that is not there, too large or not NetCDF.
NetcdfFile read_netcdf(const std::filesystem::path& path, std::size_t most_values = std::size_t{1} << 28U);

}  // namespace ecumene::files
