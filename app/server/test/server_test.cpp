// Guard, router and the description of the API, without a socket.
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "pipeline/studio/problem.hpp"
#include "server/guard.hpp"
#include "server/router.hpp"
#include "server/routes.hpp"

namespace ecumene::server {
namespace {

Request asked(std::string method, std::string path) {
    return {.method = std::move(method), .path = std::move(path), .headers = {{"host", "127.0.0.1:8787"}}};
}

TEST(Router, FindsThePlacesOfAPath) {
    Router router;
    router.add("GET", "/a/{x}/b", [](const Request&, const Places& in) { return answer(in.at("x")); });
    router.add("GET", "/f/{name*}", [](const Request&, const Places& in) { return answer(in.at("name")); });
    EXPECT_EQ(*router.answer(asked("GET", "/a/1/b")).body, "1");
    EXPECT_EQ(*router.answer(asked("HEAD", "/a/1/b")).body, "1");
    EXPECT_EQ(*router.answer(asked("GET", "/f/tables/x.csv")).body, "tables/x.csv");
    for (const char* none : {"/a//b", "/a/1", "/a/1/b/", "/a/1/b/c", "/f/", "/f", "/", ""})
        EXPECT_EQ(router.answer(asked("GET", none)).status, 404) << none;
    EXPECT_EQ(router.answer(asked("PUT", "/a/1/b")).status, 405);
}

TEST(Router, TurnsWhatIsThrownIntoAProblem) {
    Router router;
    router.add("GET", "/x", [](const Request&, const Places&) -> Response { throw Error(ErrorKind::internal, "no"); });
    const auto response = router.answer(asked("GET", "/x"));
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.type, "application/problem+json");
}

TEST(Guard, TakesOnlyItsOwnTokenAndNames) {
    const Guard guard{.port = 8787, .token = "secret"};
    EXPECT_FALSE(guard.complaint(asked("GET", "/")).has_value());
    EXPECT_EQ(guard.complaint(asked("POST", "/"))->word, "no-token");
    auto with_token = asked("POST", "/");
    with_token.headers["x-ecumene-token"] = "secret";
    EXPECT_FALSE(guard.complaint(with_token).has_value());
    with_token.headers["origin"] = "http://127.0.0.1:8788";
    EXPECT_EQ(guard.complaint(with_token)->word, "foreign-origin");
    auto elsewhere = asked("GET", "/");
    elsewhere.headers["host"] = "evil.example:8787";
    EXPECT_EQ(guard.complaint(elsewhere)->word, "foreign-host");
    EXPECT_FALSE(Guard{.port = 8787}.has_token(asked("POST", "/")));  // an empty token opens nothing
    EXPECT_EQ(new_token().size(), 64U);
    EXPECT_NE(new_token(), new_token());
}

// Paths of schema/studio_api.json, "{name*}" of the router being "{name}" there.
TEST(Api, DescribesEveryRouteAndNoOther) {
    pipeline::Session session;
    session.places = {std::filesystem::current_path(), "data"};
    session.runs = testing::TempDir() + "server-test-runs";
    const pipeline::Project project(session, "toy");
    const pipeline::RunShelf shelf(project);
    pipeline::DiagnosisShelf diagnoses(project);
    pipeline::StructureShelf structures(project);
    pipeline::ScenarioStore scenarios(project);
    pipeline::EventHub hub(1);
    pipeline::JobQueue queue(project, hub);
    const Guard guard;
    Router router;
    add_all_routes(router, {project, shelf, diagnoses, structures, scenarios, queue, hub, guard});
    std::set<std::string> served, described;
    for (auto route : router.routes()) {
        if (const auto star = route.find('*'); star != std::string::npos) route.erase(star, 1);
        served.insert(route);
    }
    std::ifstream file("schema/studio_api.json");
    Findings findings;
    const auto api =
        files::parse_json(std::string(std::istreambuf_iterator<char>(file), {}), "schema/studio_api.json", findings);
    for (const auto& [path, operations] : api.at("paths").members())
        for (const auto& [method, operation] : operations.members()) {
            auto name = method;
            for (auto& letter : name) letter = static_cast<char>(std::toupper(letter));
            described.insert(name.append(" ").append(path));
        }
    EXPECT_EQ(served, described);
}

}  // namespace
}  // namespace ecumene::server
