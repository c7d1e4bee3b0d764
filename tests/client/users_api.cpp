#include <medusa/client/users_api.hpp>

#include <doctest/doctest.h>

#include <array>
#include <concepts>
#include <string_view>

#include <medusa/client/client.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

template <class S>
using client_of = admin::client<scripted_transport&, json::scanner, S, virtual_clock&>;
constexpr basic_options<virtual_clock> options{.base_url = "http://h",
                                               .credentials = api_token{"tok"}};

constexpr std::string_view one = R"({"user":{"id":"u","email":"e"}})";

/// A step of a call that was given options: its own header, and the time limit is looked at below.
constexpr scripted_step marked(method m, std::string_view target) {
  return expect(m, target).with_header("X-Mark", "1");
}

template <class S>
constexpr bool test_every_call_takes_options() {
  std::array<header, 1> const mark{header{"X-Mark", "1"}};
  call_options const with{.headers = mark, .timeout = duration::milliseconds(77)};
  scripted_transport server{
      marked(method::post, "/admin/users").answer(200, one),
      marked(method::del, "/admin/users/u")
          .answer(200, R"({"id":"u","object":"user","deleted":true})"),
      marked(method::get, "/admin/users?q=x&limit=1").answer(200, R"({"users":[]})"),
      marked(method::get, "/admin/users?q=x&limit=1").answer(200, R"({"users":[]})"),
      marked(method::post, "/admin/users/reset-password").answer(200, one),
      marked(method::get, "/admin/users/u").answer(200, one),
      marked(method::post, "/admin/users/password-token").answer(204),
      marked(method::post, "/admin/users/u").answer(200, one)};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto const users = client.users();
  auto const limited = [&] { return server.last_timeout() == duration::milliseconds(77); };
  if (!users.create({.email = "e", .password = "p"}, with) || !limited()) return false;
  if (!users.remove("u", with) || !limited()) return false;
  if (!users.list({.q = "x", .limit = 1}, with) || !limited()) return false;
  for (auto&& each : users.all({.q = "x", .limit = 1}, with))
    if (!each || each) return false;  // there is none
  if (!limited() || !users.reset_password({.token = "t", .password = "p"}, with) || !limited())
    return false;
  if (!users.retrieve("u", with) || !limited()) return false;
  if (!users.send_reset_password_token({.email = "e"}, with) || !limited()) return false;
  return users.update("u", {.first_name = "x"}, with) && limited() && server.finished();
}

/// Whom the server need not know, it is not told.
template <class S>
constexpr bool test_who_is_told_the_credentials() {
  constexpr auto signed_in = [](method m, std::string_view target) {
    return expect(m, target).with_header("x-medusa-access-token", "tok");
  };
  constexpr auto anonymous = [](method m, std::string_view target) {
    return expect(m, target).without_header("x-medusa-access-token");
  };
  scripted_transport server{
      signed_in(method::post, "/admin/users").answer(200, one),
      signed_in(method::del, "/admin/users/u")
          .answer(200, R"({"id":"u","object":"user","deleted":true})"),
      signed_in(method::get, "/admin/users?limit=1").answer(200, R"({"users":[]})"),
      anonymous(method::post, "/admin/users/reset-password").answer(200, one),
      signed_in(method::get, "/admin/users/u").answer(200, one),
      anonymous(method::post, "/admin/users/password-token").answer(204),
      signed_in(method::post, "/admin/users/u").answer(200, one)};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto const users = client.users();
  return users.create({.email = "e", .password = "p"}) && users.remove("u") &&
         users.list({.limit = 1}) && users.reset_password({.token = "t", .password = "p"}) &&
         users.retrieve("u") && users.send_reset_password_token({.email = "e"}) &&
         users.update("u", {}) && server.finished();
}

template <class S>
constexpr bool test_a_list_of_everything() {
  std::string_view const target = S::max_items ? "/admin/users?limit=4" : "/admin/users";
  scripted_transport server{
      expect(method::get, target)
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":2,"offset":0,"limit":4})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto const page = client.users().list();
  return page && page->users.size() == 2 && page->users[1].id == "b" && page->count == 2 &&
         page->offset == 0 && page->limit == 4 && server.finished();
}

using client_type = client_of<fixed<48, 4>>;
using users_type = decltype(std::declval<client_type&>().users());
static_assert(std::same_as<decltype(std::declval<users_type>().retrieve("")),
                           client_type::result<client_type::user>>);
static_assert(std::same_as<decltype(std::declval<users_type>().list()),
                           client_type::result<client_type::user_page>>);
static_assert(std::same_as<decltype(std::declval<users_type>().send_reset_password_token({})),
                           client_type::result<no_content>>);

}  // namespace

TWINS("users_api: every call takes options", test_every_call_takes_options, 48, 4);
TWINS("users_api: who is told the credentials", test_who_is_told_the_credentials, 48, 4);
TWINS("users_api: a list of everything", test_a_list_of_everything, 48, 4);
