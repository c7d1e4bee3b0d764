// SPDX-License-Identifier: MIT
#include <medusa/json/scanner.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <medusa/json/reader.hpp>

#include "vectors.hpp"

#include <support/hidden.hpp>

namespace {

namespace json = medusa::json;
using json::kind;
using json::scanner;
using json::text;
using medusa::errc;
using value = scanner::value;

static_assert(json::check_reader<scanner>());
static_assert(json::check_reader<json::basic_scanner<1>>());

constexpr auto leave = [](value&) {};

constexpr bool test_scalars() {
  bool right = true;
  auto const error = scanner::visit(
      R"([null, true, false, -12, 1.5, "a\n", "b", [ 1 ], {"c" : 2}])", [&](value& root) {
        int n = 0;
        right &= root.kind() == kind::array && root.offset() == 0;
        right &= root.for_each_element([&](value& v) {
          switch (n++) {
            case 0: right &= v.kind() == kind::null && v.offset() == 1; break;
            case 1: right &= v.kind() == kind::boolean && v.boolean(); break;
            case 2: right &= v.kind() == kind::boolean && !v.boolean(); break;
            case 3: right &= v.kind() == kind::number && v.integer() == -12; break;
            case 4: right &= v.kind() == kind::number && !v.integer(); break;
            case 5: {
              auto const t = v.string();
              right &= v.kind() == kind::string && t.chars == R"(a\n)" && t.escaped;
              break;
            }
            case 6: {
              auto const t = v.string();
              right &= t.chars == "b" && !t.escaped;
              break;
            }
            case 7: right &= v.kind() == kind::array && v.raw() == "[ 1 ]"; break;
            case 8:
              right &= v.kind() == kind::object && v.raw() == R"({"c" : 2})" && v.offset() == 49;
              break;
            default: right = false;
          }
          return true;
        });
        right &= n == 9;
      });
  return right && !error;
}
TEST_CASE("json/scanner: every kind of value") { CHECK(test_scalars()); }
static_assert(test_scalars());

constexpr bool test_raw_of_every_kind() {
  for (std::string_view const document :
       {"null", "true", "-1.50e3", R"("a\n")", "[1, 2]", R"({"a": [ ]})"}) {
    std::string_view raw;
    if (scanner::visit(document, [&](value& v) { raw = v.raw(); }) || raw != document) return false;
    if (raw.data() != document.data()) return false;
  }
  std::string_view padded;
  return !scanner::visit(" \n[1] ", [&](value& v) { padded = v.raw(); }) && padded == "[1]";
}
TEST_CASE("json/scanner: raw is the value's own bytes in the document") {
  CHECK(test_raw_of_every_kind());
}
static_assert(test_raw_of_every_kind());

constexpr bool test_members_in_order() {
  std::string_view const wanted[] = {"b", "a", "b", "c", ""};
  std::size_t n = 0;
  bool right = true;
  auto const error = scanner::visit(
      R"( { "b" : 1 , "a":[{}], "b":{"x":[2]},"\u0063":"d","":null } )", [&](value& root) {
        right &=
            root.for_each_member([&](text name, value&) { return n < 5 && name == wanted[n++]; });
      });
  return right && !error && n == 5;
}
TEST_CASE("json/scanner: members come in order, equal names too, and what is left is skipped") {
  CHECK(test_members_in_order());
}
static_assert(test_members_in_order());

constexpr bool test_empty_ones() {
  bool right = true;
  int calls = 0;
  auto const count = [&](value&) { return ++calls != 0; };
  auto const count_member = [&](text, value&) { return ++calls != 0; };
  right &= !scanner::visit("[ ]", [&](value& v) { right &= v.for_each_element(count); });
  right &= !scanner::visit("{ }", [&](value& v) { right &= v.for_each_member(count_member); });
  return right && calls == 0;
}
TEST_CASE("json/scanner: the empty array and the empty object call nothing") {
  CHECK(test_empty_ones());
}
static_assert(test_empty_ones());

// A stop ends everything: no callback more, false from both loops, and what is wrong later stays
// unseen.
constexpr bool test_stop() {
  int calls = 0;
  bool inner = true, outer = true;
  auto const error = scanner::visit(R"({"a":[1,2,3],"b":4} broken)", [&](value& root) {
    outer = root.for_each_member([&](text, value& v) {
      inner = v.for_each_element([&](value& element) {
        ++calls;
        return element.integer() != 2;
      });
      return true;  // not even this goes on
    });
  });
  return !error && calls == 2 && !inner && !outer;
}
TEST_CASE("json/scanner: a callback that gives false stops everything") { CHECK(test_stop()); }
static_assert(test_stop());

constexpr bool test_stop_in_member() {
  int calls = 0;
  bool outer = true;
  auto const error = scanner::visit(R"({"a":1,"b":2,)", [&](value& root) {
    outer = root.for_each_member([&](text name, value&) {
      ++calls;
      return name != "b";
    });
  });
  return !error && calls == 2 && !outer;
}
TEST_CASE("json/scanner: stopping inside an object") { CHECK(test_stop_in_member()); }
static_assert(test_stop_in_member());

constexpr bool test_error_before_stop_stays() {
  auto const error = scanner::visit(
      "[tru]", [](value& root) { root.for_each_element([](value& v) { return v.boolean(); }); });
  return error == json::error{errc::malformed_json, 4};
}
TEST_CASE("json/scanner: stopping because of an error does not hide it") {
  CHECK(test_error_before_stop_stays());
}
static_assert(test_error_before_stop_stays());

// Every way to consume a broken value gives nothing, and every step after it too.
constexpr bool test_sticky() {
  bool right = true;
  auto error = scanner::visit(R"([{"a":"\x","b":1},2])", [&](value& root) {
    right &= !root.for_each_element([&](value& element) {
      right &= !element.for_each_member([&](text, value& v) {
        right &= v.string() == "" && v.raw().empty() && !v.integer() && !v.boolean();
        return true;
      });
      right &= element.raw().empty();
      return true;
    });
    right &= root.raw().empty() && !root.for_each_element([](value&) { return true; });
  });
  right &= error == json::error{errc::malformed_json, 7};

  error = scanner::visit("-x", [&](value& v) { right &= !v.integer() && !v.integer(); });
  right &= error == json::error{errc::malformed_json, 1};
  error = scanner::visit("trux", [&](value& v) { right &= !v.boolean(); });
  right &= error == json::error{errc::malformed_json, 3};
  error = scanner::visit("[1,}", [&](value& v) { right &= v.raw().empty(); });
  right &= error == json::error{errc::malformed_json, 3};
  return right;
}
TEST_CASE("json/scanner: after an error every step gives nothing") { CHECK(test_sticky()); }
static_assert(test_sticky());

// What cannot begin a value never reaches a callback, and a loop that cannot end says so.
constexpr bool test_loops_fail() {
  bool right = true;
  int calls = 0;
  auto const count = [&](auto&&...) { return ++calls != 0; };
  for (std::string_view const document : {"[x]", "[]1", "[1}", "[1 2]", "[1,", "["})
    right &= scanner::visit(document, [&](value& v) {
               right &= v.for_each_element(count) == (document == "[]1");
             }).has_value();
  right &= calls == 3;
  for (std::string_view const document :
       {"{\"a\":x}", "{x:1}", "{\"a\":1]", "{\"a\":1,}", "{\"a\" 1}"})
    right &=
        scanner::visit(document, [&](value& v) { right &= !v.for_each_member(count); }).has_value();
  right &= calls == 5;
  for (std::string_view const document : {"", "x", "]", "+1"})
    right &= scanner::visit(document, count).has_value();
  return right && calls == 5;
}
TEST_CASE("json/scanner: what cannot begin a value reaches no callback") {
  CHECK(test_loops_fail());
}
static_assert(test_loops_fail());

constexpr bool test_once() {
  bool right = true;
  auto const error = scanner::visit("[1]", [&](value& root) {
    right &= root.raw() == "[1]" && root.raw().empty();
    right &= !root.for_each_element([&](value&) { return right = false; });
  });
  return right && !error;
}
TEST_CASE("json/scanner: a value is consumed once") { CHECK(test_once()); }
static_assert(test_once());

constexpr bool test_wrong_kind() {
  bool right = true;
  auto const error = scanner::visit(R"(["1",[],{},true,0])", [&](value& root) {
    right &= root.string() == "" && !root.boolean() && !root.integer();
    right &= !root.for_each_member([](text, value&) { return true; });
    right &= root.for_each_element([&](value& v) {
      if (v.kind() != kind::number) right &= !v.integer();
      if (v.kind() != kind::boolean) right &= !v.boolean();
      if (v.kind() != kind::array) right &= !v.for_each_element([](value&) { return true; });
      return true;
    });
  });
  return right && !error;
}
TEST_CASE("json/scanner: asked for what it is not, a value gives nothing and stays") {
  CHECK(test_wrong_kind());
}
static_assert(test_wrong_kind());

// The same documents read by callbacks instead of being skipped.
struct walk {
  constexpr bool operator()(text, value& v) const { return (*this)(v); }
  constexpr bool operator()(value& v) const {
    switch (v.kind()) {
      case kind::null: break;
      case kind::boolean: static_cast<void>(v.boolean()); break;
      case kind::number: static_cast<void>(v.integer()); break;
      case kind::string: static_cast<void>(v.string()); break;
      case kind::array: static_cast<void>(v.for_each_element(*this)); break;
      case kind::object: static_cast<void>(v.for_each_member(*this)); break;
    }
    return true;
  }
};
constexpr bool test_walked() {
  for (auto const document : json_vectors::accepted)
    if (scanner::visit(document, walk{})) return false;
  for (auto const& [document, offset, code] : json_vectors::rejected)
    if (scanner::visit(document, walk{}) != json::error{code, offset}) return false;
  return true;
}
TEST_CASE("json/scanner: reading finds what skipping finds") { CHECK(test_walked()); }
static_assert(test_walked());

constexpr bool test_glance() {
  bool seen = true;
  auto const looks = [&seen](std::string_view document, std::size_t size, std::string_view wanted) {
    return scanner::visit(document, [&](scanner::value& v) {
      seen = seen && v.glance(size) == wanted;
      if (!wanted.empty()) v.skip_string(size);
    });
  };
  return !looks(R"( "abc" )", 3, "abc") && !looks(R"("abc")", 3, "abc") &&
         !looks(R"("abc")", 2, "") && !looks(R"("abc")", 4, "") && !looks(R"("abc")", 5, "") &&
         !looks("12345", 3, "") && looks(R"("abc)", 3, "") && !looks(R"(["b"])", 1, "") && seen;
}
TEST_CASE("json/scanner: a glance at a string of a size") { CHECK(test_glance()); }
static_assert(test_glance());

constexpr bool test_glance_at_any() {
  bool seen = true;
  auto const looks = [&seen](std::string_view document, std::string_view wanted) {
    return scanner::visit(document, [&](scanner::value& v) {
      std::string_view const plain = v.glance();
      seen = seen && plain == wanted && (plain.data() == nullptr) == (wanted.data() == nullptr);
      if (plain.data() != nullptr) v.skip_string(plain.size());
    });
  };
  constexpr std::string_view none;
  return !looks(R"("")", "") && !looks(R"( "abc" )", "abc") &&
         !looks(R"("more than sixteen characters")", "more than sixteen characters") &&
         !looks(R"("a\"b")", none) && !looks("\"\u00e9\"", none) && !looks("12", none) &&
         !looks("null", none) && !looks(R"(["b"])", none) && looks(R"("abc)", none) &&
         looks("\"a\nb\"", none) && looks("\"more than sixteen \x01 characters\"", none) && seen;
}
TEST_CASE("json/scanner: a glance at a string of any size") { CHECK(test_glance_at_any()); }
static_assert(test_glance_at_any());

