// SPDX-License-Identifier: MIT
#include <medusa/model/deletion.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

#include <doctest/doctest.h>

#include <model/decode.hpp>

using medusa::basic_deletion;
using medusa::errc;

namespace {

template <class S>
constexpr bool test_deletion() {
  using deletion = basic_deletion<S>;
  deletion d;
  deletion bare;
  return decodes(d, R"({"id":"usr_1","object":"user","deleted":true})") && d.id == "usr_1" &&
         d.object == "user" && d.deleted && d == d &&
         decodes(bare, R"({"deleted":false,"id":"usr_1"})") && !bare.deleted &&
         bare.object.empty() && bare != d &&
         fails<deletion>(R"({"id":"usr_1"})", errc::missing_member, "deleted", "{") &&
         fails<deletion>(R"({"deleted":true})", errc::missing_member, "id", "{") &&
         fails<deletion>(R"({"id": 1})", errc::wrong_type, "id", "1") &&
         fails<deletion>(R"({"object": null})", errc::wrong_type, "object", "null") &&
         fails<deletion>(R"({"deleted": "true"})", errc::wrong_type, "deleted", "\"true");
}
TEST_CASE("what a deletion answers") {
  CHECK(test_deletion<medusa::fixed<8, 1>>());
  CHECK(test_deletion<medusa::borrowed<1>>());
  CHECK(test_deletion<medusa::hosted>());
}
static_assert(test_deletion<medusa::fixed<8, 1>>() && test_deletion<medusa::borrowed<1>>());

}  // namespace
