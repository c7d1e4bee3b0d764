// SPDX-License-Identifier: MIT
#include <medusa/ext/fmt.hpp>

#include <doctest/doctest.h>

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/core/secret.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/model/role.hpp>

namespace {

using namespace medusa;

static_assert(!fmt::is_formattable<secret_view>::value &&
              !fmt::is_formattable<basic_secret<std::string>>::value &&
              !fmt::is_formattable<basic_secret<static_string<8>>>::value);

/// Not `fmt::format`, which gives a std::string of the standard library that {fmt} was compiled
/// with.
template <class... Args>
std::string formatted(fmt::format_string<Args...> how, Args&&... args) {
  fmt::memory_buffer out;
  fmt::format_to(std::back_inserter(out), how, std::forward<Args>(args)...);
  return {out.data(), out.size()};
}

}  // namespace

TEST_CASE("fmt: what has a text") {
  open_enum<admin::role, std::string> sent;
  sent.storage() = "owner";
  CHECK(formatted("{}, {:>7}|{:.3}", errc::not_found, stage::decode, admin::role::member) ==
        "not found,  decode|mem");
  CHECK(formatted("{} {}", sent, timestamp::from_unix_ms(0)) == "owner 1970-01-01T00:00:00.000Z");
  CHECK(formatted("[{}]", timestamp()) == "[]");
}

TEST_CASE_TEMPLATE("fmt: a failure", S, hosted, fixed<8, 1>) {
  failure<S> failed(errc::not_found);
  failed.status = 404;
  CHECK(formatted("{}", failed) == "status 404: not found");
}
