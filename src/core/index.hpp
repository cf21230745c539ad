// Typed positions and the sets they come from. A Region can never be used where an Hour is meant.
//
//     using Region = Index<struct RegionTag>;
//     const Set<Region> regions(17);
//     for (Region r : regions) ...
//
// A set is only a count: labels live with whoever made it. Positions run from 0 to size() - 1.
#pragma once

#include <array>
#include <cassert>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace ecumene {

template <class Tag>
struct Index {
    std::int32_t pos{};
    friend constexpr auto operator<=>(Index, Index) = default;
    constexpr std::size_t at() const { return static_cast<std::size_t>(pos); }
};

template <class I>
class Set {
public:
    using Member = I;

    class Iterator {
    public:
        constexpr explicit Iterator(std::int32_t pos) : pos_(pos) {}
        constexpr I operator*() const { return I{pos_}; }
        constexpr Iterator& operator++() {
            ++pos_;
            return *this;
        }
        friend constexpr bool operator==(Iterator, Iterator) = default;

    private:
        std::int32_t pos_;
    };

    constexpr Set() = default;
    constexpr explicit Set(std::size_t size) : size_(static_cast<std::int32_t>(size)) {}

    constexpr Iterator begin() const { return Iterator{0}; }
    constexpr Iterator end() const { return Iterator{size_}; }
    constexpr std::int32_t size() const { return size_; }

private:
    std::int32_t size_{};
};

// Row-major place of an index tuple in a dense array; counts are 64-bit.
template <class... I>
class Layout {
public:
    constexpr Layout() = default;
    constexpr explicit Layout(Set<I>... sets) requires(sizeof...(I) > 0) : size_{sets.size()...} {}

    constexpr std::int64_t at(I... i) const {
        std::int64_t place = 0;
        std::size_t dimension = 0;
        ((assert(i.pos >= 0 && i.pos < size_[dimension]), place = place * size_[dimension++] + i.pos), ...);
        return place;
    }
    constexpr std::int64_t count() const {
        std::int64_t n = 1;
        for (const std::int64_t s : size_) n *= s;
        return n;
    }
    constexpr const std::array<std::int64_t, sizeof...(I)>& sizes() const { return size_; }

private:
    std::array<std::int64_t, sizeof...(I)> size_{};
};

}  // namespace ecumene
