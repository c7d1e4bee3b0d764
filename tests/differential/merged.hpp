// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "reading.hpp"

namespace differential {

namespace detail {
/// Copies a value, and all in it, from `at` on.
inline void merge(std::vector<event> const& all, std::size_t& at, std::vector<event>& out) {
  using enum event::kind;
  event const& first = all[at++];
  out.push_back(first);
  if (first.is == begin_array) {
    while (all[at].is != end_array) merge(all, at, out);
    out.push_back(all[at++]);
  } else if (first.is == begin_object) {
    std::vector<std::vector<event>> members;
    while (all[at].is != end_object) {
      event const& key = all[at++];
      std::vector<event> member{key};
      merge(all, at, member);
      auto const same = std::find_if(members.begin(), members.end(),
                                     [&key](auto const& m) { return m.front().text == key.text; });
      if (same == members.end()) members.push_back(std::move(member));
      else *same = std::move(member);
    }
    for (auto const& member : members) out.insert(out.end(), member.begin(), member.end());
    out.push_back(all[at++]);
  }
}
}  // namespace detail

/// The same document, but of several members of a name one, with the last value, where the first
/// one was.
inline std::vector<event> merged(std::vector<event> const& all) {
  std::vector<event> out;
  std::size_t at = 0;
  detail::merge(all, at, out);
  return out;
}

}  // namespace differential
