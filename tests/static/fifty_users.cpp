// SPDX-License-Identifier: MIT
#include <support/twins.hpp>

#include <cstddef>
#include <string_view>

#include <medusa/core/sink.hpp>
#include <medusa/embedded.hpp>
#include <medusa/testing/scripted_transport.hpp>

// A page of 50 users, the server's default, with every member filled: 17 kB of JSON that are read
// within the limits that compilers set to constant evaluation by default.

namespace {

using namespace medusa;
using medusa::testing::expect;
using medusa::testing::scripted_transport;

constexpr std::size_t fifty = 50;

struct text {
  char chars[20000]{};
  std::size_t size = 0;
};

/// Two digits in place of each `#`.
constexpr void append_user(sink& out, std::size_t n) {
  constexpr std::string_view user =
      R"({"id":"usr_01JDC0A5R7QK8Z3M6W9X2Y4V##","created_at":"2026-11-23T06:56:##.386Z",)"
      R"("updated_at":"2026-11-24T07:57:##.001Z","deleted_at":"2026-11-25T08:58:##.999Z",)"
      R"("role":"developer",)"
      R"("email":"somebody.##@shop.example","first_name":"Somebody ##","last_name":"O'Neill-##",)"
      R"("api_token":"tok_5f2b9c##","metadata":{"team":"engines","badge":1##,"tags":["a","b"]}})";
  for (std::size_t i = 0; i < user.size(); ++i) {
    if (user[i] != '#') {
      out.append(user[i]);
    } else {
      out.append(static_cast<char>('0' + (user[i + 1] == '#' ? n / 10 : n % 10)));
    }
  }
}

constexpr text fifty_users() {
  text body;
  sink out(body.chars, sizeof body.chars);
  out.append(R"({"users":[)");
  for (std::size_t n = 0; n < fifty; ++n) {
    if (n != 0) out.append(',');
    append_user(out, n);
  }
  out.append(R"(],"count":50,"offset":0,"limit":50})");
  body.size = out.size();
  return body;
}

constexpr text body = fifty_users();
static_assert(body.size > 16'000 && body.size < sizeof body.chars);

constexpr bool is_user(auto const& user, char tens, char ones) {
  auto const ends = [&](std::string_view value) {
    return value.ends_with(ones) && value[value.size() - 2] == tens;
  };
  return user.id.size() == 30 && ends(user.id) && user.role == admin::role::developer &&
         user.first_name && ends(*user.first_name) && user.last_name && ends(*user.last_name) &&
         user.api_token && ends(user.api_token->reveal()) &&
         std::string_view(user.email).size() == 24 && user.created_at.has_value() &&
         user.updated_at.has_value() && user.deleted_at && user.metadata &&
         user.metadata->view().ends_with(R"("tags":["a","b"]})");
}

template <class Storage>
constexpr bool test_fifty_users_with_every_member() {
  scripted_transport server{expect(method::get, "/admin/users?limit=50")
                                .answer(200, std::string_view(body.chars, body.size))};
  admin::client<scripted_transport&, json::scanner, Storage> client{
      server, {.base_url = "https://shop.example"}};
  auto const page = client.users().list();
  return page && page->users.size() == fifty && page->count == fifty &&
         is_user(page->users[0], '0', '0') && is_user(page->users[49], '4', '9') &&
         server.finished();
}

}  // namespace

TWIN("static: fifty users with every member, fixed",
     test_fifty_users_with_every_member<fixed<48, fifty>>);
TWIN("static: fifty users with every member, borrowed",
     test_fifty_users_with_every_member<borrowed<fifty>>);