// Each document in memory of its size, where a checker of memory sees what is read behind it.
TEST_CASE("json/scanner: a glance reads nothing behind the document") {
  int wrong = 0;
  for (std::size_t size = 0; size < 70; ++size)
    for (bool const closed : {true, false}) {
      std::string const text = '"' + std::string(size, 'x') + (closed ? "\"" : "");
      std::vector<char> const exact(text.begin(), text.end());
      auto const error = scanner::visit({exact.data(), exact.size()}, [&](scanner::value& v) {
        std::string_view const plain = v.glance();
        wrong += closed != (plain.data() == exact.data() + 1 && plain.size() == size) ? 1 : 0;
        wrong += closed != (v.glance(size).data() == exact.data() + 1) ? 1 : 0;
      });
      wrong += error.has_value() == closed ? 1 : 0;
    }
  CHECK(wrong == 0);
}

constexpr bool test_depth() {
  using shallow = json::basic_scanner<3>;
  return !shallow::visit("[[[]]]", [](shallow::value&) {}) &&
         shallow::visit("[[[[]]]]", [](shallow::value&) {}) == json::error{errc::too_deep, 3} &&
         shallow::visit(R"({"a":{"b":[{}]}})", [](shallow::value&) {}) ==
             json::error{errc::too_deep, 11} &&
         !shallow::visit("[[],[[]],[[]]]", [](shallow::value&) {});
}
TEST_CASE("json/scanner: the depth limit") { CHECK(test_depth()); }
static_assert(test_depth());

