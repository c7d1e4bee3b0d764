// SPDX-License-Identifier: MIT
#include <medusa/ext/doctest.hpp>

#include <string>
#include <string_view>

#include <medusa/model/fixed.hpp>

namespace {

using namespace medusa;

/// What doctest would show, found as it finds it.
template <class T>
std::string shown(T const& value) {
  using doctest::toString;
  return toString(value).c_str();
}

char const* const no_text = nullptr;

/// Of this file alone: other tests are compiled without the header, and must not see two opinions.
struct own {
  int number = 0;
  friend bool operator==(own, own) = default;
};
doctest::String toString(own o) { return doctest::toString(o.number); }

}  // namespace

TEST_CASE("doctest: errors") {
  CHECK(shown(errc::not_found) == "not found");
  CHECK(shown(stage::transport) == "transport");
  CHECK(shown(encode_error{.code = errc::missing_value, .field = "email"}) ==
        "encode: email: a required value is missing");
  failure<fixed<8, 1>, int> failed(errc::transport_failed);
  failed.transport = 7;
  CHECK(shown(failed) == "transport: no complete answer arrived (transport error 7)");
}

TEST_CASE("doctest: parts of a user") {
  open_enum<admin::role, std::string> sent;
  sent.storage() = "owner";
  CHECK(shown(sent) == "owner");
  CHECK(shown(admin::role::developer) == "developer");
  CHECK(shown(timestamp::from_unix_ms(0)) == "1970-01-01T00:00:00.000Z");
  CHECK(shown(timestamp()) == "(no date)");
  static_string<4> text;
  REQUIRE(text.assign("ada"));
  CHECK(shown(text) == "ada");
}

TEST_CASE("doctest: fields") {
  CHECK(shown(field<std::string>()) == "(absent)");
  CHECK(shown(field<std::string_view>(nullptr)) == "(null)");
  CHECK(shown(field<std::string_view>(no_text)) == "(invalid)");
  CHECK(shown(field<int>(42)) == "42");
  CHECK(shown(field<timestamp>(timestamp())) == "(no date)");
  CHECK(shown(field<admin::role>(admin::role::admin)) == "admin");
}

TEST_CASE("doctest: secrets") {
  CHECK(shown(secret_view("hunter2")) == "(secret)");
  CHECK(shown(basic_secret<std::string>("hunter2")) == "(secret)");
  CHECK(shown(field<secret_view>("hunter2")) == "(secret)");
  CHECK(shown(field<basic_secret<static_string<8>>>(nullptr)) == "(null)");
}

TEST_CASE("doctest: what a check shows") {
  // doctest finds them by itself, also inside its own templates.
  using doctest::detail::stringifyBinaryExpr;
  CHECK(stringifyBinaryExpr(field<own>(own{1}), " == ", field<own>(nullptr)) == "1 == (null)");
  CHECK(field<own>(own{1}) == field<own>(own{1}));
}
