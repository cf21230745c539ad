// One program at a time works on a run. The lock is a file beside the run's folder that holds the process number.
//
//     RunLock lock("runs/3f2a91c04b7d.lock");      // throws if a live process holds it
//     ...                                          // released and removed when it goes out of scope
//
// The operating system frees the lock of a process that was killed, so what a dead process left is simply taken over.
#pragma once

#include <filesystem>

namespace ecumene::pipeline {

class RunLock {
public:
    // Errors: ErrorKind::environment if another process works on the run (its number is named) or the file cannot be made.
    explicit RunLock(std::filesystem::path path);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

private:
    std::filesystem::path path_;
    int descriptor_{-1};
};

}  // namespace ecumene::pipeline
