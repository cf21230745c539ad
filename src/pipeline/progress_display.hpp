// Progress as people see it: one line that is rewritten on a terminal, a line now and then elsewhere.
//
//     ProgressDisplay display({.is_terminal = true, .language = Language::ko}, std::cerr, cancelled);
//     planning::make_plan(data, scenario, options, stages, display);
//     display.finish();                               // the line is wiped; what follows starts on a clean line
//
//     Solving  ████████▌             42%  1 min 12 s of about 3 min   iteration 41
//
// A clock of its own redraws once a second, so a solver that is long silent still shows that time passes. Safe to be told
// from several threads.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>
#include <thread>

#include "core/progress.hpp"
#include "pipeline/terminal.hpp"

namespace ecumene::pipeline {

struct DisplaySettings {
    bool is_terminal{};
    Language language{Language::en};
    Colour colour{Colour::off};
    int width{80};
    std::chrono::seconds between_lines{10};  // where there is no terminal
};

class ProgressDisplay final : public Progress {
public:
    // `cancelled` is set from outside, by a signal say, and must outlive the display.
    ProgressDisplay(DisplaySettings settings, std::ostream& out, const std::atomic<bool>& cancelled);
    ~ProgressDisplay() override;
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    void stage(const Bilingual& name, double expected_seconds) override;
    void update(double share, std::string_view detail) override;
    void say(const Bilingual& sentence) override;
    bool is_cancelled() const override { return cancelled_.load(std::memory_order_relaxed); }

    void finish();

private:
    using Clock = std::chrono::steady_clock;

    void tick();
    void redraw();
    std::string line() const;
    std::string times() const;
    double likely_share() const;
    void wipe();

    DisplaySettings settings_;
    std::ostream& out_;
    const std::atomic<bool>& cancelled_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::string name_, detail_;
    double share_{-1.0};
    double expected_{};
    Clock::time_point begun_{}, drawn_{};
    bool is_line_open_{}, is_finished_{};
    std::thread clock_;
};

// Says nothing, and yet can be cancelled.
class QuietProgress final : public Progress {
public:
    explicit QuietProgress(const std::atomic<bool>& cancelled) : cancelled_(cancelled) {}
    void stage(const Bilingual&, double) override {}
    void update(double, std::string_view) override {}
    void say(const Bilingual&) override {}
    bool is_cancelled() const override { return cancelled_.load(std::memory_order_relaxed); }

private:
    const std::atomic<bool>& cancelled_;
};

}  // namespace ecumene::pipeline
