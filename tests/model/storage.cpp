// SPDX-License-Identifier: MIT
#include <medusa/model/storage.hpp>

#include <medusa/core/static_string.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

#include <doctest/doctest.h>

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using medusa::append_item;
using medusa::keep_text;
using medusa::static_string;
using medusa::static_vector;
using medusa::storage;

namespace {

static_assert(storage<medusa::hosted> && storage<medusa::fixed<8, 1>> &&
              storage<medusa::borrowed<1>>);
static_assert(!storage<int> && !storage<std::string>);

struct views_for_credentials : medusa::fixed<8, 1> {
  using credential = std::string_view;  // a client must own them
};
struct list_of_the_standard : medusa::hosted {
  template <class T>
  using list = static_string<4>;
};
struct no_limit_named : medusa::hosted {
  static constexpr void* max_items = nullptr;
};
static_assert(!storage<views_for_credentials> && !storage<list_of_the_standard> &&
              !storage<no_limit_named>);

static_assert(medusa::list_storage<std::vector<int>> &&
              medusa::list_storage<static_vector<int, 1>> && medusa::list_storage<std::list<int>> &&
              !medusa::list_storage<static_string<1>>);

constexpr bool test_bounded_list() {
  static_vector<int, 2> list;
  int* const first = append_item(list);
  if (first == nullptr) return false;
  *first = 1;
  int* const second = append_item(list);
  return second != nullptr && *second == 0 && list[0] == 1 && append_item(list) == nullptr &&
         list.size() == 2;
}
TEST_CASE("a bounded list refuses one element too many") { CHECK(test_bounded_list()); }
static_assert(test_bounded_list());

TEST_CASE("a growing list takes them all") {
  std::vector<int> list;
  for (int i = 0; i < 100; ++i) {
    int* const item = append_item(list);
    REQUIRE(item != nullptr);
    CHECK(*item == 0);
    *item = i;
  }
  CHECK(list.size() == 100);
  CHECK(list[99] == 99);
}

constexpr bool test_keep_text() {
  static_string<3> text;
  return keep_text(text, "abc") && text == "abc" && !keep_text(text, "abcd") && text == "abc" &&
         keep_text(text, {}) && text.empty();
}
TEST_CASE("a kept text is all there or not at all") {
  CHECK(test_keep_text());
  std::string text = "old";
  CHECK(keep_text(text, std::string_view("new\0", 4)));
  CHECK(text == std::string_view("new\0", 4));
  CHECK(keep_text(text, {}));
  CHECK(text.empty());
}
static_assert(test_keep_text());

}  // namespace
