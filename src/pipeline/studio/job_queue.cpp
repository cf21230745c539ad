#include "pipeline/studio/job_queue.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "dataset/scenario_draft.hpp"
#include "files/atomic.hpp"
#include "files/value.hpp"
#include "pipeline/answer.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/region_choice.hpp"
#include "pipeline/studio/problem.hpp"
#include "pipeline/wrong_use.hpp"

namespace ecumene::pipeline {
namespace {

namespace fs = std::filesystem;
using files::Value;
using Clock = std::chrono::steady_clock;

constexpr std::size_t most_waiting = 50, most_ended = 100, most_lines = 200;
constexpr int most_starts = 3;

void hold(std::optional<RunLock>& lock, const fs::path& runs, const std::string& package) {
    std::error_code failure;
    fs::create_directories(runs, failure);
    try {
        lock.emplace(runs / ("studio-" + package + ".lock"));
    } catch (const Error& e) {
        throw Error(ErrorKind::environment,
            compose(
                "another studio is open on the runs of '{}' ({}): use that one, or close it", {package, e.message()}));
    }
}

Refusal too_many_wait() {
    return Refusal({.word = "busy",
        .status = 503,
        .title = {"Too many runs are waiting", "대기 중인 계산이 너무 많습니다"},
        .detail = {compose("{} runs wait already.", {most_waiting}),
            compose("이미 {}건이 기다리고 있습니다.", {most_waiting})},
        .remedy = {"Cancel some, or wait until they are done.", "몇 건을 취소하거나 끝날 때까지 기다리십시오."}});
}

Refusal is_still_open() {
    return Refusal({.word = "conflict",
        .status = 409,
        .title = {"The run is not over", "아직 끝나지 않았습니다"},
        .detail = {"It waits or runs.", "대기 중이거나 계산 중입니다."},
        .remedy = {"Cancel it first.", "먼저 취소하십시오."}});
}

void trim_ended(std::list<Job>& jobs) {
    auto ended = static_cast<std::size_t>(
        std::count_if(jobs.begin(), jobs.end(), [](const Job& job) { return !job.is_open(); }));
    for (auto at = jobs.begin(); at != jobs.end() && ended > most_ended;) {
        if (at->is_open()) {
            ++at;
            continue;
        }
        at = jobs.erase(at);
        --ended;
    }
}

}  // namespace

// What a plan tells while it is made becomes the state of its job. News goes out a few times a second at most.
class JobQueue::Listener final : public Progress {
public:
    Listener(JobQueue& queue, std::string id) : queue_(queue), id_(std::move(id)), begun_(Clock::now()) {}

    void stage(const Bilingual& name, double expected_seconds) override {
        change([&](Job& job) {
            job.stage = name;
            job.stage_started = utc_now();
            job.expected_seconds = expected_seconds;
            job.share = -1.0;
            job.detail.clear();
        });
        tell();
    }
    void update(double share, std::string_view detail) override {
        change([&](Job& job) {
            job.share = share;
            job.detail = detail;
        });
        constexpr std::chrono::milliseconds pause{200};
        if (Clock::now() - told_ >= pause) tell();
    }
    void say(const Bilingual& sentence) override {
        const LogLine line{utc_now(), sentence};
        change([&](Job& job) {
            job.log.push_back(line);
            if (job.log.size() > most_lines) job.log.pop_front();
        });
        auto data = log_value(line);
        data.set("job", id_);
        queue_.hub_.publish({"log", id_, files::json_text(data, files::JsonLayout::one_line)});
    }
    bool is_cancelled() const override { return queue_.is_cancelled_.load(std::memory_order_relaxed); }

private:
    template <class Change>
    void change(Change&& change) {
        const std::lock_guard lock(queue_.mutex_);
        const auto job = queue_.find(id_);
        change(*job);
        job->elapsed_seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    }
    void tell() {
        told_ = Clock::now();
        const std::lock_guard lock(queue_.mutex_);
        queue_.tell(*queue_.find(id_));
    }

    JobQueue& queue_;
    std::string id_;
    Clock::time_point begun_, told_{};
};

JobQueue::JobQueue(const Project& project, EventHub& hub)
    : project_(project), hub_(hub), file_(project.runs() / ("studio-" + project.package().name + ".json")) {
    hold(lock_, project.runs(), project.package().name);
    load();
    worker_ = std::thread([this] { work(); });
}

JobQueue::~JobQueue() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
        is_cancelled_ = true;
    }
    wake_.notify_all();
    worker_.join();
}

// --- the file -------------------------------------------------------------------------------------------------------------

void JobQueue::load() {
    std::error_code ignored;
    if (!fs::is_regular_file(file_, ignored)) return;
    const auto kept = files::read_json(file_);
    last_number_ = static_cast<int>(kept.at("last").as_integer());
    for (const auto& each : kept.at("jobs").items()) jobs_.push_back(job_of(each));
    for (auto& job : jobs_) {
        if (!job.is_open() && job.state != JobState::interrupted) continue;
        // What has brought the studio down again and again waits for somebody to ask for it.
        job.state = job.starts < most_starts ? JobState::queued : JobState::interrupted;
    }
    keep();
}

void JobQueue::keep() const {
    auto list = Value::list();
    for (const auto& job : jobs_) list.add(kept_value(job));
    files::write_json(file_, Value::object().set("format", 1).set("last", last_number_).set("jobs", std::move(list)));
}

// --- what pages ask -------------------------------------------------------------------------------------------------------

JobQueue::Jobs::iterator JobQueue::find(const std::string& id) {
    return std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.id == id; });
}

