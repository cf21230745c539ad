// One accepted connection, with patience that ends: the whole request within a time and a size, every write within a time, and
// a word when the other side has gone. httplib's own stream would wait as long as one byte comes every few seconds.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>

namespace ecumene::server {

struct Patience {
    std::chrono::milliseconds request{10'000};                                   // to send it whole
    std::chrono::milliseconds write{10'000};                                     // without taking a byte
    std::size_t most_bytes{(std::size_t{1} << 20U) + (std::size_t{64} << 10U)};  // of a request, head and body
};

class Connection {
public:
    Connection(int socket, Patience patience, const std::atomic<bool>& is_stopping);
    ~Connection();  // closes
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // As read() and write() of POSIX; -1 when patience, the size or the server has ended.
    std::ptrdiff_t read(char* into, std::size_t size);
    std::ptrdiff_t write(const char* from, std::size_t size);
    bool can_read();
    // False when the other side has closed, as a browser does with a tab.
    bool is_there() const;
    int socket() const { return socket_; }

private:
    using Clock = std::chrono::steady_clock;
    bool wait(short event, Clock::time_point until) const;
    bool fill();

    int socket_;
    Patience patience_;
    const std::atomic<bool>& is_stopping_;
    Clock::time_point until_;
    std::size_t taken_{};
    std::array<char, 8192> buffer_{};
    std::size_t from_{}, to_{};
};

}  // namespace ecumene::server
