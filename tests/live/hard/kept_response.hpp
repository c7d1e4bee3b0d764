// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <medusa/core/result.hpp>
#include <medusa/ext/curl.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>

namespace live {

/// A response whose body the transport keeps until its next request, for `borrowed` storage. It may
/// be written to, as texts with escapes want.
struct kept_response {
  int code = 0;
  std::string* text = nullptr;

  [[nodiscard]] int status() const noexcept { return code; }
  [[nodiscard]] std::string& body() const noexcept { return *text; }
};

/// `curl_transport`, with such responses.
class keeping_transport {
 public:
  medusa::result<kept_response, medusa::ext::curl_error> send(medusa::request const& r) {
    auto const sent = http_.send(r);
    if (!sent) return medusa::unexpected(sent.error());
    body_ = sent->body();
    return kept_response{sent->status(), &body_};
  }

 private:
  medusa::ext::curl_transport http_{};
  std::string body_{};
};

}  // namespace live

template <>
inline constexpr bool medusa::enable_borrowed_response<live::kept_response> = true;
