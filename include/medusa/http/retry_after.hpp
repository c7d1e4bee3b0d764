// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/http/http_date.hpp>

namespace medusa::inline v0 {

namespace detail {
/// As `parse_retry_after`, in milliseconds; negative when nothing is asked for. `now` may be
/// `no_seconds`.
[[nodiscard]] constexpr std::int64_t read_retry_after(std::string_view const& field,
                                                      std::int64_t now) noexcept {
  constexpr std::int32_t most = 1'000'000'000;  // more than any cap
  std::string_view const text = ascii::trim(field);
  std::int32_t seconds = text.empty() ? -1 : 0;
  for (char const c : text) {
    if (!ascii::is_digit(c)) {
      std::int64_t const date = read_http_date(text);
      seconds = date == no_seconds || now == no_seconds ? -1 : 0;
      if (seconds == 0 && date > now) {
        auto const ahead = static_cast<std::uint64_t>(date) - static_cast<std::uint64_t>(now);
        seconds = ahead > most ? most : static_cast<std::int32_t>(ahead);
      }
      break;
    }
    if (seconds < most / 10) seconds = seconds * 10 + (c - '0');
  }
  return std::int64_t{seconds} * 1000;
}
}  // namespace detail

/// The wait that `Retry-After` asks for (RFC 9110 section 10.2.3): whole seconds, or an HTTP date,
/// which is measured from `now` (seconds since the Unix epoch; nothing when nobody knows the time).
/// A date that is past is no wait. Nothing is returned for what is neither, and for a date without
/// `now`. A wait of more than 10^9 seconds comes out
/// smaller, yet longer than any cap.
[[nodiscard]] constexpr std::optional<duration> parse_retry_after(
    std::string_view text, std::optional<std::int64_t> now) noexcept {
  std::int64_t const wait = detail::read_retry_after(text, now.value_or(detail::no_seconds));
  if (wait < 0) return std::nullopt;
  return duration::milliseconds(wait);
}

}  // namespace medusa::inline v0
