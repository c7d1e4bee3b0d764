// SPDX-License-Identifier: MIT
#include <medusa/ext/value_or_throw.hpp>

#include <doctest/doctest.h>

#ifdef __cpp_exceptions

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/embedded.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using ext::call_failed;
using ext::value_or_throw;

struct socket_error {
  int code = 104;
  std::string_view text = "5ecret";
};

/// What is thrown for a failure.
template <class Failure>
call_failed thrown_for(Failure failed) {
  try {
    static_cast<void>(value_or_throw(result<int, Failure>(unexpected(std::move(failed)))));
  } catch (std::runtime_error const& error) { return static_cast<call_failed const&>(error); }
  throw std::logic_error("nothing was thrown");
}

}  // namespace

TEST_CASE_TEMPLATE("value_or_throw: a call", S, hosted, fixed<48, 4>, borrowed<4>) {
  scripted_transport server{
      expect(method::get, "/admin/users/u").answer(200, R"({"user":{"id":"u","email":"e"}})"),
      expect(method::get, "/admin/users/v")
          .answer(
              404,
              R"({"type":"not_found","code":"api_error","message":"User with id: v was not found"})")};
  admin::client<scripted_transport&, json::scanner, S> client{
      server, {.base_url = "http://h", .credentials = api_token{"5ecret"}}};
  CHECK(value_or_throw(client.users().retrieve("u")).id == "u");
  try {
    static_cast<void>(value_or_throw(client.users().retrieve("v")));
    FAIL("nothing was thrown");
  } catch (call_failed const& error) {
    CHECK(error.what() == std::string("status 404: not found: User with id: v was not found"));
    CHECK((error.code() == errc::not_found));
    CHECK((error.stage() == stage::status));
    CHECK(error.status() == 404);
    CHECK(error.server_type() == "not_found");
    CHECK(error.server_code() == "api_error");
  }
}

TEST_CASE("value_or_throw: an lvalue keeps its value") {
  result<std::string, failure<hosted>> const good(std::string("kept"));
  CHECK(value_or_throw(good) == "kept");
  CHECK(*good == "kept");
  result<std::string, failure<hosted>> const bad = unexpected(failure<hosted>(errc::not_found));
  CHECK_THROWS_AS(static_cast<void>(value_or_throw(bad)), call_failed);
  result<std::unique_ptr<int>, failure<hosted>> movable(std::make_unique<int>(7));
  CHECK(*value_or_throw(std::move(movable)) == 7);
}

TEST_CASE("value_or_throw: of the transport's error only the number") {
  failure<hosted, socket_error> failed(errc::transport_failed);
  failed.transport.emplace();
  auto const error = thrown_for(failed);
  CHECK(error.what() == std::string("transport: no complete answer arrived (transport error 104)"));
  CHECK(error.status() == 0);
  CHECK(error.server_type().empty());
}

TEST_CASE("value_or_throw: what was thrown outlives the storage it came from") {
  auto const error = [] {
    std::string body = R"({"type":"invalid_data","message":"gone"})";
    auto const refused = parse<borrowed<1>>(admin::retrieve_user{}, response_view{400, body});
    auto kept = thrown_for(refused.error());
    body.assign(body.size(), '!');
    return kept;
  }();
  CHECK(error.server_type() == "invalid_data");
  CHECK(error.what() == std::string("status 400: the server did not accept the request: gone"));
}

#endif
