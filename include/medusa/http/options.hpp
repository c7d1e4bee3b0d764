// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/duration.hpp>
#include <medusa/http/credentials.hpp>
#include <medusa/http/header_list.hpp>
#include <medusa/http/retry_policy.hpp>
#include <medusa/http/wire_limits.hpp>

namespace medusa::inline v0 {

struct no_clock;

namespace detail {
/// Most headers in the options of a client.
inline constexpr std::size_t most_own_headers = 8;
}  // namespace detail

/// How to reach a backend, for all calls of a client. Views: a client copies what it keeps, so they
/// need to live only until its constructor returns.
template <class Clock>
struct basic_options {
  /// `http(s)://host[:port][/path]`
  std::string_view base_url{};
  medusa::credentials credentials{};
  /// `pk_…`, sent as `x-publishable-api-key` with every request. Not a secret.
  std::string_view publishable_api_key{};
  /// Sent with every request; one that the library sets itself, such as `User-Agent`, is replaced.
  header_list headers{};
  /// For each attempt. There is a limit by default: with its database down, the server never
  /// answers a request signed with an API token.
  duration timeout = duration::seconds(30);
  /// For a call with all its attempts and waits.
  duration deadline = duration::max();
  retry_policy retry{};
  wire_limits limits{};
};

/// Without a clock nothing can be repeated later, so asking for retries does not compile.
template <>
struct basic_options<no_clock> {
  std::string_view base_url{};
  medusa::credentials credentials{};
  std::string_view publishable_api_key{};
  header_list headers{};
  duration timeout = duration::seconds(30);
  duration deadline = duration::max();
  wire_limits limits{};
};

}  // namespace medusa::inline v0
