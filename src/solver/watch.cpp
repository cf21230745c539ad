#include <algorithm>
#include <cctype>
#include <limits>
#include <string>

#include "solver/backend.hpp"

namespace ecumene::solver {
namespace {

constexpr std::chrono::milliseconds pause_between_reports{200};

std::string pressed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!is_blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

Watch::Watch(double limit_seconds, Progress& progress)
    : begin_(Clock::now()),
      last_report_(begin_ - pause_between_reports),
      limit_seconds_(limit_seconds),
      progress_(progress) {}

double Watch::elapsed() const {
    return std::chrono::duration<double>(Clock::now() - begin_).count();
}

double Watch::remaining() const {
    if (limit_seconds_ <= 0.0) return std::numeric_limits<double>::infinity();
    return std::max(0.0, limit_seconds_ - elapsed());
}

Termination Watch::stopped() const {
    if (is_cancelled()) return {Reason::cancelled, Limit::none, "cancelled"};
    return {Reason::limit, Limit::time, "time limit reached"};
}

void Watch::report(std::string_view detail) {
    const auto now = Clock::now();
    if (now - last_report_ < pause_between_reports) return;
    const std::string line = pressed(detail);
    if (line.empty()) return;
    last_report_ = now;
    progress_.update(-1.0, line);
}

}  // namespace ecumene::solver
