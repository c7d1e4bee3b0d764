// SPDX-License-Identifier: MIT
#include <medusa/ext/rapidjson.hpp>

#include <string_view>

#include <doctest/doctest.h>

#include "json_adapter.hpp"

namespace {

using medusa::ext::rapidjson_reader;

bool is_beyond_double(std::string_view document) { return document == "1e400"; }

TEST_CASE("ext/rapidjson: reads as json::scanner does") {
  json_adapter::all<rapidjson_reader>(is_beyond_double);
}

}  // namespace
