// The front end as it was built: files kept in memory, looked up by their exact path, compressed where the browser takes it.
//
//     const Bundle bundle("build/studio");
//     if (auto response = bundle.find(request)) ...
//
// A bundle that was built anew is read again when its first page is asked for. Without one the first page says how to get it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "message.hpp"

namespace ecumene::server {

class Bundle {
public:
    explicit Bundle(std::filesystem::path folder) : folder_(std::move(folder)) {}
    // Nothing: no such file.
    std::optional<Response> find(const Request& request) const;

private:
    using Bytes = std::shared_ptr<const std::string>;
    using Files = std::map<std::string, Bytes>;  // "/assets/index-3f2a.js"
    std::shared_ptr<const Files> files(bool may_be_new) const;

    std::filesystem::path folder_;
    mutable std::mutex mutex_;
    mutable std::filesystem::file_time_type read_at_{};
    mutable std::shared_ptr<const Files> files_;
};

}  // namespace ecumene::server
