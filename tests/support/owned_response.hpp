// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace support {

/// A response that owns its body and lets it be written to.
class owned_response {
 public:
  owned_response(int status, std::string_view body) : status_(status), body_(body) {}
  [[nodiscard]] int status() const { return status_; }
  [[nodiscard]] std::string& body() { return body_; }
  [[nodiscard]] std::string const& body() const { return body_; }

 private:
  int status_;
  std::string body_;
};

}  // namespace support
