#include "pipeline/run_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "core/text.hpp"

namespace ecumene::pipeline {
namespace {

int open_lock_file(const std::filesystem::path& path) {
    constexpr mode_t everyone_reads = 0644;
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, everyone_reads);
    if (descriptor < 0)
        throw Error(ErrorKind::environment, compose("cannot write {}: {}", {path.string(), std::strerror(errno)}));
    return descriptor;
}

// The holder may have removed the file between our opening and our locking it: then what we hold is no longer the lock.
bool is_still_at(const std::filesystem::path& path, int descriptor) {
    struct stat held {
    }, named{};
    return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
           held.st_dev == named.st_dev;
}

std::string holder(int descriptor) {
    std::array<char, 32> text{};
    const auto size = ::pread(descriptor, text.data(), text.size() - 1, 0);
    const auto number = trim(std::string_view(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0));
    return number.empty() ? "another process" : "process " + std::string(number);
}

void sign(int descriptor) {
    const auto text = std::to_string(::getpid()) + "\n";
    // Only a courtesy to whoever meets the lock: a full disk does not weaken it.
    if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const auto written = ::pwrite(descriptor, text.data(), text.size(), 0);
}

}  // namespace

RunLock::RunLock(std::filesystem::path path) : path_(std::move(path)) {
    while (descriptor_ < 0) {
        const int descriptor = open_lock_file(path_);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const auto who = holder(descriptor);
            ::close(descriptor);
            throw Error(ErrorKind::environment, compose("{} is working on this very run ({}): wait until it has "
                                                        "finished, or end it; what it has solved is kept",
                                                    {who, path_.stem().string()}));
        }
        if (is_still_at(path_, descriptor))
            descriptor_ = descriptor;
        else
            ::close(descriptor);
    }
    sign(descriptor_);
}

RunLock::~RunLock() {
    ::unlink(path_.c_str());
    ::close(descriptor_);
}

}  // namespace ecumene::pipeline
