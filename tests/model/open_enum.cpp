// SPDX-License-Identifier: MIT
#include <medusa/model/open_enum.hpp>

#include <medusa/core/static_string.hpp>

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace {
enum class colour : unsigned char { red, green };
enum class untexted { one };
constexpr std::array<std::string_view, 2> colour_texts{"red", "green"};
}  // namespace

template <>
inline constexpr std::span<std::string_view const> medusa::enum_texts<colour>{colour_texts};

namespace {

using medusa::from_string;
using medusa::open_enum;
using medusa::to_string;

static_assert(medusa::texted_enum<colour> && !medusa::texted_enum<untexted> &&
              !medusa::texted_enum<int>);

constexpr bool test_texts() {
  return to_string(colour::red) == "red" && to_string(colour::green) == "green" &&
         to_string(static_cast<colour>(2)).empty() && to_string(static_cast<colour>(255)).empty() &&
         from_string<colour>("green") == colour::green && !from_string<colour>("GREEN") &&
         !from_string<colour>("") && !from_string<colour>("gree") && !from_string<colour>("greens");
}
TEST_CASE("the values of an enumeration and their texts") { CHECK(test_texts()); }
static_assert(test_texts());

template <class Text>
constexpr bool test_open_enum() {
  using type = open_enum<colour, Text>;
  type none;
  type green;
  type blue;
  if constexpr (std::same_as<Text, medusa::static_string<8>>) {
    static_cast<void>(green.storage().assign("green"));
    static_cast<void>(blue.storage().assign("blue"));
  } else {
    green.storage() = "green";
    blue.storage() = "blue";
  }
  return none.empty() && !none.known() && none.text().empty() &&  //
         green.known() == colour::green && green == colour::green && green != colour::red &&
         green.text() == "green" && !green.empty() && !blue.known() && blue.text() == "blue" &&
         blue != colour::red && blue != green && blue == blue && none != blue &&
         colour::green == green;
}
TEST_CASE("a value that is not known keeps its text") {
  CHECK(test_open_enum<std::string_view>());
  CHECK(test_open_enum<medusa::static_string<8>>());
  CHECK(test_open_enum<std::string>());
}
static_assert(test_open_enum<std::string_view>() && test_open_enum<medusa::static_string<8>>());

}  // namespace
