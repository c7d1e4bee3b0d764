// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"
#include "async_awaitable.hpp"

#include <concepts>
#include <coroutine>
#include <optional>
#include <type_traits>
#include <utility>

// medusa/client/async_user_pages.hpp

namespace medusa::inline v0::admin {

/// The pages of a list, one after the other:
///
///     auto pages = client.users().all({.limit = 100});
///     while (auto* page = co_await pages.next()) {
///       if (!*page) …                              // an error; there is no page after it
///       else for (auto& user : (*page)->users) …
///     }
///
/// It keeps its query, and points at the client, which must outlive it and may make other calls
/// meanwhile; headers and flag of the call options must live as long as it does. Which page is the
/// last, and what can shift between them, is said at `user_range`. It stays where it is while a
/// page is fetched; pages are asked for one at a time.
template <class Client>
class async_user_pages {
  using storage_type = typename Client::storage_type;
  using core = typename Client::core_type;

 public:
  using page_type = typename Client::template result<basic_user_page<storage_type>>;

  /// Sends nothing yet.
  constexpr async_user_pages(Client& client, list_users const& op, call_options const& options)
      : client_(&client), options_(options), walk_(op), error_(client.status()) {
    if (!error_) error_ = walk_.write_query(op, client.limits());
  }

  class [[nodiscard]] awaitable;
  /// To be awaited: the next page, or why there is none; null when there was no more. It lives in
  /// this object, until the next one is asked for.
  [[nodiscard]] awaitable next() { return awaitable(*this); }

  /// The same for a handler `h(page_type*)`. This object must live until it is called.
  template <std::invocable<page_type*> H>
  constexpr void next(H&& h) {
    if (at_end()) return static_cast<void>(h(finish_early()));
    client_->call(walk_.op(), options_,
                  [this, function = std::decay_t<H>(std::forward<H>(h))](page_type&& page) mutable {
                    page_ = std::move(page);
                    function(finish());
                  });
  }

 private:
  [[nodiscard]] constexpr bool at_end() const noexcept { return error_ || !walk_.more(); }
  /// No request is needed for this.
  [[nodiscard]] constexpr page_type* finish_early() {
    if (!walk_.more()) return nullptr;
    page_ = unexpected(typename Client::failure_type(*error_));
    return finish();
  }
  [[nodiscard]] constexpr page_type* finish() {
    if (!page_) walk_.stop();
    else if (walk_.take(*page_) == 0) return nullptr;
    return &page_;
  }

  Client* client_;
  call_options options_;
  page_walk<storage_type> walk_;
  std::optional<encode_error> error_{};
  page_type page_{};
};

/// What `next()` gives. It refers to the pages, which must outlive it.
template <class Client>
class [[nodiscard]] async_user_pages<Client>::awaitable {
 public:
  explicit awaitable(async_user_pages& pages) : pages_(&pages), call_(pages.page_) {
    if (pages.at_end()) return;
    pages.page_.emplace();
    pages.client_->prepare(call_, pages.walk_.op(), pages.options_);
  }
  awaitable(awaitable const&) = delete;
  awaitable& operator=(awaitable const&) = delete;

  /// Starts the call when it is awaited, and goes on with its page.
  class awaiter {
   public:
    explicit awaiter(awaitable& self) noexcept : self_(&self) {}
    [[nodiscard]] bool await_ready() const noexcept { return self_->pages_->at_end(); }
    template <class Promise>
    [[nodiscard]] bool await_suspend(std::coroutine_handle<Promise> waiting) {
      asked_ = true;
      return self_->call_.begin(waiting);
    }
    [[nodiscard]] page_type* await_resume() {
      return asked_ ? self_->pages_->finish() : self_->pages_->finish_early();
    }

   private:
    awaitable* self_;
    bool asked_ = false;
  };
  [[nodiscard]] awaiter operator co_await() && noexcept { return awaiter(*this); }

 private:
  async_user_pages* pages_;
  medusa::detail::suspended_call<core, basic_user_page<storage_type>> call_;
};

}  // namespace medusa::inline v0::admin
