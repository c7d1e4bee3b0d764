// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace medusa::inline v0::json::detail {

/// How many objects a list that begins at `from` has at most: there are no more than braces that
/// open one. So memory for a list can be taken once; braces alone get no more of it than short
/// objects would. O(document).
[[nodiscard]] constexpr std::size_t most_objects(std::string_view document,
                                                 std::size_t from) noexcept {
  if (from >= document.size()) return 0;
  constexpr std::size_t shortest = 16;  // bytes of a useful object
  std::size_t const most = (document.size() - from) / shortest + 1;
  std::size_t count = 0;
  while (count != most && (from = document.find('{', from)) != document.npos) ++from, ++count;
  return count;
}

}  // namespace medusa::inline v0::json::detail
