// SPDX-License-Identifier: MIT
#include "../contract/scratch.hpp"
#include "own_server.hpp"

using namespace contract;
using live::is_ours, live::server;

// What only a server of one's own shows: it is stopped and started in the middle of a test.

TEST_CASE("live: the database fails") {
  if (!is_ours()) return;
  scratch s;
  user const made = s.create();
  std::string const token = "tok_" + s.run() + made.id;
  CHECK(s.users().update(made.id, {.api_token = token}).has_value());
  client by_token = s.signed_in(medusa::api_token{token});
  CHECK(by_token.users().retrieve(made.id).has_value());

  CHECK(server("database stop"));
  refusal const by_bearer = refusal_of(s.users().retrieve(made.id));
  CHECK(by_bearer.code == errc::server_error);
  CHECK(by_bearer.type == "unknown_error");
  CHECK(code_of(s.users().list()) == errc::server_error);
  CHECK(code_of(s.users().remove(made.id)) == errc::server_error);
  client nobody = s.anonymous();
  CHECK(code_of(nobody.auth().create_session({.email = made.email, .password = "s3cret"})) ==
        errc::server_error);
  CHECK(nobody.users()
            .send_reset_password_token({.email = made.email})
            .has_value());  // it claims to have sent it

  // With an API token the server has to look into the database, and never answers.
  auto const late = by_token.users().retrieve(made.id, {.timeout = medusa::duration::seconds(1)});
  CHECK(code_of(late) == errc::timed_out);
  client patient(the_world(),
                 {.base_url = the_world().url(),
                  .credentials = medusa::api_token{token},
                  .timeout = medusa::duration::milliseconds(400),
                  .deadline = medusa::duration::seconds(1),
                  .retry = {.max_retries = 9, .base_delay = medusa::duration::milliseconds(1)}});
  auto const given_up = patient.users().retrieve(made.id);
  CHECK((code_of(given_up) == errc::deadline_exceeded || code_of(given_up) == errc::timed_out));
  if (!given_up) CHECK(given_up.error().attempts >= 2);

  CHECK(server("database start"));
  CHECK(by_token.users().retrieve(made.id).has_value());
  the_world().covered("database down: 500, no answer at all, time limit, deadline, and back again");
}

TEST_CASE("live: the server restarts") {
  if (!is_ours()) return;
  scratch s;
  user const made = s.create();
  std::string const token = "tok_" + s.run() + made.id;
  CHECK(s.users().update(made.id, {.api_token = token}).has_value());
  client session = s.anonymous();
  CHECK(session.auth().create_session({.email = made.email, .password = "s3cret"}).has_value());

  CHECK(server("restart"));
  CHECK(code_of(session.auth().get_session()) == errc::unauthorized);  // sessions are in its memory
  CHECK(s.signed_in(medusa::api_token{token}).users().list({.limit = 1}).has_value());
  CHECK(s.users().list({.limit = 1}).has_value());
  CHECK(session.auth().create_session({.email = made.email, .password = "s3cret"}).has_value());
  the_world().covered("server restarted: sessions are gone, bearer and API tokens are not");
}

TEST_CASE("live: nobody listens") {
  client lost(the_world(),
              {.base_url = "http://127.0.0.1:9",
               .retry = {.max_retries = 2, .base_delay = medusa::duration::milliseconds(1)}});
  auto const r = lost.users().create({.email = "a@example.com", .password = "x"});
  CHECK(code_of(r) == errc::transport_failed);
  if (!r) {
    CHECK(r.error().attempts == 3);  // nothing was sent, so even a creation is repeated
    CHECK(!r.error().transport->may_have_been_sent);
  }
  the_world().covered("no server: refused connections are retried");
}
