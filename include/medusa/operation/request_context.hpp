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

/// The first header that may not be sent, as an error of field `headers`.
[[nodiscard]] constexpr std::optional<encode_error> headers_error(std::span<header const> headers) noexcept {
  for (auto const& each : headers)
    if (auto const code = header_error(each)) return encode_error{.code = *code, .field = "headers"};
  return std::nullopt;
}

/// Checks options and gives views of them. Errors: `missing_value`, `invalid_url`,
/// `control_character`, `publishable_key`, `invalid_value`, `invalid_header`, `out_of_range` (a time
/// limit that is not positive), `too_long` (a base URL beyond `limits.request_head`).
template <class Clock>
[[nodiscard]] constexpr result<request_context, encode_error> make_context(basic_options<Clock> const& options) noexcept {
  request_context context{.credentials = options.credentials,
                          .publishable_api_key = options.publishable_api_key,
                          .headers = options.headers,
                          .timeout = options.timeout,
                          .deadline = options.deadline,
                          .limits = options.limits};
  auto const error = [](errc code, std::string_view field) {
    return unexpected(encode_error{.code = code, .field = field});
  };
  if (auto const code = parse_base_url(options.base_url, context.base)) return error(*code, "base_url");
  if (std::size_t const size = context.base.text.size(); size > options.limits.request_head)
    return unexpected(encode_error{.code = errc::too_long, .field = "base_url", .needed = size});
  if (auto const code = credentials_error(options.credentials)) return error(*code, "credentials");
  if (ascii::has_control(options.publishable_api_key)) return error(errc::control_character, "publishable_api_key");
  if (auto const code = headers_error(options.headers)) return unexpected(*code);
  if (options.timeout <= duration()) return error(errc::out_of_range, "timeout");
  if (options.deadline <= duration()) return error(errc::out_of_range, "deadline");
  return context;
}

}  // namespace medusa
