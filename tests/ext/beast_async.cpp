#include <medusa/ext/beast_async.hpp>

#include <medusa/ext/beast.hpp>  // both fit into one program

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>

#include <medusa/client/async_client.hpp>
#include <medusa/client/async_transport.hpp>
#include <medusa/medusa.hpp>
#include <support/loopback_server.hpp>
#include <support/task.hpp>
#include <support/tls_server.hpp>

using medusa::method;
using medusa::request;
using medusa::ext::beast_async_error;
using medusa::ext::beast_async_transport;
using support::answer;
using support::loopback_server;
using support::reply;
using namespace std::chrono_literals;
namespace asio = boost::asio;
namespace http = boost::beast::http;

static_assert(medusa::async_transport<beast_async_transport> &&
              medusa::check_async_transport<beast_async_transport>());
static_assert(medusa::detail::tells_if_sent<beast_async_error> &&
              !medusa::detail::polled<beast_async_transport>);

namespace {

using outcome = beast_async_transport::result_type;

struct received : medusa::detail::waiter<outcome> {
  received()
      : waiter([](waiter& w, outcome& o) { static_cast<received&>(w).what.emplace(std::move(o)); },
               [](waiter&) {}) {}
  std::optional<outcome> what{};
};

/// Sends a request and runs the loop until it has ended.
outcome ask(request r, medusa::ext::beast_options const& options = {}) {
  asio::io_context loop;
  beast_async_transport transport(loop.get_executor(), options);
  if (r.target.empty()) r.target = r.url.substr(r.url.find('/', 8));
  received to;
  transport.send(r, medusa::async_handler<outcome>(to));
  loop.run_for(20s);
  REQUIRE(to.what.has_value());
  CHECK(loop.stopped());  // nothing is left over
  return std::move(*to.what);
}
beast_async_error error_of(outcome const& o) { return o ? beast_async_error{} : o.error(); }

}  // namespace

TEST_CASE("beast: what is sent and what comes back") {
  loopback_server server({answer(201, "made", "Set-Cookie: a=1\r\nset-cookie: b=2\r\n")});
  std::string const url = server.url("/admin/users?x=%20y");
  std::vector<medusa::header> const headers{{"Accept", "application/json"}, {"X-Tenant", "seven"}};
  auto const made = ask({.method = method::post, .url = url, .headers = headers, .body = "{}"});
  REQUIRE(made.has_value());
  CHECK(made->status() == 201);
  CHECK(made->body() == "made");
  CHECK(made->header("SET-COOKIE") == "a=1");
  CHECK(made->header("Set-Cookie", 1) == "b=2");
  CHECK_FALSE(made->header("Set-Cookie", 2).has_value());
  REQUIRE(server.requests().size() == 1);
  CHECK(server.requests()[0] ==
        "POST /admin/users?x=%20y HTTP/1.1\r\nHost: " + server.authority() +
            "\r\nAccept: application/json\r\nX-Tenant: seven\r\nConnection: close\r\n"
            "Content-Length: 2\r\n\r\n{}");
}

TEST_CASE("beast: framing of requests without a body, and interim responses") {
  reply interim = answer(200, "final");
  interim.bytes = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + interim.bytes;
  loopback_server server(
      {answer(204, ""), answer(404, "none"), interim, answer(302, "", "Location: /other\r\n")});
  std::string const url = server.url("/");
  CHECK(ask({.method = method::post, .url = url})->status() == 204);
  CHECK(ask({.method = method::del, .url = url})->status() == 404);
  CHECK(ask({.url = url})->body() == "final");
  CHECK(ask({.url = url})->status() == 302);
  CHECK(server.requests()[0].find("Content-Length: 0\r\n") != std::string::npos);
  CHECK(server.requests()[1].find("Content-Length") == std::string::npos);
  CHECK(server.requests().size() == 4);
}

