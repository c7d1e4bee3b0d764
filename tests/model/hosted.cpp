// SPDX-License-Identifier: MIT
#include <medusa/model/hosted.hpp>

#include <medusa/model/user.hpp>
#include <medusa/model/user_page.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

#include <string>
#include <utility>

namespace {

static_assert(medusa::storage<medusa::hosted> && !medusa::hosted::views_response &&
              !medusa::hosted::max_items);

TEST_CASE("hosted results own everything, of any size") {
  std::string const name(100'000, 'n');
  std::string document = R"({"users":[{"id":"usr_1","first_name":")" + name +
                         R"(","metadata":{"k":")" + name + R"("}}]})";
  medusa::basic_user_page<medusa::hosted> page;
  CHECK(decodes(page, document));
  document.assign(document.size(), '#');
  REQUIRE(page.users.size() == 1);
  CHECK(page.users[0].id == "usr_1");
  CHECK(page.users[0].first_name == name);
  CHECK(page.users[0].metadata->view().size() == name.size() + 8);
  auto const kept = std::move(page.users[0]);
  page = {};
  CHECK(*kept.first_name == name);
}

TEST_CASE("the metadata builder of hosted users") {
  medusa::metadata m;
  m.set("plan", "gold").set("seats", 5).erase("coupon");
  CHECK(m.view() == R"({"plan":"gold","seats":5,"coupon":""})");
}

}  // namespace
