// SPDX-License-Identifier: MIT
#include <cstddef>
#include <string>
#include <string_view>

#include "caller.hpp"

// Bodies of exactly as many bytes as the server takes, and of more.

using namespace contract;
using live::own_client;

namespace {

/// What the server's body parser takes; also what a client sends unless told otherwise.
constexpr std::size_t limit = 102'400;
static_assert(limit == medusa::wire_limits{}.request_body);

/// Metadata that make the body of an update that long. `piece` is what they are filled with.
[[nodiscard]] std::string metadata_for(std::size_t body, std::string_view piece = "x") {
  std::string text = R"({"a":")";
  std::size_t const rest = body - std::string_view(R"({"metadata":{"a":""}})").size();
  while (text.size() - 6 + piece.size() <= rest) text += piece;
  while (text.size() - 6 < rest) text += 'x';
  return text + "\"}";
}

class two_clients {
 public:
  two_clients() : made(s.create("size")) {
    for (own_client* const each : {&usual, &generous})
      CHECK(each->auth()
                .get_token({.email = the_world().email(), .password = the_world().password()})
                .has_value());
  }

  [[nodiscard]] std::string stored() {
    auto const found = value_of(usual.users().retrieve(made.id));
    return found.metadata ? std::string(found.metadata->view()) : "null";
  }

  scratch s{};
  user const made;
  own_client usual{medusa::ext::curl_transport(), {.base_url = the_world().url()}};
  /// Sends what the server will refuse.
  own_client generous{medusa::ext::curl_transport(),
                      {.base_url = the_world().url(), .limits = {.request_body = 64 << 20}}};
};

}  // namespace

TEST_CASE("live hard: a body of exactly the server's limit") {
  two_clients c;
  // Two bytes of UTF-8, four, and an escape: it is bytes on the wire that count.
  for (std::string_view const piece : {"x", "\xC3\xA9", "\xF0\x9F\x98\x80", "\\\"", "\\n"}) {
    std::string const metadata = metadata_for(limit, piece);
    auto const r = value_of(c.usual.users().update(c.made.id, {.metadata = metadata}));
    REQUIRE(r.metadata.has_value());
    CHECK(r.metadata->view() == metadata);
    CHECK(c.stored() == metadata);
    auto const larger =
        c.usual.users().update(c.made.id, {.metadata = metadata_for(limit + 1, piece)});
    CHECK(code_of(larger) == errc::too_long);
    if (!larger) CHECK(larger.error().attempts == 0);
    CHECK(c.stored() == metadata);
  }
  std::string const name(limit - std::string_view(R"({"last_name":""})").size(), 'n');
  CHECK(value_of(c.usual.users().update(c.made.id, {.last_name = name})).last_name == name);
  CHECK(value_of(c.usual.users().retrieve(c.made.id)).last_name == name);

  std::string const email = c.s.email("long");
  std::string const around = R"({"email":")" + email + R"(","first_name":"","password":"x"})";
  std::string const first_name(limit - around.size(), 'f');
  user const made = c.s.create({.email = email, .first_name = first_name, .password = "x"});
  CHECK(made.first_name == first_name);
  CHECK(value_of(c.usual.users().retrieve(made.id)).first_name == first_name);
  the_world().covered("bodies of 102 400 bytes: create and update, ASCII, UTF-8 and escapes");
}

TEST_CASE("live hard: a body beyond the server's limit") {
  two_clients c;
  std::string const before = R"({"kept":1})";
  CHECK(c.usual.users().update(c.made.id, {.metadata = before}).has_value());
  for (std::size_t const size : {limit + 1, limit + 2, 2 * limit, std::size_t{1} << 20,
                                 std::size_t{8} << 20, std::size_t{32} << 20}) {
    std::string const metadata = metadata_for(size);
    auto const r = c.generous.users().update(c.made.id, {.metadata = metadata});
    REQUIRE_FALSE(r.has_value());
    CHECK_MESSAGE(r.error().code == errc::payload_too_large, medusa::to_string(r.error()));
    CHECK(r.error().status == 413);
    CHECK(r.error().server.message.empty());  // HTML, which is not shown
    // The same client, and the connection if it is still there.
    auto const found = c.generous.users().retrieve(c.made.id);
    REQUIRE(found.has_value());
    CHECK(*found == value_of(c.usual.users().retrieve(c.made.id)));
    CHECK(c.stored() == before);
  }
  std::string const email = c.s.email("huge");
  std::string const name(limit, 'n');
  auto const r = c.generous.users().create({.email = email, .first_name = name, .password = "x"});
  CHECK(code_of(r) == errc::payload_too_large);
  CHECK(value_of(c.usual.users().list({.email = email})).count == 0u);
  the_world().covered(
      "bodies of 102 401 bytes to 32 MB: 413, nothing is stored, and the client goes on");
}
