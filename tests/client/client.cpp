#include <medusa/client/client.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/client/function_transport.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

constexpr std::string_view ada = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";

using retrying = admin::client<scripted_transport&, json::scanner, fixed<48, 4>, virtual_clock&>;
using single = admin::client<scripted_transport&, json::scanner, fixed<48, 4>>;

constexpr basic_options<virtual_clock> with_retries(std::uint32_t n) {
  return {.base_url = "https://shop.example",
          .credentials = api_token{"tok"},
          .retry = {.max_retries = n}};
}
constexpr basic_options<no_clock> plain() {
  return {.base_url = "https://shop.example", .credentials = api_token{"tok"}};
}

constexpr checked_options constants(with_retries(1));
constexpr bool test_options_that_the_compiler_checked() {
  scripted_transport server{expect(method::get, "/admin/users/usr_1").answer(503),
                            expect(method::get, "/admin/users/usr_1")
                                .with_header("x-medusa-access-token", "tok")
                                .answer(200, ada),
                            expect(method::get, "/admin/users/usr_1")
                                .without_header("x-medusa-access-token")
                                .answer(401)};
  virtual_clock clock;
  retrying client{server, constants, clock};
  retrying copy = client;
  if (client.status() || !copy.users().retrieve("usr_1")) return false;
  if (copy.sign_in({})) return false;
  return client.credentials().kind() == credential_kind::api_token &&
         copy.users().retrieve("usr_1").error().code == errc::unauthorized && server.finished();
}
static_assert(
    std::is_same_v<decltype(admin::client(std::declval<scripted_transport&>(), constants,
                                          std::declval<virtual_clock&>())),
                   admin::client<scripted_transport&, json::scanner, hosted, virtual_clock&>>);
// What is no options is refused where the constructor is chosen.
static_assert(std::is_constructible_v<retrying, scripted_transport&, basic_options<virtual_clock>,
                                      virtual_clock&>);
static_assert(!std::is_constructible_v<retrying, scripted_transport&, int, virtual_clock&>);
static_assert(!std::is_constructible_v<retrying, scripted_transport&, basic_options<no_clock>,
                                       virtual_clock&>);

template <class S>
constexpr bool test_all_seven() {
  scripted_transport server{
      expect(method::post, "/admin/users")
          .body(R"({"email":"ada@example.com","password":"s3cret"})")
          .answer(200, ada),
      expect(method::get, "/admin/users/usr_1").answer(200, ada),
      expect(method::get, "/admin/users?q=ada&limit=2")
          .answer(200, R"({"users":[{"id":"usr_1"}],"count":1,"offset":0,"limit":2})"),
      expect(method::post, "/admin/users/usr_1")
          .body(R"({"first_name":"Grace","last_name":null})")
          .answer(200, ada),
      expect(method::post, "/admin/users/password-token")
          .body(R"({"email":"ada@example.com"})")
          .answer(204),
      expect(method::post, "/admin/users/reset-password")
          .body(R"({"token":"t","password":"new"})")
          .answer(200, ada),
      expect(method::del, "/admin/users/usr_1")
          .body("")
          .answer(200, R"({"id":"usr_1","object":"user","deleted":true})")};
  admin::client<scripted_transport&, json::scanner, S> client{server, plain()};
  auto const users = client.users();
  if (!users.create({.email = "ada@example.com", .password = "s3cret"})) return false;
  if (users.retrieve("usr_1")->email != "ada@example.com") return false;
  if (users.list({.q = "ada", .limit = 2})->users[0].id != "usr_1") return false;
  if (!users.update("usr_1", {.first_name = "Grace", .last_name = nullptr})) return false;
  if (!users.send_reset_password_token({.email = "ada@example.com"})) return false;
  if (!users.reset_password({.token = "t", .password = "new"})) return false;
  return users.remove("usr_1")->deleted && server.finished();
}

constexpr bool test_bad_options_are_kept_and_nothing_is_sent() {
  scripted_transport server{};
  single client{server, {.base_url = "shop.example"}};
  if (client.status() != encode_error{.code = errc::invalid_url, .field = "base_url"}) return false;
  auto const user = client.users().retrieve("usr_1");
  if (user || user.error().code != errc::invalid_url || user.error().field != "base_url")
    return false;
  if (client.send(admin::retrieve_user{.id = "usr_1"})) return false;
  single publishable{server,
                     {.base_url = "https://shop.example", .credentials = api_token{"pk_123"}}};
  if (publishable.users().retrieve("x").error().code != errc::publishable_key) return false;
  return server.requests() == 0;
}

