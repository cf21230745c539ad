// Plans asked for in the studio, one after another, each as `ecumene plan` would make it.
//
//     JobQueue queue(project, hub);                 // takes up what an earlier studio left undone
//     const std::string id = queue.add({.scenario = "deep-cut"});
//     queue.cancel(id);   queue.resume(id);         // what was solved is kept, and taken over
//
// The queue stands in <runs>/studio-<package>.json, written with every change of a state. A studio that was killed finds its
// jobs there; one that was running goes on by itself, unless it has brought a studio down twice already. One studio at a time
// works on the runs of a package. News goes to the hub.
#pragma once

#include <atomic>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "pipeline/answer.hpp"
#include "pipeline/run_lock.hpp"
#include "pipeline/studio/event_hub.hpp"
#include "pipeline/studio/job.hpp"
#include "pipeline/studio/project.hpp"

namespace ecumene::pipeline {

class JobQueue {
public:
    // Errors: ErrorKind::environment when another studio holds the queue.
    JobQueue(const Project& project, EventHub& hub);
    // Cancels what runs, keeps it for the next start.
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    // Throws FindingsError or WrongUse for what cannot be planned, Refusal when too many wait.
    files::Value add(const JobRequest& request);
    files::Value list() const;
    // With its log. Throws WrongUse for an id there is not.
    files::Value job(const std::string& id) const;
    files::Value cancel(const std::string& id);
    files::Value resume(const std::string& id);
    void forget(const std::string& id);

private:
    class Listener;
    friend class Listener;
    using Jobs = std::list<Job>;  // oldest first

    void load();
    // All below but planned() with the lock held.
    void keep() const;
    Jobs::iterator find(const std::string& id);
    const Job& at(const std::string& id) const;
    Job& at(const std::string& id);
    int position(const Job& job) const;
    files::Value value_of(const Job& job) const { return job_value(job, position(job)); }
    void tell(const Job& job);
    void tell_waiting();
    void end(const std::string& id, const Answer& answer);
    void work();
    Answer planned(const std::string& id, const JobRequest& request);

    const Project& project_;
    EventHub& hub_;
    std::filesystem::path file_;
    std::optional<RunLock> lock_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    Jobs jobs_;
    int last_number_{};
    std::atomic<bool> is_cancelled_{false};  // the job that runs
    std::atomic<bool> is_stopping_{false};
    std::thread worker_;
};

}  // namespace ecumene::pipeline
