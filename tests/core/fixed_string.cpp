#include <medusa/core/fixed_string.hpp>

#include <doctest/doctest.h>

#include <type_traits>

#include <support/hidden.hpp>

namespace {

template <medusa::fixed_string Name>
struct named {
  static constexpr std::string_view name = Name.view();
};

constexpr bool test_a_literal_as_template_argument() {
  return named<"id">::name == "id" && named<"">::name.empty() &&
         named<"a\0b">::name == std::string_view("a\0b", 3) &&
         std::is_same_v<named<"id">, named<"id">> && !std::is_same_v<named<"id">, named<"ie">>;
}

constexpr bool test_a_view() {
  constexpr std::string_view text("a\0b", 3);
  constexpr medusa::fixed_string<4> name(text);
  medusa::fixed_string<4> const other(support::hidden(text));
  return name.view() == text && name.chars[3] == '\0' &&
         std::is_same_v<named<name>, named<"a\0b">> && other.view() == text &&
         other.chars[3] == '\0';
}

constexpr bool test_its_own_characters() {
  medusa::fixed_string name("id");
  name.chars[1] = support::hidden('e');
  return name.view() == "ie";
}

}  // namespace

TEST_CASE("fixed_string: a literal as template argument") {
  CHECK(test_a_literal_as_template_argument());
}
static_assert(test_a_literal_as_template_argument());

TEST_CASE("fixed_string: of a view, the same argument as the literal") { CHECK(test_a_view()); }
static_assert(test_a_view());

TEST_CASE("fixed_string: has characters of its own") { CHECK(test_its_own_characters()); }
static_assert(test_its_own_characters());
