// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

#include <medusa/testing/fake_medusa/json_value.hpp>

namespace product {

/// The server that all combinations are tried on, by the variables that `tools/medusa-server` prints
/// and that the server of tests/transports sets.
class server {
 public:
  std::string const url = variable("MEDUSA_URL");
  std::string const email = variable("MEDUSA_EMAIL");
  std::string const password = variable("MEDUSA_PASSWORD");

  /// The newest token that was sent to an e-mail, which nobody else asks for: waits for it, at most 5
  /// seconds, and is empty when there is none.
  [[nodiscard]] std::string reset_token(std::string_view to) const {
    for (int tries = 0; tries < 100; ++tries) {
      if (std::string token = newest(to); !token.empty()) return token;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return {};
  }

 private:
  [[nodiscard]] static std::string variable(char const* name) {
    char const* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
    std::fprintf(stderr, "%s is not set: run it with tools/product\n", name);
    std::exit(2);
  }

  [[nodiscard]] std::string newest(std::string_view to) const {
    std::ifstream file(tokens_);
    std::string line, found;
    while (std::getline(file, line) && !file.eof()) {
      auto const event = medusa::testing::fake::parse_json(line);
      auto const* const address = event ? event->find("email") : nullptr;
      auto const* const token = event ? event->find("token") : nullptr;
      if (address != nullptr && token != nullptr && address->text == to) found = token->text;
    }
    return found;
  }

  std::string tokens_ = variable("MEDUSA_RESET_TOKENS");
};

}  // namespace product
