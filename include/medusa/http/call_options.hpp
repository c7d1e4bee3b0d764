// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include <medusa/core/cancellation.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/http/header_list.hpp>

namespace medusa::inline v0 {

/// For one call. Views, which must live until the call returns (asynchronous: until it is started;
/// the cancellation flag until it has ended). Nothing sticks to the client.
struct call_options {
  /// Replace the client's headers of the same name. A credential header (`Authorization`, `Cookie`,
  /// `x-medusa-access-token`) replaces the client's credentials for this call.
  header_list headers{};
  /// For each attempt, in place of the client's.
  std::optional<duration> timeout{};
  /// For the call with all its attempts and waits, in place of the client's.
  std::optional<duration> deadline{};
  /// `&flag`: a `bool` or `std::atomic<bool>` that ends the call once it is true.
  cancellation cancel{};
  /// Sent as `Idempotency-Key` in place of a generated one.
  std::string_view idempotency_key{};
};

/// None of them. A default argument that is made at each call would be code at each call.
inline constexpr call_options default_call_options{};

}  // namespace medusa::inline v0
