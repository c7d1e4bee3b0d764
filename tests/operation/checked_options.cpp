// SPDX-License-Identifier: MIT
#include <medusa/operation/checked_options.hpp>

#include <doctest/doctest.h>

#include <array>

#include <medusa/core/duration.hpp>
#include <medusa/http/header.hpp>

using medusa::basic_options;
using medusa::checked_options;
using medusa::duration;
using medusa::header;

namespace {

struct some_clock {};

constexpr std::array<header, 2> list{header{"X-A", "b"}, header{"Cookie", "c"}};
constexpr basic_options<some_clock> all_of_them{
    .base_url = "https://shop.example/api/",
    .credentials = medusa::bearer{"tok"},
    .publishable_api_key = "pk_1",
    .headers = list,
    .timeout = duration::seconds(5),
    .deadline = duration::seconds(60),
    .retry = {.max_retries = 3, .repeat_conflict = true},
    .limits = {.request_head = 300, .request_body = 200, .response_body = 100}};

constexpr bool test_is_the_context_of_its_options() {
  constexpr checked_options checked(all_of_them);
  auto const& context = checked.context();
  return context.base.text == "https://shop.example/api" && context.base.path_at == 20 &&
         context.credentials.kind() == medusa::credential_kind::bearer &&
         context.credentials.value().reveal() == "tok" && context.publishable_api_key == "pk_1" &&
         context.headers.data() == list.data() && context.headers.size() == 2 &&
         context.signed_by_headers && context.timeout == duration::seconds(5) &&
         context.deadline == duration::seconds(60) && context.limits.request_head == 300 &&
         context.limits.request_body == 200 && context.limits.response_body == 100 &&
         !context.max_items && checked.retry().max_retries == 3 && checked.retry().repeat_conflict;
}
TEST_CASE("checked_options: the context of its options") {
  CHECK(test_is_the_context_of_its_options());
}
static_assert(test_is_the_context_of_its_options());

constexpr std::array<header, 8> eight{
    {{"A", ""}, {"B", ""}, {"C", ""}, {"D", ""}, {"E", ""}, {"F", ""}, {"G", ""}, {"H", ""}}};
// One more is in tests/compile_fail.
constexpr bool test_as_many_headers_as_a_client_may_have() {
  constexpr checked_options checked(
      basic_options<some_clock>{.base_url = "http://h", .headers = eight});
  return checked.context().headers.size() == 8;
}

TEST_CASE("checked_options: as many headers as a client may have") {
  CHECK(test_as_many_headers_as_a_client_may_have());
}
static_assert(test_as_many_headers_as_a_client_may_have());

constexpr bool test_without_a_clock() {
  constexpr checked_options checked(basic_options<medusa::no_clock>{.base_url = "http://h"});
  return checked.context().base.text == "http://h" && checked.context().headers.empty() &&
         sizeof(checked) == sizeof(checked.context());
}
TEST_CASE("checked_options: without a clock no retries") { CHECK(test_without_a_clock()); }
static_assert(test_without_a_clock());

}  // namespace
