// SPDX-License-Identifier: MIT
#include <medusa/model/limits.hpp>

#include <doctest/doctest.h>

using medusa::limits;

namespace {

template <limits L>
constexpr std::size_t text_of = L.text;

constexpr bool test_limits() {
  limits const defaults{};
  return defaults.text >= 30 && defaults.items == 50 && defaults.credential >= 208 &&
         defaults.settings != 0 && defaults.metadata != 0 && defaults.message >= 60 &&
         defaults.request > defaults.settings && text_of<limits{.text = 7, .items = 1}> == 7 &&
         text_of<limits{}> == 64;
}
TEST_CASE(
    "limits are a template argument, with room by default for what the server is known to send") {
  CHECK(test_limits());
}
static_assert(test_limits());

}  // namespace
