// What a reader found before anyone asked what it means: tables of cells and series, each with the file it stood in.
//
//     RawNetwork raw = read_csv_folder(path, findings);
//     Network network = assemble(std::move(raw), findings);
//
// Internal to this module. CSV cells come as text, NetCDF's as numbers or text.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/findings.hpp"
#include "network/network.hpp"

namespace ecumene::network {

struct RawColumn {
    std::string name;
    bool is_text{};
    std::vector<std::string> texts{};
    std::vector<double> numbers{};
};

struct RawTable {
    std::string list;  // "generators"
    std::string file;  // as findings show it
    std::vector<std::string> names;
    std::vector<std::size_t> rows{};  // where each name stood; empty: not known
    std::vector<RawColumn> columns{};
};

struct RawSeries {
    std::string list, attribute, file;
    std::vector<std::string> names;
    std::size_t snapshots{};
    std::vector<double> values;  // row-major, a snapshot after the other
};

struct RawNetwork {
    std::string file;  // the folder or file, as findings show it
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string crs, meta;
    bool has_scenarios{};                      // of a stochastic network
    std::vector<RawTable> snapshots, periods;  // none or one of each
    std::vector<RawTable> tables;
    std::vector<RawSeries> series;
};

RawNetwork read_csv_folder(const std::filesystem::path& folder, Findings& findings);
RawNetwork read_netcdf_file(const std::filesystem::path& file);
Network assemble(RawNetwork raw, Findings& findings);

// "generators_t_p_max_pu" and "generators-p_max_pu" begin with a list of the schema: which, and what follows `joint`?
// Empty if with none.
std::pair<std::string, std::string> split_list(std::string_view name, std::string_view joint);

}  // namespace ecumene::network
