#include "pipeline/target_folder.hpp"

#include <system_error>

#include "core/text.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {

namespace fs = std::filesystem;

void refuse_filled_folder(const fs::path& folder) {
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !fs::is_empty(folder, ignored))
        throw WrongUse(
            compose("'{}' is there already and not empty: it is left alone", {folder.string()}), "name a new folder");
}

}  // namespace ecumene::pipeline
