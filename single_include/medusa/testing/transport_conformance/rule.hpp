// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// medusa/testing/transport_conformance/rule.hpp

namespace medusa::inline v0::testing {

/// The rules of `transport` that can be tried out, in the order in which they are reported.
enum class transport_rule : std::uint8_t {
  target,
  body,
  empty_post,
  empty_others,
  headers,
  header_bytes,
  host,
  statuses,
  no_content,
  redirects,
  challenges,
  answer_headers,
  repeated_headers,
  cookies,
  chunks,
  trailers,
  until_close,
  interim,
  early_hints,
  content_coding,
  sizes,
  max_body,
  endless_body,
  time_limit,
  time_limit_in_body,
  time_limit_of_tls,
  no_time,
  no_answer,
  cut_answer,
  no_http,
  cancelled_before,
  cancelled_waiting,
  cancelled_in_body,
  refused,
  unconnected,
  lost,
  idle_close,
  no_repetition,
  no_views,
  recovery,
};
/// How many values `transport_rule` has.
inline constexpr std::size_t transport_rule_count =
    static_cast<std::size_t>(transport_rule::recovery) + 1;

/// False for what a transport only SHOULD do.
[[nodiscard]] constexpr bool is_must(transport_rule rule) noexcept {
  switch (rule) {
    case transport_rule::repeated_headers:
    case transport_rule::cancelled_before:
    case transport_rule::cancelled_waiting:
    case transport_rule::cancelled_in_body:
    case transport_rule::refused:
    case transport_rule::unconnected:
    case transport_rule::idle_close: return false;
    default: return true;
  }
}

[[nodiscard]] constexpr std::string_view to_string(transport_rule rule) noexcept {
  // clang-format off
  switch (rule) {
    case transport_rule::target: return "method, path and query arrive as they are";
    case transport_rule::body: return "a body arrives as it is, with its Content-Length";
    case transport_rule::empty_post: return "POST without a body has Content-Length: 0";
    case transport_rule::empty_others: return "GET and DELETE have no body";
    case transport_rule::headers: return "headers arrive as they are, each once";
    case transport_rule::header_bytes: return "UTF-8 in a header arrives as it is";
    case transport_rule::host: return "Host is the authority of the URL, once";
    case transport_rule::statuses: return "every status is a response, 4xx and 5xx too";
    case transport_rule::no_content: return "204 is a response without a body";
    case transport_rule::redirects: return "redirects are responses, not followed";
    case transport_rule::challenges: return "401 with a challenge is a response";
    case transport_rule::answer_headers: return "headers of the response are as they came";
    case transport_rule::repeated_headers: return "each of several Set-Cookie can be read";
    case transport_rule::cookies: return "cookies are not kept";
    case transport_rule::chunks: return "a chunked body is put together";
    case transport_rule::trailers: return "a trailer after the chunks is passed over";
    case transport_rule::until_close: return "a body may end with its connection";
    case transport_rule::interim: return "100 is not the response";
    case transport_rule::early_hints: return "103 and its headers are not the response";
    case transport_rule::content_coding: return "a body in a content coding is decoded, or an error";
    case transport_rule::sizes: return "100 KiB up and 1 MiB down arrive whole";
    case transport_rule::max_body: return "max_body bytes are taken, one more is an error";
    case transport_rule::endless_body: return "a body without end is an error at once";
    case transport_rule::time_limit: return "timeout ends the wait for an answer";
    case transport_rule::time_limit_in_body: return "timeout ends an answer that trickles";
    case transport_rule::time_limit_of_tls: return "timeout ends a TLS handshake";
    case transport_rule::no_time: return "no time is an error";
    case transport_rule::no_answer: return "closed in place of an answer is an error";
    case transport_rule::cut_answer: return "closed within an answer is an error";
    case transport_rule::no_http: return "what is not HTTP is an error";
    case transport_rule::cancelled_before: return "cancelled before: nothing is sent";
    case transport_rule::cancelled_waiting: return "cancel is looked at while it waits";
    case transport_rule::cancelled_in_body: return "cancel is looked at within an answer";
    case transport_rule::refused: return "a refused connection: not sent";
    case transport_rule::unconnected: return "given up within a TLS handshake: not sent";
    case transport_rule::lost: return "a connection lost after sending: may have been sent";
    case transport_rule::idle_close: return "a connection closed while idle is replaced";
    case transport_rule::no_repetition: return "no request is sent twice";
    case transport_rule::no_views: return "no views of the request are kept";
    case transport_rule::recovery: return "after an error the next call works";
  }
  // clang-format on
  return "unknown";
}

}  // namespace medusa::inline v0::testing
