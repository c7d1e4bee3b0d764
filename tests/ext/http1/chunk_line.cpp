// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/chunk_line.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <string_view>

using medusa::ext::http1_errc;
using medusa::ext::http1::chunk_line;

namespace {

struct outcome {
  http1_errc error = http1_errc::none;
  std::optional<std::size_t> size{};
};

constexpr outcome read(std::string_view text) {
  chunk_line line;
  for (char const c : text)
    if (auto const code = line.take(c); code != http1_errc::none) return {code, {}};
  return {http1_errc::none, line.size()};
}

constexpr bool is_size(std::string_view text, std::size_t size) {
  auto const line = read(text);
  return line.error == http1_errc::none && line.size == size;
}

constexpr bool test_sizes() {
  return is_size("0", 0) && is_size("a", 10) && is_size("F", 15) && is_size("1aB", 0x1AB) &&
         is_size("0000000000000000000005", 5);
}

constexpr bool test_extensions_are_skipped() {
  return is_size("5;", 5) && is_size("5;name", 5) && is_size("5;name=value;b=\"q; \t\"", 5) &&
         is_size("5 ;a", 5) && is_size("5\t ;a", 5) && is_size("5; 7 ", 5);
}

constexpr bool test_anything_else_is_refused() {
  for (std::string_view const bad : {" 5", "-5", "+5", "0x5", "5 6", "5,6", "g", ";a", "5:"})
    if (read(bad).error != http1_errc::bad_chunk) return false;
  // No size, and a blank that nothing follows.
  return read("").size == std::nullopt && read("5 ").size == std::nullopt &&
         read("").error == http1_errc::none;
}

constexpr bool test_overflow() {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  std::string_view const digits = "ffffffffffffffffffff";
  return is_size(digits.substr(0, 2 * sizeof most), most) &&
         read(digits.substr(0, 2 * sizeof most + 1)).error == http1_errc::body_too_large &&
         read("10000000000000000").error == http1_errc::body_too_large;  // 2^64
}

}  // namespace

static_assert(test_sizes());
static_assert(test_extensions_are_skipped());
static_assert(test_anything_else_is_refused());
static_assert(test_overflow());

TEST_CASE("a size is hexadecimal") { CHECK(test_sizes()); }
TEST_CASE("extensions are skipped") { CHECK(test_extensions_are_skipped()); }
TEST_CASE("anything else is refused") { CHECK(test_anything_else_is_refused()); }
TEST_CASE("a size that does not fit does not become a small one") { CHECK(test_overflow()); }
