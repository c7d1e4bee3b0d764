#include <medusa/client/client.hpp>

#include <doctest/doctest.h>

#include <new>
#include <string_view>

#include <medusa/core/result.hpp>
#include <medusa/http/response.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/virtual_clock.hpp>

// What a user's policy throws passes through, and leaves the client as it was.
#if defined(__cpp_exceptions)
namespace {

using namespace medusa;
using namespace medusa::testing;

constexpr std::string_view one = R"({"user":{"id":"u","email":"e"}})";

/// Throws while `broken`; else signs in, or gives a user to who is signed in.
struct moody_transport {
  bool broken = true;
  result<response_view, int> send(request const& r) {
    if (broken) throw r.target.size();
    if (r.target == "/admin/auth/token") return response_view{200, R"({"access_token":"h.p.s"})"};
    return r.header("Authorization") == "Bearer old" ? response_view{200, one}
                                                     : response_view{401, "Unauthorized"};
  }
};

struct moody_clock : virtual_clock {
  bool broken = false;
  void wait(duration d) {
    if (broken) throw std::bad_alloc();
    virtual_clock::wait(d);
  }
};

template <class S>
using client_of = admin::client<moody_transport&, json::scanner, S, moody_clock&>;
constexpr basic_options<moody_clock> options{
    .base_url = "http://h", .credentials = bearer{"old"}, .retry = {.max_retries = 1}};

}  // namespace

TEST_CASE_TEMPLATE("exceptions: of a transport", S, hosted, fixed<48, 4>, borrowed<4>) {
  moody_transport server;
  moody_clock clock;
  client_of<S> client{server, options, clock};
  CHECK_THROWS_AS(static_cast<void>(client.users().retrieve("u")), std::size_t);
  CHECK_THROWS_AS(static_cast<void>(client.auth().get_token({.email = "e", .password = "p"})),
                  std::size_t);
  CHECK_THROWS_AS(static_cast<void>(client.send(admin::retrieve_user{.id = "u"})), std::size_t);
  CHECK_FALSE(client.status());
  server.broken = false;
  CHECK(client.users().retrieve("u"));  // still signed in as before
}

TEST_CASE_TEMPLATE("exceptions: of a clock", S, hosted, fixed<48, 4>, borrowed<4>) {
  struct busy_once {
    int requests = 0;
    result<response_view, int> send(request const&) {
      return ++requests == 1 ? response_view{503, ""} : response_view{200, one};
    }
  };
  busy_once server;
  moody_clock clock;
  clock.broken = true;
  admin::client<busy_once&, json::scanner, S, moody_clock&> client{server, options, clock};
  CHECK_THROWS_AS(static_cast<void>(client.users().retrieve("u")), std::bad_alloc);
  clock.broken = false;
  CHECK(client.users().retrieve("u"));
  CHECK(server.requests == 2);
}
#endif
