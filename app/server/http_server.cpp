#include "http_server.hpp"

#include <fcntl.h>
#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <thread>
#include <utility>

#include "core/error.hpp"
#include "problems.hpp"

namespace ecumene::server {
namespace {

// Enough for 64 pages that follow runs, each holding a thread, and for everything else beside them.
constexpr std::size_t threads = 128;
constexpr int waiting_connections = 256;
constexpr int ports_tried = 20;
constexpr int slice_ms = 100;  // how soon a stop is noticed

std::string in_small_letters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

Request request_of(const httplib::Request& from) {
    Request request{.method = from.method, .path = from.path, .body = from.body};
    for (const auto& [name, value] : from.params) request.query.emplace_back(name, value);
    for (const auto& [name, value] : from.headers) {
        const auto [at, is_new] = request.headers.emplace(in_small_letters(name), value);
        // Two hosts or two lengths are nobody's honest request.
        if (!is_new && (at->first == "host" || at->first == "content-length" || at->first == "origin"))
            at->second = "(written twice)";
    }
    return request;
}

const std::vector<std::pair<std::string, std::string>>& every_answer() {
    static const std::vector<std::pair<std::string, std::string>> headers{
        {"Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
            "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}, {"X-Frame-Options", "DENY"},
        {"Cross-Origin-Opener-Policy", "same-origin"}, {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cache-Control", "no-store"}};
    return headers;
}

void put_header(httplib::Response& to, const std::string& name, const std::string& value) {
    to.headers.erase(name);
    to.set_header(name, value);
}

// With a provider of known length httplib neither copies nor compresses: what is worth compressing comes compressed.
void fill(httplib::Response& to, Response from) {
    to.status = from.status;
    for (const auto& [name, value] : every_answer()) put_header(to, name, value);
    for (const auto& [name, value] : from.headers) put_header(to, name, value);
    if (from.stream) {
        to.set_content_provider(from.type, [stream = std::move(from.stream)](std::size_t, httplib::DataSink& sink) {
            stream([&](std::string_view bytes) {
                return sink.is_writable() && (bytes.empty() || sink.write(bytes.data(), bytes.size()));
            });
            sink.done();
            return true;
        });
        return;
    }
    if (!from.body) return;
    const auto size = from.body->size();
    if (size == 0) {
        to.set_header("Content-Type", from.type);
        return;
    }
    to.set_content_provider(
        size, from.type, [body = std::move(from.body)](std::size_t at, std::size_t length, httplib::DataSink& sink) {
            return sink.write(body->data() + at, length);
        });
}

class StreamOverConnection final : public httplib::Stream {
public:
    explicit StreamOverConnection(Connection& connection) : connection_(connection) {}
    bool is_readable() const override { return connection_.can_read(); }
    bool is_writable() const override { return connection_.is_there(); }
    ssize_t read(char* into, std::size_t size) override { return connection_.read(into, size); }
    ssize_t write(const char* from, std::size_t size) override { return connection_.write(from, size); }
    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    socket_t socket() const override { return connection_.socket(); }

private:
    Connection& connection_;
};

// One of ours only: with SO_REUSEPORT, which httplib sets, a second studio would take every other request.
void own_socket_options(socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

}  // namespace

class HttpServer::Listener final : public httplib::Server {
public:
    explicit Listener(Patience patience) : patience_(patience) {
        set_socket_options(own_socket_options);
        set_tcp_nodelay(true);
    }

    void serve(const Guard& guard, Answerer answerer) {
        set_payload_max_length(guard.most_body);
        set_pre_routing_handler([&guard](const httplib::Request& asked, httplib::Response& to) {
            const auto request = request_of(asked);
            auto problem = guard.complaint(request);
            // Many ranges of one file would be many files.
            if (!problem && request.header("range").find(',') != std::string::npos)
                problem = malformed({"One range at a time.", "범위는 하나만 요청할 수 있습니다."});
            if (!problem) return HandlerResponse::Unhandled;
            fill(to, problem_answer(*problem, request));
            return HandlerResponse::Handled;
        });
        set_error_handler(HandlerWithResponse([](const httplib::Request& asked, httplib::Response& to) {
            if (to.body.empty() && to.content_length_ == 0 && !to.content_provider_ && to.status >= 400)
                fill(to, problem_answer(of_status(to.status), request_of(asked)));
            return HandlerResponse::Handled;
        }));
        const auto handler = [answerer = std::move(answerer)](const httplib::Request& asked, httplib::Response& to) {
            fill(to, answerer(request_of(asked)));
        };
        constexpr const char* anything = "/[^\\n]*";
        Get(anything, handler).Post(anything, handler).Put(anything, handler);
        Delete(anything, handler).Patch(anything, handler).Options(anything, handler);
        accept_until_stopped();
    }

    void finish() { is_stopping_ = true; }

private:
    // httplib's own loop ends for good with whatever accept() fails of, and the studio with it; and it lets five wait.
    void accept_until_stopped() {
        const int door = svr_sock_;
        ::listen(door, waiting_connections);
        ::fcntl(door, F_SETFL, O_NONBLOCK);  // who knocks may be gone again
        httplib::ThreadPool workers(threads);
        while (!is_stopping_) {
            pollfd asked{.fd = door, .events = POLLIN, .revents = 0};
            if (::poll(&asked, 1, slice_ms) <= 0) continue;
            const int socket = ::accept4(door, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket >= 0)
                workers.enqueue([this, socket] { process_and_close_socket(socket); });
            else
                std::this_thread::sleep_for(std::chrono::milliseconds(5));  // no descriptor is free, say
        }
        workers.shutdown();
        ::close(door);
    }

    static pipeline::Problem of_status(int status) {
        if (status == 413) return too_large(std::size_t{1} << 20U);
        auto problem =
            malformed({"This is no request the studio understands.", "스튜디오가 이해할 수 없는 요청입니다."});
        if (status != 404) problem.status = status;
        return problem;
    }

    bool process_and_close_socket(socket_t socket) override {
        Connection connection(socket, patience_, is_stopping_);
        StreamOverConnection stream(connection);
        bool is_closed = false;
        return process_request(stream, true, is_closed, [](httplib::Request&) {});
    }

    Patience patience_;
    std::atomic<bool> is_stopping_{false};
};

HttpServer::HttpServer(Patience patience) : listener_(std::make_unique<Listener>(patience)) {}
HttpServer::~HttpServer() = default;

int HttpServer::bind(int port, bool only) {
    const int last = only ? port : port + ports_tried;
    for (int tried = port; tried <= last; ++tried)
        if (listener_->bind_to_port("127.0.0.1", tried)) return tried;
    throw Error(ErrorKind::environment,
        only ? compose("port {} of this machine is taken: another --port, or none, will do", {port})
             : compose("ports {} to {} of this machine are all taken: name another with --port", {port, last}));
}

void HttpServer::run(const Guard& guard, Answerer answerer) {
    listener_->serve(guard, std::move(answerer));
}

void HttpServer::stop() {
    listener_->finish();
}

}  // namespace ecumene::server
