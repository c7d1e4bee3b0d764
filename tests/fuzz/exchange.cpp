// SPDX-License-Identifier: MIT
// Random servers, clocks and faults: a call ends once, in time, after no more attempts than
// allowed, and tells no secret; the blocking and the asynchronous client make the same of the same
// answers.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/client/async_client.hpp>
#include <medusa/ext/to_curl.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/virtual_clock.hpp>

#include "require.hpp"

namespace {

using fuzz::require;
using medusa::duration;
using medusa::errc;

constexpr std::string_view token = "tok_PLANTED", password = "pass_PLANTED";

void tells_no_secret(std::string_view text) {
  require(text.find("PLANTED") == std::string_view::npos, "no secret is told");
}

struct fault {
  int code = 0;
  bool sent = true;
  friend bool request_may_have_been_sent(fault const& f) noexcept { return f.sent; }
};
struct reply {
  int code = 0;
  std::string_view text{};
  std::string_view retry{};
  [[nodiscard]] int status() const { return code; }
  [[nodiscard]] std::string_view body() const { return text; }
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name,
                                                       std::size_t n = 0) const {
    if (n != 0 || retry.empty() || name != "Retry-After") return std::nullopt;
    return retry;
  }
};

/// A server that answers as the input says: after a while, with a status, or not at all.
class server {
 public:
  using result_type = medusa::result<reply, fault>;

  /// `repeatable`: requests may be sent again after one that the server may have processed.
  server(fuzz::input in, medusa::testing::virtual_clock& clock, bool repeatable)
      : in_(in), clock_(&clock), repeatable_(repeatable) {}

  result_type send(medusa::request const& r) {
    ++requests;
    require(r.attempt.number == static_cast<std::uint32_t>(requests), "a request says which it is");
    require(r.timeout > duration(), "there is time for it");
    require(repeatable_ || !processed_, "what may have been done is not repeated");
    look_for_secrets(r);
    std::uint8_t const kind = in_.byte();
    duration const taken = duration::milliseconds(in_.byte() * 40);
    if (taken >= r.timeout) {
      clock_->advance(r.timeout);
      processed_ = true;
      return medusa::unexpected(fault{1, true});
    }
    clock_->advance(taken);
    constexpr int statuses[] = {200, 401, 429, 503, 502, 500, 409, 404, 204, 408};
    if (kind % 4 == 3) {
      processed_ = (kind & 4) != 0;
      return medusa::unexpected(fault{kind, processed_});
    }
    reply r2{statuses[(kind / 4) % 10], R"({"user":{"id":"u","email":"e"}})", ""};
    processed_ = r2.code == 502 || r2.code == 408;
    if (r2.code == 401) r2.text = "Unauthorized";
    if (in_.flag()) r2.retry = in_.flag() ? "3" : "Tue, 24 Nov 2026 08:00:00 GMT";
    return r2;
  }

  int requests = 0;

 private:
  /// Once for all requests that are the same: it takes longer than all else.
  void look_for_secrets(medusa::request const& r) {
    std::string text(medusa::to_string(r.method));
    text.append(r.url).append(r.body);
    for (medusa::header const& each : r.headers) text.append(each.name).append(each.value);
    if (text == seen_) return;
    tells_no_secret(r.url);
    tells_no_secret(medusa::ext::to_curl(r));
    seen_ = text;
  }

  fuzz::input in_;
  medusa::testing::virtual_clock* clock_;
  std::string seen_{};
  bool repeatable_;
  bool processed_ = false;
};

/// The same, asynchronous: at once, or when polled, and then twice.
class later_server {
 public:
  using result_type = server::result_type;

  later_server(fuzz::input in, medusa::testing::virtual_clock& clock, bool repeatable, bool at_once)
      : server_(in, clock, repeatable), at_once_(at_once) {}

  void send(medusa::request const& r, medusa::async_handler<result_type> handler) {
    auto answer = server_.send(r);
    if (at_once_) return handler(answer);
    answer_ = answer;
    handler_ = std::move(handler);
    waiting_ = true;
  }
  void poll() {
    if (!std::exchange(waiting_, false)) return;
    auto handler = std::move(handler_);
    handler(answer_);
    handler(answer_);  // once more, which must do nothing
  }
  [[nodiscard]] int requests() const { return server_.requests; }

 private:
  server server_;
  bool at_once_;
  bool waiting_ = false;
  result_type answer_{};
  medusa::async_handler<result_type> handler_{};
};

