#include <medusa/client/async_clock.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <medusa/client/async_client.hpp>
#include <medusa/client/steady_clock.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

/// Tells by itself when time has passed, once it is told that it has.
class telling_clock {
 public:
  constexpr duration now() const { return now_; }
  constexpr std::uint64_t random() { return 400; }  // milliseconds
  constexpr void wait(duration d, async_handler<elapsed> handler) {
    ++waits;
    longest = d > longest ? d : longest;
    due_ = now_ + d;
    handler_ = std::move(handler);
  }
  constexpr bool waiting() const { return handler_.wanted(); }
  constexpr void advance(duration d) {
    now_ = now_ + d;
    if (waiting() && now_ >= due_) std::exchange(handler_, {})();
  }
  constexpr void forget() { handler_ = {}; }

  int waits = 0;
  duration longest{};

 private:
  duration now_{};
  duration due_{};
  async_handler<elapsed> handler_{};
};
static_assert(async_clock<telling_clock> && polled_clock<telling_clock>);
static_assert(polled_clock<virtual_clock> && !async_clock<virtual_clock> &&
              polled_clock<steady_clock> && !async_clock<steady_clock>);
static_assert(polled_clock<no_clock> && !polled_clock<int>);

using told_client =
    admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, telling_clock&>;
constexpr async_scripted_transport broken_then(int status) {
  return {{expect(method::get, "/admin/users/u").fail(scripted_error::broken),
           expect(method::get, "/admin/users/u").answer(status)},
          async_scripted_transport::answers::at_once};
}
constexpr basic_options<telling_clock> told_options() {
  return {.base_url = "https://shop.example", .retry = {.max_retries = 1}};
}

/// Passes the time itself.
struct blocking_clock {
  duration now_{};
  constexpr duration now() const { return now_; }
  constexpr std::uint64_t random() { return 400; }  // milliseconds
  constexpr void wait(duration d, async_handler<elapsed> handler) {
    now_ = now_ + d;
    handler();
  }
};
constexpr bool test_a_clock_that_waits_itself() {
  async_scripted_transport server = broken_then(404);
  blocking_clock clock;
  admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, blocking_clock&>
      client{server, {.base_url = "https://shop.example", .retry = {.max_retries = 1}}, clock};
  bool const cancelled = false;
  errc code{};
  client.users().retrieve("u", {.cancel = &cancelled},
                          [&code](auto user) { code = user.error().code; });
  return code == errc::not_found && clock.now() == duration::milliseconds(400);
}

/// Neither a provider nor a transport whose time is not limited is watched.
constexpr bool test_what_is_not_watched() {
  async_scripted_transport server{expect(method::get, "/admin/users/u").answer(401),
                                  expect(method::get, "/admin/users/u").answer(404)};
  telling_clock clock;
  async_handler<std::optional<credentials>> asked;
  auto provider = [&asked](async_handler<std::optional<credentials>> h) { asked = std::move(h); };
  admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, telling_clock&,
                      decltype(provider)&>
      client{server,
             {.base_url = "https://shop.example", .timeout = duration::max()},
             clock,
             provider};
  errc code{};
  client.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  if (clock.waits != 0) return false;
  client.poll();
  if (clock.waits != 0 || !asked.wanted()) return false;
  std::exchange(asked, {})(bearer{"t"});
  client.poll();
  return code == errc::not_found && clock.waits == 0 && server.finished();
}
constexpr bool test_nobody_polls() {
  async_scripted_transport server = broken_then(404);
  telling_clock clock;
  told_client client{server, told_options(), clock};
  errc code{};
  client.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  if (clock.waits != 1 || clock.longest != duration::milliseconds(400)) return false;
  clock.advance(duration::milliseconds(399));
  if (code != errc{}) return false;
  clock.advance(duration::milliseconds(1));
  return code == errc::not_found && server.finished();
}

