// SPDX-License-Identifier: MIT
#include <medusa/model/decoder.hpp>

#include <medusa/core/sink.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/model/role.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using medusa::decoder;
using medusa::errc;
using medusa::field;
using medusa::member;
using medusa::member_list;
using medusa::open_enum;
using medusa::presence;
using medusa::static_string;
using medusa::static_vector;
using medusa::timestamp;

namespace {

// A user's own structs, with a member of each kind.

struct inner {
  static_string<8> name{};
  field<static_string<8>> nick{};
  int untouched = 7;
  using field_table =
      member_list<member<"name", &inner::name, presence::required>, member<"nick", &inner::nick>>;
};

struct outer {
  static_string<8> text{};
  field<bool> flag{};
  timestamp at{};
  std::uint64_t count = 5;
  std::optional<std::uint64_t> limit{};
  field<std::uint64_t> size{};
  open_enum<medusa::admin::role, static_string<9>> role{};
  medusa::basic_secret<static_string<8>> token{};
  medusa::json::basic_raw<static_string<16>> raw{};
  inner one{};
  field<inner> maybe{};
  static_vector<inner, 2> list{};
  static_vector<static_string<4>, 2> names{};
  static_vector<static_vector<inner, 2>, 2> grid{};

  using field_table = member_list<
      member<"text", &outer::text>, member<"flag", &outer::flag>, member<"at", &outer::at>,
      member<"count", &outer::count>, member<"limit", &outer::limit>, member<"size", &outer::size>,
      member<"role", &outer::role>, member<"token", &outer::token>, member<"raw", &outer::raw>,
      member<"one", &outer::one>, member<"maybe", &outer::maybe>, member<"list", &outer::list>,
      member<"names", &outer::names>, member<"grid", &outer::grid>>;
};

constexpr bool test_all_kinds() {
  outer out;
  bool const good = decodes(
      out, R"( {"text":"Ada","flag":true,"at":"2026-11-23T06:56:10.386Z","count":0,"limit":1e2,
    "size":9007199254740993,"role":"owner","token":"tok","raw": [1, {"a": null}] ,"unknown":{"text":[]},
    "one":{"nick":null,"x":1,"name":"in"},"maybe":{"name":"m"},"list":[{"name":"a"},{"name":"b","nick":"B"}],
    "names":["x",""],"grid":[[],[{"name":"g"}]]} )");
  return good && out.text == "Ada" && *out.flag && out.at.unix_ms() == 1795416970386 &&
         out.count == 0 && out.limit == 100u && out.size == 9007199254740993u &&
         out.role.text() == "owner" && !out.role.known() && out.token.reveal() == "tok" &&
         out.raw.view() == R"([1, {"a": null}])" && out.one.name == "in" &&
         out.one.nick.is_null() && out.one.untouched == 7 && out.maybe->name == "m" &&
         out.maybe->nick.is_absent() && out.list.size() == 2 && out.list[0].nick.is_absent() &&
         out.list[1].nick == "B" && out.names.size() == 2 && out.names[1].empty() &&
         out.grid.size() == 2 && out.grid[0].empty() && out.grid[1][0].name == "g";
}
TEST_CASE("every kind of member is decoded by the field table") { CHECK(test_all_kinds()); }
static_assert(test_all_kinds());

constexpr bool test_absent() {
  outer out;
  return decodes(out, "{}") && out.text.empty() && out.flag.is_absent() && !out.at &&
         out.count == 5 && !out.limit && out.size.is_absent() && out.role.empty() &&
         out.raw.empty() && out.one.name.empty() && out.maybe.is_absent() && out.list.empty();
}
TEST_CASE("optional members may be absent and keep their defaults") { CHECK(test_absent()); }
static_assert(test_absent());

constexpr bool test_null() {
  outer out;
  return decodes(out, R"({"flag":null,"size":null,"maybe":null,"raw":null})") &&
         out.flag.is_null() && out.size.is_null() && out.maybe.is_null() &&
         out.raw.view() == "null";
}
TEST_CASE("fields may be null; raw text is whatever stands there") { CHECK(test_null()); }
static_assert(test_null());

