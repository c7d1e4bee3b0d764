// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>

#include <medusa/client/async_handler.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>
#include <medusa/testing/scripted_step.hpp>
#include <medusa/testing/scripted_transport.hpp>

namespace medusa::inline v0::testing {

/// A `scripted_transport` for an asynchronous client: requests are compared with the script when
/// they are sent, and answered in the order in which they were, once for each `poll()`, or at once.
/// Usable in constant evaluation. At most 16 requests wait at a time; beyond that a handler is
/// dropped. How long a step takes is not looked at.
class async_scripted_transport {
 public:
  using result_type = result<response_view, scripted_error>;

  enum class answers : std::uint8_t { when_polled, at_once };

  constexpr async_scripted_transport(std::initializer_list<scripted_step> steps,
                                     answers when = answers::when_polled) noexcept
      : script_(steps), when_(when) {}
  /// The steps are viewed, and must outlive the transport.
  constexpr explicit async_scripted_transport(std::span<scripted_step const> steps,
                                              answers when = answers::when_polled) noexcept
      : script_(steps), when_(when) {}

  constexpr void send(request const& r, async_handler<result_type> handler) {
    result_type answer = script_.send(r);
    if (when_ == answers::at_once) return handler(answer);
    if (waiting_ == queue_.size()) return;
    queue_[waiting_].handler = std::move(handler);
    queue_[waiting_++].answer = answer;
  }

  /// Answers the request that waits longest; one that nobody waits for any more is skipped.
  constexpr void poll() {
    while (waiting_ != 0) {
      auto handler = std::move(queue_[0].handler);
      result_type answer = queue_[0].answer;
      --waiting_;
      for (std::size_t i = 0; i < waiting_; ++i) {
        queue_[i].handler = std::move(queue_[i + 1].handler);
        queue_[i].answer = queue_[i + 1].answer;
      }
      if (!handler.wanted()) continue;
      return handler(answer);
    }
  }

  /// Requests that are not answered yet and that somebody waits for.
  [[nodiscard]] constexpr std::size_t waiting() const noexcept {
    std::size_t n = 0;
    for (std::size_t i = 0; i < waiting_; ++i) n += queue_[i].handler.wanted() ? 1 : 0;
    return n;
  }
  /// What the conversation has been so far.
  [[nodiscard]] constexpr scripted_transport const& script() const noexcept { return script_; }
  /// All steps were used and nothing else was asked.
  [[nodiscard]] constexpr bool finished() const noexcept {
    return script_.finished() && waiting() == 0;
  }

 private:
  struct request_in_line {
    async_handler<result_type> handler{};
    result_type answer{};
  };

  scripted_transport script_;
  answers when_;
  std::array<request_in_line, 16> queue_{};
  std::size_t waiting_ = 0;
};

}  // namespace medusa::inline v0::testing
