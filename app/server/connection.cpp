#include "connection.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace ecumene::server {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds slice{200};  // how soon a server that stops is noticed

milliseconds left(std::chrono::steady_clock::time_point until) {
    return std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now());
}

}  // namespace

Connection::Connection(int socket, Patience patience, const std::atomic<bool>& is_stopping)
    : socket_(socket), patience_(patience), is_stopping_(is_stopping), until_(Clock::now() + patience.request) {}

// What was sent and not read would turn the close into a reset, and the other side would never see its answer.
Connection::~Connection() {
    constexpr milliseconds lingering{300};
    ::shutdown(socket_, SHUT_WR);
    const auto until = Clock::now() + lingering;
    while (wait(POLLIN, until) && ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT) > 0) {}
    ::close(socket_);
}

bool Connection::wait(short event, Clock::time_point until) const {
    while (!is_stopping_.load(std::memory_order_relaxed)) {
        const auto patience = std::min(left(until), slice);
        if (patience <= milliseconds::zero()) return false;
        pollfd asked{.fd = socket_, .events = event, .revents = 0};
        const int ready = ::poll(&asked, 1, static_cast<int>(patience.count()));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
    return false;
}

bool Connection::fill() {
    if (taken_ >= patience_.most_bytes || !wait(POLLIN, until_)) return false;
    const auto got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return false;
    from_ = 0;
    to_ = static_cast<std::size_t>(got);
    taken_ += to_;
    return true;
}

bool Connection::can_read() {
    return from_ < to_ || fill();
}

std::ptrdiff_t Connection::read(char* into, std::size_t size) {
    if (!can_read()) return -1;
    const auto count = std::min(size, to_ - from_);
    std::memcpy(into, buffer_.data() + from_, count);
    from_ += count;
    return static_cast<std::ptrdiff_t>(count);
}

std::ptrdiff_t Connection::write(const char* from, std::size_t size) {
    if (!wait(POLLOUT, Clock::now() + patience_.write)) return -1;
    // Never blocks: a slow reader costs only the wait above.
    const auto sent = ::send(socket_, from, size, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) return sent;
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? 0 : -1;
}

bool Connection::is_there() const {
    if (is_stopping_.load(std::memory_order_relaxed)) return false;
    pollfd asked{.fd = socket_, .events = POLLRDHUP, .revents = 0};
    return ::poll(&asked, 1, 0) == 0;
}

}  // namespace ecumene::server
