// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "asker.hpp"
#include "async_base.hpp"
#include "async_call.hpp"
#include "async_clock.hpp"
#include "async_driving.hpp"
#include "async_list.hpp"
#include "async_transport.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

// medusa/client/async_core.hpp

namespace medusa::inline v0::admin {

/// Moves the calls of an asynchronous client on, whoever waits for them.
///
/// A call is driven by one function at a time: what happens to it while that function is on the
/// stack (a transport that answers at once, say) is only noted, so that retries need no recursion.
/// Whatever ends a call may end the client with it; nothing of either is looked at afterwards.
template <class Transport, class Json, class Storage, class Clock, class Provider>
class async_core : public async_base<Transport, Json, Storage, Clock, Provider> {
  using base = async_base<Transport, Json, Storage, Clock, Provider>;

 public:
  using sent_type = typename std::remove_reference_t<Transport>::result_type;
  using call = detail::async_call<async_core, sent_type>;
  using occurrence = detail::occurrence<sent_type>;
  using event = detail::event;
  using phase = detail::async_phase;
  using typename base::attempts_type;
  using typename base::buffer_type;
  using typename base::call_form;
  using typename base::call_state;
  using typename base::slot_type;

  using base::base;
  async_core(async_core const&) = delete;
  async_core& operator=(async_core const&) = delete;

  /// Makes the request of a call; `begin` tells what went wrong. Nothing that `op` and `options`
  /// view is looked at afterwards but the cancellation flag.
  constexpr void prepare_call(call& c, call_form const& form, detail::erased const& op,
                              call_options const& options) {
    c.driver = this;
    c.form = &form;
    c.attempts.reset();
    for (;;) {
      this->prepare(c.buffer, form.request, op, options, c.state);
      if (c.state.errors.failed()) return;
      std::size_t const needed = detail::keep_options(
          c.state.request, c.buffer.headers(), c.buffer.data(), c.buffer.capacity(), options,
          base::before_credentials + this->credentials().value().reveal().size());
      if (needed == 0) break;
      if (c.buffer.grow(needed)) continue;
      return static_cast<void>(c.state.errors.fail(errc::buffer_too_small, "request", needed));
    }
    c.attempts.emplace(this->begin_attempts(c.state.request, form.request, options));
    if constexpr (base::has_provider) c.signed_with = this->generation_;
  }

  /// Begins a prepared call.
  constexpr void begin(call& c) {
    calls_.add(c);
    c.now = phase::sending;
    happen(c, {.what = event::begun});
  }

  /// Something has happened to a call.
  constexpr void happen(call& c, occurrence const& o) {
    if (c.ended != nullptr) return c.resume(c, o);
    detail::async_driving d(*this, c);
    c.resume(c, o);
    d.run();
  }

  /// The clock has run the handler of a call.
  constexpr void has_waited(call& c) {
    if (look_at(c)) return;
    c.watched = false;  // there is time left: the clock is asked again
    if (c.ended != nullptr) return;
    detail::async_driving d(*this, c);
    d.run();
  }

  /// The clock has dropped the handler of a call.
  constexpr void has_no_clock(call& c) {
    if (c.now == phase::waiting) happen(c, {.what = event::stopped, .code = errc::cancelled});
  }

  /// What a call comes to. True when it has ended, with `out` or a failure; it then belongs to
  /// nobody.
  [[nodiscard]] constexpr bool advance(call& c, occurrence const& o, detail::erased const& out,
                                       slot_type& failed) {
    step next = step::done;
    if (!c.attempts) failed.emplace().set(c.state.errors.error());
    else next = react(c, o, {{.self = this, .form = c.form, .out = &out}, failed, *c.attempts});
    if (next == step::wait) c.due = this->clock_.now() + c.attempts->delay();
    c.next = next;
    if (next == step::done) leave(c);
    return next == step::done;
  }

  /// Has nothing happen to a call any more.
  constexpr void leave(call& c) noexcept {
    c.revoke();
    calls_.remove(c);
    c.now = phase::idle;
    base::forget(c.buffer, c.state);
    if (c.ended != nullptr) *std::exchange(c.ended, nullptr) = true;
  }

  /// Does what can be done without waiting: has the transport poll, if it can, and looks at the
  /// time limits, waits and cancellation flags of the calls. Once per frame, say. O(calls under
  /// way).
  constexpr void poll() {
    if (polling_) return;
    polling p(*this);
    if constexpr (detail::polled<std::remove_reference_t<Transport>>) this->transport_.poll();
    if (!p.at.alive()) return;
    p.at.rewind();
    while (call* const c = p.at.next()) static_cast<void>(look_at(*c));
  }

 protected:
  /// Ends all calls as cancelled, and every one that is begun from now on.
  constexpr void close() {
    closing_ = true;
    while (call* const c = calls_.first())
      give_up(*c, {.what = event::stopped, .code = errc::cancelled});
  }

