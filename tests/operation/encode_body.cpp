// SPDX-License-Identifier: MIT
#include <medusa/operation/encode_body.hpp>

#include <medusa/json/metadata.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/model/role.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string_view>

using medusa::encode_error;
using medusa::errc;
using medusa::field;
using medusa::secret_view;
using medusa::wire_limits;
using medusa::admin::role;

namespace {

/// A member of each kind.
struct form {
  std::string_view text{};
  secret_view secret{};
  field<std::string_view> name{};
  field<secret_view> token{};
  field<medusa::admin::role> role{};
  medusa::metadata_ref metadata{};

  using field_table = medusa::member_list<
      medusa::member<"text", &form::text, medusa::presence::required>,
      medusa::member<"secret", &form::secret, medusa::presence::required>,
      medusa::member<"name", &form::name>, medusa::member<"token", &form::token>,
      medusa::member<"role", &form::role>, medusa::member<"metadata", &form::metadata>>;
};

/// A struct that cannot have a table of its own, and one whose texts may be empty.
struct note {
  std::string_view title{};
};

}  // namespace

template <>
struct medusa::field_table_of<note> {
  using type = member_list<member<"title", &note::title>>;
};

namespace {

template <class T>
constexpr bool makes(T const& value, std::string_view body) {
  char memory[256]{};
  medusa::sink out(memory, sizeof memory);
  wire_limits const limits{};
  medusa::first_error errors;
  medusa::request_writer writer(out, errors, limits);
  writer.path("/x");
  encode_body(writer, value);
  writer.finish();
  return !errors.failed() && writer.body_at() == 2u && out.written(2) == body;
}

template <class T>
constexpr bool refuses(T const& value, errc code, std::string_view name, std::size_t needed = 0,
                       wire_limits const& limits = {}) {
  char memory[256]{};
  medusa::sink out(memory, sizeof memory);
  medusa::first_error errors;
  medusa::request_writer writer(out, errors, limits);
  encode_body(writer, value);
  writer.finish();
  return errors.error() == encode_error{.code = code, .field = name, .needed = needed};
}

constexpr form with(field<std::string_view> name) {
  return {.text = "t", .secret = "s", .name = name};
}
constexpr form with_token(field<secret_view> token) {
  return {.text = "t", .secret = "s", .token = token};
}
constexpr form with_role(field<role> value) { return {.text = "t", .secret = "s", .role = value}; }
constexpr form with_metadata(medusa::metadata_ref const& value) {
  return {.text = "t", .secret = "s", .metadata = value};
}

constexpr bool test_bodies() {
  return makes(form{.text = "t", .secret = "s"}, R"({"text":"t","secret":"s"})") &&
         makes(
             form{.text = "t",
                  .secret = "s",
                  .name = "n",
                  .token = "k",
                  .role = role::admin,
                  .metadata = R"({"a":1})"},
             R"({"text":"t","secret":"s","name":"n","token":"k","role":"admin","metadata":{"a":1}})") &&
         makes(form{.text = "t", .secret = "s", .name = nullptr, .token = nullptr, .role = nullptr},
               R"({"text":"t","secret":"s","name":null,"token":null,"role":null})") &&
         makes(with(""), R"({"text":"t","secret":"s","name":""})") &&
         makes(with_token(""), R"({"text":"t","secret":"s","token":""})") &&
         makes(note{}, R"({"title":""})") && makes(note{.title = "a"}, R"({"title":"a"})");
}
TEST_CASE("encode_body: every kind of member") { CHECK(test_bodies()); }
static_assert(test_bodies());

constexpr bool test_required() {
  return refuses(form{.secret = "s"}, errc::missing_value, "text") &&
         refuses(form{.text = "t"}, errc::missing_value, "secret") &&
         refuses(form{}, errc::missing_value, "text");
}
TEST_CASE("encode_body: required members") { CHECK(test_required()); }
static_assert(test_required());

constexpr bool test_bad_values() {
  char const* const null = nullptr;
  constexpr std::string_view nul("a\0", 2);
  return refuses(form{.text = nul, .secret = "s"}, errc::control_character, "text") &&
         refuses(form{.text = "\xFF", .secret = "s"}, errc::invalid_utf8, "text") &&
         refuses(form{.text = "t", .secret = "\xFF"}, errc::invalid_utf8, "secret") &&
         refuses(with(null), errc::invalid_value, "name") &&
         refuses(with(nul), errc::control_character, "name") &&
         refuses(with("\xED\xA0\x80"), errc::invalid_utf8, "name") &&
         refuses(with_token("\xC0"), errc::invalid_utf8, "token") &&
         refuses(with_role(static_cast<role>(3)), errc::invalid_value, "role") &&
         refuses(with_metadata("[1]"), errc::invalid_json, "metadata") &&
         refuses(with_metadata(""), errc::invalid_json, "metadata") &&
         refuses(with_metadata(null), errc::invalid_value, "metadata") &&
         refuses(with_metadata("{\"\xFF\":1}"), errc::invalid_utf8, "metadata");
}
TEST_CASE("encode_body: values that are refused") { CHECK(test_bad_values()); }
static_assert(test_bad_values());

/// Control characters but NUL are text like any other, and secrets may hold that, too.
constexpr bool test_control_characters() {
  return makes(note{.title = "\x01\r\n\x7F"}, "{\"title\":\"\\u0001\\r\\n\x7F\"}") &&
         makes(form{.text = "t", .secret = std::string_view("\0", 1)},
               "{\"text\":\"t\",\"secret\":\"\\u0000\"}");
}
TEST_CASE("encode_body: control characters") { CHECK(test_control_characters()); }
static_assert(test_control_characters());

constexpr bool test_metadata_is_sent_as_it_is() {
  medusa::json::static_metadata<16> builder;
  builder.set("a", "b");
  return makes(with_metadata(" { \"a\" : 1e400 } "),
               "{\"text\":\"t\",\"secret\":\"s\",\"metadata\": { \"a\" : 1e400 } }") &&
         makes(with_metadata(builder), R"({"text":"t","secret":"s","metadata":{"a":"b"}})") &&
         makes(with_metadata(builder.erase("c")),
               R"({"text":"t","secret":"s","metadata":{"a":"b","c":""}})") &&
         refuses(with_metadata(builder.erase("d")), errc::too_long, "metadata");
}
TEST_CASE("encode_body: metadata is sent as it is") { CHECK(test_metadata_is_sent_as_it_is()); }
static_assert(test_metadata_is_sent_as_it_is());

/// At each limit below that of the whole body, the member that crosses it is named.
constexpr bool test_limits() {
  form const whole{
      .text = "t", .secret = "s", .name = "n", .token = "k", .role = role::admin, .metadata = "{}"};
  constexpr std::string_view body =
      R"({"text":"t","secret":"s","name":"n","token":"k","role":"admin","metadata":{}})";
  constexpr std::string_view names[]{"text", "secret", "name", "token", "role", "metadata"};
  for (std::size_t limit = 2; limit < body.size(); ++limit) {
    std::size_t member = 0;
    std::size_t end = 0;  // of the member, with what closes the object
    for (; member < 6; ++member) {
      std::size_t const next = member == 5 ? body.size() : body.find(names[member + 1]) - 1;
      end = next;
      if (end > limit) break;
    }
    if (!refuses(whole, errc::too_long, names[member], body.size(), {.request_body = limit}))
      return false;
  }
  return makes(whole, body) && refuses(with(""), errc::too_long, "name", 35, {.request_body = 34});
}
TEST_CASE("encode_body: too long") { CHECK(test_limits()); }
static_assert(test_limits());

}  // namespace
