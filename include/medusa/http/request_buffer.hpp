// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <span>

#include <medusa/core/secret.hpp>
#include <medusa/http/header.hpp>

namespace medusa::inline v0 {

/// Memory that a request is written into: characters, and a table for its headers. `grow(n)` makes
/// room for `n` bytes and forgets what was written; false when that much cannot be had. A request
/// views its buffer, which must neither move nor be reused before the call has ended.
template <class B>
concept request_memory = requires(B& b, std::size_t n) {
  { b.data() } -> std::same_as<char*>;
  { b.capacity() } -> std::same_as<std::size_t>;
  { b.grow(n) } -> std::same_as<bool>;
  { b.headers() } -> std::same_as<std::span<header>>;
};

/// How many headers a request can carry: the library sets at most six, the rest is the user's.
inline constexpr std::size_t max_request_headers = 24;

/// `N` bytes inside the object itself.
template <std::size_t N>
class request_buffer {
 public:
  [[nodiscard]] constexpr char* data() noexcept { return chars_; }
  [[nodiscard]] constexpr std::size_t capacity() const noexcept { return N; }
  [[nodiscard]] constexpr bool grow(std::size_t size) noexcept { return size <= N; }
  [[nodiscard]] constexpr std::span<header> headers() noexcept { return headers_; }

 private:
  char chars_[N]{};
  std::array<header, max_request_headers> headers_{};
};

/// Grows in a string-like `Text`, which keeps its memory from call to call, to twice of what is asked
/// for, but to no more than 1 KiB beyond it: what a URL is made of is encoded faster where there is
/// room for more than it comes to. What it gives back of its memory is wiped.
template <class Text>
class growing_request_buffer {
 public:
  [[nodiscard]] constexpr char* data() noexcept { return chars_.storage().data(); }
  [[nodiscard]] constexpr std::size_t capacity() const noexcept { return chars_.size(); }
  [[nodiscard]] constexpr bool grow(std::size_t size) {
    chars_.wipe();
    chars_.storage().resize(size + (size < 1024 ? size : 1024));
    return true;
  }
  [[nodiscard]] constexpr std::span<header> headers() noexcept { return headers_; }

 private:
  basic_secret<Text> chars_{};  // there are credentials in it, and passwords
  std::array<header, max_request_headers> headers_{};
};

}  // namespace medusa::inline v0
