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
#include <medusa/core/version.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/request_buffer.hpp>
#include <medusa/operation/operation.hpp>
#include <medusa/operation/request_context.hpp>

namespace medusa {

namespace detail {

/// The header table of a request: a header that is set again replaces the former one.
class header_table {
 public:
  constexpr explicit header_table(std::span<header> rows) noexcept : rows_(rows) {}

  constexpr void set(header const& h) noexcept {
    for (auto& row : rows_.first(size_))
      if (ascii::iequals(row.name, h.name)) return static_cast<void>(row = h);
    if (size_ == rows_.size()) overflowed_ = true;
    else rows_[size_++] = h;
  }
  constexpr void set(std::span<header const> all) noexcept {
    for (auto const& each : all) set(each);
  }
  [[nodiscard]] constexpr std::span<header const> rows() const noexcept { return rows_.first(size_); }
  [[nodiscard]] constexpr bool overflowed() const noexcept { return overflowed_; }
  [[nodiscard]] constexpr std::size_t bytes() const noexcept {
    std::size_t total = 0;  // each row with ": " and CR LF
    for (auto const& row : rows()) total += row.name.size() + row.value.size() + 4;
    return total;
  }

 private:
  std::span<header> rows_;
  std::size_t size_ = 0;
  bool overflowed_ = false;
};

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

}  // namespace detail

/// Writes the request of an operation into `buffer`. In the buffer lie, one after the other, the URL,
/// the body, and the value of the credential header. Errors: those of the operation's fields, of
/// `call.headers`, `too_many_headers`, `too_long`, and `buffer_too_small` with the bytes needed.
/// `idempotency_key` is sent with POST unless empty.
template <operation Op, request_memory Buffer>
[[nodiscard]] constexpr result<request, encode_error> build_request(Op const& op, Buffer& buffer,
                                                                    request_context const& context,
                                                                    call_options const& call = {},
                                                                    std::string_view idempotency_key = {}) {
  if (auto const error = headers_error(call.headers)) return unexpected(*error);
  if (ascii::has_control(idempotency_key))
    return unexpected(encode_error{.code = errc::control_character, .field = "idempotency_key"});
  bool const signs_in = Op::info.authenticated && context.credentials.kind() != credential_kind::none &&
                        !detail::brings_credentials(call.headers) && !detail::brings_credentials(context.headers);

  for (;;) {
    sink out(buffer.data(), buffer.capacity());
    request_writer writer(out, context.limits, context.max_items);
    out.append(context.base.text);
    op.encode(writer);
    if (auto const error = writer.error()) return unexpected(*error);
    std::size_t const body_at = writer.body_at().value_or(out.size());
    std::size_t const body_end = out.size();
    std::string_view credential_name{};
    if (signs_in) credential_name = detail::write_credentials(out, context.credentials);
    if (out.overflowed()) {
      if (buffer.capacity() < out.size() && buffer.grow(out.size())) continue;
      return unexpected(encode_error{.code = errc::buffer_too_small, .field = "request", .needed = out.size()});
    }

    std::string_view const all = out.written();
    request made{.method = Op::info.method,
                 .url = all.substr(0, body_at),
                 .target = all.substr(context.base.path_at, body_at - context.base.path_at),
                 .body = all.substr(body_at, body_end - body_at),
                 .timeout = call.timeout.value_or(context.timeout),
                 .max_body = context.limits.response_body,
                 .cancel = call.cancel};
    detail::header_table headers(buffer.headers());
    headers.set({"Accept", "application/json"});
    if (writer.body_at()) headers.set({"Content-Type", "application/json"});
    if (signs_in) headers.set({credential_name, all.substr(body_end)});
    if (!context.publishable_api_key.empty()) headers.set({"x-publishable-api-key", context.publishable_api_key});
    if (made.method == method::post && !idempotency_key.empty()) headers.set({"Idempotency-Key", idempotency_key});
    headers.set({"User-Agent", user_agent});
    headers.set(context.headers);
    headers.set(call.headers);
    if (headers.overflowed()) return unexpected(encode_error{.code = errc::too_many_headers, .field = "headers"});
    std::size_t const head = made.url.size() + headers.bytes();
    if (head > context.limits.request_head)
      return unexpected(encode_error{.code = errc::too_long, .field = "headers", .needed = head});
    made.headers = headers.rows();
    return made;
  }
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
