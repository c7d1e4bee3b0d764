// SPDX-License-Identifier: MIT
#include <medusa/operation/for_each_user.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string_view>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

namespace {

using medusa::errc;
using medusa::for_each_user;
using medusa::response_view;
namespace json = medusa::json;

constexpr medusa::admin::list_users list{};
constexpr std::string_view three =
    R"({"users":[{"id":"a","first_name":"Ada"},{"id":"b"},{"id":"c","last_name":"Church"}],"count":3,"limit":50})";

/// A page of one: more are no error, since none is kept.
using one = medusa::fixed<8, 1>;

template <class S>
constexpr bool test_each_in_turn() {
  response_view const response(200, three);
  constexpr std::array<std::string_view, 3> ids{"a", "b", "c"};
  std::size_t seen = 0;
  bool good = true;
  auto const failed = for_each_user<S>(list, response, [&](medusa::basic_user<S> const& user) {
    good = good && seen < 3 && user.id == ids[seen] && user.first_name.has_value() == (seen == 0) &&
           user.last_name.has_value() == (seen == 2);  // nothing stays of the one before
    ++seen;
  });
  return !failed && good && seen == 3;
}
TEST_CASE("for_each_user: each in turn, in the memory of one") {
  CHECK(test_each_in_turn<one>());
  CHECK(test_each_in_turn<medusa::borrowed<1>>());
  CHECK(test_each_in_turn<medusa::hosted>());
}
static_assert(test_each_in_turn<one>() && test_each_in_turn<medusa::borrowed<1>>());

constexpr bool test_users_twice() {
  response_view const response(
      200, R"({"users":[{"id":"a"}],"users":[{"id":"b"},{"id":"c"}],"count":2})");
  std::size_t seen = 0;
  auto const failed = for_each_user<one>(list, response, [&](auto const&) { ++seen; });
  auto const kept = medusa::parse<medusa::fixed<8, 4>>(list, response);  // there the last counts
  return !failed && seen == 3 && kept && kept->users.size() == 2 && kept->users[0].id == "b";
}
TEST_CASE("for_each_user: users of both, when there are users twice") { CHECK(test_users_twice()); }
static_assert(test_users_twice());

constexpr bool test_enough() {
  // What follows the user that was enough is not looked at, broken as it is.
  response_view const response(200, R"({"users":[{"id":"a"},{"id":"b"},{"id":)");
  std::size_t seen = 0;
  auto const until = [&](std::string_view id) {
    seen = 0;
    return for_each_user<one>(list, response, [&](auto const& user) {
      ++seen;
      return user.id != id;
    });
  };
  if (until("b") || seen != 2 || until("a") || seen != 1) return false;
  auto const failed = until("c");
  return failed && failed->code == errc::malformed_json && seen == 2;
}
TEST_CASE("for_each_user: false is enough, and no failure") { CHECK(test_enough()); }
static_assert(test_enough());

struct name_only {
  medusa::static_string<8> id{};
  int untouched = 7;
  using field_table =
      medusa::member_list<medusa::member<"id", &name_only::id, medusa::presence::required>>;
};

constexpr bool test_own_struct() {
  response_view const response(200, three);
  int sum = 0;
  auto const failed =
      for_each_user<one, json::scanner, name_only>(list, response, [&](name_only& user) {
        sum += user.untouched + static_cast<int>(user.id.size());
        user.untouched = 0;
      });
  return !failed && sum == 24;
}
TEST_CASE("for_each_user: a struct of one's own") { CHECK(test_own_struct()); }
static_assert(test_own_struct());

constexpr bool test_failures() {
  std::size_t seen = 0;
  auto const code = [&](int status, std::string_view body) {
    seen = 0;
    response_view const response(status, body);
    auto const failed = for_each_user<one>(list, response, [&](auto const&) { ++seen; });
    return failed ? failed->code : errc{};
  };
  response_view const too_long(200, R"({"users":[{"id":"a"},{"id":"123456789"}]})");
  auto const failed = for_each_user<one>(list, too_long, [](auto const&) {});
  return code(200, R"({"users":[]})") == errc{} && seen == 0 &&
         code(401, "Unauthorized") == errc::unauthorized && code(200, "") == errc::empty_body &&
         code(200, "{}") == errc::missing_member &&
         code(200, R"({"users":[{"id":"a"},{}]})") == errc::missing_member && seen == 1 &&
         code(200, R"({"users":[{"id":"a"}],)") == errc::malformed_json && seen == 1 &&
         code(200, R"({"users":{}})") == errc::wrong_type && failed->code == errc::text_too_long &&
         failed->needed == 9 && failed->path == "users[1].id";
}
TEST_CASE("for_each_user: what can go wrong") { CHECK(test_failures()); }
static_assert(test_failures());

}  // namespace
