// SPDX-License-Identifier: MIT
#include <medusa/ext/curl_multi.hpp>

#include <medusa/core/duration.hpp>

#include "asynchronous.hpp"
#include "policies.hpp"

namespace {

using transport = medusa::ext::curl_multi_transport;

struct source {
  transport http{};
};

/// Polled, as once per frame.
template <class Json>
class polled : source, public product::asynchronous<transport, Json> {
 public:
  explicit polled(support::named_server& at)
      : product::asynchronous<transport, Json>(at.url, this->http) {}
  void turn() {
    http.wait(medusa::duration::milliseconds(16));
    this->client().poll();
  }
};

}  // namespace

TEST_CASE_TEMPLATE("product: curl_multi, handlers", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("curl_multi", "handlers", product::with_handlers<polled<Json>>(at), at);
}
TEST_CASE_TEMPLATE("product: curl_multi, co_await", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("curl_multi", "co_await", product::awaited<polled<Json>>(at), at);
}
