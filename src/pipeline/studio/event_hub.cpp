#include "pipeline/studio/event_hub.hpp"

#include <algorithm>

namespace ecumene::pipeline {
namespace {

constexpr std::size_t most_events_kept = 500;

}  // namespace

Follower::~Follower() {
    hub_.forget();
}

std::optional<Event> Follower::next(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, patience, [&] { return !waiting_.empty() || is_over_; });
    if (waiting_.empty()) return {};
    auto event = std::move(waiting_.front());
    waiting_.pop_front();
    return event;
}

void Follower::give(const Event& event) {
    if (!job_.empty() && job_ != event.job) return;
    {
        const std::lock_guard lock(mutex_);
        const auto older = std::find_if(waiting_.begin(), waiting_.end(),
            [&](const Event& e) { return event.name == "job" && e.name == "job" && e.job == event.job; });
        if (older != waiting_.end()) waiting_.erase(older);
        waiting_.push_back(event);
        if (waiting_.size() > most_events_kept) waiting_.pop_front();
    }
    wake_.notify_one();
}

void Follower::end() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
    }
    wake_.notify_all();
}

std::shared_ptr<Follower> EventHub::follow(const std::string& job) {
    const std::lock_guard lock(mutex_);
    if (is_closed_ || count_ >= most_) return {};
    std::shared_ptr<Follower> follower(new Follower(*this, job));
    ++count_;
    followers_.erase(std::remove_if(followers_.begin(), followers_.end(), [](const auto& f) { return f.expired(); }),
        followers_.end());
    followers_.push_back(follower);
    return follower;
}

void EventHub::publish(const Event& event) {
    // Held while they are given the event: the last of them to be let go must not be let go under the lock.
    std::vector<std::shared_ptr<Follower>> now;
    {
        const std::lock_guard lock(mutex_);
        for (const auto& follower : followers_)
            if (auto held = follower.lock()) now.push_back(std::move(held));
    }
    for (const auto& follower : now) follower->give(event);
}

void EventHub::close() {
    std::vector<std::shared_ptr<Follower>> now;
    {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        for (const auto& follower : followers_)
            if (auto held = follower.lock()) now.push_back(std::move(held));
    }
    for (const auto& follower : now) follower->end();
}

std::size_t EventHub::followers() const {
    const std::lock_guard lock(mutex_);
    return count_;
}

void EventHub::forget() {
    const std::lock_guard lock(mutex_);
    --count_;
}

}  // namespace ecumene::pipeline
