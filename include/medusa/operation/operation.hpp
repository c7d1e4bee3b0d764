// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string_view>

#include <medusa/http/method.hpp>
#include <medusa/operation/request_writer.hpp>

namespace medusa::inline v0 {

/// What the exchange has to know of an operation.
struct operation_info {
  medusa::method method = medusa::method::get;
  /// Whether the client's credentials are sent. Operations that need none never carry them.
  bool authenticated = true;
  /// Whether doing it twice is the same as doing it once, so that it may be repeated when it is not
  /// known whether the server has done it.
  bool repeatable = true;
  /// The member of the response's root object that holds the result; empty when the root is it.
  std::string_view envelope{};
};

/// An operation: a small aggregate of views, which can be turned into a request and knows the type
/// of its result. It MUST have
/// - `static constexpr operation_info info`;
/// - `template <storage S> using result_type`: a described model, or `no_content`, whose body is
///   not looked at;
/// - `void encode(request_writer&) const`: writes path, query and body.
///
/// It MAY have `static errc rejected(errc code, int status)`, which gives a refusal a more telling
/// code, and `static result<credentials, errc> obtained(response const&, model const&)`, which takes
/// new credentials from a response; they view it.
template <class Op>
concept operation = requires(Op const& op, request_writer& writer) {
  { Op::info } -> std::convertible_to<operation_info const&>;
  { op.encode(writer) } -> std::same_as<void>;
};

}  // namespace medusa::inline v0