constexpr bool test_bad_calls_send_nothing() {
  scripted_transport server{};
  single client{server, plain()};
  if (client.users().retrieve("").error().code != errc::missing_value) return false;
  if (client.users().remove("..").error().code != errc::invalid_id) return false;
  if (client.users().retrieve("x", {.timeout = duration()}).error().field != "timeout")
    return false;
  if (client.users().retrieve("x", {.deadline = duration::milliseconds(-1)}).error().field !=
      "deadline")
    return false;
  std::array<header, 1> const split{header{"X-A", "b\r\nX-C: d"}};
  if (client.users().retrieve("x", {.headers = split}).error().code != errc::control_character)
    return false;
  return server.requests() == 0;
}

constexpr bool test_the_client_owns_its_options() {
  char url[] = "https://shop.example/api/";
  char token[] = "token";
  char name[] = "X-Tenant";
  std::array<header, 1> const headers{header{name, "seven"}};
  scripted_transport server{expect(method::get, "/api/admin/users/u")
                                .with_header("x-medusa-access-token", "token")
                                .with_header("x-publishable-api-key", "pk_1")
                                .with_header("X-Tenant", "seven")
                                .answer(200, R"({"user":{"id":"u","email":"e"}})")};
  single client{server,
                {.base_url = url,
                 .credentials = api_token{std::string_view(token)},
                 .publishable_api_key = "pk_1",
                 .headers = headers}};
  url[8] = token[0] = name[0] = '!';
  single copy = client;
  return copy.users().retrieve("u").has_value() && server.finished();
}

constexpr bool test_options_too_long_for_the_storage() {
  using small = admin::client<scripted_transport&, json::scanner,
                              basic_fixed<limits{.credential = 4, .settings = 20}>>;
  scripted_transport server{};
  small fits{server, {.base_url = "https://shop.example", .credentials = api_token{"four"}}};
  if (fits.status()) return false;
  small url{server, {.base_url = "https://shop.example1"}};
  if (url.status() != encode_error{.code = errc::too_long, .field = "options", .needed = 21})
    return false;
  small token{server, {.base_url = "https://shop.example", .credentials = api_token{"five5"}}};
  return token.status() ==
         encode_error{.code = errc::too_long, .field = "credentials", .needed = 5};
}

constexpr bool test_per_call_headers_win_and_do_not_stick() {
  std::array<header, 1> const mine{header{"User-Agent", "mine"}};
  std::array<header, 2> const per_call{header{"user-agent", "call"},
                                       header{"Authorization", "Bearer other"}};
  scripted_transport server{expect(method::get, "/admin/users/u")
                                .with_header("User-Agent", "call")
                                .with_header("Authorization", "Bearer other")
                                .without_header("x-medusa-access-token")
                                .answer(404),
                            expect(method::get, "/admin/users/u")
                                .with_header("User-Agent", "mine")
                                .with_header("x-medusa-access-token", "tok")
                                .without_header("Authorization")
                                .answer(404)};
  auto options = plain();
  options.headers = mine;
  single client{server, options};
  static_cast<void>(client.users().retrieve("u", {.headers = per_call}));
  static_cast<void>(client.users().retrieve("u"));
  return server.finished();
}

constexpr bool test_sessions() {
  scripted_transport server{
      expect(method::post, "/admin/auth")
          .body(R"({"email":"a@b.c","password":"p"})")
          .without_header("x-medusa-access-token")
          .answer(200, ada)
          .header("Set-Cookie", "lb=1; Path=/")
          .header("Set-Cookie", "connect.sid=s%3Aabc.def; Path=/; HttpOnly"),
      expect(method::get, "/admin/auth")
          .with_header("Cookie", "connect.sid=s%3Aabc.def")
          .without_header("x-medusa-access-token")
          .answer(200, ada),
      expect(method::post, "/admin/users/password-token").without_header("Cookie").answer(204),
      expect(method::del, "/admin/auth")
          .with_header("Cookie", "connect.sid=s%3Aabc.def")
          .answer(200, "OK"),
      expect(method::get, "/admin/auth").without_header("Cookie").answer(401, "Unauthorized")};
  single client{server, plain()};
  if (!client.auth().create_session({.email = "a@b.c", .password = "p"})) return false;
  if (!client.auth().get_session()) return false;
  if (!client.users().send_reset_password_token({.email = "a@b.c"})) return false;
  if (!client.auth().delete_session() || client.credentials().kind() != credential_kind::none)
    return false;
  return client.auth().get_session().error().code == errc::unauthorized && server.finished();
}

