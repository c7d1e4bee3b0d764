// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace medusa::inline v0::ascii {

/// `0` to `9`.
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// `A` to `Z` and `a` to `z`.
[[nodiscard]] constexpr bool is_alpha(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// C0 controls and DEL.
[[nodiscard]] constexpr bool is_control(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Whether `is_control` is true of any character. O(length).
[[nodiscard]] constexpr bool has_control(std::string_view const& text) noexcept {
  for (char const c : text)
    if (is_control(c)) return true;
  return false;
}

/// The lower-case letter of an upper-case one; any other character is left.
[[nodiscard]] constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Some of the 128 characters of ASCII.
class char_set {
 public:
  /// `chars`, and letters and digits as well unless said otherwise.
  consteval explicit char_set(std::string_view chars, bool alphanumeric = true) noexcept {
    for (unsigned char c = 0; c < 128; ++c)
      if (alphanumeric && (is_alpha(static_cast<char>(c)) || is_digit(static_cast<char>(c))))
        add(c);
    for (char const c : chars) add(static_cast<unsigned char>(c));
  }
  [[nodiscard]] constexpr bool has(char c) const noexcept {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 128 && ((bits_[byte / 32] >> (byte % 32)) & 1) != 0;
  }

 private:
  consteval void add(unsigned char c) noexcept { bits_[c / 32] |= std::uint32_t{1} << (c % 32); }
  std::uint32_t bits_[4] = {};
};

/// Header names (RFC 9110 section 5.1), schemes and hosts compare without regard to case.
[[nodiscard]] constexpr bool iequals(std::string_view const& a,
                                     std::string_view const& b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

/// Whether `text` is one of `names`, in small letters and separated by commas, whatever its case.
[[nodiscard]] constexpr bool is_listed(std::string_view const& text, char const* names) noexcept {
  for (std::size_t same = 0;; ++names) {  // characters of this name; `npos`: it is another
    if (*names == ',' || *names == '\0') {
      if (same == text.size()) return true;
      if (*names == '\0') return false;
      same = 0;
    } else if (same < text.size() && lower(text[same]) == *names) {
      ++same;
    } else {
      same = std::string_view::npos;
    }
  }
}

/// Without the spaces and tabs around it (OWS, RFC 9110 section 5.6.3).
[[nodiscard]] constexpr std::string_view trim(std::string_view const& text) noexcept {
  auto const blank = [](char c) { return c == ' ' || c == '\t'; };
  char const* first = text.data();
  char const* last = first + text.size();
  while (first != last && blank(*first)) ++first;
  while (first != last && blank(last[-1])) --last;
  return {first, static_cast<std::size_t>(last - first)};
}

}  // namespace medusa::inline v0::ascii

namespace medusa::inline v0::detail {

/// The value of a hexadecimal digit in either case; -1 of what is none.
[[nodiscard]] constexpr int hex_digit(char c) noexcept {
  if (ascii::is_digit(c)) return c - '0';
  int const letter = (c | 0x20) - 'a';  // one case for both
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

}  // namespace medusa::inline v0::detail
