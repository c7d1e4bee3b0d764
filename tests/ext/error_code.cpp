// SPDX-License-Identifier: MIT
#include <medusa/ext/error_code.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <system_error>

#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>

namespace {

using medusa::errc;
using medusa::failure;
using medusa::stage;
using medusa::ext::to_error_code;

constexpr int last = static_cast<int>(errc::timed_out);

}  // namespace

TEST_CASE("error_code: every code has its message and its stage, and no other") {
  for (int n = 1; n <= last; ++n) {
    auto const code = static_cast<errc>(n);
    std::error_code const ec = code;
    CHECK((ec && ec == code));
    CHECK(ec.category().name() == std::string_view("medusa"));
    CHECK(ec.message() == std::string(to_string(code)));
    for (int s = 0; s <= static_cast<int>(stage::deadline); ++s)
      CHECK((ec == static_cast<stage>(s)) == (medusa::stage_of(code) == static_cast<stage>(s)));
  }
}

TEST_CASE("error_code: stages are conditions") {
  std::error_condition const condition = stage::encode;
  CHECK(static_cast<bool>(condition));
  CHECK(condition.category().name() == std::string_view("medusa.stage"));
  CHECK(condition.message() == "encode");
  CHECK(std::error_condition(stage::deadline).message() == "deadline");
  CHECK((std::error_code() != stage::encode));
  CHECK((std::error_code(1, std::generic_category()) != stage::encode));
  CHECK((std::error_code(0, medusa::ext::errc_category()) != stage::encode));
}

TEST_CASE("error_code: what the standard has a name for") {
  CHECK((std::error_code(errc::cancelled) == std::errc::operation_canceled));
  CHECK((std::error_code(errc::timed_out) == std::errc::timed_out));
  CHECK((std::error_code(errc::deadline_exceeded) == std::errc::timed_out));
  CHECK((std::error_code(errc::not_found) != std::errc::timed_out));
  CHECK((std::error_code(errc::deadline_exceeded) == stage::deadline));
}

TEST_CASE_TEMPLATE("error_code: of a failure", S, medusa::hosted, medusa::fixed<8, 1>) {
  std::error_code const ec = to_error_code(failure<S, int>(errc::not_found));
  CHECK((ec == errc::not_found && ec == stage::status && ec != stage::decode));
}
