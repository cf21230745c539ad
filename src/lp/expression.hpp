// Linear expressions as compile-time shapes: no heap, no run-time tree. Built and consumed within one statement.
//
//     sum(technologies, [&](Technology k) { return generation(r, k, h); })
//   + efficiency(l) * flow(l, h) - charge(r, h)   ==   demand(r, h)
//
// Every expression knows its dimension; adding two that differ does not compile. `when(condition, e)` is e or nothing.
// The body of a sum may not return another sum (the inner one would outlive its indices): write sum(a, b, body).
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/index.hpp"
#include "core/units.hpp"
#include "lp/problem.hpp"

namespace ecumene::lp {

template <class E>
concept Linear = requires(const E& e) {
    { E::dim } -> std::convertible_to<Dim>;
    e.emit([](std::int32_t, double) {}, 1.0);
};

// One column of the problem.
template <Dim D>
struct Variable {
    static constexpr Dim dim = D;
    std::int32_t column{};

    template <class F>
    void emit(F&& f, double scale) const {
        f(column, scale);
    }
};

// coefficient * column
template <Dim D>
struct Term {
    static constexpr Dim dim = D;
    std::int32_t column{};
    double coefficient{};

    template <class F>
    void emit(F&& f, double scale) const {
        f(column, scale * coefficient);
    }
};

template <Dim A, Dim B>
constexpr Term<A * B> operator*(Quantity<A> q, Variable<B> v) {
    return {v.column, q.value};
}
template <Dim A, Dim B>
constexpr Term<A * B> operator*(Quantity<A> q, Term<B> t) {
    return {t.column, q.value * t.coefficient};
}
template <Dim B>
constexpr Term<B> operator*(double factor, Variable<B> v) {
    return {v.column, factor};
}
template <Dim B>
constexpr Term<B> operator*(double factor, Term<B> t) {
    return {t.column, factor * t.coefficient};
}

template <Linear A, Linear B, int Sign>
struct Plus {
    static_assert(A::dim == B::dim, "terms with different units in one equation");
    static constexpr Dim dim = A::dim;
    A a;
    B b;

    template <class F>
    void emit(F&& f, double scale) const {
        a.emit(f, scale);
        b.emit(f, Sign * scale);
    }
};
template <Linear A, Linear B>
Plus<A, B, 1> operator+(A a, B b) {
    return {a, b};
}
template <Linear A, Linear B>
Plus<A, B, -1> operator-(A a, B b) {
    return {a, b};
}

template <Linear A>
struct Negated {
    static constexpr Dim dim = A::dim;
    A a;

    template <class F>
    void emit(F&& f, double scale) const {
        a.emit(f, -scale);
    }
};
template <Linear A>
Negated<A> operator-(A a) {
    return {a};
}

template <Linear A>
struct Conditional {
    static constexpr Dim dim = A::dim;
    bool holds{};
    A a;

    template <class F>
    void emit(F&& f, double scale) const {
        if (holds) a.emit(f, scale);
    }
};
template <Linear A>
Conditional<A> when(bool holds, A a) {
    return {holds, a};
}

// Ranges are held by value: a set is a count, a vector is seen through a span.
template <class I>
constexpr Set<I> range_of(Set<I> set) {
    return set;
}
template <class T>
constexpr std::span<const T> range_of(const std::vector<T>& list) {
    return list;
}
template <class T>
constexpr std::span<const T> range_of(std::span<const T> list) {
    return list;
}

template <class T>
struct IsSum : std::false_type {};

template <class Body, class... Ranges>
struct Sum {
    using Result = decltype(std::declval<const Body&>()(*std::declval<const Ranges&>().begin()...));
    static_assert(!IsSum<Result>::value, "write sum(a, b, body) instead of a sum inside a sum");
    static constexpr Dim dim = Result::dim;
    Body body;
    std::tuple<Ranges...> ranges;

    template <class F>
    void emit(F&& f, double scale) const {
        walk<0>(f, scale);
    }

private:
    template <std::size_t N, class F, class... I>
    void walk(F&& f, double scale, I... i) const {
        if constexpr (N == sizeof...(Ranges))
            body(i...).emit(f, scale);
        else
            for (const auto member : std::get<N>(ranges)) walk<N + 1>(f, scale, i..., member);
    }
};
template <class Body, class... Ranges>
struct IsSum<Sum<Body, Ranges...>> : std::true_type {};

template <class R, class Body>
auto sum(const R& range, Body body) {
    return Sum<Body, decltype(range_of(range))>{body, {range_of(range)}};
}
template <class R, class S, class Body>
auto sum(const R& r, const S& s, Body body) {
    return Sum<Body, decltype(range_of(r)), decltype(range_of(s))>{body, {range_of(r), range_of(s)}};
}
template <class R, class S, class T, class Body>
auto sum(const R& r, const S& s, const T& t, Body body) {
    return Sum<Body, decltype(range_of(r)), decltype(range_of(s)), decltype(range_of(t))>{
        body, {range_of(r), range_of(s), range_of(t)}};
}

// lower <= lhs <= upper
template <Linear E>
struct Relation {
    E lhs;
    double lower{}, upper{};
};
template <Linear E>
Relation<E> operator==(E e, Quantity<E::dim> q) {
    return {e, q.value, q.value};
}
template <Linear E>
Relation<E> operator<=(E e, Quantity<E::dim> q) {
    return {e, -infinity, q.value};
}
template <Linear E>
Relation<E> operator>=(E e, Quantity<E::dim> q) {
    return {e, q.value, infinity};
}
template <Linear A, Linear B>
Relation<Plus<A, B, -1>> operator<=(A a, B b) {
    return {{a, b}, -infinity, 0.0};
}
template <Linear A, Linear B>
Relation<Plus<A, B, -1>> operator>=(A a, B b) {
    return {{a, b}, 0.0, infinity};
}
template <Linear A, Linear B>
Relation<Plus<A, B, -1>> operator==(A a, B b) {
    return {{a, b}, 0.0, 0.0};
}
template <Linear E>
Relation<E> between(Quantity<E::dim> lower, E e, Quantity<E::dim> upper) {
    return {e, lower.value, upper.value};
}

}  // namespace ecumene::lp
