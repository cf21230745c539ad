// The socket side: accepts, reads within bounds, asks guard and answerer, writes. The only file pair that knows httplib.
//
//     HttpServer server;
//     guard.port = server.bind(8787, false);            // the first free one from there
//     server.run(guard, [&](const Request& r) { return router.answer(r); });  // until stop(), from another thread
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "connection.hpp"
#include "guard.hpp"
#include "message.hpp"

namespace ecumene::server {

using Answerer = std::function<Response(const Request&)>;

class HttpServer {
public:
    explicit HttpServer(Patience patience = {});
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // On 127.0.0.1. Where `only` is false and the port is taken, the next free one. Throws Error(environment).
    int bind(int port, bool only);
    void run(const Guard& guard, Answerer answerer);
    void stop();

private:
    class Listener;
    std::unique_ptr<Listener> listener_;
};

}  // namespace ecumene::server
