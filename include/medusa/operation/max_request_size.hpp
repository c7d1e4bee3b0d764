// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/core/first_error.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/http/wire_limits.hpp>
#include <medusa/model/limits.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/timestamp.hpp>
#include <medusa/operation/create_session.hpp>
#include <medusa/operation/create_user.hpp>
#include <medusa/operation/delete_session.hpp>
#include <medusa/operation/delete_user.hpp>
#include <medusa/operation/get_session.hpp>
#include <medusa/operation/get_token.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/operation.hpp>
#include <medusa/operation/request_writer.hpp>
#include <medusa/operation/reset_password.hpp>
#include <medusa/operation/retrieve_user.hpp>
#include <medusa/operation/send_reset_password_token.hpp>
#include <medusa/operation/update_user.hpp>

namespace medusa::inline v0 {

namespace detail {

/// `N` times the same byte.
template <std::size_t N>
struct repeated {
  char chars[N == 0 ? 1 : N];
  consteval explicit repeated(char byte) : chars{} {
    for (char& c : chars) c = byte;
  }
  [[nodiscard]] consteval std::string_view view() const noexcept { return {chars, N}; }
};

/// Operations with each of their fields as long as it may be.
struct longest {
  std::string_view text;
  std::string_view token;
  std::string_view api_token;  // goes into a header some day, so that it has no control characters

  [[nodiscard]] consteval admin::create_user make(admin::create_user) const {
    return {.email = text,
            .first_name = text,
            .last_name = text,
            .role = admin::role::developer,
            .password = text};
  }
  [[nodiscard]] consteval admin::delete_user make(admin::delete_user) const { return {.id = text}; }
  [[nodiscard]] consteval admin::retrieve_user make(admin::retrieve_user) const {
    return {.id = text};
  }
  [[nodiscard]] consteval admin::update_user make(admin::update_user) const {
    return {text,
            {.first_name = text,
             .last_name = text,
             .role = admin::role::developer,
             .api_token = api_token}};
  }
  [[nodiscard]] consteval admin::reset_password make(admin::reset_password) const {
    return {.email = text, .token = token, .password = text};
  }
  [[nodiscard]] consteval admin::send_reset_password_token make(
      admin::send_reset_password_token) const {
    return {.email = text};
  }
  [[nodiscard]] consteval admin::list_users make(admin::list_users) const {
    timestamp const date = timestamp::from_unix_ms(0);
    admin::date_range const range{.lt = date, .gt = date, .lte = date, .gte = date};
    constexpr std::uint64_t number = (std::uint64_t{1} << 53) - 1;
    using admin::user_field;
    return {
        .email = text,
        .first_name = text,
        .last_name = text,
        .q = text,
        .order = {{.field = user_field::created_at, .direction = admin::direction::descending}},
        .id = text,
        .role = admin::role::developer,
        .created_at = range,
        .updated_at = range,
        .deleted_at = range,
        .offset = number,
        .limit = number,
        .fields = admin::user_fields::without(
            {user_field::id, user_field::created_at, user_field::updated_at, user_field::deleted_at,
             user_field::role, user_field::email, user_field::first_name, user_field::last_name,
             user_field::api_token, user_field::metadata})};
  }
  [[nodiscard]] consteval admin::create_session make(admin::create_session) const {
    return {.email = text, .password = text};
  }
  [[nodiscard]] consteval admin::get_token make(admin::get_token) const {
    return {.email = text, .password = text};
  }
  [[nodiscard]] consteval admin::get_session make(admin::get_session) const { return {}; }
  [[nodiscard]] consteval admin::delete_session make(admin::delete_session) const { return {}; }
};

template <operation Op, limits L>
[[nodiscard]] consteval std::size_t measure_longest() {
  constexpr char escaped =
      '\x01';  // takes the most room there is: `%01` in a URL, `\u0001` in JSON
  repeated<L.text> const text(escaped);
  repeated<L.credential> const token(escaped);
  repeated<L.text> const api_token('"');
  sink out(nullptr, 0);
  first_error errors;
  wire_limits const wire{};
  request_writer writer(out, errors, wire);
  longest{text.view(), token.view(), api_token.view()}.make(Op{}).encode(writer);
  std::size_t size = L.settings + out.size();  // the base URL is among the settings
  if (requires(Op const& op) { op.changes; })
    size += std::string_view(R"(,"metadata":)").size() + L.metadata;
  if (Op::info.authenticated) size += detail::cookie_name_size + L.credential;
  return size;
}

}  // namespace detail

/// The most bytes of its buffer that a request of `Op` takes, so that buffers can be static arrays:
/// when each text is at most `L.text` bytes, the token of a reset and the client's credentials at
/// most `L.credential`, metadata at most `L.metadata`, and the base URL at most `L.settings`. In
/// the worst case a byte of text takes six, a byte of an id three. A filter that is a list counts
/// as one value.
template <operation Op, limits L>
inline constexpr std::size_t max_request_size = detail::measure_longest<Op, L>();

}  // namespace medusa::inline v0
