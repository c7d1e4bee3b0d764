// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/slice.hpp>

namespace medusa {

/// The address of a Medusa backend, `http(s)://host[:port][/path]`, taken apart (RFC 3986 section 3).
/// Views into the text it was parsed from.
struct base_url {
  std::string_view text{};    ///< without a slash at the end
  std::size_t path_at = 0;    ///< where the path begins in `text`: its size when there is none
};

namespace detail {
/// 1 to 65535.
[[nodiscard]] constexpr bool is_port(std::string_view text) noexcept {
  unsigned value = 0;
  for (char const c : text) {
    if (!ascii::is_digit(c) || value > 6553) return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value >= 1 && value <= 65535;
}

[[nodiscard]] constexpr bool is_hex_digit(char c) noexcept {
  return ascii::is_digit(c) || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f');
}

/// `host[:port]`; a name, an IPv4 address or a bracketed IPv6 address. No user information: it would
/// be a secret in a URL, which ends up in logs.
[[nodiscard]] constexpr bool is_authority(std::string_view text) noexcept {
  bool const bracketed = text.starts_with('[');
  std::size_t const end = bracketed ? text.find(']') : text.find(':');
  std::string_view const host = slice(text, bracketed ? 1 : 0, end - (bracketed ? 1 : 0));
  if (host.empty() || (bracketed && end == std::string_view::npos)) return false;
  for (char const c : host) {
    bool const named = ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '.' || c == '_';
    if (bracketed ? !(is_hex_digit(c) || c == ':' || c == '.') : !named) return false;
  }
  std::string_view const rest = end == std::string_view::npos ? std::string_view() : slice(text, end + bracketed);
  return rest.empty() || (rest.front() == ':' && is_port(slice(rest, 1)));
}

/// `.` or `..`, also with `%2E` for a dot, which URL parsers take for the same (WHATWG URL).
[[nodiscard]] constexpr bool is_dot_segment(std::string_view segment) noexcept {
  std::size_t dots = 0;
  for (; !segment.empty(); ++dots) {
    bool const encoded = ascii::iequals(slice(segment, 0, 3), "%2E");
    if (!encoded && segment.front() != '.') return false;
    segment.remove_prefix(encoded ? 3 : 1);
  }
  return dots == 1 || dots == 2;
}

/// `pchar` and `/` of RFC 3986 section 3.3, and no dot segments: they would be resolved by some
/// transports and sent by others.
[[nodiscard]] constexpr bool is_base_path(std::string_view path) noexcept {
  for (std::size_t i = 0; i < path.size(); ++i) {
    char const c = path[i];
    if (ascii::is_alpha(c) || ascii::is_digit(c)) continue;
    if (c == '%') {
      if (path.size() - i < 3 || !is_hex_digit(path[i + 1]) || !is_hex_digit(path[i + 2]))
        return false;
    } else if (std::string_view("/-._~!$&'()*+,;=:@").find(c) == std::string_view::npos) {
      return false;
    }
  }
  for (std::string_view rest = path; !rest.empty();) {
    rest.remove_prefix(1);
    std::string_view const segment = slice(rest, 0, rest.find('/'));
    if (is_dot_segment(segment)) return false;
    rest.remove_prefix(segment.size());
  }
  return true;
}
}  // namespace detail

/// Parses a base URL. Slashes at its end are dropped. Errors, which leave `out` as it was:
/// `missing_value`, `control_character`, `invalid_url`.
[[nodiscard]] constexpr std::optional<errc> parse_base_url(std::string_view text, base_url& out) noexcept {
  if (text.empty()) return errc::missing_value;
  if (ascii::has_control(text)) return errc::control_character;
  std::size_t const colon = text.find("://");
  if (colon == std::string_view::npos) return errc::invalid_url;
  std::string_view const scheme = slice(text, 0, colon);
  if (!ascii::iequals(scheme, "http") && !ascii::iequals(scheme, "https")) return errc::invalid_url;
  while (text.size() > colon + 3 && text.back() == '/') text.remove_suffix(1);
  std::string_view const after = slice(text, colon + 3);
  std::string_view const authority = slice(after, 0, after.find('/'));
  std::string_view const path = slice(after, authority.size());
  if (!detail::is_authority(authority) || !detail::is_base_path(path)) return errc::invalid_url;
  out = {.text = text, .path_at = text.size() - path.size()};
  return std::nullopt;
}

}  // namespace medusa
