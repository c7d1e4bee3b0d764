// SPDX-License-Identifier: MIT
#include <medusa/ext/rapidjson_document.hpp>

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <medusa/core/errc.hpp>
#include <medusa/json/metadata_error.hpp>
#include <medusa/json/raw.hpp>
#include <medusa/operation/update_user.hpp>

namespace {

using medusa::errc;
using medusa::ext::to_metadata;
using medusa::ext::to_rapidjson;
namespace json = medusa::json;

TEST_CASE("ext/rapidjson_document: metadata becomes the library's value and goes back") {
  json::raw_view const raw(R"({"a":1,"b":[true,"x\né"],"c":{"d":null},"a":2})");
  auto const value = to_rapidjson(raw);
  CHECK(value.has_value());
  CHECK(std::string_view((*value)["b"][1].GetString()) == "x\n\xC3\xA9");
  CHECK((value->MemberCount() == 4 && (*value)["a"].GetInt() == 1));
  auto const text = to_metadata(*value);
  CHECK((text && json::metadata_error(text->view()) == std::nullopt));
  medusa::admin::update_user const op{.id = "usr_1", .changes = {.metadata = *text}};
  CHECK(op.changes.metadata.text() == text->view());
  CHECK(text->view().find("\"b\":[true,\"x\\n\xC3\xA9\"]") != std::string_view::npos);
}

TEST_CASE(
    "ext/rapidjson_document: what is no JSON, and what the library does not take, becomes no "
    "value") {
  auto const error_of = [](std::string const& text) {
    json::basic_raw<std::string> const raw(text);
    auto const value = to_rapidjson(raw);
    return value ? json::error{errc{}, 0} : value.error();
  };
  CHECK(error_of("") == json::error{errc::malformed_json, 0});
  CHECK(error_of("{\"a\":1,}") == json::error{errc::malformed_json, 7});
  CHECK(error_of("{\"a\":\"\xFF\"}") == json::error{errc::malformed_utf8, 6});
  CHECK(error_of(std::string(513, '[')) == json::error{errc::too_deep, 512});
  CHECK(error_of(std::string(512, '[') + std::string(512, ']')).code == errc{});
  CHECK(error_of("{\"a\":1e400}") == json::error{errc::malformed_json, 0});
}

TEST_CASE("ext/rapidjson_document: a value that is no metadata becomes none") {
  // What no metadata can be.
  rapidjson::Document value(rapidjson::kObjectType);
  CHECK((to_metadata(value) && to_metadata(value)->view() == "{}"));
  value.AddMember("a", "\xFF", value.GetAllocator());
  CHECK(to_metadata(value).error_or(errc{}) == errc::invalid_utf8);
  value["a"].SetDouble(std::numeric_limits<double>::infinity());
  CHECK(to_metadata(value).error_or(errc{}) == errc::out_of_range);
  value["a"].SetString("x\0y", 3);
  CHECK(to_metadata(value).error_or(errc{}) == errc::control_character);
  value.SetInt(7);
  CHECK(to_metadata(value).error_or(errc{}) == errc::invalid_json);
}

}  // namespace
