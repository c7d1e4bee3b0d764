// SPDX-License-Identifier: MIT
#include <medusa/testing/recorder/percent_decoded.hpp>

#include <doctest/doctest.h>

using medusa::testing::percent_decoded;

TEST_CASE("percent_decoded: triplets become bytes, once") {
  CHECK(percent_decoded("") == "");
  CHECK(percent_decoded("s%3Aabc%2f%2B") == "s:abc/+");
  CHECK(percent_decoded("%FF") == "\xFF");
  CHECK(percent_decoded("%2541") == "%41");
}

TEST_CASE("percent_decoded: what is no triplet stays") {
  CHECK(percent_decoded("%") == "%");
  CHECK(percent_decoded("%4") == "%4");
  CHECK(percent_decoded("%4g%g4") == "%4g%g4");
  CHECK(percent_decoded("100%%41") == "100%A");
}
