// Ctrl-C and a polite kill: the first asks the work to stop and keep what it has, the second quits at once.
//
//     const std::atomic<bool>& cancelled = watch_interrupts();
#pragma once

#include <atomic>

namespace ecumene::cli {

const std::atomic<bool>& watch_interrupts();

}  // namespace ecumene::cli
