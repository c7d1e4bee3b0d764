// SPDX-License-Identifier: MIT
#include <medusa/model/describe.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>
#include <medusa/operation/retrieve_user.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

using medusa::decode_error;
using medusa::encode_error;
using medusa::errc;
using medusa::failure;

namespace {

using small = medusa::basic_fixed<medusa::limits{.message = 16}>;
using views = medusa::basic_borrowed<medusa::limits{.message = 16}>;

enum class socket_error : std::uint16_t { reset = 104 };
struct curl_error {
  int code = 0;
  std::string_view text = "could not connect with password hunter2";
};
struct silent_error {
  std::string_view text = "hunter2";
};

template <class S, class E = medusa::no_transport>
constexpr bool says(failure<S, E> const& f, std::string_view wanted) {
  auto const text = to_string(f);
  return std::string_view(text) == wanted;
}

template <class S>
constexpr bool test_stages() {
  using failed = failure<S>;
  decode_error where{.code = errc::wrong_type, .offset = 57};
  where.path.prepend("email");
  where.path.prepend(std::size_t{3});
  where.path.prepend("users");
  failed refused(errc::bad_request);
  refused.status = 400;
  failed tried(errc::unavailable);
  tried.status = 503;
  tried.attempts = 2;
  failed once(errc::cancelled);
  once.attempts = 1;
  return says(failed(encode_error{.code = errc::missing_value, .field = "email"}),
              "encode: email: a required value is missing") &&
         says(failed(encode_error{.code = errc::too_long, .field = "id", .needed = 20000}),
              "encode: id: the value is too long (20000 bytes)") &&
         says(failed(where, 200),
              "decode 200: users[3].email: a member has an unexpected type at byte 57") &&
         says(failed(decode_error{.code = errc::text_too_long, .offset = 9, .needed = 70}, 200),
              "decode 200: a text is longer than its storage (70 bytes) at byte 9") &&
         says(failed(decode_error{.code = errc::empty_body}, 204),
              "decode 204: the answer is empty") &&
         says(refused, "status 400: the server did not accept the request") &&
         says(tried, "status 503: the server is unavailable (after 2 attempts)") &&
         says(failed(errc::transport_failed), "transport: no complete answer arrived") &&
         says(once, "cancelled: cancelled") &&
         says(failed(errc::timed_out), "deadline: no answer within the time limit") &&
         says(failed(errc::deadline_exceeded), "deadline: the time for the call is over");
}
TEST_CASE("a failure of each stage is one line") {
  CHECK(test_stages<small>());
  CHECK(test_stages<views>());
  CHECK(test_stages<medusa::hosted>());
}
static_assert(test_stages<small>() && test_stages<views>());

template <class E>
constexpr failure<small, E> broken(E error) {
  failure<small, E> f(errc::transport_failed);
  f.transport = error;
  return f;
}

constexpr bool test_transport_errors() {
  return says(broken(socket_error::reset),
              "transport: no complete answer arrived (transport error 104)") &&
         says(broken(-7), "transport: no complete answer arrived (transport error -7)") &&
         says(broken(curl_error{.code = 28}),
              "transport: no complete answer arrived (transport error 28)") &&
         says(broken(silent_error{}), "transport: no complete answer arrived");
}
TEST_CASE("of a transport's error only the number is shown") { CHECK(test_transport_errors()); }
static_assert(test_transport_errors());

template <class S>
constexpr failure<S> refused_with(std::string_view message) {
  failure<S> f(errc::not_found);
  f.status = 404;
  if constexpr (std::same_as<typename S::message, std::string_view>) f.server.message = message;
  else f.server.message_dropped = !medusa::keep_text(f.server.message, message);
  return f;
}

template <class S>
constexpr bool test_message() {
  return says(refused_with<S>("no user"), "status 404: not found: no user") &&
         says(refused_with<S>("a\r\nb\x1b[2J\x7f"),
              "status 404: not found: a\\x0d\\x0ab\\x1b[2J\\x7f") &&
         says(refused_with<S>(std::string_view("a\0b", 3)), "status 404: not found: a\\x00b") &&
         says(refused_with<S>("\xC2\x9B\xC2\x80\xC2\x9F\xC2\xA0"),
              "status 404: not found: \\x9b\\x80\\x9f\xC2\xA0") &&
         says(refused_with<S>("\u00e9\U0001F600 \xC2"),
              "status 404: not found: \u00e9\U0001F600 \xC2") &&
         says(refused_with<S>("1234567890123456"), "status 404: not found: 1234567890123456");
}
TEST_CASE("the server's message is shown, its control characters as escapes") {
  CHECK(test_message<small>());
  CHECK(test_message<views>());
  CHECK(test_message<medusa::hosted>());
}
static_assert(test_message<small>() && test_message<views>());

constexpr std::string_view left_out =
    "status 404: not found (the server's message does not fit and is left out)";

constexpr bool test_dropped() { return says(refused_with<small>("12345678901234567"), left_out); }
TEST_CASE("that a message was dropped is said") { CHECK(test_dropped()); }
static_assert(test_dropped());

constexpr bool test_too_long() {
  // 272 bytes of description: what stands before the message takes 23 of them.
  char long_message[300]{};
  for (char& c : long_message) c = 'x';
  auto const fits = to_string(refused_with<views>({long_message, 249}));
  auto const too_long = to_string(refused_with<views>({long_message, 250}));
  for (char& c : long_message) c = '\n';  // four times as long when shown
  auto const escaped = to_string(refused_with<views>({long_message, 63}));
  return fits.size() == 272 && fits != left_out && too_long == left_out && escaped == left_out;
}
TEST_CASE("a message that does not fit the description is left out whole") {
  CHECK(test_too_long());
}
static_assert(test_too_long());

constexpr bool test_longest() {
  failure<small, std::int64_t> f(errc::text_too_long);
  f.status = std::numeric_limits<int>::min();
  f.needed = std::numeric_limits<std::size_t>::max();
  f.offset = std::numeric_limits<std::size_t>::max();
  f.attempts = std::numeric_limits<std::uint32_t>::max();
  f.path.prepend("created_at");
  f.path.prepend(std::numeric_limits<std::size_t>::max());
  f.path.prepend("users");
  f.transport = std::numeric_limits<std::int64_t>::min();
  f.server.message_dropped = true;
  auto const text = to_string(f);
  return std::string_view(text).ends_with("(after 4294967295 attempts)");
}
TEST_CASE("the longest description fits without its message") { CHECK(test_longest()); }
static_assert(test_longest());

constexpr bool test_long_names() {
  failure<small> f(errc::wrong_type);
  for (int i = 0; i < 6; ++i)
    f.path.prepend("a_member_whose_name_has_more_than_fifty_characters_in_it");
  return says(f, "a member has an unexpected type");
}
TEST_CASE("what does not fit at all is the phrase of its code") { CHECK(test_long_names()); }
static_assert(test_long_names());

TEST_CASE("a planted secret never appears") {
  std::string_view const secret = "hunter2";
  failure<medusa::hosted, curl_error> f(errc::transport_failed);
  f.transport = curl_error{.code = 7};
  CHECK(to_string(f).find(secret) == std::string::npos);
  // Not even when the server sends one back where it should not be.
  for (std::string_view const body :
       {R"({"type":"hunter2","code":"hunter2","password":"hunter2"})",
        R"({"user":{"id":"hunter2","email":7}})", R"(<html>hunter2</html>)", "hunter2"}) {
    for (int const status : {200, 400, 401, 500}) {
      auto const result = medusa::parse<medusa::hosted>(medusa::admin::retrieve_user{},
                                                        medusa::response_view(status, body));
      REQUIRE_FALSE(result.has_value());
      CHECK(to_string(result.error()).find(secret) == std::string::npos);
    }
  }
}

}  // namespace
