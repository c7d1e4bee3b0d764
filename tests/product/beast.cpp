// SPDX-License-Identifier: MIT
#include <medusa/ext/beast.hpp>

#include "blocking.hpp"
#include "policies.hpp"

TEST_CASE_TEMPLATE("product: beast", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("beast", "blocking",
                         product::blocking<medusa::ext::beast_transport, Json>(at), at);
}
