// SPDX-License-Identifier: MIT
#include <medusa/ext/simdjson.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/core/errc.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/operation/update_user.hpp>

#include "json_adapter.hpp"

namespace {

using medusa::errc;
using medusa::ext::simdjson_reader;
using medusa::ext::to_metadata;
using medusa::ext::to_simdjson;
namespace json = medusa::json;

bool takes_all(std::string_view) { return false; }

TEST_CASE("ext/simdjson: reads as json::scanner does") {
  json_adapter::all<simdjson_reader>(takes_all);
}

TEST_CASE("ext/simdjson: metadata becomes the library's value and goes back") {
  simdjson::dom::parser parser;
  json::raw_view const raw(R"({"a":1,"b":[true,"x\né"],"c":{"d":null},"a":2})");
  auto const value = to_simdjson(raw, parser);
  CHECK(value.has_value());
  std::string_view nested;
  CHECK((!(*value)["b"].at(1).get(nested) && nested == "x\n\xC3\xA9"));
  CHECK(std::string(simdjson::minify(*value)).starts_with("{\"a\":1,"));
  auto const text = to_metadata(*value);
  CHECK((text && json::metadata_error(text->view()) == std::nullopt));
  medusa::admin::update_user const op{.id = "usr_1", .changes = {.metadata = *text}};
  CHECK(op.changes.metadata.text() == text->view());
  CHECK(text->view().find("\"b\":[true,\"x\\n\xC3\xA9\"]") != std::string_view::npos);
}

TEST_CASE("ext/simdjson: what is no JSON, and what the library does not take, becomes no value") {
  auto const error_of = [](std::string const& text) {
    json::basic_raw<std::string> const raw(text);
    simdjson::dom::parser parser;
    auto const value = to_simdjson(raw, parser);
    return value ? json::error{errc{}, 0} : value.error();
  };
  CHECK(error_of("") == json::error{errc::malformed_json, 0});
  CHECK(error_of("{\"a\":1,}") == json::error{errc::malformed_json, 7});
  CHECK(error_of("{\"a\":\"\xFF\"}") == json::error{errc::malformed_utf8, 6});
  CHECK(error_of(json_adapter::nested(513)) == json::error{errc::too_deep, 512});
  CHECK(error_of(json_adapter::nested(512)).code == errc{});
  CHECK(error_of("{\"a\":123456789012345678901}") == json::error{errc::malformed_json, 0});
}

TEST_CASE("ext/simdjson: a value that is no metadata becomes none") {
  auto const error_of = [](std::string_view text) {
    simdjson::dom::parser parser;
    auto const value = to_simdjson(json::raw_view(text), parser);
    CHECK(value.has_value());
    return to_metadata(*value).error_or(errc{});
  };
  CHECK(error_of("7") == errc::invalid_json);
  CHECK(error_of(R"({"a":"\u0000"})") == errc::control_character);
  CHECK(error_of(R"({"__proto__":1})") == errc::invalid_value);
}

}  // namespace
