// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace medusa::ext::http1 {

/// What a parser has come to.
enum class parse_state : std::uint8_t { more, complete, failed };

}  // namespace medusa::ext::http1
