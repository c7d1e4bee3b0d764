// SPDX-License-Identifier: MIT
#include <medusa/json/metadata.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <support/hidden.hpp>

namespace {

namespace json = medusa::json;
using json::raw_view;
using json::static_metadata;
using medusa::errc;
using namespace std::string_view_literals;

using small = static_metadata<120>;

constexpr bool test_empty() { return small().view() == "{}" && !small().error(); }
TEST_CASE("json/metadata: without members it is the empty object") { CHECK(test_empty()); }
static_assert(test_empty());

enum class level : int { one };

constexpr bool test_every_kind() {
  medusa::static_string<4> owned;
  if (!owned.assign("gold")) return false;
  small m;
  m.set("text", "a\"b").set("view", "c"sv).set("own", owned).set("yes", true).set("no", false);
  if (m.view() != R"({"text":"a\"b","view":"c","own":"gold","yes":true,"no":false})") return false;
  small n;
  n.set("null", nullptr).set("raw", raw_view(R"([1.5,{"a":null}])")).erase("gone").set("", 7);
  return n.view() == R"({"null":null,"raw":[1.5,{"a":null}],"gone":"","":7})" && !m.error() &&
         !n.error();
}
TEST_CASE("json/metadata: every kind of value") { CHECK(test_every_kind()); }
static_assert(test_every_kind());

constexpr bool test_numbers() {
  small m;
  m.set("a", 0).set("b", -1).set("c", 5u).set("d", std::uint64_t{9007199254740991});
  m.set("e", std::int64_t{-9007199254740991})
      .set("f", static_cast<signed char>(-3))
      .set("g", short{4});
  return m.view() ==
         R"({"a":0,"b":-1,"c":5,"d":9007199254740991,"e":-9007199254740991,"f":-3,"g":4})";
}
TEST_CASE("json/metadata: whole numbers of any type") { CHECK(test_numbers()); }
static_assert(test_numbers());

constexpr bool test_same_name_twice() {
  return small().set("a", 1).set("a", 2).view() == R"({"a":1,"a":2})";
}
TEST_CASE("json/metadata: a name set twice is sent twice, the server takes the last") {
  CHECK(test_same_name_twice());
}
static_assert(test_same_name_twice());

constexpr bool has(small const& m, errc code) { return m.error() == code && m.view().empty(); }

constexpr bool test_errors() {
  char const* const none = nullptr;
  return has(small().set("a", "\xFF"), errc::invalid_utf8) &&
         has(small().set("\xFF", 1), errc::invalid_utf8) &&
         has(small().erase("\xFF"), errc::invalid_utf8) &&
         has(small().set("a", "b\0"sv), errc::control_character) &&
         has(small().set("\0"sv, 1), errc::control_character) &&
         has(small().set("a", support::hidden(none)), errc::invalid_value) &&
         has(small().set("__proto__", 1), errc::invalid_value) &&
         has(small().erase(support::hidden("constructor")), errc::invalid_value) &&
         has(small().set("constructor", raw_view("{}")), errc::invalid_value) &&
         has(small().set("a", raw_view("")), errc::invalid_json) &&
         has(small().set("a", raw_view("1,\"b\":2")), errc::invalid_json) &&
         has(small().set("a", raw_view("\"\xFF\"")), errc::invalid_json) &&
         has(small().set("a", raw_view(R"("\ud83d")")), errc::invalid_json) &&
         has(small().set("a", std::int64_t{9007199254740992}), errc::out_of_range) &&
         has(small().set("a", support::hidden(std::int64_t{-9007199254740992})),
             errc::out_of_range) &&
         has(small().set("a", std::numeric_limits<std::uint64_t>::max()), errc::out_of_range);
}
TEST_CASE("json/metadata: what the server would refuse, drop or change") { CHECK(test_errors()); }
static_assert(test_errors());

