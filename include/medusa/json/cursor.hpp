// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/json/error.hpp>

namespace medusa::json::detail {

/// A place in a document, and why reading stopped. The scanning functions move `at`, which only ever
/// moves forward.
///
/// A cursor that has failed or was stopped stands at the end of its document. So every later step
/// finds nothing there, fails as well, and is ignored: the first error stays, and no step has to ask.
struct cursor {
  char const* first;
  char const* at;
  char const* end;
  std::size_t depth = 0;  ///< arrays and objects that are open
  bool halted = false;
  std::optional<error> failure{};

  constexpr explicit cursor(std::string_view document) noexcept
      : first(document.data()), at(first), end(first + document.size()) {}

  /// NUL at the end. A NUL byte inside looks the same and is just as wrong at every place that asks.
  [[nodiscard]] constexpr char peek() const noexcept { return at == end ? '\0' : *at; }

  constexpr void skip_space() noexcept {
    while (at != end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) ++at;
  }

  /// Steps over `c` if it is next.
  constexpr bool take(char c) noexcept {
    if (at == end || *at != c) return false;
    ++at;
    return true;
  }

  /// Steps over `c`, or fails.
  constexpr bool expect(char c) noexcept { return take(c) || fail(errc::malformed_json, at); }

  /// Steps over the bracket that opens an array or object, or fails when `limit` of them are open.
  constexpr bool open(std::size_t limit) noexcept {
    if (depth == limit) return fail(errc::too_deep, at);
    ++depth;
    ++at;
    return true;
  }

  /// Ends reading without an error.
  constexpr void halt() noexcept {
    halted = true;
    at = end;
  }

  /// Ends reading with an error; always false.
  constexpr bool fail(errc code, char const* where) noexcept {
    if (!halted) failure = error{code, static_cast<std::size_t>(where - first)};
    halt();
    return false;
  }
};

}  // namespace medusa::json::detail
