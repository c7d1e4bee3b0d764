// SPDX-License-Identifier: MIT
// All seven operations by a client on hosted storage, over whatever function sends.
#include <medusa/medusa.hpp>

struct answer {
  int code = 0;
  std::string text{};
  [[nodiscard]] int status() const { return code; }
  [[nodiscard]] std::string_view body() const { return text; }
};
struct trouble {};
medusa::result<answer, trouble> send(
    medusa::request const&);  // not here: a program that links has one

std::size_t all_seven(medusa::basic_options<medusa::steady_clock> const& options,
                      std::string_view id, medusa::secret_view secret) {
  medusa::admin::client client{medusa::function_transport(send), options};
  std::size_t good = 0;
  auto const count = [&](auto const& result) { good += result ? 1 : 0; };
  count(client.users().create({.email = id, .password = secret}));
  count(client.users().retrieve(id));
  count(client.users().list({.q = id, .limit = 50}));
  count(client.users().update(id, {.first_name = id}));
  count(client.users().reset_password({.token = secret, .password = secret}));
  count(client.users().send_reset_password_token({.email = id}));
  count(client.users().remove(id));
  return good;
}
