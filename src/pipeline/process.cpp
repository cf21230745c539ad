#include "pipeline/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <string>

#include "files/atomic.hpp"

namespace ecumene::pipeline {

void prepare_process() {
    files::ignore_file_size_signal();
}

namespace {

std::int64_t address_space_in_use() {
    std::int64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * ::sysconf(_SC_PAGESIZE);
}

}  // namespace

std::int64_t memory_at_hand() {
    std::int64_t bytes = std::numeric_limits<std::int64_t>::max();
    std::ifstream memory("/proc/meminfo");
    std::string word;
    while (memory >> word)
        if (word == "MemAvailable:" && memory >> bytes) bytes *= 1024;
    rlimit own{};
    if (::getrlimit(RLIMIT_AS, &own) == 0 && own.rlim_cur != RLIM_INFINITY)
        bytes = std::min(bytes, static_cast<std::int64_t>(own.rlim_cur) - address_space_in_use());
    return bytes;
}

namespace {

bool hand_to_desktop(std::string argument) {
    std::string program = "xdg-open";
    std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failure = ::posix_spawnp(&child, program.c_str(), &quiet, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (failure != 0) return false;
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

bool open_for_the_user(const std::filesystem::path& file) {
    return hand_to_desktop(std::filesystem::absolute(file).string());
}

bool open_address_for_the_user(const std::string& address) {
    return hand_to_desktop(address);
}

}  // namespace ecumene::pipeline
