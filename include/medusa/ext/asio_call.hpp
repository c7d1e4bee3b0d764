// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <memory>
#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <medusa/client/async_clock.hpp>
#include <medusa/client/async_handler.hpp>
#include <medusa/client/completion_handler.hpp>
#include <medusa/client/steady_clock.hpp>
#include <medusa/core/duration.hpp>
#include <medusa/http/call_options.hpp>

namespace medusa::inline v0::ext {

/// A clock on an Asio executor: a client with it need not be polled.
class asio_clock : public steady_clock {
 public:
  explicit asio_clock(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}

  /// Runs the handler on the executor. It is looked at every 100 ms whether anybody still waits, so
  /// that a loop does not go on for nothing.
  void wait(duration d, async_handler<elapsed> handler) const {
    auto const w = std::make_shared<waiting>(executor_, std::move(handler));
    w->end = std::chrono::steady_clock::now() + std::chrono::milliseconds(d.count());
    wait(w);
  }

 private:
  struct waiting {
    waiting(boost::asio::any_io_executor const& executor, async_handler<elapsed> h)
        : timer(executor), handler(std::move(h)) {}
    boost::asio::steady_timer timer;
    async_handler<elapsed> handler;
    std::chrono::steady_clock::time_point end{};
  };
  static void wait(std::shared_ptr<waiting> const& w) {
    auto const next = std::chrono::steady_clock::now() + std::chrono::milliseconds(100);
    w->timer.expires_at(next < w->end ? next : w->end);
    w->timer.async_wait([w](boost::system::error_code) {
      if (std::chrono::steady_clock::now() >= w->end) w->handler();
      else if (w->handler.wanted()) wait(w);
    });
  }

  boost::asio::any_io_executor executor_;
};

/// A call with any of Asio's completion tokens, such as `use_awaitable`; it completes with the
/// result, on the executor of the token, or on this one, which must be that of the client, where it
/// has none. The cancellation slot of the token, if there is one, ends the call as `cancelled`, in
/// place of `options.cancel`. It takes one of the client's places for calls with handlers. The
/// operation and options are views, which must live until the call is initiated: in `co_await
/// async_call(…)` they do.
template <class Client, class Op, class Token>
auto async_call(Client& client, boost::asio::any_io_executor const& executor, Op const& op,
                call_options const& options, Token&& token) {
  using result_type = admin::call_result_t<Client, Op>;
  auto begin = [](auto handler, Client* c, boost::asio::any_io_executor const& own, Op const& what,
                  call_options o) {
    struct state {
      decltype(handler) complete;
      boost::asio::any_io_executor executor;
      bool cancelled = false;
    };
    boost::asio::any_io_executor const where = boost::asio::get_associated_executor(handler, own);
    auto const s = std::make_shared<state>(state{std::move(handler), where});
    if (auto slot = boost::asio::get_associated_cancellation_slot(s->complete);
        slot.is_connected()) {
      o.cancel = &s->cancelled;
      slot.assign([weak = std::weak_ptr<state>(s)](boost::asio::cancellation_type) {
        if (auto const alive = weak.lock()) alive->cancelled = true;
      });
    }
    c->call(what, o, [s](result_type&& result) {
      // Never from within the initiating function: Asio's handlers do not expect that.
      boost::asio::post(s->executor, [s, r = std::move(result)]() mutable {
        if (auto slot = boost::asio::get_associated_cancellation_slot(s->complete);
            slot.is_connected())
          slot.clear();
        std::move(s->complete)(std::move(r));
      });
    });
  };
  return boost::asio::async_initiate<Token, void(result_type)>(std::move(begin), token, &client,
                                                               executor, op, options);
}

}  // namespace medusa::inline v0::ext
