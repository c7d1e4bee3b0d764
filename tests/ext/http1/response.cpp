// SPDX-License-Identifier: MIT
#include <medusa/ext/http1/response.hpp>

#include <doctest/doctest.h>

#include <type_traits>

using medusa::ext::http1_response;

static_assert(medusa::response_with_headers<http1_response>);
static_assert(medusa::detail::response_with_repeated_headers<http1_response>);
static_assert(medusa::borrowable_response<http1_response>);
static_assert(std::is_convertible_v<decltype(http1_response{}.body()), std::span<char>>);

namespace {

constexpr bool test_headers() {
  http1_response const r(200, "Set-Cookie: a=1 \nset-cookie:b=2:3\nX-Empty:\n", {});
  return r.status() == 200 && r.header("SET-COOKIE") == "a=1" &&
         r.header("Set-Cookie", 1) == "b=2:3" && !r.header("Set-Cookie", 2) &&
         r.header("x-empty") == "" && !r.header("Set") && !r.header("") &&
         !http1_response{}.header("");
}

constexpr bool test_body_can_be_written() {
  char bytes[] = {'a', 'b'};
  http1_response const r(200, {}, bytes);
  std::span<char>(r.body())[0] = 'c';
  return std::string_view(r.body()) == "cb" && std::string_view(http1_response{}.body()).empty();
}

}  // namespace

static_assert(test_headers());
static_assert(test_body_can_be_written());

TEST_CASE("headers are found by name and number") { CHECK(test_headers()); }
TEST_CASE("the body can be written to") { CHECK(test_body_can_be_written()); }