constexpr bool test_login_without_a_cookie() {
  scripted_transport server{
      expect(method::post, "/admin/auth").answer(200, ada).header("Set-Cookie", "other=1")};
  single client{server, plain()};
  auto const user = client.auth().create_session({.email = "a@b.c", .password = "p"});
  return !user && user.error().code == errc::missing_cookie && user.error().status == 200 &&
         client.credentials().kind() == credential_kind::api_token;
}

constexpr bool test_tokens() {
  scripted_transport server{expect(method::post, "/admin/auth/token")
                                .without_header("x-medusa-access-token")
                                .answer(200, R"({"access_token":"h.p.s"})"),
                            expect(method::get, "/admin/users/u")
                                .with_header("Authorization", "Bearer h.p.s")
                                .answer(404),
                            expect(method::post, "/admin/auth/token").answer(401, "Unauthorized"),
                            expect(method::get, "/admin/users/u")
                                .with_header("Authorization", "Bearer h.p.s")
                                .answer(404)};
  single client{server, plain()};
  auto const token = client.auth().get_token({.email = "a@b.c", .password = "p"});
  if (!token || token->access_token.reveal() != "h.p.s") return false;
  static_cast<void>(client.users().retrieve("u"));
  if (client.auth().get_token({.email = "a@b.c", .password = "wrong"})) return false;
  static_cast<void>(client.users().retrieve("u"));
  return server.finished();
}

constexpr bool test_token_that_does_not_fit() {
  using small =
      admin::client<scripted_transport&, json::scanner, basic_fixed<limits{.credential = 4}>>;
  scripted_transport server{
      expect(method::post, "/admin/auth/token").answer(200, R"({"access_token":"five5"})"),
      expect(method::post, "/admin/auth/token").answer(200, R"({"access_token":"four"})")};
  small client{server, {.base_url = "http://h"}};
  auto const refused = client.auth().get_token({.email = "e", .password = "p"});
  if (refused || refused.error().code != errc::text_too_long || refused.error().needed != 5)
    return false;
  if (client.credentials().kind() != credential_kind::none) return false;
  return client.auth().get_token({.email = "e", .password = "p"}) &&
         client.credentials().value() == secret_view("four");
}

constexpr bool test_api_token_survives_delete_session() {
  scripted_transport server{expect(method::del, "/admin/auth").answer(200, "OK"),
                            expect(method::get, "/admin/auth")
                                .with_header("x-medusa-access-token", "tok")
                                .answer(200, ada)};
  single client{server, plain()};
  return client.auth().delete_session() && client.auth().get_session() && server.finished();
}

constexpr bool test_retries_in_virtual_time() {
  virtual_clock clock{42};
  scripted_transport server{
      clock,
      {expect(method::get, "/admin/users/u").answer(503).header("Retry-After", "120"),
       expect(method::get, "/admin/users/u")
           .fail(scripted_error::broken)
           .after(duration::seconds(1)),
       expect(method::get, "/admin/users/u").fail(scripted_error::timed_out),
       expect(method::get, "/admin/users/u").answer(200, R"({"user":{"id":"u","email":"e"}})")}};
  retrying client{server, with_retries(5), clock};
  if (!client.users().retrieve("u") || !server.finished() || clock.waits() != 3) return false;
  // 120 s asked for, up to 1 s and up to 2 s of back-off; 1 s and 30 s of slow server.
  return clock.waited() >= duration::seconds(120) && clock.waited() <= duration::seconds(123) &&
         clock.now() == clock.waited() + duration::seconds(31);
}

