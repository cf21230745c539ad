// A network as PyPSA's folder of CSV files, results included, that PyPSA opens again.
//
//     write_csv_folder("solved", network);          // the folder appears whole or not at all
//
// What has its default is left out, as PyPSA does. Errors: as files::write_file().
#pragma once

#include <filesystem>

#include "network/network.hpp"

namespace ecumene::network {

void write_csv_folder(const std::filesystem::path& folder, const Network& network);

// The files of the folder, written into one that is there.
void write_csv_files(const std::filesystem::path& folder, const Network& network);

}  // namespace ecumene::network
