// SPDX-License-Identifier: MIT
// This library over other libraries' parsers.
#include <medusa/ext/boost_json.hpp>
#include <medusa/ext/cjson.hpp>
#include <medusa/ext/nlohmann.hpp>
#include <medusa/ext/rapidjson.hpp>
#include <medusa/ext/simdjson.hpp>

#include "../ours.hpp"

namespace {

using namespace medusa::ext;
using bench::ours::run, medusa::hosted;
constexpr auto owned = bench::result_kind::owned;
bench::peer const over_boost{"medusa, Boost.JSON", owned, true, "", run<hosted, boost_json_reader>};
bench::peer const over_cjson{"medusa, cJSON", owned, true, "", run<hosted, cjson_reader>};
bench::peer const over_nlohmann{"medusa, nlohmann", owned, true, "", run<hosted, nlohmann_reader>};
bench::peer const over_rapidjson{"medusa, RapidJSON", owned, true, "",
                                 run<hosted, rapidjson_reader>};
bench::peer const over_simdjson{"medusa, simdjson", owned, true, "", run<hosted, simdjson_reader>};

}  // namespace
