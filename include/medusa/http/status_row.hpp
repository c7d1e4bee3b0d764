// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace medusa::inline v0::detail {

/// A row of a table of what statuses mean. Two bytes: those in tables are 400 to 655.
template <class Meaning>
struct status_row {
  consteval status_row(int status, Meaning m) noexcept
      : above_400(static_cast<std::uint8_t>(status - 400)), means(m) {}
  [[nodiscard]] constexpr bool is_of(int status) const noexcept {
    return above_400 == static_cast<unsigned>(status) - 400;
  }

  std::uint8_t above_400;
  Meaning means;
};

}  // namespace medusa::inline v0::detail
