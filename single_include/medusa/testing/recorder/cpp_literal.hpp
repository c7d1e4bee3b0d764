// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"

#include <cstddef>
#include <string>
#include <string_view>

// medusa/testing/recorder/cpp_literal.hpp

namespace medusa::inline v0::testing {

/// The text as C++ string literals side by side, on one line of ASCII: raw where that spares
/// backslashes, and three octal digits for every byte that is not printable (fewer could run into
/// the next byte, and compilers warn of some characters of other scripts).
[[nodiscard]] inline std::string cpp_literal(std::string_view text) {
  auto const printable = [](char c) { return c >= 0x20 && c < 0x7F; };
  std::string out = text.empty() ? "\"\"" : "";
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const from = at;
    bool const plain = printable(text[at]);
    while (at < text.size() && printable(text[at]) == plain) ++at;
    std::string_view const run = slice(text, from, at - from);
    if (from != 0) out += ' ';
    if (plain && run.find_first_of("\"\\") != run.npos && run.find(")\"") == run.npos) {
      out.append("R\"(").append(run).append(")\"");
      continue;
    }
    out += '"';
    for (char const c : run) {
      if (c == '"' || c == '\\') out += '\\';
      if (plain) {
        out += c;
        continue;
      }
      out += '\\';
      auto const byte = static_cast<unsigned char>(c);
      for (int const shift : {6, 3, 0}) out += static_cast<char>('0' + ((byte >> shift) & 7));
    }
    out += '"';
  }
  return out;
}

}  // namespace medusa::inline v0::testing
