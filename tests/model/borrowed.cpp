// SPDX-License-Identifier: MIT
#include <medusa/model/borrowed.hpp>

#include <medusa/model/user.hpp>
#include <medusa/model/user_page.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

#include <string_view>
#include <type_traits>

using medusa::basic_borrowed;
using medusa::errc;
using medusa::limits;

namespace {

using named =
    basic_borrowed<limits{.items = 2, .credential = 4, .settings = 5, .message = 6, .request = 7}>;

static_assert(medusa::storage<named> && named::views_response && named::max_items == 2u);
static_assert(std::is_same_v<named::text, std::string_view> &&
              std::is_same_v<named::metadata, std::string_view> &&
              std::is_same_v<named::message, std::string_view>);
static_assert(named::credential::capacity() == 4 && named::settings::capacity() == 5 &&
              named::query::capacity() == 7 && named::request_buffer{}.capacity() == 7 &&
              named::list<int>::capacity() == 2 && named::description::capacity() > 6);
static_assert(std::is_same_v<medusa::borrowed<8>, basic_borrowed<limits{.items = 8}>>);

using user = medusa::basic_user<medusa::borrowed<1>>;

constexpr bool within(std::string_view part, std::string_view whole) {
  for (std::size_t at = 0; at + part.size() <= whole.size(); ++at)
    if (whole.data() + at == part.data()) return true;
  return false;
}

constexpr bool test_views() {
  constexpr std::string_view document =
      R"({"id":"usr_1","email":"a@b.c","first_name":"Ada","metadata":{"a":"\n"}})";
  user u;
  return decodes(u, document) && within(u.id, document) && within(u.email, document) &&
         within(*u.first_name, document) && within(u.metadata->view(), document) &&
         u.metadata->view() == R"({"a":"\n"})";
}
TEST_CASE("borrowed results view the document") { CHECK(test_views()); }
static_assert(test_views());

constexpr bool test_escapes() {
  constexpr std::string_view document =
      R"({"id":"usr_1","email":"a@b.c","first_name":"A\"da","last_name":"\u00e9"})";
  char writable[document.size()]{};
  for (std::size_t i = 0; i < document.size(); ++i) writable[i] = document[i];
  user u;
  auto const error = decode_into(u, std::string_view(writable, document.size()), writable);
  return !error && u.first_name == "A\"da" && u.last_name == "\u00e9" &&
         within(*u.last_name, {writable, document.size()}) &&
         fails<user>(document, errc::escaped_text, "first_name", "\"A");
}
TEST_CASE("escaped text is decoded in place, or refused") { CHECK(test_escapes()); }
static_assert(test_escapes());

constexpr bool test_items() {
  constexpr std::string_view two = R"({"users":[{"id":"1"},{"id":"2"}]})";
  medusa::basic_user_page<medusa::borrowed<2>> fits;
  return decodes(fits, two) && fits.users[1].id == "2" &&
         fails<medusa::basic_user_page<medusa::borrowed<1>>>(two, errc::too_many_items, "users[1]",
                                                             "{\"id\":\"2");
}
TEST_CASE("a borrowed page has a limit as well") { CHECK(test_items()); }
static_assert(test_items());

}  // namespace
