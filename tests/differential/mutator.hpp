// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "generator.hpp"

namespace differential {

/// Changes documents at random places, so that most are no JSON any more, and only just.
class mutator {
 public:
  explicit mutator(dice& random) : random_(random) {}

  /// `other`: of which a part may take the place of the end.
  void change(std::string& document, std::string_view other) {
    for (std::size_t n = 1 + (random_.one_in(4) ? random_.below(4) : 0); n > 0; --n)
      change_once(document, other);
  }

 private:
  void change_once(std::string& document, std::string_view other) {
    std::size_t const at = random_.below(document.size() + 1);
    bool const behind = at == document.size();
    switch (random_.below(8)) {
      case 0:  // changed
        if (!behind) document[at] = byte();
        break;
      case 1:  // a bit of it
        if (!behind) document[at] = static_cast<char>(document[at] ^ (1 << random_.below(8)));
        break;
      case 2:  // removed
        document.erase(at, random_.one_in(4) ? 1 + random_.below(5) : 1);
        break;
      case 3:  // inserted
        document.insert(at, 1, byte());
        break;
      case 4: document.insert(at, piece()); break;
      case 5:  // doubled
        document.insert(at, document.substr(at, random_.one_in(3) ? random_.below(20) : 1));
        break;
      case 6:  // cut
        if (random_.one_in(2)) document.resize(at);
        else document.erase(0, at);
        break;
      default:  // spliced
        document.resize(at);
        document += other.substr(random_.below(other.size() + 1));
    }
  }

  char byte() {
    constexpr std::string_view likely(
        "\0\x01\x1F "
        "\t\r\n\v\f\"\"\\\\//,,::[[]]{{}}0019--++..eEuntf\x7F\x80\xBF\xC0\xC2\xED\xEF\xF4"
        "\xFF",
        53);
    if (random_.one_in(3)) return static_cast<char>(random_.below(256));
    return likely[random_.below(likely.size())];
  }
  /// Nearly right, as a whole: what single bytes seldom make.
  std::string_view piece() {
    constexpr std::string_view pieces[] = {"null",
                                           "true",
                                           "false",
                                           "nul",
                                           "True",
                                           "NaN",
                                           "Infinity",
                                           "-Infinity",
                                           "nan",
                                           "inf",
                                           "0x1F",
                                           "undefined",
                                           "// c\n",
                                           "/* c */",
                                           "# c\n",
                                           "'a'",
                                           "1e999",
                                           "-1e999",
                                           "1e-999",
                                           "-0",
                                           "00",
                                           "01",
                                           "1.",
                                           ".5",
                                           "1e",
                                           "+1",
                                           "18446744073709551616",
                                           "1e99999999999999999999",
                                           "\"\"",
                                           "\"a\":1,",
                                           ",,",
                                           "[]",
                                           "{}",
                                           "\\u",
                                           "\\u00",
                                           "\\u0000",
                                           "\\uD800",
                                           "\\uDC00",
                                           "\\uD800\\u0041",
                                           "\\uDC00\\uD800",
                                           "\\uD83D\\uDE00",
                                           "\\x41",
                                           "\\U0041",
                                           "\\a",
                                           "\\'",
                                           "\xEF\xBB\xBF",
                                           "\xC0\x80",
                                           "\xC1\xBF",
                                           "\xE0\x80\x80",
                                           "\xE0\x9F\xBF",
                                           "\xED\xA0\x80",
                                           "\xED\xB0\x80",
                                           "\xF0\x8F\xBF\xBF",
                                           "\xF4\x90\x80\x80",
                                           "\xF5\x80\x80\x80",
                                           "\xF8",
                                           "\xFE",
                                           "\xE2\x82",
                                           "\xF0\x9F\x98",
                                           "\xC2\xA0",
                                           "\xE2\x80\xA8",
                                           "\xC2\x85",
                                           "\r\n",
                                           "    "};
    return random_.of(pieces);
  }

  dice& random_;
};

}  // namespace differential
