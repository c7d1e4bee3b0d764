#include <medusa/testing/scripted_transport.hpp>

#include <doctest/doctest.h>

#include <string_view>

#include <medusa/client/transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

static_assert(transport<scripted_transport>);

constexpr request get(std::string_view target, duration timeout = duration::max()) {
  return {.method = method::get, .target = target, .timeout = timeout};
}

constexpr bool test_plays_the_conversation() {
  scripted_transport server{expect(method::get, "/a").answer(200, "A").header("X", "1"),
                            expect(method::get, "/b").fail(scripted_error::refused),
                            expect(method::get, "/c").answer(503).times(2)};
  if (server.finished() || server.position() != 0) return false;
  auto const a = server.send(get("/a", duration::seconds(3)));
  if (!a || a->status() != 200 || a->body() != "A" || a->header("x") != "1") return false;
  if (server.last_timeout() != duration::seconds(3) || server.position() != 1) return false;
  auto const b = server.send(get("/b"));
  if (b || b.error() != scripted_error::refused) return false;
  if (server.send(get("/c"))->status() != 503 || server.finished() || server.position() != 2)
    return false;
  return server.send(get("/c"))->status() == 503 && server.finished() && server.requests() == 4 &&
         server.mismatch().empty();
}

/// The first surprise is kept, and nothing is answered any more.
constexpr bool test_a_surprise_ends_it() {
  scripted_transport server{expect(method::get, "/a").answer(200),
                            expect(method::get, "/b").answer(200)};
  auto const wrong = server.send(get("/b"));
  if (wrong || wrong.error() != scripted_error::unexpected || server.mismatch() != "target" ||
      server.position() != 0)
    return false;
  auto const right = server.send(get("/a"));
  if (right || right.error() != scripted_error::unexpected) return false;
  return server.mismatch() == "target" && !server.finished() && server.requests() == 2;
}

constexpr bool test_more_requests_than_steps() {
  scripted_transport server{expect(method::get, "/a").answer(200)};
  if (!server.send(get("/a")) || !server.finished()) return false;
  if (server.send(get("/a")) || server.finished() || server.mismatch() != "no more requests")
    return false;
  scripted_transport silent{};
  return silent.finished() && !silent.send(get("/a")) && !silent.finished();
}

constexpr bool test_time_passes_on_the_clock() {
  virtual_clock clock;
  scripted_transport server{
      clock,
      {expect(method::get, "/slow").answer(200).after(duration::seconds(2)),
       expect(method::get, "/slow").answer(200).after(duration::seconds(2)),
       expect(method::get, "/slow").fail(scripted_error::broken).after(duration::seconds(1)),
       expect(method::get, "/slow").fail(scripted_error::timed_out)}};
  if (!server.send(get("/slow", duration::seconds(2))) || clock.now() != duration::seconds(2))
    return false;
  // One millisecond less than the answer takes: the request gives up then.
  if (server.send(get("/slow", duration::milliseconds(1999))).error() != scripted_error::timed_out)
    return false;
  if (clock.now() != duration::milliseconds(3999)) return false;
  if (server.send(get("/slow")).error() != scripted_error::broken ||
      clock.now() != duration::milliseconds(4999))
    return false;
  if (server.send(get("/slow", duration::milliseconds(1))).error() != scripted_error::timed_out)
    return false;
  return clock.now() == duration::seconds(5) && clock.waits() == 0 && server.finished();
}

constexpr bool test_a_step_that_never_happens() {
  scripted_transport server{expect(method::get, "/never").times(0),
                            expect(method::get, "/a").answer(200)};
  return server.send(get("/a")) && server.finished();
}

/// An array may be longer than a list, and is not copied.
constexpr bool test_an_array_of_steps() {
  constexpr scripted_step s = expect(method::get, "/a");
  constexpr scripted_step never = expect(method::get, "/never").times(0);
  scripted_step const steps[] = {never, s, s, s, s, s, s, s,     s,          s,
                                 s,     s, s, s, s, s, s, never, s.times(2), never};
  scripted_transport server{steps};
  for (int i = 0; i < 18; ++i)
    if (server.finished() || !server.send(get("/a"))) return false;
  if (!server.finished()) return false;
  virtual_clock clock;
  scripted_step const slow[] = {s.after(duration::seconds(1))};
  scripted_transport timed{clock, slow};
  scripted_transport copy = timed;
  if (!timed.send(get("/a")) || clock.now() != duration::seconds(1) || copy.finished())
    return false;
  return copy.send(get("/a")) && copy.finished() && !copy.send(get("/a")) &&
         copy.mismatch() == "no more requests";
}

constexpr bool test_as_many_steps_as_it_takes() {
  constexpr scripted_step s = expect(method::get, "/a");
  scripted_transport full{s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s};
  for (std::size_t i = 0; i < scripted_transport::max_steps; ++i)
    if (!full.send(get("/a"))) return false;
  if (!full.finished()) return false;
  // One more: it answers nothing, rather than less than it was told.
  scripted_transport overfull{s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s};
  return !overfull.send(get("/a")) && !overfull.finished() && !overfull.mismatch().empty();
}

/// The answers view the script, which lies in the transport itself: a copy has its own.
constexpr bool test_a_copy_goes_on_by_itself() {
  scripted_transport server{expect(method::get, "/a").answer(200),
                            expect(method::get, "/b").answer(200, "B").header("X", "1")};
  if (!server.send(get("/a"))) return false;
  scripted_transport copy = server;
  auto const b = copy.send(get("/b"));
  return b && b->body() == "B" && b->header("X") == "1" && copy.finished() && !server.finished();
}

}  // namespace

TWIN("scripted_transport: plays the conversation", test_plays_the_conversation);
TWIN("scripted_transport: a surprise ends it", test_a_surprise_ends_it);
TWIN("scripted_transport: more requests than steps", test_more_requests_than_steps);
TWIN("scripted_transport: time passes on the clock", test_time_passes_on_the_clock);
TWIN("scripted_transport: a step that never happens", test_a_step_that_never_happens);
TWIN("scripted_transport: an array of steps", test_an_array_of_steps);
TWIN("scripted_transport: as many steps as it takes, and one more", test_as_many_steps_as_it_takes);
TWIN("scripted_transport: a copy goes on by itself", test_a_copy_goes_on_by_itself);
