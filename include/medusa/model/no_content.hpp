// SPDX-License-Identifier: MIT
#pragma once

namespace medusa::inline v0 {

/// Success that carries nothing.
struct no_content {
  friend constexpr bool operator==(no_content, no_content) = default;
};

}  // namespace medusa::inline v0
