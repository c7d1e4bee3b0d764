// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include <medusa/core/result.hpp>
#include <medusa/core/static_vector.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>
#include <medusa/testing/scripted_step.hpp>
#include <medusa/testing/virtual_clock.hpp>

namespace medusa::inline v0::testing {

/// A Transport that plays a conversation: each request must be what the next step expects, and gets
/// that step's answer. Usable in constant evaluation, on every storage. Ask `finished()` at the
/// end: it is true when all steps were used and nothing else was asked. O(1) memory; a list has at
/// most 16 steps, of which each may stand for many turns. An array of steps, such as a recording,
/// may have any number; it is viewed, and must outlive the transport.
class scripted_transport {
 public:
  static constexpr std::size_t max_steps = 16;

  constexpr scripted_transport(std::initializer_list<scripted_step> steps) noexcept {
    for (auto const& each : steps) {
      if (each.times() == 0) continue;
      if (auto* const slot = steps_.try_emplace_back()) *slot = each;
      else mismatch_ = "more steps than a scripted_transport takes";
    }
  }
  constexpr explicit scripted_transport(std::span<scripted_step const> steps) noexcept
      : recorded_(steps) {
    skip_never();
  }
  /// The same with a clock, on which steps take their time. It must outlive the transport.
  constexpr scripted_transport(virtual_clock& clock,
                               std::initializer_list<scripted_step> steps) noexcept
      : scripted_transport(steps) {
    clock_ = &clock;
  }
  constexpr scripted_transport(virtual_clock& clock, std::span<scripted_step const> steps) noexcept
      : scripted_transport(steps) {
    clock_ = &clock;
  }

  [[nodiscard]] constexpr result<response_view, scripted_error> send(request const& r) noexcept {
    ++requests_;
    last_timeout_ = r.timeout;
    if (mismatch_.empty() && at_ == size()) mismatch_ = "no more requests";
    if (mismatch_.empty()) mismatch_ = current().mismatch(r);
    if (!mismatch_.empty()) return unexpected(scripted_error::unexpected);
    scripted_step const& now = current();
    if (++turn_ >= now.times()) turn_ = 0, ++at_, skip_never();
    bool const late = now.delay() > r.timeout || now.error() == scripted_error::timed_out;
    pass(late ? r.timeout : now.delay());
    if (late) return unexpected(scripted_error::timed_out);
    if (now.error()) return unexpected(*now.error());
    return now.response();
  }

  [[nodiscard]] constexpr bool finished() const noexcept {
    return mismatch_.empty() && at_ == size();
  }
  /// What was not as expected first: "method", "target", "body", "header", "no more requests";
  /// empty when all was.
  [[nodiscard]] constexpr std::string_view mismatch() const noexcept { return mismatch_; }
  /// The step that is next, or that did not match.
  [[nodiscard]] constexpr std::size_t position() const noexcept { return at_; }
  [[nodiscard]] constexpr std::size_t requests() const noexcept { return requests_; }
  /// The time limit of the last request.
  [[nodiscard]] constexpr duration last_timeout() const noexcept { return last_timeout_; }

 private:
  constexpr void pass(duration d) noexcept {
    if (clock_ != nullptr) clock_->advance(d);
  }

  [[nodiscard]] constexpr std::size_t size() const noexcept {
    return recorded_.empty() ? steps_.size() : recorded_.size();
  }
  [[nodiscard]] constexpr scripted_step const& current() const noexcept {
    return recorded_.empty() ? steps_[at_] : recorded_[at_];
  }
  /// Steps over those of an array that happen no time.
  constexpr void skip_never() noexcept {
    while (at_ < recorded_.size() && recorded_[at_].times() == 0) ++at_;
  }

  static_vector<scripted_step, max_steps> steps_{};
  std::span<scripted_step const> recorded_{};
  virtual_clock* clock_ = nullptr;
  std::size_t at_ = 0;
  std::size_t turn_ = 0;
  std::size_t requests_ = 0;
  duration last_timeout_{};
  std::string_view mismatch_{};
};

}  // namespace medusa::inline v0::testing
