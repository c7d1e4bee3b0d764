// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/duration.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/exchange/attempts.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>
#include <medusa/http/retry_policy.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/failure_slot.hpp>
#include <medusa/operation/answer.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0 {

namespace detail {
template <class Attempts>
concept refreshes = requires(Attempts& a) { a.refreshed(std::optional<errc>(), duration()); };
}  // namespace detail

/// One call as a state machine that does no I/O: what `attempts` decides, and what came of it. A
/// driver is a loop over `step`. `Read` makes a result of the last response: a function `bool (R&
/// response, detail::failure_slot<Failure>& failed)`, false when it has put a failure there.
/// Nothing of a call lives here but in the attempts: a driver that waits elsewhere makes one for
/// each event.
template <class Failure, class Read, class Attempts = attempts>
class basic_exchange {
 public:
  using failure_type = Failure;

  /// The attempts, and `failed`, where a failure goes, must outlive it.
  template <class... A>
  constexpr basic_exchange(Read read, detail::failure_slot<Failure>& failed, A&&... a)
      : attempts_(std::forward<A>(a)...), read_(std::move(read)), slot_(&failed) {}

  /// To be called once, first.
  [[nodiscard]] constexpr step begin(duration now) { return settle(attempts_.begin(now)); }

  /// The request of this attempt; its `timeout` is no longer than what the deadline leaves.
  [[nodiscard]] constexpr medusa::request const& request() const noexcept {
    return attempts_.request();
  }

  /// The response to `request()`. It is read here; afterwards only `borrowed` results need it.
  template <class R>
  [[nodiscard]] constexpr step received(R& response, moment const& at) {
    step const next = settle(judge(response, at));
    if (next != step::done) return next;
    if (slot_->made != nullptr) slot_->made->status = response.status();
    else if (!read_(response, *slot_)) slot_->made->attempts = attempts_.count();
    return step::done;
  }

  /// The transport gave an error in place of a response.
  [[nodiscard]] constexpr step failed(typename Failure::transport_error_type error,
                                      bool may_have_been_sent, moment const& at) {
    step const next = settle(attempts_.failed(may_have_been_sent, at));
    if (slot_->made != nullptr) slot_->made->transport.emplace(std::move(error));
    return next;
  }

  /// Nothing came of the request, not even an error, in the time that it had.
  [[nodiscard]] constexpr step silent(moment const& at) {
    return settle(attempts_.failed(true, at));
  }

  /// How long to wait; less is not enough. A driver may look at `cancelled()` meanwhile.
  [[nodiscard]] constexpr duration delay() const noexcept { return attempts_.delay(); }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return attempts_.cancelled(); }

  /// The wait is over, or was given up because of `cancelled()`.
  [[nodiscard]] constexpr step waited(duration now) { return settle(attempts_.waited(now)); }

  /// New credentials are in the request; or why they are not, and the call is over.
  [[nodiscard]] constexpr step refreshed(std::optional<errc> problem, duration now) {
    step const next = settle(attempts_.refreshed(problem, now));
    if (problem) slot_->made->status = 401;
    return next;
  }

  /// The driver gives up.
  constexpr step stop(errc code) { return settle(attempts_.stop(code)); }

 private:
  template <class R>
  constexpr step judge(R const& response, moment const& at) {
    answer a{.status = response.status(), .body_size = std::string_view(response.body()).size()};
    // No status below is repeated.
    if (std::remove_reference_t<Attempts>::repeats && a.status >= 400) {
      using std::string_view_literals::operator""sv;
      if (auto const field = nth_header(response, "Retry-After"sv, 0)) a.retry_after = *field;
      if (auto const field = nth_header(response, "Date"sv, 0)) a.date = *field;
    }
    return attempts_.received(a, at);
  }
  constexpr step settle(step next) {
    if (errc const verdict = attempts_.verdict(); verdict != errc{}) {
      Failure& failure = slot_->emplace();
      failure.code = verdict;
      failure.attempts = attempts_.count();
    }
    return next;
  }

  Attempts attempts_;
  Read read_;
  detail::failure_slot<Failure>* slot_;
};

namespace detail {

/// Reads a response as the answer to an operation, whose type is gone.
template <class Json>
struct answer_reader {
  answer_form<typename Json::value> const* form;
  erased const* out;
  template <class R, class Failure>
  [[nodiscard]] constexpr bool operator()(R& response, failure_slot<Failure>& failed) const {
    return read_answer<Json>(response, *form, *out, failed);
  }
};

/// What an exchange owns: made before the machine that points at it.
template <class Failure, class T>
struct exchange_state {
  constexpr exchange_state(medusa::request const& r, retry_policy const& policy, duration deadline,
                           bool repeatable, T& out)
      : own_request_(r),
        own_policy_(policy),
        own_attempts_(own_request_, own_policy_, deadline, repeatable),
        out_(out) {}
  medusa::request own_request_;
  retry_policy own_policy_;
  attempts own_attempts_;
  std::optional<Failure> failure_{};
  optional_slot<Failure> own_slot_{failure_};
  erased_pointer<T> out_;
};

}  // namespace detail

/// One call of an operation, for whoever moves the bytes. What the request views and `out` must
/// outlive it. After `done` without failure, `out` is the result; with one it is of no use. It
/// stays where it was made.
template <operation Op, storage S, class Json, class TransportError,
          class T = typename Op::template result_type<S>>
class exchange
    : detail::exchange_state<medusa::failure<S, TransportError>, T>,
      public basic_exchange<medusa::failure<S, TransportError>, detail::answer_reader<Json>> {
  using state = detail::exchange_state<medusa::failure<S, TransportError>, T>;
  using machine = basic_exchange<medusa::failure<S, TransportError>, detail::answer_reader<Json>>;

 public:
  constexpr exchange(medusa::request const& r, retry_policy const& policy, duration deadline,
                     T& out)
      : state(r, policy, deadline, Op::info.repeatable, out),
        machine({.form = &detail::answer_form_of<Op, T, typename Json::value>, .out = &this->out_},
                this->own_slot_, this->own_attempts_) {}
  exchange(exchange const&) = delete;
  exchange& operator=(exchange const&) = delete;

  /// After `done`: why the call did not succeed; nothing when it did.
  [[nodiscard]] constexpr std::optional<medusa::failure<S, TransportError>>& failure() noexcept {
    return this->failure_;
  }
};

}  // namespace medusa::inline v0
