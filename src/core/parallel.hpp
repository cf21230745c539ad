// Work on several processors at once, with the same answer on one.
//
//     for_each_part(12, threads, [&](int part) { sums[part] = sum_of(part); });
//
// Which thread takes a part, and when, is left open: a part may write only what no other part reads or writes. Whoever adds the
// parts' results up in their order then gets the same bytes with any number of threads.
// The first part that throws ends the rest; its exception comes back to the caller.
#pragma once

#include <functional>

namespace ecumene {

// Runs work(0) ... work(parts - 1). Waking the helpers costs some ten microseconds: parts should be worth more.
void for_each_part(int parts, int threads, const std::function<void(int part)>& work);

// How many processors there are, at least one.
int processors();

}  // namespace ecumene
