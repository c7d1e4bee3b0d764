#include <medusa/ext/curl/handles.hpp>

#include <doctest/doctest.h>

#include <type_traits>
#include <utility>

using namespace medusa::ext::detail;

static_assert(std::is_nothrow_move_constructible_v<curl_handle> &&
              !std::is_copy_constructible_v<curl_handle>);

TEST_CASE("libcurl gives handles") {
  REQUIRE(curl_is_ready());
  curl_handle easy = new_curl_handle();
  curl_multi_handle const multi = new_curl_multi_handle();
  CHECK(easy != nullptr);
  CHECK(multi != nullptr);
  curl_handle const moved = std::move(easy);
  CHECK(curl_easy_setopt(moved.get(), CURLOPT_NOSIGNAL, 1L) == CURLE_OK);
}
