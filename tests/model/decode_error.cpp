// SPDX-License-Identifier: MIT
#include <medusa/model/decode_error.hpp>

#include <doctest/doctest.h>

namespace {

constexpr bool test_nothing_wrong() {
  medusa::decode_error const none;
  return none.code == medusa::errc{} && none.offset == 0 && none.needed == 0 && none.path.empty();
}
TEST_CASE("a fresh decode_error says that nothing is wrong") { CHECK(test_nothing_wrong()); }
static_assert(test_nothing_wrong());

}  // namespace
