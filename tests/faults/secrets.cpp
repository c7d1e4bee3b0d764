// SPDX-License-Identifier: MIT
// Secrets are planted in everything a client is given, by its user and by its server, and looked for
// in everything that can be printed, logged, recorded or thrown, however its calls end.
#include <doctest/doctest.h>

#include <cstddef>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/ext/error_code.hpp>
#include <medusa/ext/observer.hpp>
#include <medusa/ext/to_curl.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/model/pooled.hpp>
#include <medusa/testing/recorder.hpp>
#ifdef __cpp_exceptions
#include <medusa/ext/value_or_throw.hpp>
#endif

#include "servers.hpp"

namespace {

using namespace medusa;
using faults::async_server;
using faults::blocking_server;
using faults::failing;
using support::fail_at;

// Characters that JSON, URLs and shells write differently are at the ends of each.
constexpr std::string_view password = "PLANTED-password '\"\\ & \xC3\xA9";
constexpr std::string_view reset_token = "PLANTED-reset.token.of_the-user";
constexpr std::string_view access_token = "PLANTED-access-token";
constexpr std::string_view header_value = "Basic PLANTED-header";

/// Whether a text tells a secret: as it is, which is also how JSON and URLs write it, or in base64,
/// in which it can begin with any of three bits.
bool tells(std::string_view text) {
  for (std::string_view const form : {"PLANTED", "UExBTlRFR", "BMQU5URU", "QTEFOVEVE"})
    if (text.find(form) != text.npos) return true;
  return false;
}

constexpr header names_a_place[] = {{"Location", "http://h/?token=PLANTED-location"}};
constexpr header sets_cookie[] = {{"Set-Cookie", "connect.sid=s%3APLANTED-cookie; Path=/"}};
constexpr header sets_bad_cookie[] = {{"Set-Cookie", "connect.sid=PLANTED bad cookie\\; Path=/"}};

/// Answers that hold secrets, well formed and not.
constexpr response_view answers[] = {
    {200, R"({"user":{"id":"usr_1","email":"a@b.c","api_token":"PLANTED-api-token"}})"},
    {200, R"({"user":{"id":"usr_1","email":"a@b.c"}})", sets_cookie},
    {200, R"({"user":{"id":"usr_1","email":"a@b.c"}})", sets_bad_cookie},
    {200,
     R"({"users":[{"id":"u","email":"e","api_token":"PLANTED"}],"count":1,"offset":0,"limit":9})"},
    {200, R"({"access_token":"PLANTED.jwt.of_the-user"})"},
    {200, R"({"access_token":"PLANTED \n no token"})"},
    {200, R"({"access_token":["PLANTED"]})"},
    {200, R"({"access_token":"PLANTED \uD800"})"},
    {200, "{\"access_token\":\"PLANTED \xFF\"}"},
    {200, R"({"access_token":"PLANTED-that-is-cut)"},
    {200, R"({"user":{"id":"usr_1","api_token":{"PLANTED":1}}})"},
    {200, R"({"PLANTED":"PLANTED"})"},
    {200, "PLANTED, which is no JSON"},
    {302, "", names_a_place},
    {401, "Unauthorized"},
    {401, "PLANTED"},
    {404, "<html>PLANTED</html>"},
    {422, R"({"type":"invalid_data","message":"no such user","token":"PLANTED"})"},
    {500, R"({"code":"api_error","type":{"PLANTED":1},"message":["PLANTED"]})"},
};

#ifdef __cpp_exceptions
/// MemorySanitizer does not see the system's library write the text of an exception.
#ifdef __clang__
[[clang::no_sanitize("memory")]]
#endif
std::string text_of(std::exception const& e) {
  std::string text;
  for (char const* at = e.what(); *at != '\0'; ++at) text += *at;
  return text;
}
#endif

/// All that is told, and from how many places.
struct told {
  std::string text{};
  std::size_t successes = 0;
  std::size_t failures = 0;
  std::size_t requests = 0;

  void add(std::string_view what) { text.append(what).append("\n"); }
  void add(request const& r) {
    ++requests;
    add(ext::to_curl(r));
    add(r.target);
  }
  void add(encode_error const& e) {
    add(to_string(e.code));
    add(e.field);
  }
  template <class Result>
  void add_result(Result const& result) {
    if (result) return static_cast<void>(++successes);
    ++failures;
    auto const& f = result.error();
    add(std::string_view(to_string(f)));
    add(f.field);
    for (std::string_view const part : {f.server.type.text(), f.server.code.text()}) add(part);
    add(f.server.message);
    add(ext::to_error_code(f).message());
#ifdef __cpp_exceptions
    try {
      throw ext::call_failed(f);
    } catch (std::exception const& e) { add(text_of(e)); }
#endif
  }
};

/// A transport that tells of each request what there is to tell.
template <class Server>
struct telling {
  Server& server;
  told& log;

  auto send(request const& r) {
    log.add(r);
    return server.send(r);
  }
};
template <>
struct telling<async_server> {
  using result_type = async_server::result_type;
  async_server& server;
  told& log;

