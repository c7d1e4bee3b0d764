// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include <medusa/core/duration.hpp>
#include <medusa/http/outcome.hpp>

namespace medusa::inline v0 {

/// Which attempt of its call a request is, for whoever watches requests.
struct attempt {
  std::uint32_t number = 1;  ///< from 1; one with renewed credentials counts, too
  /// The rest is about the attempt before, and means nothing in the first.
  int status = 0;    ///< what the server answered; 0 when the transport failed
  outcome reason{};  ///< what became of it; `answered` when the credentials were refused
  duration delay{};  ///< waited since
};

}  // namespace medusa::inline v0
