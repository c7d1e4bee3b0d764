// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <medusa/testing/virtual_clock.hpp>

namespace differential {

/// What is random, the same for the same seed everywhere: nothing here is left to the standard
/// library, whose distributions differ.
class dice {
 public:
  explicit dice(std::uint64_t seed) : clock_(seed) {}

  /// 0 ... n - 1
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(clock_.random() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <std::size_t N>
  std::string_view of(std::string_view const (&choices)[N]) {
    return choices[below(N)];
  }

 private:
  medusa::testing::virtual_clock clock_;
};

/// Writes random documents, nearly all of which are JSON.
class generator {
 public:
  explicit generator(dice& random) : random_(random) {}

  std::string document() {
    out_.clear();
    if (random_.one_in(500)) out_ += "\xEF\xBB\xBF";
    if (random_.one_in(100)) tower();
    else value(random_.below(6));
    return out_;
  }

 private:
  void digits(std::size_t most) {
    for (std::size_t n = 1 + random_.below(most); n > 0; --n)
      out_ += static_cast<char>('0' + random_.below(10));
  }
  /// Without a zero in front.
  void whole(std::size_t most) {
    out_ += static_cast<char>('1' + random_.below(9));
    if (random_.one_in(2)) digits(most);
  }

  void number() {
    // Where doubles and integers of 32, 53 and 64 bits end, and what rounds there.
    constexpr std::string_view edges[] = {"2147483648",
                                          "4294967295",
                                          "9007199254740992",
                                          "9007199254740993",
                                          "9223372036854775807",
                                          "9223372036854775808",
                                          "9223372036854775809",
                                          "18446744073709551615",
                                          "18446744073709551616",
                                          "1.7976931348623157e308",
                                          "1.7976931348623159e308",
                                          "2.2250738585072014e-308",
                                          "4.9e-324",
                                          "2e-324",
                                          "0.1",
                                          "9.5e-1",
                                          "922337203685477580.7e1",
                                          "92233720368547758.08e2"};
    if (random_.one_in(3)) out_ += '-';
    if (random_.one_in(6)) out_ += random_.of(edges);
    else if (random_.one_in(4)) out_ += '0';
    else whole(random_.one_in(4) ? 30 : 5);
    std::size_t const last = out_.find_last_not_of("0123456789");  // of edges, which may be whole
    bool const fraction = last != std::string::npos && (out_[last] == '.' || out_[last] == 'e');
    if (!fraction && random_.one_in(3)) {
      out_ += '.';
      digits(random_.one_in(6) ? 30 : 4);
      if (random_.one_in(3)) out_.append(1 + random_.below(4), '0');
    }
    if (out_[out_.find_last_not_of("0123456789.") + 1] != 'e' && !fraction && random_.one_in(4)) {
      out_ += random_.of({"e", "E", "e+", "E+", "e-", "E-"});
      if (random_.one_in(10)) out_ += "00";
      if (random_.one_in(8)) out_ += random_.one_in(8) ? "99999999999" : "30";
      digits(2);
    }
  }

  void unicode_escape(std::uint32_t code) {
    constexpr std::string_view hex[] = {"0123456789abcdef", "0123456789ABCDEF"};
    std::string_view const figures = hex[random_.below(2)];
    out_ += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out_ += figures[code >> shift & 15];
  }
  void character() {
    switch (random_.below(12)) {
      case 0: out_ += random_.of({"\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"}); break;
      case 1: {
        auto code = static_cast<std::uint32_t>(random_.below(0x10000));
        if (random_.one_in(2)) code &= random_.one_in(2) ? 0x7F : 0x7FF;
        if (code >= 0xD800 && code < 0xE000 && !random_.one_in(8)) code -= 0x800;  // half a pair
        unicode_escape(code);
        break;
      }
      case 2:
        unicode_escape(static_cast<std::uint32_t>(0xD800 + random_.below(0x400)));
        unicode_escape(static_cast<std::uint32_t>(0xDC00 + random_.below(0x400)));
        break;
      case 3:
        out_ += random_.of({"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                            "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xC3\xA9",
                            "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xF0\x9F\x98\x80"});
        break;
      case 4: out_ += random_.of({"\x7F", "/", "{", "[", "]", "}", ":", ",", "'"}); break;
      default: {
        char const c = static_cast<char>(' ' + random_.below(95));
        out_ += c == '"' || c == '\\' ? 'x' : c;
      }
    }
  }
  void string() {
    out_ += '"';
    // Long ones as well: readers look at 16 to 64 bytes at once.
    for (std::size_t n = random_.below(random_.one_in(10) ? 90 : 12); n > 0; --n) character();
    out_ += '"';
  }
  void key() {
    // Few, so that some come twice, spelled differently too.
    if (random_.one_in(3)) string();
    else
      out_ +=
          random_.of({"\"a\"", "\"b\"", "\"\\u0061\"", "\"\"", "\"A\"", "\"id\"", "\"\xC3\xA9\""});
  }
  void space() {
    if (!random_.one_in(6)) return;
    for (std::size_t n = random_.below(random_.one_in(20) ? 70 : 4); n > 0; --n)
      out_ += " \t\r\n"[random_.below(4)];
  }

  void value(std::size_t levels) {
    space();
    std::size_t const kind = random_.below(levels > 0 ? 10 : 6);
    if (kind >= 8) array(levels - 1);
    else if (kind >= 6) object(levels - 1);
    else if (kind >= 4) string();
    else if (kind >= 2) number();
    else out_ += random_.of({"null", "true", "false", "[]", "{}"});
    space();
  }
  std::size_t size() { return random_.below(random_.one_in(50) ? 40 : 4); }
  void array(std::size_t levels) {
    out_ += '[';
    for (std::size_t n = size(), i = 0; i < n; ++i) {
      if (i > 0) out_ += ',';
      value(levels);
    }
    out_ += ']';
  }
  void object(std::size_t levels) {
    out_ += '{';
    for (std::size_t n = size(), i = 0; i < n; ++i) {
      if (i > 0) out_ += ',';
      space();
      key();
      space();
      out_ += ':';
      value(levels);
    }
    out_ += '}';
  }

  /// Of arrays and objects inside each other, about as many as readers take.
  void tower() {
    constexpr std::array<std::size_t, 5> limits = {32, 64, 512, 1024, 1500};
    std::size_t const height =
        limits[random_.one_in(4) ? 2 + random_.below(3) : random_.below(2)] - 2 + random_.below(4);
    std::string closing;
    for (std::size_t n = 0; n < height; ++n) {
      bool const object = random_.one_in(3);
      out_ += object ? "{\"a\":" : "[";
      closing.insert(closing.begin(), object ? '}' : ']');
    }
    if (random_.one_in(2) || out_.back() == ':') value(0);
    out_ += closing;
  }

  dice& random_;
  std::string out_{};
};

}  // namespace differential
