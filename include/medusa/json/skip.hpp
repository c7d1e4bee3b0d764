// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include <medusa/json/cursor.hpp>
#include <medusa/json/number.hpp>
#include <medusa/json/string_scan.hpp>

namespace medusa::inline v0::json::detail {

/// Steps over `true`, `false` or `null`, or fails at the first letter that differs.
constexpr void scan_literal(cursor& c, char const* word) noexcept {
  for (; *word != '\0'; ++word) static_cast<void>(c.expect(*word));
}

/// Steps over a value that is neither array nor object, and begins so.
constexpr void scan_scalar(cursor& c, char first) noexcept {
  if (first == '"') static_cast<void>(scan_string(c));
  else if (first == 't') scan_literal(c, "true");
  else if (first == 'f') scan_literal(c, "false");
  else if (first == 'n') scan_literal(c, "null");
  else scan_number(c);
}

/// Which of the open brackets are objects: one bit each, so that 512 levels cost 64 bytes of stack.
template <std::size_t MaxDepth>
class bracket_stack {
 public:
  constexpr void push(bool object) noexcept {
    std::uint8_t& byte = objects_[size_++ / 8];  // each takes eight, the last is its lowest bit
    byte = static_cast<std::uint8_t>(byte << 1 | static_cast<int>(object));
  }
  /// The last that was pushed.
  constexpr bool pop() noexcept {
    std::uint8_t& byte = objects_[--size_ / 8];
    bool const object = (byte & 1) != 0;
    byte >>= 1;
    return object;
  }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }

 private:
  std::uint8_t objects_[(MaxDepth + 7) / 8] = {};
  std::size_t size_ = 0;
};

/// Steps over any value and checks all that is in it, without recursion: how deep a server nests
/// must not decide how much stack is used.
template <std::size_t MaxDepth>
constexpr void skip(cursor& c) noexcept {
  bracket_stack<MaxDepth> around;  // around what is read
  bool in_object = false;
  for (;;) {
    if (in_object) static_cast<void>(scan_key(c));
    char const opening = c.next();
    if (opening == '{' || opening == '[') {
      if (!c.open(MaxDepth)) return;
      around.push(in_object);
      in_object = opening == '{';
      if (c.next() != opening + 2) continue;  // in ASCII that closes it
    } else {
      scan_scalar(c, opening);
    }
    // A value is over, and with it every array and object that ends right behind it.
    for (;; in_object = around.pop()) {
      if (around.empty()) return;
      if (c.take_comma()) break;
      if (!c.close(in_object ? '}' : ']')) return;
    }
  }
}

}  // namespace medusa::inline v0::json::detail
