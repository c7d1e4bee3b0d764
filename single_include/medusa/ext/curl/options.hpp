// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include <string>

// medusa/ext/curl/options.hpp

namespace medusa::inline v0::ext {

/// How a `curl_transport` reaches the server.
struct curl_options {
  /// A file of CA certificates (PEM) to trust in place of the system's, for a certificate that a
  /// company or a test has issued itself. Verification cannot be turned off.
  std::string ca_file{};
  /// As in `CURLOPT_PROXY`, such as `http://proxy.example:3128`. Empty is no proxy: the environment
  /// variables `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` are not looked at, so that
  /// they cannot divert a request that carries credentials.
  std::string proxy{};
};

}  // namespace medusa::inline v0::ext
