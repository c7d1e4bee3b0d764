#include <medusa/client/credential_provider.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

constexpr std::string_view renewed_ada = R"({"user":{"id":"u","email":"e"}})";

/// Gives one token after the other, and none at the end.
struct tokens {
  std::array<std::string_view, 2> list{};
  std::size_t asked = 0;
  constexpr std::optional<credentials> operator()() {
    std::string_view const next = asked < list.size() ? list[asked] : std::string_view();
    ++asked;
    if (next.empty()) return std::nullopt;
    return bearer{next};
  }
};
static_assert(credential_provider<tokens> && !async_provider<tokens> &&
              !credential_provider<no_provider>);

using renewing = admin::client<scripted_transport&, json::scanner, fixed<48, 4>, no_clock, tokens&>;
constexpr basic_options<no_clock> old_token() {
  return {.base_url = "https://shop.example", .credentials = api_token{"old"}};
}
constexpr auto refused_once() {
  return expect(method::get, "/admin/users/u")
      .with_header("x-medusa-access-token", "old")
      .answer(401);
}
constexpr auto taken(std::string_view authorization) {
  return expect(method::get, "/admin/users/u")
      .with_header("Authorization", authorization)
      .without_header("x-medusa-access-token");
}

constexpr bool test_renewed_once_and_kept() {
  scripted_transport server{refused_once(), taken("Bearer new").answer(200, renewed_ada),
                            taken("Bearer new").answer(200, renewed_ada)};
  tokens provider{{"new"}};
  renewing client{server, old_token(), no_clock(), provider};
  if (!client.users().retrieve("u") || !client.users().retrieve("u")) return false;
  return provider.asked == 1 && server.finished();
}

constexpr bool test_a_second_refusal_is_the_result() {
  scripted_transport server{refused_once(), taken("Bearer new").answer(401),
                            taken("Bearer new").answer(401)};
  tokens provider{{"new"}};
  renewing client{server, old_token(), no_clock(), provider};
  auto const user = client.users().retrieve("u");
  if (user.error().code != errc::unauthorized || user.error().attempts != 2 || provider.asked != 1)
    return false;
  auto const again = client.users().retrieve("u");  // nothing to be had any more
  return again.error().code == errc::unauthorized && again.error().status == 401 &&
         again.error().attempts == 1 && provider.asked == 2 && server.finished();
}

constexpr bool test_bad_credentials_are_an_error() {
  scripted_transport server{refused_once().times(2)};
  tokens provider{{"a b", "pk_1"}};
  renewing client{server, old_token(), no_clock(), provider};
  if (client.users().retrieve("u").error().code != errc::invalid_value) return false;
  return client.users().retrieve("u").error().code == errc::publishable_key;
}

constexpr bool test_not_asked_where_it_cannot_help() {
  tokens provider{{"new"}};
  scripted_transport server{expect(method::post, "/admin/auth/token").answer(401),
                            expect(method::get, "/admin/users/u").answer(401)};
  renewing client{server, old_token(), no_clock(), provider};
  if (client.auth().get_token({.email = "e", .password = "p"}).error().code != errc::unauthorized)
    return false;
  std::array<header, 1> const own{header{"Authorization", "Bearer mine"}};
  if (client.users().retrieve("u", {.headers = own}).error().code != errc::unauthorized)
    return false;
  scripted_transport other{expect(method::get, "/admin/users/u").answer(401)};
  auto options = old_token();
  options.headers = own;
  renewing fixed_header{other, options, no_clock(), provider};
  return !fixed_header.users().retrieve("u") && provider.asked == 0 && server.finished() &&
         other.finished();
}

constexpr bool test_without_credentials_before() {
  scripted_transport server{
      expect(method::get, "/admin/users/u").without_header("Authorization").answer(401),
      taken("Bearer new").answer(200, renewed_ada)};
  tokens provider{{"new"}};
  renewing client{server, {.base_url = "https://shop.example"}, no_clock(), provider};
  return client.users().retrieve("u").has_value() && server.finished();
}

/// Answers when it is told to.
struct later_tokens {
  async_handler<std::optional<credentials>> handler{};
  int asked = 0;
  constexpr void operator()(async_handler<std::optional<credentials>> h) {
    ++asked, handler = std::move(h);
  }
};
static_assert(async_provider<later_tokens>);
template <class Provider>
using async_renewing =
    admin::async_client<async_scripted_transport&, json::scanner, fixed<48, 4>, no_clock, Provider>;