/// A text that grows, but not for ever.
struct bounded_heap_text {
  std::string chars{};
  [[nodiscard]] char* data() { return chars.data(); }
  [[nodiscard]] char const* data() const { return chars.data(); }
  [[nodiscard]] std::size_t size() const { return chars.size(); }
  [[nodiscard]] bool resize(std::size_t size) {
    if (size > 16) return false;
    chars.resize(size);
    return true;
  }
};
TEST_CASE("json/metadata: a text that cannot grow further") {
  json::basic_metadata<bounded_heap_text> m;
  CHECK(m.set("a", "12345678").view() == R"({"a":"12345678"})");
  CHECK(m.set("b", 1).error() == errc::too_long);
  CHECK(m.view().empty());
}

constexpr bool test_nul_escape() {
  return has(small().set("a", raw_view(R"("\u0000")")), errc::control_character) &&
         has(small().set("a", raw_view(R"([{"b\\\u0000":1}])")), errc::control_character) &&
         !small().set("a", raw_view(R"("\\u0000")")).error() &&
         !small().set("a", raw_view(R"("\u00010000")")).error();
}
TEST_CASE("json/metadata: an escaped NUL inside raw JSON is found, an escaped backslash is none") {
  CHECK(test_nul_escape());
}
static_assert(test_nul_escape());

constexpr bool test_other_names_are_fine() {
  return small().set("__proto", 1).set("Constructor", 2).set("then", 3).view() ==
         R"({"__proto":1,"Constructor":2,"then":3})";
}
TEST_CASE("json/metadata: names that only look alike") { CHECK(test_other_names_are_fine()); }
static_assert(test_other_names_are_fine());

constexpr bool test_first_error_stays() {
  small m;
  m.set("a", 1)
      .set("b", "\xFF")
      .set("c", "\0"sv)
      .set("__proto__", 1)
      .set("d", raw_view("x"))
      .set("e", 2);
  return has(m, errc::invalid_utf8);
}
TEST_CASE("json/metadata: the first error stays") { CHECK(test_first_error_stays()); }
static_assert(test_first_error_stays());

constexpr bool test_capacity() {
  static_metadata<13> fits;
  static_metadata<12> full;
  return fits.set("a", 1).set("b", 2).view() == R"({"a":1,"b":2})" && !fits.error() &&
         full.set("a", 1).view() == R"({"a":1})" && full.set("b", 2).error() == errc::too_long &&
         full.view().empty() && full.set("c", 1).error() == errc::too_long;
}
TEST_CASE("json/metadata: the last byte fits, one more does not") { CHECK(test_capacity()); }
static_assert(test_capacity());

TEST_CASE("json/metadata: in a string that grows") {
  json::basic_metadata<std::string> m;
  CHECK(m.view() == "{}");
  std::string wanted = "{";
  for (int i = 0; i < 200; ++i) {
    std::string name = "k";  // and not "k" + …: an optimising g++ 12 warns of that, wrongly
    name += std::to_string(i);
    m.set(name, std::string(static_cast<std::size_t>(i), 'x'));
    wanted += (i == 0 ? "\"" : ",\"") + name + "\":\"" +
              std::string(static_cast<std::size_t>(i), 'x') + "\"";
  }
  wanted += "}";
  CHECK(m.view() == wanted);
  CHECK(json::kind_of(m.view()) == json::kind::object);
  json::basic_metadata<std::string> copy;
  copy.set("all", json::basic_raw<std::string>(std::string(m.view())));
  CHECK(copy.view() == "{\"all\":" + wanted + "}");
}

// What has no one meaning does not compile.
template <class V>
concept settable = requires(small& m, V v) { m.set("a", v); };
static_assert(settable<int> && settable<bool> && settable<char const*> && settable<std::string> &&
              settable<std::nullptr_t> && settable<raw_view> && settable<std::string_view>);
static_assert(!settable<float> && !settable<double> && !settable<long double>);
static_assert(!settable<char> && !settable<wchar_t> && !settable<char8_t> && !settable<char32_t>);
static_assert(!settable<int*> && !settable<void*> && !settable<std::optional<int>> &&
              !settable<level>);

}  // namespace
