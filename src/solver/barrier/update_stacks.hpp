// Where the supernodes of a multifrontal factor leave their updates until their parents take them.
//
//     UpdateStacks updates(plan);                           // places; no memory yet
//     UpdateStacks::Loan part(updates, 0);                  // once per part and factorisation, from any thread
//     part.of(s)                                            // rows below s, squared, by columns
//
// Within a part (symbolic.hpp) there are two stacks: a supernode leaves its update on the one its children's are not on, so
// that nothing has to move. They are lent, and serve part after part: as many as there are threads, not parts. What the roots
// of a part leave has a place of its own until the top takes it.
#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "solver/barrier/sparse.hpp"
#include "solver/barrier/symbolic.hpp"

namespace ecumene::solver::barrier {

class UpdateStacks {
public:
    explicit UpdateStacks(const Symbolic& plan);

    // How many numbers will be held with so many threads.
    std::int64_t numbers(int threads) const;

    class Loan {
    public:
        Loan(UpdateStacks& from, int part) : from_(from), stack_(from.take(part)) {}
        ~Loan() { from_.take_back(std::move(stack_)); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;

        double* of(std::int32_t s) {
            const std::int64_t place = from_.place_[static_cast<std::size_t>(s)];
            return is_handed_up(place) ? from_.handed_up_.data() + ~place : stack_.data() + place;
        }

    private:
        UpdateStacks& from_;
        Vector stack_;
    };

private:
    static bool is_handed_up(std::int64_t place) { return place < 0; }
    void find_places(const Symbolic& plan);
    Vector take(int part);
    void take_back(Vector stack);

    std::vector<std::int64_t> place_;   // per supernode on its stack; ~place among what is handed up to the top
    std::vector<std::int64_t> length_;  // of both stacks, per part and of the top
    std::int64_t longest_{}, length_handed_up_{};
    Vector handed_up_;
    std::mutex guard_;
    std::vector<Vector> idle_;
};

}  // namespace ecumene::solver::barrier