constexpr bool test_concurrent_refusals_share_one_refresh() {
  async_scripted_transport server{refused_once().times(3),
                                  taken("Bearer new").answer(200, renewed_ada).times(3)};
  later_tokens provider;
  async_renewing<later_tokens&> client{server, old_token(), no_clock(), provider};
  int good = 0;
  auto const count = [&good](auto const& user) { good += user ? 1 : 100; };
  for (int i = 0; i < 3; ++i) client.users().retrieve("u", count);
  client.poll();
  client.poll();
  if (provider.asked != 1) return false;
  provider.handler(credentials(bearer{"new"}));
  client.poll();  // the third of the old ones: refused after the others had been renewed
  for (int frame = 0; frame < 3; ++frame) client.poll();
  return good == 3 && provider.asked == 1 && server.finished();
}

constexpr bool test_nothing_to_be_had_ends_all() {
  async_scripted_transport server{refused_once().times(2)};
  later_tokens provider;
  async_renewing<later_tokens&> client{server, old_token(), no_clock(), provider};
  int refused = 0;
  bool flag = false;
  int cancelled = 0;
  client.users().retrieve(
      "u", [&refused](auto user) { refused += user.error().code == errc::unauthorized ? 1 : 100; });
  client.users().retrieve("u", {.cancel = &flag}, [&cancelled](auto user) {
    cancelled += user.error().code == errc::cancelled ? 1 : 100;
  });
  client.poll();
  client.poll();
  flag = true;
  client.poll();
  if (cancelled != 1 || refused != 0) return false;
  provider.handler = {};  // as good as nothing
  return refused == 1 && provider.asked == 1;
}

constexpr bool test_a_blocking_provider_serves_both() {
  async_scripted_transport server{refused_once().times(2),
                                  taken("Bearer new").answer(200, renewed_ada).times(2)};
  tokens provider{{"new"}};
  async_renewing<tokens&> client{server, old_token(), no_clock(), provider};
  int good = 0;
  for (int i = 0; i < 2; ++i)
    client.users().retrieve("u", [&good](auto user) { good += user ? 1 : 100; });
  for (int frame = 0; frame < 4; ++frame) client.poll();
  return good == 2 && provider.asked == 1 && server.finished();
}

#if defined(__cpp_exceptions)

/// Has no memory for what it is to hold when it is asked for the `when`-th time.
struct scarce_credential : static_string<48> {
  static inline int when = 0;
  [[nodiscard]] bool resize(std::size_t size) {
    if (when > 0 && --when == 0) throw std::bad_alloc();
    return static_string<48>::resize(size);
  }
};
struct scarce : fixed<48, 4> {
  using credential = scarce_credential;
};

/// The client keeps the credentials, or a call is signed by them: none of those that wait is left
/// behind.
TEST_CASE("what finds no memory for new credentials ends all calls that wait for them") {
  int thrown = 0;
  for (int when = 1; when <= 2; ++when) {
    async_scripted_transport server{refused_once(), refused_once(),
                                    taken("Bearer new").answer(200, renewed_ada).times(3)};
    later_tokens provider;
    admin::async_client<async_scripted_transport&, json::scanner, scarce, no_clock, later_tokens&>
        client{server, old_token(), no_clock(), provider};
    int ended = 0;
    int good = 0;
    auto const count = [&](auto user) {
      ++ended;
      good += user ? 1 : 0;
      if (!user) CHECK(user.error().code == errc::transport_failed);
    };
    client.users().retrieve("u", count);
    client.users().retrieve("u", count);
    for (int frame = 0; frame < 3; ++frame) client.poll();
    CHECK(provider.asked == 1);
    CHECK(ended == 0);
    scarce_credential::when = when;
    try {
      provider.handler(bearer{"new"});
    } catch (std::bad_alloc const&) { ++thrown; }
    scarce_credential::when = 0;
    for (int frame = 0; frame < 3; ++frame) client.poll();
    CHECK(ended == 2);
    CHECK_FALSE(client.sign_in(bearer{"new"}));  // and the client can be used
    client.users().retrieve("u", count);
    client.poll();
    CHECK(good >= 1);
  }
  CHECK(thrown == 2);
}

#endif

}  // namespace

TWIN("credentials are renewed once and kept", test_renewed_once_and_kept);
TWIN("a second refusal is the result", test_a_second_refusal_is_the_result);
TWIN("bad credentials of a provider are an error", test_bad_credentials_are_an_error);
TWIN("a provider is not asked where it cannot help", test_not_asked_where_it_cannot_help);
TWIN("credentials where there were none", test_without_credentials_before);
TWIN("concurrent refusals share one refresh", test_concurrent_refusals_share_one_refresh);
TWIN("no credentials to be had ends all that wait", test_nothing_to_be_had_ends_all);
TWIN("a blocking provider of an asynchronous client", test_a_blocking_provider_serves_both);
