// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/calendar.hpp>
#include <medusa/core/same_bytes.hpp>

namespace medusa::inline v0::detail {

inline constexpr std::size_t usual_date_size = 24;

/// Whether so many bytes have the one form in which servers write dates, with months up to 12, days
/// up to `MostDays` and a time of day that exists.
///
/// Eight bytes at a time, by sums that reach the high bit of a byte that is too much: `room` is what
/// a digit, or none, leaves below it, and `pair_room` what two digits do.
template <char MostDays>
[[nodiscard]] inline bool has_usual_form(char const* text) noexcept {
  constexpr char form[] = "0000-00-00T00:00:00.000Z";
  constexpr char room[] = "vvvv\x7Fvv\x7Fvv\x7Fvv\x7Fvv\x7Fvv\x7Fvvv\x7F";  // 0x7F - 9 is a v
  constexpr char least[usual_date_size] = {0, 0, 0, 0, 0, 1, 0, 0, 1};
  constexpr char month = 0x7F - 12 + 1, day = 0x7F - MostDays + 1;  // from which the least is taken
  constexpr char hour = 0x7F - 23, minute = 0x7F - 59, second = 0x7F - 60;
  constexpr char pair_room[] = {0, 0, 0,      0, 0, month,  0, 0, day, 0, 0, hour,
                                0, 0, minute, 0, 0, second, 0, 0, 0,   0, 0, 0};
  constexpr std::uint64_t high = ~std::uint64_t{0} / 0xFF * 0x80;
  std::uint64_t wrong = 0;
  for (std::size_t at = 0; at != usual_date_size; at += 8) {
    auto const word = [at](char const* of) { return word_at<std::uint64_t>(of + at); };
    std::uint64_t const digits = word(text) ^ word(form);
    std::uint64_t const next =
        std::endian::native == std::endian::little ? digits >> 8 : digits << 8;
    std::uint64_t const pairs = digits * 10 + next - word(least);
    wrong |= digits | (digits + word(room)) | pairs | (pairs + word(pair_room));
  }
  return (wrong & high) == 0;
}

/// Whether it is a date that exists, in that form: `2026-11-23T06:56:10.386Z`. False for other
/// forms. Not for constant evaluation.
[[nodiscard]] inline bool is_usual_date(std::string_view text) noexcept {
  if (text.size() != usual_date_size) return false;
  if (has_usual_form<28>(text.data())) return true;
  if (!has_usual_form<31>(text.data())) return false;
  auto const two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  return two(8) <= days_in_month(two(0) * 100 + two(2), two(5));
}

}  // namespace medusa::inline v0::detail
