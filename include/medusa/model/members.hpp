// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/core/fixed_string.hpp>
#include <medusa/core/quoted_name.hpp>

namespace medusa::inline v0 {

/// Whether a document may leave a member out.
enum class presence : std::uint8_t {
  optional,  ///< yes
  expected,  ///< only in a list, whose `fields` parameter selects members
  required,  ///< no
};

namespace detail {
[[nodiscard]] constexpr bool is_needed(presence when, bool in_list) noexcept {
  auto const may_lack = in_list ? presence::expected : presence::optional;
  return static_cast<int>(when) > static_cast<int>(may_lack);  // as numbers: one comparison
}
}  // namespace detail

/// One row of a field table: the name in JSON, and the data member that holds it.
template <fixed_string Name, auto Pointer, presence Presence = presence::optional>
struct member {
  static constexpr quoted_name<sizeof Name.chars - 1> quoted{Name.view()};
  static constexpr std::string_view name = Name.view();
  static constexpr presence when = Presence;
  static constexpr auto pointer = Pointer;
};

/// A field table, in the order in which the server writes the members.
template <class... Members>
struct member_list {
  static constexpr std::size_t size = sizeof...(Members);
  static_assert(size <= 32, "a field table has at most 32 rows");
};

namespace detail {
/// Which members must be there: a bit each, the first one's is the lowest.
template <class... Members>
[[nodiscard]] consteval std::uint32_t needed_in(member_list<Members...>, bool in_list) noexcept {
  std::uint32_t needed = 0;
  std::uint32_t bit = 1;
  ((needed |= is_needed(Members::when, in_list) ? bit : 0, bit <<= 1), ...);
  return needed;
}
}  // namespace detail

/// The field table of `T`: the nested type `field_table`, or a specialisation for a struct that
/// cannot have one. Decoding and encoding both work from it, so a struct of your own that has one
/// is read in place of ours.
template <class T>
struct field_table_of;
template <class T>
  requires requires { typename T::field_table; }
struct field_table_of<T> {
  using type = typename T::field_table;
};

/// A struct that has a field table.
template <class T>
concept described = requires { typename field_table_of<T>::type; };

}  // namespace medusa::inline v0
