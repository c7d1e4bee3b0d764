#include <medusa/client/async_clock.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
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
