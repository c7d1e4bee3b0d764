// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/error.hpp>

#include <doctest/doctest.h>

#include <medusa/client/transport.hpp>

#include <support/hidden.hpp>

using medusa::ext::http1_errc;
using medusa::ext::http1_error;

static_assert(medusa::detail::tells_if_sent<http1_error>);

namespace {

constexpr auto last = http1_errc::body_too_large;

constexpr bool test_every_code_has_a_phrase_of_its_own() {
  for (int i = 1; i <= static_cast<int>(last); ++i) {
    auto const phrase = to_string(static_cast<http1_errc>(i));
    if (phrase.empty() || phrase == "unknown error") return false;
    for (int k = 1; k < i; ++k)
      if (to_string(static_cast<http1_errc>(k)) == phrase) return false;
  }
  return to_string(support::hidden(http1_errc::none)) == "unknown error" &&
         to_string(static_cast<http1_errc>(static_cast<int>(last) + 1)) == "unknown error";
}

constexpr bool test_tells_if_sent() {
  using medusa::detail::may_have_been_sent;
  return may_have_been_sent(http1_error{.code = http1_errc::closed}) &&
         !may_have_been_sent(
             http1_error{.code = http1_errc::not_connected, .may_have_been_sent = false});
}

}  // namespace

static_assert(test_every_code_has_a_phrase_of_its_own());
static_assert(test_tells_if_sent());

TEST_CASE("every code has a phrase of its own") {
  CHECK(test_every_code_has_a_phrase_of_its_own());
}
TEST_CASE("an error tells whether the request can have been sent") { CHECK(test_tells_if_sent()); }
