// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <type_traits>

#include <medusa/core/as_new.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/response.hpp>
#include <medusa/json/reader.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/failure_slot.hpp>
#include <medusa/operation/answer.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0 {

namespace detail {
/// Before anything is used of them.
template <class Json, class R>
consteval bool check_parse() {
  static_assert(json::check_reader<Json>());
  static_assert(check_response<R>());
  return true;
}
}  // namespace detail

/// Reads the response of an operation into `out`: the result type of the operation, or a struct of
/// your own with a field table, which is read in its place. Of what was there nothing stays but
/// members that the table does not name, and the memory of a list. Nothing when it succeeded; else
/// why not, and `out` is then of no use. Errors: all of `stage::status` and `stage::decode` but
/// `missing_cookie`. O(body). The operation's fields are not looked at.
template <storage S, class Json = json::scanner, operation Op, class R, class T>
[[nodiscard]] constexpr std::optional<failure<S>> parse_into(Op const&, R& response, T& out) {
  static_assert(detail::check_parse<Json, R>());
  static_assert(detail::check_views<S, Json>());
  std::optional<failure<S>> failed = detail::as_new<std::optional<failure<S>>>();
  detail::optional_slot<failure<S>> slot(failed);
  detail::read_answer<Json>(response, detail::answer_form_of<Op, T, typename Json::value>,
                            detail::erased_pointer<T>(out), slot);
  return failed;
}

/// Reads the response of an operation. With `borrowed` storage the result views the response, so a
/// response that owns its body must be an lvalue, and outlive the result.
template <storage S, class Json = json::scanner, operation Op, class R>
[[nodiscard]] constexpr result<typename Op::template result_type<S>, failure<S>> parse(
    Op const&, R&& response) {
  static_assert(detail::check_parse<Json, std::remove_cvref_t<R>>());
  static_assert(
      !S::views_response || borrowable_response<R>,
      "borrowed results view the response's body, and this response would be gone: name it "
      "first, or specialise medusa::enable_borrowed_response if its body outlives it");
  static_assert(detail::check_views<S, Json>());
  using model = typename Op::template result_type<S>;
  result<model, failure<S>> out{};
  detail::result_slot<model, failure<S>> slot(out);
  detail::read_answer<Json>(response, detail::answer_form_of<Op, model, typename Json::value>,
                            detail::erased_pointer<model>(*out), slot);
  return out;
}

}  // namespace medusa::inline v0
