// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/encode_error.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/base_url.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/header_list.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/wire_limits.hpp>

namespace medusa::inline v0 {

/// Options that were checked, in the form that requests are built from. Views.
struct request_context {
  medusa::base_url base{};
  medusa::credentials credentials{};
  std::string_view publishable_api_key{};
  header_list headers{};
  /// Whether there are credentials in the headers, which then come before the others.
  bool signed_by_headers = false;
  duration timeout = duration::max();
  duration deadline = duration::max();
  wire_limits limits{};
  /// The most users that the caller's storage takes, if it is bounded.
  std::optional<std::size_t> max_items{};
};

namespace detail {

/// Refuses a time limit that is none.
constexpr void check_time(duration const& limit, char const* field, first_error& errors) noexcept {
  if (limit.count() <= 0) errors.fail(errc::out_of_range, field);
}

/// Checks a context, and takes `url` apart into it.
constexpr void check_context(request_context& context, std::string_view const& url,
                             first_error& errors) noexcept {
  errors.note(read_base_url(url, context.base), "base_url");
  if (std::size_t const size = context.base.text.size(); size > context.limits.request_head)
    errors.fail(errc::too_long, "base_url", size);
  errors.note(check_credentials(context.credentials), "credentials");
  errors.refuse_control(context.publishable_api_key, "publishable_api_key");
  context.signed_by_headers = context.headers.check(errors);
  check_time(context.timeout, "timeout", errors);
  check_time(context.deadline, "deadline", errors);
}

/// A context of options, not checked and without their URL.
template <class Clock>
[[nodiscard]] constexpr request_context unchecked_context(
    basic_options<Clock> const& options) noexcept {
  return {.credentials = options.credentials,
          .publishable_api_key = options.publishable_api_key,
          .headers = options.headers,
          .timeout = options.timeout,
          .deadline = options.deadline,
          .limits = options.limits};
}

}  // namespace detail

/// Checks options and gives views of them. Errors: `missing_value`, `invalid_url`,
/// `control_character`, `publishable_key`, `invalid_value`, `invalid_header`, `out_of_range` (a
/// time limit that is not positive), `too_long` (a base URL beyond `limits.request_head`).
template <class Clock>
[[nodiscard]] constexpr result<request_context, encode_error> make_context(
    basic_options<Clock> const& options) noexcept {
  request_context context = detail::unchecked_context(options);
  first_error errors;
  detail::check_context(context, options.base_url, errors);
  if (errors.failed()) return unexpected(errors.error());
  return context;
}

}  // namespace medusa::inline v0
