// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "redacted.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// medusa/testing/scripted_step.hpp

namespace medusa::inline v0::testing {

/// The ways in which a scripted transport fails.
enum class scripted_error : std::uint8_t {
  refused,     ///< no connection: the request was not sent
  broken,      ///< the connection broke after sending
  timed_out,   ///< no answer within the request's time limit
  unexpected,  ///< the request is not what the script expects; see `mismatch()`
};

/// Only a connection that was refused has certainly carried nothing.
[[nodiscard]] constexpr bool request_may_have_been_sent(scripted_error e) noexcept {
  return e != scripted_error::refused;
}

/// One turn of a conversation: what the client is expected to ask, and what it is told. All texts
/// are views, which must outlive the transport; string literals do. At most four headers of a kind
/// (expected, unwanted, answered); a step with more matches nothing. In what is expected REDACTED
/// stands for any text (see `redacted`), as in the steps that a `recorder` writes.
///
///     expect(method::get, "/admin/users/usr_1").answer(200, R"({"user":{…}})")
///     expect(method::post, "/admin/users").body(R"({"email":…})").fail(scripted_error::broken)
class scripted_step {
 public:
  constexpr scripted_step() = default;
  constexpr scripted_step(method m, std::string_view target) noexcept
      : method_(m), target_(target) {}

  /// Also expects this body, byte for byte.
  [[nodiscard]] constexpr scripted_step body(std::string_view text) const noexcept {
    auto s = *this;
    s.request_body_ = text;
    return s;
  }
  /// Also expects this header.
  [[nodiscard]] constexpr scripted_step with_header(std::string_view name,
                                                    std::string_view value) const noexcept {
    auto s = *this;
    s.push(s.wanted_, {name, value});
    return s;
  }
  /// Also expects that there is no such header.
  [[nodiscard]] constexpr scripted_step without_header(std::string_view name) const noexcept {
    auto s = *this;
    s.push(s.unwanted_, {name, {}});
    return s;
  }

  /// Answers with a response.
  [[nodiscard]] constexpr scripted_step answer(int status,
                                               std::string_view text = {}) const noexcept {
    auto s = *this;
    s.status_ = status;
    s.response_body_ = text;
    return s;
  }
  /// Adds a header to the answer.
  [[nodiscard]] constexpr scripted_step header(std::string_view name,
                                               std::string_view value) const noexcept {
    auto s = *this;
    s.push(s.response_headers_, {name, value});
    return s;
  }
  /// Fails in place of an answer; `timed_out` takes as long as the request allows.
  [[nodiscard]] constexpr scripted_step fail(scripted_error e) const noexcept {
    auto s = *this;
    s.error_ = e;
    return s;
  }
  /// Takes so long (on the transport's clock).
  [[nodiscard]] constexpr scripted_step after(duration d) const noexcept {
    auto s = *this;
    s.delay_ = d;
    return s;
  }
  /// Happens so often in a row; 0 is never.
  [[nodiscard]] constexpr scripted_step times(std::size_t n) const noexcept {
    auto s = *this;
    s.times_ = n;
    return s;
  }

  /// What of the request is not as expected: "method", "target", "body", "header"; empty when all
  /// is.
  [[nodiscard]] constexpr std::string_view mismatch(request const& r) const noexcept {
    if (overfull_) return "header";
    if (r.method != method_) return "method";
    if (!target_matches(target_, r.target)) return "target";
    if (request_body_ && !body_matches(*request_body_, r.body)) return "body";
    for (auto const& each : wanted_) {
      auto const value = r.header(each.name);
      if (!value || !header_matches(each.value, *value)) return "header";
    }
    for (auto const& each : unwanted_)
      if (r.header(each.name)) return "header";
    return {};
  }

  [[nodiscard]] constexpr std::optional<scripted_error> error() const noexcept { return error_; }
  /// Views this step.
  [[nodiscard]] constexpr response_view response() const noexcept {
    return {status_, response_body_, std::span(response_headers_.data(), response_headers_.size())};
  }
  [[nodiscard]] constexpr duration delay() const noexcept { return delay_; }
  [[nodiscard]] constexpr std::size_t times() const noexcept { return times_; }

 private:
  using headers = static_vector<medusa::header, 4>;

  /// A fifth header of a kind makes the step match nothing, rather than less than was asked.
  constexpr void push(headers& list, medusa::header h) noexcept {
    if (auto* const slot = list.try_emplace_back()) *slot = h;
    else overfull_ = true;
  }

  method method_ = method::get;
  std::string_view target_{};
  std::optional<std::string_view> request_body_{};
  headers wanted_{};
  headers unwanted_{};
  int status_ = 200;
  std::string_view response_body_{};
  headers response_headers_{};
  std::optional<scripted_error> error_{};
  duration delay_{};
  std::size_t times_ = 1;
  bool overfull_ = false;
};

/// The beginning of a step; `target` is path and query as they stand in the request line.
[[nodiscard]] constexpr scripted_step expect(method m, std::string_view target) noexcept {
  return {m, target};
}

}  // namespace medusa::inline v0::testing
