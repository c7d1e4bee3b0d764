// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <medusa/core/duration.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/exchange/attempts.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>
#include <medusa/http/retry_policy.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/operation/parse.hpp>

namespace medusa {

/// One call as a state machine that does no I/O: what `attempts` decides, and what came of it. A driver
/// is a loop over `step`; `Read` is what makes a result of the last response: a function
/// `std::optional<failure> (R& response)`.
template <class Failure, class Read>
class basic_exchange {
 public:
  using failure_type = Failure;

  /// As for `attempts`.
  constexpr basic_exchange(medusa::request const& r, retry_policy const& policy, duration deadline,
                           bool repeatable, Read read)
      : attempts_(r, policy, deadline, repeatable), read_(std::move(read)) {}

  /// To be called once, first.
  [[nodiscard]] constexpr step begin(duration now) { return settle(attempts_.begin(now)); }

  /// The request of this attempt; its `timeout` is no longer than what the deadline leaves.
  [[nodiscard]] constexpr medusa::request const& request() const noexcept { return attempts_.request(); }

  /// The response to `request()`. It is read here; afterwards only `borrowed` results need it.
  template <class R>
  [[nodiscard]] constexpr step received(R& response, moment const& at) {
    int const status = response.status();
    answer const a{.status = status,
                   .body_size = std::string_view(response.body()).size(),
                   .retry_after = nth_header(response, "Retry-After", 0).value_or(""),
                   .date = nth_header(response, "Date", 0).value_or("")};
    if (settle(attempts_.received(a, at)) == step::wait) return step::wait;
    if (failure_) {
      failure_->status = status;
    } else {
      failure_ = read_(response);
      if (failure_) failure_->attempts = attempts_.count();
    }
    return step::done;
  }

  /// The transport gave an error in place of a response.
  [[nodiscard]] constexpr step failed(typename Failure::transport_error_type error, bool may_have_been_sent,
                                      moment const& at) {
    step const next = settle(attempts_.failed(may_have_been_sent, at));
    if (failure_) failure_->transport.emplace(std::move(error));
    return next;
  }

  /// How long to wait; less is not enough. A driver may look at `cancelled()` meanwhile.
  [[nodiscard]] constexpr duration delay() const noexcept { return attempts_.delay(); }
  [[nodiscard]] constexpr bool cancelled() const noexcept { return attempts_.cancelled(); }

  /// The wait is over, or was given up because of `cancelled()`.
  [[nodiscard]] constexpr step waited(duration now) { return settle(attempts_.waited(now)); }

  /// After `done`: why the call did not succeed; nothing when it did.
  [[nodiscard]] constexpr std::optional<failure_type>& failure() noexcept { return failure_; }

 private:
  constexpr step settle(step next) {
    if (auto const verdict = attempts_.verdict()) failure_.emplace(*verdict).attempts = attempts_.count();
    return next;
  }

  medusa::attempts attempts_;
  Read read_;
  std::optional<failure_type> failure_{};
};

/// Reads a response as the answer to `Op`, into `out`, which must outlive it.
template <operation Op, storage S, class Json, class TransportError>
struct operation_reader {
  typename Op::template result_type<S>* out;

  template <class R>
  [[nodiscard]] constexpr std::optional<failure<S, TransportError>> operator()(R& response) const {
    return read_response<Op, S, Json, TransportError>(response, *out);
  }
};

/// One call of an operation, for whoever moves the bytes. The request and `out` must outlive it. After
/// `done` without failure, `out` is the result; with one it is of no use.
template <operation Op, storage S, class Json, class TransportError>
class exchange
    : public basic_exchange<failure<S, TransportError>, operation_reader<Op, S, Json, TransportError>> {
  using reader = operation_reader<Op, S, Json, TransportError>;

 public:
  constexpr exchange(medusa::request const& r, retry_policy const& policy, duration deadline,
                     typename Op::template result_type<S>& out)
      : basic_exchange<failure<S, TransportError>, reader>(r, policy, deadline, Op::info.repeatable,
                                                           reader{.out = &out}) {}
};

}  // namespace medusa
