// SPDX-License-Identifier: MIT
#include <medusa/ext/cjson.hpp>

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
using medusa::ext::cjson_reader;
using medusa::ext::to_cjson;
using medusa::ext::to_metadata;
namespace json = medusa::json;

bool holds_nul(std::string_view document) { return document == R"("\u0000")"; }

TEST_CASE("ext/cjson: reads as json::scanner does") { json_adapter::all<cjson_reader>(holds_nul); }

TEST_CASE("ext/cjson: metadata becomes the library's value and goes back") {
  json::raw_view const raw(R"({"a":1,"b":[true,"x\né"],"c":{"d":null},"a":2})");
  auto const value = to_cjson(raw);
  CHECK(value.has_value());
  CHECK(std::string_view(value->get()->child->next->child->next->valuestring) == "x\n\xC3\xA9");
  CHECK(cJSON_GetArraySize(value->get()) == 4);
  auto const text = to_metadata(**value);
  CHECK((text && json::metadata_error(text->view()) == std::nullopt));
  medusa::admin::update_user const op{.id = "usr_1", .changes = {.metadata = *text}};
  CHECK(op.changes.metadata.text() == text->view());
  CHECK(text->view().find("\"b\":[true,\"x\\n\xC3\xA9\"]") != std::string_view::npos);
}

TEST_CASE("ext/cjson: what is no JSON, and what the library does not take, becomes no value") {
  auto const error_of = [](std::string const& text) {
    json::basic_raw<std::string> const raw(text);
    auto const value = to_cjson(raw);
    return value ? json::error{errc{}, 0} : value.error();
  };
  CHECK(error_of("") == json::error{errc::malformed_json, 0});
  CHECK(error_of("{\"a\":1,}") == json::error{errc::malformed_json, 7});
  CHECK(error_of("{\"a\":\"\xFF\"}") == json::error{errc::malformed_utf8, 6});
  CHECK(error_of(json_adapter::nested(513)) == json::error{errc::too_deep, 512});
  CHECK(error_of(json_adapter::nested(512)).code == errc{});
}

TEST_CASE("ext/cjson: a value that is no metadata becomes none") {
  // What no metadata can be.
  medusa::ext::cjson_ptr const value(cJSON_CreateObject());
  CHECK((to_metadata(*value) && to_metadata(*value)->view() == "{}"));
  cJSON* const a = cJSON_AddStringToObject(value.get(), "a", "\xFF");
  CHECK(to_metadata(*value).error_or(errc{}) == errc::invalid_utf8);
  a->type = cJSON_Number;
  a->valuedouble = std::numeric_limits<double>::infinity();
  CHECK(to_metadata(*value).error_or(errc{}) == errc::out_of_range);
  a->type = cJSON_Invalid;
  CHECK(to_metadata(*value).error_or(errc{}) == errc::invalid_json);
  medusa::ext::cjson_ptr const seven(cJSON_CreateNumber(7));
  CHECK(to_metadata(*seven).error_or(errc{}) == errc::invalid_json);

  // A text would end at the NUL.
  auto const cut = medusa::ext::to_cjson(json::raw_view(R"({"a":"\\u0000\u0000b"})"));
  CHECK(cut.error_or(json::error{}) == json::error{errc::malformed_json, 13});
}

}  // namespace
