// SPDX-License-Identifier: MIT
#include <medusa/ext/nlohmann.hpp>

#include <limits>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/core/errc.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/operation/update_user.hpp>

#include "json_adapter.hpp"

namespace {

using medusa::errc;
using medusa::ext::nlohmann_reader;
using medusa::ext::to_metadata;
using medusa::ext::to_nlohmann;
namespace json = medusa::json;

bool is_beyond_double(std::string_view document) { return document == "1e400"; }

TEST_CASE("ext/nlohmann: reads as json::scanner does") {
  json_adapter::all<nlohmann_reader>(is_beyond_double);
}

TEST_CASE("ext/nlohmann: metadata becomes the library's value and goes back") {
  json::raw_view const raw(R"({"a":1,"b":[true,"x\né"],"c":{"d":null},"a":2})");
  auto const value = to_nlohmann(raw);
  CHECK(value.has_value());
  CHECK((*value)["b"][1] == "x\n\xC3\xA9");
  CHECK((*value)["a"] == 2);
  auto const text = to_metadata(*value);
  CHECK((text && json::metadata_error(text->view()) == std::nullopt));
  medusa::admin::update_user const op{.id = "usr_1", .changes = {.metadata = *text}};
  CHECK(op.changes.metadata.text() == text->view());
  CHECK(text->view().find("\"b\":[true,\"x\\n\xC3\xA9\"]") != std::string_view::npos);
}

TEST_CASE("ext/nlohmann: what is no JSON, and what the library does not take, becomes no value") {
  auto const error_of = [](std::string const& text) {
    json::basic_raw<std::string> const raw(text);
    auto const value = to_nlohmann(raw);
    return value ? json::error{errc{}, 0} : value.error();
  };
  CHECK(error_of("") == json::error{errc::malformed_json, 0});
  CHECK(error_of("{\"a\":1,}") == json::error{errc::malformed_json, 7});
  CHECK(error_of("{\"a\":\"\xFF\"}") == json::error{errc::malformed_utf8, 6});
  CHECK(error_of(json_adapter::nested(513)) == json::error{errc::too_deep, 512});
  CHECK(error_of(json_adapter::nested(512)).code == errc{});
  CHECK(error_of("{\"a\":1e400}") == json::error{errc::malformed_json, 0});
}

TEST_CASE("ext/nlohmann: a value that is no metadata becomes none") {
  // What no metadata can be.
  nlohmann::json value = {{"a", {{"b", "\xFF"}}}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::invalid_utf8);
  value = {{"a\xC3", 1}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::invalid_utf8);
  value = {{"a", {1.5, std::numeric_limits<double>::infinity()}}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::out_of_range);
  value = {{"a", std::string("x\0y", 3)}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::control_character);
  CHECK(to_metadata(nlohmann::json(7)).error_or(errc{}) == errc::invalid_json);
  value = {{"__proto__", 1}};
  CHECK(to_metadata(value).error_or(errc{}) == errc::invalid_value);
}

}  // namespace
