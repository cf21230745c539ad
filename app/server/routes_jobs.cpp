#include <chrono>

#include "pipeline/studio/request_body.hpp"
#include "pipeline/studio/table_text.hpp"
#include "problems.hpp"
#include "route_answers.hpp"
#include "routes.hpp"

namespace ecumene::server {
namespace {

using std::chrono::milliseconds;

std::string event_text(const pipeline::Event& event) {
    return "event: " + event.name + "\ndata: " + event.data + "\n\n";
}

// Every job as it is now, then what happens, and a heartbeat where nothing does. A page that has gone is noticed within a second.
void follow(const pipeline::JobQueue& queue, const std::string& job, pipeline::Follower& follower, const Sink& sink) {
    constexpr milliseconds look{1000}, heartbeat{10'000};
    if (!sink("retry: 2000\n\n")) return;
    const auto now = queue.list();
    for (const auto& each : now.items())
        if (job.empty() || each.at("id").as_text() == job)
            if (!sink(event_text({"job", job, pipeline::compact_json(each)}))) return;
    auto quiet = milliseconds::zero();
    while (!follower.is_over()) {
        if (const auto event = follower.next(look)) {
            quiet = milliseconds::zero();
            if (!sink(event_text(*event))) return;
        } else if ((quiet += look) >= heartbeat) {
            quiet = milliseconds::zero();
            if (!sink(": still here\n\n")) return;
        } else if (!sink({})) {
            return;
        }
    }
}

Response events_answer(const Request& request, const pipeline::JobQueue& queue, pipeline::EventHub& hub) {
    const auto job = request.parameter("job");
    auto follower = hub.follow(job);
    if (!follower) {
        auto refusal = problem_answer(too_many_streams(hub.most()), request);
        refusal.headers.emplace_back("Retry-After", "10");
        return refusal;
    }
    Response response{.type = "text/event-stream"};
    if (request.method == "HEAD") return response;
    response.stream = [&queue, job, follower = std::move(follower)](
                          const Sink& sink) { follow(queue, job, *follower, sink); };
    return response;
}

}  // namespace

void add_job_routes(Router& router, pipeline::JobQueue& queue, pipeline::EventHub& hub) {
    router.add("GET", "/api/jobs", [&](const Request&, const Places&) { return json_answer(queue.list()); });
    router.add("GET", "/api/jobs/events",
        [&](const Request& request, const Places&) { return events_answer(request, queue, hub); });
    router.add(
        "GET", "/api/jobs/{id}", [&](const Request&, const Places& in) { return json_answer(queue.job(in.at("id"))); });
    router.add("POST", "/api/jobs", [&](const Request& request, const Places&) {
        return json_answer(queue.add(pipeline::job_body(request.body, request.language())), 202);
    });
    router.add("POST", "/api/jobs/{id}/cancel",
        [&](const Request&, const Places& in) { return json_answer(queue.cancel(in.at("id"))); });
    router.add("POST", "/api/jobs/{id}/resume",
        [&](const Request&, const Places& in) { return json_answer(queue.resume(in.at("id")), 202); });
    router.add("DELETE", "/api/jobs/{id}", [&](const Request&, const Places& in) {
        queue.forget(in.at("id"));
        return Response{.status = 204};
    });
}

}  // namespace ecumene::server
