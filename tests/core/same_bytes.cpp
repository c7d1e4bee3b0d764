// SPDX-License-Identifier: MIT
#include <medusa/core/same_bytes.hpp>

#include <cstddef>

#include <doctest/doctest.h>

namespace {

using medusa::detail::same_bytes;

// Every size up to three words, and in each every byte that may differ.
constexpr bool test_every_byte() {
  constexpr std::size_t most = 25;
  for (std::size_t size = 0; size <= most; ++size) {
    char a[most + 1]{};
    char b[most + 1]{};
    for (std::size_t i = 0; i <= most; ++i) a[i] = b[i] = static_cast<char>('a' + i);
    b[size] = 'X';  // behind the end
    if (!same_bytes(a, b, size)) return false;
    for (std::size_t i = 0; i < size; ++i) {
      b[i] = static_cast<char>(b[i] ^ 0x80);
      if (same_bytes(a, b, size)) return false;
      b[i] = a[i];
    }
  }
  return true;
}
TEST_CASE("bytes are the same when all are, and none behind them counts") {
  CHECK(test_every_byte());
}
static_assert(test_every_byte());

}  // namespace