 private:
  /// Whether the clock tells by itself when time has passed; else somebody has to poll.
  static constexpr bool tells_time = async_clock<std::remove_reference_t<Clock>>;
  using list = detail::async_list<call>;
  using exchange_type =
      basic_exchange<typename base::failure_type, typename base::reader, attempts_type&>;

  struct polling {
    constexpr explicit polling(async_core& core) noexcept : at(core.calls_), core_(&core) {
      core.polling_ = true;
    }
    polling(polling const&) = delete;
    polling& operator=(polling const&) = delete;
    constexpr ~polling() {
      if (at.alive()) core_->polling_ = false;
    }
    typename list::cursor at;

   private:
    async_core* core_;
  };

  constexpr step react(call& c, occurrence const& o, exchange_type e) {
    switch (o.what) {
      case event::begun: return closing_ ? e.stop(errc::cancelled) : e.begin(this->clock_.now());
      case event::answered: break;
      case event::silent: return e.silent(this->this_moment());
      case event::waited: return e.waited(this->clock_.now());
      case event::refreshed:
        if constexpr (base::has_provider) return refreshed(c, o.code, e);
        break;
      case event::stopped: return e.stop(o.code);
    }
    moment const at = this->this_moment();
    sent_type& sent = *o.sent;
    if (sent) {
      auto&& response = *sent;
      return e.received(response, at);
    }
    bool const maybe = detail::may_have_been_sent(sent.error());
    return e.failed(std::move(sent.error()), maybe, at);
  }

  constexpr step refreshed(call& c, errc code, exchange_type& e) {
    std::optional<errc> problem{};
    if (code != errc{}) problem = code;
    else problem = this->sign_again(c.state, c.buffer.headers());
    return e.refreshed(problem, this->clock_.now());
  }

  constexpr void act(call& c, step next) {
    c.watched = !tells_time;
    if (next == step::send) {
      c.now = phase::sending;
      if constexpr (tells_time) c.due = this->clock_.now() + c.attempts->request().timeout;
      this->transport_.send(c.attempts->request(), async_handler<sent_type>(c));
    } else if (next == step::wait) {
      c.now = phase::waiting;
    } else if constexpr (base::has_provider) {
      c.now = phase::refreshing;
      if constexpr (tells_time) c.due = c.attempts->deadline();
      if (c.signed_with != this->generation_) return happen(c, {.what = event::refreshed});
      asker_.ask(*this);
    }
  }

  /// Has the clock tell when a call has waited long enough: for the transport, for the next attempt
  /// or for new credentials. What may last forever is looked at only if it can be cancelled.
  constexpr void watch(call& c) {
    c.watched = true;
    if constexpr (tells_time) {
      if (c.due < duration::max() || c.state.request.cancel.possible())
        this->clock_.wait(base::slice(c.due - this->clock_.now(), c.state.request),
                          async_handler<elapsed>(c));
    }
  }

  /// Ends what has lasted long enough. False when nothing has.
  [[nodiscard]] constexpr bool look_at(call& c) {
    if (c.next != step::done) return false;  // its driver is on the stack
    duration const now = this->clock_.now();
    if (c.now == phase::sending && c.attempts->overdue(now))
      return give_up(c, {.what = event::silent}), true;
    bool const waited = c.now == phase::waiting && (now >= c.due || c.attempts->cancelled());
    bool const late = c.now == phase::refreshing && c.attempts->expired(now);
    if (waited || late) give_up(c, {.what = event::waited});
    return waited || late;
  }

  constexpr void give_up(call& c, occurrence const& o) {
    c.revoke();
    happen(c, o);
  }

  /// The calls that wait for the provider, one after the other.
  struct refreshing {
    constexpr explicit refreshing(async_core& core) noexcept : core_(&core), at_(core.calls_) {
      at_.rewind();
    }
    constexpr ~refreshing() {
      // After an exception nothing else would end them.
      while (call* const c = next())
        core_->give_up(*c, {.what = event::stopped, .code = errc::transport_failed});
    }
    constexpr call* next() noexcept {
      while (call* const c = at_.next())
        if (c->now == phase::refreshing) return c;
      return nullptr;
    }

   private:
    async_core* core_;
    typename list::cursor at_;
  };

  friend detail::asker<async_core>;
  friend detail::async_driving<async_core>;
  /// The provider has answered: all calls that wait for it go on.
  constexpr void renewed(std::optional<medusa::credentials> const& given) {
    refreshing calls(*this);
    std::optional<errc> const problem = this->renew(given);
    while (call* const c = calls.next())
      happen(*c, {.what = event::refreshed, .code = problem.value_or(errc{})});
  }
  constexpr auto& provider() noexcept { return this->provider_; }

  list calls_{};
  [[no_unique_address]] std::conditional_t<base::has_provider, detail::asker<async_core>,
                                           typename base::nothing> asker_{};
  bool polling_ = false;
  bool closing_ = false;
};

}  // namespace medusa::inline v0::admin
