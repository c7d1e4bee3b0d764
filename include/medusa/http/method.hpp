// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace medusa::inline v0 {

/// The request methods the API uses (RFC 9110 section 9.3).
enum class method : std::uint8_t { get, post, del };

/// The method as it stands in a request line.
[[nodiscard]] constexpr std::string_view to_string(method m) noexcept {
  switch (m) {
    case method::get: return "GET";
    case method::post: return "POST";
    case method::del: return "DELETE";
  }
  return "GET";
}

}  // namespace medusa::inline v0