TEST_CASE("beast: errors, and whether the request has gone out") {
  loopback_server server(
      {reply{.then = reply::ending::close}, answer(200, "1234"), answer(200, "12345"), reply{}});
  std::string const url = server.url("/");
  CHECK(error_of(ask({.url = url})) == beast_async_error{http::error::end_of_stream, true});
  CHECK(ask({.url = url, .max_body = 4}).has_value());
  CHECK(error_of(ask({.url = url, .max_body = 4})) ==
        beast_async_error{http::error::body_limit, true});
  CHECK(error_of(ask({.url = url, .timeout = 100ms})) ==
        beast_async_error{boost::beast::error::timeout, true});
  CHECK(error_of(ask({.url = url, .timeout = 0ms})) ==
        beast_async_error{boost::beast::error::timeout, false});
  std::string gone;
  {
    loopback_server const closed;
    gone = closed.url("/");
  }
  CHECK(error_of(ask({.url = gone})) == beast_async_error{asio::error::connection_refused, false});
  CHECK_FALSE(error_of(ask({.url = "http://medusa.invalid/", .timeout = 5s})).may_have_been_sent);
}

TEST_CASE("beast: cancelled, and what nobody waits for any more") {
  loopback_server server({reply{}, reply{}});
  std::string const url = server.url("/");
  asio::io_context loop;
  beast_async_transport transport(loop.get_executor());
  bool flag = false;
  received cancelled;
  transport.send({.url = url, .target = "/", .cancel = &flag},
                 medusa::async_handler<outcome>(cancelled));
  loop.run_for(100ms);
  CHECK_FALSE(cancelled.what.has_value());
  flag = true;
  loop.run_for(10s);
  CHECK(error_of(*cancelled.what) == beast_async_error{asio::error::operation_aborted, true});
  received before;
  transport.send({.url = url, .target = "/", .cancel = &flag},
                 medusa::async_handler<outcome>(before));
  CHECK(error_of(*before.what) == beast_async_error{asio::error::operation_aborted, false});
  {
    received leaving;
    transport.send({.url = url, .target = "/"}, medusa::async_handler<outcome>(leaving));
  }
  loop.restart();
  loop.run_for(10s);
  CHECK(loop.stopped());
}

TEST_CASE("beast: a certificate must be trusted, and be for this server") {
  support::tls_server const server;
  REQUIRE_MESSAGE(server.running(), "this needs the command openssl");
  std::string const url = server.url("127.0.0.1");
  std::string const other_name = server.url("localhost");
  auto const refused = error_of(ask({.url = url, .timeout = 10s}));
  CHECK(refused.code.category() == asio::error::get_ssl_category());
  CHECK_FALSE(refused.may_have_been_sent);
  auto const trusted = ask({.url = url, .timeout = 10s}, {.ca_file = server.certificate()});
  REQUIRE(trusted.has_value());
  CHECK(trusted->status() == 200);
  auto const wrong =
      error_of(ask({.url = other_name, .timeout = 10s}, {.ca_file = server.certificate()}));
  CHECK(wrong.code.category() == asio::error::get_ssl_category());
  CHECK_FALSE(wrong.may_have_been_sent);
}

TEST_CASE("beast: coroutines of any type, several at once") {
  std::string const ada = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";
  loopback_server server(std::vector<reply>(8, answer(200, ada)));
  std::string const url = server.url("");
  asio::io_context loop;
  medusa::admin::async_client client{beast_async_transport(loop.get_executor()), {.base_url = url}};
  auto const run = [](auto& c, int& good) -> support::task {
    for (int i = 0; i < 2; ++i) good += (co_await c.users().retrieve("usr_1")) ? 1 : 0;
  };
  int good = 0;
  std::vector<support::task> tasks;
  for (int i = 0; i < 4; ++i) tasks.push_back(run(client, good));
  loop.run_for(20s);
  CHECK(good == 8);
  CHECK(loop.stopped());
}