constexpr bool test_wrong_types() {
  constexpr errc wrong = errc::wrong_type;
  return fails<outer>("[]", wrong, "", "[") && fails<outer>("7", wrong, "", "7") &&
         fails<outer>("null", wrong, "", "null") &&
         fails<outer>(R"({"text": null})", wrong, "text", "null") &&
         fails<outer>(R"({"text": 1})", wrong, "text", "1") &&
         fails<outer>(R"({"text":["x"]})", wrong, "text", "[") &&
         fails<outer>(R"({"flag": "true"})", wrong, "flag", "\"true") &&
         fails<outer>(R"({"flag": 1})", wrong, "flag", "1") &&
         fails<outer>(R"({"at": 1})", wrong, "at", "1") &&
         fails<outer>(R"({"at": null})", wrong, "at", "null") &&
         fails<outer>(R"({"at": "today"})", wrong, "at", "\"today") &&
         fails<outer>(
             R"({"at": "2026-11-23T06:56:10.1234567890123456789012345678901234567890123Z"})", wrong,
             "at", "\"2026") &&
         fails<outer>(R"({"count": "1"})", wrong, "count", "\"1") &&
         fails<outer>(R"({"count": -1})", wrong, "count", "-1") &&
         fails<outer>(R"({"count": 1.5})", wrong, "count", "1.5") &&
         fails<outer>(R"({"count": null})", wrong, "count", "null") &&
         fails<outer>(R"({"limit": null})", wrong, "limit", "null") &&
         fails<outer>(R"({"count": 9223372036854775808})", wrong, "count", "922") &&
         fails<outer>(R"({"size": true})", wrong, "size", "true") &&
         fails<outer>(R"({"role": 1})", wrong, "role", "1") &&
         fails<outer>(R"({"role": null})", wrong, "role", "null") &&
         fails<outer>(R"({"token": {}})", wrong, "token", "{}") &&
         fails<outer>(R"({"one": []})", wrong, "one", "[") &&
         fails<outer>(R"({"one": null})", wrong, "one", "null") &&
         fails<outer>(R"({"maybe": 1})", wrong, "maybe", "1") &&
         fails<outer>(R"({"list": {}})", wrong, "list", "{}") &&
         fails<outer>(R"({"list": null})", wrong, "list", "null") &&
         fails<outer>(R"({"list":[ 1]})", wrong, "list[0]", "1") &&
         fails<outer>(R"({"names":["a", 2]})", wrong, "names[1]", "2") &&
         fails<outer>(R"({"list":[{"name":"a"},{"name":  7}]})", wrong, "list[1].name", "7") &&
         fails<outer>(R"({"maybe":{"name":"a","nick": 7}})", wrong, "maybe.nick", "7") &&
         fails<outer>(R"({"grid":[[{"name":"a"}],[{"name":"b","nick": 7}]]})", wrong,
                      "grid[1][0].nick", "7");
}
TEST_CASE("a member of another type is an error with its place") { CHECK(test_wrong_types()); }
static_assert(test_wrong_types());

constexpr bool test_missing() {
  return fails<inner>("{}", errc::missing_member, "name", "{") &&
         fails<inner>(R"( {"nick":null,"NAME":"x"})", errc::missing_member, "name", "{") &&
         fails<outer>(R"({"one": { }})", errc::missing_member, "one.name", "{ }") &&
         fails<outer>(R"({"list":[{"name":"a"}, { }]})", errc::missing_member, "list[1].name",
                      "{ }");
}
TEST_CASE("a required member that is missing is an error, at the object") { CHECK(test_missing()); }
static_assert(test_missing());

