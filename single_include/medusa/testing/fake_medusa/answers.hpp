// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../fake_response.hpp"
#include "json_value.hpp"

#include <string>
#include <string_view>
#include <utility>

// medusa/testing/fake_medusa/answers.hpp

// The forms that the server's answers have.
namespace medusa::inline v0::testing::fake {

/// A body of JSON, with the `Content-Type` of Express.
[[nodiscard]] inline fake_response json_answer(int status, std::string body) {
  return fake_response(status, "application/json; charset=utf-8", std::move(body));
}

/// A body of plain text, with the `Content-Type` of Express.
[[nodiscard]] inline fake_response text_answer(int status, std::string body) {
  return fake_response(status, "text/plain; charset=utf-8", std::move(body));
}

/// The middleware's 401 is the one answer whose body has no Content-Type.
[[nodiscard]] inline fake_response not_signed_in() {
  return fake_response(401, "", "Unauthorized");
}

/// An error page of Express; `message` comes from the request and is escaped.
[[nodiscard]] inline fake_response html_answer(int status, std::string_view message) {
  std::string body =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta "
      "charset=\"utf-8\">\n<title>Error</title>\n"
      "</head>\n<body>\n<pre>";
  for (char const c : message) {
    if (c == '&') body += "&amp;";
    else if (c == '<') body += "&lt;";
    else if (c == '>') body += "&gt;";
    else if (c == '"') body += "&quot;";
    else if (c == '\'') body += "&#39;";
    else body += c;
  }
  return fake_response(status, "text/html; charset=utf-8", body + "</pre>\n</body>\n</html>\n");
}

/// An error object without `code`, as most are.
[[nodiscard]] inline fake_response error_answer(int status, std::string_view type,
                                                std::string_view message) {
  std::string body = R"({"type":")" + std::string(type) + R"(","message":)";
  append_json(body, message);
  return json_answer(status, body + '}');
}

/// What the server says to a value it does not take.
[[nodiscard]] inline fake_response invalid_data(std::string_view message) {
  return error_answer(400, "invalid_data", message);
}
/// What the server says to an id that no user has.
[[nodiscard]] inline fake_response unknown_user(std::string_view id) {
  return error_answer(404, "not_found", "User with id: " + std::string(id) + " was not found");
}
/// What the server says when it fails, and tells nothing about it.
[[nodiscard]] inline fake_response server_error() {
  return json_answer(
      500,
      R"({"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."})");
}

/// One user in its envelope.
[[nodiscard]] inline fake_response user_answer(json_value const& user) {
  std::string body = R"({"user":)";
  append_json(body, user);
  return json_answer(200, body + '}');
}

}  // namespace medusa::inline v0::testing::fake