constexpr bool test_one_idempotency_key_for_all_attempts() {
  virtual_clock expected{42};
  auto const key = make_uuid(expected.random(), expected.random());
  virtual_clock clock{42};
  scripted_transport server{
      expect(method::post, "/admin/users/u")
          .with_header("Idempotency-Key", key)
          .answer(429)
          .times(2),
      expect(method::post, "/admin/users/u").with_header("Idempotency-Key", key).answer(200, ada),
      expect(method::post, "/admin/users/u")
          .with_header("Idempotency-Key", "my-own")
          .answer(200, ada),
      expect(method::get, "/admin/users/u").without_header("Idempotency-Key").answer(200, ada)};
  retrying client{server, with_retries(2), clock};
  if (!client.users().update("u", {.first_name = "x"})) return false;
  if (!client.users().update("u", {.first_name = "x"}, {.idempotency_key = "my-own"})) return false;
  return client.users().retrieve("u") && server.finished();
}

constexpr bool test_no_idempotency_key_without_retries() {
  scripted_transport server{
      expect(method::post, "/admin/users/u").without_header("Idempotency-Key").answer(200, ada)};
  single client{server, plain()};
  return client.users().update("u", {}) && server.finished();
}

constexpr bool test_time_limits_reach_the_transport() {
  virtual_clock clock;
  scripted_transport server{clock, {expect(method::get, "/admin/users/u").answer(404).times(4)}};
  retrying client{server, with_retries(0), clock};
  static_cast<void>(client.users().retrieve("u"));
  if (server.last_timeout() != duration::seconds(30)) return false;
  static_cast<void>(client.users().retrieve("u", {.timeout = duration::milliseconds(1500)}));
  if (server.last_timeout() != duration::milliseconds(1500)) return false;
  static_cast<void>(client.users().retrieve("u", {.deadline = duration::milliseconds(700)}));
  return server.last_timeout() == duration::milliseconds(700);
}

/// A clock whose waits set a flag: what a user does who cancels while a call waits.
struct cancelling_clock : virtual_clock {
  bool* flag = nullptr;
  constexpr void wait(duration d) {
    virtual_clock::wait(d);
    if (now() >= duration::milliseconds(100)) *flag = true;
  }
};

constexpr bool test_cancelled_while_waiting() {
  bool flag = false;
  cancelling_clock clock;
  clock.flag = &flag;
  scripted_transport server{
      expect(method::get, "/admin/users/u").answer(503).header("Retry-After", "60")};
  admin::client<scripted_transport&, json::scanner, fixed<48, 4>, cancelling_clock&> client{
      server, {.base_url = "http://h", .retry = {.max_retries = 3}}, clock};
  auto const user = client.users().retrieve("u", {.cancel = &flag});
  return !user && user.error().code == errc::cancelled &&
         clock.now() < duration::milliseconds(200) && server.finished();
}

constexpr bool test_failure_keeps_what_the_server_said() {
  scripted_transport server{
      expect(method::post, "/admin/users")
          .answer(
              422,
              R"({"code":"invalid_request_error","type":"duplicate_error","message":"exists"})"),
      expect(method::post, "/admin/users/reset-password")
          .answer(
              500,
              R"({"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."})"),
      expect(method::get, "/admin/users/u").answer(401, "Unauthorized")};
  single client{server, plain()};
  auto const duplicate = client.users().create({.email = "e", .password = "p"}).error();
  if (duplicate.code != errc::unprocessable || duplicate.status != 422 ||
      duplicate.server.message != "exists")
    return false;
  if (duplicate.server.type != error_type::duplicate_error ||
      duplicate.server.code != error_code::invalid_request_error)
    return false;
  auto const used = client.users().reset_password({.token = "t", .password = "p"}).error();
  if (used.code != errc::reset_token_rejected || used.status != 500) return false;
  auto const unauthorized = client.users().retrieve("u").error();
  return unauthorized.code == errc::unauthorized && unauthorized.server.message.empty() &&
         unauthorized.attempts == 1;
}

constexpr bool test_raw_responses() {
  scripted_transport server{expect(method::get, "/admin/users/u").answer(500, "<html>")};
  single client{server, plain()};
  auto const sent = client.send(admin::retrieve_user{.id = "u"});
  return sent && *sent && (**sent).status() == 500 && (**sent).body() == "<html>";
}

constexpr bool test_a_lambda_is_a_transport() {
  auto answer = [](request const& r) -> result<response_view, int> {
    if (r.target != "/admin/users/u") return unexpected(1);
    return response_view{200, R"({"user":{"id":"u","email":"e"}})"};
  };
  admin::client<function_transport<decltype(answer)>, json::scanner, fixed<48, 4>> client{
      function_transport{answer}, plain()};
  if (!client.users().retrieve("u")) return false;
  return client.users().retrieve("v").error().transport == 1;
}

