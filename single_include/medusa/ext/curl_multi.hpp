// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "curl/error.hpp"
#include "curl/handles.hpp"
#include "curl/options.hpp"
#include "curl/response.hpp"
#include "curl/transfer.hpp"

#include <cstdint>
#include <curl/curl.h>
#include <memory>
#include <new>
#include <optional>
#include <utility>

// medusa/ext/curl_multi.hpp

namespace medusa::inline v0::ext {

/// An asynchronous transport over libcurl's multi interface (7.66 or newer), without a thread of
/// ours and without blocking: everything happens in `poll()`, which the client's `poll()` calls. In
/// a game's or simulation's loop that is once per frame; with nothing else to do, `wait` between
/// two calls.
///
/// What is said at `curl_transport` about HTTP, TLS, redirects, cookies, proxies, repeated
/// requests, compression and initialising libcurl goes for this one, too, and so do its errors.
/// Each request that is under way at the same time has a connection of its own, which is kept for
/// later ones. Time limits, and flags of cancellation, are looked at when it is polled. Looking up
/// a host's name is done in a thread of libcurl's, unless that was built without; then it blocks.
///
/// Handlers run in `poll()`, or in `send` when there is no way to begin; they may send, but must
/// not destroy the transport. It must not be shared between threads.
class curl_multi_transport {
 public:
  using result_type = result<curl_response, curl_error>;

  curl_multi_transport() : curl_multi_transport(curl_options{}) {}
  explicit curl_multi_transport(curl_options options)
      : options_(std::move(options)), multi_(detail::new_curl_multi_handle()) {}
  curl_multi_transport(curl_multi_transport&&) noexcept = default;
  curl_multi_transport& operator=(curl_multi_transport&& other) noexcept {
    drop_all();
    options_ = std::move(other.options_);
    multi_ = std::move(other.multi_);
    busy_ = std::move(other.busy_);
    spare_ = std::move(other.spare_);
    return *this;
  }
  /// Requests that are under way are given up; their handlers are dropped.
  ~curl_multi_transport() { drop_all(); }

  /// Begins an exchange. Gives every complete response; else see `curl_error`. The body is read,
  /// and the flag looked at, as long as the handler is `wanted()`.
  void send(request const& r, async_handler<result_type> handler) {
    std::unique_ptr<exchange> e = take_spare();
    if (e == nullptr || multi_ == nullptr)
      return handler(unexpected(curl_error{CURLE_FAILED_INIT, false}));
    CURL* const easy = e->transfer.easy();
    CURLcode code = e->transfer.begin(r, options_);
    if (code == CURLE_OK) code = curl_easy_setopt(easy, CURLOPT_PRIVATE, e.get());
    if (code == CURLE_OK && curl_multi_add_handle(multi_.get(), easy) != CURLM_OK)
      code = CURLE_OUT_OF_MEMORY;
    if (code != CURLE_OK) {
      result_type failed = e->transfer.finish(code);
      return handler(failed);
    }
    e->cancel = r.cancel;
    e->handler = std::move(handler);
    e->next = std::move(busy_);
    busy_ = std::move(e);
  }

  /// Moves bytes, without waiting, and runs the handlers of what has ended. What a handler throws
  /// passes through; the others are run by the next call.
  void poll() {
    give_up();
    int running = 0;
    if (multi_ != nullptr && busy_ != nullptr) {
      bool const works = curl_multi_perform(multi_.get(), &running) == CURLM_OK;
      int left = 0;
      while (CURLMsg const* const message = curl_multi_info_read(multi_.get(), &left))
        note(*message);
      if (!works)
        for (exchange* e = busy_.get(); e != nullptr; e = e->next.get())
          e->end(CURLE_OUT_OF_MEMORY);
    }
    while (std::unique_ptr<exchange> e = take_ended()) {
      curl_multi_remove_handle(multi_.get(), e->transfer.easy());
      result_type outcome = e->transfer.finish(*e->ended);
      auto handler = std::move(e->handler);
      put_aside(std::move(e));
      handler(outcome);
    }
  }

  /// Waits until there may be something to do for `poll()`, at most so long (milliseconds, rounded
  /// up; at once when nothing is under way).
  void wait(duration most) noexcept {
    constexpr std::int64_t longest = 1000;
    std::int64_t const ms = most.count() < longest ? most.count() : longest;
    if (multi_ != nullptr && busy_ != nullptr && ms > 0)
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(ms), nullptr);
  }

 private:
  struct exchange {
    detail::curl_transfer transfer{};  ///< holds views of the request
    async_handler<result_type> handler{};
    cancellation cancel{};
    std::optional<CURLcode> ended{};
    std::unique_ptr<exchange> next{};

    void end(CURLcode code) noexcept {
      if (!ended) ended = code;
    }
  };

  [[nodiscard]] std::unique_ptr<exchange> take_spare() noexcept {
    if (spare_ != nullptr) {
      auto e = std::move(spare_);
      spare_ = std::move(e->next);
      return e;
    }
    std::unique_ptr<exchange> e(new (std::nothrow) exchange);
    return e != nullptr && e->transfer.easy() != nullptr ? std::move(e) : nullptr;
  }

  /// Ends what nobody waits for any more, before libcurl looks at a body that may be gone.
  void give_up() noexcept {
    for (std::unique_ptr<exchange>* at = &busy_; *at != nullptr;) {
      exchange& e = **at;
      if (!e.handler.wanted()) {
        auto gone = std::move(*at);
        *at = std::move(gone->next);
        leave(std::move(gone));
        continue;
      }
      if (e.cancel.requested()) e.end(CURLE_ABORTED_BY_CALLBACK);
      at = &e.next;
    }
  }

  static void note(CURLMsg const& message) noexcept {
    if (message.msg != CURLMSG_DONE) return;
    exchange* e = nullptr;
    if (curl_easy_getinfo(message.easy_handle, CURLINFO_PRIVATE, &e) == CURLE_OK && e != nullptr)
      e->end(message.data.result);
  }

  [[nodiscard]] std::unique_ptr<exchange> take_ended() noexcept {
    for (std::unique_ptr<exchange>* at = &busy_; *at != nullptr; at = &(*at)->next) {
      if (!(*at)->ended) continue;
      auto e = std::move(*at);
      *at = std::move(e->next);
      return e;
    }
    return nullptr;
  }

  void leave(std::unique_ptr<exchange> e) noexcept {
    curl_multi_remove_handle(multi_.get(), e->transfer.easy());  // closes its connection
    e->transfer.give_up();
    put_aside(std::move(e));
  }

  void put_aside(std::unique_ptr<exchange> e) noexcept {
    e->handler = {};
    e->cancel = {};
    e->ended.reset();
    e->next = std::move(spare_);
    spare_ = std::move(e);
  }

  /// Handlers that are dropped may run code of the client, so the list is taken apart first.
  void drop_all() noexcept {
    while (busy_ != nullptr) {
      auto e = std::move(busy_);
      busy_ = std::move(e->next);
      auto const handler = std::move(e->handler);
      leave(std::move(e));
    }
  }

  curl_options options_;
  detail::curl_multi_handle multi_;
  std::unique_ptr<exchange> busy_{};
  std::unique_ptr<exchange> spare_{};
};

}  // namespace medusa::inline v0::ext
