// SPDX-License-Identifier: MIT
#include <medusa/ext/text_of.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <medusa/core/secret.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/model/api_error.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/model/role.hpp>

#include <support/hidden.hpp>

namespace {

using namespace medusa;
using ext::has_text;
using ext::text_of;

constexpr bool test_text_of() {
  open_enum<admin::role, static_string<16>> sent;
  static_cast<void>(sent.storage().assign("owner"));
  return text_of(support::hidden(errc::not_found)) == "not found" &&
         text_of(support::hidden(stage::decode)) == "decode" &&
         text_of(admin::role::developer) == "developer" &&
         text_of(error_type::duplicate_error) == "duplicate_error" && text_of(sent) == "owner" &&
         text_of(timestamp::from_unix_ms(0)) == "1970-01-01T00:00:00.000Z" &&
         text_of(timestamp()).empty();
}

/// What has no text of ours is left to others.
template <class T>
concept textless = !has_text<T>;
static_assert(textless<secret_view> && textless<basic_secret<std::string>> &&
              textless<basic_secret<static_string<8>>>);
static_assert(textless<std::string> && textless<std::string_view> && textless<static_string<8>> &&
              textless<int> && textless<bool> && textless<char const*>);
static_assert(has_text<errc> && has_text<failure<hosted>> && has_text<failure<fixed<8, 1>, int>>);

}  // namespace

TEST_CASE("text_of: enumerations and dates") { CHECK(test_text_of()); }
static_assert(test_text_of());
TEST_CASE_TEMPLATE("text_of: failures", S, hosted, fixed<8, 1>) {
  failure<S, int> failed(errc::transport_failed);
  failed.transport = 7;
  CHECK(text_of(failed) == "transport: no complete answer arrived (transport error 7)");
}