constexpr bool test_slices_notice_a_cancellation() {
  async_scripted_transport server = broken_then(404);
  telling_clock clock;
  told_client client{server, told_options(), clock};
  errc code{};
  bool flag = false;
  client.users().retrieve("u", {.cancel = &flag}, [&code](auto user) { code = user.error().code; });
  for (int i = 0; i < 5; ++i) clock.advance(duration::milliseconds(20));
  if (code != errc{} || clock.waits != 6 || clock.longest != duration::milliseconds(20))
    return false;
  flag = true;
  clock.advance(duration::milliseconds(20));
  return code == errc::cancelled && !clock.waiting();
}

constexpr bool test_a_clock_that_forgets() {
  async_scripted_transport server = broken_then(404);
  telling_clock clock;
  told_client client{server, told_options(), clock};
  errc code{};
  client.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  clock.forget();
  if (code != errc::cancelled) return false;
  async_scripted_transport slow{expect(method::get, "/admin/users/u").answer(404)};
  told_client other{slow, told_options(), clock};
  other.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  clock.forget();  // the transport may keep the time, too
  slow.poll();
  return code == errc::not_found;
}

constexpr bool test_silence_ends_without_polling() {
  async_scripted_transport server{expect(method::get, "/admin/users/u").answer(404).times(3)};
  telling_clock clock;
  told_client client{server, told_options(), clock};
  errc code{};
  client.users().retrieve("u", {.timeout = duration::milliseconds(70)},
                          [&code](auto user) { code = user.error().code; });
  if (clock.longest != duration::milliseconds(70)) return false;
  clock.advance(duration::milliseconds(70));   // the first attempt
  clock.advance(duration::milliseconds(400));  // the wait
  if (code != errc{} || server.script().requests() != 2) return false;
  clock.advance(duration::milliseconds(70));
  if (code != errc::timed_out || clock.waiting() || server.waiting() != 0) return false;
  // A time that was asked for and is not over when the answer comes is for nobody.
  client.users().retrieve("u", {.timeout = duration::milliseconds(70)},
                          [&code](auto user) { code = user.error().code; });
  server.poll();
  return code == errc::not_found && !clock.waiting();
}

constexpr bool test_silence_is_cancelled_without_polling() {
  async_scripted_transport server{expect(method::get, "/admin/users/u").answer(404)};
  telling_clock clock;
  told_client client{
      server, {.base_url = "https://shop.example", .timeout = duration::max()}, clock};
  errc code{};
  bool flag = false;
  client.users().retrieve("u", {.cancel = &flag}, [&code](auto user) { code = user.error().code; });
  for (int i = 0; i < 5; ++i) clock.advance(duration::milliseconds(20));
  if (code != errc{} || clock.waits != 6 || clock.longest != duration::milliseconds(20))
    return false;
  flag = true;
  clock.advance(duration::milliseconds(20));
  return code == errc::cancelled && server.waiting() == 0;
}

/// Keeps the question, and answers when it is told to.
struct slow_provider {
  async_handler<std::optional<credentials>> asked{};
  constexpr void operator()(async_handler<std::optional<credentials>> h) { asked = std::move(h); }
};
using renewing_client = admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>,
                                            telling_clock&, slow_provider&>;

/// Where time ends nothing the clock is left alone: what waits for no time would be asked for
/// again and again.
constexpr bool test_no_clock_where_time_ends_nothing() {
  async_scripted_transport server{expect(method::get, "/admin/users/u").answer(404),
                                  expect(method::get, "/admin/users/u").answer(401)};
  telling_clock clock;
  told_client client{
      server, {.base_url = "https://shop.example", .timeout = duration::max()}, clock};
  errc code{};
  client.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  if (clock.waits != 0) return false;
  server.poll();
  if (code != errc::not_found) return false;
  slow_provider provider;
  renewing_client renewing{server,
                           {.base_url = "https://shop.example",
                            .credentials = api_token{"old"},
                            .timeout = duration::seconds(1)},
                           clock,
                           provider};
  renewing.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  if (clock.waits != 1) return false;
  server.poll();
  clock.advance(duration::seconds(5));  // the request's time, which nobody waits for any more
  if (!provider.asked.wanted() || clock.waits != 1) return false;
  provider.asked = {};
  return code == errc::unauthorized && server.finished();
}

