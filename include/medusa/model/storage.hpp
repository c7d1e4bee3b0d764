// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>

#include <medusa/http/request_buffer.hpp>
#include <medusa/model/text.hpp>

namespace medusa::inline v0 {

struct hosted;

namespace detail {
template <class List>
concept growing_list = requires(List& list) {
  { list.emplace_back() } -> std::same_as<typename List::value_type&>;
};
template <class List>
concept bounded_list = requires(List& list) {
  { list.try_emplace_back() } -> std::same_as<typename List::value_type*>;
};
template <class List>
concept passing_list = bounded_list<List> && requires(List& list, typename List::value_type& each) {
  { list.take(each) } -> std::same_as<bool>;
};
}  // namespace detail

/// A list that elements are decoded into: `std::vector`, `static_vector`. One that does not keep
/// them, such as `visited_list`, also has `bool take(value_type&)`, which is given each as soon as
/// it is complete, and false when no more are wanted.
template <class L>
concept list_storage = detail::growing_list<L> || detail::bounded_list<L>;

/// A fresh element at the end of the list; null when there is no room.
template <list_storage L>
[[nodiscard]] constexpr typename L::value_type* append_item(L& list) {
  if constexpr (detail::bounded_list<L>) return list.try_emplace_back();
  else return &list.emplace_back();
}

namespace detail {
template <class S>
concept names_text = text_storage<typename S::text>;
template <class S>
concept names_metadata = text_storage<typename S::metadata>;
template <class S>
concept names_message = text_storage<typename S::message>;
template <class S>
concept names_credential = resizable_text<typename S::credential>;
template <class S>
concept names_settings = resizable_text<typename S::settings>;
template <class S>
concept names_query = resizable_text<typename S::query>;
template <class S>
concept names_description = resizable_text<typename S::description>;
template <class S>
concept names_list = list_storage<typename S::template list<int>>;
template <class S>
concept names_request_buffer = request_memory<typename S::request_buffer>;
template <class S>
concept says_max_items = requires {
  { S::max_items } -> std::convertible_to<std::optional<std::size_t>>;
};
/// One whose lists keep the body, see `pooled`.
template <class S>
concept keeping_storage = requires { requires S::keeps_response; };
template <class S>
concept says_views_response = requires {
  { S::views_response } -> std::convertible_to<bool>;
};
}  // namespace detail

/// Where the text and the lists of results live, and what a client keeps of its own.
///
/// A policy MUST name: `text` (each text of a result), `metadata` (JSON text), `message` (of a
/// failure), `credential` and `settings` (what a client keeps of credentials and options) and
/// `query` (what a range of pages keeps): types that own; `description` (what `to_string` of a
/// failure gives), `list<T>` and `request_buffer`. `max_items` is the most elements a list takes,
/// or nothing when it grows; `views_response` says that results view the response's body. A policy
/// whose lists keep the body, as those of `pooled` do, also says `keeps_response = true`: then
/// texts of the JSON policy must view it.
template <class S>
concept storage =
    detail::names_text<S> && detail::names_metadata<S> && detail::names_message<S> &&
    detail::names_credential<S> && detail::names_settings<S> && detail::names_query<S> &&
    detail::names_description<S> && detail::names_list<S> && detail::names_request_buffer<S> &&
    detail::says_max_items<S> && detail::says_views_response<S>;

/// Says what is missing from a type that should be a storage policy: the first failed line names
/// it.
template <class S>
[[nodiscard]] consteval bool check_storage() {
  static_assert(detail::names_text<S>,
                "Storage: wanted a type `text`: std::string_view, or with `resize(n)`, `char* "
                "data()` and a conversion to it");
  static_assert(detail::names_metadata<S>,
                "Storage: wanted a type `metadata`, which is like `text`");
  static_assert(detail::names_message<S>, "Storage: wanted a type `message`, which is like `text`");
  static_assert(detail::names_credential<S>,
                "Storage: wanted a type `credential` with `resize(n)` and `char* data()`");
  static_assert(detail::names_settings<S>,
                "Storage: wanted a type `settings` with `resize(n)` and `char* data()`");
  static_assert(detail::names_query<S>,
                "Storage: wanted a type `query` with `resize(n)` and `char* data()`");
  static_assert(detail::names_description<S>,
                "Storage: wanted a type `description` with `resize(n)` and `char* data()`");
  static_assert(detail::names_list<S>,
                "Storage: wanted `template <class T> using list`, with `T& emplace_back()` or `T* "
                "try_emplace_back()`");
  static_assert(detail::names_request_buffer<S>,
                "Storage: wanted a type `request_buffer`: a medusa::request_memory");
  static_assert(detail::says_max_items<S>,
                "Storage: wanted `static constexpr std::optional<std::size_t> max_items`");
  static_assert(detail::says_views_response<S>,
                "Storage: wanted `static constexpr bool views_response`");
  return true;
}

/// Keeps a copy of `from` in a text that owns. False when it does not fit.
template <detail::resizable_text T>
[[nodiscard]] constexpr bool keep_text(T& to, std::string_view from) {
  if constexpr (detail::bounded_text<T>) {
    return to.assign(from);
  } else {
    to.assign(from.data(), from.size());
    return true;
  }
}

}  // namespace medusa::inline v0
