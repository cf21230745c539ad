#include "core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace ecumene {

void for_each_part(int parts, int threads, const std::function<void(int part)>& work) {
    const int helpers = std::min(threads, parts) - 1;
    if (helpers < 1) {
        for (int part = 0; part < parts; ++part) work(part);
        return;
    }
    std::atomic<int> next{0};
    std::mutex guard;
    std::exception_ptr trouble;
    const auto take_parts = [&] {
        for (int part = next++; part < parts; part = next++) try {
                work(part);
            } catch (...) {
                const std::scoped_lock lock(guard);
                if (!trouble) trouble = std::current_exception();
                next = parts;
            }
    };
    {
        std::vector<std::jthread> others;
        for (int helper = 0; helper < helpers; ++helper) others.emplace_back(take_parts);
        take_parts();
    }
    if (trouble) std::rethrow_exception(trouble);
}

int processors() {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace ecumene
