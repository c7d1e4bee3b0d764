// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/easy.hpp>

#include <doctest/doctest.h>

#include <type_traits>
#include <utility>

using medusa::ext::detail::curl_easy;

static_assert(std::is_nothrow_move_constructible_v<curl_easy> &&
              std::is_nothrow_move_assignable_v<curl_easy>);

namespace {
/// An option that can be read back.
void* kept(curl_easy const& easy) {
  char* value = nullptr;
  CHECK(curl_easy_getinfo(easy.get(), CURLINFO_PRIVATE, &value) == CURLE_OK);
  return value;
}
}  // namespace

TEST_CASE("what is the same for all requests is set once, and again after a reset") {
  curl_easy easy;
  CHECK(easy.prepare({}));
  CHECK(!easy.prepare({}));
  int something = 0;
  easy.set(CURLOPT_PRIVATE, &something);
  CHECK(!easy.prepare({}));
  CHECK(kept(easy) == &something);
  easy.reset();
  CHECK(kept(easy) == nullptr);
  CHECK(easy.prepare({}));
  CHECK(easy.status() == CURLE_OK);
}

TEST_CASE("the first failure counts, and nothing is set after it until a reset") {
  curl_easy easy;
  int something = 0;
  easy.set(static_cast<CURLoption>(CURLOPTTYPE_LONG + 9999), 1L);
  CHECK(easy.status() == CURLE_UNKNOWN_OPTION);
  easy.fail(CURLE_OUT_OF_MEMORY);
  CHECK(easy.status() == CURLE_UNKNOWN_OPTION);
  easy.set(CURLOPT_PRIVATE, &something);
  CHECK(kept(easy) == nullptr);
  CHECK(!easy.prepare({}));
  easy.reset();
  CHECK(easy.status() == CURLE_OK);
  CHECK(easy.prepare({}));
  easy.set(CURLOPT_PRIVATE, &something);
  CHECK(kept(easy) == &something);
}

TEST_CASE("an easy handle that is moved leaves none") {
  curl_easy first;
  CHECK(first.prepare({}));
  CURL* const handle = first.get();
  curl_easy second(std::move(first));
  CHECK(first.get() == nullptr);
  CHECK(second.get() == handle);
  CHECK(!second.prepare({}));
}
