// SPDX-License-Identifier: MIT
// What every JSON policy over a library has to do: exactly what json::scanner does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <data/recordings.hpp>
#include <data/wire_message.hpp>
#include <json/vectors.hpp>
#include <medusa/json/reader.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/json/unescape.hpp>
#include <medusa/model/describe.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>
#include <medusa/operation/retrieve_user.hpp>
#include <medusa/testing/json_policy_conformance.hpp>
#include <support/with_operation.hpp>

namespace json_adapter {

inline std::string decoded(medusa::json::text t) {
  std::string chars(medusa::json::unescaped_size(t), '\0');
  medusa::json::unescape(t, chars.data());
  return chars;
}

inline void describe_error(medusa::json::error const& e, std::string& out) {
  out += "!" + std::string(to_string(e.code)) + " at " + std::to_string(e.offset);
}

/// All that a value says, its place and all that is in it.
template <class V>
void describe(V& v, std::string& out) {
  using medusa::json::kind;
  out += std::to_string(v.offset()) + ":";
  switch (v.kind()) {
    case kind::null: out += std::string(std::string_view(v.raw())) + ";"; break;
    case kind::boolean: out += v.boolean() ? "yes;" : "no;"; break;
    case kind::number: {
      auto const n = v.integer();
      out += n ? std::to_string(*n) + ";" : "none;";
      break;
    }
    case kind::string: out += "'" + decoded(v.string()) + "';"; break;
    case kind::array:
      out += "[";
      static_cast<void>(v.for_each_element([&](auto& each) {
        describe(each, out);
        return true;
      }));
      out += "]";
      break;
    case kind::object:
      out += "{";
      static_cast<void>(v.for_each_member([&](medusa::json::text name, auto& each) {
        out += decoded(name) + "=";
        describe(each, out);
        return true;
      }));
      out += "}";
      break;
  }
}

/// What P makes of a document: everything in it and the raw text of each value of the root, or the
/// error.
template <class P>
std::string told(std::string_view document) {
  std::string all, raws;
  if (auto const error = P::visit(document, [&](auto& root) { describe(root, all); })) {
    all.clear();
    describe_error(*error, all);
    return all;
  }
  auto const keep = [&](auto& v) {
    raws += "<" + std::string(std::string_view(v.raw())) + ">";
    return true;
  };
  auto const error = P::visit(document, [&](auto& root) {
    if (root.kind() == medusa::json::kind::array) static_cast<void>(root.for_each_element(keep));
    else if (root.kind() == medusa::json::kind::object)
      static_cast<void>(root.for_each_member([&](medusa::json::text, auto& v) { return keep(v); }));
    else keep(root);
  });
  if (error) describe_error(*error, raws);
  return all + raws;
}

template <class P>
void same_as_scanner(std::string_view document) {
  CAPTURE(document);
  CHECK(told<P>(document) == told<medusa::json::scanner>(document));
}

/// The documents, each with its prefixes and with each of its bytes changed.
template <class P>
void mangled_documents() {
  for (
      std::string_view const whole :
      {R"( {"a":[1,-2.50e+1,"x\né\u00e9\ud83d\ude00",true,false,null],"a":{},"":[[],{"b":{"c":[]}}]} )",
       "[\"\\u0041\",1e2]"}) {
    for (std::size_t n = 0; n <= whole.size(); ++n) same_as_scanner<P>(whole.substr(0, n));
    for (std::size_t n = 0; n < whole.size(); ++n)
      for (char const c : {'\0', '"', '\\', ',', ':', '[', ']',  '{',    '}', '0',    '1',
                           '-',  '.', 'e',  'u', 'n', ' ', '\n', '\x1F', '/', '\x80', '\xC3'}) {
        std::string changed(whole);
        changed[n] = c;
        same_as_scanner<P>(changed);
      }
  }
}

inline std::string nested(std::size_t depth, std::string_view inside = {}) {
  return std::string(depth, '[') + std::string(inside) + std::string(depth, ']');
}

/// Objects and arrays by turns.
inline std::string mixed(std::size_t pairs) {
  std::string all;
  for (std::size_t n = 0; n < pairs; ++n) all += "{\"a\":[";
  for (std::size_t n = 0; n < pairs; ++n) all += "]}";
  return all;
}

template <class P>
void depth() {
  for (std::size_t const n : std::initializer_list<std::size_t>{1, 31, 32, 33, 511, 512, 513, 1023,
                                                                1024, 1025, 5000, 100'000})
    same_as_scanner<P>(nested(n));
  for (std::size_t const n : std::initializer_list<std::size_t>{1, 16, 17, 256, 257, 5000, 100'000})
    same_as_scanner<P>(mixed(n));
  same_as_scanner<P>(std::string(100'000, '['));
  same_as_scanner<P>(nested(512, "1,{}"));
  same_as_scanner<P>("{\"a\":" + nested(511) + ",\"b\":" + nested(512) + "}");
}

/// `refused`: whether a document of json_vectors is beyond what the library takes.
template <class P, class Refused>
void vectors(Refused refused) {
  for (std::string_view const document : json_vectors::accepted) {
    CAPTURE(document);
    if (refused(document))
      CHECK(told<P>(document).starts_with("!" +
                                          std::string(to_string(medusa::errc::malformed_json))));
    else same_as_scanner<P>(document);
  }
  for (auto const& wrong : json_vectors::rejected) same_as_scanner<P>(wrong.text);
}

inline bool same(medusa::basic_user_page<medusa::hosted> const& a,
                 medusa::basic_user_page<medusa::hosted> const& b) {
  return a.users == b.users && a.count == b.count && a.offset == b.offset && a.limit == b.limit;
}
inline bool same(medusa::basic_session_token<medusa::hosted> const& a,
                 medusa::basic_session_token<medusa::hosted> const& b) {
  return a.access_token.reveal() == b.access_token.reveal();
}
template <class T>
bool same(T const& a, T const& b) {
  return a == b;
}
template <class TransportError>
bool same(medusa::failure<medusa::hosted, TransportError> const& a,
          medusa::failure<medusa::hosted, TransportError> const& b) {
  return to_string(a) == to_string(b) && a.code == b.code && a.offset == b.offset &&
         a.needed == b.needed && a.server.type == b.server.type && a.server.code == b.server.code &&
         a.server.message == b.server.message;
}

/// The answers a real server gave, and the same cut short.
template <class P>
void recordings() {
  for (auto const& each : wire::recordings) {
    CAPTURE(each.expected.file);
    wire::message const response(each.response);
    support::with_operation(each.expected.operation, [&](auto const& op) {
      auto const wanted = medusa::parse<medusa::hosted>(op, response);
      auto const got = medusa::parse<medusa::hosted, P>(op, response);
      CHECK(got.has_value() == wanted.has_value());
      CHECK(got.has_value() == (each.expected.code == wire::success));
      if (got && wanted) CHECK(same(*got, *wanted));
      if (!got && !wanted) CHECK(same(got.error(), wanted.error()));
    });
    same_as_scanner<P>(response.body());
    same_as_scanner<P>(response.body().substr(0, response.body().size() / 2));
  }
}

/// A document that is no answer: the place of what is wrong in it is found.
template <class P>
void places() {
  struct answer {
    int status() const { return 200; }
    std::string_view body() const { return R"({"user" : {"id": "usr_1", "email": 7}})"; }
  } response;
  auto const wanted = medusa::parse<medusa::hosted>(medusa::admin::retrieve_user{}, response);
  auto const got = medusa::parse<medusa::hosted, P>(medusa::admin::retrieve_user{}, response);
  CHECK((!wanted && !got && same(got.error(), wanted.error()) && got.error().offset == 35));
}

/// An exception of a callback passes through and leaves nothing behind.
template <class P>
void thrown() {
#if defined(__cpp_exceptions)
  CHECK_THROWS_AS(static_cast<void>(P::visit(R"([{"a":"b"}])", [](auto&) { throw 1; })), int);
  same_as_scanner<P>(R"([{"a":"b"}])");
#endif
}

template <class P, class Refused>
void all(Refused refused) {
  static_assert(medusa::json::check_reader<P>());
  vectors<P>(refused);
  mangled_documents<P>();
  depth<P>();
  recordings<P>();
  places<P>();
  thrown<P>();

  auto const report = medusa::testing::json_policy_conformance<P>();
  INFO(to_string(report));
  CHECK(report);
  CHECK(report.depth == 512);
  CHECK(report.says_offsets);
  CHECK(report.numbers_beyond_double == !refused("1e400"));
  CHECK(report.nul_in_strings == !refused(R"("\u0000")"));
}

}  // namespace json_adapter
