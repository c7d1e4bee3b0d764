// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/ascii.hpp>
#include <medusa/core/encode_error.hpp>
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

[[nodiscard]] constexpr bool brings_credentials(std::span<header const> headers) noexcept {
  for (auto const& each : headers)
    if (is_credential_header(each.name)) return true;
  return false;
}

/// Appends the value of the credential header and gives the header's name; the scheme or the cookie's
/// name goes before what the client holds.
[[nodiscard]] constexpr std::string_view write_credentials(sink& out, credentials const& c) noexcept {
  std::string_view name = "x-medusa-access-token";
  if (c.kind() == credential_kind::bearer) {
    name = "Authorization";
    out.append("Bearer ");
  } else if (c.kind() == credential_kind::session_cookie) {
    name = "Cookie";
    out.append("connect.sid=");
  }
  out.append(c.value().reveal());
  return name;
}

/// An operation without its type, so that a program builds requests in one place. (A table of one
/// function, by hand: a virtual function would bring `__cxa_pure_virtual`.)
struct erased_operation {
  operation_info const* info;
  void (*encode)(erased_operation const&, request_writer&);
};

template <operation Op>
struct erased : erased_operation {
  constexpr explicit erased(Op const& o) noexcept
      : erased_operation{&Op::info, [](erased_operation const& self, request_writer& w) {
                           static_cast<erased const&>(self).op->encode(w);
                         }},
        op(&o) {}
  Op const* op;
};

/// One attempt to write a request into `out`, whose memory has room for `headers` besides. The error is
/// `buffer_too_small` when the memory was.
[[nodiscard]] constexpr result<request, encode_error> write_request(erased_operation const& op, sink out,
                                                                    std::span<header> rows,
                                                                    request_context const& context,
                                                                    call_options const& call,
                                                                    std::string_view idempotency_key) {
  auto const error = [](errc code, std::string_view field, std::size_t needed = 0) {
    return unexpected(encode_error{.code = code, .field = field, .needed = needed});
  };
  if (auto const bad = headers_error(call.headers)) return unexpected(*bad);
  if (ascii::has_control(idempotency_key)) return error(errc::control_character, "idempotency_key");
  if (call.timeout && *call.timeout <= duration()) return error(errc::out_of_range, "timeout");
  if (call.deadline && *call.deadline <= duration()) return error(errc::out_of_range, "deadline");
  bool const clients_own = op.info->authenticated && !brings_credentials(call.headers);
  bool const signs_in = clients_own && context.credentials.kind() != credential_kind::none &&
                        !brings_credentials(context.headers);

  request_writer writer(out, context.limits, context.max_items);
  out.append(context.base.text);
  op.encode(op, writer);
  if (auto const bad = writer.error()) return unexpected(*bad);
  std::size_t const body_at = writer.body_at().value_or(out.size());
  std::size_t const body_end = out.size();
  std::string_view credential_name{};
  if (signs_in) credential_name = write_credentials(out, context.credentials);
  if (out.overflowed()) return error(errc::buffer_too_small, "request", out.size());

  std::string_view const all = out.written();
  request made{.method = op.info->method,
               .url = slice(all, 0, body_at),
               .target = slice(all, context.base.path_at, body_at - context.base.path_at),
               .body = slice(all, body_at, body_end - body_at),
               .timeout = call.timeout.value_or(context.timeout),
               .max_body = context.limits.response_body,
               .cancel = call.cancel};
  header_table headers(rows);
  headers.set({"Accept", "application/json"});
  if (writer.body_at()) headers.set({"Content-Type", "application/json"});
  if (signs_in) headers.set({credential_name, slice(all, body_end)});
  if (!context.publishable_api_key.empty()) headers.set({"x-publishable-api-key", context.publishable_api_key});
  if (made.method == method::post && !idempotency_key.empty()) headers.set({"Idempotency-Key", idempotency_key});
  headers.set({"User-Agent", user_agent});
  headers.set(context.headers, clients_own);
  headers.set(call.headers);
  if (headers.overflowed()) return error(errc::too_many_headers, "headers");
  std::size_t const head = made.url.size() + headers.bytes();
  if (head > context.limits.request_head) return error(errc::too_long, "headers", head);
  made.headers = headers.rows();
  return made;
}

/// Writes into `buffer`, which grows if it can.
template <request_memory Buffer>
[[nodiscard]] constexpr result<request, encode_error> build_erased(erased_operation const& op, Buffer& buffer,
                                                                   request_context const& context,
                                                                   call_options const& call,
                                                                   std::string_view idempotency_key) {
  for (;;) {
    auto made = write_request(op, sink(buffer.data(), buffer.capacity()), buffer.headers(), context, call,
                              idempotency_key);
    bool const small = !made && made.error().code == errc::buffer_too_small && buffer.capacity() < made.error().needed;
    if (!small || !buffer.grow(made.error().needed)) return made;
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
  return detail::build_erased(detail::erased<Op>(op), buffer, context, call, idempotency_key);
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
