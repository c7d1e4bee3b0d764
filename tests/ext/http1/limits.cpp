// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/limits.hpp>

#include <doctest/doctest.h>

// That each limit is kept is tested with the parser.
using medusa::ext::http1_limits;

namespace {

template <http1_limits L>
constexpr auto body_of = L.body;  // limits can be a template argument

constexpr bool test_defaults() {
  constexpr http1_limits limits{.body = 100};
  return body_of<limits> == 100 && limits.head == http1_limits{}.head && limits.line <= limits.head;
}

}  // namespace

static_assert(test_defaults());

TEST_CASE("what is not named keeps its default") { CHECK(test_defaults()); }
