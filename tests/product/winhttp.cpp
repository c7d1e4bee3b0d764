// SPDX-License-Identifier: MIT
#include <medusa/ext/winhttp.hpp>

#include "blocking.hpp"
#include "policies.hpp"

TEST_CASE_TEMPLATE("product: winhttp", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("winhttp", "blocking",
                         product::blocking<medusa::ext::winhttp_transport, Json>(at), at);
}
