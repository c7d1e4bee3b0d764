// SPDX-License-Identifier: MIT
#include <medusa/ext/boost_json.hpp>

#include <string_view>

#include <doctest/doctest.h>

#include "json_adapter.hpp"

namespace {

using medusa::ext::boost_json_reader;

bool takes_all(std::string_view) { return false; }

TEST_CASE("ext/boost_json: reads as json::scanner does") { json_adapter::all<boost_json_reader>(takes_all); }

}  // namespace
