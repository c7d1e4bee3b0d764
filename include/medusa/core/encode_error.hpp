// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include <medusa/core/errc.hpp>

namespace medusa::inline v0 {

/// Why a request could not be built. Nothing was sent.
struct encode_error {
  errc code{};
  /// Name of the field as the user wrote it; static text, never the value.
  std::string_view field{};
  /// Bytes the value or request has, for `too_long` and `buffer_too_small`; else 0.
  std::size_t needed = 0;

  friend constexpr bool operator==(encode_error const&, encode_error const&) = default;
};

}  // namespace medusa::inline v0
