// SPDX-License-Identifier: MIT
#include <medusa/core/renew.hpp>

#include <doctest/doctest.h>

namespace {

struct plain {
  int number = 3;
  bool flag = true;
  char text[64] = {};
};

constexpr bool test_as_new() {
  plain p{.number = 7, .flag = false, .text = {'x'}};
  plain& same = medusa::detail::renew(p);
  return &same == &p && p.number == 3 && p.flag && p.text[0] == '\0' && p.text[63] == '\0';
}
TEST_CASE("an object is made as new in place") { CHECK(test_as_new()); }
static_assert(test_as_new());

struct bare {
  int number;
  bool flag = true;
  char text[64];
};

TEST_CASE("members without initialisers become zero") {
  bare b{.number = 7, .flag = false, .text = {'x'}};
  medusa::detail::renew(b);
  CHECK(b.number == 0);
  CHECK(b.flag);
  CHECK(b.text[0] == '\0');
}

struct counted {
  static inline int alive = 0;
  counted() noexcept { ++alive; }
  counted(counted&&) = delete;
  ~counted() { --alive; }
};

TEST_CASE("the old object is destroyed, and none is moved") {
  counted c;
  medusa::detail::renew(c);
  CHECK(counted::alive == 1);
}

}  // namespace
