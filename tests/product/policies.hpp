// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <type_traits>

#include <medusa/ext/boost_json.hpp>
#include <medusa/ext/nlohmann.hpp>
#include <medusa/ext/rapidjson.hpp>
#include <medusa/json/scanner.hpp>
#ifndef _WIN32  // Debian has these two for its own systems only
#include <medusa/ext/cjson.hpp>
#include <medusa/ext/simdjson.hpp>
#endif

#include "scenario.hpp"

TYPE_TO_STRING_AS("scanner", medusa::json::scanner);
TYPE_TO_STRING_AS("nlohmann", medusa::ext::nlohmann_reader);
TYPE_TO_STRING_AS("Boost.JSON", medusa::ext::boost_json_reader);
TYPE_TO_STRING_AS("RapidJSON", medusa::ext::rapidjson_reader);
#ifndef _WIN32
TYPE_TO_STRING_AS("simdjson", medusa::ext::simdjson_reader);
TYPE_TO_STRING_AS("cJSON", medusa::ext::cjson_reader);
#endif

namespace product {

/// All policies that there are, each a case of a `TEST_CASE_TEMPLATE_DEFINE`.
#ifdef _WIN32
#define PRODUCT_POLICIES                                                               \
  medusa::json::scanner, medusa::ext::nlohmann_reader, medusa::ext::boost_json_reader, \
      medusa::ext::rapidjson_reader
#else
#define PRODUCT_POLICIES                                                               \
  medusa::json::scanner, medusa::ext::nlohmann_reader, medusa::ext::boost_json_reader, \
      medusa::ext::rapidjson_reader, medusa::ext::simdjson_reader, medusa::ext::cjson_reader
#endif

/// The whole scenario, and a line of the table that tools/product makes.
template <class Json, class Way>
void try_out(char const* transport, char const* waiting, Way&& way, support::named_server& at) {
  bool const good = scenario<std::remove_reference_t<Way>>(way, at).play();
  std::printf("product: %s | %s | %s | %s\n", transport, waiting, doctest::toString<Json>().c_str(),
              good ? "yes" : "**no**");
}

}  // namespace product
