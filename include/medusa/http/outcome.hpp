// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/http/retry_policy.hpp>
#include <medusa/http/status_row.hpp>

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

namespace detail {
inline constexpr status_row<outcome> outcomes[] = {
    {408, outcome::unknown},      {409, outcome::conflict}, {429, outcome::not_processed},
    {500, outcome::server_error}, {502, outcome::unknown},  {503, outcome::not_processed},
    {504, outcome::unknown}};
}  // namespace detail

/// What a status says about the request.
[[nodiscard]] constexpr outcome outcome_of_status(int status) noexcept {
  for (auto const& each : detail::outcomes)
    if (each.is_of(status)) return each.means;
  return outcome::answered;
}

/// Whether an attempt may be repeated. `repeatable`: doing the operation twice is doing it once.
[[nodiscard]] constexpr bool may_repeat(outcome o, bool repeatable,
                                        retry_policy const& policy) noexcept {
  if (o == outcome::conflict) return policy.repeat_conflict;
  if (o == outcome::unknown || o == outcome::server_error)
    if (!repeatable && !policy.repeat_unsafe) return false;
  return o == outcome::server_error ? policy.repeat_server_error : o != outcome::answered;
}

}  // namespace medusa::inline v0
