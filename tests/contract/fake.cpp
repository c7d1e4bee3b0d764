// SPDX-License-Identifier: MIT
#include <medusa/testing/fake_medusa.hpp>

#include "suite.hpp"

namespace contract {
namespace {

class fake_world final : public world {
 public:
  medusa::result<answer, transport_error> send(medusa::request const& r) override {
    if (r.cancel.requested()) return medusa::unexpected(transport_error{});
    server_.advance(medusa::duration::milliseconds(3));
    auto const sent = server_.send(r);
    return answer(*sent);
  }
  std::string_view url() const override { return "http://fake"; }
  std::string_view email() const override { return "admin@example.com"; }
  std::string_view password() const override { return "supersecret"; }
  std::string reset_token(std::string_view email) override {
    for (; given_ < server_.reset_tokens().size(); ++given_)
      if (server_.reset_tokens()[given_].email == email)
        return server_.reset_tokens()[given_++].token;
    return {};
  }
  long long now() const override { return server_.now() / 1000; }
  bool is_real() const override { return false; }
  void covered(std::string_view) override {}

 private:
  medusa::testing::fake_medusa server_{"admin@example.com", "supersecret"};
  std::size_t given_ = 0;
};

}  // namespace

world& the_world() {
  static fake_world only;
  return only;
}

}  // namespace contract
