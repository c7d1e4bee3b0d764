// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/http/method.hpp>
#include <medusa/testing/recorder/cpp_literal.hpp>
#include <medusa/testing/recorder/redactor.hpp>
#include <medusa/testing/redacted.hpp>
#include <medusa/testing/scripted_step.hpp>

namespace medusa::inline v0::testing {

/// A request and what came of it, without secrets, as far as a client looks at it.
struct recorded_exchange {
  medusa::method method = method::get;
  std::string target{};
  std::string body{};
  std::vector<std::string> credential_headers{};  ///< names; their values are secrets
  std::optional<scripted_error> error{};          ///< in place of an answer
  int status = 0;
  std::string answer{};
  std::vector<std::pair<std::string, std::string>> headers{};  ///< of the answer

  /// Takes out what has become known as a secret since.
  void redact(redactor& secrets) {
    target = secrets.target(target);
    body = secrets.body(body);
    answer = secrets.body(answer);
    for (auto& [name, value] : headers)
      if (secrets.finds_secret_in(value)) value = redacted;
  }

  /// The source text of the `scripted_step` that expects the request and answers the same.
  [[nodiscard]] std::string to_cpp() const {
    constexpr std::string_view methods[] = {"get", "post", "del"};
    constexpr std::string_view errors[] = {"refused", "broken", "timed_out", "unexpected"};
    std::string out;
    if (body == redacted)
      out += "    // The body of this request is left out: not JSON, or a secret for a name.\n";
    if (answer == redacted)
      out += "    // The body of this answer is left out: not JSON, or a secret for a name.\n";
    out += "    medusa::testing::expect(medusa::method::";
    out += methods[static_cast<std::size_t>(method)];
    out += ", " + cpp_literal(target) + ")\n";
    if (!body.empty()) out += "        .body(" + cpp_literal(body) + ")\n";
    for (auto const& name : credential_headers)
      out += "        .with_header(" + cpp_literal(name) + ", medusa::testing::redacted)\n";
    if (error) {
      out += "        .fail(medusa::testing::scripted_error::";
      return (out += errors[static_cast<std::size_t>(*error)]) += "),\n";
    }
    out += "        .answer(" + std::to_string(status);
    if (!answer.empty()) out += ", " + cpp_literal(answer);
    out += ')';
    for (auto const& [name, value] : headers)
      out += "\n        .header(" + cpp_literal(name) + ", " + cpp_literal(value) + ")";
    return out += ",\n";
  }
};

}  // namespace medusa::inline v0::testing
