// SPDX-License-Identifier: MIT
// A server for measuring clients: it answers from memory, keeps connections, and does as little as
// can be done. Prints its port. `GET /admin/users/ID` is one user, `GET
// /admin/users?offset=N&limit=M` a page of 10 000.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t total = 10000;

std::string user(std::size_t i) {
  char text[400];
  std::snprintf(
      text, sizeof text,
      R"({"id":"usr_01JDC0A5R7QK8Z3M6W9X2%05zu","created_at":"2026-11-23T06:56:10.386Z",)"
      R"("updated_at":"2026-11-23T06:56:10.386Z","deleted_at":null,"role":"admin",)"
      R"("email":"user.%05zu@example.com","first_name":"Ada","last_name":"Lovelace","api_token":null,)"
      R"("metadata":{"team":"engines"}})",
      i, i);
  return text;
}

std::string answer(std::string const& body) {
  return "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\nConnection: keep-alive\r\n\r\n" + body;
}

std::size_t parameter(std::string_view target, std::string_view name, std::size_t otherwise) {
  std::size_t const at = target.find(name);
  return at == target.npos ? otherwise
                           : std::strtoul(target.data() + at + name.size(), nullptr, 10);
}

/// Pages are made once.
std::string const& page(std::size_t offset, std::size_t limit) {
  static std::map<std::pair<std::size_t, std::size_t>, std::string> made;
  std::string& text = made[{offset, limit}];
  if (!text.empty()) return text;
  std::string body = R"({"users":[)";
  for (std::size_t i = offset; i < offset + limit && i < total; ++i)
    body += (i == offset ? "" : ",") + user(i);
  body += R"(],"count":)" + std::to_string(total) + R"(,"offset":)" + std::to_string(offset) +
          R"(,"limit":)" + std::to_string(limit) + '}';
  return text = answer(body);
}

void send_all(int to, std::string_view text) {
  while (!text.empty()) {
    ssize_t const sent = write(to, text.data(), text.size());
    if (sent <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

int main() {
  std::string const one = answer(R"({"user":)" + user(1) + '}');
  int const listening = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listening, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      listen(listening, 128) != 0 ||
      getsockname(listening, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    return 1;
  std::printf("%d\n", ntohs(address.sin_port));
  std::fflush(stdout);
  int const events = epoll_create1(0);
  epoll_event watched{.events = EPOLLIN, .data = {.fd = listening}};
  epoll_ctl(events, EPOLL_CTL_ADD, listening, &watched);
  std::map<int, std::string> requests;  // what of a request has come, for each connection
  for (;;) {
    epoll_event ready[64];
    int const count = epoll_wait(events, ready, 64, -1);
    for (int i = 0; i < count; ++i) {
      int const from = ready[i].data.fd;
      if (from == listening) {
        int const client = accept(listening, nullptr, nullptr);
        int const yes = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        watched = {.events = EPOLLIN, .data = {.fd = client}};
        epoll_ctl(events, EPOLL_CTL_ADD, client, &watched);
        continue;
      }
      char bytes[4096];
      ssize_t const got = read(from, bytes, sizeof bytes);
      std::string& request = requests[from];
      if (got <= 0) {
        requests.erase(from);
        close(from);
        continue;
      }
      request.append(bytes, static_cast<std::size_t>(got));
      for (std::size_t end; (end = request.find("\r\n\r\n")) != request.npos;
           request.erase(0, end + 4)) {
        std::string_view const target = std::string_view(request).substr(0, request.find("\r\n"));
        bool const list = target.find("/admin/users?") != target.npos;
        send_all(from, list ? page(parameter(target, "offset=", 0), parameter(target, "limit=", 50))
                            : one);
      }
    }
  }
}
