// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/core/ascii.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/method.hpp>
#include <medusa/http/request.hpp>
#include <medusa/testing/fake_medusa.hpp>
#include <support/reply.hpp>
#include <support/request_server.hpp>

namespace support {

/// `fake_medusa` as a server on 127.0.0.1, for transports to reach it. Beside its own routes it has
/// `/-/now`, the seconds since 1970 by its clock. A file, if one is named, gets a line
/// `{"email":…,"token":…}` for each reset token, as that of tools/medusa-server does.
class medusa_server {
 public:
  explicit medusa_server(std::string token_file = {}) : token_file_(std::move(token_file)) {}

  std::string url() const { return server_.url(); }

 private:
  reply respond(std::string_view bytes) {
    std::string_view const head = bytes.substr(0, bytes.find("\r\n\r\n"));
    std::string_view const line = head.substr(0, head.find("\r\n"));
    std::string_view const name = line.substr(0, line.find(' '));
    std::string_view target = line.substr(name.size() + 1);
    target = target.substr(0, target.find(' '));
    std::lock_guard const lock(mutex_);
    if (target == "/-/now") return answer(200, std::to_string(medusa_.now() / 1000));

    std::vector<medusa::header> headers;
    for (std::size_t at = line.size(); at < head.size();) {
      at += 2;
      std::string_view const field = head.substr(at, head.find("\r\n", at) - at);
      std::size_t const colon = field.find(':');
      headers.push_back({field.substr(0, colon), medusa::ascii::trim(field.substr(colon + 1))});
      at += field.size();
    }
    medusa_.advance(medusa::duration::milliseconds(3));
    auto const sent = medusa_.send({.method = name == "GET"    ? medusa::method::get
                                              : name == "POST" ? medusa::method::post
                                                               : medusa::method::del,
                                    .url = target,
                                    .target = target,
                                    .headers = headers,
                                    .body = bytes.substr(head.size() + 4)});
    write_tokens();
    std::string fields;
    for (std::string_view const field : {"Content-Type", "Set-Cookie", "Retry-After", "Date"})
      for (std::size_t n = 0; auto const value = sent->header(field, n); ++n)
        fields += std::string(field) + ": " + std::string(*value) + "\r\n";
    if (sent->status() == 204) return {.bytes = "HTTP/1.1 204 No Content\r\n" + fields + "\r\n"};
    return answer(sent->status(), sent->body(), fields);
  }

  void write_tokens() {
    if (token_file_.empty() || written_ == medusa_.reset_tokens().size()) return;
    std::ofstream file(token_file_, std::ios::app);
    for (; written_ < medusa_.reset_tokens().size(); ++written_) {
      auto const& each = medusa_.reset_tokens()[written_];
      file << R"({"email":")" << each.email << R"(","token":")" << each.token << "\"}\n";
    }
  }

  std::string token_file_;
  std::size_t written_ = 0;
  std::mutex mutex_{};
  medusa::testing::fake_medusa medusa_{"admin@example.com", "supersecret"};
  request_server server_{[this](std::string_view request) { return respond(request); }};
};

}  // namespace support
