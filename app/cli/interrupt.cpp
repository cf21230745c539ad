#include "interrupt.hpp"

#include <unistd.h>

#include <csignal>

namespace ecumene::cli {
namespace {

constexpr int exit_code_when_cancelled = 130;

// The only state a signal may touch.
std::atomic<bool> is_asked_to_stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ecumene_on_interrupt(int) {
    if (is_asked_to_stop.exchange(true)) ::_exit(exit_code_when_cancelled);
}

}  // namespace

const std::atomic<bool>& watch_interrupts() {
    struct sigaction action {};
    action.sa_handler = ecumene_on_interrupt;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    return is_asked_to_stop;
}

}  // namespace ecumene::cli
