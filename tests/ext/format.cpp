// SPDX-License-Identifier: MIT
#include <medusa/ext/format.hpp>

#include <doctest/doctest.h>

#ifdef __cpp_lib_format

#include <format>
#include <string>
#include <string_view>
#include <type_traits>

#include <medusa/core/secret.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/model/role.hpp>

namespace {

using namespace medusa;

/// The standard's word for what cannot be formatted.
template <class T>
concept not_formattable = !std::is_default_constructible_v<std::formatter<T, char>>;
static_assert(not_formattable<secret_view> && not_formattable<basic_secret<std::string>> &&
              not_formattable<basic_secret<static_string<8>>>);

}  // namespace

TEST_CASE("format: what has a text") {
  open_enum<admin::role, std::string> sent;
  sent.storage() = "owner";
  CHECK(std::format("{}, {:>7}|{:.3}", errc::not_found, stage::decode, admin::role::member) ==
        "not found,  decode|mem");
  CHECK(std::format("{} {}", sent, timestamp::from_unix_ms(0)) == "owner 1970-01-01T00:00:00.000Z");
  CHECK(std::format("[{}]", timestamp()) == "[]");
}

TEST_CASE_TEMPLATE("format: a failure", S, hosted, fixed<8, 1>) {
  failure<S> failed(errc::not_found);
  failed.status = 404;
  CHECK(std::format("{}", failed) == "status 404: not found");
}

#endif
