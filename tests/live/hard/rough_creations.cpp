// SPDX-License-Identifier: MIT
#include <medusa/client/create_or_recover.hpp>

#include <cstddef>
#include <string>

#include "journey.hpp"

// Users that are created over a bad network.

using namespace contract;
using live::curl_client, live::seed;
using medusa::duration;
using medusa::admin::creation;
using support::mishap, support::rough_proxy;

namespace {

[[nodiscard]] curl_client client_beyond(rough_proxy const& proxy, scratch& s) {
  std::string const url = proxy.url();
  return live::make_client<curl_client>({.base_url = url,
                                         .credentials = s.admin().credentials(),
                                         .timeout = duration::milliseconds(300),
                                         .deadline = duration::seconds(4)});
}

}  // namespace

TEST_CASE("live hard: create_or_recover over a bad network") {
  if (!live::is_ours("create_or_recover over a bad network")) return;
  scratch s;
  live::findings wrong;
  live::creations made("recovered");
  rough_proxy const proxy(live::server_port(), {.seed = seed(), .per_ten = 5});
  curl_client client = client_beyond(proxy, s);
  std::size_t created = 0, recovered = 0, unknown = 0, refused = 0;
  for (int i = 0; i < 120; ++i) {
    std::string const email = made.next_email();
    auto const r = medusa::admin::create_or_recover(client, {.email = email, .password = "s3cret"});
    auto const there = made.rows();
    auto const at = there.find(email);
    bool const exists = at != there.end();
    wrong.expect(there.count(email) <= 1, "created twice", email);
    wrong.expect(proxy.requests_with("POST /admin/users HTTP/1.1") <= std::size_t(i) + 1,
                 "a creation was sent again", email);
    if (!r) {
      wrong.expect(!exists, "told not to be created, but was", medusa::to_string(r.error()));
      ++refused;
      continue;
    }
    wrong.expect(!r->user || (exists && r->user->id == at->second), "another user", email);
    wrong.expect(r->outcome != creation::existed_before, "told to have existed", email);
    if (r->outcome == creation::created) {
      wrong.expect(exists, "told to be created, but is not", email);
      ++(r->cause ? recovered : created);
    } else {
      ++unknown;
    }
  }
  wrong.check();
  CHECK(created > 10);
  CHECK(recovered > 3);
  the_world().covered("create_or_recover over a bad network, seed " + std::to_string(seed()) +
                      ": " + std::to_string(created) + " created, " + std::to_string(recovered) +
                      " found to be, " + std::to_string(unknown) + " unknown, " +
                      std::to_string(refused) + " not");
}

TEST_CASE("live hard: a proxy that sends a POST again, which none may") {
  if (!live::is_ours("a POST sent again")) return;
  scratch s;
  live::creations made("again");
  rough_proxy const proxy(live::server_port(),
                          {.repeats_posts = true, .always = mishap::request_twice});
  curl_client client = client_beyond(proxy, s);
  // The first was done, and only the answer to the second arrives. Nobody beyond the proxy can know.
  std::string const email = made.next_email();
  auto const r = client.users().create({.email = email, .password = "s3cret"});
  CHECK(code_of(r) == errc::bad_request);
  CHECK(made.rows().count(email) == 1);
  auto const other = value_of(
      medusa::admin::create_or_recover(client, {.email = made.next_email(), .password = "s3cret"}));
  CHECK(other.outcome == creation::existed_before);  // that is what it looks like
  REQUIRE(other.user.has_value());
  CHECK(made.rows().size() == 2);
  // What changes nothing more when it is done twice is right all the same.
  CHECK(value_of(client.users().update(other.user->id, {.first_name = "Ada"})).first_name == "Ada");
  CHECK(value_of(client.users().retrieve(other.user->id)).first_name == "Ada");
  CHECK(value_of(client.users().remove(other.user->id)).deleted);
  the_world().covered("a proxy that sends a POST again: a creation looks like a duplicate");
}
