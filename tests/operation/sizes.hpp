// SPDX-License-Identifier: MIT
#pragma once

#include <operation/request.hpp>

#include <cstddef>
#include <span>
#include <string_view>

constexpr test_options signed_in_with(medusa::wire_limits limits) {
  test_options options = signed_in;
  options.limits = limits;
  return options;
}

/// Whether the operation is sent.
template <class Op>
constexpr bool is_sent(Op const& op, test_options const& options = signed_in) {
  medusa::request_buffer<2048> buffer;
  return op.request(buffer, options).has_value();
}

/// Whether the body fits a limit of its own size, and is refused because of `field` one byte below
/// it.
template <class Op>
constexpr bool body_ends_with(Op const& op, std::string_view field) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, signed_in);
  if (!made) return false;
  std::size_t const size = made->body.size();
  return is_sent(op, signed_in_with({.request_body = size})) &&
         refuses(op, medusa::errc::too_long, field, size,
                 signed_in_with({.request_body = size - 1}));
}

/// Whether all of the head fits a limit of its own size, is refused because of its headers below
/// it, and because of `field` when the URL alone is larger.
template <class Op>
constexpr bool url_ends_with(Op const& op, std::string_view field) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, signed_in);
  if (!made) return false;
  std::size_t const url = made->url.size();
  std::size_t head = url;
  for (auto const& each : made->headers) head += each.name.size() + each.value.size() + 4;
  return is_sent(op, signed_in_with({.request_head = head})) &&
         refuses(op, medusa::errc::too_long, "headers", head,
                 signed_in_with({.request_head = head - 1})) &&
         refuses(op, medusa::errc::too_long, "headers", head,
                 signed_in_with({.request_head = url})) &&
         refuses(op, medusa::errc::too_long, field, url, signed_in_with({.request_head = url - 1}));
}

/// Memory of a size that is known at run time only, and cannot grow.
class cut_buffer {
 public:
  constexpr explicit cut_buffer(std::size_t size) noexcept : size_(size) {}
  constexpr char* data() noexcept { return whole_.data(); }
  constexpr std::size_t capacity() const noexcept { return size_; }
  constexpr bool grow(std::size_t size) noexcept { return size <= size_; }
  constexpr std::span<medusa::header> headers() noexcept { return whole_.headers(); }

 private:
  medusa::request_buffer<2048> whole_{};
  std::size_t size_;
};

/// Whether the request fits memory of exactly its URL, body and the value of its credential header,
/// and not a byte less.
template <class Op>
constexpr bool fits_exactly(Op const& op, std::size_t credential) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, signed_in);
  if (!made) return false;
  std::size_t const size = made->url.size() + made->body.size() + credential;
  medusa::encode_error const small{
      .code = medusa::errc::buffer_too_small, .field = "request", .needed = size};
  cut_buffer exact(size);
  cut_buffer short_of_one(size - 1);
  cut_buffer nothing(0);
  auto const fits = op.request(exact, signed_in);
  auto const lacks_one = op.request(short_of_one, signed_in);
  auto const lacks_all = op.request(nothing, signed_in);
  return fits && as_text(*fits) == as_text(*made) && !lacks_one && lacks_one.error() == small &&
         !lacks_all && lacks_all.error() == small;
}
