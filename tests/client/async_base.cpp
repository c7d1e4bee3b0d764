// SPDX-License-Identifier: MIT
#include <medusa/client/async_base.hpp>

#include <doctest/doctest.h>

#include <type_traits>

#include <medusa/json/scanner.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

// What must not compile is in tests/compile_fail.
namespace {

using transport = medusa::testing::async_scripted_transport;
using medusa::testing::virtual_clock;
using storage = medusa::fixed<8, 1>;

constexpr bool test_async_base() {
  using base = medusa::admin::async_base<transport&, medusa::json::scanner, storage, virtual_clock&,
                                         medusa::no_provider>;
  return medusa::admin::check_async_client<transport, medusa::json::scanner, storage, virtual_clock,
                                           medusa::no_provider>() &&
         std::is_same_v<typename base::failure_type::transport_error_type,
                        medusa::async_transport_error_t<transport>>;
}
TEST_CASE("async_base: what an asynchronous client is made of") { CHECK(test_async_base()); }
static_assert(test_async_base());

}  // namespace