struct shallow_walk {
  using scanner = json::basic_scanner<3>;
  constexpr bool operator()(text, scanner::value& v) const { return (*this)(v); }
  constexpr bool operator()(scanner::value& v) const {
    return v.kind() == kind::object ? v.for_each_member(*this) : v.for_each_element(*this);
  }
};
constexpr bool test_depth_walked() {
  using shallow = shallow_walk::scanner;
  return !shallow::visit(R"([[[]],{"a":{}},[[],[]]])", shallow_walk{}) &&
         shallow::visit(support::hidden(std::string_view("[[[[]]]]")), shallow_walk{}) ==
             json::error{errc::too_deep, 3} &&
         shallow::visit(R"([{"a":{"b":{}}}])", shallow_walk{}) == json::error{errc::too_deep, 11} &&
         // two by callbacks, the rest skipped
         shallow::visit("[[[[]]]]", [](shallow::value& root) {
           root.for_each_element([](shallow::value&) { return true; });
         }) == json::error{errc::too_deep, 3};
}
TEST_CASE("json/scanner: callbacks and skipping count the same depth") {
  CHECK(test_depth_walked());
}
static_assert(test_depth_walked());

TEST_CASE("json/scanner: a root that is left is checked") {
  CHECK(!scanner::visit("[1,2]", leave));
  CHECK(scanner::visit("[1,2", leave) == json::error{errc::malformed_json, 4});
  CHECK(scanner::visit("[1,2] x", leave) == json::error{errc::malformed_json, 6});
}

}  // namespace
