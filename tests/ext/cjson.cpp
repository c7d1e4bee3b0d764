// SPDX-License-Identifier: MIT
#include <medusa/ext/cjson.hpp>

#include <string_view>

#include <doctest/doctest.h>

#include "json_adapter.hpp"

namespace {

using medusa::ext::cjson_reader;

bool holds_nul(std::string_view document) { return document == R"("\u0000")"; }

TEST_CASE("ext/cjson: reads as json::scanner does") { json_adapter::all<cjson_reader>(holds_nul); }

}  // namespace
