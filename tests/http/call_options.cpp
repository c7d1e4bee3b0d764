// SPDX-License-Identifier: MIT
#include <medusa/http/call_options.hpp>

#include <doctest/doctest.h>

namespace {

constexpr bool test_defaults() {
  medusa::call_options const o;
  return o.headers.empty() && !o.timeout && !o.deadline && !o.cancel.possible() &&
         o.idempotency_key.empty();
}
TEST_CASE("a call differs in nothing unless told to") { CHECK(test_defaults()); }
static_assert(test_defaults());

constexpr bool test_designated() {
  bool flag = false;
  medusa::header const headers[] = {{"x-call", "2"}};
  medusa::call_options const o{.headers = headers,
                               .timeout = medusa::duration::seconds(2),
                               .deadline = medusa::duration::seconds(9),
                               .cancel = &flag,
                               .idempotency_key = "k"};
  if (o.cancel.requested()) return false;
  flag = true;
  return o.cancel.requested() && o.headers[0].value == "2" && o.timeout < o.deadline &&
         o.idempotency_key == "k";
}
TEST_CASE("the options of a call are named on the spot") { CHECK(test_designated()); }
static_assert(test_designated());

}  // namespace
