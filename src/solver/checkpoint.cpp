#include "solver/checkpoint.hpp"

#include <bit>
#include <span>

namespace ecumene::solver {
namespace {

// Every word shifts all later ones (finaliser of S. Vigna's splitmix64).
class Mixer {
public:
    void add(std::uint64_t word) {
        state_ += word + 0x9e3779b97f4a7c15U;
        state_ = (state_ ^ (state_ >> 30U)) * 0xbf58476d1ce4e5b9U;
        state_ = (state_ ^ (state_ >> 27U)) * 0x94d049bb133111ebU;
        state_ ^= state_ >> 31U;
    }
    void add(std::span<const double> numbers) {
        add(numbers.size());
        for (const double x : numbers) add(std::bit_cast<std::uint64_t>(x));
    }
    template <class Integer>
    void add_integers(std::span<const Integer> numbers) {
        add(numbers.size());
        for (const Integer x : numbers) add(static_cast<std::uint64_t>(x));
    }
    std::uint64_t state() const { return state_; }

private:
    std::uint64_t state_{};
};

}  // namespace

std::uint64_t fingerprint(const lp::Problem& problem, double tolerance) {
    Mixer mixer;
    mixer.add(std::span<const double>(&tolerance, 1));
    for (const auto* numbers :
        {&problem.cost, &problem.lower, &problem.upper, &problem.row_lower, &problem.row_upper, &problem.value})
        mixer.add(*numbers);
    mixer.add_integers<std::int64_t>(problem.start);
    mixer.add_integers<std::int32_t>(problem.index);
    return mixer.state();
}

}  // namespace ecumene::solver
