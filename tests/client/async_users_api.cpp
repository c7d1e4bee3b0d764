#include <medusa/client/async_users_api.hpp>

#include <doctest/doctest.h>

#include <array>
#include <concepts>
#include <string_view>
#include <utility>

#include <medusa/client/async_client.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/async_scripted_transport.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;

using script = async_scripted_transport;
using marking = admin::async_client<script&, json::scanner, fixed<48, 4>>;
constexpr std::string_view marked_one = R"({"user":{"id":"u","email":"e"}})";

constexpr scripted_step with_mark(method m, std::string_view target) {
  return expect(m, target).with_header("X-Mark", "1");
}

constexpr bool test_every_handler_comes_after_options() {
  std::array<header, 1> const mark{header{"X-Mark", "1"}};
  call_options const with{.headers = mark};
  script server{{with_mark(method::post, "/admin/users").answer(200, marked_one),
                 with_mark(method::del, "/admin/users/u")
                     .answer(200, R"({"id":"u","object":"user","deleted":true})"),
                 with_mark(method::get, "/admin/users?q=x&limit=1").answer(200, R"({"users":[]})"),
                 with_mark(method::get, "/admin/users?limit=4").answer(200, R"({"users":[]})"),
                 with_mark(method::post, "/admin/users/reset-password").answer(200, marked_one),
                 with_mark(method::get, "/admin/users/u").answer(200, marked_one),
                 with_mark(method::post, "/admin/users/password-token").answer(204),
                 with_mark(method::post, "/admin/users/u").answer(200, marked_one)},
                script::answers::at_once};
  marking client{server, {.base_url = "https://shop.example"}};
  int good = 0;
  auto const count = [&good](auto const& result) { good += result ? 1 : 0; };
  auto const users = client.users();
  users.create({.email = "e", .password = "p"}, with, count);
  users.remove("u", with, count);
  users.list({.q = "x", .limit = 1}, with, count);
  auto pages = users.all({}, with);
  pages.next([&good](auto* page) { good += page == nullptr ? 1 : 0; });
  users.reset_password({.token = "t", .password = "p"}, with, count);
  users.retrieve("u", with, count);
  users.send_reset_password_token({.email = "e"}, with, count);
  users.update("u", {.first_name = "x"}, with, count);
  return good == 8 && server.finished();
}

}  // namespace

TWIN("every handler comes after the options", test_every_handler_comes_after_options);
