// SPDX-License-Identifier: MIT
#include <medusa/core/secret.hpp>

#include <doctest/doctest.h>

#include <medusa/core/static_string.hpp>

#include <concepts>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

using medusa::basic_secret;
using medusa::equal_in_constant_time;
using medusa::secret_view;
using string_secret = basic_secret<std::string>;
using fixed_secret = basic_secret<medusa::static_string<16>>;

namespace {

template <class T>
concept printable = requires(std::ostream& out, T const& value) { out << value; };
template <class A, class B>
concept comparable = requires(A const& a, B const& b) { a == b; };
template <class A, class B>
concept ordered = requires(A const& a, B const& b) { a < b; };
template <class T>
concept iterable = requires(T const& value) { value.begin(); };
template <class T>
concept shows_characters = requires(T const& value) { value.c_str(); } || requires(T const& value) {
  value.data();
} || requires(T const& value) { to_string(value); };

template <class Secret>
constexpr bool keeps_its_text =
    !printable<Secret> && !iterable<Secret> && !shows_characters<Secret> &&
    !std::constructible_from<std::string_view, Secret const&> &&
    !std::constructible_from<std::string, Secret const&> &&
    !std::constructible_from<char const*, Secret const&> &&
    !std::constructible_from<bool, Secret const&> &&
    !std::assignable_from<std::string&, Secret const&> && !comparable<Secret, std::string_view> &&
    !comparable<Secret, std::string> && !comparable<Secret, char const*> &&
    !comparable<Secret, char[4]> && !ordered<Secret, Secret>;

/// Converts to several kinds of text, as a user's own string class may.
struct own_string {
  constexpr operator std::string_view() const { return "hunter2"; }
  constexpr operator char const*() const { return "hunter2"; }
};

constexpr bool test_equal_in_constant_time() {
  if (!equal_in_constant_time("", "") || !equal_in_constant_time("abc", "abc")) return false;
  if (equal_in_constant_time("abc", "ab") || equal_in_constant_time("", "a")) return false;
  if (equal_in_constant_time("abc", "xbc") || equal_in_constant_time("abc", "axc") ||
      equal_in_constant_time("abc", "abx")) {
    return false;
  }
  // Differences that cancel each other out are differences.
  if (equal_in_constant_time("ab", "ba") || equal_in_constant_time("aa", "bb")) return false;
  for (int bit = 0; bit < 8; ++bit) {
    char const flipped[] = {static_cast<char>('a' ^ 1 << bit)};
    if (equal_in_constant_time("a", std::string_view(flipped, 1))) return false;
  }
  return true;
}

constexpr bool test_a_view() {
  constexpr secret_view none;
  if (!none.empty() || none.size() != 0 || none.reveal() != "") return false;
  secret_view const literal = "hunter2";
  secret_view const view = std::string_view("hunter2");
  if (literal.empty() || literal.size() != 7 || literal.reveal() != "hunter2") return false;
  secret_view copy = view;
  copy = literal;
  if (copy.reveal() != "hunter2" || copy.reveal().data() != literal.reveal().data()) return false;
  return view.reveal() == "hunter2";
}

constexpr bool test_null_is_empty() {
  char const* const unset = nullptr;
  char* const unset_too = nullptr;
  return secret_view(unset).empty() && secret_view(unset_too).empty() &&
         secret_view(static_cast<char const*>("a")).reveal() == "a";
}

constexpr bool test_storage_is_filled_in_place() {
  fixed_secret secret;
  if (!secret.empty() || !secret.storage().assign("hunter2")) return false;
  fixed_secret const copy = secret;
  secret.storage().clear();
  return copy.reveal() == "hunter2" && copy.size() == 7 && secret.empty();
}

constexpr bool test_comparison() {
  secret_view const a = "hunter2";
  fixed_secret b;
  if (!b.storage().assign("hunter2")) return false;
  if (!(a == a) || !(a == b) || !(b == a) || !(b == b) || a != b) return false;
  return a != secret_view("hunter3") && secret_view("hunter") != b && secret_view() != a;
}

}  // namespace

static_assert(keeps_its_text<secret_view> && keeps_its_text<string_secret> &&
              keeps_its_text<fixed_secret>);
static_assert(printable<std::string_view> && comparable<std::string, std::string_view> &&
                  shows_characters<std::string> && iterable<std::string>,
              "the concepts above can be met");
static_assert(
    std::same_as<decltype(std::declval<secret_view const&>().reveal()), std::string_view const&>,
    "a view is given where it lies");
static_assert(std::same_as<decltype(std::declval<secret_view>().reveal()), std::string_view>,
              "of a secret that goes, nothing is referred to");
static_assert(
    std::same_as<decltype(std::declval<fixed_secret const&>().reveal()), std::string_view>);
static_assert(!std::constructible_from<secret_view, std::nullptr_t>);
static_assert(!std::constructible_from<string_secret, std::nullptr_t>);
static_assert(!std::constructible_from<secret_view, int>);
static_assert(!std::constructible_from<fixed_secret, char const*>, "it could be too long");
static_assert(std::convertible_to<string_secret, secret_view>,
              "a token that was obtained can be sent");
static_assert(!std::constructible_from<string_secret, secret_view>, "owning a secret is asked for");
static_assert(std::convertible_to<std::string, secret_view>);
static_assert(std::convertible_to<own_string, secret_view>);
static_assert(test_equal_in_constant_time());
static_assert(test_a_view());
static_assert(test_null_is_empty());
static_assert(test_storage_is_filled_in_place());
static_assert(test_comparison());

TEST_CASE("equal_in_constant_time sees every difference") { CHECK(test_equal_in_constant_time()); }
TEST_CASE("a secret_view views a text") { CHECK(test_a_view()); }
TEST_CASE("a null char const* is an empty secret") { CHECK(test_null_is_empty()); }
TEST_CASE("a decoder fills the text in place") { CHECK(test_storage_is_filled_in_place()); }
TEST_CASE("secrets compare with secrets, however they are held") { CHECK(test_comparison()); }

TEST_CASE("a secret in a std::string owns its text") {
  std::string text = "hunter2";
  string_secret secret = text;
  text = "changed";
  CHECK(secret.reveal() == "hunter2");
  string_secret const copy = secret;
  secret = "another";
  CHECK(copy.reveal() == "hunter2");
  secret_view const seen = copy;
  CHECK(seen.reveal() == "hunter2");
  CHECK(copy == secret_view("hunter2"));
  CHECK(copy != secret);
  secret = static_cast<char const*>(nullptr);
  CHECK(secret.empty());
}

TEST_CASE("a test framework that shows values shows no secret") {
  for (auto const& shown :
       {doctest::toString(secret_view("hunter2")), doctest::toString(string_secret("hunter2"))}) {
    CHECK(std::string_view(shown.c_str()).find("hunter") == std::string_view::npos);
  }
}
