// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <medusa/client/client.hpp>
#include <medusa/testing/redacted.hpp>

namespace every_call {

/// Who is signed in, and who is made and removed.
inline constexpr std::string_view admin = "admin@example.com";
inline constexpr std::string_view cora = "cora@example.com";

/// Each of the seven operations and of the logins, with what a refusal looks like: first recorded
/// with a real server, then replayed without. Each part says which call was not as expected; empty
/// when all were. `reset_token()` is the token that the server sent last.
template <class Client>
constexpr std::string_view session(Client& client, std::string_view password) {
  auto const signed_in = client.auth().create_session({.email = admin, .password = password});
  if (!signed_in || signed_in->email != admin) return "create_session";
  auto const me = client.auth().get_session();
  if (!me || me->id != signed_in->id) return "get_session";
  if (!client.auth().delete_session()) return "delete_session";
  auto const nobody = client.auth().get_session();
  if (nobody || nobody.error().code != medusa::errc::unauthorized) return "get_session, signed out";
  return {};
}

template <class Client>
constexpr std::string_view writes(Client& client, std::string_view password) {
  auto const wrong = client.auth().get_token({.email = admin, .password = "wr0ng-pass"});
  if (wrong || wrong.error().code != medusa::errc::unauthorized) return "get_token, wrong password";
  if (!client.auth().get_token({.email = admin, .password = password})) return "get_token";
  auto const made = client.users().create({.email = cora,
                                           .first_name = "Cora",
                                           .role = medusa::admin::role::developer,
                                           .password = "c0ra-pass"});
  if (!made || made->email != cora || made->first_name != "Cora") return "create";
  auto const again = client.users().create({.email = cora, .password = "c0ra-pass"});
  if (again || again.error().code != medusa::errc::bad_request) return "create, a second time";
  auto const changed =
      client.users().update(made->id, {.last_name = "Café",
                                       .api_token = "t0ken-of-cora",
                                       .metadata = R"({"team":"engines","badge":7})"});
  if (!changed || changed->last_name != "Café" || !changed->metadata) return "update";
  return {};
}

template <class Client>
constexpr std::string_view reads(Client& client) {
  if (client.sign_in(medusa::api_token{"t0ken-of-cora"})) return "sign_in";
  auto const page = client.users().list({.q = "cora@", .limit = 4});
  if (!page || page->users.size() != 1 || page->users[0].email != cora) return "list";
  if (!page->users[0].api_token || page->users[0].api_token->empty()) return "list, api_token";
  auto const found = client.users().retrieve(page->users[0].id);
  if (!found || found->id != page->users[0].id || found->role != medusa::admin::role::developer)
    return "retrieve";
  auto const none = client.users().retrieve("usr_none");
  if (none || none.error().code != medusa::errc::not_found) return "retrieve, nobody";
  if (none.error().server.type != medusa::error_type::not_found) return "retrieve, type";
  return {};
}

template <class Client, class ResetToken>
constexpr std::string_view reset_and_remove(Client& client, std::string_view password,
                                            ResetToken reset_token) {
  if (!client.users().send_reset_password_token({.email = cora}))
    return "send_reset_password_token";
  auto const bad = client.users().reset_password({.token = "n0-token", .password = "fresh-pass"});
  if (bad || bad.error().code != medusa::errc::bad_request) return "reset_password, no token";
  auto const user =
      client.users().reset_password({.token = reset_token(), .password = "fresh-pass"});
  if (!user || user->email != cora) return "reset_password";
  if (!client.auth().get_token({.email = admin, .password = password})) return "get_token";
  auto const gone = client.users().remove(user->id);
  if (!gone || gone->id != user->id || !gone->deleted) return "remove";
  return {};
}

}  // namespace every_call
