// SPDX-License-Identifier: MIT
#include <medusa/ext/curl.hpp>

#include "blocking.hpp"
#include "policies.hpp"

TEST_CASE_TEMPLATE("product: curl", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("curl", "blocking",
                         product::blocking<medusa::ext::curl_transport, Json>(at), at);
}