struct renewal {
  int* asked;
  bool works;
  std::optional<medusa::credentials> operator()() const {
    ++*asked;
    if (!works) return std::nullopt;
    return medusa::credentials(medusa::api_token{"tok_PLANTED2"});
  }
};

struct outcome {
  errc code{};
  std::string text{};
  int requests = 0;
  duration time{};
  int asked = 0;
};

template <class R>
void keep(outcome& o, R const& result) {
  o.code = result ? errc{} : result.error().code;
  o.text = result ? "" : medusa::to_string(result.error());
  if (!result && result.error().stage() != medusa::stage::encode)
    require(result.error().attempts == static_cast<std::uint32_t>(o.requests),
            "a failure says how many attempts there were");
  tells_no_secret(o.text);
}

using options = medusa::basic_options<medusa::testing::virtual_clock>;

template <class Client>
auto begin(Client& client, std::uint8_t which, auto... handler) {
  if (which % 3 == 0) return client.users().retrieve("u", handler...);
  if (which % 3 == 1)
    return client.users().create({.email = "e", .password = password}, handler...);
  return client.users().update("u", {.first_name = "f"}, handler...);
}

bool may_be_repeated(options const& o, std::uint8_t which) {
  return which % 3 != 1 || o.retry.repeat_unsafe;
}

outcome blocking(options const& o, fuzz::input const& in, std::uint8_t which, bool renews) {
  medusa::testing::virtual_clock clock(which);
  server http(in, clock, may_be_repeated(o, which));
  outcome out;
  medusa::admin::client client{http, o, clock, renewal{&out.asked, renews}};
  auto const result = begin(client, which);
  out.requests = http.requests;
  out.time = clock.now();
  keep(out, result);
  return out;
}

/// How often a program polls: every 10 ms to every 640.
duration frame_of(std::uint8_t which) { return duration::milliseconds(10 << (which >> 6) * 2); }

outcome asynchronous(options const& o, fuzz::input const& in, std::uint8_t which, bool renews,
                     bool at_once) {
  medusa::testing::virtual_clock clock(which);
  later_server http(in, clock, may_be_repeated(o, which), at_once);
  outcome out;
  int ended = 0;
  medusa::admin::async_client client{http, o, clock, renewal{&out.asked, renews}};
  begin(client, which, [&](auto const& result) {
    ++ended;
    out.requests = http.requests();
    out.time = clock.now();
    keep(out, result);
  });
  int turns = 0;
  while (ended == 0) {
    require(++turns < 1'000'000, "a call ends");
    client.poll();
    if (ended == 0) clock.advance(frame_of(which));
  }
  for (int more = 0; more < 3; ++more) client.poll();
  require(ended == 1, "a handler runs once");
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  fuzz::input in(data, size);
  std::uint8_t const which = in.byte(), flags = in.byte(), retries = in.byte() % 6;
  duration const deadline = duration::milliseconds(in.byte() * 50);
  duration const timeout = duration::milliseconds(1 + in.byte() * 20);
  bool const limited = (flags & 1) != 0, renews = (flags & 2) != 0;
  options o{.base_url = "http://h", .credentials = medusa::api_token{token}, .timeout = timeout};
  if (limited) o.deadline = deadline;
  o.retry = {.max_retries = retries,
             .base_delay = duration(),  // no chance: both clients then wait as long
             .max_retry_after = duration::milliseconds(200),
             .repeat_unsafe = (flags & 4) != 0,
             .repeat_conflict = (flags & 8) != 0,
             .repeat_server_error = (flags & 16) != 0};

  outcome const a = blocking(o, in, which, renews);
  require(a.requests <= retries + 1 + (renews ? 1 : 0), "there are no more attempts than allowed");
  require(a.asked <= 1, "credentials are renewed once");
  if (limited) require(a.time <= deadline, "the deadline is kept");

  outcome const b = asynchronous(o, in, which, renews, true);
  // The one waits to the millisecond, the other for the next frame: time may be over for it alone.
  bool const late = medusa::stage_of(a.code) == medusa::stage::deadline ||
                    medusa::stage_of(b.code) == medusa::stage::deadline;
  if (!late && !limited)
    require(b.code == a.code && b.requests == a.requests && b.text == a.text,
            "both clients make the same of it");
  outcome const c = asynchronous(o, in, which, renews, false);
  require(c.requests <= retries + 1 + (renews ? 1 : 0) && c.asked <= 1,
          "also when answers come later");
  if (limited) require(c.time <= deadline + frame_of(which), "the deadline is kept then, too");
  return 0;
}