  void send(request const& r, async_handler<result_type> handler) {
    log.add(r);
    server.send(r, std::move(handler));
  }
  void poll() { server.poll(); }
};

/// Every operation, with secrets in all that it takes and in what it cannot take.
template <class F>
void for_each_secret_operation(F&& f) {
  using namespace medusa::admin;
  constexpr std::string_view email = "ada@example.com";
  constexpr std::string_view nul("PLANTED\0", 8);
  f(create_user{.email = email, .password = password});
  f(create_user{.email = email, .first_name = nul, .password = password});
  f(create_user{.email = "", .password = password});
  f(retrieve_user{.id = "usr_1"});
  f(list_users{.q = "ada"});
  f(update_user{.id = "usr_1", .changes = {.api_token = access_token}});
  f(update_user{.id = "usr_1", .changes = {.metadata = R"({"token":"PLANTED)"}});
  f(send_reset_password_token{.email = email});
  f(reset_password{.email = email, .token = reset_token, .password = password});
  f(reset_password{.token = "PLANTED", .password = password});
  f(reset_password{.token = reset_token, .password = ""});
  f(delete_user{.id = "usr_1"});
  f(create_session{.email = email, .password = password});
  f(get_session{});
  f(get_token{.email = email, .password = password});
  f(delete_session{});
}

template <class Client, class Op>
void perform(Client& client, Op const& op, call_options const& options, told& log) {
  if constexpr (requires { client.poll(); }) {
    client.call(op, options, [&](auto const& result) { log.add_result(result); });
    for (int turn = 0; turn < 3; ++turn) client.poll();
  } else {
    log.add_result(client.call(op, options));
  }
}

/// All operations with all answers, and with a transport that fails, on one client.
template <class Client, class Server>
void perform_all(Client& client, Server& server, told& log) {
  header const own[] = {{"Authorization", header_value}};
  header const bad[] = {{"Authorization", "PLANTED\r\nX-Injected: 1"}};
  call_options with_header{}, with_bad_header{};
  with_header.headers = own;
  with_bad_header.headers = bad;
  with_bad_header.idempotency_key = "PLANTED\n";
  for_each_secret_operation([&](auto const& op) {
    for (auto const& answer : answers) {
      server.answer = answer;
      perform(client, op, {}, log);
    }
    perform(client, op, with_header, log);
    perform(client, op, with_bad_header, log);
    for (failing const how : {failing::refused, failing::broken, failing::timed_out,
                              failing::dropped, failing::thrown}) {
      fail_at first(1);
      server.fault = &first;
      server.how = how;
#ifdef __cpp_exceptions
      try {
        perform(client, op, {}, log);
      } catch (std::runtime_error const& e) { log.add(text_of(e)); }
#else
      perform(client, op, {}, log);
#endif
      server.fault = nullptr;
    }
  });
}

/// A client with credentials of each kind, good and bad.
template <class Client, class Transport, class Server>
void every_client(Transport&& transport, Server& server, told& log) {
  credentials const kinds[] = {api_token{access_token},   bearer{access_token},
                               session_cookie{"PLANTED"}, bearer{"PLANTED with spaces"},
                               api_token{"PLANTED\r\n"},  session_cookie{"PLANTED;\""},
                               api_token{"pk_PLANTED"},   credentials()};
  for (credentials const& each : kinds) {
    Client client{transport,
                  basic_options<no_clock>{.base_url = "http://h/store", .credentials = each}};
    if (client.status()) log.add(*client.status());
    perform_all(client, server, log);
    if (auto const refused = client.sign_in(bearer{"PLANTED \x7F"})) log.add(*refused);
  }
  header const own[] = {{"Cookie", "PLANTED=PLANTED"}};
  basic_options<no_clock> options{.base_url = "http://user:PLANTED@h"};
  options.headers = own;
  Client client{transport, options};
  if (client.status()) log.add(*client.status());
}

void check(told const& log) {
  CHECK(log.requests > 1000);
  CHECK(log.successes > 100);
  CHECK(log.failures > 1000);
  CHECK(log.text.size() > 100000);
  CHECK(!tells(log.text));
}

}  // namespace

TEST_CASE("secrets: the search finds one in each form") {
  CHECK(tells(password));
  for (std::string_view const form : {"UExBTlRFRC0x", "eFBMQU5URUQteA==", "eHhQTEFOVEVELXg="})
    CHECK(tells(form));  // of PLANTED-1, xPLANTED-x and xxPLANTED-x
  CHECK(!tells("REDACTED"));
  told log;
  log.add_result(result<int, failure<hosted>>(unexpected(failure<hosted>(errc::not_found))));
  CHECK(!tells(log.text));
}

TEST_CASE_TEMPLATE("secrets: in nothing that a blocking client's user can print", S, hosted, pooled,
                   fixed<64, 4>, borrowed<4>) {
  told log;
  blocking_server server;
  telling<blocking_server> transport{server, log};
  every_client<admin::client<telling<blocking_server>&, json::scanner, S, no_clock>>(transport,
                                                                                     server, log);
  check(log);
}

TEST_CASE_TEMPLATE("secrets: in nothing that an asynchronous client's user can print", S, hosted,
                   fixed<64, 4>, borrowed<4>) {
  told log;
  async_server server;
  telling<async_server> transport{server, log};
  every_client<admin::async_client<telling<async_server>&, json::scanner, S, no_clock>>(
      transport, server, log);
  check(log);
}

TEST_CASE("secrets: in nothing that is observed or recorded") {
  told log;
  blocking_server server;
  testing::recorder tape{server};
  ext::observer watched{tape, [&](ext::attempt const& a) {
                          ++log.requests;
                          log.add(std::to_string(a.status));
                          log.add(a.target);
                        }};
  using client = admin::client<decltype(watched)&, json::scanner, hosted, no_clock>;
  client signed_in{watched, basic_options<no_clock>{.base_url = "http://h",
                                                    .credentials = bearer{access_token}}};
  perform_all(signed_in, server, log);
  std::string const recorded = tape.to_cpp("cassette");
  CHECK(tape.size() > 100);
  CHECK(!tells(recorded));
  CHECK(!tells(log.text));
}
