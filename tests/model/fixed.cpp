// SPDX-License-Identifier: MIT
#include <medusa/model/fixed.hpp>

#include <medusa/model/user.hpp>
#include <medusa/model/user_page.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

#include <string_view>
#include <type_traits>

using medusa::basic_fixed;
using medusa::errc;
using medusa::limits;

namespace {

using named = basic_fixed<limits{.text = 1,
                                 .items = 2,
                                 .metadata = 3,
                                 .credential = 4,
                                 .settings = 5,
                                 .message = 6,
                                 .request = 7}>;

static_assert(medusa::storage<named> && !named::views_response && named::max_items == 2u);
static_assert(named::text::capacity() == 1 && named::metadata::capacity() == 3 &&
              named::credential::capacity() == 4 && named::settings::capacity() == 5 &&
              named::message::capacity() == 6 && named::query::capacity() == 7 &&
              named::request_buffer{}.capacity() == 7 && named::list<int>::capacity() == 2 &&
              named::description::capacity() > named::message::capacity());
static_assert(std::is_same_v<medusa::fixed<48, 8>, basic_fixed<limits{.text = 48, .items = 8}>>);
// Everything lies inside the object: nothing to free.
static_assert(std::is_trivially_destructible_v<medusa::basic_user_page<medusa::fixed<48, 8>>> &&
              std::is_trivially_copyable_v<medusa::basic_user_page<medusa::fixed<48, 8>>>);

template <std::size_t Text, std::size_t Metadata>
using user = medusa::basic_user<basic_fixed<limits{.text = Text, .metadata = Metadata}>>;

constexpr std::string_view document =
    R"({"id":"usr_1","email":"1234567890","metadata":{"a":"1234567"}})";

constexpr bool test_text() {
  user<10, 15> fits;
  user<9, 15> small;
  auto const error = decode_into(small, document);
  return decodes(fits, document) && fits.email == "1234567890" && error &&
         error->code == errc::text_too_long && error->needed == 10 && error->path == "email" &&
         error->offset == document.find("\"1234567890");
}
TEST_CASE("a text of N bytes fits, one of N + 1 does not") { CHECK(test_text()); }
static_assert(test_text());

constexpr bool test_metadata() {
  user<10, 15> fits;
  user<10, 14> small;
  auto const error = decode_into(small, document);
  return decodes(fits, document) && fits.metadata->view() == R"({"a":"1234567"})" && error &&
         error->code == errc::text_too_long && error->needed == 15 && error->path == "metadata";
}
TEST_CASE("metadata of N bytes fits, of N + 1 does not") { CHECK(test_metadata()); }
static_assert(test_metadata());

constexpr bool test_items() {
  constexpr std::string_view three = R"({"users":[{"id":"1"},{"id":"2"},{"id":"3"}]})";
  medusa::basic_user_page<medusa::fixed<8, 3>> fits;
  medusa::basic_user_page<medusa::fixed<8, 2>> small;
  auto const error = decode_into(small, three);
  return decodes(fits, three) && fits.users[2].id == "3" && error &&
         error->code == errc::too_many_items && error->path == "users[2]" && error->needed == 0;
}
TEST_CASE("a page of N users fits, of N + 1 does not") { CHECK(test_items()); }
static_assert(test_items());

}  // namespace
