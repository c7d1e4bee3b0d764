// SPDX-License-Identifier: MIT
#include <medusa/ext/curl.hpp>

#include <support/named_server.hpp>

#include "../contract/suite.hpp"

#include <cstdio>

namespace contract {
namespace {

class real_world final : public world {
 public:
  medusa::result<answer, transport_error> send(medusa::request const& r) override {
    auto const sent = http_.send(r);
    if (!sent)
      return medusa::unexpected(transport_error{static_cast<int>(sent.error().code),
                                                request_may_have_been_sent(sent.error())});
    return answer(*sent);
  }
  std::string_view url() const override { return server_.url; }
  std::string_view email() const override { return server_.email; }
  std::string_view password() const override { return server_.password; }
  std::string reset_token(std::string_view email) override { return server_.reset_token(email); }
  long long now() const override { return medusa::steady_clock::unix_time(); }
  bool is_real() const override { return true; }
  void covered(std::string_view what) override {
    std::printf("  %.*s\n", static_cast<int>(what.size()), what.data());
    std::fflush(stdout);
  }

 private:
  support::named_server server_{};
  medusa::ext::curl_transport http_{};
};

}  // namespace

world& the_world() {
  static real_world only;
  return only;
}

}  // namespace contract
