// SPDX-License-Identifier: MIT
#include <medusa/ext/beast_async.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>

#include <medusa/ext/asio_call.hpp>

#include "asynchronous.hpp"
#include "policies.hpp"

namespace {

using transport = medusa::ext::beast_async_transport;
using clock = medusa::ext::asio_clock;

struct source {
  boost::asio::io_context loop{};
  transport http{loop.get_executor()};
};

/// Moved on by the loop, not polled.
template <class Json>
class looped : protected source, public product::asynchronous<transport, Json, clock> {
 public:
  explicit looped(support::named_server& at)
      : product::asynchronous<transport, Json, clock>(at.url, this->http,
                                                      clock(this->loop.get_executor())) {}
  void turn() {
    loop.restart();
    loop.run_one();
  }
};

/// Calls with completion tokens of Asio.
template <class Json>
class with_tokens : public product::with_handlers<looped<Json>> {
 public:
  using product::with_handlers<looped<Json>>::with_handlers;

  template <class Op>
  auto call(Op const& op) {
    std::optional<typename with_tokens::template result<Op>> ended;
    medusa::ext::async_call(this->client(), this->loop.get_executor(), op, medusa::call_options{},
                            [&](auto&& got) { ended.emplace(std::move(got)); });
    while (!ended) this->turn();
    return *std::move(ended);
  }
};

}  // namespace

TEST_CASE_TEMPLATE("product: beast_async, handlers", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("beast_async", "handlers", product::with_handlers<looped<Json>>(at), at);
}
TEST_CASE_TEMPLATE("product: beast_async, co_await", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("beast_async", "co_await", product::awaited<looped<Json>>(at), at);
}
TEST_CASE_TEMPLATE("product: beast_async, Asio's tokens", Json, PRODUCT_POLICIES) {
  support::named_server at;
  product::try_out<Json>("beast_async", "Asio's tokens", with_tokens<Json>(at), at);
}
