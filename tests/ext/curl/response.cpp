// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/response.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/http/response.hpp>

using medusa::ext::curl_response;

static_assert(medusa::response_with_headers<curl_response>);
static_assert(medusa::detail::response_with_repeated_headers<curl_response>);
static_assert(!medusa::enable_borrowed_response<curl_response>);  // it owns what it shows
static_assert(std::is_nothrow_move_constructible_v<curl_response> &&
              std::is_nothrow_move_assignable_v<curl_response>);

TEST_CASE("a response shows what it was made of, also after a move") {
  medusa::ext::detail::header_block headers;
  for (std::string_view const line : {"HTTP/1.1 201 Created", "A: 1", "a: 2", ""})
    CHECK(headers.add(line));
  medusa::ext::detail::text_buffer body;
  CHECK(body.append("text"));
  curl_response first(201, std::move(headers), std::move(body));
  std::string_view const before = first.body();

  curl_response const response(std::move(first));
  CHECK(response.status() == 201);
  CHECK(response.body() == "text");
  CHECK(response.body().data() == before.data());
  CHECK(response.header("A") == "1");
  CHECK(medusa::nth_header(response, "A", 1) == "2");
  CHECK(response.header("B") == std::nullopt);
}
