// SPDX-License-Identifier: MIT
#include <medusa/operation/list_users.hpp>

#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/parse.hpp>

#include <doctest/doctest.h>

#include <operation/request.hpp>
#include <operation/sizes.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <support/hidden.hpp>

using medusa::errc;
using medusa::timestamp;
using medusa::admin::date_range;
using medusa::admin::direction;
using medusa::admin::list_users;
using medusa::admin::role;
using medusa::admin::user_field;
using medusa::admin::user_fields;

namespace {

constexpr timestamp date(std::string_view text) {
  timestamp t;
  return t.parse(text) ? t : timestamp();
}

constexpr timestamp date_1970 = date("1970-01-01T00:00:00.000Z");
constexpr timestamp date_2100 = date("2100-01-01T00:00:00Z");

/// Whether the filter makes this query. The texts are what the official client sends for an object
/// with the same members in the same order.
constexpr bool asks(list_users const& op, std::string_view query) {
  medusa::request_buffer<2048> buffer;
  auto const made = op.request(buffer, signed_in);
  constexpr std::string_view path = "/admin/users";
  return made && made->method == medusa::method::get && made->body.empty() &&
         made->target.starts_with(path) && medusa::slice(made->target, path.size()) == query;
}

constexpr bool test_request() {
  return writes(list_users{},
                "GET http://h:9000/admin/users\n"
                "Accept: application/json\n"
                "x-medusa-access-token: tok_1\n"
                "User-Agent: medusa-cpp\n\n") &&
         writes(list_users{.q = "ada", .limit = 50},
                "GET http://h:9000/admin/users?q=ada&limit=50\n"
                "Accept: application/json\n"
                "x-medusa-access-token: tok_1\n"
                "User-Agent: medusa-cpp\n\n");
}
TEST_CASE("list_users: the request") { CHECK(test_request()); }
static_assert(test_request());

constexpr bool test_texts() {
  return asks({.email = "ada@example.com"}, "?email=ada%40example.com") &&
         asks({.first_name = "Zo\u00eb \U0001F600"}, "?first_name=Zo%C3%AB%20%F0%9F%98%80") &&
         asks({.last_name = "O'Neil (x)!*"}, "?last_name=O%27Neil%20%28x%29%21%2A") &&
         asks({.first_name = ""}, "?first_name=") &&
         asks({.q = "js a&b=+\U0001F600"}, "?q=js%20a%26b%3D%2B%F0%9F%98%80") &&
         asks({.q = ""}, "") && asks({.q = "50%_\n"}, "?q=50%25_%0A") &&
         asks({.q = "a-b.c_d~e"}, "?q=a-b.c_d~e");
}
TEST_CASE("list_users: filters of text") { CHECK(test_texts()); }
static_assert(test_texts());

constexpr bool test_order() {
  using enum user_field;
  return asks({.order = {{email, direction::descending}}}, "?order=-email") &&
         asks({.order = {{id}}}, "?order=id") &&
         asks({.order = {{created_at}}}, "?order=created_at") &&
         asks({.order = {{.field = updated_at, .direction = direction::descending}}},
              "?order=-updated_at") &&
         asks({.order = {{deleted_at}}}, "?order=deleted_at") &&
         asks({.order = {{role}}}, "?order=role") &&
         asks({.order = {{first_name}}}, "?order=first_name") &&
         asks({.order = {{last_name, direction::descending}}}, "?order=-last_name") &&
         asks({.order = {{api_token}}}, "?order=api_token") &&
         asks({.order = {{metadata}}}, "?order=metadata") &&
         refuses(list_users{.order = {{static_cast<user_field>(10)}}}, errc::invalid_value,
                 "order");
}
TEST_CASE("list_users: the order") { CHECK(test_order()); }
static_assert(test_order());

constexpr bool test_ids_and_roles() {
  std::array<std::string_view, 2> const ids{"usr_01M83KGE5DMKKCCQ035KDEG4ET", "usr_b"};
  std::array<std::string_view, 1> const one{"usr_b"};
  std::array<role, 3> const roles{role::admin, role::member, role::developer};
  return asks({.id = "usr_b"}, "?id=usr_b") && asks({.id = one}, "?id%5B0%5D=usr_b") &&
         asks({.id = ids}, "?id%5B0%5D=usr_01M83KGE5DMKKCCQ035KDEG4ET&id%5B1%5D=usr_b") &&
         asks({.id = "a,b"}, "?id=a%2Cb") && asks({.id = ".."}, "?id=..") &&
         asks({.role = role::member}, "?role=member") &&
         asks({.role = roles}, "?role%5B0%5D=admin&role%5B1%5D=member&role%5B2%5D=developer");
}
TEST_CASE("list_users: one id or role, or several") { CHECK(test_ids_and_roles()); }
static_assert(test_ids_and_roles());

/// As many as go with an index, and one more.
constexpr bool test_many_ids() {
  std::array<std::string_view, 21> ids{};
  for (auto& each : ids) each = "u";
  medusa::request_buffer<1024> buffer;
  auto const indexed =
      list_users{.id = std::span<std::string_view const>(ids).first(20)}.request(buffer, signed_in);
  if (!indexed || !indexed->target.ends_with("&id%5B18%5D=u&id%5B19%5D=u")) return false;
  auto const repeated = list_users{.id = ids}.request(buffer, signed_in);
  if (!repeated || !repeated->target.starts_with("/admin/users?id=u&id=u&")) return false;
  return repeated->target.size() ==
         std::string_view("/admin/users").size() + 21 * std::string_view("?id=u").size();
}
TEST_CASE("list_users: more ids than have indices") { CHECK(test_many_ids()); }
static_assert(test_many_ids());

constexpr bool test_dates() {
  auto const local = date("2026-11-23T07:56:10.386123+01:00");
  return asks({.created_at = {.lt = date_2100, .gt = date_1970}},
              "?created_at%5Blt%5D=2100-01-01T00%3A00%3A00Z&created_at%5Bgt%5D=1970-01-01T00%3A00%"
              "3A00.000Z") &&
         asks({.updated_at = {.lte = date_2100}},
              "?updated_at%5Blte%5D=2100-01-01T00%3A00%3A00Z") &&
         asks({.deleted_at = {.gte = timestamp::from_unix_ms(1)}},
              "?deleted_at%5Bgte%5D=1970-01-01T00%3A00%3A00.001Z") &&
         asks({.created_at = {.gt = local}},
              "?created_at%5Bgt%5D=2026-11-23T07%3A56%3A10.386123%2B01%3A00") &&
         asks({.created_at = {}}, "") &&
         refuses(list_users{.created_at = {.lt = timestamp()}}, errc::out_of_range, "created_at") &&
         refuses(list_users{.updated_at = {.gt = timestamp()}}, errc::out_of_range, "updated_at") &&
         refuses(list_users{.deleted_at = {.lte = timestamp()}}, errc::out_of_range,
                 "deleted_at") &&
         refuses(list_users{.deleted_at = {.gte = timestamp::from_unix_ms(
                                               std::numeric_limits<std::int64_t>::max())}},
                 errc::out_of_range, "deleted_at");
}
TEST_CASE("list_users: dates") { CHECK(test_dates()); }
static_assert(test_dates());

TEST_CASE("list_users: a date from the standard library's clock") {
  std::chrono::sys_time<std::chrono::microseconds> const point(std::chrono::microseconds(1500));
  CHECK(asks({.created_at = {.gt = point}}, "?created_at%5Bgt%5D=1970-01-01T00%3A00%3A00.002Z"));
}

constexpr bool test_paging() {
  return asks({.offset = 0, .limit = 1}, "?offset=0&limit=1") && asks({.limit = 0}, "?limit=0") &&
         asks({.offset = 7}, "?offset=7") &&
         asks({.offset = 9007199254740991, .limit = 9007199254740991},
              "?offset=9007199254740991&limit=9007199254740991") &&
         refuses(list_users{.offset = 9007199254740992}, errc::out_of_range, "offset") &&
         refuses(list_users{.limit = 9007199254740992}, errc::out_of_range, "limit") &&
         refuses(list_users{.limit = std::numeric_limits<std::uint64_t>::max()}, errc::out_of_range,
                 "limit");
}
TEST_CASE("list_users: paging") { CHECK(test_paging()); }
static_assert(test_paging());

constexpr bool test_fields() {
  using enum user_field;
  return asks({.fields = user_fields::only({id, email})}, "?fields=id%2Cemail") &&
         asks({.fields = user_fields::without({api_token, metadata})},
              "?fields=-api_token%2C-metadata") &&
         asks({.fields = user_fields::only({})}, "") &&
         asks({.fields = user_fields::without({})}, "") &&
         asks({.fields = user_fields::only({email, email})}, "?fields=email") &&
         asks({.fields = user_fields::without({id, created_at, updated_at, deleted_at, role, email,
                                               first_name, last_name, api_token, metadata})},
              "?fields=-id%2C-created_at%2C-updated_at%2C-deleted_at%2C-role%2C-email%2C-first_"
              "name%2C-last_name%2C-api_token"
              "%2C-metadata") &&
         refuses(list_users{.fields = user_fields::only({id, static_cast<user_field>(10)})},
                 errc::invalid_value, "fields");
}
TEST_CASE("list_users: fields") { CHECK(test_fields()); }
static_assert(test_fields());

/// All of it; the same parameters, in our order, as the recorded call of the official client
/// `{limit, offset, q, order, fields, id, created_at}`.
constexpr bool test_everything() {
  std::array<std::string_view, 2> const ids{"usr_01M83KGE5DMKKCCQ035KDEG4ET", "usr_b"};
  using enum user_field;
  return asks({.q = "js a&b=+\U0001F600",
               .order = {{email, direction::descending}},
               .id = ids,
               .created_at = {.gt = date_1970},
               .offset = 1,
               .limit = 2,
               .fields = user_fields::only({id, email})},
              "?q=js%20a%26b%3D%2B%F0%9F%98%80&order=-email&id%5B0%5D=usr_"
              "01M83KGE5DMKKCCQ035KDEG4ET&id%5B1%5D=usr_b"
              "&created_at%5Bgt%5D=1970-01-01T00%3A00%3A00.000Z&offset=1&limit=2&fields=id%"
              "2Cemail") &&
         asks({.email = "e",
               .first_name = "f",
               .last_name = "l",
               .q = "q",
               .order = {{id}},
               .id = "i",
               .role = medusa::admin::role::admin,
               .created_at = {.lt = date_2100},
               .updated_at = {.gt = date_2100, .lte = date_2100},
               .deleted_at = {.gte = date_2100},
               .offset = 1,
               .limit = 2,
               .fields = user_fields::only({id})},
              "?email=e&first_name=f&last_name=l&q=q&order=id&id=i&role=admin"
              "&created_at%5Blt%5D=2100-01-01T00%3A00%3A00Z&updated_at%5Bgt%5D=2100-01-01T00%3A00%"
              "3A00Z"
              "&updated_at%5Blte%5D=2100-01-01T00%3A00%3A00Z&deleted_at%5Bgte%5D=2100-01-01T00%"
              "3A00%3A00Z"
              "&offset=1&limit=2&fields=id");
}
TEST_CASE("list_users: all parameters at once") { CHECK(test_everything()); }
static_assert(test_everything());

/// What was recorded of the official client, and whether each of our parameters is in it, and as
/// many.
constexpr bool test_recorded() {
  constexpr std::string_view recorded =
      "limit=2&offset=1&q=js%20a%26b%3D%2B%F0%9F%98%80&order=-email&fields=id%2Cemail"
      "&id%5B0%5D=usr_01M83KGE5DMKKCCQ035KDEG4ET&id%5B1%5D=usr_b&created_at%5Bgt%5D=1970-01-01T00%"
      "3A00%3A00.000Z";
  std::array<std::string_view, 2> const ids{"usr_01M83KGE5DMKKCCQ035KDEG4ET", "usr_b"};
  list_users const op{.q = "js a&b=+\U0001F600",
                      .order = {{user_field::email, direction::descending}},
                      .id = ids,
                      .created_at = {.gt = date_1970},
                      .offset = 1,
                      .limit = 2,
                      .fields = user_fields::only({user_field::id, user_field::email})};
  medusa::request_buffer<1024> buffer;
  auto const made = op.request(buffer, signed_in);
  if (!made) return false;
  std::string_view ours = medusa::slice(made->target, made->target.find('?') + 1);
  if (ours.size() != recorded.size()) return false;
  for (;;) {
    std::string_view const each = medusa::slice(ours, 0, ours.find('&'));
    std::size_t const at = recorded.find(each);
    if (at == std::string_view::npos || (at != 0 && recorded[at - 1] != '&')) return false;
    if (at + each.size() != recorded.size() && recorded[at + each.size()] != '&') return false;
    if (each.size() == ours.size()) return true;
    ours.remove_prefix(each.size() + 1);
  }
}
TEST_CASE("list_users: the bytes that were recorded of the official client") {
  CHECK(test_recorded());
}
static_assert(test_recorded());

constexpr list_users with_email(std::string_view text) { return {.email = text}; }
constexpr list_users with_first_name(std::string_view text) { return {.first_name = text}; }
constexpr list_users with_last_name(std::string_view text) { return {.last_name = text}; }
constexpr list_users with_q(std::string_view text) { return {.q = text}; }
constexpr list_users with_id(std::string_view text) { return {.id = text}; }

constexpr bool test_bad_fields() {
  char const* const null = nullptr;
  std::array<std::string_view, 2> const bad_ids{"a", ""};
  std::array<std::string_view, 2> const cut_ids{"a", "\xC3"};
  std::array<std::string_view, 0> const no_ids{};
  std::array<role, 2> const bad_roles{role::admin, static_cast<role>(3)};
  std::array<role, 0> const no_roles{};
  return refuses_bad_text(with_email, "email") && refuses_bad_text(with_first_name, "first_name") &&
         refuses_bad_text(with_last_name, "last_name") && refuses_bad_text(with_q, "q") &&
         refuses_bad_text(with_id, "id") && refuses(with_id(""), errc::missing_value, "id") &&
         refuses(list_users{.id = null}, errc::missing_value, "id") &&
         refuses(list_users{.id = bad_ids}, errc::missing_value, "id") &&
         refuses(list_users{.id = no_ids}, errc::missing_value, "id") &&
         refuses(list_users{.id = cut_ids}, errc::invalid_utf8, "id") &&
         refuses(list_users{.role = support::hidden(static_cast<role>(3))}, errc::invalid_value,
                 "role") &&
         refuses(list_users{.role = bad_roles}, errc::invalid_value, "role") &&
         refuses(list_users{.role = no_roles}, errc::missing_value, "role");
}
TEST_CASE("list_users: fields that are refused") { CHECK(test_bad_fields()); }
static_assert(test_bad_fields());

constexpr bool test_sizes() {
  std::array<std::string_view, 2> const ids{"a", "b"};
  return url_ends_with(with_email("a@b.c"), "email") &&
         url_ends_with(with_first_name("A"), "first_name") &&
         url_ends_with(with_last_name("L"), "last_name") && url_ends_with(with_q("q"), "q") &&
         url_ends_with(with_id("i"), "id") && url_ends_with(list_users{.id = ids}, "id") &&
         url_ends_with(list_users{.role = role::admin}, "role") &&
         url_ends_with(list_users{.order = {{user_field::id}}}, "order") &&
         url_ends_with(list_users{.created_at = {.gt = date_1970}}, "created_at") &&
         url_ends_with(list_users{.updated_at = {.lte = date_1970}}, "updated_at") &&
         url_ends_with(list_users{.deleted_at = {.lt = date_1970}}, "deleted_at") &&
         url_ends_with(list_users{.limit = 5, .fields = user_fields::only({user_field::id})},
                       "fields") &&
         url_ends_with(list_users{.limit = 5}, "limit") &&
         url_ends_with(list_users{.offset = 5}, "offset") &&
         fits_exactly(list_users{.q = "ada", .offset = 1, .limit = 2}, 5);
}
TEST_CASE("list_users: too long, and too large for its buffer") { CHECK(test_sizes()); }
static_assert(test_sizes());

/// Whether a storage that takes `items` users has this sent, or `limit` refused when it is empty.
constexpr bool on_bounded(std::size_t items, list_users const& op, std::string_view target) {
  auto context = make_context(signed_in);
  if (!context) return false;
  context->max_items = items;
  medusa::request_buffer<256> buffer;
  auto const made = build_request(op, buffer, *context);
  if (made) return made->target == target;
  return target.empty() &&
         made.error() == medusa::encode_error{.code = errc::out_of_range, .field = "limit"};
}

constexpr bool test_bounded_storage() {
  return on_bounded(8, {}, "/admin/users?limit=8") &&
         on_bounded(8, {.limit = 8}, "/admin/users?limit=8") &&
         on_bounded(8, {.limit = 1}, "/admin/users?limit=1") && on_bounded(8, {.limit = 9}, "") &&
         on_bounded(8, {.limit = 0}, "") &&
         on_bounded(8, {.q = "a", .offset = 3}, "/admin/users?q=a&offset=3&limit=8") &&
         on_bounded(8, {.offset = 100}, "/admin/users?offset=100&limit=8") &&
         on_bounded(1, {}, "/admin/users?limit=1") &&
         on_bounded(8, {.limit = std::numeric_limits<std::uint64_t>::max()}, "");
}
TEST_CASE("list_users: no more users than the storage takes") { CHECK(test_bounded_storage()); }
static_assert(test_bounded_storage());

template <class S>
constexpr bool test_response() {
  auto const page = medusa::parse<S>(
      list_users{},
      medusa::response_view(200,
                            R"({"users":[{"id":"usr_1","created_at":"2026-11-23T06:56:10.386Z"},)"
                            R"({"id":"usr_2","email":"a@b.c"}],"count":36,"offset":4,"limit":2})"));
  auto const old = medusa::parse<S>(list_users{}, medusa::response_view(200, R"({"users":[]})"));
  return page && page->users.size() == 2 && page->users[0].id == "usr_1" &&
         page->users[0].email.empty() && page->users[1].email == "a@b.c" && page->count == 36u &&
         page->offset == 4u && page->limit == 2u && old && old->users.empty() && !old->count &&
         !old->offset && !old->limit;
}

template <class S>
constexpr bool fails(int status, std::string_view body, errc code, std::string_view path = {}) {
  auto const page = medusa::parse<S>(list_users{}, medusa::response_view(status, body));
  return !page && page.error().code == code && page.error().status == status &&
         page.error().path == path;
}

template <class S>
constexpr bool test_broken_answers() {
  return fails<S>(200, "", errc::empty_body) &&
         fails<S>(200, R"({"user":{"id":"usr_1"}})", errc::missing_member, "users") &&
         fails<S>(200, R"({"users":[{"id":"usr_1"},{"email":"a"}]})", errc::missing_member,
                  "users[1].id") &&
         fails<S>(200, R"({"users":[],"count":"1"})", errc::wrong_type, "count") &&
         fails<S>(200, R"({"users":[{"id":"usr_1"},)", errc::malformed_json) &&
         fails<S>(
             500,
             R"({"code":"unknown_error","type":"unknown_error","message":"An unknown error occurred."})",
             errc::server_error) &&
         fails<S>(400, R"({"type":"invalid_data","message":"property foo should not exist"})",
                  errc::bad_request);
}
TEST_CASE("list_users: the answer") {
  CHECK(test_response<medusa::fixed<16, 2>>());
  CHECK(test_response<medusa::borrowed<2>>());
  CHECK(test_response<medusa::hosted>());
  CHECK(test_broken_answers<medusa::fixed<16, 2>>());
  CHECK(test_broken_answers<medusa::borrowed<2>>());
  CHECK(test_broken_answers<medusa::hosted>());
}
static_assert(test_response<medusa::fixed<16, 2>>() && test_response<medusa::borrowed<2>>());
static_assert(test_broken_answers<medusa::fixed<16, 2>>() &&
              test_broken_answers<medusa::borrowed<2>>());

constexpr bool test_info() {
  constexpr auto info = list_users::info;
  return info.method == medusa::method::get && info.authenticated && info.repeatable &&
         info.envelope.empty();
}
TEST_CASE("list_users: may be repeated") { CHECK(test_info()); }
static_assert(test_info());

}  // namespace
