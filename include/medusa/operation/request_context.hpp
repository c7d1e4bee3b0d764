// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/encode_error.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/base_url.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/wire_limits.hpp>

namespace medusa {

/// Options that were checked, in the form that requests are built from. Views.
struct request_context {
  medusa::base_url base{};
  medusa::credentials credentials{};
  std::string_view publishable_api_key{};
  std::span<header const> headers{};
  duration timeout = duration::max();
  duration deadline = duration::max();
  wire_limits limits{};
  /// The most users that the caller's storage takes, if it is bounded.
  std::optional<std::size_t> max_items{};
};

namespace detail {

/// The first header that may not be sent, as an error of field `headers`; without one the code is none.
[[nodiscard]] constexpr encode_error check_headers(std::span<header const> headers) noexcept {
  for (auto const& each : headers)
    if (auto const code = header_error(each)) return {.code = *code, .field = "headers"};
  return {};
}

/// Checks a context, and takes `url` apart into it. Without an error the code is none.
[[nodiscard]] constexpr encode_error check_context(request_context& context, std::string_view url) noexcept {
  if (auto const code = parse_base_url(url, context.base)) return {.code = *code, .field = "base_url"};
  if (std::size_t const size = context.base.text.size(); size > context.limits.request_head)
    return {.code = errc::too_long, .field = "base_url", .needed = size};
  if (auto const code = credentials_error(context.credentials)) return {.code = *code, .field = "credentials"};
  if (ascii::has_control(context.publishable_api_key))
    return {.code = errc::control_character, .field = "publishable_api_key"};
  if (context.timeout <= duration()) return {.code = errc::out_of_range, .field = "timeout"};
  if (context.deadline <= duration()) return {.code = errc::out_of_range, .field = "deadline"};
  return check_headers(context.headers);
}

/// A context of options, not checked and without their URL.
template <class Clock>
[[nodiscard]] constexpr request_context unchecked_context(basic_options<Clock> const& options) noexcept {
  return {.credentials = options.credentials,
          .publishable_api_key = options.publishable_api_key,
          .headers = options.headers,
          .timeout = options.timeout,
          .deadline = options.deadline,
          .limits = options.limits};
}

}  // namespace detail

/// Checks options and gives views of them. Errors: `missing_value`, `invalid_url`,
/// `control_character`, `publishable_key`, `invalid_value`, `invalid_header`, `out_of_range` (a time
/// limit that is not positive), `too_long` (a base URL beyond `limits.request_head`).
template <class Clock>
[[nodiscard]] constexpr result<request_context, encode_error> make_context(basic_options<Clock> const& options) noexcept {
  request_context context = detail::unchecked_context(options);
  encode_error const bad = detail::check_context(context, options.base_url);
  if (bad.code != errc{}) return unexpected(bad);
  return context;
}

}  // namespace medusa
