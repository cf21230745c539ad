#include "core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace ecumene {
namespace {

struct Job {
    Job(const std::function<void(int)>& what, int how_many, int helping)
        : work(what), parts(how_many), seats(helping) {}

    // Helpers that come too many find none: as many threads work as were asked for, not as many as happen to be idle.
    bool has_seat() { return seats-- > 0; }

    // Whoever comes takes the next part until none is left. `work` lives until all parts are done, and is not touched later.
    void take_parts() {
        for (int part = next++; part < parts; part = next++) {
            if (!has_failed) run(part);
            if (++done == parts) done.notify_all();
        }
    }
    void wait() const {
        for (int now = done; now < parts; now = done) done.wait(now);
    }

    const std::function<void(int)>& work;
    const int parts;
    std::atomic<int> seats, next{0}, done{0};
    std::atomic<bool> has_failed{false};
    std::exception_ptr trouble;  // read when all parts are done

private:
    void run(int part) {
        try {
            work(part);
        } catch (...) {
            if (!has_failed.exchange(true)) trouble = std::current_exception();
        }
    }
};

// Threads that wait for jobs. Nobody waits for them: on a busy machine, where they wake up late, the caller has done the work.
class Helpers {
public:
    explicit Helpers(int count) {
        try {
            for (int k = 0; k < count; ++k) threads_.emplace_back([this](const std::stop_token& stop) { serve(stop); });
        } catch (const std::system_error&) {  // no more threads to be had: the callers work alone
        }
    }
    void call(const std::shared_ptr<Job>& job, int how_many) {
        {
            const std::scoped_lock lock(guard_);
            job_ = job;
            ++number_;
        }
        for (int k = 0; k < how_many; ++k) bell_.notify_one();
    }

private:
    void serve(const std::stop_token& stop) {
        std::uint64_t seen = 0;
        for (;;) {
            std::shared_ptr<Job> job;
            {
                std::unique_lock lock(guard_);
                if (!bell_.wait(lock, stop, [&] { return number_ != seen; })) return;
                seen = number_;
                job = job_;
            }
            if (job->has_seat()) job->take_parts();
        }
    }

    std::mutex guard_;
    std::condition_variable_any bell_;
    std::shared_ptr<Job> job_;
    std::uint64_t number_{};
    std::vector<std::jthread> threads_;  // last: they end before what they look at
};

Helpers& helpers() {
    static Helpers all(std::max(1, processors() - 1));
    return all;
}

}  // namespace

void for_each_part(int parts, int threads, const std::function<void(int part)>& work) {
    const int helping = std::min(threads, parts) - 1;
    if (helping < 1) {
        for (int part = 0; part < parts; ++part) work(part);
        return;
    }
    const auto job = std::make_shared<Job>(work, parts, helping);
    helpers().call(job, helping);
    job->take_parts();
    job->wait();
    if (job->trouble) std::rethrow_exception(job->trouble);
}

int processors() {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace ecumene
