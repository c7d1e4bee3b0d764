#include <medusa/core/slice.hpp>

#include <doctest/doctest.h>

namespace {

using medusa::slice;

constexpr bool test_slices_within() {
  return slice("abcdef", 0) == "abcdef" && slice("abcdef", 2) == "cdef" &&
         slice("abcdef", 2, 3) == "cde" && slice("abcdef", 6) == "" && slice("abcdef", 1, 0) == "";
}
constexpr bool test_slices_beyond() {
  return slice("abc", 1, 99) == "bc" && slice("abc", 4) == "" && slice("", 0) == "" &&
         slice("abc", 99, 99) == "";
}

}  // namespace

TEST_CASE("slice: within the text") { CHECK(test_slices_within()); }
static_assert(test_slices_within());

TEST_CASE("slice: beyond its end") { CHECK(test_slices_beyond()); }
static_assert(test_slices_beyond());
