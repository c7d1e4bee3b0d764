// SPDX-License-Identifier: MIT
#include <medusa/ext/boost_json.hpp>

#include <cstdlib>
#include <exception>
#include <limits>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/core/errc.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/operation/update_user.hpp>

#include "json_adapter.hpp"

#if defined(BOOST_NO_EXCEPTIONS)
// What a program without exceptions has to define; not called from here.
namespace boost {
void throw_exception(std::exception const&, source_location const&) { std::abort(); }
}  // namespace boost
#endif

namespace {

using medusa::errc;
using medusa::ext::boost_json_reader;
using medusa::ext::to_boost_json;
using medusa::ext::to_metadata;
namespace json = medusa::json;

bool takes_all(std::string_view) { return false; }

TEST_CASE("ext/boost_json: reads as json::scanner does") {
  json_adapter::all<boost_json_reader>(takes_all);
}

TEST_CASE("ext/boost_json: metadata becomes the library's value and goes back") {
  json::raw_view const raw(R"({"a":1,"b":[true,"x\né"],"c":{"d":null},"a":2})");
  auto const value = to_boost_json(raw);
  CHECK(value.has_value());
  CHECK(std::string_view(value->at("b").as_array()[1].as_string()) == "x\n\xC3\xA9");
  CHECK(value->at("a").as_int64() == 2);
  auto const text = to_metadata(*value);
  CHECK((text && json::metadata_error(text->view()) == std::nullopt));
  medusa::admin::update_user const op{.id = "usr_1", .changes = {.metadata = *text}};
  CHECK(op.changes.metadata.text() == text->view());
  CHECK(text->view().find("\"b\":[true,\"x\\n\xC3\xA9\"]") != std::string_view::npos);
}

TEST_CASE("ext/boost_json: what is no JSON, and what the library does not take, becomes no value") {
  auto const error_of = [](std::string const& text) {
    json::basic_raw<std::string> const raw(text);
    auto const value = to_boost_json(raw);
    return value ? json::error{errc{}, 0} : value.error();
  };
  CHECK(error_of("") == json::error{errc::malformed_json, 0});
  CHECK(error_of("{\"a\":1,}") == json::error{errc::malformed_json, 7});
  CHECK(error_of("{\"a\":\"\xFF\"}") == json::error{errc::malformed_utf8, 6});
  CHECK(error_of(json_adapter::nested(513)) == json::error{errc::too_deep, 512});
  CHECK(error_of(json_adapter::nested(512)).code == errc{});
  CHECK(error_of("{\"a\":1e9999999999}") == json::error{errc::malformed_json, 0});
}

TEST_CASE("ext/boost_json: a value that is no metadata becomes none") {
  // What no metadata can be.
  boost::json::value value = {{"a", {{"b", "\xFF"}}}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::invalid_utf8);
  value = {{"a", {1.5, std::numeric_limits<double>::infinity()}}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::out_of_range);
  value = {{"a", {{"b", std::numeric_limits<double>::quiet_NaN()}}}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::out_of_range);
  CHECK(to_metadata(boost::json::value(7)).error_or(errc{}) == errc::invalid_json);
  value = {{"__proto__", 1}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::invalid_value);
}

}  // namespace
