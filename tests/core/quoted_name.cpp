// SPDX-License-Identifier: MIT
#include <medusa/core/quoted_name.hpp>

#include <string_view>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace {

constexpr bool test_quoted() {
  medusa::quoted_name<5> const name{support::hidden(std::string_view("email"))};
  constexpr medusa::quoted_name<0> empty{std::string_view()};
  return name.view() == R"("email":)" && name.behind_another() == R"(,"email":)" &&
         empty.view() == R"("":)" && empty.behind_another() == R"(,"":)";
}
TEST_CASE("a name is quoted as a document has it before a value") { CHECK(test_quoted()); }
static_assert(test_quoted());

}  // namespace
