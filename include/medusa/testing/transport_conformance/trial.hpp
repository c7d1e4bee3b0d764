// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/client/transport.hpp>
#include <medusa/core/ascii.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>
#include <medusa/testing/transport_conformance/report.hpp>

namespace medusa::inline v0::testing::detail {

/// What became of one call, whatever the transport's types are: so the rules are compiled once.
struct transport_outcome {
  bool answered = false;
  int status = 0;
  std::string body{};
  bool knows_headers = false;
  std::vector<std::pair<std::string, std::string>> headers{};
  bool may_have_been_sent = false;
  std::int64_t took_ms = 0;

  [[nodiscard]] bool is(int wanted_status, std::string_view wanted_body) const {
    return answered && status == wanted_status && body == wanted_body;
  }
  [[nodiscard]] std::string_view header(std::string_view name, std::size_t n = 0) const {
    std::size_t before = 0;
    for (auto const& [key, value] : headers)
      if (key == name && before++ == n) return value;
    return {};
  }
};

/// Sends, and takes down all there is to know. `scrub` runs before the response is looked at.
template <class T>
[[nodiscard]] transport_outcome observe(T& transport, request const& r,
                                        std::function<void()> const& scrub) {
  transport_outcome o;
  auto const start = std::chrono::steady_clock::now();
  auto sent = transport.send(r);
  auto const took = std::chrono::steady_clock::now() - start;
  o.took_ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  scrub();
  o.answered = static_cast<bool>(sent);
  if (!o.answered) {
    o.may_have_been_sent = medusa::detail::may_have_been_sent(sent.error());
    return o;
  }
  using response_type = transport_response_t<T>;
  response_type const& response = *sent;
  o.status = response.status();
  o.body = std::string(std::string_view(response.body()));
  o.knows_headers = response_with_headers<response_type>;
  for (std::string_view const name : {"Set-Cookie", "Location", "X-Case"})
    for (std::size_t n = 0; auto const value = nth_header(response, name, n); ++n)
      o.headers.emplace_back(name, *value);
  return o;
}

/// The transport that is tried, the server it is tried on, and what has been found.
class transport_trial {
 public:
  using sender = std::function<transport_outcome(std::string_view server, request const&,
                                                 std::function<void()> const& scrub)>;

  transport_trial(sender send, std::string_view server) : send_(std::move(send)), server_(server) {}

  transport_report report{};

  [[nodiscard]] std::string_view server() const noexcept { return server_; }

  /// Sends `r` to a path of the server, from memory that is overwritten as soon as `send` returns.
  transport_outcome send(std::string_view target, request r = {}) {
    return send_to(server_, target, r);
  }
  transport_outcome send_to(std::string_view server, std::string_view target, request r) {
    std::string url = std::string(server) + std::string(target);
    std::string body(r.body);
    std::vector<std::pair<std::string, std::string>> texts;
    for (auto const& each : r.headers) texts.emplace_back(each.name, each.value);
    std::vector<medusa::header> headers;
    headers.reserve(texts.size());
    for (auto const& [name, value] : texts) headers.push_back({name, value});
    r.url = url;
    r.target = r.url.substr(server.size());
    r.headers = headers;
    r.body = body;
    if (r.timeout == duration::max()) r.timeout = duration::seconds(10);
    return send_(server, r, [&] {
      url.assign(url.size(), '#');
      body.assign(body.size(), '#');
      for (auto& [name, value] : texts) {
        name.assign(name.size(), '#');
        value.assign(value.size(), '#');
      }
      headers.assign(headers.size(), {});
    });
  }

  void check(transport_rule rule, bool good, std::string_view otherwise) {
    report[rule].check(good, otherwise);
  }
  void check_error(transport_rule rule, transport_outcome const& o, std::string_view what) {
    check(rule, !o.answered,
          std::string(what) + ": status " + std::to_string(o.status) + ", " +
              std::to_string(o.body.size()) + " bytes");
  }
  void check_answer(transport_rule rule, transport_outcome const& o, int status,
                    std::string_view body, std::string_view what) {
    std::string const got = o.answered ? "status " + std::to_string(o.status) + ", " +
                                             std::to_string(o.body.size()) + " bytes"
                                       : "an error after " + std::to_string(o.took_ms) + " ms";
    check(rule, o.is(status, body), std::string(what) + ": " + got);
  }

  /// How many requests the server has seen, those that ask for it left out; -1 if it does not say.
  [[nodiscard]] int requests_seen() {
    auto const o = send("/count");
    return o.answered && o.status == 200 && !o.body.empty() ? std::atoi(o.body.c_str()) : -1;
  }

 private:
  sender send_;
  std::string server_;
};

/// A request as the server saw it, from the body of `/echo`.
class seen_request {
 public:
  explicit seen_request(std::string_view bytes)
      : head_(bytes.substr(0, bytes.find("\r\n\r\n"))),
        body_(head_.size() + 4 > bytes.size() ? std::string_view()
                                              : bytes.substr(head_.size() + 4)) {}

  [[nodiscard]] std::string_view line() const { return head_.substr(0, head_.find("\r\n")); }
  [[nodiscard]] std::string_view body() const { return body_; }
  /// The values of all fields of that name, each followed by a newline.
  [[nodiscard]] std::string fields(std::string_view name) const {
    std::string out;
    for (std::size_t at = head_.find("\r\n"); at != head_.npos; at = head_.find("\r\n", at)) {
      at += 2;
      std::string_view const field = head_.substr(at, head_.find("\r\n", at) - at);
      std::size_t const colon = field.find(':');
      if (colon != field.npos && ascii::iequals(field.substr(0, colon), name))
        (out += ascii::trim(field.substr(colon + 1))) += '\n';
    }
    return out;
  }

 private:
  std::string_view head_;
  std::string_view body_;
};

}  // namespace medusa::inline v0::testing::detail
