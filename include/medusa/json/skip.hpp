// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include <medusa/json/cursor.hpp>
#include <medusa/json/number.hpp>
#include <medusa/json/string_scan.hpp>

namespace medusa::json::detail {

/// Steps over `true`, `false` or `null`, or fails at the first letter that differs.
constexpr bool scan_literal(cursor& c, char const* word) noexcept {
  while (*word != '\0' && c.at != c.end && *c.at == *word) {
    ++c.at;
    ++word;
  }
  return *word == '\0' || c.fail(errc::malformed_json, c.at);
}

/// Steps over a value that is neither array nor object.
constexpr void scan_scalar(cursor& c) noexcept {
  switch (c.peek()) {
    case '"': static_cast<void>(scan_string(c)); break;
    case 't': static_cast<void>(scan_literal(c, "true")); break;
    case 'f': static_cast<void>(scan_literal(c, "false")); break;
    case 'n': static_cast<void>(scan_literal(c, "null")); break;
    default: static_cast<void>(scan_number(c)); break;
  }
}

/// Which of the open brackets are objects: one bit each, so that 512 levels cost 64 bytes of stack.
template <std::size_t MaxDepth>
class bracket_stack {
 public:
  constexpr void push(bool object) noexcept {
    std::uint8_t const bit = static_cast<std::uint8_t>(1u << (size_ % 8));
    std::uint8_t& byte = objects_[size_ / 8];
    byte = static_cast<std::uint8_t>(object ? byte | bit : byte & ~bit);
    ++size_;
  }
  constexpr void pop() noexcept { --size_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] constexpr bool in_object() const noexcept {
    return ((objects_[(size_ - 1) / 8] >> ((size_ - 1) % 8)) & 1) != 0;
  }

 private:
  std::uint8_t objects_[MaxDepth / 8 + 1] = {};
  std::size_t size_ = 0;
};

/// Steps over an array or object and checks all that is in it, without recursion: how deep a server
/// nests must not decide how much stack is used.
template <std::size_t MaxDepth>
constexpr void skip_nested(cursor& c) noexcept {
  bracket_stack<MaxDepth> brackets;
  do {
    char const opening = c.peek();
    bool closed = true;
    if (opening == '{' || opening == '[') {
      bool const object = opening == '{';
      if (!c.open(MaxDepth)) return;
      brackets.push(object);
      c.skip_space();
      closed = c.peek() == (object ? '}' : ']');
      if (!closed && object) static_cast<void>(scan_key(c));
    } else {
      scan_scalar(c);
    }
    // A value is over, and with it every array and object that ends right behind it.
    while (closed && !brackets.empty()) {
      bool const object = brackets.in_object();
      c.skip_space();
      if (c.take(',')) {
        if (object) static_cast<void>(scan_key(c));
        else c.skip_space();
        closed = false;
      } else {
        if (!c.expect(object ? '}' : ']')) return;
        brackets.pop();
        --c.depth;
      }
    }
  } while (!brackets.empty());
}

/// Steps over any value and checks it.
template <std::size_t MaxDepth>
constexpr void skip(cursor& c) noexcept {
  if (c.peek() == '{' || c.peek() == '[') skip_nested<MaxDepth>(c);
  else scan_scalar(c);
}

}  // namespace medusa::json::detail
