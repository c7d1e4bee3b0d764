// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <utility>

#include <medusa/client/async_handler.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/request.hpp>
#include <medusa/http/response.hpp>
#include <medusa/testing/scripted_step.hpp>
#include <support/fail_at.hpp>

namespace faults {

/// In what way a transport fails. Dropped: its handler goes without having been run.
enum class failing { refused, broken, timed_out, dropped, thrown, thrown_afterwards };

using sent_type = medusa::result<medusa::response_view, medusa::testing::scripted_error>;

/// A transport that gives `answer`, but at the step of a fault.
struct blocking_server {
  medusa::response_view answer{};
  support::fail_at* fault = nullptr;
  failing how = failing::refused;
  std::size_t requests = 0;

  sent_type send(medusa::request const&) {
    using medusa::testing::scripted_error;
    ++requests;
    if (fault == nullptr || !fault->fails()) return answer;
#if defined(__cpp_exceptions)
    if (how == failing::thrown) throw std::runtime_error("a transport");
#endif
    if (how == failing::refused) return medusa::unexpected(scripted_error::refused);
    if (how == failing::timed_out) return medusa::unexpected(scripted_error::timed_out);
    return medusa::unexpected(scripted_error::broken);
  }
};

/// The same for an asynchronous client: answers from within `send`, or when it is polled. Its steps
/// are `send` and `poll`, of which each can fail.
struct async_server {
  using result_type = sent_type;

  medusa::response_view answer{};
  support::fail_at* fault = nullptr;
  failing how = failing::refused;
  bool at_once = false;
  std::size_t requests = 0;

  void send(medusa::request const&, medusa::async_handler<result_type> handler) {
    ++requests;
    waiting = std::move(handler);
    if (at_once) respond();
  }
  void poll() {
    if (waiting.wanted()) respond();
  }

  medusa::async_handler<result_type> waiting{};

 private:
  void respond() {
    using medusa::testing::scripted_error;
    auto handler = std::move(waiting);
    if (fault == nullptr || !fault->fails()) return handler(sent_type(answer));
#if defined(__cpp_exceptions)
    if (how == failing::thrown_afterwards) handler(sent_type(answer));
    if (how == failing::thrown || how == failing::thrown_afterwards)
      throw std::runtime_error("a transport");
#endif
    if (how == failing::dropped) return;
    if (how == failing::refused)
      return handler(sent_type(medusa::unexpected(scripted_error::refused)));
    if (how == failing::timed_out)
      return handler(sent_type(medusa::unexpected(scripted_error::timed_out)));
    handler(sent_type(medusa::unexpected(scripted_error::broken)));
  }
};

}  // namespace faults
