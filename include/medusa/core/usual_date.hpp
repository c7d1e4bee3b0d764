// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/calendar.hpp>
#include <medusa/core/same_bytes.hpp>

namespace medusa::inline v0::detail {

inline constexpr std::size_t usual_date_size = 24;

/// Whether it is a date that exists, in the one form in which servers write it:
/// `2026-11-23T06:56:10.386Z`. False for other forms. Not for constant evaluation.
[[nodiscard]] inline bool is_usual_date(std::string_view text) noexcept {
  if (text.size() != usual_date_size) return false;
  // Eight bytes at a time: what differs from the form is at most 9 where that has a digit, else
  // nothing, or a sum reaches a high bit.
  constexpr char form[] = "0000-00-00T00:00:00.000Z";
  constexpr char room[] = "vvvv\x7Fvv\x7Fvv\x7Fvv\x7Fvv\x7Fvv\x7Fvvv\x7F";  // 0x7F - 9 is a v
  constexpr std::uint64_t high = ~std::uint64_t{0} / 0xFF * 0x80;
  std::uint64_t wrong = 0;
  for (std::size_t at = 0; at != usual_date_size; at += 8) {
    std::uint64_t const differs =
        word_at<std::uint64_t>(text.data() + at) ^ word_at<std::uint64_t>(form + at);
    wrong |= ((differs & ~high) + word_at<std::uint64_t>(room + at)) | differs;
  }
  if ((wrong & high) != 0) return false;
  auto const two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  int const month = two(5);
  int const day = two(8);
  if (month < 1 || month > 12 || day < 1 || two(11) > 23 || two(14) > 59 || two(17) > 60)
    return false;
  return day <= 28 || day <= days_in_month(two(0) * 100 + two(2), month);
}

}  // namespace medusa::inline v0::detail
