// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/static_string.hpp>

namespace medusa {

namespace detail {
/// What `std::chrono::time_point` looks like, without its header.
template <class P>
concept chrono_time_point = requires(P const& p) {
  { p.time_since_epoch() } -> chrono_duration;
};
}  // namespace detail

/// A point in time as the server writes it, `2026-11-23T06:56:10.386Z` (RFC 3339), and in
/// milliseconds since the Unix epoch. The server's database holds microseconds: a date that was read
/// is up to a millisecond before the stored one.
class timestamp {
 public:
  /// No date: what an answer that leaves the member out gives.
  constexpr timestamp() = default;

  /// From a `std::chrono::sys_time` of any precision, rounded up to milliseconds.
  template <detail::chrono_time_point P>
  constexpr timestamp(P const& point) noexcept : timestamp(from_unix_ms(duration(point.time_since_epoch()).count())) {}

  /// Years 0000 to 9999; beyond, the result has no value.
  [[nodiscard]] static constexpr timestamp from_unix_ms(std::int64_t ms) noexcept {
    timestamp t;
    std::int64_t const seconds = ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
    if (seconds < unix_seconds({.year = 0}) || seconds > unix_seconds({9999, 12, 31, 23, 59, 59})) return t;
    civil_time const c = to_civil(seconds);
    static_cast<void>(t.text_.resize(24));
    sink out(t.text_.data(), 24);
    auto const padded = [&out](std::int64_t value, int digits) {
      for (std::int64_t unit = digits == 4 ? 1000 : digits == 3 ? 100 : 10; unit > 0; unit /= 10)
        out.append(static_cast<char>('0' + value / unit % 10));
    };
    padded(c.year, 4), out.append('-'), padded(c.month, 2), out.append('-'), padded(c.day, 2);
    out.append('T'), padded(c.hour, 2), out.append(':'), padded(c.minute, 2), out.append(':');
    padded(c.second, 2), out.append('.'), padded(ms - seconds * 1000, 3), out.append('Z');
    t.ms_ = ms;
    return t;
  }

  /// Replaces it by an RFC 3339 date-time of at most 35 bytes. Digits of the second beyond the third
  /// stay in the text only. False, with nothing changed, for anything else.
  [[nodiscard]] constexpr bool parse(std::string_view text) noexcept;

  [[nodiscard]] constexpr bool has_value() const noexcept { return !text_.empty(); }
  constexpr explicit operator bool() const noexcept { return has_value(); }
  /// As it was written.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  [[nodiscard]] constexpr char const* c_str() const noexcept { return text_.c_str(); }
  [[nodiscard]] constexpr std::int64_t unix_ms() const noexcept { return ms_; }

  /// By the point in time; two spellings of it are equal, and no date comes first.
  friend constexpr bool operator==(timestamp const& a, timestamp const& b) noexcept {
    return a.has_value() == b.has_value() && a.ms_ == b.ms_;
  }
  friend constexpr std::strong_ordering operator<=>(timestamp const& a, timestamp const& b) noexcept {
    auto const presence = a.has_value() <=> b.has_value();
    return presence != 0 ? presence : a.ms_ <=> b.ms_;
  }

 private:
  static_string<35> text_{};
  std::int64_t ms_ = 0;
};

constexpr bool timestamp::parse(std::string_view text) noexcept {
  if (text.size() < 20 || text.size() > decltype(text_)::capacity()) return false;
  bool ok = true;
  auto const number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
      ok = ok && i < text.size() && ascii::is_digit(text[i]);
      value = ok ? value * 10 + (text[i] - '0') : 0;
    }
    return value;
  };
  auto const literal = [&](std::size_t at, char c) { ok = ok && at < text.size() && ascii::lower(text[at]) == c; };
  civil_time const c{number(0, 4), number(5, 2), number(8, 2), number(11, 2), number(14, 2), number(17, 2)};
  literal(4, '-'), literal(7, '-'), literal(10, 't'), literal(13, ':'), literal(16, ':');
  if (!ok || !is_valid(c)) return false;

  std::size_t at = 19;
  std::int64_t ms = 0;
  if (text[at] == '.') {
    std::size_t const first = ++at;
    for (int unit = 100; at < text.size() && ascii::is_digit(text[at]); ++at, unit /= 10)
      ms += unit * (text[at] - '0');
    if (at == first) return false;
  }
  std::int64_t offset = 0;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
    int const hours = number(at + 1, 2);
    int const minutes = number(at + 4, 2);
    literal(at + 3, ':');
    offset = (hours * 60 + minutes) * (text[at] == '-' ? -60 : 60);
    ok = ok && hours <= 23 && minutes <= 59;
    at += 6;
  } else {
    literal(at, 'z');
    ++at;
  }
  if (!ok || at != text.size() || !text_.assign(text)) return false;
  ms_ = (unix_seconds(c) - offset) * 1000 + ms;
  return true;
}

}  // namespace medusa
