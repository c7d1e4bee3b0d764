// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/cancellation.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/http/attempt.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/method.hpp>

namespace medusa::inline v0 {

/// What a Transport sends. It owns nothing: everything lives in the request buffer and the options
/// it was built from, for the duration of the call.
struct request {
  medusa::method method = medusa::method::get;
  std::string_view url{};     ///< absolute, percent-encoded
  std::string_view target{};  ///< path and query: the end of `url`, as a request line wants it
  std::span<medusa::header const> headers{};  ///< complete but for Host and framing, each name once
  std::string_view body{};                    ///< empty for GET and DELETE
  duration timeout = duration::max();         ///< for this attempt; `max()` is no limit
  std::size_t max_body = static_cast<std::size_t>(-1);  ///< bytes of response body to accept
  cancellation cancel{};
  medusa::attempt attempt{};

  /// The value of a header, whatever the case of its name.
  [[nodiscard]] constexpr std::optional<std::string_view> header(
      std::string_view name) const noexcept {
    for (auto const& each : headers)
      if (ascii::iequals(each.name, name)) return each.value;
    return std::nullopt;
  }
};

}  // namespace medusa::inline v0
