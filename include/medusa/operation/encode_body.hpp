// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/core/hot.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/json/metadata_error.hpp>
#include <medusa/json/plain_run.hpp>
#include <medusa/model/field.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/metadata_ref.hpp>
#include <medusa/model/open_enum.hpp>
#include <medusa/operation/request_writer.hpp>

namespace medusa::inline v0 {

namespace detail {

/// What is asked of a member's text. Stands beside its `field_state` in one number: one thing to
/// pass on.
inline constexpr unsigned state_bits = 3;
inline constexpr unsigned required_text = 4;  ///< must not be empty
inline constexpr unsigned hashed_text = 8;    ///< may hold a NUL, since only a hash is stored
static_assert(static_cast<unsigned>(field_state::invalid) <= state_bits);
template <class T>
inline constexpr bool holds_secret =
    std::is_same_v<T, secret_view> || std::is_same_v<T, field<secret_view>>;
template <class T, class Member>
[[nodiscard]] consteval unsigned rules_of() noexcept {
  using type = std::remove_cvref_t<decltype(std::declval<T const&>().*Member::pointer)>;
  unsigned rules = 0;
  if (Member::when == presence::required) rules |= required_text;
  if (holds_secret<type>) rules |= hashed_text;
  return rules;
}
[[nodiscard]] constexpr unsigned with_state(unsigned rules, field_state state) noexcept {
  return rules | static_cast<unsigned>(state);
}

/// A text in one of a field's states: all but `absent` behind the member's name, which the caller
/// has written, or in small code this function.
constexpr void encode_text(request_writer& w, char const* name, unsigned rules,
                           std::string_view const& text) {
  auto const state = static_cast<field_state>(rules & state_bits);
  if (state == field_state::absent) return;
  json::writer& body = small_code ? w.member(name) : w.body();
  if (state != field_state::value) {
    if (state == field_state::null) return body.null();
    w.fail(errc::invalid_value, name);
  }
  if ((rules & required_text) != 0 && text.empty()) w.fail(errc::missing_value, name);
  if (!small_code && json::detail::is_plain(text)) {  // which nearly all texts are
    body.plain_string(text);
  } else {
    body.checked_string(text, w.check_text(name, text, (rules & hashed_text) != 0));
  }
  w.check_body(name);
}
// The functions from here on are put where they are called: the name is a literal there, and is
// written by a few moves.

/// Every member but metadata is such a text.
MEDUSA_HOT constexpr void encode_member_text(request_writer& w, char const* name, unsigned rules,
                                             std::string_view const& text) {
  if (!small_code && (rules & state_bits) != 0) w.member(name);  // `absent` is 0
  encode_text(w, name, rules, text);
}
// NOLINTNEXTLINE(bugprone-return-const-ref-from-parameter): shorter code than by value
constexpr std::string_view const& chars_of(std::string_view const& text) noexcept { return text; }
constexpr std::string_view const& chars_of(secret_view const& secret) noexcept {
  return secret.reveal();
}

MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned,
                                        metadata_ref const& value) {
  if (value.is_absent()) return;
  if (value.error()) w.fail(*value.error(), name);  // which leaves no text
  std::string_view const text = value.text();
  if (!value.is_checked()) w.note(json::detail::check_metadata(text), name);
  w.member(name).raw(text);
  w.check_body(name);
}
template <class T>
MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned rules,
                                        T const& value) {
  encode_member_text(w, name, with_state(rules, field_state::value), chars_of(value));
}
template <class T>
MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned rules,
                                        field<T> const& value) {
  encode_member_text(w, name, with_state(rules, value.state()), chars_of(*value));
}
template <texted_enum Enum>
MEDUSA_HOT constexpr void encode_member(request_writer& w, char const* name, unsigned rules,
                                        field<Enum> const& value) {
  std::string_view const& text = text_of_value(*value);
  field_state const state = value && text.empty() ? field_state::invalid : value.state();
  encode_member_text(w, name, with_state(rules, state), text);
}

template <class T, class... Members>
constexpr void encode_members(request_writer& w, T const& value, member_list<Members...>) {
  static_assert((json::detail::is_plain(Members::name) && ...),
                "the name of a member of a body is written as it is: nothing in it may need an "
                "escape, and it is ASCII");
  w.begin_body();
  (encode_member(w, Members::name.data(), rules_of<T, Members>(), value.*Members::pointer), ...);
  w.end_body();
}

}  // namespace detail

/// Writes a described struct as the body: required members must not be empty, absent fields are
/// left out. Errors name the member: `missing_value`, `invalid_value`, `control_character` (a NUL),
/// `invalid_utf8`, `invalid_json` and the others of a metadata builder, `too_long`.
template <described T>
constexpr void encode_body(request_writer& w, T const& value) {
  detail::encode_members(w, value, typename field_table_of<T>::type{});
}

}  // namespace medusa::inline v0
