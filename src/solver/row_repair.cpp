#include "solver/row_repair.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace ecumene::solver {
namespace {

constexpr int sweeps = 20;
constexpr double share_of_tolerance = 0.5;

class Repair {
public:
    Repair(const lp::Problem& problem, std::vector<double>& values, double tolerance)
        : problem_(problem),
          values_(values),
          allowed_(share_of_tolerance * tolerance),
          is_met_(problem.row_lower.size(), 0) {}

    void run() {
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            measure();
            find_missed_rows();
            if (missed_.empty()) return;
            // First by columns nobody else minds; what is left may hand its miss on to a row that is not met yet.
            const bool may_hand_on = sweep > 0;
            for (auto& row : missed_) {
                meet(row, may_hand_on);
                if (may_hand_on) is_met_[row.row] = 1;
            }
        }
    }

private:
    struct Entry {
        std::int32_t column;
        double value;
    };
    struct Missed {
        std::int32_t row;
        std::vector<Entry> entries;
    };

    void measure() {
        activity_.assign(problem_.row_lower.size(), 0.0);
        size_.assign(activity_.size(), 0.0);
        for_each_entry([&](std::int32_t row, std::int32_t column, double value) {
            const double term = value * values_[column];
            activity_[row] += term;
            size_[row] = std::max(size_[row], std::abs(term));
        });
    }

    template <class Visit>
    void for_each_entry(Visit visit) const {
        for (std::int32_t j = 0; j < problem_.columns(); ++j)
            for (std::int64_t e = problem_.start[j]; e < problem_.start[j + 1]; ++e)
                visit(problem_.index[e], j, problem_.value[e]);
    }

    // How far an activity lies above the row's upper limit (positive) or below its lower one (negative).
    double excess(std::int32_t row, double activity) const {
        return std::max(activity - problem_.row_upper[row], 0.0) + std::min(activity - problem_.row_lower[row], 0.0);
    }

    // As the certificate counts it.
    double relative(std::int32_t row, double excess) const {
        const double limit = excess > 0.0 ? problem_.row_upper[row] : problem_.row_lower[row];
        return excess == 0.0 ? 0.0 : std::abs(excess) / (1.0 + std::max(std::abs(limit), size_[row]));
    }

    void find_missed_rows() {
        missed_.clear();
        std::vector<std::int32_t> number(activity_.size(), -1);
        for (std::int32_t i = 0; i < problem_.rows(); ++i) {
            if (!(relative(i, excess(i, activity_[i])) > allowed_)) continue;
            is_met_[i] = 0;
            number[i] = static_cast<std::int32_t>(missed_.size());
            missed_.push_back({i, {}});
        }
        if (missed_.empty()) return;
        for_each_entry([&](std::int32_t row, std::int32_t column, double value) {
            if (number[row] >= 0 && value != 0.0) missed_[number[row]].entries.push_back({column, value});
        });
        // Columns that stand in few rows disturb few, and cheap ones cost little.
        const auto disturbance = [&](const Entry& e) {
            return std::pair(
                problem_.start[e.column + 1] - problem_.start[e.column], std::abs(problem_.cost[e.column]));
        };
        for (auto& row : missed_)
            std::stable_sort(row.entries.begin(), row.entries.end(),
                [&](const Entry& a, const Entry& b) { return disturbance(a) < disturbance(b); });
    }

    void meet(const Missed& missed, bool may_hand_on) {
        for (const Entry& e : missed.entries) {
            const double over = excess(missed.row, activity_[missed.row]);
            if (over == 0.0) return;
            const double wanted = values_[e.column] - over / e.value,
                         put = std::min(std::max(wanted, problem_.lower[e.column]), problem_.upper[e.column]);
            if (put != values_[e.column] && may_move(e.column, put, missed.row, may_hand_on)) move(e.column, put);
        }
    }

    bool may_move(std::int32_t column, double to, std::int32_t except, bool may_hand_on) const {
        const double change = to - values_[column];
        for (std::int64_t e = problem_.start[column]; e < problem_.start[column + 1]; ++e) {
            const std::int32_t row = problem_.index[e];
            if (row == except || (may_hand_on && is_met_[row] == 0)) continue;
            const double before = relative(row, excess(row, activity_[row])),
                         after = relative(row, excess(row, activity_[row] + problem_.value[e] * change));
            if (after > std::max(before, allowed_)) return false;
        }
        return true;
    }

    void move(std::int32_t column, double to) {
        const double change = to - values_[column];
        for (std::int64_t e = problem_.start[column]; e < problem_.start[column + 1]; ++e)
            activity_[problem_.index[e]] += problem_.value[e] * change;
        values_[column] = to;
    }

    const lp::Problem& problem_;
    std::vector<double>& values_;
    double allowed_;
    std::vector<double> activity_, size_;
    std::vector<Missed> missed_;
    std::vector<char> is_met_;  // by a move that may have been handed on
};

}  // namespace

void repair_rows(const lp::Problem& problem, std::vector<double>& values, double tolerance) {
    Repair(problem, values, tolerance).run();
}

}  // namespace ecumene::solver
