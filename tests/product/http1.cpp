// SPDX-License-Identifier: MIT
#include <medusa/ext/http1.hpp>

#include <support/loopback_http1.hpp>

#include "blocking.hpp"
#include "policies.hpp"

TEST_CASE_TEMPLATE("product: http1", Json, PRODUCT_POLICIES) {
  using transport = decltype(support::loopback_http1(""));
  support::named_server at;
  product::try_out<Json>("http1", "blocking",
                         product::blocking<transport, Json>(at, support::loopback_http1(at.url)),
                         at);
}
