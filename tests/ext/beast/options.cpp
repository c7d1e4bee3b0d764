// SPDX-License-Identifier: MIT
#include <medusa/ext/beast/options.hpp>

#include <doctest/doctest.h>

TEST_CASE("beast options: whom the system trusts is trusted, unless said otherwise") {
  CHECK(medusa::ext::beast_options{}.ca_file.empty());
}