constexpr bool test_a_provider_that_is_too_slow() {
  async_scripted_transport server{expect(method::get, "/admin/users/u").answer(401).times(2),
                                  expect(method::get, "/admin/users/u").answer(404)};
  telling_clock clock;
  slow_provider provider;
  renewing_client client{server,
                         {.base_url = "https://shop.example",
                          .credentials = api_token{"old"},
                          .timeout = duration::milliseconds(300),
                          .deadline = duration::milliseconds(1000)},
                         clock,
                         provider};
  errc code{};
  auto const keep = [&code](auto user) { code = user.error().code; };
  client.users().retrieve("u", keep);
  server.poll();
  clock.advance(duration::milliseconds(999));
  if (code != errc{} || !provider.asked.wanted()) return false;
  clock.advance(duration::milliseconds(1));
  if (code != errc::deadline_exceeded || clock.waiting()) return false;
  // The question is still open, and its answer good for the next call, which has time of its own.
  bool flag = false;
  client.users().retrieve("u", {.cancel = &flag}, keep);
  server.poll();
  for (int i = 0; i < 5; ++i) clock.advance(duration::milliseconds(20));
  provider.asked(credentials(bearer{"new"}));
  for (int i = 0; i < 5; ++i) clock.advance(duration::milliseconds(20));
  server.poll();
  return code == errc::not_found && server.finished() && !clock.waiting();
}

constexpr bool test_a_wait_for_a_provider_is_cancelled() {
  async_scripted_transport server{expect(method::get, "/admin/users/u").answer(401)};
  telling_clock clock;
  slow_provider provider;
  renewing_client client{server,
                         {.base_url = "https://shop.example", .credentials = api_token{"old"}},
                         clock,
                         provider};
  errc code{};
  bool flag = false;
  client.users().retrieve("u", {.cancel = &flag}, [&code](auto user) { code = user.error().code; });
  server.poll();
  for (int i = 0; i < 5; ++i) clock.advance(duration::milliseconds(20));
  flag = true;
  if (code != errc{}) return false;
  clock.advance(duration::milliseconds(20));
  return code == errc::cancelled && !clock.waiting();
}

constexpr bool test_polled_over_a_clock_that_tells() {
  async_scripted_transport server = broken_then(404);
  telling_clock clock;
  told_client client{server, told_options(), clock};
  errc code{};
  bool flag = false;
  client.users().retrieve("u", {.cancel = &flag}, [&code](auto user) { code = user.error().code; });
  flag = true;
  client.poll();
  return code == errc::cancelled && !clock.waiting();
}

}  // namespace

TWIN("with a clock that tells, nobody has to poll", test_nobody_polls);
TWIN("waits in slices notice a cancellation", test_slices_notice_a_cancellation);
TWIN("a clock that forgets a wait", test_a_clock_that_forgets);
TWIN("polling over a clock that tells", test_polled_over_a_clock_that_tells);
TWIN("silence ends without polling", test_silence_ends_without_polling);
TWIN("silence is cancelled without polling", test_silence_is_cancelled_without_polling);
TWIN("no clock where time ends nothing", test_no_clock_where_time_ends_nothing);
TWIN("a provider that is too slow", test_a_provider_that_is_too_slow);
TWIN("a wait for a provider is cancelled without polling", test_a_wait_for_a_provider_is_cancelled);
TWIN("a clock that waits itself", test_a_clock_that_waits_itself);
TWIN("what the clock does not watch", test_what_is_not_watched);