const Job& JobQueue::at(const std::string& id) const {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [&](const Job& job) { return job.id == id; });
    if (found == jobs_.end()) throw WrongUse(compose("there is no job '{}'", {id.substr(0, 40)}));
    return *found;
}

Job& JobQueue::at(const std::string& id) {
    return const_cast<Job&>(std::as_const(*this).at(id));
}

int JobQueue::position(const Job& job) const {
    if (!job.is_open()) return -1;
    int before = 0;
    for (const auto& other : jobs_) {
        if (&other == &job) return before;
        if (other.is_open()) ++before;
    }
    return before;
}

void JobQueue::tell(const Job& job) {
    hub_.publish({"job", job.id, files::json_text(value_of(job), files::JsonLayout::one_line)});
}

void JobQueue::tell_waiting() {
    for (const auto& job : jobs_)
        if (job.state == JobState::queued) tell(job);
}

Value JobQueue::add(const JobRequest& request) {
    const auto data = project_.data();
    const auto scenario = dataset::load_scenario(
        *data, {.name = request.scenario, .overrides = request.overrides, .own = project_.package().own_scenarios});
    if (!request.regions.empty()) chosen_regions(*data, request.regions);
    const std::lock_guard lock(mutex_);
    const auto waiting = std::count_if(jobs_.begin(), jobs_.end(), [](const Job& job) { return job.is_open(); });
    if (static_cast<std::size_t>(waiting) >= most_waiting) throw too_many_wait();
    auto& job = jobs_.emplace_back(
        Job{.id = std::to_string(++last_number_), .request = request, .title = scenario.title, .created = utc_now()});
    if (job.request.scenario.empty()) job.request.scenario = scenario.name;
    trim_ended(jobs_);
    keep();
    tell(job);
    wake_.notify_all();
    return value_of(job);
}

Value JobQueue::list() const {
    const std::lock_guard lock(mutex_);
    auto list = Value::list();
    std::for_each(jobs_.rbegin(), jobs_.rend(), [&](const Job& job) { list.add(value_of(job)); });
    return list;
}

Value JobQueue::job(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    const auto& job = at(id);
    auto log = Value::list();
    for (const auto& line : job.log) log.add(log_value(line));
    auto value = value_of(job);
    value.set("log", std::move(log));
    return value;
}

Value JobQueue::cancel(const std::string& id) {
    const std::lock_guard lock(mutex_);
    auto& job = at(id);
    if (job.state == JobState::running) is_cancelled_ = true;  // it ends itself, with what it has solved
    if (job.state == JobState::queued || job.state == JobState::interrupted) {
        job.state = JobState::cancelled;
        job.ended = utc_now();
        keep();
        tell(job);
        tell_waiting();
    }
    return value_of(job);
}

Value JobQueue::resume(const std::string& id) {
    const std::lock_guard lock(mutex_);
    auto& job = at(id);
    if (!job.is_resumable()) throw is_still_open();
    job.state = JobState::queued;
    job.starts = 0;
    job.ended.clear();
    job.status.clear();
    job.findings = Value::list();
    keep();
    tell(job);
    wake_.notify_all();
    return value_of(job);
}

void JobQueue::forget(const std::string& id) {
    const std::lock_guard lock(mutex_);
    if (at(id).is_open()) throw is_still_open();
    jobs_.erase(find(id));
    keep();
}

// --- the worker -----------------------------------------------------------------------------------------------------------

void JobQueue::work() {
    std::unique_lock lock(mutex_);
    const auto next = [&] {
        return std::find_if(jobs_.begin(), jobs_.end(), [](const Job& job) { return job.state == JobState::queued; });
    };
    while (true) {
        wake_.wait(lock, [&] { return is_stopping_ || next() != jobs_.end(); });
        if (is_stopping_) return;
        auto& job = *next();
        job.state = JobState::running;
        job.started = utc_now();
        ++job.starts;
        is_cancelled_ = false;
        keep();
        tell(job);
        const auto id = job.id;
        const auto request = job.request;
        lock.unlock();
        const auto answer = planned(id, request);
        lock.lock();
        end(id, answer);
    }
}

Answer JobQueue::planned(const std::string& id, const JobRequest& request) {
    Listener listener(*this, id);
    auto session = project_.session();
    session.language = request.language;
    session.progress = &listener;
    try {
        return plan({.package = project_.argument(),
                        .scenario = request.scenario,
                        .regions = request.regions,
                        .overrides = request.overrides,
                        .time_limit_seconds = request.time_limit_seconds,
                        .is_fresh = request.is_fresh},
            session);
    } catch (...) {
        return answer_of("plan", std::current_exception(), session);
    }
}

// With the lock held.
void JobQueue::end(const std::string& id, const Answer& answer) {
    auto& job = at(id);
    job.status = name_of(answer.status);
    job.findings = findings_value(answer.findings);
    if (const auto* run = answer.result.find("run"); run != nullptr && run->is_text()) job.run = run->as_text();
    job.ended = utc_now();
    if (answer.status == Status::ok || answer.status == Status::infeasible) {
        job.state = JobState::done;
    } else if (answer.status == Status::cancelled && is_stopping_) {
        job.state = JobState::interrupted;
        job.starts = 0;  // it was the studio that ended
        job.ended.clear();
    } else {
        job.state = answer.status == Status::cancelled ? JobState::cancelled : JobState::failed;
    }
    job.share = job.state == JobState::done ? 1.0 : -1.0;
    job.detail.clear();
    keep();
    tell(job);
    tell_waiting();
}

}  // namespace ecumene::pipeline
