// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <medusa/json/text.hpp>
#include <medusa/model/members.hpp>

namespace medusa::inline v0::detail {

/// Finds a name among at most 32 without looking at each: size and first byte tell which few it can
/// be, nearly always one or none. For members that come in no order that is known, where a loop
/// over all ends at a place that no processor foresees.
template <std::size_t N>
class name_index {
  static_assert(N <= 32);

 public:
  static constexpr std::size_t size = N;

  constexpr explicit name_index(std::array<std::string_view, N> const& names) noexcept
      : names_(names) {
    for (std::size_t i = 0; i < N; ++i) slots_[slot(names[i])] |= std::uint32_t{1} << i;
  }

  /// The place of the name, or `N`. One with escapes can be any.
  [[nodiscard]] constexpr std::uint32_t find(json::text const& name) const noexcept {
    std::uint32_t left = name.escaped ? all : slots_[slot(name.chars)];
    for (; left != 0; left &= left - 1) {
      auto const i = static_cast<std::uint32_t>(std::countr_zero(left));
      if (name == names_[i]) return i;
    }
    return N;
  }

 private:
  static constexpr std::uint32_t all = (std::uint64_t{1} << N) - 1;
  static constexpr std::size_t slot(std::string_view const& name) noexcept {
    std::size_t const first = name.empty() ? 0 : static_cast<unsigned char>(name[0]);
    return (name.size() + first) % 16;
  }

  std::array<std::string_view, N> names_;
  std::uint32_t slots_[16]{};
};

/// Of a field table.
template <class Members>
inline constexpr name_index<0> names_of{{}};
template <class... Members>
inline constexpr name_index<sizeof...(Members)> names_of<member_list<Members...>>{
    {Members::name...}};

}  // namespace medusa::inline v0::detail
