// SPDX-License-Identifier: MIT
#include <medusa/operation/request_writer.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <support/hidden.hpp>

using medusa::encode_error;
using medusa::errc;
using medusa::request_writer;
using medusa::sink;
using medusa::wire_limits;

namespace {

/// Writes with `f` and tells whether the text is this one, without an error.
template <class F>
constexpr bool makes(F const& f, std::string_view text) {
  char memory[256]{};
  sink out(memory, sizeof memory);
  wire_limits const limits{};
  medusa::first_error errors;
  request_writer writer(out, errors, limits);
  f(writer);
  writer.finish();
  return !errors.failed() && out.written() == text;
}

/// Writes with `f` and gives the error.
template <class F>
constexpr std::optional<encode_error> error_of(F const& f, wire_limits const& limits = {}) {
  char memory[256]{};
  sink out(memory, sizeof memory);
  medusa::first_error errors;
  request_writer writer(out, errors, limits);
  f(writer);
  writer.finish();
  return errors.found();
}

constexpr encode_error bad(errc code, std::string_view field, std::size_t needed = 0) {
  return {.code = code, .field = field, .needed = needed};
}

constexpr bool test_path() {
  return makes(
             [](request_writer& w) { w.path("/admin/users/"), w.path_segment("id", "a b/\u00e9"); },
             "/admin/users/a%20b%2F%C3%A9") &&
         makes([](request_writer& w) { w.path_segment("id", "..."); }, "...");
}
TEST_CASE("request_writer: a path") { CHECK(test_path()); }
static_assert(test_path());

constexpr bool test_text() {
  // A NUL counts unless only a hash is stored, and before what is no UTF-8, which always counts.
  auto const error = [](std::string_view text, bool hashed) {
    return error_of([&](request_writer& w) {
      // The first byte that is not plain stands behind the letter.
      char const* const stop = w.check_text("f", text, hashed);
      if (stop != text.data() + (text.size() == 0 ? 0 : 1)) w.fail(errc::out_of_range, "stop");
    });
  };
  using namespace std::string_view_literals;
  for (bool const hashed : {false, true})
    if (error("", hashed) || error("a", hashed) || error("a\xC3\xA9", hashed) ||
        error("a\n", hashed) || error("a\xFF", hashed) != bad(errc::invalid_utf8, "f"))
      return false;
  return error("a\0"sv, false) == bad(errc::control_character, "f") && !error("a\0"sv, true) &&
         error("a\xFF\0"sv, false) == bad(errc::control_character, "f") &&
         error("a\xFF\0"sv, true) == bad(errc::invalid_utf8, "f");
}
TEST_CASE("request_writer: what a text may hold") { CHECK(test_text()); }
static_assert(test_text());

constexpr std::optional<encode_error> segment_error(std::string_view text) {
  return error_of([&](request_writer& w) { w.path_segment("id", support::hidden(text)); });
}

constexpr bool test_bad_segments() {
  for (int c = 0; c < 0x20; ++c) {
    char const text[]{'a', static_cast<char>(c)};
    if (segment_error({text, 2}) != bad(errc::control_character, "id")) return false;
  }
  return segment_error("") == bad(errc::missing_value, "id") &&
         segment_error(".") == bad(errc::invalid_id, "id") &&
         segment_error("..") == bad(errc::invalid_id, "id") && !segment_error(".a") &&
         segment_error("\x7F") == bad(errc::control_character, "id") &&
         segment_error("\xC3") == bad(errc::invalid_utf8, "id") &&
         segment_error("\xF4\x90\x80\x80") == bad(errc::invalid_utf8, "id");
}
TEST_CASE("request_writer: segments that are refused") { CHECK(test_bad_segments()); }
static_assert(test_bad_segments());

constexpr bool test_query() {
  return makes(
             [](request_writer& w) {
               w.query("q", "a&b=+");
               w.query("limit", std::uint64_t{10});
               w.query_nested("created_at", "gt", "2026-11-23T06:56:10.386Z");
               w.query_indexed("id", 0, "x");
             },
             "?q=a%26b%3D%2B&limit=10&created_at%5Bgt%5D=2026-11-23T06%3A56%3A10.386Z&id%5B0%5D="
             "x") &&
         makes(
             [](request_writer& w) { w.written_query("?q=a"), w.query("limit", std::uint64_t{0}); },
             "?q=a&limit=0") &&
         makes([](request_writer& w) { w.written_query(""), w.query("q", ""); }, "?q=");
}
TEST_CASE("request_writer: a query") { CHECK(test_query()); }
static_assert(test_query());

/// It is written at once where there is room for the worst, and else piece by piece.
constexpr bool test_query_in_any_room() {
  auto const write = [](request_writer& w) {
    w.query("q", support::hidden("a&b"));
    w.query("limit", std::uint64_t{10});
    w.query_nested("created_at", "gte", "09:30");
    w.query("role", "");
  };
  constexpr std::string_view text = "?q=a%26b&limit=10&created_at%5Bgte%5D=09%3A30&role=";
  for (std::size_t size = 0; size <= 64; ++size) {  // nothing beyond the end, however small
    char memory[65]{};
    sink out(memory, size);
    wire_limits const limits{};
    medusa::first_error errors;
    request_writer writer(out, errors, limits);
    write(writer);
    if (errors.failed() || out.size() != text.size() || memory[size] != '\0') return false;
    if (out.written() != (size < text.size() ? std::string_view() : text)) return false;
  }
  constexpr std::uint64_t most = (std::uint64_t{1} << 53) - 1;
  return error_of([](request_writer& w) { w.query("q", std::string_view("a\0", 2)); }) ==
             bad(errc::control_character, "q") &&
         error_of([](request_writer& w) { w.query_nested("id", "0", "\xFF"); }) ==
             bad(errc::invalid_utf8, "id") &&
         !error_of([](request_writer& w) { w.query("limit", most); }) &&
         error_of([](request_writer& w) { w.query("limit", most + 1); }) ==
             bad(errc::out_of_range, "limit") &&
         error_of(write, {.request_head = text.size() - 1}) ==
             bad(errc::too_long, "role", text.size());
}
TEST_CASE("request_writer: a query, whatever the room for it") { CHECK(test_query_in_any_room()); }
static_assert(test_query_in_any_room());

constexpr bool test_bad_queries() {
  constexpr std::uint64_t most = (std::uint64_t{1} << 53) - 1;
  return error_of([](request_writer& w) { w.query("q", std::string_view("a\0", 2)); }) ==
             bad(errc::control_character, "q") &&
         error_of([](request_writer& w) { w.query("q", "\xFF"); }) ==
             bad(errc::invalid_utf8, "q") &&
         error_of([](request_writer& w) { w.query_indexed("id", 0, "\xFF"); }) ==
             bad(errc::invalid_utf8, "id") &&
         error_of([](request_writer& w) { w.query_indexed("id", 0, std::string_view("\0", 1)); }) ==
             bad(errc::control_character, "id") &&
         !error_of([](request_writer& w) { w.query("limit", most); }) &&
         error_of([](request_writer& w) { w.query("limit", most + 1); }) ==
             bad(errc::out_of_range, "limit") &&
         error_of([](request_writer& w) { w.query("limit", ~std::uint64_t{}); }) ==
             bad(errc::out_of_range, "limit") &&
         makes([](request_writer& w) { w.query("limit", most); }, "?limit=9007199254740991");
}
TEST_CASE("request_writer: queries that are refused") { CHECK(test_bad_queries()); }
static_assert(test_bad_queries());

constexpr bool test_body() {
  char memory[64]{};
  sink out(memory, sizeof memory);
  wire_limits const limits{};
  medusa::first_error errors;
  request_writer writer(out, errors, limits, 7);
  if (writer.has_body() || writer.max_items() != 7u) return false;
  writer.path("/x");
  if (writer.has_body() || writer.body_at() != 2u) return false;
  writer.body().begin_object();
  if (!writer.has_body() || writer.body_at() != 2u) return false;
  writer.body().key("a");
  writer.body().null();
  writer.body().end_object();
  return writer.body_at() == 2u && out.written() == R"(/x{"a":null})";
}
TEST_CASE("request_writer: a body begins where the URL ends") { CHECK(test_body()); }
static_assert(test_body());

constexpr bool test_first_error_is_kept() {
  auto const error = error_of([](request_writer& w) {
    w.fail(errc::invalid_value, "a");
    w.path_segment("b", "");
    w.query("c", "\xFF");
    w.check_body("d");
  });
  auto const before_long = error_of(
      [](request_writer& w) {
        w.fail(errc::invalid_value, "a");
        w.path_segment("b", "long");
      },
      {.request_head = 1});
  auto const after_long = error_of(
      [](request_writer& w) {
        w.path_segment("b", "long");
        w.fail(errc::invalid_value, "a");
      },
      {.request_head = 3});
  return error == bad(errc::invalid_value, "a") && before_long == bad(errc::invalid_value, "a") &&
         after_long == bad(errc::too_long, "b", 4);
}
TEST_CASE("request_writer: the first error is kept") { CHECK(test_first_error_is_kept()); }
static_assert(test_first_error_is_kept());

constexpr bool test_long_head() {
  auto const segment = [](request_writer& w) {
    w.path("/"), w.path_segment("id", "abc"), w.query("q", "d");
  };
  auto const number = [](request_writer& w) { w.query("limit", std::uint64_t{10}); };
  auto const nested = [](request_writer& w) { w.query_nested("d", "gt", "2"); };
  auto const indexed = [](request_writer& w) { w.query_indexed("id", 12, "x"); };
  return !error_of(segment, {.request_head = 8}) &&
         error_of(segment, {.request_head = 7}) == bad(errc::too_long, "q", 8) &&
         error_of(segment, {.request_head = 4}) == bad(errc::too_long, "q", 8) &&
         error_of(segment, {.request_head = 3}) == bad(errc::too_long, "id", 8) &&
         !error_of(nested, {.request_head = 12}) && !error_of(number, {.request_head = 9}) &&
         error_of(number, {.request_head = 8}) == bad(errc::too_long, "limit", 9) &&
         error_of(nested, {.request_head = 11}) == bad(errc::too_long, "d", 12) &&
         !error_of(indexed, {.request_head = 13}) &&
         error_of(indexed, {.request_head = 12}) == bad(errc::too_long, "id", 13);
}
TEST_CASE("request_writer: a URL that is too long") { CHECK(test_long_head()); }
static_assert(test_long_head());

constexpr bool test_long_body() {
  auto const body = [](request_writer& w) {
    w.path("/some/path");
    w.body().begin_object();
    w.body().key("a");
    w.body().integer(12345);
    w.check_body("a");
    w.body().key("b");
    w.body().null();
    w.check_body("b");
    w.body().end_object();
  };
  constexpr std::size_t size = std::string_view(R"({"a":12345,"b":null})").size();
  constexpr std::size_t first = std::string_view(R"({"a":12345})").size();
  return !error_of(body, {.request_body = size}) &&
         error_of(body, {.request_body = size - 1}) == bad(errc::too_long, "b", size) &&
         error_of(body, {.request_body = first}) == bad(errc::too_long, "b", size) &&
         error_of(body, {.request_body = first - 1}) == bad(errc::too_long, "a", size) &&
         !error_of([](request_writer& w) { w.path("/some/path"), w.check_body("a"); },
                   {.request_body = 0});
}
TEST_CASE("request_writer: a body that is too long") { CHECK(test_long_body()); }
static_assert(test_long_body());

/// Sizes are counted on, whatever the memory.
constexpr bool test_no_memory() {
  sink out(nullptr, 0);
  wire_limits const limits{.request_head = 16, .request_body = 8};
  medusa::first_error errors;
  request_writer writer(out, errors, limits);
  writer.path("/0123456789");
  writer.path_segment("id", "\u00e9\u00e9");
  writer.body().raw("0123456789");
  writer.finish();
  return errors.error() == bad(errc::too_long, "id", 23) && out.size() == 33 &&
         writer.body_at() == 23u;
}
TEST_CASE("request_writer: without memory it measures") { CHECK(test_no_memory()); }
static_assert(test_no_memory());

}  // namespace
