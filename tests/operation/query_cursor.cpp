// SPDX-License-Identifier: MIT
#include <medusa/operation/query_cursor.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <support/hidden.hpp>

using medusa::encode_error;
using medusa::errc;
using medusa::request_writer;
using medusa::sink;
using medusa::timestamp;
using medusa::wire_limits;
using medusa::detail::query_cursor;

namespace {

constexpr timestamp date(std::string_view text) {
  timestamp t;
  return t.parse(text) ? t : timestamp();
}

/// What a query is written of, by a cursor or by the writer itself.
struct values {
  std::string_view text{};
  std::uint64_t number = 0;
  timestamp when{};

  template <class Writer>
  constexpr void write(Writer& w) const {
    w.query("q", text);
    w.query("limit", number);
    w.query_indexed("id", 7, text);
    w.query_indexed("id", 10, text);
    w.query_indexed("id", 100, text);
    w.query_date("created_at", "gte", when);
    w.query_date("updated_at", "", when);
    w.query_date("a_date_of_a_name_of_some_length", "lte", when);
    w.query("fields");
    w.more("fields", "id");
    w.more("fields", "%2Cemail");
  }
};

struct outcome {
  char memory[512]{};
  std::size_t size = 0;
  encode_error error{};

  constexpr outcome(values const& v, bool by_cursor, std::size_t room, wire_limits const& limits) {
    sink out(memory, room);
    medusa::first_error errors;
    request_writer writer(out, errors, limits);
    writer.path("/x");
    if (by_cursor) {
      query_cursor cursor(writer);
      v.write(cursor);
    } else {
      v.write(writer);
    }
    writer.query("z", "behind");
    writer.finish();
    size = out.size();
    error = errors.error();
  }
  [[nodiscard]] constexpr std::string_view text() const { return {memory, size}; }
};

/// The same bytes and errors; where there is too little room the same size, and nothing beyond.
constexpr bool same(values const& v, std::size_t room, wire_limits const& limits = {}) {
  outcome const one(v, true, room, limits);
  outcome const other(v, false, room, limits);
  if (one.size != other.size || one.error != other.error) return false;
  if (one.size <= room) return one.text() == other.text();
  for (std::size_t i = room; i < sizeof one.memory; ++i)
    if (one.memory[i] != '\0') return false;
  return true;
}

constexpr timestamp usual = date("2026-11-23T06:56:10.386Z");
constexpr values simple{"a b", 10, usual};

constexpr bool test_bytes() {
  outcome const made(simple, true, 512, {});
  return made.text() ==
             "/x?q=a%20b&limit=10&id%5B7%5D=a%20b&id%5B10%5D=a%20b&id%5B100%5D=a%20b"
             "&created_at%5Bgte%5D=2026-11-23T06%3A56%3A10.386Z"
             "&updated_at=2026-11-23T06%3A56%3A10.386Z"
             "&a_date_of_a_name_of_some_length%5Blte%5D=2026-11-23T06%3A56%3A10.386Z"
             "&fields=id%2Cemail&z=behind" &&
         made.error.code == errc{};
}
TEST_CASE("query_cursor: the bytes") { CHECK(test_bytes()); }
static_assert(test_bytes());

constexpr bool test_any_room(std::size_t step) {
  // All of the text is encoded, so that every byte of the room is asked for.
  values const v{support::hidden("   "), 9'007'199'254'740'991, usual};
  std::size_t const whole = outcome(v, true, 512, {}).size;
  for (std::size_t room = 0; room <= whole + 40; room += step)
    if (!same(v, room)) return false;
  return true;
}
TEST_CASE("query_cursor: whatever the room") { CHECK(test_any_room(1)); }
static_assert(test_any_room(23));

/// The first field that is beyond the limit, and the size of all.
constexpr bool test_any_limit(std::size_t step) {
  std::size_t const whole = outcome(simple, true, 512, {}).size;
  for (std::size_t limit = 0; limit <= whole + 40; limit += step)
    if (!same(simple, 512, {.request_head = limit})) return false;
  return outcome(simple, true, 512, {.request_head = whole}).error.code == errc{} &&
         outcome(simple, true, 512, {.request_head = 8}).error ==
             encode_error{.code = errc::too_long, .field = "q", .needed = whole};
}
TEST_CASE("query_cursor: whatever the limit") { CHECK(test_any_limit(1)); }
static_assert(test_any_limit(29));

/// Texts of each length, with each of these in each place.
template <std::size_t Longest>
constexpr bool test_texts() {
  for (std::string_view const odd :
       {std::string_view(":"), std::string_view("\0", 1), std::string_view("\x1F"),
        std::string_view("\x7F"), std::string_view("\u00e9"), std::string_view("\xFF")})
    for (std::size_t size = 0; size <= Longest; ++size)
      for (std::size_t place = 0; place + odd.size() <= size; ++place) {
        char text[Longest + 1]{};
        for (char& c : text) c = 'a';
        for (std::size_t i = 0; i < odd.size(); ++i) text[place + i] = odd[i];
        if (!same({{text, size}, 7, usual}, 512)) return false;
      }
  return true;
}
TEST_CASE("query_cursor: any text") { CHECK(test_texts<40>()); }
static_assert(test_texts<2>());

constexpr bool test_dates() {
  for (std::string_view const text :
       {"", "1970-01-01T00:00:00.000Z", "2026-11-23t06:56:10.386z", "2026-11-23T06:56:10Z",
        "2026-11-23T06:56:10.38Z", "2026-11-23T06:56:10.3861Z", "2026-11-23T07:56:10+01:00",
        "2026-11-23T07:56:10.386123+01:00"})
    if (!same({"a", 1, date(text)}, 512)) return false;
  return outcome({"a", 1, timestamp()}, true, 512, {}).error ==
         encode_error{.code = errc::out_of_range, .field = "created_at"};
}
TEST_CASE("query_cursor: any date") { CHECK(test_dates()); }
static_assert(test_dates());

constexpr bool test_numbers() {
  constexpr std::uint64_t most = (std::uint64_t{1} << 53) - 1;
  return same({"a", 0, usual}, 512) && same({"a", most, usual}, 512) &&
         same({"a", ~std::uint64_t{}, usual}, 512) &&
         outcome({"a", most, usual}, true, 512, {}).error.code == errc{} &&
         outcome({"a", most + 1, usual}, true, 512, {}).error ==
             encode_error{.code = errc::out_of_range, .field = "limit"};
}
TEST_CASE("query_cursor: any number") { CHECK(test_numbers()); }
static_assert(test_numbers());

struct written {
  char memory[64]{};
  sink out{memory, sizeof memory};
  wire_limits limits{};
  medusa::first_error errors{};
  request_writer writer{out, errors, limits, 7};
};

constexpr bool test_begins() {
  written w;
  { query_cursor const nothing(w.writer); }
  {
    query_cursor cursor(w.writer);
    cursor.fail(errc::invalid_value, "a");
    cursor.query("a", "b");
    if (cursor.max_items() != 7u) return false;
  }
  return w.out.written() == "?a=b" &&
         w.errors.error() == encode_error{.code = errc::invalid_value, .field = "a"};
}
TEST_CASE("query_cursor: nothing before, and what it passes on") { CHECK(test_begins()); }
static_assert(test_begins());

constexpr bool test_goes_on() {
  written w;
  w.writer.written_query("?a=b");
  query_cursor(w.writer).query("c", "d");
  return w.out.written() == "?a=b&c=d" && !w.errors.failed();
}
TEST_CASE("query_cursor: behind what was written before") { CHECK(test_goes_on()); }
static_assert(test_goes_on());

}  // namespace
