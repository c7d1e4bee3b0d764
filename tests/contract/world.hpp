// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/core/ascii.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/request.hpp>

namespace contract {

/// An answer of whichever server.
class answer {
 public:
  answer() = default;
  /// A copy of a response of any type.
  template <class Response>
  explicit answer(Response const& from)
      : status_(from.status()), body_(std::string_view(from.body())) {
    for (std::string_view const name : {"Content-Type", "Set-Cookie", "Retry-After", "Date"})
      for (std::size_t n = 0; auto const value = from.header(name, n); ++n)
        headers_.emplace_back(std::string(name), std::string(*value));
  }

  [[nodiscard]] int status() const noexcept { return status_; }
  [[nodiscard]] std::string const& body() const noexcept { return body_; }
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name,
                                                       std::size_t n = 0) const noexcept {
    for (auto const& [key, value] : headers_)
      if (medusa::ascii::iequals(key, name) && n-- == 0) return value;
    return std::nullopt;
  }

 private:
  int status_ = 0;
  std::string body_{};
  std::vector<std::pair<std::string, std::string>> headers_{};
};

/// The error of whichever transport.
struct transport_error {
  int code = 0;
  bool may_have_been_sent = true;

  friend bool request_may_have_been_sent(transport_error const& e) noexcept {
    return e.may_have_been_sent;
  }
};

/// The server that the suite runs against, with a way to it: a Transport of one type, so that the
/// suite is compiled once and is the same for all.
class world {
 public:
  virtual ~world() = default;

  [[nodiscard]] virtual medusa::result<answer, transport_error> send(medusa::request const& r) = 0;

  [[nodiscard]] virtual std::string_view url() const = 0;
  /// An admin who exists before the suite and after it.
  [[nodiscard]] virtual std::string_view email() const = 0;
  [[nodiscard]] virtual std::string_view password() const = 0;

  /// The next token that the server's event brought for an e-mail and that was not asked for
  /// before. Waits for it; empty when none comes within 5 seconds.
  [[nodiscard]] virtual std::string reset_token(std::string_view email) = 0;

  /// Seconds since the epoch, by the server's clock.
  [[nodiscard]] virtual long long now() const = 0;

  [[nodiscard]] virtual bool is_real() const = 0;

  /// Says what a test case has shown.
  virtual void covered(std::string_view what) = 0;
};

/// Defined by the program that includes the suite.
[[nodiscard]] world& the_world();

}  // namespace contract
