// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <string>

// medusa/ext/beast/options.hpp

namespace medusa::inline v0::ext {

/// How the transports over Boost.Beast reach the server.
struct beast_options {
  /// A file of CA certificates (PEM) to trust in place of the system's. Verification cannot be
  /// turned off.
  std::string ca_file{};
};

}  // namespace medusa::inline v0::ext
