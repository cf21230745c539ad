// Where folders are written to: never over what somebody else put there.
//
//     refuse_filled_folder("solved");    // WrongUse: "'solved' is there already and not empty: it is left alone"
#pragma once

#include <filesystem>

namespace ecumene::pipeline {

// Throws WrongUse for a file, and for a folder that holds anything at all.
void refuse_filled_folder(const std::filesystem::path& folder);

}  // namespace ecumene::pipeline
