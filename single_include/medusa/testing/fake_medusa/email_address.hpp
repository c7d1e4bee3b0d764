// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"

#include <cstddef>
#include <string_view>

// medusa/testing/fake_medusa/email_address.hpp

namespace medusa::inline v0::testing::fake {

namespace detail {
/// Whether all characters are in `allowed`, letters, digits or, roughly, letters beyond ASCII: two-
/// and three-byte sequences, which leaves out emoji, as the server does.
[[nodiscard]] constexpr bool made_of(std::string_view text, std::string_view allowed) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const length = utf8_sequence(text, at);
    if (length == 0 || length == 4) return false;
    if (length == 1 && !ascii::is_alpha(text[at]) && !ascii::is_digit(text[at]) &&
        allowed.find(text[at]) == std::string_view::npos)
      return false;
    at += length;
  }
  return true;
}

[[nodiscard]] constexpr bool is_domain(std::string_view domain) noexcept {
  std::string_view label;
  std::size_t labels = 0;
  for (;;) {
    std::size_t const dot = domain.find('.');
    label = domain.substr(0, dot);
    ++labels;
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
      return false;
    if (!made_of(label, "-")) return false;
    if (dot == std::string_view::npos) break;
    domain.remove_prefix(dot + 1);
  }
  bool letters = false;  // a name of digits alone is an address, not a domain
  for (char const c : label) letters = letters || !ascii::is_digit(c);
  return labels > 1 && label.size() > 1 && letters;
}

[[nodiscard]] constexpr bool is_local_part(std::string_view local) noexcept {
  if (local.size() > 1 && local.front() == '"' && local.back() == '"') {
    local = local.substr(1, local.size() - 2);
    for (std::size_t at = 0; at < local.size(); ++at) {
      if (local[at] == '\0' || local[at] == '"') return false;
      if (local[at] == '\\' && ++at == local.size()) return false;
    }
    return true;
  }
  for (;;) {
    std::size_t const dot = local.find('.');
    std::string_view const part = local.substr(0, dot);
    if (part.empty() || !made_of(part, "!#$%&'*+-/=?^_`{|}~")) return false;
    if (dot == std::string_view::npos) return true;
    local.remove_prefix(dot + 1);
  }
}
}  // namespace detail

/// Whether the server takes a text for an e-mail address. Its rules are those of the package
/// `validator`; these here agree on what tests are made of, not on every letter of Unicode.
[[nodiscard]] constexpr bool is_email_address(std::string_view text) noexcept {
  std::size_t const at = text.rfind('@');
  if (at == std::string_view::npos || text.size() > 254) return false;
  std::string_view const local = text.substr(0, at);
  return local.size() <= 64 && detail::is_local_part(local) &&
         detail::is_domain(text.substr(at + 1));
}

}  // namespace medusa::inline v0::testing::fake
