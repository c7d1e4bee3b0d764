// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <system_error>
#include <type_traits>

#include <medusa/core/errc.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/storage.hpp>

// `errc` as a `std::error_code` and `stage` as a `std::error_condition`:
//
//   std::error_code const ec = medusa::ext::to_error_code(user.error());
//   if (ec == medusa::stage::transport) …  // or medusa::errc::not_found, or std::errc::timed_out
template <>
struct std::is_error_code_enum<medusa::errc> : std::true_type {};
template <>
struct std::is_error_condition_enum<medusa::stage> : std::true_type {};

namespace medusa::inline v0::ext {

namespace detail {

class errc_category_type final : public std::error_category {
 public:
  [[nodiscard]] char const* name() const noexcept override { return "medusa"; }
  [[nodiscard]] std::string message(int code) const override {
    return std::string(to_string(static_cast<errc>(code)));
  }
  [[nodiscard]] std::error_condition default_error_condition(int code) const noexcept override {
    switch (static_cast<errc>(code)) {
      case errc::cancelled: return std::errc::operation_canceled;
      case errc::deadline_exceeded:
      case errc::timed_out: return std::errc::timed_out;
      default: return {code, *this};
    }
  }
};

}  // namespace detail

/// Of error codes made from `errc`.
[[nodiscard]] inline std::error_category const& errc_category() noexcept {
  static detail::errc_category_type const category;
  return category;
}

namespace detail {

class stage_category_type final : public std::error_category {
 public:
  [[nodiscard]] char const* name() const noexcept override { return "medusa.stage"; }
  [[nodiscard]] std::string message(int condition) const override {
    return std::string(to_string(static_cast<stage>(condition - 1)));
  }
  [[nodiscard]] bool equivalent(std::error_code const& code,
                                int condition) const noexcept override {
    return code.category() == errc_category() && code &&
           stage_of(static_cast<errc>(code.value())) == static_cast<stage>(condition - 1);
  }
};

}  // namespace detail

/// Of error conditions made from `stage`; one more than its number, as 0 is no error.
[[nodiscard]] inline std::error_category const& stage_category() noexcept {
  static detail::stage_category_type const category;
  return category;
}

/// What went wrong, as an error code. `cancelled` equals `std::errc::operation_canceled`;
/// `timed_out` and `deadline_exceeded` equal `std::errc::timed_out`.
template <storage S, class TransportError>
[[nodiscard]] std::error_code to_error_code(failure<S, TransportError> const& f) noexcept {
  return {static_cast<int>(f.code), errc_category()};
}
}  // namespace medusa::inline v0::ext

namespace medusa::inline v0 {

/// Found by argument-dependent lookup.
[[nodiscard]] inline std::error_code make_error_code(errc code) noexcept {
  return {static_cast<int>(code), ext::errc_category()};
}
/// Lets an `std::error_code` of ours be compared with a `stage`: who failed.
[[nodiscard]] inline std::error_condition make_error_condition(stage s) noexcept {
  return {static_cast<int>(s) + 1, ext::stage_category()};
}

}  // namespace medusa::inline v0
