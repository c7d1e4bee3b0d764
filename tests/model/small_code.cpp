// SPDX-License-Identifier: MIT
// Compiled for size in a program whose other parts are compiled for speed: code of both kinds is
// linked together, and each must do with what the other has made.
#include "member_reader.cpp"

#include <string>

#include <medusa/medusa.hpp>

static_assert(medusa::detail::small_code, "tests/CMakeLists.txt has this file compiled with -Os");

namespace {

template <class S>
bool test_small_page() {
  std::string const body =
      R"({"users":[{"id":"usr_1","created_at":"2026-11-23T06:56:10.386Z","email":"a@b.c","first_name":"Ada \"A\" \u00e9",)"
      R"("metadata":{"a":[1,2,{"b":null}]}},{"email":"d@e.f","id":"usr_2"}],"count":2,"offset":0,"limit":50})";
  auto const page = medusa::parse<S>(medusa::admin::list_users{}, medusa::response_view{200, body});
  return page && page->users.size() == 2 && page->users[0].first_name == "Ada \"A\" \xC3\xA9" &&
         page->users[0].created_at.text() == "2026-11-23T06:56:10.386Z" &&
         page->users[1].id == "usr_2" && page->count == 2;
}
TEST_CASE("small code and fast code in one program") {
  CHECK(test_small_page<medusa::hosted>());
  CHECK(test_small_page<medusa::pooled>());
  CHECK(test_small_page<medusa::fixed<64, 2>>());
}

}  // namespace
