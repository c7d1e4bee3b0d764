// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/http/retry_policy.hpp>

namespace medusa::inline v0 {

/// What became of an attempt, as far as repeating it is concerned.
enum class outcome : std::uint8_t {
  answered,       ///< success, or a refusal that will not change
  not_sent,       ///< the server cannot have seen the request
  not_processed,  ///< the server says that it did nothing: 429, 503
  unknown,        ///< the server may have done it: a broken connection, 408, 502, 504
  conflict,       ///< 409
  server_error,   ///< 500: Medusa's answer to much bad input, too
};

/// What a status says about the request.
[[nodiscard]] constexpr outcome outcome_of_status(int status) noexcept {
  switch (status) {
    case 429:
    case 503: return outcome::not_processed;
    case 408:
    case 502:
    case 504: return outcome::unknown;
    case 409: return outcome::conflict;
    case 500: return outcome::server_error;
    default: return outcome::answered;
  }
}

/// Whether an attempt may be repeated. `repeatable`: doing the operation twice is doing it once.
[[nodiscard]] constexpr bool may_repeat(outcome o, bool repeatable,
                                        retry_policy const& policy) noexcept {
  bool const harmless = repeatable || policy.repeat_unsafe;
  switch (o) {
    case outcome::answered: break;
    case outcome::not_sent:
    case outcome::not_processed: return true;
    case outcome::unknown: return harmless;
    case outcome::conflict: return policy.repeat_conflict;
    case outcome::server_error: return policy.repeat_server_error && harmless;
  }
  return false;
}

}  // namespace medusa::inline v0
