#include "solver/barrier/update_stacks.hpp"

#include <algorithm>
#include <utility>

namespace ecumene::solver::barrier {
namespace {

std::int64_t size_of_update(const Symbolic& plan, std::int32_t s) {
    const std::int64_t rows = plan.row_start[s + 1] - plan.row_start[s];
    return rows * rows;
}

bool is_shorter(const Vector& a, const Vector& b) {
    return a.size() < b.size();
}

}  // namespace

UpdateStacks::UpdateStacks(const Symbolic& plan) {
    find_places(plan);
    idle_.reserve(length_.size());  // so that giving back asks for no memory
    longest_ = *std::max_element(length_.begin(), length_.end() - (plan.parts() > 0 ? 1 : 0));
}

void UpdateStacks::find_places(const Symbolic& plan) {
    const auto children = children_of(plan);
    const std::int32_t top = plan.begin_of(plan.parts());
    std::vector<int> side(children.size(), 0);
    for (std::int32_t s = plan.supernodes(); s-- > 0;)
        if (plan.parent[s] >= 0) side[s] = 1 - side[plan.parent[s]];
    place_.resize(children.size());
    for (int part = 0; part <= plan.parts(); ++part) {
        std::int64_t height[2] = {0, 0}, highest[2] = {0, 0};
        for (std::int32_t s = plan.begin_of(part); s < plan.end_of(part); ++s) {
            if (s < top && plan.parent[s] >= top) {
                place_[s] = ~std::exchange(length_handed_up_, length_handed_up_ + size_of_update(plan, s));
            } else {
                place_[s] = std::exchange(height[side[s]], height[side[s]] + size_of_update(plan, s));
                highest[side[s]] = std::max(highest[side[s]], height[side[s]]);
            }
            for (const std::int32_t child : children[s])
                if (child >= plan.begin_of(part)) height[side[child]] -= size_of_update(plan, child);
        }
        for (std::int32_t s = plan.begin_of(part); s < plan.end_of(part); ++s)
            if (!is_handed_up(place_[s]) && side[s] == 1) place_[s] += highest[0];
        length_.push_back(highest[0] + highest[1]);
    }
}

std::int64_t UpdateStacks::numbers(int threads) const {
    return length_handed_up_ + threads * longest_ + std::max<std::int64_t>(0, length_.back() - longest_);
}

// Parts ask for the longest any of them needs, so that a stack serves them all; the top's may be longer, so it takes, and
// lengthens, the longest.
Vector UpdateStacks::take(int part) {
    const auto length = static_cast<std::size_t>(std::max(longest_, length_[static_cast<std::size_t>(part)]));
    Vector stack;
    {
        const std::scoped_lock lock(guard_);
        handed_up_.resize(static_cast<std::size_t>(length_handed_up_));
        if (!idle_.empty()) {
            std::swap(*std::max_element(idle_.begin(), idle_.end(), is_shorter), idle_.back());
            stack = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (stack.size() >= length) return stack;
    Vector().swap(stack);  // before another is asked for
    return Vector(length);
}

void UpdateStacks::take_back(Vector stack) {
    const std::scoped_lock lock(guard_);
    idle_.push_back(std::move(stack));
}

}  // namespace ecumene::solver::barrier
