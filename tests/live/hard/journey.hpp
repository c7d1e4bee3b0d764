// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <type_traits>

#include <medusa/ext/http1.hpp>

#include <support/rough_proxy.hpp>
#include <support/socket_stream.hpp>

#include "caller.hpp"

namespace live {

/// What a bad network is made from.
[[nodiscard]] inline std::uint64_t seed() {
  char const* const text = std::getenv("MEDUSA_LIVE_SEED");
  return text == nullptr ? 1 : std::strtoull(text, nullptr, 10);
}
[[nodiscard]] inline int server_port() {
  std::string const url(contract::the_world().url());
  return std::atoi(url.substr(url.rfind(':') + 1).c_str());
}

using curl_client = own_client;
/// Our own HTTP/1.1, whose memory is in the client, and so on the stack.
[[nodiscard]] inline auto small_http1(std::string_view url) {
  constexpr medusa::ext::http1_limits limits{.body = 16 * 1024};
  return medusa::ext::http1_transport{support::socket_stream(url), medusa::steady_clock(),
                                      medusa::ext::http1_memory<limits>()};
}
using http1_client = medusa::admin::client<decltype(small_http1(""))>;

/// A client beyond the proxy, signed in.
template <class Client>
[[nodiscard]] Client make_client(typename Client::options_type const& options) {
  if constexpr (std::is_same_v<Client, http1_client>)
    return Client(small_http1(options.base_url), options);
  else return Client(medusa::ext::curl_transport(), options);
}

/// What makes calls of all kinds beyond a proxy.
template <class Client>
class journey {
 public:
  journey(std::string_view name, support::mishaps plan, medusa::duration timeout,
          std::uint32_t retries)
      : proxy(server_port(), plan),
        made(name),
        caller(client(timeout, retries), own(name),
               {.deadline = deadline,
                .may_be = {medusa::errc::transport_failed, medusa::errc::timed_out,
                           medusa::errc::deadline_exceeded}},
               made, wrong) {}

  /// What is true whatever has happened.
  void check() {
    made.compare(wrong);
    for (std::string const& email : made.emails())
      wrong.expect(proxy.requests_with("\"email\":\"" + email) <= 1, "a creation was sent again",
                   email);
    wrong.check();
  }
  [[nodiscard]] std::size_t failed() const {
    return caller.failed(medusa::errc::transport_failed) + caller.failed(medusa::errc::timed_out) +
           caller.failed(medusa::errc::deadline_exceeded);
  }

  static constexpr medusa::duration deadline = medusa::duration::seconds(4);
  contract::scratch s{};
  findings wrong{};
  support::rough_proxy proxy;
  creations made;
  live::caller<Client> caller;

 private:
  [[nodiscard]] contract::user own(std::string_view name) {
    contract::user const u = s.create(name);
    return contract::value_of(s.users().update(u.id, {.first_name = "", .last_name = "Own"}));
  }
  [[nodiscard]] Client client(medusa::duration timeout, std::uint32_t retries) {
    std::string const url = proxy.url();
    return make_client<Client>({.base_url = url,
                                .credentials = s.admin().credentials(),
                                .timeout = timeout,
                                .deadline = deadline,
                                .retry = {.max_retries = retries,
                                          .base_delay = medusa::duration::milliseconds(5),
                                          .max_delay = medusa::duration::milliseconds(20)}});
  }
};

}  // namespace live
