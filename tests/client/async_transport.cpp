#include <medusa/client/async_transport.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <string>

#include <medusa/client/async_client.hpp>
#include <medusa/core/result.hpp>
#include <medusa/model/fixed.hpp>

// What an asynchronous client takes for a transport, and what it does not.
namespace async_transport_models {

using namespace medusa;

struct least_response {
  int code = 404;
  constexpr int status() const { return code; }
  constexpr std::string_view body() const { return {}; }
};
struct least_error {};
using least_result = result<least_response, least_error>;

struct least {
  using result_type = least_result;
  constexpr void send(request const&, async_handler<least_result> handler) {
    handler(least_response{});
  }
};
/// Takes any handler.
struct generic {
  using result_type = least_result;
  template <class H>
  constexpr void send(request const&, H&& handler) {
    auto own = std::forward<H>(handler);
    own(unexpected(least_error{}));
  }
};
static_assert(async_transport<least> && async_transport<generic>);
static_assert(check_async_transport<least>() && check_async_transport<generic>());
static_assert(std::same_as<async_response_t<least>, least_response> &&
              std::same_as<async_transport_error_t<least>, least_error>);
static_assert(!detail::polled<least>);

struct nothing {};
struct no_result_type {
  void send(request const&, async_handler<least_result>);
};
struct no_handler {
  using result_type = least_result;
  void send(request const&);
};
struct other_handler {
  using result_type = least_result;
  void send(request const&, async_handler<int>);
};
struct bare_response {
  using result_type = least_response;
  void send(request const&, async_handler<result_type>);
};
struct owning_response {
  int status() const;
  std::string body() const;
};
struct dangling_body {
  using result_type = result<owning_response, least_error>;
  void send(request const&, async_handler<result_type>);
};
struct no_error {
  using result_type = least_response*;
  void send(request const&, async_handler<result_type>);
};
static_assert(!async_transport<nothing> && !async_transport<no_result_type> &&
              !async_transport<no_handler>);
static_assert(!async_transport<other_handler> && !async_transport<bare_response> &&
              !async_transport<dangling_body>);
static_assert(!async_transport<no_error>);

template <class Transport>
constexpr errc outcome_over() {
  admin::async_client<Transport, json::scanner, fixed<48, 4>> client{
      Transport(), {.base_url = "https://shop.example"}};
  errc code{};
  client.users().retrieve("u", [&code](auto user) { code = user.error().code; });
  return code;
}
static_assert(outcome_over<least>() == errc::not_found &&
              outcome_over<generic>() == errc::transport_failed);

}  // namespace async_transport_models

TEST_CASE("the least of asynchronous transports") {
  using namespace async_transport_models;
  CHECK(outcome_over<least>() == errc::not_found);
  CHECK(outcome_over<generic>() == errc::transport_failed);
}
