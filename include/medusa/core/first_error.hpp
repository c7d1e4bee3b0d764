// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/encode_error.hpp>
#include <medusa/core/errc.hpp>

namespace medusa::inline v0 {

namespace detail {
/// Functions that check give a code that is none inside of the library, since an optional one of
/// them is more code wherever it passes.
[[nodiscard]] constexpr std::optional<errc> if_any(errc code) noexcept {
  return code == errc{} ? std::nullopt : std::optional(code);
}
}  // namespace detail

/// Collects what is wrong with the parts of a request, and keeps the first: what checks them need
/// not hand errors back. Names of fields are literals, or live as long.
class first_error {
 public:
  constexpr first_error() noexcept {}  // not defaulted: see static_string

  /// Always false.
  constexpr bool fail(errc code, char const* field, std::size_t needed = 0) noexcept {
    if (failed()) return false;
    error_.code = code;
    error_.field = field;
    error_.needed = needed;
    return false;
  }
  /// What checked the field itself, if it found anything.
  constexpr void note(errc code, char const* field) noexcept {
    if (code != errc{}) fail(code, field);
  }
  constexpr void note(std::optional<errc> code, char const* field) noexcept {
    if (code) fail(*code, field);
  }
  constexpr void refuse_control(std::string_view const& text, char const* field) noexcept {
    if (ascii::has_control(text)) fail(errc::control_character, field);
  }

  [[nodiscard]] constexpr bool failed() const noexcept { return error_.code != errc{}; }
  /// Without a code as long as nothing is wrong.
  [[nodiscard]] constexpr encode_error& error() noexcept { return error_; }
  [[nodiscard]] constexpr std::optional<encode_error> found() const noexcept {
    if (failed()) return error_;
    return std::nullopt;
  }

 private:
  encode_error error_{};
};

}  // namespace medusa::inline v0
