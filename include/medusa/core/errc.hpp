// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace medusa::inline v0 {

/// What went wrong. `stage_of` tells who failed. Zero is not a code: an error always has a reason.
enum class errc : std::uint8_t {
  // stage::encode: the caller's values cannot be sent; nothing was sent. From `request()` of
  // operations, `status()` and `sign_in()` of a client, and every call.
  missing_value = 1,  ///< a required field is empty (e-mail, token, id, base URL)
  invalid_value,      ///< the value is not one the server knows, or not of the field's form
  invalid_id,         ///< an id of `.` or `..`, which would name another route
  invalid_url,        ///< the base URL is not `http(s)://host[:port][/path]`
  invalid_header,     ///< a header name is no token, or one the transport must set itself
  control_character,  ///< CR, LF, NUL or another control character where none may stand
  invalid_utf8,       ///< text that is not UTF-8
  invalid_json,       ///< metadata text that is not a JSON object
  publishable_key,    ///< a token beginning `pk_`: a publishable key gives no admin access
  out_of_range,       ///< a number or date outside what can be sent
  too_long,           ///< longer than the storage or the server takes; `needed` says how long
  too_many_headers,   ///< more headers than a request can carry
  buffer_too_small,   ///< the request does not fit its buffer; `needed` says how large it is
  too_many_calls,  ///< all places for calls with handlers are taken; of asynchronous clients alone

  // stage::transport: no complete response arrived. From every call of a client.
  transport_failed,    ///< the transport's own error is kept beside this code
  response_too_large,  ///< the body is larger than the `max_body` that was allowed

  // stage::status: the server answered and refused. From every call of a client, and `parse`.
  redirected,            ///< 3xx, 304 included; redirects are never followed
  bad_request,           ///< 400
  unauthorized,          ///< 401
  forbidden,             ///< 403
  not_found,             ///< 404
  conflict,              ///< 409
  payload_too_large,     ///< 413
  unprocessable,         ///< 422
  too_many_requests,     ///< 429
  server_error,          ///< 5xx without a code of its own
  unavailable,           ///< 503
  reset_token_rejected,  ///< 500 to reset_password: the token is probably used or expired
  unexpected_status,     ///< any other status that is no success

  // stage::decode: the server reported success and broke the contract. From every call of a client,
  // and `parse`; missing_cookie from create_session alone.
  empty_body,      ///< a success without the document it must carry
  malformed_json,  ///< not JSON (an HTML page of a proxy, a cut document)
  malformed_utf8,  ///< JSON text that is not UTF-8
  too_deep,        ///< nested deeper than the reader's limit
  wrong_type,      ///< a member of another type than documented
  missing_member,  ///< a required member is absent
  text_too_long,   ///< a text longer than the storage takes; `needed` says how long
  too_many_items,  ///< more elements than the storage takes
  escaped_text,    ///< text with escapes, which a view into the body cannot show
  missing_cookie,  ///< a login without its session cookie

  // stages of their own. From every call of a client.
  cancelled,          ///< the caller's flag was set, or an asynchronous client was destroyed
  deadline_exceeded,  ///< the time for the call, with all its attempts and waits, is over
  timed_out,          ///< the time for an attempt is over and it was the last
};

/// Who failed.
enum class stage : std::uint8_t {
  encode,     ///< the caller
  transport,  ///< the network
  status,     ///< the server refused
  decode,     ///< the server broke the contract
  cancelled,  ///< the caller changed their mind
  deadline,   ///< time is over
};

/// Who failed, when this is the code.
[[nodiscard]] constexpr stage stage_of(errc code) noexcept {
  if (code < errc::transport_failed) return stage::encode;
  if (code < errc::redirected) return stage::transport;
  if (code < errc::empty_body) return stage::status;
  if (code < errc::cancelled) return stage::decode;
  return code == errc::cancelled ? stage::cancelled : stage::deadline;
}

[[nodiscard]] constexpr std::string_view to_string(stage s) noexcept {
  switch (s) {
    case stage::encode: return "encode";
    case stage::transport: return "transport";
    case stage::status: return "status";
    case stage::decode: return "decode";
    case stage::cancelled: return "cancelled";
    case stage::deadline: return "deadline";
  }
  return "unknown";
}

/// A short English phrase, for people; compare codes, not phrases.
[[nodiscard]] constexpr std::string_view to_string(errc code) noexcept {
  switch (code) {
    case errc::missing_value: return "a required value is missing";
    case errc::invalid_value: return "the value is not valid";
    case errc::invalid_id: return "the id would name another route";
    case errc::invalid_url: return "not an http or https URL with a host";
    case errc::invalid_header: return "a name is not valid, or set by the transport";
    case errc::control_character: return "a control character is not allowed here";
    case errc::invalid_utf8: return "the text is not UTF-8";
    case errc::invalid_json: return "not a JSON object";
    case errc::publishable_key: return "a publishable key (pk_...) gives no admin access";
    case errc::out_of_range: return "the number is out of range";
    case errc::too_long: return "the value is too long";
    case errc::too_many_headers: return "too many headers";
    case errc::buffer_too_small: return "the request does not fit its buffer";
    case errc::too_many_calls: return "too many calls at a time";
    case errc::transport_failed: return "no complete answer arrived";
    case errc::response_too_large: return "the answer is larger than allowed";
    case errc::redirected: return "the server answered with a redirect";
    case errc::bad_request: return "the server did not accept the request";
    case errc::unauthorized: return "not signed in, or the credentials are not valid";
    case errc::forbidden: return "not permitted";
    case errc::not_found: return "not found";
    case errc::conflict: return "the request conflicts with another one";
    case errc::payload_too_large: return "the request is larger than the server takes";
    case errc::unprocessable: return "the server could not process the request";
    case errc::too_many_requests: return "too many requests";
    case errc::server_error: return "the server failed";
    case errc::unavailable: return "the server is unavailable";
    case errc::reset_token_rejected: return "the reset token is probably used or expired";
    case errc::unexpected_status: return "the server answered with an unexpected status";
    case errc::empty_body: return "the answer is empty";
    case errc::malformed_json: return "the answer is not JSON";
    case errc::malformed_utf8: return "the answer is not UTF-8";
    case errc::too_deep: return "the answer is nested too deeply";
    case errc::wrong_type: return "a member has an unexpected type";
    case errc::missing_member: return "a required member is missing";
    case errc::text_too_long: return "a text is longer than its storage";
    case errc::too_many_items: return "more items than the storage takes";
    case errc::escaped_text: return "an escaped text cannot be borrowed from the answer";
    case errc::missing_cookie: return "the login came without a session cookie";
    case errc::cancelled: return "cancelled";
    case errc::deadline_exceeded: return "the time for the call is over";
    case errc::timed_out: return "no answer within the time limit";
  }
  return "unknown error";
}

}  // namespace medusa::inline v0
