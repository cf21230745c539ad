#include "pipeline/studio/job.hpp"

#include <array>
#include <ctime>
#include <utility>

#include "core/error.hpp"
#include "pipeline/studio/table_view.hpp"
#include "pipeline/values.hpp"

namespace ecumene::pipeline {
namespace {

using files::Value;

constexpr std::pair<JobState, const char*> states[] = {{JobState::queued, "queued"}, {JobState::running, "running"},
    {JobState::done, "done"}, {JobState::failed, "failed"}, {JobState::cancelled, "cancelled"},
    {JobState::interrupted, "interrupted"}};

std::string text_of(const Value& object, std::string_view key) {
    const auto& value = object.at(key);
    return value.is_null() ? std::string{} : value.as_text();
}

Value request_value(const JobRequest& request) {
    auto value = Value::object();
    value.set("scenario", request.scenario).set("overrides", texts_value(request.overrides));
    value.set("regions", request.regions).set("time_limit_seconds", request.time_limit_seconds);
    value.set("fresh", request.is_fresh).set("language", request.language == Language::ko ? "ko" : "en");
    return value;
}

JobRequest request_of(const Value& value) {
    JobRequest request{.scenario = value.at("scenario").as_text()};
    for (const auto& each : value.at("overrides").items()) request.overrides.push_back(each.as_text());
    request.regions = value.at("regions").as_text();
    request.time_limit_seconds = value.at("time_limit_seconds").as_number();
    request.is_fresh = value.at("fresh").as_boolean();
    request.language = value.at("language").as_text() == "ko" ? Language::ko : Language::en;
    return request;
}

// What went wrong, as the first finding says it.
Value problem_value(const Job& job) {
    const bool went_wrong = job.state == JobState::failed || job.state == JobState::cancelled;
    if (!went_wrong || !job.findings.is_list() || job.findings.items().empty()) return {};
    const auto& first = job.findings.items().front();
    auto value = Value::object();
    value.set("title", first.at("message")).set("detail", first.at("remedy")).set("findings", job.findings);
    return value;
}

}  // namespace

std::string name_of(JobState state) {
    for (const auto& [known, name] : states)
        if (known == state) return name;
    return "failed";
}

std::optional<JobState> job_state_named(const std::string& name) {
    for (const auto& [state, known] : states)
        if (name == known) return state;
    return {};
}

bool Job::is_resumable() const {
    return state == JobState::cancelled || state == JobState::interrupted || state == JobState::failed;
}

Value job_value(const Job& job, int position) {
    auto value = Value::object();
    value.set("id", job.id).set("verb", "plan").set("scenario", job.request.scenario).set("title", both(job.title));
    value.set("overrides", texts_value(job.request.overrides)).set("regions", job.request.regions);
    value.set("state", name_of(job.state)).set("position", position < 0 ? Value() : Value(position));
    value.set("created", job.created).set("started", text_or_null(job.started)).set("ended", text_or_null(job.ended));
    value.set("stage", both(job.stage)).set("share", job.share < 0.0 ? Value() : Value(job.share));
    value.set("detail", job.detail).set("expected_seconds", job.expected_seconds);
    value.set("stage_started", text_or_null(job.stage_started));
    value.set("elapsed_seconds", job.elapsed_seconds).set("run", text_or_null(job.run));
    value.set("status", text_or_null(job.status)).set("is_resumable", job.is_resumable());
    value.set("findings", job.findings).set("problem", problem_value(job));
    return value;
}

Value log_value(const LogLine& line) {
    return Value::object().set("at", line.at).set("text", both(line.text));
}

Value kept_value(const Job& job) {
    auto log = Value::list();
    for (const auto& line : job.log) log.add(log_value(line));
    auto value = Value::object();
    value.set("id", job.id).set("request", request_value(job.request)).set("title", both(job.title));
    value.set("state", name_of(job.state)).set("created", job.created).set("started", job.started);
    value.set("ended", job.ended).set("starts", job.starts).set("elapsed_seconds", job.elapsed_seconds);
    value.set("run", job.run).set("status", job.status).set("findings", job.findings).set("log", std::move(log));
    return value;
}

Job job_of(const Value& kept) {
    Job job{
        .id = kept.at("id").as_text(), .request = request_of(kept.at("request")), .title = both_of(kept.at("title"))};
    const auto state = job_state_named(kept.at("state").as_text());
    if (!state) throw Error(ErrorKind::input, "there is no state of a job called " + kept.at("state").as_text());
    job.state = *state;
    job.created = text_of(kept, "created");
    job.started = text_of(kept, "started");
    job.ended = text_of(kept, "ended");
    job.starts = static_cast<int>(kept.at("starts").as_integer());
    job.elapsed_seconds = kept.at("elapsed_seconds").as_number();
    job.run = text_of(kept, "run");
    job.status = text_of(kept, "status");
    job.findings = kept.at("findings");
    for (const auto& line : kept.at("log").items())
        job.log.push_back({line.at("at").as_text(), both_of(line.at("text"))});
    return job;
}

std::string utc_now() {
    const auto now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace ecumene::pipeline
