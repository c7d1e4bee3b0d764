// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../../medusa.hpp"
#include "error.hpp"
#include "field_value.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// medusa/ext/http1/response_head.hpp

namespace medusa::inline v0::ext::http1 {

/// What ends the body of a response.
enum class framing : std::uint8_t { no_body, counted, chunked, until_end, ambiguous };

/// What the head of a response says about the message itself; it is told the lines in their order,
/// without their ends. "Section" is of RFC 9112.
struct response_head {
  int status = 0;
  std::optional<std::size_t> length{};  ///< Content-Length
  bool is_chunked = false;
  bool is_old = false;  ///< HTTP/1.0
  /// Whether the connection can carry another request (section 9.3). Not after HTTP/1.0, where we
  /// would have had to ask for it.
  bool keep_alive = false;
  /// How long the server says it keeps the connection when nothing is sent.
  duration idle_limit = duration::max();

  /// `HTTP-version SP status-code SP [ reason-phrase ]` (section 4); the version is case-sensitive
  /// (section 2.3). The reason is not looked at, and may be missing with its space. 101 is refused:
  /// we never ask for another protocol (RFC 9110 section 15.2.2). Error: `bad_status_line`.
  [[nodiscard]] constexpr http1_errc take_status(std::string_view line) noexcept {
    *this = {};
    bool const known = line.starts_with("HTTP/1.1 ") || line.starts_with("HTTP/1.0 ");
    auto const code = parse_decimal(known ? slice(line, 9, 3) : std::string_view());
    if (!code || *code < 100 || *code == 101 || (line.size() > 12 && line[12] != ' '))
      return http1_errc::bad_status_line;
    status = static_cast<int>(*code);
    is_old = line[7] == '0';
    keep_alive = !is_old;
    return http1_errc::none;
  }

  /// `field-name ":" OWS field-value OWS` (section 5). Errors: `folded_field`, `bad_field`,
  /// `bad_content_length`, `ambiguous_framing`, `unsupported_coding`.
  [[nodiscard]] constexpr http1_errc take_field(std::string_view line) noexcept {
    if (line.starts_with(' ') || line.starts_with('\t'))
      return http1_errc::folded_field;  // sections 2.2, 5.2
    std::size_t const colon = line.find(':');
    std::string_view const name = slice(line, 0, colon);
    if (colon == std::string_view::npos || !is_token(name)) return http1_errc::bad_field;
    std::string_view const value = ascii::trim(slice(line, colon + 1));
    if (ascii::iequals(name, "Content-Length")) {
      auto const bytes = parse_decimal(value);
      if (!bytes) return http1_errc::bad_content_length;
      // Said twice the same is allowed (section 6.3, item 5).
      if (length && *length != *bytes) return http1_errc::ambiguous_framing;
      length = bytes;
    } else if (ascii::iequals(name, "Transfer-Encoding")) {
      if (!ascii::iequals(value, "chunked")) return http1_errc::unsupported_coding;
      if (is_chunked) return http1_errc::ambiguous_framing;  // chunked twice (section 6.1)
      is_chunked = true;
    } else if (ascii::iequals(name, "Content-Encoding")) {
      if (!ascii::iequals(value, "identity")) return http1_errc::unsupported_coding;
    } else if (ascii::iequals(name, "Connection")) {
      if (has_member(value, "close")) keep_alive = false;
    } else if (ascii::iequals(name, "Keep-Alive")) {
      idle_limit = keep_alive_timeout(value);
    }
    return http1_errc::none;
  }

  /// Section 6.3, its items in their order but for `ambiguous`, which comes first.
  [[nodiscard]] constexpr framing body() const noexcept {
    // Both is item 3; chunks in HTTP/1.0 are faulty framing (section 6.1).
    if (is_chunked && (length || is_old)) return framing::ambiguous;
    if (is_interim() || status == 204 || status == 304)
      return framing::no_body;  // whatever the fields say
    if (is_chunked) return framing::chunked;
    return length ? framing::counted : framing::until_end;
  }

  [[nodiscard]] constexpr bool is_interim() const noexcept { return status < 200; }
};

}  // namespace medusa::inline v0::ext::http1
