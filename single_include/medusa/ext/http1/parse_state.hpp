// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <cstdint>

// medusa/ext/http1/parse_state.hpp

namespace medusa::inline v0::ext::http1 {

/// What a parser has come to.
enum class parse_state : std::uint8_t { more, complete, failed };

}  // namespace medusa::inline v0::ext::http1
