#include "pipeline/studio/project.hpp"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "core/text.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;

bool is_passed_over(const fs::path& path) {
    const auto name = path.filename().string();
    return name == "runs" || name == "export" || (!name.empty() && name.front() == '.');
}

}  // namespace

Project::Project(Session session, const std::string& package)
    : session_(std::move(session)), argument_(package), package_(find_package(package, session_.places)) {}

fs::path Project::scenarios() const {
    return package_.own_scenarios.empty() ? package_.folder / "scenarios" : package_.own_scenarios;
}

std::string Project::stamp() const {
    std::vector<std::string> lines;
    std::error_code failure;
    for (fs::recursive_directory_iterator at(package_.folder, failure), end; !failure && at != end;
         at.increment(failure)) {
        if (is_passed_over(at->path())) {
            at.disable_recursion_pending();
            continue;
        }
        std::error_code ignored;
        if (!at->is_regular_file(ignored)) continue;
        lines.push_back(compose("{} {} {}",
            {at->path().string(), at->file_size(ignored), at->last_write_time(ignored).time_since_epoch().count()}));
    }
    std::sort(lines.begin(), lines.end());
    return join(lines, "\n");
}

std::shared_ptr<const dataset::Dataset> Project::data() const {
    const auto now = stamp();
    const std::lock_guard lock(mutex_);
    if (!data_ || now != read_stamp_) {
        data_ = std::make_shared<const dataset::Dataset>(dataset::load(package_.folder));
        read_stamp_ = now;
    }
    return data_;
}

}  // namespace ecumene::pipeline
