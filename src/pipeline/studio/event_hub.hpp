// News of runs for whoever follows them: one publisher, many followers, none of whom can hold up the others.
//
//     EventHub hub(64);
//     auto follower = hub.follow({});                       // of every job; empty pointer: too many follow already
//     while (auto event = follower->next(1s)) ...           // nothing within that time: an empty optional
//     hub.publish({"job", "7", json});
//
// A follower who is slow gets the last state of each job, and the last lines of its log, not every one in between. A follower
// that is let go frees its place at once.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace ecumene::pipeline {

struct Event {
    std::string name;  // job or log
    std::string job;
    std::string data;  // JSON in one line
};

class EventHub;

class Follower {
public:
    ~Follower();
    Follower(const Follower&) = delete;
    Follower& operator=(const Follower&) = delete;

    std::optional<Event> next(std::chrono::milliseconds patience);
    bool is_over() const { return is_over_; }

private:
    friend class EventHub;
    Follower(EventHub& hub, std::string job) : hub_(hub), job_(std::move(job)) {}
    void give(const Event& event);
    void end();

    EventHub& hub_;
    std::string job_;  // empty: all
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Event> waiting_;
    std::atomic<bool> is_over_{false};
};

class EventHub {
public:
    explicit EventHub(std::size_t most) : most_(most) {}

    // `job` empty: of every job.
    std::shared_ptr<Follower> follow(const std::string& job);
    void publish(const Event& event);
    // Every follower is told that it is over; new ones are refused.
    void close();
    std::size_t followers() const;
    std::size_t most() const { return most_; }

private:
    friend class Follower;
    void forget();

    const std::size_t most_;
    mutable std::mutex mutex_;
    std::vector<std::weak_ptr<Follower>> followers_;
    std::size_t count_{};
    bool is_closed_{};
};

}  // namespace ecumene::pipeline
