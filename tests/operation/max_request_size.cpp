// SPDX-License-Identifier: MIT
#include <medusa/operation/max_request_size.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

#include <medusa/http/options.hpp>
#include <medusa/http/request_buffer.hpp>

namespace {

using medusa::errc;
using medusa::max_request_size;
namespace admin = medusa::admin;

constexpr medusa::limits small{.text = 8, .metadata = 20, .credential = 12, .settings = 18};
constexpr std::string_view url = "http://h.example/m";
constexpr std::string_view longest_name = "\x01\x02\x03\x04\x05\x06\x07\x0F";
constexpr std::string_view longest_token = "0123456789ab";
static_assert(url.size() == small.settings && longest_name.size() == small.text &&
              longest_token.size() == small.credential);

constexpr medusa::basic_options<medusa::no_clock> options{
    .base_url = url, .credentials = medusa::session_cookie{longest_token}};

/// Whether a request fits a buffer of this size and no smaller one.
template <std::size_t Size, class Op>
constexpr bool fits_exactly(Op const& op) {
  medusa::request_buffer<Size> enough;
  medusa::request_buffer<Size - 1> too_small;
  if (!op.request(enough, options)) return false;
  auto const refused = op.request(too_small, options);
  return !refused && refused.error().code == errc::buffer_too_small &&
         refused.error().needed == Size;
}

constexpr bool test_longest_requests() {
  return fits_exactly<max_request_size<admin::create_user, small>>(
             admin::create_user{.email = longest_name,
                                .first_name = longest_name,
                                .last_name = longest_name,
                                .role = admin::role::developer,
                                .password = longest_name}) &&
         fits_exactly<max_request_size<admin::update_user, small>>(
             admin::update_user{"\u00e9\u00e9\u00e9\u00e9",
                                {.first_name = longest_name,
                                 .last_name = longest_name,
                                 .role = admin::role::developer,
                                 .api_token = R"("""""""")",
                                 .metadata = R"({"metadata":1234567})"}}) &&
         fits_exactly<max_request_size<admin::delete_user, small>>(
             admin::delete_user{.id = "\u00e9\u00e9\u00e9\u00e9"}) &&
         fits_exactly<max_request_size<admin::retrieve_user, small>>(
             admin::retrieve_user{.id = "\u00e9\u00e9\u00e9\u00e9"}) &&
         fits_exactly<max_request_size<admin::get_session, small>>(admin::get_session{});
}
TEST_CASE("max_request_size: the longest request fits, and a byte less does not do") {
  CHECK(test_longest_requests());
}
static_assert(test_longest_requests());

/// Requests without credentials.
constexpr bool test_longest_logins() {
  using admin::create_session;
  using admin::reset_password;
  constexpr std::string_view longest_reset = "\x01\x02\x03\x04\x05\x06\x07\x0F\x10\x11\x12\x13";
  return fits_exactly<max_request_size<create_session, small>>(
             create_session{.email = longest_name, .password = longest_name}) &&
         fits_exactly<max_request_size<admin::get_token, small>>(
             admin::get_token{.email = longest_name, .password = longest_name}) &&
         fits_exactly<max_request_size<admin::send_reset_password_token, small>>(
             admin::send_reset_password_token{.email = longest_name}) &&
         fits_exactly<max_request_size<reset_password, small>>(reset_password{
             .email = longest_name, .token = longest_reset, .password = longest_name});
}
TEST_CASE("max_request_size: requests that carry no credentials") { CHECK(test_longest_logins()); }
static_assert(test_longest_logins());

constexpr bool test_grows_with_each_limit() {
  constexpr std::size_t base = max_request_size<admin::update_user, small>;
  constexpr medusa::limits text{.text = 9, .metadata = 20, .credential = 12, .settings = 18};
  constexpr medusa::limits metadata{.text = 8, .metadata = 21, .credential = 12, .settings = 18};
  constexpr medusa::limits credential{.text = 8, .metadata = 20, .credential = 13, .settings = 18};
  constexpr medusa::limits settings{.text = 8, .metadata = 20, .credential = 12, .settings = 19};
  return max_request_size<admin::update_user, text> ==
             base + 3 + 2 * 6 + 2 &&  // the id, two names, the API token
         max_request_size<admin::update_user, metadata> == base + 1 &&
         max_request_size<admin::update_user, credential> == base + 1 &&
         max_request_size<admin::update_user, settings> == base + 1;
}
TEST_CASE("max_request_size: each limit counts") { CHECK(test_grows_with_each_limit()); }
static_assert(test_grows_with_each_limit());

/// A list with everything that can be asked, each text in the longest form it has.
constexpr bool test_longest_list() {
  constexpr std::string_view text = "\u00e9\u00e9\u00e9\u00e9";
  medusa::timestamp const date = medusa::timestamp::from_unix_ms(1);
  admin::date_range const range{.lt = date, .gt = date, .lte = date, .gte = date};
  using admin::user_field;
  return fits_exactly<max_request_size<admin::list_users, small>>(admin::list_users{
      .email = text,
      .first_name = text,
      .last_name = text,
      .q = text,
      .order = {{.field = user_field::deleted_at, .direction = admin::direction::descending}},
      .id = text,
      .role = admin::role::developer,
      .created_at = range,
      .updated_at = range,
      .deleted_at = range,
      .offset = (std::uint64_t{1} << 53) - 1,
      .limit = (std::uint64_t{1} << 53) - 2,
      .fields = admin::user_fields::without(
          {user_field::metadata, user_field::api_token, user_field::last_name,
           user_field::first_name, user_field::email, user_field::role, user_field::deleted_at,
           user_field::updated_at, user_field::created_at, user_field::id})});
}
TEST_CASE("max_request_size: the longest list") { CHECK(test_longest_list()); }
static_assert(test_longest_list());

}  // namespace
