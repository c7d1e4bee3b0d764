// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/errc.hpp>
#include <medusa/core/hot.hpp>
#include <medusa/core/same_bytes.hpp>
#include <medusa/json/error.hpp>
#include <medusa/json/space_run.hpp>

namespace medusa::inline v0::json::detail {

/// A place in a document, and why reading stopped. The scanning functions move `at`, which only
/// ever moves forward.
///
/// A cursor that has failed or was stopped stands at the end of its document. So every later step
/// finds nothing there, fails as well, and is ignored: the first error stays, and no step has to
/// ask.
struct cursor {
  char const* at;
  char const* end;
  char const* first;
  std::size_t depth = 0;   ///< arrays and objects that are open
  std::size_t offset = 0;  ///< of the error
  errc code{};             ///< of the error; none as long as all is well
  bool halted = false;

  constexpr explicit cursor(std::string_view const& document) noexcept
      : at(document.data()), end(at + document.size()), first(at) {}

  /// NUL at the end. A NUL byte inside looks the same and is just as wrong at every place that
  /// asks.
  [[nodiscard]] MEDUSA_HOT constexpr char peek() const noexcept { return at == end ? '\0' : *at; }

  /// Skips white space, and gives what `peek` does.
  MEDUSA_HOT constexpr char next() noexcept {
    if (!medusa::detail::small_code && at != end && static_cast<unsigned char>(*at) > ' ')
      return *at;
    at = space_run(at, end);
    return peek();
  }

  /// Steps over `c` if it is next.
  MEDUSA_HOT constexpr bool take(char c) noexcept {
    if (at == end || *at != c) return false;
    ++at;
    return true;
  }

  /// Steps over the word if it is next.
  MEDUSA_HOT constexpr bool take(std::string_view const& word) noexcept {
    if (static_cast<std::size_t>(end - at) < word.size() ||
        !medusa::detail::same_bytes(at, word.data(), word.size()))
      return false;
    at += word.size();
    return true;
  }

  /// Steps over white space and a comma behind it, if that is next.
  MEDUSA_HOT constexpr bool take_comma() noexcept {
    static_cast<void>(next());
    return take(',');
  }

  /// Steps over `c`, or fails.
  constexpr bool expect(char c) noexcept { return take(c) || fail(errc::malformed_json); }

  /// Steps over the bracket that opens an array or object, or fails when `limit` of them are open.
  constexpr bool open(std::size_t limit) noexcept {
    if (depth == limit) return fail(errc::too_deep);
    ++depth;
    ++at;
    return true;
  }
  /// Steps over the bracket that closes it, or fails.
  constexpr bool close(char bracket) noexcept {
    --depth;
    return expect(bracket);
  }

  /// Ends reading without an error; always false.
  constexpr bool halt() noexcept {
    halted = true;
    at = end;
    return false;
  }

  /// Ends reading with an error at this place; always false.
  constexpr bool fail(errc why) noexcept {
    if (!halted) {
      code = why;
      offset = static_cast<std::size_t>(at - first);
    }
    return halt();
  }

  /// Reading is over: what went wrong, if anything did.
  [[nodiscard]] constexpr std::optional<error> failure() const noexcept {
    if (code == errc{}) return std::nullopt;
    return error{code, offset};
  }
};

}  // namespace medusa::inline v0::json::detail
