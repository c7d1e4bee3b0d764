// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "async_clock.hpp"
#include "async_list.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

// medusa/client/async_call.hpp

namespace medusa::inline v0::detail {

/// What has happened to a call.
enum class event : std::uint8_t {
  begun,
  answered,   ///< there is a result of the transport
  silent,     ///< the transport has let its time pass
  waited,     ///< the wait is over
  refreshed,  ///< there are new credentials, or a code says why not
  stopped,    ///< nothing can come of it any more; the code is the result
};

template <class Sent>
struct occurrence {
  event what;
  Sent* sent = nullptr;
  errc code{};
};

/// What a call waits for. Idle: it is not under way.
enum class async_phase : std::uint8_t { idle, sending, waiting, refreshing };

/// The state of one asynchronous call, whoever waits for its end: the request with all that it
/// views, the attempts, and what it waits for. `Driver` moves it on.
template <class Driver, class Sent>
struct async_call : async_list<async_call<Driver, Sent>>::node, waiter<Sent>, waiter<elapsed> {
  /// Reads what has happened; when that ends the call, tells whoever waits for it.
  using resume_function = void (*)(async_call&, occurrence<Sent> const&);

  constexpr async_call() noexcept
      : waiter<Sent>(
            [](waiter<Sent>& w, Sent& sent) {
              auto& self = static_cast<async_call&>(w);
              self.driver->happen(self, {.what = event::answered, .sent = &sent});
            },
            [](waiter<Sent>& w) {
              auto& self = static_cast<async_call&>(w);
              self.driver->happen(self, {.what = event::stopped, .code = errc::transport_failed});
            }),
        waiter<elapsed>(
            [](waiter<elapsed>& w, elapsed&) {
              auto& self = static_cast<async_call&>(w);
              self.driver->has_waited(self);
            },
            [](waiter<elapsed>& w) {
              auto& self = static_cast<async_call&>(w);
              self.driver->has_no_clock(self);
            }) {}
  constexpr ~async_call() {
    if (now != async_phase::idle) driver->leave(*this);
  }

  constexpr void revoke() noexcept {
    waiter<Sent>::revoke();
    waiter<elapsed>::revoke();
  }

  Driver* driver = nullptr;
  resume_function resume = nullptr;
  typename Driver::call_form const* form = nullptr;
  typename Driver::call_state state{};
  typename Driver::buffer_type buffer{};
  std::optional<typename Driver::attempts_type> attempts{};
  duration due{};  ///< when what it waits for has had its time
  async_phase now = async_phase::idle;
  step next = step::done;  ///< what the driver has to do; `done` is nothing
  bool watched = true;     ///< false: the clock has to be asked to tell when time has passed
  bool* ended = nullptr;   ///< of the function that drives it at present, to be set when it ends
  std::uint32_t signed_with = 0;  ///< which of the client's credentials
};

/// Copies behind a request, which lies at the beginning of `memory`, what it views of the caller's
/// options. The bytes that this takes when they are more than there are; 0 when all is done.
/// `most_signature` is how long the credential header can be that lies between them.
[[nodiscard]] constexpr std::size_t keep_options(request const& r, std::span<header> rows,
                                                 char* memory, std::size_t capacity,
                                                 call_options const& options,
                                                 std::size_t most_signature) noexcept {
  auto const views = [&](header const& row) {
    for (std::size_t i = 0; i < options.headers.size(); ++i)
      if (ascii::iequals(options.headers[i].name, row.name)) return true;
    return !options.idempotency_key.empty() && ascii::iequals(row.name, "Idempotency-Key");
  };
  std::size_t const count = r.headers.size();
  std::size_t more = 0;
  for (std::size_t i = 0; i < count; ++i)
    if (views(rows[i])) more += rows[i].name.size() + rows[i].value.size();
  if (more == 0) return 0;
  std::size_t at = r.url.size() + r.body.size() + most_signature;
  if (at + more > capacity) return at + more;
  auto const keep = [&](std::string_view& text) {
    for (std::size_t i = 0; i < text.size(); ++i) memory[at + i] = text[i];
    text = {memory + at, text.size()};
    at += text.size();
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (!views(rows[i])) continue;
    keep(rows[i].name);
    keep(rows[i].value);
  }
  return 0;
}

}  // namespace medusa::inline v0::detail
