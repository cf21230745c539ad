// One plan somebody asked the studio for: what, how far, how it ended. Kept in a file, so that a killed studio forgets none.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "files/value.hpp"

namespace ecumene::pipeline {

enum class JobState { queued, running, done, failed, cancelled, interrupted };
std::string name_of(JobState state);
std::optional<JobState> job_state_named(const std::string& name);

struct JobRequest {
    std::string scenario{};
    std::vector<std::string> overrides{};  // "key=value"
    std::string regions{};                 // as people write them; empty: all
    double time_limit_seconds{};           // 0: none
    bool is_fresh{};
    Language language{Language::en};
};

struct LogLine {
    std::string at{};  // UTC
    Bilingual text{};
};

struct Job {
    std::string id{};
    JobRequest request{};
    Bilingual title{};
    JobState state{JobState::queued};
    std::string created{}, started{}, ended{};  // UTC; empty: not yet
    int starts{};                               // of it since somebody last asked for it
    Bilingual stage{};
    std::string stage_started{};  // UTC
    double share{-1.0};           // of the stage; negative: unknown
    std::string detail{};
    double expected_seconds{};  // of the stage; 0: unknown
    double elapsed_seconds{};   // of the job
    std::string run{};          // of the run folder; empty: none yet
    std::string status{};       // of the answer: ok, infeasible, limit, ...; empty: none yet
    files::Value findings{files::Value::list()};
    std::deque<LogLine> log{};

    bool is_open() const { return state == JobState::queued || state == JobState::running; }
    bool is_resumable() const;
};

// For pages; `position`: how many go before it, negative for one that has ended.
files::Value job_value(const Job& job, int position);
files::Value log_value(const LogLine& line);

// For the file, and back. Throws Error(input) for what no studio wrote.
files::Value kept_value(const Job& job);
Job job_of(const files::Value& kept);

// Now, "2026-11-28T10:31:07Z".
std::string utc_now();

}  // namespace ecumene::pipeline
