#include <medusa/client/completion_handler.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include <medusa/client/async_client.hpp>
#include <medusa/medusa.hpp>
#include <medusa/testing/async_scripted_transport.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

using client_type = admin::async_client<async_scripted_transport&, json::scanner, hosted, no_clock>;
using user_result = client_type::result<client_type::user>;
using page_result = client_type::result<client_type::user_page>;
template <class H>
concept tells_user = admin::completion_handler<H, client_type, admin::retrieve_user>;

struct by_value {
  void operator()(user_result);
};
struct by_rvalue {
  void operator()(user_result&&);
};
struct by_const_reference {
  void operator()(user_result const&) const;
};
struct by_reference {
  void operator()(user_result&);
};
struct of_a_page {
  void operator()(page_result);
};
static_assert(tells_user<by_value> && tells_user<by_rvalue&> &&
              tells_user<by_const_reference const&>);
static_assert(!tells_user<by_reference> && !tells_user<of_a_page> && !tells_user<int> &&
              !tells_user<call_options&>);
static_assert(tells_user<void (*)(user_result const&)>);

}  // namespace

TEST_CASE("handlers of many forms") {
  async_scripted_transport server{{expect(method::get, "/admin/users/u")
                                       .answer(200, R"({"user":{"id":"u","email":"e"}})")
                                       .times(4)},
                                  async_scripted_transport::answers::at_once};
  client_type client{server, {.base_url = "https://shop.example"}};
  std::string seen;
  client.users().retrieve("u", [own = std::make_unique<std::string*>(&seen)](user_result&& user) {
    if (user) **own += user->id;
  });
  auto const named = [&seen](user_result const& user) {
    if (user) seen += user->email;
  };
  client.users().retrieve("u", named);
  static int calls = 0;
  client.users().retrieve("u", +[](user_result const& user) { calls += user ? 1 : 0; });
  call_options options{};
  client.users().retrieve("u", options, [&seen](user_result user) {
    if (user) seen += std::move(user->id);
  });
  CHECK(seen == "ueu");
  CHECK(calls == 1);
}
