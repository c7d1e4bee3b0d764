// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <type_traits>

#include <medusa/core/erased.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/fixed_string.hpp>
#include <medusa/http/response.hpp>
#include <medusa/http/status_row.hpp>
#include <medusa/model/api_error.hpp>
#include <medusa/model/decoder.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/failure_slot.hpp>
#include <medusa/model/no_content.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0 {

namespace detail {
inline constexpr status_row<errc> refusals[] = {
    {400, errc::bad_request},   {401, errc::unauthorized},      {403, errc::forbidden},
    {404, errc::not_found},     {409, errc::conflict},          {413, errc::payload_too_large},
    {422, errc::unprocessable}, {429, errc::too_many_requests}, {503, errc::unavailable}};
}  // namespace detail

/// The code of a status that is no success.
[[nodiscard]] constexpr errc errc_of_status(int status) noexcept {
  for (auto const& each : detail::refusals)
    if (each.is_of(status)) return each.means;
  if (status >= 300 && status < 400) return errc::redirected;
  return status >= 500 && status < 600 ? errc::server_error : errc::unexpected_status;
}

namespace detail {

/// Whether what a JSON policy gives lives as long as a storage needs it.
template <class S, class Json>
consteval bool check_views() {
  static_assert(
      !S::views_response || Json::views_input,
      "borrowed storage views the response, but this JSON policy's text does not outlive its "
      "visit(): use hosted or fixed storage, or a policy whose `views_input` is true");
  static_assert(!keeping_storage<S> || Json::views_input,
                "pooled storage keeps the body and views it, but this JSON policy's text is "
                "somewhere else: use hosted "
                "storage, or a policy whose `views_input` is true");
  return true;
}

template <class Op>
concept renames_rejections = requires(errc code, int status) {
  { Op::rejected(code, status) } -> std::same_as<errc>;
};

template <class Op, class R, class T>
concept obtains_credentials =
    requires(R const& response, T const& value) { Op::obtained(response, value); };

/// How the answer to an operation is read, without its type: a program has the code that reads
/// once.
template <class Value>
struct answer_form {
  member_rows<Value> rows{};  ///< none: the body is not looked at
  char* (*ready)(erased const& out,
                 std::string_view const& document) = nullptr;  ///< see `make_ready`
  errc (*rejected)(errc, int) = nullptr;
};

template <class Value, class T, fixed_string Name>
inline constexpr std::array<member_row<Value>, 1> envelope{
    member_row<Value>{Name.view(), presence::required, &read_whole<Value, T>}};

/// Of all operations whose answers are read alike into a `T`.
template <class Value, class T, fixed_string Envelope, errc (*Rejected)(errc, int)>
[[nodiscard]] consteval answer_form<Value> make_answer_form() {
  answer_form<Value> form{.ready = &make_ready<T>, .rejected = Rejected};
  if constexpr (std::is_same_v<T, no_content>) return form;
  else if constexpr (Envelope.view().empty()) form.rows = table_of<Value, T>;
  else form.rows = envelope<Value, T, Envelope>;
  return form;
}
template <class Value, class T, fixed_string Envelope, errc (*Rejected)(errc, int)>
inline constexpr answer_form<Value> shared_answer_form =
    make_answer_form<Value, T, Envelope, Rejected>();

template <operation Op>
[[nodiscard]] consteval auto rejected_of() -> errc (*)(errc, int) {
  if constexpr (renames_rejections<Op>) return &Op::rejected;
  else return nullptr;
}
template <operation Op>
inline constexpr fixed_string<Op::info.envelope.size() + 1> envelope_of{Op::info.envelope};

/// Of operation `Op`, into a `T`.
template <operation Op, class T, class Value>
inline constexpr answer_form<Value> const& answer_form_of =
    shared_answer_form<Value, T, envelope_of<Op>, rejected_of<Op>()>;

template <class Value, class ApiError>
constexpr bool take_type(decoder& d, Value& value, erased const& out) {
  d.take(value, unerase<ApiError>(out).type.storage());
  return true;
}
template <class Value, class ApiError>
constexpr bool take_code(decoder& d, Value& value, erased const& out) {
  d.take(value, unerase<ApiError>(out).code.storage());
  return true;
}
template <class Value, class ApiError>
constexpr bool take_message(decoder& d, Value& value, erased const& out) {
  auto& error = unerase<ApiError>(out);
  error.message_dropped = !d.take(value, error.message);
  return true;
}
/// What the server says about a refusal. Whatever does not fit or is not of the documented form is
/// left out: it must not hide the refusal itself.
template <class Value, class ApiError>
inline constexpr std::array<member_row<Value>, 3> api_error_rows{
    member_row<Value>{"code", presence::optional, &take_code<Value, ApiError>},
    member_row<Value>{"type", presence::optional, &take_type<Value, ApiError>},
    member_row<Value>{"message", presence::optional, &take_message<Value, ApiError>}};

template <class Value, class ApiError>
inline constexpr member_rows<Value> api_error_table{api_error_rows<Value, ApiError>};

template <class R>
[[nodiscard]] constexpr char* writable_body(R& response) noexcept {
  if constexpr (std::is_convertible_v<decltype(response.body()), std::span<char>>)
    return std::span<char>(response.body()).data();
  else return nullptr;
}

/// Reads a response into what `out` points at, as `make_ready` leaves it. False when it is a
/// failure, which is then in `failed`.
template <class Json, class Failure, class R>
constexpr bool read_answer(R& response, answer_form<typename Json::value> const& form,
                           erased const& out, failure_slot<Failure>& failed) {
  using value = typename Json::value;
  using api_error = decltype(Failure::server);
  int const status = response.status();
  bool const refused = status < 200 || status > 299;
  if (!refused && form.rows.empty()) return true;
  std::string_view body = response.body();
  char* writable = writable_body(response);
  constexpr bool keeps = keeping_storage<typename Failure::storage_type>;
  [[maybe_unused]] char* const kept = form.ready(out, keeps && refused ? std::string_view() : body);
  if constexpr (keeps)
    if (kept != nullptr) body = {writable = kept, body.size()};
  decoder into(body, writable);
  if (!refused && into.template read<Json>(form.rows, out)) return true;
  Failure* failure = &failed.emplace();
  if (refused && !into.template read<Json>(api_error_table<value, api_error>,
                                           erased_pointer<api_error>(failure->server)))
    failure = &failed.emplace();  // without what was read until it went wrong
  failure->status = status;
  if (!refused) {
    failure->set(into.error());
    return false;
  }
  failure->code = errc_of_status(status);
  if (form.rejected != nullptr) failure->code = form.rejected(failure->code, status);
  return false;
}

}  // namespace detail

}  // namespace medusa::inline v0
