// SPDX-License-Identifier: MIT
#include <medusa/json/validate.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "vectors.hpp"

namespace {

namespace json = medusa::json;
using medusa::errc;

constexpr bool test_accepted() {
  for (auto const document : json_vectors::accepted)
    if (json::validate(document)) return false;
  return true;
}
TEST_CASE("json/validate: what RFC 8259 allows") {
  for (auto const document : json_vectors::accepted) {
    CAPTURE(document);
    CHECK(!json::validate(document));
  }
}
static_assert(test_accepted());

constexpr bool test_rejected() {
  for (auto const& [document, offset, code] : json_vectors::rejected)
    if (json::validate(document) != json::error{code, offset}) return false;
  return true;
}
TEST_CASE("json/validate: what RFC 8259 forbids, and where") {
  for (auto const& wrong : json_vectors::rejected) {
    CAPTURE(wrong.text);
    auto const error = json::validate(wrong.text);
    CHECK(error.has_value());
    CHECK(to_string(error.value_or(json::error{}).code) == to_string(wrong.code));
    CHECK(error.value_or(json::error{}).offset == wrong.offset);
  }
}
static_assert(test_rejected());

// A copy of its own size lets the address sanitizer see a read beyond the end.
bool rejects_copy(std::string_view document) {
  std::vector<char> const exact(document.begin(), document.end());
  return json::validate({exact.data(), exact.size()}).has_value();
}
TEST_CASE("json/validate: no beginning of an array, object or string is whole") {
  for (auto const document : json_vectors::accepted) {
    std::size_t const first = document.find_first_not_of(" \t\r\n");
    std::size_t const last = document.find_last_not_of(" \t\r\n");
    if (std::string_view("[{\"").find(document[first]) == std::string_view::npos) continue;
    for (std::size_t size = 0; size <= last; ++size) {
      CAPTURE(document.substr(0, size));
      CHECK(rejects_copy(document.substr(0, size)));
    }
  }
}

TEST_CASE("json/validate: any byte may be behind a document, and only white space is right") {
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    bool const space = byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
    CHECK(rejects_copy("{}" + std::string(1, static_cast<char>(byte))) == !space);
    CHECK(rejects_copy(std::string(1, static_cast<char>(byte)) + "{}") == !space);
  }
}

TEST_CASE("json/validate: 512 levels and one more") {
  auto const nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(!json::validate(nested(512)));
  CHECK(json::validate(nested(513)) == json::error{errc::too_deep, 512});
  CHECK(json::validate(std::string(1'000'000, '[')) == json::error{errc::too_deep, 512});
  std::string objects;
  for (int i = 0; i < 513; ++i) objects += "{\"a\":";
  CHECK(json::validate(objects) == json::error{errc::too_deep, std::size_t{512} * 5});
}

constexpr bool test_kind_of() {
  using json::kind;
  using json::kind_of;
  return kind_of("null") == kind::null && kind_of(" true ") == kind::boolean &&
         kind_of("false") == kind::boolean && kind_of("-1") == kind::number &&
         kind_of("0") == kind::number && kind_of("\"a\"") == kind::string &&
         kind_of("[1]") == kind::array && kind_of("{\"a\":1}") == kind::object && !kind_of("") &&
         !kind_of("{\"a\":1") && !kind_of("{} {}") && !kind_of("x");
}
TEST_CASE("json/validate: the kind of a document, if it is one") { CHECK(test_kind_of()); }
static_assert(test_kind_of());

}  // namespace
