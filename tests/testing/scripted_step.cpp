#include <medusa/testing/scripted_step.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string_view>

#include <support/twins.hpp>

#include <support/hidden.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

constexpr std::array<header, 2> sent{header{"Accept", "application/json"}, header{"X-Trace", "7"}};
constexpr request asked{
    .method = method::post, .target = "/admin/users?q=a", .headers = sent, .body = "{}"};

constexpr scripted_step step = expect(method::post, "/admin/users?q=a");

constexpr bool test_what_matches() {
  if (!step.mismatch(asked).empty())
    return false;  // body and headers are not looked at unless named
  if (!step.body("{}").mismatch(asked).empty()) return false;
  if (!step.with_header("x-trace", "7").mismatch(asked).empty()) return false;
  return step.without_header("Cookie").mismatch(asked).empty();
}

constexpr bool test_what_does_not() {
  if (expect(support::hidden(method::get), "/admin/users?q=a").mismatch(asked) != "method")
    return false;
  if (expect(method::post, "/admin/users").mismatch(asked) != "target") return false;
  if (step.body("").mismatch(asked) != "body" || step.body("{} ").mismatch(asked) != "body")
    return false;
  if (step.with_header("X-Trace", "8").mismatch(asked) != "header") return false;
  if (step.with_header("Cookie", "").mismatch(asked) != "header") return false;
  return step.without_header("x-trace").mismatch(asked) == "header";
}

constexpr bool test_four_headers_of_a_kind() {
  auto wanted = step.with_header("X-Trace", "7")
                    .with_header("X-Trace", "7")
                    .with_header("X-Trace", "7")
                    .with_header("X-Trace", "7");
  if (!wanted.mismatch(asked).empty() ||
      wanted.with_header("X-Trace", "7").mismatch(asked) != "header")
    return false;
  auto unwanted =
      step.without_header("a").without_header("b").without_header("c").without_header("d");
  if (!unwanted.mismatch(asked).empty() || unwanted.without_header("e").mismatch(asked) != "header")
    return false;
  auto answered = step.header("a", "1").header("b", "2").header("c", "3").header("d", "4");
  if (!answered.mismatch(asked).empty() || answered.response().header("d") != "4") return false;
  return answered.header("e", "5").mismatch(asked) == "header";
}

constexpr bool test_what_is_redacted_matches_anything() {
  constexpr auto s = expect(method::post, "/a?token=REDACTED")
                         .body(R"({"password":"REDACTED"})")
                         .with_header("Cookie", redacted);
  header const headers[] = {{"cookie", "connect.sid=x"}};
  request r{.method = method::post,
            .target = "/a?token=t",
            .headers = headers,
            .body = R"({"password":"p"})"};
  if (!s.mismatch(r).empty()) return false;
  r.headers = {};
  return s.mismatch(r) == "header";  // it must be there
}

constexpr bool test_the_answer() {
  auto const s = step.answer(201, "body").header("Set-Cookie", "a=1").header("Set-Cookie", "b=2");
  response_view const r = s.response();
  if (r.status() != 201 || r.body() != "body" || r.header("set-cookie", 1) != "b=2" ||
      r.header("Set-Cookie", 2))
    return false;
  return !s.error() && step.response().status() == 200 && step.response().body().empty();
}

constexpr bool test_the_rest() {
  auto const s = step.fail(scripted_error::broken).after(duration::seconds(2)).times(3);
  if (s.error() != scripted_error::broken || s.delay() != duration::seconds(2) || s.times() != 3)
    return false;
  return step.times() == 1 && step.delay() == duration() && !step.error();
}

constexpr bool test_only_a_refused_connection_was_not_sent() {
  return !request_may_have_been_sent(scripted_error::refused) &&
         request_may_have_been_sent(scripted_error::broken) &&
         request_may_have_been_sent(scripted_error::timed_out) &&
         request_may_have_been_sent(scripted_error::unexpected);
}

}  // namespace

TWIN("scripted_step: what matches", test_what_matches);
TWIN("scripted_step: what does not", test_what_does_not);
TWIN("scripted_step: four headers of a kind, and one more", test_four_headers_of_a_kind);
TWIN("scripted_step: what is redacted matches anything", test_what_is_redacted_matches_anything);
TWIN("scripted_step: the answer", test_the_answer);
TWIN("scripted_step: error, delay and repetition", test_the_rest);
TWIN("scripted_step: only a refused connection was not sent",
     test_only_a_refused_connection_was_not_sent);
