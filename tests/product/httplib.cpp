// SPDX-License-Identifier: MIT
#include <medusa/ext/httplib.hpp>

#include "blocking.hpp"
#include "policies.hpp"

TEST_CASE_TEMPLATE("product: httplib", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("httplib", "blocking",
                         product::blocking<medusa::ext::httplib_transport, Json>(at), at);
}
