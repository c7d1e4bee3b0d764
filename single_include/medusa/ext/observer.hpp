// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

// medusa/ext/observer.hpp

namespace medusa::ext {

/// A request that is about to be sent, and why it is sent again. It holds no secret of the API: those are in
/// headers and bodies.
struct attempt {
  medusa::method method{};
  std::string_view target{};         ///< path and query; a view, for the time of the observer's call
  std::uint32_t number = 1;          ///< of this request, from 1
  /// The rest is of the attempt before, and only if `number` is not 1.
  std::optional<outcome> reason{};   ///< what became of it
  int status = 0;                    ///< what the server answered; 0 when the transport failed
  duration delay{};                  ///< waited since
};

/// Calls `f(attempt const&)` before every request that a blocking client sends. It is a transport and a clock
/// around yours (referenced if they are lvalues), and has to be both to the client:
///
///     medusa::ext::observer watched{http, clock, [](medusa::ext::attempt const& a) { … }};
///     medusa::admin::client client{watched, {.base_url = …, .retry = {.max_retries = 3}}, watched};
///
/// An attempt is the next of a request if the client has waited since the last and the request is the same in
/// method, target, idempotency key and body. So one that a call gave up while it waited is counted on when the very
/// same call follows, and one that is sent again at once, with renewed credentials, counts as another. What `f` throws
/// passes through.
template <class Transport, class Clock, class F>
class observer {
 public:
  template <class T, class C>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&>
  constexpr observer(T&& transport, C&& clock, F f)
      : transport_(std::forward<T>(transport)), clock_(std::forward<C>(clock)), f_(std::move(f)) {}

  constexpr auto send(request const& r) {
    std::uint64_t const mark = mark_of(r);
    attempt now{.method = r.method, .target = r.target};
    if (waited_ && mark == mark_) now = {r.method, r.target, number_ + 1, reason_, status_, *waited_};
    number_ = now.number;
    mark_ = mark;
    waited_.reset();
    f_(std::as_const(now));
    auto sent = transport_.send(r);
    status_ = 0;
    if (sent) {
      status_ = (*sent).status();
      reason_ = outcome_of_status(status_);
    } else {
      reason_ = medusa::detail::may_have_been_sent(sent.error()) ? outcome::unknown : outcome::not_sent;
    }
    return sent;
  }

  [[nodiscard]] constexpr duration now() { return clock_.now(); }
  constexpr void wait(duration d) {
    waited_ = waited_.value_or(duration()) + d;
    clock_.wait(d);
  }
  [[nodiscard]] constexpr std::uint64_t random() { return clock_.random(); }
  [[nodiscard]] constexpr auto unix_time()
    requires medusa::detail::clock_with_unix_time<std::remove_reference_t<Clock>>
  {
    return clock_.unix_time();
  }

 private:
  /// FNV-1a.
  [[nodiscard]] static constexpr std::uint64_t mark_of(request const& r) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (std::string_view const text : {to_string(r.method), r.target, r.header("Idempotency-Key").value_or(""), r.body}) {
      for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
      hash = (hash ^ 0xFFu) * 0x100000001B3u;  // no byte of UTF-8
    }
    return hash;
  }

  Transport transport_;
  Clock clock_;
  F f_;
  std::uint64_t mark_ = 0;
  std::uint32_t number_ = 0;
  std::optional<outcome> reason_{};
  int status_ = 0;
  std::optional<duration> waited_{};
};

template <class T, class C, class F>
observer(T&&, C&&, F) -> observer<T, C, F>;

}  // namespace medusa::ext
