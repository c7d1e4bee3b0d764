// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/client/transport.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/request.hpp>

#include <support/named_server.hpp>

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
  std::string_view url() const override { return server_.url; }
  std::string_view email() const override { return server_.email; }
  std::string_view password() const override { return server_.password; }
  std::string reset_token(std::string_view email) override { return server_.reset_token(email); }
  long long now() const override {
    return std::atoll(const_cast<transport_world*>(this)->get("/-/now").c_str());
  }
  bool is_real() const override { return false; }
  void covered(std::string_view) override {}

 private:
  std::string get(std::string_view target) {
    std::string const whole = server_.url + std::string(target);
    auto const sent =
        send({.url = whole, .target = target, .timeout = medusa::duration::seconds(10)});
    return sent ? sent->body() : std::string();
  }

  support::named_server server_{};
  Transport http_;
};

}  // namespace contract
