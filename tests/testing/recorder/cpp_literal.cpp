// SPDX-License-Identifier: MIT
#include <medusa/testing/recorder/cpp_literal.hpp>

#include <doctest/doctest.h>

#include <string_view>

using medusa::testing::cpp_literal;

TEST_CASE("cpp_literal: raw only where it helps") {
  CHECK(cpp_literal("") == R"("")");
  CHECK(cpp_literal("/admin/users?q=a") == R"("/admin/users?q=a")");
  CHECK(cpp_literal(R"({"a":"\n"})") == "R\"({\"a\":\"\\n\"})\"");
  CHECK(cpp_literal("a)\"b\\") == R"("a)\"b\\")");  // would end a raw one
}

TEST_CASE("cpp_literal: bytes that cannot stand in a source file") {
  using namespace std::literals;
  CHECK(cpp_literal("a\n1\0b"sv) == R"("a" "\012" "1" "\000" "b")");
  CHECK(cpp_literal("\x7F\xC3\xA9") == R"("\177\303\251")");
  CHECK(cpp_literal("\"\xC3\xA9\"7") == "R\"(\")\" \"\\303\\251\" R\"(\"7)\"");
}
