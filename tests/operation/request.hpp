// SPDX-License-Identifier: MIT
#pragma once

#include <medusa/core/sink.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/request_buffer.hpp>
#include <medusa/operation/build_request.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

using test_options = medusa::basic_options<medusa::no_clock>;

inline constexpr test_options anonymous{.base_url = "http://h:9000"};
inline constexpr test_options signed_in{.base_url = "http://h:9000",
                                        .credentials = medusa::api_token{"tok_1"}};

/// A request as text: method and URL, the headers in their order, and the body. The version is left
/// out of our User-Agent, so that a release changes no test.
constexpr auto as_text(medusa::request const& r) {
  medusa::static_string<4096> text;
  static_cast<void>(text.resize(4096));
  medusa::sink out(text.data(), 4096);
  out.append(to_string(r.method));
  out.append(' ');
  out.append(r.url);
  out.append('\n');
  for (auto const& each : r.headers) {
    out.append(each.name);
    out.append(": ");
    out.append(each.value == medusa::user_agent ? std::string_view("medusa-cpp") : each.value);
    out.append('\n');
  }
  out.append('\n');
  out.append(r.body);
  static_cast<void>(text.resize(out.size() <= 4096 ? out.size() : 0));
  return text;
}

/// Whether the operation's request is this, and its target the end of the URL.
template <class Op>
constexpr bool writes(Op const& op, std::string_view wanted,
                      test_options const& options = signed_in,
                      medusa::call_options const& call = {}) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, options, call);
  return made && std::string_view(as_text(*made)) == wanted && made->url.ends_with(made->target) &&
         made->target.starts_with('/');
}

/// Whether GET and DELETE go to this target, with the headers of every request.
template <class Op>
constexpr bool targets(Op const& op, std::string_view wanted,
                       test_options const& options = signed_in) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, options);
  return made && made->target == wanted && made->body.empty() && !made->header("Content-Type") &&
         made->header("Accept") == "application/json";
}

/// Whether POST has this body, and says what it is.
template <class Op>
constexpr bool posts(Op const& op, std::string_view wanted,
                     test_options const& options = signed_in) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, options);
  return made && made->method == medusa::method::post && made->body == wanted &&
         made->header("content-type") == "application/json";
}

/// Whether there is no request, and why.
template <class Op>
constexpr bool refuses(Op const& op, medusa::errc code, std::string_view field,
                       std::size_t needed = 0, test_options const& options = signed_in,
                       medusa::call_options const& call = {}) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, options, call);
  return !made &&
         made.error() == medusa::encode_error{.code = code, .field = field, .needed = needed} &&
         stage_of(code) == medusa::stage::encode;
}

/// Whether a required or optional text is refused when the server cannot store it, or nobody read
/// it.
template <class Make>
constexpr bool refuses_bad_text(Make make, std::string_view field) {
  using medusa::errc;
  return refuses(make(std::string_view("a\0b", 3)), errc::control_character, field) &&
         refuses(make("\xFF"), errc::invalid_utf8, field) &&
         refuses(make("caf\xE9"), errc::invalid_utf8, field) &&
         refuses(make("\xED\xA0\xBD"), errc::invalid_utf8, field) &&
         refuses(make("\xC0\x80"), errc::invalid_utf8, field);
}

/// Whether an id that would name another route, or none, is refused.
template <class Make>
constexpr bool refuses_bad_id(Make make) {
  using medusa::errc;
  return refuses(make(""), errc::missing_value, "id") &&
         refuses(make("."), errc::invalid_id, "id") &&
         refuses(make(".."), errc::invalid_id, "id") &&
         refuses(make("a\r\nHost: b"), errc::control_character, "id") &&
         refuses(make(std::string_view("a\0", 2)), errc::control_character, "id") &&
         refuses(make("\x7F"), errc::control_character, "id") &&
         refuses(make("\t"), errc::control_character, "id") &&
         refuses(make("usr_\xFF"), errc::invalid_utf8, "id");
}

/// Whether an id that is too long for the server is refused, with the bytes of the URL.
template <class Make>
constexpr bool refuses_long_id(Make make, std::size_t rest_of_url) {
  test_options small = signed_in;
  small.limits.request_head = 300;
  char id[400]{};
  for (char& c : id) c = 'u';
  medusa::request_buffer<2048> buffer;
  std::size_t const room = 300 - rest_of_url;
  // What the URL leaves is not enough for the headers, which are said to be too long then.
  auto const fits = make(std::string_view(id, room)).request(buffer, small);
  return !fits && fits.error().field == "headers" &&
         refuses(make(std::string_view(id, room + 1)), medusa::errc::too_long, "id", 301, small) &&
         refuses(make(std::string_view(id, 400)), medusa::errc::too_long, "id", rest_of_url + 400,
                 small);
}
