// SPDX-License-Identifier: MIT
#include <medusa/ext/metadata_text.hpp>

#include <string>

#include <doctest/doctest.h>

namespace {

using medusa::errc;
using medusa::ext::to_metadata_text;

TEST_CASE("ext/metadata_text: one JSON object that the server takes, or the reason why not") {
  auto const good = to_metadata_text(R"({"a":[1,"\n"]})");
  CHECK((good && good->view() == R"({"a":[1,"\n"]})"));
  CHECK(to_metadata_text("{}").has_value());
  auto const error = [](std::string text) {
    return to_metadata_text(std::move(text)).error_or(errc{});
  };
  CHECK(error("") == errc::invalid_json);
  CHECK(error("[]") == errc::invalid_json);
  CHECK(error("{\"a\":NaN}") == errc::invalid_json);
  CHECK(error("{\"a\":\"\xFF\"}") == errc::invalid_utf8);
  CHECK(error(R"({"a":"\u0000"})") == errc::control_character);
  CHECK(error(R"({"constructor":1})") == errc::invalid_value);
}

}  // namespace
