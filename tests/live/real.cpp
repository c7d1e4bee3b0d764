// SPDX-License-Identifier: MIT
#include <medusa/ext/curl.hpp>

#include "../contract/suite.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace contract {
namespace {

/// What `tools/medusa-server` says about the server; without it nothing can be tested.
[[nodiscard]] std::string variable(char const* name) {
  char const* const value = std::getenv(name);
  if (value != nullptr && *value != '\0') return value;
  std::fprintf(stderr, "%s is not set: run the suite with tools/live\n", name);
  std::exit(2);
}

class real_world final : public world {
 public:
  medusa::result<answer, transport_error> send(medusa::request const& r) override {
    auto const sent = http_.send(r);
    if (!sent)
      return medusa::unexpected(transport_error{static_cast<int>(sent.error().code),
                                                request_may_have_been_sent(sent.error())});
    return answer(*sent);
  }
  std::string_view url() const override { return url_; }
  std::string_view email() const override { return email_; }
  std::string_view password() const override { return password_; }

  /// The server's subscriber appends a line for each event, some seconds after the answer.
  std::string reset_token(std::string_view email) override {
    for (int tries = 0; tries < 100; ++tries) {
      if (std::string token = next_token(email); !token.empty()) return token;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return {};
  }
  long long now() const override { return medusa::steady_clock::unix_time(); }
  bool is_real() const override { return true; }
  void covered(std::string_view what) override {
    std::printf("  %.*s\n", static_cast<int>(what.size()), what.data());
    std::fflush(stdout);
  }

 private:
  [[nodiscard]] std::string next_token(std::string_view email) {
    std::ifstream file(tokens_);
    std::string line;
    for (std::size_t i = 0; std::getline(file, line) && !file.eof(); ++i) {
      auto const event = medusa::testing::fake::parse_json(line);
      auto const* const address = event ? event->find("email") : nullptr;
      auto const* const token = event ? event->find("token") : nullptr;
      if (address == nullptr || token == nullptr || address->text != email) continue;
      bool const given = std::find(given_.begin(), given_.end(), i) != given_.end();
      if (given) continue;
      given_.push_back(i);
      return token->text;
    }
    return {};
  }

  std::string url_ = variable("MEDUSA_URL");
  std::string email_ = variable("MEDUSA_EMAIL");
  std::string password_ = variable("MEDUSA_PASSWORD");
  std::string tokens_ = variable("MEDUSA_RESET_TOKENS");
  std::vector<std::size_t> given_{};
  medusa::ext::curl_transport http_{};
};

}  // namespace

world& the_world() {
  static real_world only;
  return only;
}

}  // namespace contract
