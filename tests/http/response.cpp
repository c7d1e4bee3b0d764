// SPDX-License-Identifier: MIT
#include <medusa/http/response.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <support/hidden.hpp>

using medusa::nth_header;
using medusa::response_view;

namespace {

// The least that is a response.
struct bare {
  constexpr int status() const { return 204; }
  constexpr char const* body() const { return ""; }
};
// As many HTTP libraries have it: the first header of a name.
struct with_first_header : bare {
  constexpr std::optional<std::string_view> header(std::string_view name) const {
    return name == "x" ? std::optional<std::string_view>("1") : std::nullopt;
  }
};
// A response type whose headers are plain text: what is absent is empty, which is its own affair.
struct with_plain_header : bare {
  constexpr std::string_view header(std::string_view) const { return "plain"; }
};
struct only_repeated : bare {
  constexpr std::optional<std::string_view> header(std::string_view, std::size_t n) const {
    return n < 2 ? std::optional<std::string_view>(n == 0 ? "a" : "b") : std::nullopt;
  }
};
struct owning {
  int status() const { return 200; }
  std::string const& body() const { return text; }
  std::optional<std::string> const& header(std::string_view) const { return value; }
  std::string text;
  std::optional<std::string> value;
};

struct without_status {
  std::string_view body() const { return {}; }
};
struct without_body {
  int status() const { return 200; }
};
struct body_of_numbers : without_body {
  std::vector<int> body() const { return {}; }
};
struct body_dies : without_body {
  std::string body() const { return {}; }
};
struct status_changes {
  int status() { return 200; }
  std::string_view body() const { return {}; }
};
struct header_dies : bare {
  std::optional<std::string> header(std::string_view) const { return {}; }
};
struct plain_header_dies : bare {
  std::string header(std::string_view) const { return {}; }
};
struct repeated_header_dies : with_first_header {
  using with_first_header::header;
  std::optional<std::string> header(std::string_view, std::size_t) const { return {}; }
};

static_assert(medusa::response<response_view>);
static_assert(medusa::response<bare>);
static_assert(medusa::response<owning>);
static_assert(!medusa::response<without_status>);
static_assert(!medusa::response<without_body>);
static_assert(!medusa::response<body_of_numbers>);
static_assert(!medusa::response<body_dies>, "a view of a body by value would dangle");
static_assert(!medusa::response<status_changes>);
static_assert(!medusa::response<int>);

static_assert(medusa::response_with_headers<response_view>);
static_assert(medusa::response_with_headers<with_first_header>);
static_assert(medusa::response_with_headers<with_plain_header>);
static_assert(medusa::response_with_headers<owning>);
static_assert(!medusa::response_with_headers<bare>);
static_assert(!medusa::response_with_headers<header_dies>);
static_assert(!medusa::response_with_headers<plain_header_dies>);
static_assert(!medusa::response_with_headers<without_status>);

static_assert(medusa::borrowable_response<response_view>);
static_assert(medusa::borrowable_response<response_view const&>);
static_assert(medusa::borrowable_response<bare&>);
static_assert(medusa::borrowable_response<bare const&>);
static_assert(!medusa::borrowable_response<bare>);
static_assert(!medusa::borrowable_response<bare&&>);
static_assert(!medusa::borrowable_response<bare const>);
static_assert(!medusa::borrowable_response<int&>);

constexpr bool test_view() {
  response_view const r(404, "not here");
  response_view const none;
  return r.status() == 404 && r.body() == "not here" && !r.header("x") && none.status() == 0 &&
         none.body().empty() && !none.header("");
}
TEST_CASE("a response_view shows what it was given") { CHECK(test_view()); }
static_assert(test_view());

constexpr bool test_view_headers() {
  medusa::header const headers[] = {
      {"Set-Cookie", "a=1"}, {"Date", "today"}, {"set-cookie", "b=2"}, {"SET-COOKIE", "c=3"}};
  response_view const r(200, "", headers);
  return r.header("set-cookie") == "a=1" && r.header("Set-Cookie", 0) == "a=1" &&
         r.header("Set-Cookie", 1) == "b=2" && r.header("Set-Cookie", 2) == "c=3" &&
         !r.header("Set-Cookie", 3) && r.header("DATE") == "today" && !r.header("Date", 1) &&
         !r.header("Set") && !r.header("Set-Cookie", static_cast<std::size_t>(-1));
}
TEST_CASE("headers are counted by name, whatever its case") { CHECK(test_view_headers()); }
static_assert(test_view_headers());

constexpr bool test_nth_header() {
  medusa::header const headers[] = {{"x", "1"}, {"X", "2"}};
  response_view const view(200, "", headers);
  return nth_header(view, "x", 1) == "2" && !nth_header(view, "x", 2) &&
         !nth_header(support::hidden(bare()), "x", 0) &&
         nth_header(with_first_header(), "x", 0) == "1" &&
         !nth_header(with_first_header(), "x", 1) && !nth_header(with_first_header(), "y", 0) &&
         nth_header(with_plain_header(), "x", 0) == "plain" &&
         nth_header(only_repeated(), "x", 1) == "b" && !nth_header(only_repeated(), "x", 2);
}
TEST_CASE("nth_header makes the most of what a response offers") { CHECK(test_nth_header()); }
static_assert(test_nth_header());

TEST_CASE("nth_header falls back to the first header when the others would dangle") {
  CHECK(nth_header(repeated_header_dies(), "x", 0) == "1");
  CHECK_FALSE(nth_header(repeated_header_dies(), "x", 1));
}

TEST_CASE("a response that owns its text is viewed in place") {
  owning const r{"long enough to live on the heap, so that a copy would show",
                 "the value of a header"};
  auto const value = nth_header(r, "x", 0);
  REQUIRE(value);
  CHECK(value->data() == r.value->data());
}

}  // namespace
