// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <medusa/model/members.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0 {

/// The `type` of the server's error objects (Medusa's `MedusaErrorTypes`).
enum class error_type : std::uint8_t {
  database_error,
  duplicate_error,
  invalid_argument,
  invalid_data,
  unauthorized,
  not_found,
  not_allowed,
  unexpected_state,
  conflict,
  unknown_error,
  payment_authorization_error,
};

/// The `code` of the server's error objects; most have none (Medusa's `MedusaErrorCodes` and those
/// of its error handler).
enum class error_code : std::uint8_t {
  insufficient_inventory,
  cart_incompatible_state,
  unknown_modules,
  invalid_request_error,
  api_error,
  invalid_state_error,
  unknown_error,
};

namespace detail {
inline constexpr std::array<std::string_view, 11> error_type_texts{"database_error",
                                                                   "duplicate_error",
                                                                   "invalid_argument",
                                                                   "invalid_data",
                                                                   "unauthorized",
                                                                   "not_found",
                                                                   "not_allowed",
                                                                   "unexpected_state",
                                                                   "conflict",
                                                                   "unknown_error",
                                                                   "payment_authorization_error"};
inline constexpr std::array<std::string_view, 7> error_code_texts{"insufficient_inventory",
                                                                  "cart_incompatible_state",
                                                                  "unknown_modules",
                                                                  "invalid_request_error",
                                                                  "api_error",
                                                                  "invalid_state_error",
                                                                  "unknown_error"};
}  // namespace detail
template <>
inline constexpr std::span<std::string_view const> enum_texts<error_type>{detail::error_type_texts};
template <>
inline constexpr std::span<std::string_view const> enum_texts<error_code>{detail::error_code_texts};

/// What the server says about a request it refused. All of it may be missing: many refusals are
/// plain text, HTML or nothing. On bounded storage a type or code that is longer than its texts is,
/// too; the longest known one has 27 bytes.
template <storage S>
struct basic_api_error {
  open_enum<error_type, typename S::text> type{};
  open_enum<error_code, typename S::text> code{};  ///< absent from most 400 and 404
  typename S::message message{};                   ///< for people
  /// There was a message, and the storage could not take it: too long for `fixed`, or with escapes
  /// that `borrowed` cannot show.
  bool message_dropped = false;
};

}  // namespace medusa::inline v0
