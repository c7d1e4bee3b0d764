// SPDX-License-Identifier: MIT
// usage: ours URL serial|parallel|all|alone CALLS
#include <cstdlib>
#include <string>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/ext/curl.hpp>
#include <medusa/ext/curl_multi.hpp>
#include <medusa/medusa.hpp>

#include "spent.hpp"

namespace {

using namespace medusa;

constexpr std::string_view id = "usr_01JDC0A5R7QK8Z3M6W9X200001";
constexpr int in_flight = 32;

int serial(basic_options<steady_clock> const& options, int calls) {
  ext::curl_transport http;
  admin::client client{http, options};
  if (!client.users().retrieve(id)) return 1;
  bench::spent const spent;
  for (int i = 0; i < calls; ++i)
    if (client.users().retrieve(id)->id.empty()) return 1;
  spent.print(calls);
  return 0;
}

int parallel(basic_options<steady_clock> const& options, int calls) {
  using client_type = admin::async_client<ext::curl_multi_transport&, json::scanner, hosted,
                                          steady_clock, no_provider, in_flight>;
  ext::curl_multi_transport http;
  client_type client{http, options};
  struct state {
    client_type* client;
    int begun = 0, done = 0, total = 0;
    bool failed = false;
    void next() {
      if (begun == total) return;
      ++begun;
      client->users().retrieve(id, [this](auto user) {
        failed |= !user || user->id.empty();
        ++done;
        next();
      });
    }
  } all{.client = &client, .total = calls};
  bench::spent const spent;
  for (int i = 0; i < in_flight; ++i) all.next();
  while (all.done != calls && !all.failed) {
    client.poll();
    http.wait(duration::milliseconds(100));
  }
  spent.print(calls);
  return all.failed ? 1 : 0;
}

/// 10 000 users, in pages of 100; `calls` times.
int list(basic_options<steady_clock> const& options, int calls) {
  ext::curl_transport http;
  admin::client<ext::curl_transport&, json::scanner, pooled> client{http, options};
  bench::spent const spent;
  for (int i = 0; i < calls; ++i) {
    int users = 0;
    for (auto&& each : client.users().all({.limit = 100}))
      users += each && !each->email.empty() ? 1 : 0;
    if (users != 10000) return 1;
  }
  spent.print(calls);
  return 0;
}

/// Without a transport: what is left is ours.
int alone(basic_options<steady_clock> const& options, int calls) {
  struct canned {
    [[nodiscard]] int status() const { return 200; }
    [[nodiscard]] std::string_view body() const {
      return R"({"user":{"id":"usr_01JDC0A5R7QK8Z3M6W9X200001","created_at":"2026-11-23T06:56:10.386Z",)"
             R"("updated_at":"2026-11-23T06:56:10.386Z","deleted_at":null,"role":"admin",)"
             R"("email":"user.00001@example.com","first_name":"Ada","last_name":"Lovelace","api_token":null,)"
             R"("metadata":{"team":"engines"}}})";
    }
  };
  struct none {};
  std::size_t sent = 0;
  admin::client client{function_transport([&](request const& r) -> result<canned, none> {
                         sent += r.url.size();
                         return canned{};
                       }),
                       options};
  bench::spent const spent;
  for (int i = 0; i < calls; ++i)
    if (client.users().retrieve(id)->id.empty()) return 1;
  spent.print(calls);
  return sent == 0 ? 1 : 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  basic_options<steady_clock> const options{.base_url = arguments[1],
                                            .credentials = api_token{"a-token-of-some-length"}};
  std::string_view const how = arguments[2];
  int const calls = std::atoi(arguments[3]);
  if (how == "serial") return serial(options, calls);
  if (how == "parallel") return parallel(options, calls);
  return how == "all" ? list(options, calls) : alone(options, calls);
}
