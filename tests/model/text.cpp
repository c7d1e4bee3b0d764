// SPDX-License-Identifier: MIT
#include <medusa/model/text.hpp>

#include <medusa/core/static_string.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using medusa::static_string;
using medusa::store_text;
using medusa::text_storage;
using medusa::text_stored;
using medusa::json::text;

namespace {

static_assert(text_storage<std::string> && text_storage<static_string<1>> &&
              text_storage<std::string_view>);
static_assert(!text_storage<char const*> && !text_storage<int> && !text_storage<std::vector<char>>);

constexpr text plain(std::string_view chars) { return {.chars = chars, .escaped = false}; }
constexpr text escaped(std::string_view chars) { return {.chars = chars, .escaped = true}; }

/// No more than what is asked of a text that can be too long.
class bare_text {
 public:
  [[nodiscard]] constexpr bool resize(std::size_t size) {
    if (size > sizeof chars_) return false;
    size_ = size;
    return true;
  }
  [[nodiscard]] constexpr char* data() { return chars_; }
  constexpr operator std::string_view() const { return {chars_, size_}; }

 private:
  char chars_[8]{};
  std::size_t size_ = 0;
};
static_assert(text_storage<bare_text>);

template <class T>
constexpr bool stores(text from, std::string_view wanted) {
  T to{};
  return store_text(from, to, nullptr) == text_stored && std::string_view(to) == wanted;
}

template <class T>
constexpr bool test_copies() {
  return stores<T>(plain(""), "") && stores<T>(plain("Ada"), "Ada") &&
         stores<T>(plain("12345678"), "12345678") && stores<T>(escaped(R"(a\n\"b)"), "a\n\"b") &&
         stores<T>(escaped(R"(\u00e9\ud83d\ude00)"), "\u00e9\U0001F600") &&
         stores<T>(escaped(R"(\u0061\u0000b)"), std::string_view("a\0b", 3));
}
TEST_CASE("text is copied, decoded") {
  CHECK(test_copies<std::string>());
  CHECK(test_copies<static_string<8>>());
  CHECK(test_copies<bare_text>());
}
static_assert(test_copies<static_string<8>>() && test_copies<bare_text>());

template <class T>
constexpr bool test_plain() {
  T to{};
  return medusa::detail::store_plain("Ada", to) && std::string_view(to) == "Ada" &&
         medusa::detail::store_plain("12345678", to) && std::string_view(to) == "12345678" &&
         medusa::detail::store_plain("", to) && std::string_view(to).empty();
}
TEST_CASE("a text without escapes is stored as it is") {
  CHECK(test_plain<std::string>());
  CHECK(test_plain<static_string<8>>());
  CHECK(test_plain<std::string_view>());
}
static_assert(test_plain<static_string<8>>() && test_plain<std::string_view>());

constexpr bool test_bounded() {
  static_string<2> two;
  static_cast<void>(two.assign("ab"));
  if (medusa::detail::store_plain("abc", two) || two != "ab") return false;

  static_string<0> none;
  if (store_text(plain("1"), none, nullptr) == text_stored) return false;
  static_string<4> to;
  static_cast<void>(to.assign("old"));
  if (store_text(plain("12345"), to, nullptr) != 5 || to != "old") return false;
  if (store_text(escaped(R"(1234\u00e9)"), to, nullptr) != 6 || to != "old") return false;
  return store_text(plain("1234"), to, nullptr) == text_stored && to == "1234" &&
         store_text(escaped(R"(12\u00e9)"), to, nullptr) == text_stored && to == "12\u00e9";
}
TEST_CASE("what is too long is refused whole, with the bytes of the decoded text") {
  CHECK(test_bounded());
}
static_assert(test_bounded());

constexpr bool test_views() {
  std::string_view const chars = "Ada";
  std::string_view to;
  if (store_text(plain(chars), to, nullptr) != text_stored || to.data() != chars.data() ||
      to.size() != 3)
    return false;
  if (store_text(escaped(R"(\n)"), to, nullptr) != medusa::text_has_escapes || to != "Ada")
    return false;
  char document[] = R"(say \"hi\u0021\" twice)";
  text const from = escaped(std::string_view(document, sizeof document - 1));
  return store_text(from, to, document) == text_stored && to == "say \"hi!\" twice" &&
         to.data() == document;
}
TEST_CASE(
    "a view shows plain text where it is, and escaped text only when it may be decoded in place") {
  CHECK(test_views());
}
static_assert(test_views());

}  // namespace
