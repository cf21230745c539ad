#include "pipeline/progress_display.hpp"

#include <algorithm>
#include <cmath>

#include "pipeline/words.hpp"

namespace ecumene::pipeline {
namespace {

constexpr auto redraw_at_most_every = std::chrono::milliseconds(100);
constexpr auto tick_every = std::chrono::seconds(1);

// Tenths would only flicker.
Bilingual whole_seconds(double seconds) {
    if (seconds < 10.0) return {compose("{:.0f} s", {seconds}), compose("{:.0f}초", {seconds})};
    return spoken_time(seconds);
}

}  // namespace

ProgressDisplay::ProgressDisplay(DisplaySettings settings, std::ostream& out, const std::atomic<bool>& cancelled)
    : settings_(settings), out_(out), cancelled_(cancelled), clock_([this] { tick(); }) {}

ProgressDisplay::~ProgressDisplay() {
    finish();
}

void ProgressDisplay::finish() {
    {
        const std::lock_guard guard(mutex_);
        if (is_finished_) return;
        is_finished_ = true;
        wipe();
    }
    wake_.notify_all();
    clock_.join();
}

void ProgressDisplay::tick() {
    std::unique_lock guard(mutex_);
    while (!wake_.wait_for(guard, tick_every, [this] { return is_finished_; })) redraw();
}

void ProgressDisplay::stage(const Bilingual& name, double expected_seconds) {
    const std::lock_guard guard(mutex_);
    name_ = name.in(settings_.language);
    detail_.clear();
    share_ = -1.0;
    expected_ = expected_seconds;
    begun_ = Clock::now();
    if (settings_.is_terminal) {
        drawn_ = {};
        redraw();
    }
}

void ProgressDisplay::update(double share, std::string_view detail) {
    const std::lock_guard guard(mutex_);
    share_ = share;
    detail_ = detail;
    redraw();
}

void ProgressDisplay::say(const Bilingual& sentence) {
    const std::lock_guard guard(mutex_);
    wipe();
    for (const auto& part : wrap(sentence.in(settings_.language), settings_.width)) out_ << part << '\n';
    out_.flush();
}

void ProgressDisplay::redraw() {
    if (name_.empty() || is_finished_) return;
    const auto now = Clock::now();
    const bool is_due = now - drawn_ >= (settings_.is_terminal ? Clock::duration(redraw_at_most_every)
                                                               : Clock::duration(settings_.between_lines));
    if (!is_due) return;
    // Work of less than a moment is not worth a line in a log file.
    if (!settings_.is_terminal && now - begun_ < tick_every) return;
    drawn_ = now;
    if (settings_.is_terminal) {
        out_ << '\r' << line() << "\033[K";
        is_line_open_ = true;
    } else {
        out_ << line() << '\n';
    }
    out_.flush();
}

std::string ProgressDisplay::line() const {
    constexpr int name_width = 24, bar_width = 20;
    const Style style(settings_.colour);
    const double share = likely_share();
    std::string text = settings_.is_terminal ? pad(cut(name_, name_width), name_width) : name_;
    if (settings_.is_terminal)
        text += " " + (share < 0.0 ? std::string(bar_width, ' ') : style.accent(bar(share, bar_width)));
    if (share >= 0.0) text += compose(" {:3.0f}%", {100.0 * share});
    text += "  " + times();
    if (!detail_.empty()) text += "  " + style.faint(detail_);
    return settings_.is_terminal ? cut(text, settings_.width - 1) + (settings_.colour == Colour::on ? "\033[0m" : "")
                                 : text;
}

std::string ProgressDisplay::times() const {
    const double elapsed = std::floor(std::chrono::duration<double>(Clock::now() - begun_).count());
    const auto so_far = whole_seconds(elapsed).in(settings_.language);
    if (expected_ < 1.0) return so_far;
    const auto expected = whole_seconds(std::ceil(expected_)).in(settings_.language);
    if (elapsed > expected_)
        return compose(
            Bilingual{"{} (about {} expected)", "{} (예상 약 {})"}.in(settings_.language), {so_far, expected});
    return compose(Bilingual{"{} of about {}", "{} / 약 {}"}.in(settings_.language), {so_far, expected});
}

// What was told, else what the time that has passed suggests; past the expected time nothing is known.
double ProgressDisplay::likely_share() const {
    if (share_ >= 0.0) return std::clamp(share_, 0.0, 1.0);
    const double elapsed = std::chrono::duration<double>(Clock::now() - begun_).count();
    return expected_ > 0.0 && elapsed < expected_ ? elapsed / expected_ : -1.0;
}

void ProgressDisplay::wipe() {
    if (is_line_open_) out_ << "\r\033[K";
    is_line_open_ = false;
    out_.flush();
}

}  // namespace ecumene::pipeline
