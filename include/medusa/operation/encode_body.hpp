// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include <medusa/core/secret.hpp>
#include <medusa/json/metadata_error.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/metadata_ref.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/operation/request_writer.hpp>

namespace medusa {

namespace detail {

/// The name of a member, and what its absence means: one thing to pass on.
struct member_info {
  char const* name;  ///< ends with a NUL
  presence when;
};
template <class Member>
inline constexpr member_info info_of{Member::name.data(), Member::when};

constexpr void encode_text(request_writer& w, member_info const& member, std::string_view text) {
  if (member.when == presence::required && text.empty()) w.fail(errc::missing_value, member.name);
  w.check_text(member.name, text);
  w.body().key(member.name);
  static_cast<void>(w.body().string(text));
}
/// Passwords may hold a NUL, since only their hash is stored.
constexpr void encode_secret(request_writer& w, member_info const& member, std::string_view secret) {
  if (member.when == presence::required && secret.empty()) w.fail(errc::missing_value, member.name);
  w.body().key(member.name);
  if (!w.body().string(secret)) w.fail(errc::invalid_utf8, member.name);
}
constexpr void encode_value(request_writer& w, member_info const& member, std::string_view text) {
  encode_text(w, member, text);
}
constexpr void encode_value(request_writer& w, member_info const& member, secret_view secret) {
  encode_secret(w, member, secret.reveal());
}
template <texted_enum Enum>
constexpr void encode_value(request_writer& w, member_info const& member, Enum value) {
  if (to_string(value).empty()) w.fail(errc::invalid_value, member.name);
  encode_text(w, member, to_string(value));
}
constexpr void encode_value(request_writer& w, member_info const& member, metadata_ref const& value) {
  if (value.is_absent()) return;
  auto const error = value.error() ? value.error() : json::metadata_error(value.text());
  if (error) return w.fail(*error, member.name);
  w.body().key(member.name);
  w.body().raw(value.text());
}
/// What a field says when it has no value. True when it has one.
constexpr bool encode_state(request_writer& w, member_info const& member, bool is_null, bool is_invalid) {
  if (is_invalid) w.fail(errc::invalid_value, member.name);
  if (!is_null) return !is_invalid;
  w.body().key(member.name);
  w.body().null();
  return false;
}
template <class T>
constexpr void encode_value(request_writer& w, member_info const& member, field<T> const& value) {
  if (value.is_absent() || !encode_state(w, member, value.is_null(), value.is_invalid())) return;
  encode_value(w, member, *value);
}

template <class T, class... Members>
constexpr void encode_members(request_writer& w, T const& value, member_list<Members...>) {
  w.body().begin_object();
  ((encode_value(w, info_of<Members>, value.*Members::pointer), w.check_body(Members::name.data())), ...);
  w.body().end_object();
}

}  // namespace detail

/// Writes a described struct as the body: required members must not be empty, absent fields are left
/// out. Errors name the member: `missing_value`, `invalid_value`, `control_character` (a NUL),
/// `invalid_utf8`, `invalid_json` and the others of a metadata builder, `too_long`.
template <described T>
constexpr void encode_body(request_writer& w, T const& value) {
  detail::encode_members(w, value, typename field_table_of<T>::type{});
}

}  // namespace medusa
