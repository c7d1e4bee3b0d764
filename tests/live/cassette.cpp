// SPDX-License-Identifier: MIT
#include <medusa/testing/recorder.hpp>

#include "../contract/scratch.hpp"
#include "../static/every_call.hpp"

#include <cstdlib>
#include <fstream>

using namespace contract;

// Records what tests/static/replay.cpp plays again, one file for each part of it, in the folder
// MEDUSA_CASSETTES. tools/live then compiles and runs that test with the fresh files.

namespace {

/// `cora` may be left over from a run that failed.
void remove_leftovers(scratch& s) {
  auto const page = value_of(s.users().list({.email = every_call::cora}));
  for (auto const& each : page.users) CHECK(s.users().remove(each.id).has_value());
}

}  // namespace

TEST_CASE("live: a recording of every call") {
  char const* const folder = std::getenv("MEDUSA_CASSETTES");
  if (folder == nullptr)
    return the_world().covered("left out, since MEDUSA_CASSETTES is not set: a recording");
  CHECK(the_world().email() == every_call::admin);
  std::string const password(the_world().password());
  scratch s;
  remove_leftovers(s);

  std::string files;
  std::vector<std::string> secrets{password};
  auto const record = [&](std::string const& name, auto perform) {
    medusa::testing::recorder tape{the_world()};
    medusa::admin::client client{tape, {.base_url = the_world().url()}};
    CHECK(perform(client) == "");
    secrets.emplace_back(client.credentials().value().reveal());
    std::string const text = tape.to_cpp(name);
    std::ofstream file(std::string(folder) + '/' + name + ".hpp");
    CHECK((file << text).good());
    files += text;
  };
  record("cassette_session", [&](auto& c) { return every_call::session(c, password); });
  record("cassette_writes", [&](auto& c) { return every_call::writes(c, password); });
  record("cassette_reads", [](auto& c) { return every_call::reads(c); });
  record("cassette_reset", [&](auto& c) {
    return every_call::reset_and_remove(c, password, [&] {
      return std::string_view(secrets.emplace_back(the_world().reset_token(every_call::cora)));
    });
  });
  for (std::string_view const each :
       {"c0ra-pass", "fresh-pass", "wr0ng-pass", "t0ken-of-cora", "n0-token"})
    secrets.emplace_back(each);
  for (std::string const& secret : secrets)
    if (!secret.empty()) CHECK(files.find(secret) == files.npos);
  the_world().covered("every call recorded, without a secret");
}
