// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>

#include <medusa/http/request_buffer.hpp>
#include <medusa/model/text.hpp>

namespace medusa {

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

/// A list that elements are decoded into: `std::vector`, `static_vector`. One that does not keep them, such
/// as `visited_list`, also has `bool take(value_type&)`, which is given each as soon as it is complete, and false
/// when no more are wanted.
template <class L>
concept list_storage = detail::growing_list<L> || detail::bounded_list<L>;

/// A fresh element at the end of the list; null when there is no room.
template <list_storage L>
[[nodiscard]] constexpr typename L::value_type* append_item(L& list) {
  if constexpr (detail::bounded_list<L>) return list.try_emplace_back();
  else return &list.emplace_back();
}

/// Where the text and the lists of results live, and what a client keeps of its own.
///
/// A policy MUST name: `text` (each text of a result), `metadata` (JSON text), `message` (of a
/// failure), `credential` and `settings` (what a client keeps of credentials and options) and `query` (what
/// a range of pages keeps): types that own; `description` (what `to_string` of a failure gives),
/// `list<T>` and `request_buffer`. `max_items` is the most elements a list takes, or nothing when it grows; `views_response` says that results view
/// the response's body.
template <class S>
concept storage = requires {
  requires text_storage<typename S::text>;
  requires text_storage<typename S::metadata>;
  requires text_storage<typename S::message>;
  requires detail::resizable_text<typename S::credential>;
  requires detail::resizable_text<typename S::settings>;
  requires detail::resizable_text<typename S::query>;
  requires detail::resizable_text<typename S::description>;
  requires list_storage<typename S::template list<int>>;
  requires request_memory<typename S::request_buffer>;
  { S::max_items } -> std::convertible_to<std::optional<std::size_t>>;
  { S::views_response } -> std::convertible_to<bool>;
};

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

}  // namespace medusa
