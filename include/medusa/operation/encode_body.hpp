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

constexpr void encode_value(request_writer& w, std::string_view name, std::string_view text) {
  w.check_text(name, text);
  static_cast<void>(w.body().string(text));
}

/// Passwords may hold a NUL, since only their hash is stored.
constexpr void encode_value(request_writer& w, std::string_view name, secret_view secret) {
  if (!w.body().string(secret.reveal())) w.fail(errc::invalid_utf8, name);
}

template <texted_enum Enum>
constexpr void encode_value(request_writer& w, std::string_view name, Enum value) {
  if (to_string(value).empty()) w.fail(errc::invalid_value, name);
  static_cast<void>(w.body().string(to_string(value)));
}

template <class T>
constexpr void encode_member(request_writer& w, std::string_view name, presence when, T const& value) {
  if (when == presence::required && value.empty()) w.fail(errc::missing_value, name);
  w.body().key(name);
  encode_value(w, name, value);
}

template <class T>
constexpr void encode_member(request_writer& w, std::string_view name, presence, field<T> const& value) {
  if (value.is_invalid()) w.fail(errc::invalid_value, name);
  if (value.is_null()) {
    w.body().key(name);
    w.body().null();
  } else if (value.has_value()) {
    w.body().key(name);
    encode_value(w, name, *value);
  }
}

constexpr void encode_member(request_writer& w, std::string_view name, presence, metadata_ref const& value) {
  if (value.is_absent()) return;
  if (value.error()) return w.fail(*value.error(), name);
  if (auto const error = json::metadata_error(value.text())) return w.fail(*error, name);
  w.body().key(name);
  w.body().raw(value.text());
}

template <class T, class... Members>
constexpr void encode_members(request_writer& w, T const& value, member_list<Members...>) {
  w.body().begin_object();
  ((encode_member(w, Members::name, Members::when, value.*Members::pointer), w.check_body(Members::name)), ...);
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
