// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include <medusa/core/erased.hpp>
#include <medusa/core/renew.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/storage.hpp>

namespace medusa::inline v0::detail {

template <class T>
constexpr void reset(T& out) {
  static_assert(std::is_nothrow_default_constructible_v<T>,
                "a model's default constructor must not throw");
  renew(out);
}

/// Makes the members of a described struct as new. A list is only emptied, and keeps its memory:
/// elements are made as new when they are added, and to do it for all that a bounded one can hold
/// would take longer than reading.
template <class T, class... Members>
constexpr void reset_members(T& out, member_list<Members...>) {
  constexpr auto reset_member = [](auto& each) {
    if constexpr (list_storage<std::remove_reference_t<decltype(each)>>) each.clear();
    else reset(each);
  };
  (reset_member(out.*Members::pointer), ...);
}

/// Makes what it points at as new; of a described struct, what the table names.
template <class T>
constexpr void make_fresh(erased const& out) {
  if constexpr (described<T>) reset_members(unerase<T>(out), typename field_table_of<T>::type{});
  else reset(unerase<T>(out));
}

/// A list that keeps the document, such as `pooled_list`.
template <class List>
concept keeping_list = requires(List& list, std::string_view document) {
  { list.keep(document) } -> std::same_as<char*>;
};

/// Gives the document to the list that keeps it, if one does: where it then is, else null.
template <class T, class... Members>
constexpr char* keep_document([[maybe_unused]] T& out,
                              [[maybe_unused]] std::string_view const& document,
                              member_list<Members...>) {
  char* kept = nullptr;
  [[maybe_unused]] auto const offer = [&](auto& each) {
    if constexpr (keeping_list<std::remove_reference_t<decltype(each)>>) kept = each.keep(document);
  };
  (offer(out.*Members::pointer), ...);
  return kept;
}

/// Makes it fresh for what a document says, unless that is empty. Gives the copy that is to be read
/// in the document's place, or null.
template <class T>
constexpr char* make_ready(erased const& out, [[maybe_unused]] std::string_view const& document) {
  make_fresh<T>(out);
  if constexpr (described<T>)
    if (!document.empty())
      return keep_document(unerase<T>(out), document, typename field_table_of<T>::type{});
  return nullptr;
}

}  // namespace medusa::inline v0::detail
