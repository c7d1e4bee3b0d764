// SPDX-License-Identifier: MIT
#include <medusa/ext/library/error.hpp>

#include <doctest/doctest.h>

#include <type_traits>

#include <medusa/client/transport.hpp>

using medusa::ext::library_errc;
using error = medusa::ext::library_error<int>;

static_assert(std::is_nothrow_move_constructible_v<error>);
static_assert(medusa::detail::tells_if_sent<error>);

namespace {
constexpr bool test_library_codes_have_phrases() {
  for (int n = 0; n <= 5; ++n)
    if (to_string(static_cast<library_errc>(n)) == "unknown error") return false;
  return to_string(static_cast<library_errc>(6)) == "unknown error";
}
}  // namespace

TEST_CASE("an error of a library says whether the request may have been sent") {
  CHECK(test_library_codes_have_phrases());
  static_assert(test_library_codes_have_phrases());
  CHECK(request_may_have_been_sent(error{}));
  CHECK(!request_may_have_been_sent(error{library_errc::failed, 7, false}));
  CHECK(error{library_errc::failed, 7, true} == error{.number = 7});
  CHECK(error{library_errc::cancelled} != error{});
}
