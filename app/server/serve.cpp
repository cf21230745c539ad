#include "serve.hpp"

#include <chrono>
#include <ostream>
#include <thread>

#include "bundle.hpp"
#include "http_server.hpp"
#include "pipeline/process.hpp"
#include "problems.hpp"
#include "routes.hpp"

namespace ecumene::server {
namespace {

constexpr int usual_port = 8787;
constexpr const char* usual_package = "korea";
constexpr std::size_t most_streams = 72;  // each holds a thread of the server

// Stops the server when the user does.
class Watch {
public:
    Watch(const std::atomic<bool>& cancelled, pipeline::EventHub& hub, HttpServer& server)
        : thread_([this, &cancelled, &hub, &server] {
              while (!is_over_ && !cancelled) std::this_thread::sleep_for(std::chrono::milliseconds(100));
              hub.close();
              server.stop();
          }) {}
    ~Watch() {
        is_over_ = true;
        thread_.join();
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    std::atomic<bool> is_over_{false};
    std::thread thread_;
};

void say_where(const std::string& address, const pipeline::Session& session, std::ostream& tell) {
    tell << session.in({"The studio is open at", "스튜디오가 열렸습니다:"}) << ' ' << address << '\n'
         << session.in({"Only this machine can reach it, and only this address may change anything. Ctrl-C closes it.",
                "이 컴퓨터에서만 열 수 있고, 이 주소로 연 화면에서만 고칠 수 있습니다. Ctrl-C로 끝냅니다."})
         << std::endl;
}

}  // namespace

pipeline::Answer serve(const StudioRequest& request, const pipeline::Session& session,
    const std::atomic<bool>& cancelled, std::ostream& tell) {
    const pipeline::Project project(session, request.package.empty() ? usual_package : request.package);
    project.data();  // a package with errors is told of before a browser opens
    const pipeline::RunShelf shelf(project);
    pipeline::DiagnosisShelf diagnoses(project);
    pipeline::StructureShelf structures(project);
    pipeline::ScenarioStore scenarios(project);
    pipeline::EventHub hub(most_streams);
    pipeline::JobQueue queue(project, hub);
    const Bundle bundle(request.bundle.empty() ? pipeline::studio_bundle() : request.bundle);

    HttpServer server;
    Guard guard{.token = new_token()};
    guard.port = server.bind(request.port == 0 ? usual_port : request.port, request.port != 0);
    Router router;
    add_all_routes(router, {project, shelf, diagnoses, structures, scenarios, queue, hub, guard});

    const auto address = "http://127.0.0.1:" + std::to_string(guard.port) + "/#token=" + guard.token;
    say_where(address, session, tell);
    if (request.opens_browser) pipeline::open_address_for_the_user(address);
    {
        const Watch watch(cancelled, hub, server);
        server.run(guard, [&](const Request& asked) {
            if (asked.path.compare(0, 5, "/api/") == 0) return router.answer(asked);
            if (asked.changes()) return problem_answer(wrong_method("GET"), asked);
            auto file = bundle.find(asked);
            return file ? std::move(*file) : problem_answer(no_such_path(), asked);
        });
    }
    pipeline::Answer answer;
    answer.verb = "studio";
    answer.result = files::Value::object().set("address", address);
    return answer;
}

}  // namespace ecumene::server
