// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <medusa/http/header.hpp>
#include <medusa/http/method.hpp>
#include <medusa/http/request.hpp>
#include <medusa/testing/fake_medusa.hpp>
#include <support/loopback_server.hpp>

namespace support {

/// A `fake_medusa` on 127.0.0.1, for programs that need a server and have none. Each answer takes
/// `latency`.
class fake_server {
 public:
  explicit fake_server(std::string_view email, std::string_view password,
                       std::chrono::milliseconds latency = {})
      : fake_(email, password),
        server_([this, latency](std::string_view bytes) { return respond(bytes, latency); }) {}
  fake_server(fake_server const&) = delete;
  fake_server& operator=(fake_server const&) = delete;

  [[nodiscard]] std::string url() const { return server_.url(""); }

 private:
  reply respond(std::string_view bytes, std::chrono::milliseconds latency) {
    auto const take = [&bytes](std::string_view until) {
      std::size_t const at = bytes.find(until);
      std::string_view const taken = bytes.substr(0, at);
      bytes.remove_prefix(at == std::string_view::npos ? bytes.size() : at + until.size());
      return taken;
    };
    std::string_view const method = take(" ");
    medusa::request r{.target = take(" ")};
    r.method = method == "POST"     ? medusa::method::post
               : method == "DELETE" ? medusa::method::del
                                    : medusa::method::get;
    take("\r\n");
    std::vector<medusa::header> headers;
    for (std::string_view line = take("\r\n"); !line.empty(); line = take("\r\n")) {
      std::size_t const colon = line.find(": ");
      if (colon != std::string_view::npos)
        headers.push_back({line.substr(0, colon), line.substr(colon + 2)});
    }
    r.headers = headers;
    r.body = bytes;
    auto const answered = fake_.send(r);
    std::string fields;
    for (char const* name : {"Content-Type", "Set-Cookie"})
      for (std::size_t n = 0; auto const value = answered->header(name, n); ++n)
        fields += std::string(name) + ": " + std::string(*value) + "\r\n";
    reply out = answer(answered->status(), answered->body(), fields);
    out.before = latency;
    return out;
  }

  medusa::testing::fake_medusa fake_;  // of the server's thread
  loopback_server server_;
};

}  // namespace support
