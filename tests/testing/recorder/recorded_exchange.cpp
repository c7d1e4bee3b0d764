// SPDX-License-Identifier: MIT
#include <medusa/testing/recorder/recorded_exchange.hpp>

#include <doctest/doctest.h>

using medusa::method;
using medusa::testing::recorded_exchange;
using medusa::testing::redactor;
using medusa::testing::scripted_error;

TEST_CASE("recorded_exchange: as source text") {
  recorded_exchange const e{.method = method::post,
                            .target = "/a",
                            .body = R"({"b":1})",
                            .credential_headers = {"Cookie"},
                            .status = 503,
                            .answer = R"({"c":2})",
                            .headers = {{"Retry-After", "1"}}};
  CHECK(e.to_cpp() ==
        "    medusa::testing::expect(medusa::method::post, \"/a\")\n"
        "        .body(R\"({\"b\":1})\")\n"
        "        .with_header(\"Cookie\", medusa::testing::redacted)\n"
        "        .answer(503, R\"({\"c\":2})\")\n"
        "        .header(\"Retry-After\", \"1\"),\n");
  CHECK(recorded_exchange{.method = method::del, .target = "/a", .status = 204}.to_cpp() ==
        "    medusa::testing::expect(medusa::method::del, \"/a\")\n        .answer(204),\n");
  CHECK(recorded_exchange{.target = "/a", .error = scripted_error::broken}.to_cpp() ==
        "    medusa::testing::expect(medusa::method::get, \"/a\")\n"
        "        .fail(medusa::testing::scripted_error::broken),\n");
}

TEST_CASE("recorded_exchange: what is left out is said") {
  recorded_exchange const e{
      .target = "/a", .body = "REDACTED", .status = 404, .answer = "REDACTED"};
  CHECK(e.to_cpp().starts_with(
      "    // The body of this request is left out: not JSON, or a secret for a name.\n"
      "    // The body of this answer is left out: not JSON, or a secret for a name.\n"));
}

TEST_CASE("recorded_exchange: a secret that became known later") {
  recorded_exchange e{.target = "/a?q=hush",
                      .body = R"({"x":"hush"})",
                      .answer = R"(["hush"])",
                      .headers = {{"Date", "hush"}}};
  redactor secrets;
  secrets.learn("hush");
  e.redact(secrets);
  CHECK(e.to_cpp().find("hush") == std::string::npos);
  CHECK(e.target == "/a?REDACTED");
  CHECK(e.answer == R"(["REDACTED"])");
}
