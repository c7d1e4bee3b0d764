// SPDX-License-Identifier: MIT
#include <medusa/core/version.hpp>

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

#include <medusa/core/errc.hpp>

TEST_CASE("version.hpp says what the file VERSION says") {
  CHECK(medusa::version == MEDUSA_TEST_VERSION);
}

TEST_CASE("what servers are told is that version") {
  CHECK(medusa::user_agent == std::string("medusa-cpp/") + std::string(medusa::version));
}

TEST_CASE("the parts of the version make up its text") {
  CHECK(medusa::version == std::to_string(medusa::version_major) + "." +
                               std::to_string(medusa::version_minor) + "." +
                               std::to_string(medusa::version_patch));
}

static_assert(std::is_same_v<medusa::errc, medusa::v0::errc>);
