// SPDX-License-Identifier: MIT
// This library over other libraries' parsers.
#include <medusa/ext/boost_json.hpp>
#include <medusa/ext/cjson.hpp>
#include <medusa/ext/nlohmann.hpp>
#include <medusa/ext/rapidjson.hpp>
#include <medusa/ext/simdjson.hpp>

#include "../ours.hpp"

namespace {

template <class Json>
bool read(bench::shape shape, bench::body body, std::string* digest) {
  return shape != bench::shape::request &&
         bench::ours::run<medusa::hosted, Json>(shape, body, digest);
}

using namespace medusa::ext;
constexpr auto owned = bench::result_kind::owned;
bench::peer const over_boost{"medusa, Boost.JSON", owned, true, "", read<boost_json_reader>};
bench::peer const over_cjson{"medusa, cJSON", owned, true, "", read<cjson_reader>};
bench::peer const over_nlohmann{"medusa, nlohmann", owned, true, "", read<nlohmann_reader>};
bench::peer const over_rapidjson{"medusa, RapidJSON", owned, true, "", read<rapidjson_reader>};
bench::peer const over_simdjson{"medusa, simdjson", owned, true, "", read<simdjson_reader>};

}  // namespace
