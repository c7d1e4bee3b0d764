// SPDX-License-Identifier: MIT
#include <medusa/model/invite.hpp>

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <model/decode.hpp>

namespace {

// As Medusa 1.20.11 writes it, but for the token.
constexpr std::string_view document =
    R"({"invites":[{"id":"invite_01M8DCNP2J1W10XVPAXMAD41KJ","created_at":"2026-11-27T02:17:10.983Z",)"
    R"("updated_at":"2026-11-27T02:17:11.048Z","deleted_at":null,"user_email":"Ada@Example.com",)"
    R"("role":"admin","accepted":false,"token":"t0ken","expires_at":"2026-12-04T02:17:11.055Z",)"
    R"("metadata":null}]})";

template <class S>
constexpr bool test_invite() {
  medusa::basic_invite_list<S> out;
  if (!decodes(out, document) || out.invites.size() != 1) return false;
  auto const& invite = out.invites.front();
  return std::string_view(invite.id) == "invite_01M8DCNP2J1W10XVPAXMAD41KJ" &&
         std::string_view(invite.user_email) == "Ada@Example.com" &&
         invite.role == medusa::admin::role::admin && !invite.accepted &&
         std::string_view(invite.token.reveal()) == "t0ken" &&
         invite.expires_at.text() == "2026-12-04T02:17:11.055Z" && invite.deleted_at.is_null() &&
         invite.metadata.is_null();
}
TEST_CASE("an invitation on every storage") {
  CHECK(test_invite<medusa::hosted>());
  CHECK(test_invite<medusa::fixed<48, 2>>());
  CHECK(test_invite<medusa::borrowed<2>>());
}
static_assert(test_invite<medusa::fixed<48, 2>>());
static_assert(test_invite<medusa::borrowed<2>>());

}  // namespace
