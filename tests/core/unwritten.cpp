// SPDX-License-Identifier: MIT
#include <medusa/core/unwritten.hpp>

#include <doctest/doctest.h>

namespace {

struct block {
  constexpr block() noexcept { medusa::detail::leave_unwritten(bytes); }
  struct {
    char at[4];
  } bytes;
};

constexpr bool test_zeros() {
  block const made;
  block const copy = made;
  return copy.bytes.at[0] == '\0' && copy.bytes.at[3] == '\0';
}
static_assert(test_zeros());

constexpr bool test_written_later() {
  block made;
  made.bytes.at[3] = 'x';
  block const copy = made;
  return copy.bytes.at[3] == 'x';
}
TEST_CASE("core/unwritten: memory is written and copied as any other") {
  CHECK(test_written_later());
}
static_assert(test_written_later());

}  // namespace