constexpr bool test_limits() {
  return fails<outer>(R"({"text":"123456789"})", errc::text_too_long, "text", "\"1", 9) &&
         fails<outer>(R"({"text":"12345678\u00e9"})", errc::text_too_long, "text", "\"1", 10) &&
         fails<outer>(R"({"raw":[1,2,3,4,5,6,7,8]})", errc::text_too_long, "raw", "[1", 17) &&
         fails<outer>(R"({"token":"123456789"})", errc::text_too_long, "token", "\"1", 9) &&
         fails<outer>(R"({"role":"0123456789"})", errc::text_too_long, "role", "\"0", 10) &&
         fails<outer>(R"({"list":[{"name":"a"},{"name":"b"}, {"name":"c"}]})", errc::too_many_items,
                      "list[2]", "{\"name\":\"c") &&
         fails<outer>(R"({"names":["a","b",3]})", errc::too_many_items, "names[2]", "3") &&
         fails<outer>(R"({"names":["a","12345"]})", errc::text_too_long, "names[1]", "\"12", 5);
}
TEST_CASE("what the storage cannot take is an error that says how much it is") {
  CHECK(test_limits());
}
static_assert(test_limits());

constexpr bool test_repeated() {
  outer out;
  return decodes(
             out,
             R"({"text":"first","text":"last","flag":true,"flag":null,"count":1,"count":2,"limit":3,"limit":4,
    "one":{"name":"a","nick":"A"},"one":{"name":"b"},"maybe":{"name":"a","nick":"A"},"maybe":{"name":"b"},
    "list":[{"name":"a","nick":"A"},{"name":"b"}],"list":[{"name":"c"}],"names":["x"],"names":[]})") &&
         out.text == "last" && out.flag.is_null() && out.count == 2 && out.limit == 4u &&
         out.one.name == "b" && out.one.nick.is_absent() && out.maybe->nick.is_absent() &&
         out.list.size() == 1 && out.list[0].name == "c" && out.list[0].nick.is_absent() &&
         out.names.empty() &&
         fails<outer>(R"({"text":"good","text": 7})", errc::wrong_type, "text", "7") &&
         fails<outer>(R"({"one":{"name":"a"},"one":{}})", errc::missing_member, "one.name", "{}");
}
TEST_CASE("of repeated members the last wins, all of it") { CHECK(test_repeated()); }
static_assert(test_repeated());

constexpr bool test_escaped_names() {
  outer out;
  return decodes(
             out,
             R"({"t\u0065xt":"Ada","on\u0065":{"\u006e\u0061\u006d\u0065":"x"},"te\u0000xt":7})") &&
         out.text == "Ada" && out.one.name == "x";
}
TEST_CASE("names may be written with escapes") { CHECK(test_escaped_names()); }
static_assert(test_escaped_names());

constexpr bool malformed_at(std::string_view document, std::size_t offset) {
  outer out;
  auto const error = decode_into(out, document);
  return error && error->code == errc::malformed_json && error->offset == offset &&
         error->path.empty();
}

constexpr bool test_malformed() {
  constexpr std::string_view cut = R"({"text":"Ada","count":1)";
  return malformed_at("", 0) && malformed_at("<html>", 0) && malformed_at(cut, cut.size()) &&
         malformed_at(R"({"text":"a"} !)", 13) &&
         malformed_at(R"({"one":{"name":"a"],"x":1})", 18) &&
         fails<outer>(R"({"text": 7 x})", errc::wrong_type, "text",
                      "7");  // nothing is read after that
}
TEST_CASE("a document that is not JSON") { CHECK(test_malformed()); }
static_assert(test_malformed());

// "expected": needed in an object, not in the elements of a list.

struct listed {
  static_string<4> id{};
  static_string<4> email{};
  using field_table = member_list<member<"id", &listed::id, presence::required>,
                                  member<"email", &listed::email, presence::expected>>;
};
struct tagged {
  static_vector<listed, 2> tags{};
  static_string<4> email{};
  using field_table = member_list<member<"tags", &tagged::tags>,
                                  member<"email", &tagged::email, presence::expected>>;
};
struct lists {
  static_vector<listed, 2> list{};
  static_vector<tagged, 2> tagged_list{};
  static_vector<static_vector<listed, 2>, 3> grid{};
  listed one{};
  using field_table =
      member_list<member<"list", &lists::list>, member<"tagged", &lists::tagged_list>,
                  member<"grid", &lists::grid>, member<"one", &lists::one>>;
};

