// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

// medusa/testing/fake_medusa/javascript_number.hpp

namespace medusa::inline v0::testing::fake {

/// A number as JavaScript writes it (ECMA-262, Number::toString): the server keeps every number as
/// a double, so that 12345678901234567890 comes back as 12345678901234567000, 1.0 as 1, -0 as 0.
/// What has no finite value is written as `JSON.stringify` does, null.
[[nodiscard]] inline std::string javascript_number(double value) {
  if (!std::isfinite(value)) return "null";
  if (value == 0) return "0";
  char buffer[32] = {};  // MemorySanitizer does not see what to_chars writes
  auto const end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(value),
                                 std::chars_format::scientific);
  std::string_view const shortest(buffer, static_cast<std::size_t>(end.ptr - buffer));  // d.ddde+xx
  std::size_t const e = shortest.find('e');
  std::string digits;
  for (char const c : shortest.substr(0, e))
    if (c != '.') digits += c;
  int exponent = 0;
  for (char const c : shortest.substr(e + 2)) exponent = exponent * 10 + (c - '0');
  int const point = (shortest[e + 1] == '-' ? -exponent : exponent) + 1;  // digits before the point
  int const count = static_cast<int>(digits.size());

  std::string out(value < 0 ? "-" : "");
  if (point > 21 || point <= -6) {
    out += digits.substr(0, 1);
    if (count > 1) out += '.' + digits.substr(1);
    out += point > 0 ? "e+" : "e-";
    return out + std::to_string(std::abs(point - 1));
  }
  if (point <= 0) return out + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (count <= point)
    return out + digits + std::string(static_cast<std::size_t>(point - count), '0');
  return out + digits.substr(0, static_cast<std::size_t>(point)) + '.' +
         digits.substr(static_cast<std::size_t>(point));
}

/// What `Number(text)` gives for decimal and hexadecimal numbers; nothing in place of NaN. Infinite
/// when it is too large. Uses `strtod`, so a program that sets a locale with another decimal point
/// gets other results for fractions.
[[nodiscard]] inline std::optional<double> to_number(std::string_view text) {
  auto const blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  if (text.empty()) return 0.0;
  if (text == "Infinity" || text == "-Infinity") return text.front() == '-' ? -HUGE_VAL : HUGE_VAL;
  for (char const c : text)  // strtod knows more words than JavaScript
    if (std::string_view("0123456789abcdefABCDEFxX+-.").find(c) == std::string_view::npos)
      return std::nullopt;
  std::string const terminated(text);
  char* end = nullptr;
  double const value = std::strtod(terminated.c_str(), &end);
  return end == terminated.c_str() + terminated.size() ? std::optional(value) : std::nullopt;
}

}  // namespace medusa::inline v0::testing::fake
