// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "reading.hpp"

namespace differential {

/// The double nearest to a number as it is spelled: the library's own arithmetic is not asked.
inline double nearest(std::string const& spelling) {
  return std::strtod(spelling.c_str(), nullptr);
}
inline bool spelled_whole(std::string_view spelling) {
  return spelling.find_first_of(".eE") == std::string_view::npos;
}
/// Whether a whole number, spelled without a fraction or an exponent, is greater than `most`, but for
/// its sign. Compared as text, which is exact.
inline bool magnitude_exceeds(std::string_view spelling, std::string_view most) {
  if (spelling.starts_with('-')) spelling.remove_prefix(1);
  return spelling.size() != most.size() ? spelling.size() > most.size() : spelling > most;
}
/// Whether it fits no std::int64_t.
inline bool beyond_int64(std::string_view spelling) {
  return magnitude_exceeds(
      spelling, spelling.starts_with('-') ? "9223372036854775808" : "9223372036854775807");
}
inline bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Whether two numbers are one. What is spelled as an integer must come as one if it fits 64 bits,
/// and all other numbers as the nearest double.
inline bool same_number(event const& ours, event const& theirs) {
  bool const whole = spelled_whole(ours.text);
  auto const* const integer = std::get_if<std::int64_t>(&ours.value);
  if (auto const* const n = std::get_if<std::int64_t>(&theirs.value))
    return whole && integer && *integer == *n;
  if (auto const* const n = std::get_if<std::uint64_t>(&theirs.value))
    return whole && !integer && beyond_int64(ours.text) && ours.text == std::to_string(*n);
  double const number = std::get<double>(theirs.value);
  if (!same_bits(number, nearest(ours.text))) return false;
  if (whole) return !integer && beyond_int64(ours.text);
  if (integer) return static_cast<double>(*integer) == number;
  constexpr double end = 0x1p63;
  return std::trunc(number) != number || number < -end || number >= end;
}

inline bool same(event const& ours, event const& theirs) {
  if (ours.is != theirs.is) return false;
  return ours.is == event::kind::number ? same_number(ours, theirs) : ours.text == theirs.text;
}

/// Of what two readers make of a document, the first event that differs, which may be the end of
/// one of them; 0 when only one of them accepts it.
inline std::optional<std::size_t> difference(reading const& ours, reading const& theirs) {
  if (ours.accepted != theirs.accepted) return 0;
  if (!ours.accepted) return std::nullopt;
  std::size_t i = 0;
  while (i < ours.events.size() && i < theirs.events.size() &&
         same(ours.events[i], theirs.events[i]))
    ++i;
  if (i == ours.events.size() && i == theirs.events.size()) return std::nullopt;
  return i;
}

/// What a reader tells at that place, for people.
inline std::string shown(reading const& r, std::size_t at) {
  if (!r.accepted) return "refuses it: " + r.why;
  if (at >= r.events.size()) return "is at its end";
  constexpr char const* kinds[] = {"null", "false", "true", "number", "string",
                                   "name", "[",     "]",    "{",      "}"};
  event const& e = r.events[at];
  std::string out = "tells " + std::string(kinds[static_cast<std::size_t>(e.is)]) + " " + e.text;
  if (auto const* const n = std::get_if<std::int64_t>(&e.value)) out += " = " + std::to_string(*n);
  if (auto const* const n = std::get_if<std::uint64_t>(&e.value)) out += " = " + std::to_string(*n);
  if (auto const* const n = std::get_if<double>(&e.value)) {
    char text[40];
    std::snprintf(text, sizeof text, " = %.17g", *n);
    out += text;
  }
  return out;
}

}  // namespace differential
