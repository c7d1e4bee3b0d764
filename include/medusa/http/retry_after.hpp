// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/http/http_date.hpp>

namespace medusa {

/// The wait that `Retry-After` asks for (RFC 9110 section 10.2.3): whole seconds, or an HTTP date,
/// which is measured from `now` (seconds since the Unix epoch; nothing when nobody knows the time).
/// A date that is past is no wait. Nothing is returned for what is neither, and for a date without
/// `now`. Seconds beyond 10^12 come out smaller, yet longer than any wait.
[[nodiscard]] constexpr std::optional<duration> parse_retry_after(std::string_view text,
                                                                  std::optional<std::int64_t> now) noexcept {
  text = ascii::trim(text);
  if (text.empty()) return std::nullopt;
  std::int64_t seconds = 0;
  for (char const c : text) {
    if (!ascii::is_digit(c)) {
      auto const date = parse_http_date(text);
      if (!date || !now) return std::nullopt;
      duration const wait = duration::seconds(*date) - duration::seconds(*now);
      return wait > duration() ? wait : duration();
    }
    // More than any cap: stop counting before it overflows.
    if (seconds < 1'000'000'000'000) seconds = seconds * 10 + (c - '0');
  }
  return duration::seconds(seconds);
}

}  // namespace medusa
