// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <string_view>

#include <medusa/medusa.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

// Results on the heap, at compile time where the standard library has a std::string and a
// std::vector for it. That of libstdc++ has the one for g++ only: under clang it compares addresses
// of different objects; and the other not in its debug mode.
#if (defined(_LIBCPP_VERSION) || !defined(__clang__)) && !defined(_GLIBCXX_DEBUG)
constexpr bool has_constexpr_heap = true;
#else
constexpr bool has_constexpr_heap = false;
#endif
namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_transport;
using medusa::testing::virtual_clock;

// Templates: where std::vector is none for constant evaluation, they need not be either.
template <storage S>
using client_type = admin::client<scripted_transport&, json::scanner, S, virtual_clock&>;

constexpr basic_options<virtual_clock> shop{
    .base_url = "https://shop.example/with/a/path/that/is/not/short",
    .credentials = api_token{"a token of more than fifteen bytes"},
    .retry = {.max_retries = 1}};
constexpr std::string_view ada =
    R"({"user":{"id":"usr_01JDC0A5R7QK8Z3M6W9X2Y4VAA","email":"ada@example.com",)"
    R"("first_name":"\u0041da \"A\"",)"
    R"("metadata":{"team":"engines, and more of them"}}})";

template <storage S>
constexpr bool test_hosted_user() {
  scripted_transport server{
      expect(method::get, "/with/a/path/that/is/not/short/admin/users/usr_1").answer(503),
      expect(method::get, "/with/a/path/that/is/not/short/admin/users/usr_1")
          .with_header("x-medusa-access-token", "a token of more than fifteen bytes")
          .answer(200, ada)};
  virtual_clock clock;
  client_type<S> client{server, shop, clock};
  auto const user = client.users().retrieve("usr_1");
  return user && user->id == "usr_01JDC0A5R7QK8Z3M6W9X2Y4VAA" && user->first_name == "Ada \"A\"" &&
         user->metadata->view() == R"({"team":"engines, and more of them"})" && server.finished();
}

template <storage S>
constexpr bool test_hosted_pages() {
  scripted_transport server{
      expect(method::get, "/admin/users?limit=1")
          .answer(200, R"({"users":[{"id":"a"}],"count":2,"offset":0,"limit":1})"),
      expect(method::get, "/admin/users?offset=1&limit=1")
          .answer(200, R"({"users":[{"id":"b"}],"count":2,"offset":1,"limit":1})")};
  virtual_clock clock;
  client_type<S> client{server, {.base_url = "https://shop.example"}, clock};
  int users = 0;
  for (auto&& user : client.users().all({.limit = 1}))
    if (user) ++users;
  return users == 2 && server.finished();
}

template <storage S>
constexpr bool test_hosted_failure() {
  scripted_transport server{
      expect(method::post, "/admin/users")
          .answer(
              400,
              R"({"type":"invalid_data","message":"A user with the same email already exists."})")};
  virtual_clock clock;
  client_type<S> client{server, {.base_url = "https://shop.example"}, clock};
  auto const made = client.users().create({.email = "ada@example.com", .password = "s3cret"});
  return !made && made.error().code == errc::bad_request &&
         made.error().server.type == error_type::invalid_data &&
         made.error().server.message == "A user with the same email already exists." &&
         server.finished();
}

template <storage S>
constexpr bool test_hosted_session() {
  scripted_transport server{expect(method::post, "/admin/auth")
                                .answer(200, ada)
                                .header("Set-Cookie", "connect.sid=s%3Amore-than-fifteen.bytes"),
                            expect(method::get, "/admin/auth")
                                .with_header("Cookie", "connect.sid=s%3Amore-than-fifteen.bytes")
                                .answer(200, ada)};
  virtual_clock clock;
  client_type<S> client{server, {.base_url = "https://shop.example"}, clock};
  return client.auth().create_session({.email = "ada@example.com", .password = "s3cret"}) &&
         client.auth().get_session() && server.finished();
}

}  // namespace

#define HOSTED_TWIN(name, test)              \
  TEST_CASE(name) { CHECK(test<hosted>()); } \
  static_assert(!has_constexpr_heap || test<hosted>())

HOSTED_TWIN("static: a user on the heap", test_hosted_user);
HOSTED_TWIN("static: pages on the heap", test_hosted_pages);
HOSTED_TWIN("static: a failure on the heap", test_hosted_failure);
HOSTED_TWIN("static: a session on the heap", test_hosted_session);
