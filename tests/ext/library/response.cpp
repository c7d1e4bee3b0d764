// SPDX-License-Identifier: MIT
#include <medusa/ext/library/response.hpp>

#include <doctest/doctest.h>

#include <medusa/http/response.hpp>

using medusa::ext::library_response;

static_assert(medusa::response_with_headers<library_response>);
static_assert(medusa::detail::response_with_repeated_headers<library_response>);
static_assert(!medusa::enable_borrowed_response<library_response>);

TEST_CASE("a response of a library finds its headers, whatever their case") {
  library_response r;
  r.set_status(201);
  r.add_header("Set-Cookie", " a=1 ");
  r.add_header("X", "");
  r.add_header("set-cookie", "b=2");
  r.body() = "text";
  library_response const moved = std::move(r);
  CHECK(moved.status() == 201);
  CHECK(moved.body() == "text");
  CHECK(moved.header("SET-COOKIE") == "a=1");
  CHECK(moved.header("Set-Cookie", 1) == "b=2");
  CHECK(!moved.header("Set-Cookie", 2));
  CHECK(moved.header("x") == "");
  CHECK(!moved.header("y"));
}

TEST_CASE("a response of a library that is coded is told from one that is not") {
  using medusa::ext::detail::is_coded;
  library_response plain;
  CHECK(!is_coded(plain));
  plain.add_header("content-encoding", "Identity");
  CHECK(!is_coded(plain));
  library_response empty;
  empty.add_header("Content-Encoding", "");
  CHECK(!is_coded(empty));
  library_response coded;
  coded.add_header("Content-Encoding", "gzip");
  CHECK(is_coded(coded));
}
