// SPDX-License-Identifier: MIT
#include <medusa/http/options.hpp>

#include <doctest/doctest.h>

using medusa::basic_options;

namespace {

struct some_clock {};

template <class O>
concept has_retry = requires(O o) { o.retry; };

static_assert(has_retry<basic_options<some_clock>>);
static_assert(!has_retry<basic_options<medusa::no_clock>>, "nobody could wait");

template <class O>
constexpr bool has_defaults() {
  O const o;
  return o.base_url.empty() && o.credentials.kind() == medusa::credential_kind::none &&
         o.publishable_api_key.empty() && o.headers.empty() &&
         o.timeout == medusa::duration::seconds(30) && o.deadline == medusa::duration::max() &&
         o.limits.request_head == 16384;
}
constexpr bool test_defaults() {
  return has_defaults<basic_options<some_clock>>() &&
         has_defaults<basic_options<medusa::no_clock>>();
}
TEST_CASE("an attempt is limited to 30 s, a call is not") { CHECK(test_defaults()); }
static_assert(test_defaults());

// Designators must follow the order of the members, which both forms share.
template <class O>
constexpr bool is_designated() {
  medusa::header const headers[] = {{"x-config", "3"}};
  O const o{.base_url = "http://h",
            .credentials = medusa::bearer{"x"},
            .publishable_api_key = "pk_1",
            .headers = headers,
            .timeout = medusa::duration::seconds(1),
            .deadline = medusa::duration::seconds(2),
            .limits = {.response_body = 1}};
  return o.base_url == "http://h" && o.credentials.value().reveal() == "x" &&
         o.publishable_api_key == "pk_1" && o.headers.size() == 1 && o.timeout < o.deadline &&
         o.limits.response_body == 1 && o.limits.request_body == 102400;
}
constexpr bool test_designated() {
  return is_designated<basic_options<some_clock>>() &&
         is_designated<basic_options<medusa::no_clock>>() &&
         basic_options<some_clock>{.base_url = "http://h", .retry = {.max_retries = 3}}
                 .retry.max_retries == 3;
}
TEST_CASE("options are named on the spot") { CHECK(test_designated()); }
static_assert(test_designated());

}  // namespace