constexpr bool test_new_credentials() {
  scripted_transport server{
      expect(method::get, "/admin/users/u").with_header("Authorization", "Bearer b").answer(404)};
  single client{server, plain()};
  if (client.sign_in(bearer{"pk_x"}) !=
      encode_error{.code = errc::publishable_key, .field = "credentials"})
    return false;
  if (client.sign_in(bearer{"b"})) return false;
  static_cast<void>(client.users().retrieve("u"));
  return server.finished();
}

/// The one attempt of `send` is bounded by both limits, as those of a call are.
constexpr bool test_time_limits_of_a_raw_request() {
  scripted_transport server{expect(method::get, "/admin/users/u").answer(404).times(3)};
  auto options = plain();
  options.deadline = duration::seconds(20);
  single client{server, options};
  static_cast<void>(client.send(admin::retrieve_user{.id = "u"}));
  if (server.last_timeout() != duration::seconds(20)) return false;
  static_cast<void>(
      client.send(admin::retrieve_user{.id = "u"}, {.timeout = duration::seconds(5)}));
  if (server.last_timeout() != duration::seconds(5)) return false;
  static_cast<void>(
      client.send(admin::retrieve_user{.id = "u"}, {.deadline = duration::seconds(2)}));
  return server.last_timeout() == duration::seconds(2) && server.finished();
}

/// What a clock's `wait` gives, if anything, is not looked at.
struct telling_clock : virtual_clock {
  constexpr bool wait(duration d) {
    virtual_clock::wait(d);
    return true;
  }
};

/// How long a call waits that is repeated once; in slices when it has a flag.
constexpr duration waited(cancellation flag) {
  telling_clock clock;
  scripted_transport server{expect(method::get, "/admin/users/u").answer(503).times(2)};
  admin::client<scripted_transport&, json::scanner, fixed<48, 4>, telling_clock&> client{
      server, {.base_url = "http://h", .retry = {.max_retries = 1}}, clock};
  static_cast<void>(client.users().retrieve("u", {.cancel = flag}));
  return clock.waits() > 0 && server.finished() ? clock.waited() : duration();
}

constexpr bool test_slices_of_a_wait_are_as_long() {
  bool const flag = false;
  duration const whole = waited({});
  return whole.count() > 40 && whole.count() % 20 != 0 && waited(&flag) == whole;
}

}  // namespace

TWIN("client: options that the compiler checked", test_options_that_the_compiler_checked);
TWIN("client: the seven operations on fixed storage", (test_all_seven<fixed<48, 4>>));
TWIN("client: the seven operations on borrowed storage", (test_all_seven<borrowed<4>>));
TWIN("client: bad options are kept and nothing is sent",
     test_bad_options_are_kept_and_nothing_is_sent);
TWIN("client: bad calls send nothing", test_bad_calls_send_nothing);
TWIN("client: owns its options, and can be copied", test_the_client_owns_its_options);
TWIN("client: options too long for the storage", test_options_too_long_for_the_storage);
TWIN("client: headers of a call win and do not stick", test_per_call_headers_win_and_do_not_stick);
TWIN("client: a session is kept, sent where it belongs, and ended", test_sessions);
TWIN("client: a login without its cookie is no success", test_login_without_a_cookie);
TWIN("client: a token is kept and sent; a failed login changes nothing", test_tokens);
TWIN("client: a token that does not fit", test_token_that_does_not_fit);
TWIN("client: delete_session leaves an API token", test_api_token_survives_delete_session);
TWIN("client: retries in virtual time", test_retries_in_virtual_time);
TWIN("client: one idempotency key for all attempts", test_one_idempotency_key_for_all_attempts);
TWIN("client: no idempotency key without retries", test_no_idempotency_key_without_retries);
TWIN("client: time limits reach the transport", test_time_limits_reach_the_transport);
TWIN("client: cancelled while waiting", test_cancelled_while_waiting);
TWIN("client: a failure keeps what the server said", test_failure_keeps_what_the_server_said);
TWIN("client: the raw response", test_raw_responses);
TWIN("client: a lambda is a transport", test_a_lambda_is_a_transport);
TWIN("client: time limits of a raw request", test_time_limits_of_a_raw_request);
TWIN("client: the slices of a wait are as long as the wait", test_slices_of_a_wait_are_as_long);
TWIN("client: new credentials", test_new_credentials);
