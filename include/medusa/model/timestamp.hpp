// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/calendar.hpp>
#include <medusa/core/date_form.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/static_string.hpp>

namespace medusa::inline v0 {

namespace detail {
/// What `std::chrono::time_point` looks like, without its header.
template <class P>
concept chrono_time_point = requires(P const& p) {
  { p.time_since_epoch() } -> chrono_duration;
};

/// Whether a text is a date-time of RFC 3339 section 5.6.
[[nodiscard]] constexpr bool is_rfc3339(std::string_view const& text) noexcept {
  date_reader in(text);
  in.read("1-2-3t4:5:6");
  if (in.peek() == '.') {
    do ++in.at;
    while (ascii::is_digit(in.peek()));
    if (in.at[-1] == '.') return false;
  }
  char const sign = in.peek();
  bool const offset = sign == '+' || sign == '-';
  if (offset) ++in.at;
  in.read(offset ? "4:5" : "z");
  return in.exists();
}

/// Milliseconds since the Unix epoch, of such a text.
[[nodiscard]] constexpr std::int64_t rfc3339_ms(std::string_view const& text) noexcept {
  date_reader in(text);
  in.read("1-2-3t4:5:6");
  std::int64_t const seconds = unix_seconds(in.date());
  int ms = 0;
  if (in.peek() == '.') {
    ++in.at;
    for (int unit = 100; ascii::is_digit(in.peek()); ++in.at, unit /= 10)
      ms += unit * (*in.at - '0');
  }
  char const sign = in.peek();
  if (sign != '+' && sign != '-') return seconds * 1000 + ms;
  ++in.at;
  in.read("4:5");
  int const ahead = (in.parts[3] * 60 + in.parts[4]) * 60;
  return (seconds - (sign == '+' ? ahead : -ahead)) * 1000 + ms;
}

struct usual_value;
}  // namespace detail

class decoder;

/// A point in time as the server writes it, `2026-11-23T06:56:10.386Z` (RFC 3339), and in
/// milliseconds since the Unix epoch. The server's database holds microseconds: a date that was
/// read is up to a millisecond before the stored one.
class timestamp {
 public:
  /// Bytes of the longest date that is taken.
  static constexpr std::size_t max_size = 35;

  /// No date: what an answer that leaves the member out gives.
  constexpr timestamp() noexcept {}  // not defaulted: see static_string

  /// From a `std::chrono::sys_time` of any precision, rounded up to milliseconds.
  template <detail::chrono_time_point P>
  constexpr timestamp(P const& point) noexcept
      : timestamp(from_unix_ms(duration(point.time_since_epoch()).count())) {}

  /// Years 0000 to 9999; beyond, the result has no value.
  [[nodiscard]] static constexpr timestamp from_unix_ms(std::int64_t ms) noexcept {
    timestamp t;
    std::int64_t const seconds = ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
    if (seconds < unix_seconds({.year = 0}) || seconds > unix_seconds({9999, 12, 31, 23, 59, 59}))
      return t;
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
    return t;
  }

  /// Replaces it by an RFC 3339 date-time of at most `max_size` bytes. Digits of the second beyond
  /// the third stay in the text only. False, with nothing changed, for anything else.
  [[nodiscard]] constexpr bool parse(std::string_view text) noexcept {
    return text.size() <= max_size && detail::is_rfc3339(text) && text_.assign(text);
  }

  [[nodiscard]] constexpr bool has_value() const noexcept { return !text_.empty(); }
  constexpr explicit operator bool() const noexcept { return has_value(); }
  /// As it was written.
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
  [[nodiscard]] constexpr char const* c_str() const noexcept { return text_.c_str(); }
  /// Milliseconds since the Unix epoch, 0 without a date. Read from the text, which takes about as
  /// long as comparing two of them: most dates are shown, and not reckoned with.
  [[nodiscard]] constexpr std::int64_t unix_ms() const noexcept {
    return has_value() ? detail::rfc3339_ms(text_) : 0;
  }

  /// By the point in time; two spellings of it are equal, and no date comes first.
  friend constexpr bool operator==(timestamp const& a, timestamp const& b) noexcept {
    return a.has_value() == b.has_value() && (a.text_ == b.text_ || a.unix_ms() == b.unix_ms());
  }
  friend constexpr std::strong_ordering operator<=>(timestamp const& a,
                                                    timestamp const& b) noexcept {
    auto const presence = a.has_value() <=> b.has_value();
    return presence != 0 ? presence : a.unix_ms() <=> b.unix_ms();
  }

 private:
  friend decoder;  // fills it
  friend detail::usual_value;
  static_string<max_size> text_{};
};

}  // namespace medusa::inline v0
