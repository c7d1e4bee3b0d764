// SPDX-License-Identifier: MIT
#include <medusa/http/request.hpp>

#include <doctest/doctest.h>

#include <limits>
#include <type_traits>

namespace {

constexpr bool test_defaults() {
  medusa::request const r;
  return r.method == medusa::method::get && r.url.empty() && r.target.empty() &&
         r.headers.empty() && r.body.empty() && r.timeout == medusa::duration::max() &&
         r.max_body == std::numeric_limits<std::size_t>::max() && !r.cancel.possible();
}
TEST_CASE("a request has no limits of its own") { CHECK(test_defaults()); }
static_assert(test_defaults());

constexpr bool test_header() {
  medusa::header const headers[] = {
      {"Accept", "application/json"}, {"x-call", ""}, {"X-Call", "2"}};
  medusa::request const r{.headers = headers};
  return r.header("accept") == "application/json" && r.header("ACCEPT") == "application/json" &&
         r.header("X-CALL") == "" && !r.header("Accep") && !r.header("") &&
         !medusa::request{}.header("Accept");
}
TEST_CASE("a header is found whatever its case, the first of a name") { CHECK(test_header()); }
static_assert(test_header());

// A request is a view: copying one into a queue must cost nothing and own nothing.
static_assert(std::is_trivially_copyable_v<medusa::request>);

}  // namespace
