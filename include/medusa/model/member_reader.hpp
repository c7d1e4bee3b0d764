// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include <medusa/core/erased.hpp>
#include <medusa/json/text.hpp>
#include <medusa/model/member_row.hpp>
#include <medusa/model/members.hpp>
#include <medusa/model/name_index.hpp>

namespace medusa::inline v0::detail {

/// A value of a policy that likes to be told in which order members usually come, see
/// `json::scanner`.
template <class Value>
concept expecting = requires { requires Value::expects_members; };

/// Takes the members of an object: which one a name means, and which were there.
template <class Value>
struct member_reader {
  decoder& into;
  member_rows<Value> const& rows;
  erased const& out;
  std::uint32_t seen = 0;
  std::uint32_t next = 0;  ///< the row that is looked at first: servers keep an order

  constexpr bool operator()(json::text const& key, Value& value) {
    std::uint32_t i = next;
    for (std::size_t left = rows.size(); left != 0; --left, ++i) {
      if (i == rows.size()) i = 0;
      if (key == rows[i].name()) return take(i, value);
    }
    return true;
  }
  /// Reads the value of the member of row `i`.
  constexpr bool take(std::uint32_t i, Value& value);
};

/// The same for members that come in the order of the table; where they do not, their names are
/// looked up.
template <class Value, class T>
struct ordered_reader : member_reader<Value> {
  T& object;

  constexpr bool operator()(json::text const& key, Value& value) {
    constexpr auto& names = names_of<typename field_table_of<T>::type>;
    std::uint32_t const i = names.find(key);
    return i == names.size || this->take(i, value);
  }
  template <class Member>
  constexpr bool operator()(Member, Value& value);
  /// Whether none is missing, in few steps.
  [[nodiscard]] constexpr bool complete(bool in_list) const noexcept {
    constexpr typename field_table_of<T>::type members;
    constexpr std::uint32_t listed = needed_in(members, true), alone = needed_in(members, false);
    return ((in_list ? listed : alone) & ~this->seen) == 0;
  }
  /// So many came in order, from the first on.
  constexpr void came(std::uint32_t count) noexcept {
    this->seen = static_cast<std::uint32_t>((std::uint64_t{1} << count) - 1);
  }
};

}  // namespace medusa::inline v0::detail
