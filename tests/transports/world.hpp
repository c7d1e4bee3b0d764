// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/client/transport.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/request.hpp>

#include "../contract/world.hpp"

namespace contract {

/// The server of tests/support/medusa_server.hpp, reached by a transport.
template <class Transport>
class transport_world final : public world {
 public:
  explicit transport_world(Transport http) : http_(std::move(http)) {}

  medusa::result<answer, transport_error> send(medusa::request const& r) override {
    auto const sent = http_.send(r);
    if (sent) return answer(*sent);
    return medusa::unexpected(transport_error{1, medusa::detail::may_have_been_sent(sent.error())});
  }
  std::string_view url() const override { return url_; }
  std::string_view email() const override { return "admin@example.com"; }
  std::string_view password() const override { return "supersecret"; }
  std::string reset_token(std::string_view email) override {
    return get("/-/reset-token/" + std::string(email));
  }
  long long now() const override {
    return std::atoll(const_cast<transport_world*>(this)->get("/-/now").c_str());
  }
  bool is_real() const override { return false; }
  void covered(std::string_view) override {}

 private:
  std::string get(std::string_view target) {
    std::string const whole = url_ + std::string(target);
    auto const sent =
        send({.url = whole, .target = target, .timeout = medusa::duration::seconds(10)});
    return sent ? sent->body() : std::string();
  }
  static std::string address() {
    char const* const value = std::getenv("MEDUSA_FAKE_URL");
    if (value != nullptr) return value;
    std::fputs("MEDUSA_FAKE_URL is not set: run it with tools/transports\n", stderr);
    std::exit(2);
  }

  std::string url_ = address();
  Transport http_;
};

}  // namespace contract
