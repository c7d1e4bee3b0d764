// SPDX-License-Identifier: MIT
#include <medusa/http/uuid.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

using medusa::make_uuid;

namespace {

constexpr std::uint64_t ones = 0xFFFF'FFFF'FFFF'FFFFu;

// RFC 9562, appendix A.3.
constexpr bool test_rfc_example() {
  return make_uuid(0x919108f7'52d14320u, 0x9bacf847'db4148a8u) ==
         "919108f7-52d1-4320-9bac-f847db4148a8";
}
TEST_CASE("the example of RFC 9562") { CHECK(test_rfc_example()); }
static_assert(test_rfc_example());

constexpr bool test_version_and_variant() {
  auto const zero = make_uuid(0, 0);
  return zero == "00000000-0000-4000-8000-000000000000" && zero.c_str()[36] == '\0' &&
         make_uuid(ones, ones) == "ffffffff-ffff-4fff-bfff-ffffffffffff" &&
         make_uuid(0x0123'4567'89ab'cdefu, 0xfedc'ba98'7654'3210u) ==
             "01234567-89ab-4def-bedc-ba9876543210";
}
TEST_CASE("version and variant replace six bits and no other") {
  CHECK(test_version_and_variant());
}
static_assert(test_version_and_variant());

constexpr bool test_every_bit() {
  auto const zero = make_uuid(0, 0);
  int changed = 0;
  for (int bit = 0; bit < 64; ++bit) {
    changed += make_uuid(std::uint64_t{1} << bit, 0) == zero ? 0 : 1;
    changed += make_uuid(0, std::uint64_t{1} << bit) == zero ? 0 : 1;
  }
  return changed == 122;
}
TEST_CASE("122 bits of entropy show") { CHECK(test_every_bit()); }
static_assert(test_every_bit());

}  // namespace
