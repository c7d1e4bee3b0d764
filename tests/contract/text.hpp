// SPDX-License-Identifier: MIT
#pragma once

#include "scratch.hpp"

using namespace contract;

namespace contract {

/// Texts that are easily spoiled on their way through JSON, a URL and a database.
inline constexpr std::string_view hard_texts[]{
    "\"quotes\" and 'quotes'",
    "back\\slash \\n \\u0041 / slash",
    "\b\f\n\r\t",
    "\x01\x02\x1F\x7F",
    "\xC2\x80\xC2\x9F\xC2\xA0",                                      // C1 controls, no-break space
    "\xF0\x9F\x98\x80\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",  // emoji, one of them joined
    "e\xCC\x81 \xC3\xA9",                                            // combined and composed
    "\xE2\x80\xA8\xE2\x80\xA9",                                      // line and paragraph separator
    "\xEF\xBB\xBF\xEF\xBF\xBD\xEF\xBF\xBF",  // byte order mark, U+FFFD, U+FFFF
    "\xF4\x8F\xBF\xBF\xF0\x90\x80\x80",      // the last and the first beyond 16 bits
    "\xE4\xB8\xAD\xE6\x96\x87 \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x89",  // Chinese, and right to left
    "<b>&amp;</b> %41 + ?a=b#c",
    "'; DROP TABLE \"user\"; --",
    " spaces around ",
    "null",
    "{\"a\":[1]}",
};

}  // namespace contract

TEST_CASE("contract: Unicode and escapes in every text field") {
  scratch s;
  std::string all;
  for (std::string_view const text : hard_texts) all += text;
  user const made =
      s.create({.email = s.email(), .first_name = all, .last_name = all, .password = all});
  CHECK(made.first_name == all);
  for (std::string_view const text : hard_texts) {
    user const changed =
        value_of(s.users().update(made.id, {.first_name = text, .last_name = all}));
    CHECK(changed.first_name == text);
    user const read = value_of(s.users().retrieve(made.id));
    CHECK(read == changed);
    CHECK(read.last_name == all);
    if (text == "null") continue;  // as a filter it finds those who have no name
    auto const page = value_of(s.users().list({.first_name = text, .id = made.id}));
    CHECK_MESSAGE(page.users.size() == 1, text);
    if (!page.users.empty()) CHECK(page.users[0] == changed);
  }
  CHECK(value_of(s.users().list({.last_name = all, .id = made.id})).count == 1u);
  CHECK(s.anonymous().auth().create_session({.email = made.email, .password = all}).has_value());
  CHECK(code_of(s.anonymous().auth().create_session(
            {.email = made.email, .password = all + " "})) == errc::unauthorized);

  std::string const token = "tok \"\\ \xF0\x9F\x98\x80" + s.run();
  CHECK(value_of(s.users().update(made.id, {.api_token = token})).api_token->reveal() == token);
  the_world().covered(
      "text: quotes, backslashes, control characters, emoji, combining, U+2028, U+007F, in names, "
      "password, API token");
}

TEST_CASE("contract: Unicode and escapes in names and values of metadata") {
  scratch s;
  user const made = s.create();
  for (std::string_view const text : hard_texts) {
    medusa::metadata m;
    m.set(text, text);
    CHECK(s.users().update(made.id, {.metadata = m}).has_value());
    user const read = value_of(s.users().retrieve(made.id));
    CHECK_MESSAGE(read.metadata->view() == m.view(), text);
    CHECK(value_of(s.users().update(made.id, {.metadata = medusa::metadata().erase(text)}))
              .metadata->view() == "{}");
  }
  CHECK(value_of(
            s.users().update(made.id, {.metadata = R"({"\u00e9\ud83d\ude00\/":"\u2028\u0041"})"}))
            .metadata->view() ==
        "{\"\xC3\xA9\xF0\x9F\x98\x80/\":\"\xE2\x80\xA8"
        "A\"}");
  the_world().covered("text: the same in names and values of metadata");
}

TEST_CASE("contract: e-mails of every form") {
  scratch s;
  auto const check = [&](std::string const& email) {
    user const made = s.create({.email = email, .password = "s3cret"});
    CHECK(made.email == medusa::testing::fake::lower_case(email));
    CHECK(value_of(s.users().list({.email = made.email})).count == 1u);
    CHECK(s.anonymous().auth().create_session({.email = email, .password = "s3cret"}).has_value());
  };
  for (std::string_view const label : {"a+tag", "zo\xC3\xAB", "\xC3\x84\xD0\x96\xCE\xA9", "o'brien",
                                       "a!#$%&*=?^`{|}~b", "\xE4\xB8\xAD"})
    check(s.email(label));
  check("\"a b\\\"c" + s.run() + "\"@example.com");
  check("idn" + s.run() + "@ex\xC3\xA4mple.com");
  the_world().covered("e-mails: plus, apostrophe, quoted, Unicode, and their lower case");
}

TEST_CASE("contract: the same user in other storage") {
  scratch s;
  std::string const email = s.email();
  user const made = s.create({.email = email, .first_name = "A\"da", .password = "s3cret"});
  CHECK(s.users().update(made.id, {.metadata = R"({"a":1})"}).has_value());
  using fixed = medusa::basic_fixed<medusa::limits{.text = 80, .items = 5, .credential = 512}>;
  medusa::admin::client<world&, medusa::json::scanner, fixed> small(
      the_world(), {.base_url = the_world().url(), .credentials = s.admin().credentials()});
  auto const read = small.users().retrieve(made.id);
  CHECK(read.has_value());
  if (read) {
    CHECK(read->email == std::string_view(email));
    CHECK(read->first_name == "A\"da");
    CHECK(read->metadata->view() == "{\"a\":1}");
  }
  auto const page = small.users().list({.id = made.id});
  CHECK(page.has_value());
  if (page) CHECK(page->limit == 5u);
  auto const refused = small.users().create({.email = email, .password = "x"});
  CHECK(code_of(refused) == errc::bad_request);
  the_world().covered("fixed storage reads the same");
}
