// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/slice.hpp>

namespace medusa::inline v0 {

/// The address of a Medusa backend, `http(s)://host[:port][/path]`, taken apart (RFC 3986 section
/// 3). Views into the text it was parsed from.
struct base_url {
  std::string_view text{};  ///< without a slash at the end
  std::size_t path_at = 0;  ///< where the path begins in `text`: its size when there is none
};

namespace detail {

/// What the host of a URL may hold: a name or an IPv4 address; an IPv6 address in brackets. No user
/// information: it would be a secret in a URL, which ends up in logs.
inline constexpr ascii::char_set host_char("-._");
inline constexpr ascii::char_set address_char("0123456789abcdefABCDEF:.", false);
/// `pchar` of RFC 3986 section 3.3, but for `%`.
inline constexpr ascii::char_set path_char("-._~!$&'()*+,;=:@");

/// Reads the parts of a URL from its front.
struct url_scanner {
  char const* at;
  char const* end;

  [[nodiscard]] constexpr char peek() const noexcept { return at == end ? '\0' : *at; }
  constexpr bool take(char c) noexcept {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  /// `text` is in small letters; whatever the case.
  constexpr bool take(char const* text) noexcept {
    for (; *text != '\0'; ++text, ++at)
      if (ascii::lower(peek()) != *text) return false;
    return true;
  }
  constexpr bool scheme() noexcept {
    if (!take("http")) return false;
    static_cast<void>(take("s"));
    return take("://");
  }
  constexpr bool host() noexcept {
    bool const bracketed = take('[');
    ascii::char_set const& allowed = bracketed ? address_char : host_char;
    char const* const begin = at;
    while (allowed.has(peek())) ++at;
    return at != begin && (!bracketed || take(']'));
  }
  /// 1 to 65535, or none at all.
  constexpr bool port() noexcept {
    if (!take(':')) return true;
    unsigned value = 0;
    for (; ascii::is_digit(peek()) && value <= 65535; ++at)
      value = value * 10 + static_cast<unsigned>(*at - '0');
    return value >= 1 && value <= 65535;
  }
  /// No segment of `.` or `..`, also with `%2E` for a dot, which URL parsers take for the same
  /// (WHATWG URL): some transports would resolve it, others send it.
  constexpr bool path() noexcept {
    while (take('/')) {
      std::size_t dots = 0;
      for (; at != end && *at != '/'; ++at) {
        int c = static_cast<unsigned char>(*at);
        if (c == '%') {
          if (end - at < 3) return false;
          c = hex_digit(at[1]) * 16 | hex_digit(at[2]);
          if (c < 0) return false;
          at += 2;
        } else if (!path_char.has(*at)) {
          return false;
        }
        dots += c == '.' ? 1 : 3;  // with anything else it is more than two
      }
      if (dots == 1 || dots == 2) return false;
    }
    return at == end;
  }
};

[[nodiscard]] constexpr errc read_base_url(std::string_view text, base_url& out) noexcept {
  if (text.empty()) return errc::missing_value;
  if (ascii::has_control(text)) return errc::control_character;
  while (!text.empty() && text.back() == '/') text.remove_suffix(1);
  url_scanner in{text.data(), text.data() + text.size()};
  if (!in.scheme() || !in.host() || !in.port()) return errc::invalid_url;
  auto const path_at = static_cast<std::size_t>(in.at - text.data());
  if (!in.path()) return errc::invalid_url;
  out = {.text = text, .path_at = path_at};
  return errc{};
}

}  // namespace detail

/// Parses a base URL. Slashes at its end are dropped. Errors, which leave `out` as it was:
/// `missing_value`, `control_character`, `invalid_url`.
[[nodiscard]] constexpr std::optional<errc> parse_base_url(std::string_view text,
                                                           base_url& out) noexcept {
  return detail::if_any(detail::read_base_url(text, out));
}

}  // namespace medusa::inline v0
