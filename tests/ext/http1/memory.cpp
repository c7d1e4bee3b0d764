// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/memory.hpp>

#include <doctest/doctest.h>

namespace {

using small = medusa::ext::http1_memory<medusa::ext::http1_limits{.body = 100, .head = 50}>;

constexpr bool test_has_room_for_head_body_and_framing() {
  small memory;
  memory.bytes[0] = 'x';
  return sizeof memory.bytes == 100 + 50 + small::spare && small::limits.body == 100 &&
         small::spare >= 2;
}

}  // namespace

static_assert(test_has_room_for_head_body_and_framing());

TEST_CASE("memory has room for head, body and framing") {
  CHECK(test_has_room_for_head_body_and_framing());
}