constexpr bool test_expected() {
  lists out;
  return decodes(
             out,
             R"({"list":[{"id":"1"}],"grid":[[{"id":"2"}],[{"id":"3"}],[{"id":"4"},{"id":"5"}]],)"
             R"("tagged":[{"tags":[{"id":"6"}]},{"tags":[]}]})") &&
         fails<tagged>(R"({"tags":[{"id":"1"}]})", errc::missing_member, "email", "{\"tags") &&
         fails<listed>(R"({"id":"1"})", errc::missing_member, "email", "{") &&
         fails<lists>(R"({"one": {"id":"1"}})", errc::missing_member, "one.email", "{\"id") &&
         fails<lists>(R"({"list":[{"id":"1"}],"one": {"id":"7"}})", errc::missing_member,
                      "one.email", "{\"id\":\"7") &&
         fails<lists>(R"({"list":[{"email":"1"}]})", errc::missing_member, "list[0].id",
                      "{\"email");
}
TEST_CASE("an expected member may be missing in lists only") { CHECK(test_expected()); }
static_assert(test_expected());

// White space of any kind before each of four members, whether it was so before the last or not.
constexpr bool reads_spaced(unsigned choice) {
  constexpr std::string_view spaces[] = {"", " ", "\n    ", "\n      ", "\n\n    ", "\n    \r\n\t"};
  constexpr std::string_view members[] = {R"("text": "Ada",)", R"("count" :7,)", R"("limit": 50 ,)",
                                          R"("role": "admin")"};
  char memory[120]{};
  medusa::sink document(memory, sizeof memory);
  document.append('{');
  for (std::string_view const member : members) {
    document.append(spaces[choice % 6]);
    document.append(member);
    choice /= 6;
  }
  document.append("\n  }");
  outer out;
  return decodes(out, document.written()) && out.text == "Ada" && out.count == 7 &&
         out.limit == 50u && out.role.text() == "admin";
}
TEST_CASE("members are read whatever white space is before each") {
  for (unsigned choice = 0; choice < 6 * 6 * 6 * 6; ++choice) CHECK(reads_spaced(choice));
}
static_assert(reads_spaced(0) && reads_spaced(6 * 6 * 6 * 6 - 1));

// Dates.

constexpr bool test_dates() {
  outer out;
  return decodes(out, R"({"at":"2026-11-23T06:56:10.386Z"})") &&
         out.at.text() == "2026-11-23T06:56:10.386Z" &&
         decodes(out, R"({"at":"2026-11-23T06:56:10Z"})") &&
         out.at.text() == "2026-11-23T06:56:10Z" &&
         decodes(out, R"({"at":"2026-11-23T06:56:10.386\u005A"})") &&
         out.at.text() == "2026-11-23T06:56:10.386Z" &&
         fails<outer>(R"({"at":"2026-11-23T06:56:10.386Z0"})", errc::wrong_type, "at", "\"2026") &&
         fails<outer>(R"({"at":"2026-02-30T06:56:10.386Z"})", errc::wrong_type, "at", "\"2026");
}
TEST_CASE("dates of the usual form, of others, and what only begins like one") {
  CHECK(test_dates());
}
static_assert(test_dates());

// Envelopes.

template <class T>
constexpr std::optional<medusa::decode_error> open_envelope(std::string_view document, T& out) {
  using value = medusa::json::scanner::value;
  std::array<medusa::member_row<value>, 1> const rows{
      medusa::member_row<value>{"user", presence::required, &medusa::detail::read_whole<value, T>}};
  decoder into(document);
  if (into.read<medusa::json::scanner>(rows, medusa::detail::erased_pointer<T>(out)))
    return std::nullopt;
  return into.error();
}
constexpr bool envelope_fails(std::string_view document, errc code, std::string_view path) {
  listed out;
  auto const error = open_envelope(document, out);
  return error && error->code == code && error->path == path;
}

