// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

#include <medusa/core/errc.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/response.hpp>
#include <medusa/json/reader.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/decoder.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/no_content.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa {

/// The code of a status that is no success.
[[nodiscard]] constexpr errc errc_of_status(int status) noexcept {
  switch (status) {
    case 400: return errc::bad_request;
    case 401: return errc::unauthorized;
    case 403: return errc::forbidden;
    case 404: return errc::not_found;
    case 409: return errc::conflict;
    case 413: return errc::payload_too_large;
    case 422: return errc::unprocessable;
    case 429: return errc::too_many_requests;
    case 503: return errc::unavailable;
    default: break;
  }
  if (status >= 300 && status < 400) return errc::redirected;
  return status >= 500 && status < 600 ? errc::server_error : errc::unexpected_status;
}

namespace detail {
template <class Op>
concept renames_rejections = requires(errc code, int status) {
  { Op::rejected(code, status) } -> std::same_as<errc>;
};

template <class R>
[[nodiscard]] constexpr char* writable_body(R& response) noexcept {
  if constexpr (std::is_convertible_v<decltype(response.body()), std::span<char>>)
    return std::span<char>(response.body()).data();
  else return nullptr;
}

/// Reads what the server says about a refusal. Whatever does not fit or is not of the documented form
/// is left out: it must not hide the refusal itself.
template <storage S, class Json, class R>
constexpr void read_api_error(R& response, basic_api_error<S>& out) {
  std::string_view const body = response.body();
  char* const writable = writable_body(response);
  auto const take = [&](auto& value, auto& text) {
    decoder each(body, writable);
    if (value.kind() != json::kind::string || each.decode(value, text)) return true;
    text = {};
    return false;
  };
  auto const error = Json::visit(body, [&](auto& root) {
    if (root.kind() != json::kind::object) return;
    static_cast<void>(root.for_each_member([&](json::text key, auto& value) {
      if (key == "type") static_cast<void>(take(value, out.type));
      else if (key == "code") static_cast<void>(take(value, out.code));
      else if (key == "message") out.message_dropped = !take(value, out.message);
      return true;
    }));
  });
  if (error) out = {};
}

template <class T, class Json, class R>
[[nodiscard]] constexpr std::optional<decode_error> read_document(std::string_view envelope, R& response, T& out) {
  std::string_view const body = response.body();
  if (body.empty()) return decode_error{.code = errc::empty_body};
  decoder into(body, writable_body(response));
  reset(out);
  bool good = false;
  auto const error = Json::visit(body, [&](auto& root) {
    good = envelope.empty() ? into.decode(root, out) : into.decode_member(root, envelope, out);
  });
  if (error) return decode_error{.code = error->code, .offset = error->offset};
  if (!good) return into.error();
  return std::nullopt;
}
}  // namespace detail

/// Reads the response of an operation into `out`; what `parse_into` does, for when the operation itself
/// is gone.
template <operation Op, storage S, class Json, class TransportError, class R>
[[nodiscard]] constexpr std::optional<failure<S, TransportError>> read_response(
    R& response, typename Op::template result_type<S>& out) {
  static_assert(!S::views_response || Json::views_input,
                "borrowed storage views the response, but this JSON policy's text does not outlive its "
                "visit(): use hosted or fixed storage, or a policy whose `views_input` is true");
  using model = typename Op::template result_type<S>;
  int const status = response.status();
  if (status < 200 || status > 299) {
    std::optional<failure<S, TransportError>> refused(errc_of_status(status));
    refused->status = status;
    detail::read_api_error<S, Json>(response, refused->server);
    if constexpr (detail::renames_rejections<Op>) refused->code = Op::rejected(refused->code, status);
    return refused;
  }
  if constexpr (!std::is_same_v<model, no_content>) {
    if (auto const error = detail::read_document<model, Json>(Op::info.envelope, response, out))
      return failure<S, TransportError>(*error, status);
  }
  return std::nullopt;
}

/// Reads the response of an operation into `out`, where nothing stays of what was there. Nothing when it
/// succeeded; else why not, and `out` is then of no use. Errors: all of `stage::status` and
/// `stage::decode` but `missing_cookie`. O(body). The operation's fields are not looked at.
template <storage S, class Json = json::scanner, operation Op, response R>
[[nodiscard]] constexpr std::optional<failure<S>> parse_into(Op const&, R& response,
                                                             typename Op::template result_type<S>& out) {
  return read_response<Op, S, Json, no_transport>(response, out);
}

/// Reads the response of an operation. With `borrowed` storage the result views the response, so a
/// response that owns its body must be an lvalue, and outlive the result.
template <storage S, class Json = json::scanner, operation Op, class R>
  requires response<std::remove_cvref_t<R>>
[[nodiscard]] constexpr result<typename Op::template result_type<S>, failure<S>> parse(Op const&, R&& response) {
  static_assert(!S::views_response || borrowable_response<R>,
                "borrowed results view the response's body, and this response would be gone: name it "
                "first, or specialise medusa::enable_borrowed_response if its body outlives it");
  result<typename Op::template result_type<S>, failure<S>> out{};
  if (auto failed = read_response<Op, S, Json, no_transport>(response, *out)) out = unexpected(std::move(*failed));
  return out;
}

}  // namespace medusa
