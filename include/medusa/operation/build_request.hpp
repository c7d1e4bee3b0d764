// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/encode_error.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/slice.hpp>
#include <medusa/core/version.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/request_buffer.hpp>
#include <medusa/operation/header_table.hpp>
#include <medusa/operation/operation.hpp>
#include <medusa/operation/request_context.hpp>

namespace medusa {

namespace detail {

/// An operation without its type, so that a program builds requests in one place.
struct request_form {
  operation_info const* info;
  void (*encode)(erased const& op, request_writer&);
};
template <operation Op>
inline constexpr request_form request_form_of{
    &Op::info, [](erased const& op, request_writer& w) { unerase<Op const>(op).encode(w); }};

/// Memory for one request.
struct request_space {
  char* chars;
  std::size_t capacity;
  std::span<header> headers;
};

[[nodiscard]] constexpr bool brings_credentials(std::span<header const> headers) noexcept {
  for (auto const& each : headers)
    if (is_credential_header(each.name)) return true;
  return false;
}

/// Sets the header of the client's credentials, whose value is written to `out`: before it go the scheme
/// or the cookie's name.
constexpr void set_credentials(header_table& table, sink& out, credentials const& c) noexcept {
  std::size_t const at = out.size();
  std::string_view name("x-medusa-access-token", 21);
  if (c.kind() == credential_kind::bearer) {
    name = {"Authorization", 13};
    out.append({"Bearer ", 7});
  } else if (c.kind() == credential_kind::session_cookie) {
    name = {"Cookie", 6};
    out.append({"connect.sid=", 12});
  }
  out.append(c.value().reveal());
  table.set(name, out.written(at));
}

/// One attempt to write a request. The code is `buffer_too_small` when the memory was, and none when all
/// went well.
[[nodiscard]] constexpr encode_error write_request(request_form const& form, erased const& op,
                                                   request_space const& space, request_context const& context,
                                                   call_options const& call, std::string_view idempotency_key,
                                                   request& made) {
  if (encode_error const bad = check_headers(call.headers); bad.code != errc{}) return bad;
  if (ascii::has_control(idempotency_key)) return {.code = errc::control_character, .field = "idempotency_key"};
  made.timeout = call.timeout.value_or(context.timeout);
  if (made.timeout <= duration()) return {.code = errc::out_of_range, .field = "timeout"};
  if (call.deadline && *call.deadline <= duration()) return {.code = errc::out_of_range, .field = "deadline"};

  sink out(space.chars, space.capacity);
  request_writer writer(out, context.limits, context.max_items);
  out.append(context.base.text);
  form.encode(op, writer);
  if (auto const bad = writer.error()) return *bad;
  std::size_t const body_at = writer.body_at().value_or(out.size());
  std::size_t const body_end = out.size();

  bool const clients_own = form.info->authenticated && !brings_credentials(call.headers);
  bool const signs_in = clients_own && context.credentials.kind() != credential_kind::none &&
                        !brings_credentials(context.headers);
  header_table headers(space.headers);  // a later header replaces one of the same name
  headers.set({"Accept", 6}, {"application/json", 16});
  if (writer.body_at()) headers.set({"Content-Type", 12}, {"application/json", 16});
  if (signs_in) set_credentials(headers, out, context.credentials);
  if (!context.publishable_api_key.empty()) headers.set({"x-publishable-api-key", 21}, context.publishable_api_key);
  if (form.info->method == method::post && !idempotency_key.empty())
    headers.set({"Idempotency-Key", 15}, idempotency_key);
  headers.set({"User-Agent", 10}, user_agent);
  headers.set(context.headers, clients_own);
  headers.set(call.headers);
  if (out.overflowed()) return {.code = errc::buffer_too_small, .field = "request", .needed = out.size()};
  if (headers.overflowed()) return {.code = errc::too_many_headers, .field = "headers"};

  std::string_view const all = out.written();
  made.method = form.info->method;
  made.url = slice(all, 0, body_at);
  made.target = slice(made.url, context.base.path_at);
  made.body = slice(all, body_at, body_end - body_at);
  made.headers = headers.rows();
  made.max_body = context.limits.response_body;
  made.cancel = call.cancel;
  std::size_t const head = made.url.size() + headers.bytes();
  if (head > context.limits.request_head) return {.code = errc::too_long, .field = "headers", .needed = head};
  return {};
}

/// Writes into `buffer`, which grows if it can. The code is none when all went well.
template <request_memory Buffer>
[[nodiscard]] constexpr encode_error build_erased(request_form const& form, erased const& op, Buffer& buffer,
                                                  request_context const& context, call_options const& call,
                                                  std::string_view idempotency_key, request& made) {
  for (;;) {
    encode_error const bad = write_request(form, op, {buffer.data(), buffer.capacity(), buffer.headers()}, context,
                                           call, idempotency_key, made);
    bool const small = bad.code == errc::buffer_too_small && buffer.capacity() < bad.needed;
    if (!small || !buffer.grow(bad.needed)) return bad;
  }
}

}  // namespace detail

/// Writes the request of an operation into `buffer`. In the buffer lie, one after the other, the URL,
/// the body, and the value of the credential header. Errors: those of the operation's fields, of
/// `call.headers`, `out_of_range` (a time limit that is not positive), `control_character` in the key,
/// `too_many_headers`, `too_long`, and `buffer_too_small` with the bytes needed.
///
/// `idempotency_key` is sent with POST unless empty. Of credentials, those in `call.headers` come
/// first, then those in the client's headers, then the client's credentials; the others are not sent.
/// An operation that needs none carries only those in `call.headers`.
template <operation Op, request_memory Buffer>
[[nodiscard]] constexpr result<request, encode_error> build_request(Op const& op, Buffer& buffer,
                                                                    request_context const& context,
                                                                    call_options const& call = {},
                                                                    std::string_view idempotency_key = {}) {
  request made{};
  encode_error const bad = detail::build_erased(detail::request_form_of<Op>, detail::erased_pointer<Op const>(op), buffer,
                                                context, call, idempotency_key, made);
  if (bad.code != errc{}) return unexpected(bad);
  return made;
}

/// The same from options, which are checked first; `request()` of every operation is this.
template <operation Op, request_memory Buffer, class Clock>
[[nodiscard]] constexpr result<request, encode_error> build_request(Op const& op, Buffer& buffer,
                                                                    basic_options<Clock> const& options,
                                                                    call_options const& call = {}) {
  auto const context = make_context(options);
  if (!context) return unexpected(context.error());
  return build_request(op, buffer, *context, call, call.idempotency_key);
}

}  // namespace medusa