constexpr bool test_envelope() {
  listed out;
  inner last;
  return !open_envelope(R"({"a":[{"user":1}],"us\u0065r":{"id":"1","email":"e"},"b":null})", out) &&
         out.id == "1" &&
         !open_envelope(R"({"user":{"name":"a","nick":"A"},"user":{"name":"b"}})", last) &&
         last.name == "b" && last.nick.is_absent() && envelope_fails("[]", errc::wrong_type, "") &&
         envelope_fails("{}", errc::missing_member, "user") &&
         envelope_fails(R"({"User":{}})", errc::missing_member, "user") &&
         envelope_fails(R"({"user":null})", errc::wrong_type, "user") &&
         envelope_fails(R"({"user":{"id":1}})", errc::wrong_type, "user.id") &&
         envelope_fails(R"({"user":{"id":"1","email":"e"},"user":{"id":"2"}})",
                        errc::missing_member, "user.email") &&
         envelope_fails(R"({"user":{"id":"1","email":"e"})", errc::malformed_json, "");
}
TEST_CASE("the result may lie in a member of the root") { CHECK(test_envelope()); }
static_assert(test_envelope());

// Views.

struct viewed {
  std::string_view text{};
  medusa::json::basic_raw<std::string_view> raw{};
  timestamp at{};
  using field_table = member_list<member<"text", &viewed::text>, member<"raw", &viewed::raw>,
                                  member<"at", &viewed::at>>;
};

constexpr bool test_views() {
  std::string_view const document =
      R"({"text":"Ada","raw":{"a":"\n"},"at":"2026-11-23T06\u003a56:10.386Z"})";
  viewed out;
  return decodes(out, document) && out.text == "Ada" &&
         out.text.data() == document.data() + document.find("Ada") &&
         out.raw.view() == R"({"a":"\n"})" && out.at.unix_ms() == 1795416970386 &&
         fails<viewed>(R"({"text":"A\u0064a"})", errc::escaped_text, "text", "\"A");
}
TEST_CASE("views show the document; escapes cannot be shown there") { CHECK(test_views()); }
static_assert(test_views());

constexpr bool test_in_place() {
  char document[] =
      R"({"text":"\u0041\"da\ud83d\ude00","raw":"\n","at":"2026-11-23T06:56:10.386\u005a"})";
  viewed out;
  auto const error = decode_into(out, std::string_view(document, sizeof document - 1), document);
  return !error && out.text == "A\"da\U0001F600" && out.text.data() == document + 9 &&
         out.raw.view() == "\"\\n\"" && out.at.has_value();
}
TEST_CASE("in a document that may be written to, escapes are decoded in place") {
  CHECK(test_in_place());
}
static_assert(test_in_place());

struct grown {
  std::vector<std::string> names{};
  field<std::vector<std::uint64_t>> numbers{};
  using field_table =
      member_list<member<"names", &grown::names>, member<"numbers", &grown::numbers>>;
};

TEST_CASE("lists of the heap grow") {
  grown out;
  std::string document = "{\"names\":[\"first\"";
  for (int i = 0; i < 1000; ++i) document += ",\"name\"";
  CHECK(decodes(out, document + "],\"numbers\":[1,2,3]}"));
  CHECK(out.names.size() == 1001);
  CHECK(out.names[0] == "first");
  CHECK(out.numbers->size() == 3);
  CHECK(decodes(out, "{\"names\":[],\"numbers\":null}"));
  CHECK(out.names.empty());
  CHECK(out.numbers.is_null());
}

struct named {
  std::string name{};
  using field_table = member_list<member<"name", &named::name>>;
};
struct group {
  std::vector<named> members{};
  using field_table = member_list<member<"members", &group::members>>;
};
struct groups {
  std::vector<group> list{};
  using field_table = member_list<member<"list", &groups::list>>;
};

/// Lists in a list grow: each would ask for as much as all of them need.
TEST_CASE("memory for a list of objects is asked for once, at the outermost") {
  group flat;
  CHECK(decodes(
      flat,
      R"({"members":[{"name":"Ada Lovelace"},{"name":"Alan Turing"},{"name":"Grace Hopper"}]})"));
  CHECK(flat.members.size() == 3);
  CHECK(flat.members.capacity() == 3);
  groups deep;
  CHECK(decodes(deep, R"({"list":[{"members":[{},{}]},{"members":[{}]},{}]})"));
  CHECK(deep.list.size() == 3);
  CHECK(deep.list[1].members.capacity() == 1);
}

}  // namespace
