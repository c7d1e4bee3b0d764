// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/core/ascii.hpp>
#include <medusa/http/request.hpp>
#include <medusa/testing/fake_medusa/answers.hpp>
#include <medusa/testing/fake_medusa/json_value.hpp>

namespace medusa::inline v0::testing::fake {

/// Bytes of a body that the server's parser takes (Express' default limit).
inline constexpr std::size_t most_body = 100 * 1024;

/// Reads a body of JSON into `out`, or gives the refusal. One of another type is not looked at, and
/// an empty one is an empty object.
[[nodiscard]] inline std::optional<fake_response> read_body(request const& r, json_value& out) {
  out = {.kind = json::kind::object};
  std::string_view const type = r.header("Content-Type").value_or("");
  bool const is_json =
      ascii::iequals(ascii::trim(type.substr(0, type.find(';'))), "application/json");
  if (r.body.empty() || !is_json) return std::nullopt;
  if (r.body.size() > most_body)
    return html_answer(413, "PayloadTooLargeError: request entity too large");
  auto parsed = parse_json(r.body);
  if (!parsed || (parsed->kind != json::kind::object && parsed->kind != json::kind::array))
    return html_answer(400, "SyntaxError: the body is not a JSON object or array");
  out = std::move(*parsed);
  return std::nullopt;
}

/// Gives the refusal when `complain(body)` is not empty. An array passes for JSON, but is no object
/// to be validated.
template <class Complain>
[[nodiscard]] std::optional<fake_response> check_body(json_value const& body, Complain complain) {
  if (body.kind == json::kind::array)
    return invalid_data("an unknown value was passed to the validate function");
  std::string const complaint = complain(body);
  if (complaint.empty()) return std::nullopt;
  return invalid_data(complaint);
}

}  // namespace medusa::inline v0::testing::fake
