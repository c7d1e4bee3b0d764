// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <medusa/testing/fake_medusa/json_value.hpp>

namespace support {

/// The server that the environment names: a real one, by what `tools/medusa-server` prints, or that
/// of tests/transports/server.cpp. Without one the program ends.
class named_server {
 public:
  std::string const url = variable("MEDUSA_URL");
  std::string const email = variable("MEDUSA_EMAIL");
  std::string const password = variable("MEDUSA_PASSWORD");

  /// The oldest token that was sent to an e-mail and not given here before. A real server's
  /// subscriber takes a while: waits for it, at most 5 seconds; empty when none comes.
  [[nodiscard]] std::string reset_token(std::string_view to) {
    for (int tries = 0; tries < 100; ++tries) {
      if (std::string token = next_token(to); !token.empty()) return token;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return {};
  }

 private:
  [[nodiscard]] static std::string variable(char const* name) {
    char const* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
    std::fprintf(stderr, "%s is not set: run it with one of tools/live, product, transports\n",
                 name);
    std::exit(2);
  }

  [[nodiscard]] std::string next_token(std::string_view to) {
    std::ifstream file(tokens_);
    std::string line;
    for (std::size_t i = 0; std::getline(file, line) && !file.eof(); ++i) {
      auto const event = medusa::testing::fake::parse_json(line);
      auto const* const address = event ? event->find("email") : nullptr;
      auto const* const token = event ? event->find("token") : nullptr;
      if (address == nullptr || token == nullptr || address->text != to) continue;
      if (std::find(given_.begin(), given_.end(), i) != given_.end()) continue;
      given_.push_back(i);
      return token->text;
    }
    return {};
  }

  std::string tokens_ = variable("MEDUSA_RESET_TOKENS");
  std::vector<std::size_t> given_{};  ///< lines of the file
};

}  // namespace support
