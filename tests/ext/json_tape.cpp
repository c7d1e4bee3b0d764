// SPDX-License-Identifier: MIT
#include <medusa/ext/json_tape.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/json/reader.hpp>

namespace {

using medusa::errc;
using medusa::ext::json_tape;
namespace json = medusa::json;

/// The events of a library that finds what it is told to, whatever the document says: `{`, `}`,
/// `[`, `]`, `n`, `t`, `f`, `0` for a number, and a text, which is a name behind `:`.
bool report(json_tape& tape, std::string_view events) {
  for (std::size_t at = 0; at < events.size(); ++at) {
    auto const chars = [&] {
      std::size_t const begin = at + 1;
      at = events.find('\'', begin);
      return events.substr(begin, at - begin);
    };
    bool good = false;
    switch (events[at]) {
      case '{': good = tape.begin_object(); break;
      case '[': good = tape.begin_array(); break;
      case '}':
      case ']': good = tape.end(); break;
      case 'n': good = tape.null(); break;
      case 't': good = tape.boolean(true); break;
      case 'f': good = tape.boolean(false); break;
      case '0': good = tape.number(); break;
      case ':': good = (++at, tape.name(chars())); break;
      case '\'': good = tape.string(chars()); break;
      default: break;
    }
    if (!good) return false;
  }
  return true;
}

bool taken(std::string_view document, std::string_view events) {
  json_tape tape(document);
  int roots = 0;
  bool const good = report(tape, events) && !tape.visit([&](json_tape::value&) { ++roots; });
  CHECK(roots == (good ? 1 : 0));
  return good;
}

TEST_CASE("ext/json_tape: what the library says must be what the document says") {
  CHECK(taken("null", "n"));
  CHECK(taken(" [ true , false ] ", "[tf]"));
  CHECK(taken(R"({"a":1,"b":["c",{}]})", "{:'a'0:'b'['c'{}]}"));
  CHECK(taken(R"("\"\\")", "'\"\\'"));
  for (std::string_view const events :
       {"", "t", "0", "''", "[]", "{}", "nn", "[n]", "n]", ":'a'n", "]"})
    CHECK_FALSE(taken("null", events));
  for (std::string_view const events :
       {"[", "[]]", "[]n", "{}", "[n]", "[00]", "[0", "[0n]", "[:'a'0]"})
    CHECK_FALSE(taken("[1]", events));
  for (std::string_view const events : {"{0}", "{:'a'}", "{:'a':'b'0}", "{'a'0}", "[:'a'0]",
                                        "{:'a'0", "{:'a't}", ":'a'0", "{:'a'0]n"})
    CHECK_FALSE(taken(R"({"a":1})", events));
  // A library that takes more than JSON.
  for (std::string_view const document :
       {"[0,]", "[,0]", "[0,,0]", "[0 0]", "[0:0]", "[/**/0]", "[0]x", "\xEF\xBB\xBF[0]", "[0",
        "[+1]", "[01]", "[1.]", "[-]", "[.5]"})
    for (std::string_view const events : {"[0]", "[00]"}) CHECK_FALSE(taken(document, events));
  for (std::string_view const document :
       {R"({"a" 0})", R"({"a",0})", R"({"a":0,})", R"({a:0})", R"({'a':0})", R"({"a"::0})"})
    CHECK_FALSE(taken(document, "{:'a'0}"));
  using namespace std::string_view_literals;
  CHECK_FALSE(taken("[]\0"sv, "[]"));
  CHECK_FALSE(taken("\"a", "'a'"));
  CHECK_FALSE(taken("", ""));
  CHECK_FALSE(taken("trie", "t"));
  CHECK_FALSE(taken(R"({"a":0 "b":0})", "{:'a'0:'b'0}"));
  CHECK_FALSE(taken(R"({"a)", "{:'a'"));
}

TEST_CASE("ext/json_tape: texts must be UTF-8") {
  CHECK(taken("\"\xC3\xA9\"", "'\xC3\xA9'"));
  CHECK_FALSE(taken(R"("\udc00")", "'\xED\xB0\x80'"));
  CHECK_FALSE(taken(R"({"\udc00":0})", "{:'\xED\xB0\x80'0}"));
}

TEST_CASE("ext/json_tape: as deep as json::scanner") {
  auto const nested = [](std::size_t depth) {
    std::string const text = std::string(depth, '[') + std::string(depth, ']');
    return taken(text, text);
  };
  CHECK(nested(json_tape::max_depth));
  CHECK_FALSE(nested(json_tape::max_depth + 1));
  std::string const deep(json_tape::max_depth, '[');
  CHECK_FALSE(json::validate(deep + std::string(deep.size(), ']')));
}

TEST_CASE("ext/json_tape: errors") {
  json_tape broken("[1,]");
  CHECK_FALSE(report(broken, "[00]"));
  CHECK(broken.error() == json::error{errc::malformed_json, 3});
  json_tape refused("[1, 2]");  // by the library, though it is JSON: the place that was reached
  CHECK(report(refused, "[0"));
  CHECK(refused.error() == json::error{errc::malformed_json, 2});
  json_tape incomplete(" [1]");
  CHECK(report(incomplete, "[0"));
  CHECK(incomplete.visit([](json_tape::value&) { CHECK(false); }) ==
        json::error{errc::malformed_json, 3});
}

/// A library that knows one document.
struct one_document : medusa::ext::json_tape_reader<one_document> {
  static bool read(std::string_view, json_tape& tape) {
    return report(tape, "[0'x'[{:'a'n:'a't}]]");
  }
};
static_assert(json::check_reader<one_document>());
static_assert(!one_document::views_input);

TEST_CASE("ext/json_tape: a document that the library does not take") {
  auto const error = one_document::visit("null", [](json_tape::value&) { CHECK(false); });
  CHECK(error == json::error{errc::malformed_json, 0});
}

TEST_CASE("ext/json_tape: values") {
  std::string seen;
  auto const error = one_document::visit(
      R"([ 10e1,"\u0078", [{"a":null,"\u0061": true}] ])", [&](json_tape::value& root) {
        CHECK(root.kind() == json::kind::array);
        CHECK_FALSE(root.for_each_member([](json::text, json_tape::value&) { return true; }));
        CHECK(root.for_each_element([&](json_tape::value& v) {
          seen += std::string(v.raw()) + "@" + std::to_string(v.offset()) + " ";
          CHECK(v.integer() ==
                (v.kind() == json::kind::number ? std::optional<std::int64_t>(100) : std::nullopt));
          if (v.kind() == json::kind::string) CHECK((v.string() == "x" && !v.string().escaped));
          CHECK(v.for_each_element([&](json_tape::value& object) {
            return object.for_each_member([&](json::text name, json_tape::value& member) {
              seen += std::string(name.chars) + (member.boolean() ? "=yes " : "=no ");
              return true;
            });
          }) == (v.kind() == json::kind::array));
          return true;
        }));
      });
  CHECK_FALSE(error);
  CHECK(seen == R"(10e1@2 "\u0078"@7 [{"a":null,"\u0061": true}]@17 a=no a=yes )");
}

TEST_CASE("ext/json_tape: a callback that gives false is the last") {
  int calls = 0;
  auto const error =
      one_document::visit(R"([1,"x",[{"a":null,"a":true}]])", [&](json_tape::value& root) {
        CHECK_FALSE(root.for_each_element([&](json_tape::value& v) {
          if (v.kind() != json::kind::array) return true;
          CHECK_FALSE(v.for_each_element([&](json_tape::value& object) {
            CHECK_FALSE(object.for_each_member(
                [&](json::text, json_tape::value&) { return ++calls == 0; }));
            return true;  // changes nothing
          }));
          return true;
        }));
      });
  CHECK_FALSE(error);
  CHECK(calls == 1);
}

}  // namespace
