// SPDX-License-Identifier: MIT
#include <medusa/core/sink.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string>

using medusa::sink;

namespace {

template <class Number>
constexpr bool prints(Number n, std::string_view expected) {
  char memory[32] = {};
  sink out(memory, sizeof memory);
  out.append_number(n);
  return out.written() == expected;
}

constexpr bool test_exactly_full() {
  char memory[6] = {'#', '#', '#', '#', '#', '#'};
  sink out(memory, 5);
  out.append("abc");
  out.append('d');
  out.append("");
  out.append('e');
  if (out.overflowed() || out.size() != 5 || out.written() != "abcde") return false;
  return memory[5] == '#';
}

constexpr bool test_one_byte_too_many() {
  char memory[6] = {'#', '#', '#', '#', '#', '#'};
  sink by_char(memory, 5);
  by_char.append("abcde");
  by_char.append('f');
  if (!by_char.overflowed() || by_char.size() != 6 || !by_char.written().empty()) return false;
  if (memory[5] != '#') return false;

  sink by_text(memory, 5);
  by_text.append("abc");
  by_text.append("def");
  if (!by_text.overflowed() || by_text.size() != 6 || !by_text.written().empty()) return false;
  return memory[5] == '#';
}

constexpr bool test_goes_on_counting() {
  char memory[4] = {};
  sink out(memory, sizeof memory);
  out.append("12345");
  out.append('6');
  out.append_number(-789);
  out.append("");
  out.append(std::string_view());
  return out.overflowed() && out.size() == 10 && out.written().empty() && out.written(2).empty();
}

constexpr bool test_no_memory_at_all() {
  sink out(nullptr, 0);
  if (out.overflowed() || !out.written().empty() || out.size() != 0) return false;
  out.append("");
  if (out.overflowed()) return false;
  out.append('a');
  out.append("bc");
  return out.overflowed() && out.size() == 3 && out.written().empty();
}

constexpr bool test_written_from_an_offset() {
  char memory[8] = {};
  sink out(memory, sizeof memory);
  out.append("abcdef");
  if (out.written(0) != "abcdef" || out.written(4) != "ef" || !out.written(6).empty()) return false;
  if (out.written(6).data() != memory + 6) return false;
  return out.written(7).empty() && out.written(std::string_view::npos).empty();
}

constexpr bool test_numbers() {
  using i64 = std::numeric_limits<std::int64_t>;
  using u64 = std::numeric_limits<std::uint64_t>;
  if (!prints(0, "0") || !prints(7, "7") || !prints(10, "10") || !prints(-10, "-10")) return false;
  if (!prints(i64::max(), "9223372036854775807")) return false;
  if (!prints(i64::min(), "-9223372036854775808")) return false;
  if (!prints(u64::max(), "18446744073709551615")) return false;
  // Each of the standard types, whichever of them the fixed-width ones are.
  if (!prints(short{-1}, "-1") || !prints(1u, "1") || !prints(-1L, "-1") || !prints(1UL, "1")) {
    return false;
  }
  return prints(-1LL, "-1") && prints(1ULL, "1") && prints(sizeof(char), "1") &&
         prints(std::numeric_limits<int>::min(), "-2147483648");
}

constexpr bool test_a_number_is_never_cut() {
  char memory[3] = {};
  sink out(memory, sizeof memory);
  out.append_number(1234);
  return out.overflowed() && out.size() == 4 && memory[0] == '\0' && out.written().empty();
}

constexpr bool test_room() {
  char buffer[4] = {};
  sink out(buffer, 3);
  if (out.room().size() != 3 || out.room().data() != buffer) return false;
  out.room()[0] = 'a';
  out.wrote(1);
  out.append('b');
  if (out.room().size() != 1 || out.written() != "ab") return false;
  out.append("cd");
  return out.overflowed() && out.room().empty() && out.size() == 4 &&
         sink(nullptr, 0).room().empty();
}
TEST_CASE("a sink's room is written by others") { CHECK(test_room()); }
static_assert(test_room());

}  // namespace

constexpr bool test_written_by_a_function() {
  char memory[] = "........";
  sink out(memory, 6);
  auto const two = [](char* at) {
    at[0] = 'a', at[1] = 'b';
    return std::size_t{2};
  };
  bool const most = out.append_most(6, two);     // as much as there is room for
  bool const over = out.append_most(5, two);     // one more
  bool const exactly = out.append_most(4, two);  // behind what was written
  out.append("12345");
  bool const full = out.append_most(0, two);
  return most && !over && exactly && !full && out.size() == 9 &&
         std::string_view(memory) == "abab....";
}
TEST_CASE("a function writes where there is room for the most it may write") {
  CHECK(test_written_by_a_function());
}
static_assert(test_written_by_a_function());

static_assert(test_exactly_full());
static_assert(test_one_byte_too_many());
static_assert(test_goes_on_counting());
static_assert(test_no_memory_at_all());
static_assert(test_written_from_an_offset());
static_assert(test_numbers());
static_assert(test_a_number_is_never_cut());

TEST_CASE("a sink takes as many bytes as it has") { CHECK(test_exactly_full()); }
TEST_CASE("one byte too many is not written") { CHECK(test_one_byte_too_many()); }
TEST_CASE("a full sink goes on counting") { CHECK(test_goes_on_counting()); }
TEST_CASE("a sink without memory counts") { CHECK(test_no_memory_at_all()); }
TEST_CASE("written can leave out a beginning") { CHECK(test_written_from_an_offset()); }
TEST_CASE("numbers of every type, least and greatest included") { CHECK(test_numbers()); }
TEST_CASE("a number is never cut") { CHECK(test_a_number_is_never_cut()); }

TEST_CASE("the count is the room that is needed, for every capacity") {
  for (std::size_t capacity = 0; capacity <= 24; ++capacity) {
    std::string memory(capacity + 8, '#');
    sink out(memory.data(), capacity);
    out.append("status ");
    out.append_number(404);
    out.append(':');
    out.append(" not found");
    CHECK(out.size() == 21);
    CHECK(out.overflowed() == (capacity < 21));
    CHECK(out.written() == (capacity < 21 ? "" : "status 404: not found"));
    CHECK(memory.substr(capacity) == "########");
  }
}
