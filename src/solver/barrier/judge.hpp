// Hears every iterate of the interior point: reports it, keeps its state, and from a small gap and residuals on restores and certifies it on
// the problem as written. Keeps the best; the first that carries its certificate ends the run.
#pragma once

#include <memory>

#include "solver/backend.hpp"
#include "solver/barrier/interior_point.hpp"
#include "solver/certificate.hpp"

namespace ecumene::solver::barrier {

class Judge : public Listener {
public:
    Judge(
        const Task& task, const Presolve& presolve, const StandardForm& form, const NewtonSystem& newton, Watch& watch)
        : task_(task), presolve_(presolve), form_(form), newton_(newton), watch_(watch) {}

    // What considering an answer holds beside the iterations.
    static std::int64_t bytes(const lp::Problem& problem);

    void go_on_from(const Checkpoint& checkpoint);
    Verdict hear(const Measures& p, const Point& point) override;
    Verdict hear_mended(const Measures& p, const Point& point) override;

    int iterations() const { return iterations_; }
    // The worst of the best answer's three measures; infinite without one.
    double measure() const { return measure_; }
    Solution take_best();  // once, at the end

private:
    // On the problem as written. Several answers may share one side: there are never more vectors than different ones.
    struct Answer {
        std::shared_ptr<Vector> values, duals;
    };
    Answer restored(const Point& point) const;
    Checkpoint state_at(int iteration, const Point& point) const;
    void keep_middle(const Measures& p, const Point& point);
    void keep_checkpoint(int iteration, const Point& point);
    void consider(const Point& point);
    void keep_if_better(const Answer& answer);
    void keep_if_better(const Answer& answer, const Certificate& c);
    bool has_stopped_improving(const Measures& p);

    const Task& task_;
    const Presolve& presolve_;
    const StandardForm& form_;
    const NewtonSystem& newton_;
    Watch& watch_;
    Answer best_, good_;  // good: the last values and the last duals that hold by themselves
    double measure_{lp::infinity}, measure_then_{lp::infinity};
    int nearer_at_{};
    double best_merit_{lp::infinity};
    int last_gain_{};
    int iterations_{};
    bool has_middle_{}, has_considered_{};
};

}  // namespace ecumene::solver::barrier
