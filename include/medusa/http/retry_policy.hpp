// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/core/duration.hpp>

namespace medusa::inline v0 {

/// When and how often a call is repeated. Off by default, as in the official client.
///
/// After *not sent* and *not processed* (429, 503) every operation is repeated. After *unknown* (a
/// connection that broke, 408, 502, 504) only those are that change nothing more when repeated. The
/// wait before repetition k is random in [0, min(max_delay, base_delay * 2^(k-1))] ("full jitter"),
/// or what the server asks for in `Retry-After`.
struct retry_policy {
  /// Repetitions after the first attempt.
  std::uint32_t max_retries = 0;
  /// Upper bound of the first wait; the official client's first wait is as long.
  duration base_delay = duration::milliseconds(500);
  /// Upper bound of every wait but one that the server asks for.
  duration max_delay = duration::seconds(8);
  /// A longer `Retry-After` counts as this long; the official client gives up beyond as much.
  duration max_retry_after = duration::seconds(300);
  /// Also repeat create_user, reset_password, send_reset_password_token and the logins when it is
  /// unknown whether the server has done them: they may then happen twice.
  bool repeat_unsafe = false;
  /// Also repeat after 409.
  bool repeat_conflict = false;
  /// Also repeat after 500, where repeating is harmless or `repeat_unsafe` is set. Medusa answers
  /// 500 to much bad input, so this rarely helps.
  bool repeat_server_error = false;
};

}  // namespace medusa::inline v0
