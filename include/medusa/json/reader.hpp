// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <medusa/json/error.hpp>
#include <medusa/json/kind.hpp>
#include <medusa/json/text.hpp>

// The JSON policy: how a document is read. A model is a type with static members only;
// `json::scanner` is the default, adapters over other libraries are the others.
//
// struct P {
//   class value;                               // the root and all that is in it, see below
//   static constexpr bool views_input = true;  // whether texts and raw() point into the document
//   template <class F>                         // f(value&), called once with the root
//   static std::optional<json::error> visit(std::string_view document, F&& f);
// };
//
// class P::value {
//   json::kind kind() const;
//   bool boolean();                            // precondition: kind() == boolean
//   std::optional<std::int64_t> integer();     // precondition: kind() == number
//   json::text string();                       // precondition: kind() == string
//   auto raw();                                // convertible to std::string_view
//   std::size_t offset() const;
//   bool for_each_member(F&& f);               // f(text name, value&) -> bool; kind() == object
//   bool for_each_element(F&& f);              // f(value&) -> bool; kind() == array
// };
//
// The caller
// - MUST use a value only inside the callback that was given it, and MUST consume it at most once:
//   by one of boolean, integer, string, raw, for_each_member and for_each_element. kind() and
//   offset() may be asked as often as wanted before that.
// - MUST NOT keep a text or the result of raw() beyond the callback, unless `views_input`; then
//   they last as long as the document.
// - MUST treat what callbacks were given as provisional until visit() has returned: a document can
//   go wrong at its last byte. The error of visit() is the cause of whatever looked wrong before
//   it.
//
// The reader
// - MUST deliver members and elements in the order of the document, all of them, also under equal
//   names.
// - MUST skip, and check, a value that a callback leaves unconsumed.
// - MUST return an error unless the document is exactly one value of RFC 8259 in UTF-8; never
//   throw.
// - MUST, once a callback has given false, call no other, give false from every for_each_ that is
//   under way, and return nothing from visit() unless it met an error before. It need not read on.
// - MUST give nothing from integer() unless the number is whole and fits; `1.0` and `1e2` are
//   whole.
// - MUST give text that `unescape` can decode: UTF-8, with `escaped` set if it holds escapes.
// - SHOULD give raw() as it stands in the document, from its first to its last byte; a library that
//   keeps no text may write it anew.
// - SHOULD know offset(), the byte at which the value begins, else 0; and the offset of an error.
// - MUST allocate nothing that outlives visit(), and keep no state between calls.
namespace medusa::inline v0::json {

namespace detail {

struct root_probe {
  template <class V>
  constexpr void operator()(V&) const noexcept {}
};
struct member_probe {
  template <class V>
  constexpr bool operator()(text, V&) const noexcept {
    return true;
  }
};
struct element_probe {
  template <class V>
  constexpr bool operator()(V&) const noexcept {
    return true;
  }
};

template <class V>
concept gives_kind = requires(V const& v) {
  { v.kind() } -> std::same_as<kind>;
};
template <class V>
concept gives_boolean = requires(V& v) {
  { v.boolean() } -> std::same_as<bool>;
};
template <class V>
concept gives_integer = requires(V& v) {
  { v.integer() } -> std::same_as<std::optional<std::int64_t>>;
};
template <class V>
concept gives_string = requires(V& v) {
  { v.string() } -> std::same_as<text>;
};
template <class V>
concept gives_raw = requires(V& v) {
  { v.raw() } -> std::convertible_to<std::string_view>;
};
template <class V>
concept gives_offset = requires(V const& v) {
  { v.offset() } -> std::same_as<std::size_t>;
};
template <class V>
concept gives_members = requires(V& v, member_probe f) {
  { v.for_each_member(f) } -> std::same_as<bool>;
};
template <class V>
concept gives_elements = requires(V& v, element_probe f) {
  { v.for_each_element(f) } -> std::same_as<bool>;
};

template <class P>
concept names_value = requires { typename P::value; };
template <class P>
concept says_views_input = std::same_as<decltype(P::views_input), bool const> &&
                           requires { typename std::bool_constant<P::views_input>; };
template <class P>
concept can_visit = requires(std::string_view document, root_probe f) {
  { P::visit(document, f) } -> std::same_as<std::optional<error>>;
};

}  // namespace detail

/// What a reader hands to callbacks; the contract is above.
template <class V>
concept value = detail::gives_kind<V> && detail::gives_boolean<V> && detail::gives_integer<V> &&
                detail::gives_string<V> && detail::gives_raw<V> && detail::gives_offset<V> &&
                detail::gives_members<V> && detail::gives_elements<V>;

/// A JSON policy; the contract is above.
template <class P>
concept reader = detail::names_value<P> && value<typename P::value> &&
                 detail::says_views_input<P> && detail::can_visit<P>;

/// Says which member a type lacks to be a `json::reader`: `static_assert(check_reader<P>());`
template <class P>
consteval bool check_reader() {
  static_assert(detail::names_value<P>, "a json reader names its value type: class value;");
  static_assert(detail::says_views_input<P>,
                "a json reader has: static constexpr bool views_input = true;  // or false");
  static_assert(detail::can_visit<P>,
                "a json reader has: template <class F> static std::optional<json::error> "
                "visit(std::string_view document, F&& f);  // calls f(value&) once");
  if constexpr (detail::names_value<P>) {
    using V = typename P::value;
    static_assert(detail::gives_kind<V>, "a json value has: json::kind kind() const;");
    static_assert(detail::gives_boolean<V>, "a json value has: bool boolean();");
    static_assert(detail::gives_integer<V>,
                  "a json value has: std::optional<std::int64_t> integer();");
    static_assert(detail::gives_string<V>, "a json value has: json::text string();");
    static_assert(detail::gives_raw<V>,
                  "a json value has: raw(), whose result converts to std::string_view");
    static_assert(detail::gives_offset<V>, "a json value has: std::size_t offset() const;");
    static_assert(detail::gives_members<V>,
                  "a json value has: template <class F> bool for_each_member(F&& f);  "
                  "// f(json::text name, value&) -> bool");
    static_assert(detail::gives_elements<V>,
                  "a json value has: template <class F> bool for_each_element(F&& f);  "
                  "// f(value&) -> bool");
  }
  return reader<P>;
}

}  // namespace medusa::inline v0::json
