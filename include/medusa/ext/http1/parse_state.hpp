// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace medusa::inline v0::ext::http1 {

/// What a parser has come to.
enum class parse_state : std::uint8_t { more, complete, failed };

}  // namespace medusa::inline v0::ext::http1
