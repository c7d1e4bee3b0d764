// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <medusa/core/encode_error.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/version.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/header_table.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/request_buffer.hpp>
#include <medusa/operation/operation.hpp>
#include <medusa/operation/request_context.hpp>

namespace medusa::inline v0 {

namespace detail {

/// An operation without its type, so that a program builds requests in one place.
struct request_form {
  void (*encode)(erased const& op, request_writer&);
  medusa::method method;
  bool authenticated;
  bool repeatable;
};
template <operation Op>
inline constexpr request_form request_form_of{
    .encode = [](erased const& op, request_writer& w) { unerase<Op const>(op).encode(w); },
    .method = Op::info.method,
    .authenticated = Op::info.authenticated,
    .repeatable = Op::info.repeatable};

/// Memory for one request.
struct request_space {
  char* chars;
  std::size_t capacity;
  std::span<header> headers;
};

inline constexpr std::string_view json_type = "application/json";

/// Which header credentials are in, and what stands before them there: the scheme, or the cookie's
/// name. Rows as the enumerators of `credential_kind`.
struct signing {
  char const* header;
  char const* before;
};
inline constexpr signing signings[] = {{"x-medusa-access-token", ""},
                                       {"x-medusa-access-token", ""},
                                       {"Authorization", "Bearer "},
                                       {"Cookie", cookie_name}};

/// Sets the header of the client's credentials. Its value is written to `out`.
constexpr void set_credentials(header_table& table, sink& out, credentials const& c) noexcept {
  std::size_t const at = out.size();
  signing const& how = signings[static_cast<std::size_t>(c.kind())];
  out.append(how.before);
  out.append(c.value().reveal());
  table.add(how.header, out.written(at));
}

/// One attempt to write a request, which `made` then is: `buffer_too_small` when the memory was.
constexpr void write_request(request_form const& form, erased const& op, request_space const& space,
                             request_context const& context, call_options const& call,
                             std::string_view const& idempotency_key, request& made,
                             first_error& errors) {
  bool const signed_by_call = call.headers.check(errors);
  errors.refuse_control(idempotency_key, "idempotency_key");
  made.timeout = call.timeout ? *call.timeout : context.timeout;
  check_time(made.timeout, "timeout", errors);
  if (call.deadline) check_time(*call.deadline, "deadline", errors);

  sink out(space.chars, space.capacity);
  request_writer writer(out, errors, context.limits, context.max_items);
  out.append(context.base.text);
  form.encode(op, writer);
  std::size_t const body_at = writer.finish();
  std::size_t const body_end = out.size();

  bool const clients_own = form.authenticated && !signed_by_call;
  bool const signs_in = clients_own && context.credentials.kind() != credential_kind::none &&
                        !context.signed_by_headers;
  header_table headers(space.headers);  // a later header replaces one of the same name
  headers.add("Accept", json_type);
  if (writer.has_body()) headers.add("Content-Type", json_type);
  if (signs_in) set_credentials(headers, out, context.credentials);
  if (!context.publishable_api_key.empty())
    headers.add("x-publishable-api-key", context.publishable_api_key);
  if (form.method == method::post && !idempotency_key.empty())
    headers.add("Idempotency-Key", idempotency_key);
  headers.add("User-Agent", user_agent);
  context.headers.put(headers, clients_own);
  call.headers.put(headers);
  if (out.overflowed()) errors.fail(errc::buffer_too_small, "request", out.size());
  if (headers.overflowed()) errors.fail(errc::too_many_headers, "headers");
  std::size_t const head = body_at + headers.bytes();
  if (head > context.limits.request_head) errors.fail(errc::too_long, "headers", head);

  if (errors.failed()) return;
  made.method = form.method;
  made.url = {space.chars, body_at};
  made.target = {space.chars + context.base.path_at, body_at - context.base.path_at};
  made.body = {space.chars + body_at, body_end - body_at};
  made.headers = headers.rows();
  made.max_body = context.limits.response_body;
  made.cancel = call.cancel;
}

/// Writes into `buffer`, which grows if it can. There are no errors before.
template <request_memory Buffer>
constexpr void build_erased(request_form const& form, erased const& op, Buffer& buffer,
                            request_context const& context, call_options const& call,
                            std::string_view const& idempotency_key, request& made,
                            first_error& errors) {
  for (;;) {
    write_request(form, op, {buffer.data(), buffer.capacity(), buffer.headers()}, context, call,
                  idempotency_key, made, errors);
    std::size_t const needed =
        errors.error().code == errc::buffer_too_small ? errors.error().needed : 0;
    if (needed <= buffer.capacity() || !buffer.grow(needed)) return;
    errors = {};
  }
}

}  // namespace detail

/// Writes the request of an operation into `buffer`. In the buffer lie, one after the other, the
/// URL, the body, and the value of the credential header. Errors: those of the operation's fields,
/// of `call.headers`, `out_of_range` (a time limit that is not positive), `control_character` in
/// the key, `too_many_headers`, `too_long`, and `buffer_too_small` with the bytes needed.
///
/// `idempotency_key` is sent with POST unless empty. Of credentials, those in `call.headers` come
/// first, then those in the client's headers, then the client's credentials; the others are not
/// sent. An operation that needs none carries only those in `call.headers`.
template <operation Op, request_memory Buffer>
[[nodiscard]] constexpr result<request, encode_error> build_request(
    Op const& op, Buffer& buffer, request_context const& context,
    call_options const& call = default_call_options, std::string_view idempotency_key = {}) {
  request made{};
  first_error errors;
  detail::build_erased(detail::request_form_of<Op>, detail::erased_pointer<Op const>(op), buffer,
                       context, call, idempotency_key, made, errors);
  if (errors.failed()) return unexpected(errors.error());
  return made;
}

/// The same from options, which are checked first; `request()` of every operation is this.
template <operation Op, request_memory Buffer, class Clock>
[[nodiscard]] constexpr result<request, encode_error> build_request(
    Op const& op, Buffer& buffer, basic_options<Clock> const& options,
    call_options const& call = default_call_options) {
  auto const context = make_context(options);
  if (!context) return unexpected(context.error());
  return build_request(op, buffer, *context, call, call.idempotency_key);
}

}  // namespace medusa::inline v0
