// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa/letter_case.hpp>

#include <doctest/doctest.h>

using namespace medusa::testing::fake;

TEST_CASE("fake lower_case: ASCII, Latin, Greek, Cyrillic; the rest stays") {
  CHECK(lower_case("aBC @[`{ 09") == "abc @[`{ 09");
  CHECK(lower_case("\xC3\x80\xC3\x97\xC3\x9E\xC3\x9F\xC3\xA0") ==
        "\xC3\xA0\xC3\x97\xC3\xBE\xC3\x9F\xC3\xA0");
  CHECK(lower_case("\xC4\x80\xC4\x81\xC4\xB9\xC5\xBD\xC5\x8A") ==
        "\xC4\x81\xC4\x81\xC4\xBA\xC5\xBE\xC5\x8B");
  CHECK(lower_case("\xC4\xB2\xCE\xA2") == "\xC4\xB3\xCE\xA2");
  CHECK(lower_case("\xCE\x91\xCE\xA9\xCF\x89") == "\xCE\xB1\xCF\x89\xCF\x89");
  CHECK(lower_case("\xD0\x81\xD0\x90\xD0\xAF\xD1\x8F") == "\xD1\x91\xD0\xB0\xD1\x8F\xD1\x8F");
  CHECK(lower_case("\xE4\xB8\xAD\xF0\x9F\x98\x80\xFF"
                   "A") ==
        "\xE4\xB8\xAD\xF0\x9F\x98\x80\xFF"
        "a");
}

constexpr bool test_letters() {
  return lower_letter(0xC4) == 0xE4 && lower_letter(0xD7) == 0xD7 && lower_letter(0x130) == 0x130;
}
TEST_CASE("fake lower_letter: constant") { CHECK(test_letters()); }
static_assert(test_letters());
