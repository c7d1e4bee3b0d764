// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/options.hpp>

#include <doctest/doctest.h>

// What they do is shown in tests/ext/curl.cpp.
TEST_CASE("by default the system's certificates are trusted, and there is no proxy") {
  medusa::ext::curl_options const options;
  CHECK(options.ca_file.empty());
  CHECK(options.proxy.empty());
}
