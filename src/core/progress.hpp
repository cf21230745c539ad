// How long tasks tell what they do, how far they are and how long it may take, and how they are cancelled.
//
//     progress.stage({"solving", "풀이"}, 240.0);
//     progress.update(0.35, "iteration 41, gap 3e-4");
//     if (progress.is_cancelled()) ...
//
// `Progress` is told; what becomes of it (a bar, lines, events, nothing) is the listener's matter. Cheap to call often.
#pragma once

#include <string>
#include <string_view>

#include "core/text.hpp"

namespace ecumene {

class Progress {
public:
    virtual ~Progress() = default;
    // A new piece of work begins; expected_seconds 0: unknown.
    virtual void stage(const Bilingual& name, double expected_seconds) = 0;
    // Share of the stage that is done, 0..1 (negative: unknown), and one short detail.
    virtual void update(double share, std::string_view detail) = 0;
    // One sentence worth keeping, such as "HiGHS is not here: CLP serves instead".
    virtual void say(const Bilingual& sentence) = 0;
    virtual bool is_cancelled() const { return false; }
};

// Tells no one and is never cancelled.
Progress& silent();

}  // namespace ecumene
