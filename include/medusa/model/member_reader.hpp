// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <type_traits>

#include <medusa/core/erased.hpp>
#include <medusa/json/text.hpp>
#include <medusa/model/member_row.hpp>
#include <medusa/model/members.hpp>

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
  std::uint32_t next =
      0;  ///< the row that is looked at first: servers write members in their order

  constexpr bool operator()(json::text const& key, Value& value);
};

/// The place of a member in its table.
template <class Member, class Members>
inline constexpr std::uint32_t row_of = 0;
template <class Member, class First, class... Others>
inline constexpr std::uint32_t row_of<Member, member_list<First, Others...>> =
    std::is_same_v<Member, First> ? 0 : 1 + row_of<Member, member_list<Others...>>;

/// The same for members that come in the order of the table.
template <class Value, class T>
struct ordered_reader : member_reader<Value> {
  T& object;

  using member_reader<Value>::operator();
  template <class Member>
  constexpr bool operator()(Member, Value& value);
};

}  // namespace medusa::inline v0::detail
