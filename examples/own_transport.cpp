// SPDX-License-Identifier: MIT
// A transport of one's own, over nothing but POSIX sockets:  own_transport HOST PORT EMAIL PASSWORD
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <medusa/client/function_transport.hpp>
#include <medusa/ext/http1.hpp>
#include <medusa/medusa.hpp>

// All that it takes: a connection that moves bytes and waits no longer than it is told. HTTP, time
// limits, cancellation and keep-alive are the business of http1_transport.
class tcp_stream {
 public:
  tcp_stream(std::string host, std::string port) : host_(std::move(host)), port_(std::move(port)) {}
  tcp_stream(tcp_stream const&) = delete;
  tcp_stream& operator=(tcp_stream const&) = delete;
  ~tcp_stream() { disconnect(); }

  // A better one would connect without blocking, to keep the limit.
  bool reopen(medusa::duration) {
    disconnect();
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host_.c_str(), port_.c_str(), &wanted, &found) != 0) return false;
    for (addrinfo const* a = found; a != nullptr && socket_ < 0; a = a->ai_next) {
      socket_ = ::socket(a->ai_family, a->ai_socktype, a->ai_protocol);
      if (::connect(socket_, a->ai_addr, a->ai_addrlen) != 0) disconnect();
    }
    ::freeaddrinfo(found);
    return socket_ >= 0;
  }
  medusa::ext::stream_result read(std::span<char> into, medusa::duration limit) {
    return is_ready(POLLIN, limit) ? moved(::recv(socket_, into.data(), into.size(), 0)) : idle();
  }
  medusa::ext::stream_result write(std::string_view from, medusa::duration limit) {
    return is_ready(POLLOUT, limit)
               ? moved(::send(socket_, from.data(), from.size(), MSG_NOSIGNAL | MSG_DONTWAIT))
               : idle();
  }

 private:
  void disconnect() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }
  bool is_ready(short what, medusa::duration limit) const {
    pollfd watched{socket_, what, 0};
    return socket_ >= 0 && ::poll(&watched, 1, static_cast<int>(limit.count())) > 0;
  }
  medusa::ext::stream_result idle() const {
    return {.state =
                socket_ < 0 ? medusa::ext::stream_state::ended : medusa::ext::stream_state::open};
  }
  static medusa::ext::stream_result moved(ssize_t n) {
    if (n < 0) return {.state = medusa::ext::stream_state::failed};
    return {.count = static_cast<std::size_t>(n),
            .state = n == 0 ? medusa::ext::stream_state::ended : medusa::ext::stream_state::open};
  }

  std::string host_;
  std::string port_;
  int socket_ = -1;
};

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fputs("usage: own_transport HOST PORT EMAIL PASSWORD\n", stderr);
    return 2;
  }
  tcp_stream stream(argv[1], argv[2]);
  medusa::ext::http1_transport http{stream, medusa::steady_clock()};

  // A transport is anything with send(request): a lambda around another one, to watch it.
  medusa::function_transport watched{[&](medusa::request const& r) {
    auto sent = http.send(r);
    std::printf("%s %.*s: %d\n", to_string(r.method).data(), static_cast<int>(r.target.size()),
                r.target.data(), sent ? sent->status() : 0);
    return sent;
  }};
  std::string const url = std::string("http://") + argv[1] + ":" + argv[2];
  medusa::admin::client client{watched, {.base_url = url}};
  auto const me = client.auth().create_session({.email = argv[3], .password = argv[4]});
  std::puts(me ? me->id.c_str() : to_string(me.error()).c_str());
  return me ? 0 : 1;
}
