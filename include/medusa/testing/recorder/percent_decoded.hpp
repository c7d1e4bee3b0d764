// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <medusa/core/ascii.hpp>

namespace medusa::inline v0::testing {

/// The text with every `%XX` turned into its byte, once; what is no such triplet stays as it is.
[[nodiscard]] inline std::string percent_decoded(std::string_view text) {
  auto const digit = [](char c) {
    if (ascii::is_digit(c)) return c - '0';
    c = ascii::lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    int const high = text[i] == '%' && text.size() - i > 2 ? digit(text[i + 1]) : -1;
    int const low = high < 0 ? -1 : digit(text[i + 2]);
    if (low < 0) {
      out += text[i];
    } else {
      out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
      i += 2;
    }
  }
  return out;
}

}  // namespace medusa::inline v0::testing
