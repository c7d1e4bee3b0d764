// SPDX-License-Identifier: MIT
#include <medusa/ext/curl/error.hpp>

#include <doctest/doctest.h>

#include <string>

#include <medusa/client/transport.hpp>
#include <medusa/ext/curl.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/hosted.hpp>

using medusa::ext::curl_error;

static_assert(medusa::detail::tells_if_sent<curl_error>);
static_assert(medusa::detail::error_with_code_member<curl_error>);

TEST_CASE("an error tells whether the request can have been sent: true if unknown") {
  CHECK(medusa::detail::may_have_been_sent(curl_error{}));
  CHECK(medusa::detail::may_have_been_sent(curl_error{CURLE_RECV_ERROR, true}));
  CHECK(!medusa::detail::may_have_been_sent(curl_error{CURLE_COULDNT_CONNECT, false}));
}

TEST_CASE("a failure shows the number of the error") {
  medusa::failure<medusa::hosted, curl_error> failure(medusa::errc::transport_failed);
  failure.transport = curl_error{CURLE_COULDNT_CONNECT, false};
  std::string const text = to_string(failure);
  CHECK(text.find("(transport error 7)") != std::string::npos);
}
