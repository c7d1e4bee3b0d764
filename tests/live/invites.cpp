// SPDX-License-Identifier: MIT
#include <medusa/medusa.hpp>

#include "../contract/scratch.hpp"

#include <algorithm>

// Operations that fake_medusa does not know: only the real server is asked.

using namespace contract;

TEST_CASE("live: an invitation is made, listed, made anew and taken back") {
  using medusa::admin::create_invite, medusa::admin::delete_invite, medusa::admin::list_invites;
  scratch s;
  auto& client = s.admin();
  auto const email = s.email("Invited");
  auto const find = [&] {
    auto list = value_of(client.call(list_invites{}));
    auto const at = std::find_if(list.invites.begin(), list.invites.end(),
                                 [&](auto const& each) { return each.user_email == email; });
    return at == list.invites.end() ? std::nullopt : std::optional(*at);
  };
  CHECK(client.call(create_invite{.user = email}).has_value());
  auto const made = find();
  REQUIRE(made.has_value());
  CHECK(made->role == role::member);
  CHECK_FALSE(made->accepted);
  CHECK_FALSE(made->token.empty());
  CHECK(made->expires_at > made->created_at);

  CHECK(client.call(create_invite{.user = email, .role = role::admin}).has_value());
  auto const anew = find();
  REQUIRE(anew.has_value());
  CHECK(anew->id == made->id);
  CHECK(anew->role == role::admin);

  auto const own = client.call(create_invite{.user = the_world().email()});
  REQUIRE_FALSE(own.has_value());
  CHECK(own.error().code == medusa::errc::bad_request);

  auto const gone = value_of(client.call(delete_invite{.id = made->id}));
  CHECK(gone.deleted);
  CHECK(gone.object == "invite");
  CHECK(value_of(client.call(delete_invite{.id = made->id})).deleted);
  CHECK_FALSE(find().has_value());
  the_world().covered("invitations: made, listed, made anew, taken back");
}
