// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <medusa/client/async_auth_api.hpp>
#include <medusa/client/async_awaitable.hpp>
#include <medusa/client/async_clock.hpp>
#include <medusa/client/async_core.hpp>
#include <medusa/client/async_slot.hpp>
#include <medusa/client/async_transport.hpp>
#include <medusa/client/async_users_api.hpp>
#include <medusa/client/clock.hpp>
#include <medusa/client/completion_handler.hpp>
#include <medusa/client/credential_provider.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/core/errc.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/unexpected.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/options.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/operation/operation.hpp>

namespace medusa::inline v0::admin {

/// A client of the admin API that never blocks: the same calls as `client`, awaited by a coroutine
/// of any type, or with a completion handler as the last argument.
///
///     client.users().retrieve(id, [](auto user) { … });
///     auto user = co_await client.users().retrieve(id);
///
/// What is said at `client` about options, ownership and errors goes for this one, too, but it is
/// neither copied nor moved. Any number of calls may be under way, for awaited ones live in their
/// coroutines; those with handlers have `Calls` places in the client, and one more ends with
/// `too_many_calls` at once. Requests are made before the function that begins a call returns (an
/// awaited one is sent when it is awaited), and nothing that an operation or its options view is
/// looked at afterwards, except for the cancellation flag.
///
/// The transport, or the clock, or `poll()` moves the calls on; all of these and the client belong
/// to one thread, or to several that take turns, as on a strand. Each call ends exactly once,
/// whatever happens, and at the latest when the client is destroyed: calls under way then end as
/// `cancelled`, before the destructor returns. An awaited call whose coroutine is destroyed just
/// ends.
///
/// On `borrowed` storage a result is good until the handler returns; it is awaited only with
/// transports whose responses stay (`enable_borrowed_response`).
template <class Transport, class Json = json::scanner, class Storage = hosted,
          class Clock = default_clock<Storage>, class Provider = no_provider, std::size_t Calls = 4>
class async_client : public async_core<Transport, Json, Storage, Clock, Provider> {
  using base = async_core<Transport, Json, Storage, Clock, Provider>;
  template <class Op>
  using model = typename Op::template result_type<Storage>;

 public:
  using core_type = base;
  using typename base::failure_type;
  using typename base::options_type;
  template <class T>
  using result = medusa::result<T, failure_type>;

  /// Bytes that a completion handler may have.
  static constexpr std::size_t handler_size = 8 * sizeof(void*);

  template <class T, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::default_initializable<Clock> &&
             std::default_initializable<Provider>
  constexpr async_client(T&& transport, Options const& options)
      : base(std::forward<T>(transport), options) {}
  template <class T, class C, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&> &&
             std::default_initializable<Provider>
  constexpr async_client(T&& transport, Options const& options, C&& clock)
      : base(std::forward<T>(transport), options, std::forward<C>(clock), Provider()) {}
  template <class T, class C, class P, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&> &&
             std::constructible_from<Provider, P&&>
  constexpr async_client(T&& transport, Options const& options, C&& clock, P&& provider)
      : base(std::forward<T>(transport), options, std::forward<C>(clock),
             std::forward<P>(provider)) {}
  constexpr ~async_client() { this->close(); }

  /// The seven operations on users.
  [[nodiscard]] constexpr async_users_api<async_client> users() noexcept {
    return async_users_api<async_client>(*this);
  }
  /// Signing in and out.
  [[nodiscard]] constexpr async_auth_api<async_client> auth() noexcept {
    return async_auth_api<async_client>(*this);
  }

  /// Performs any operation, when it is awaited. Errors: all of `errc` can occur but
  /// `too_many_calls`.
  template <operation Op>
  [[nodiscard]] auto call(Op const& op, call_options const& options = default_call_options) {
    static_assert(base::check_views());
    return medusa::detail::async_awaitable<base, model<Op>>(
        *this, base::template form_of<Op, model<Op>>, medusa::detail::erased_pointer<Op const>(op),
        options);
  }

  /// Performs any operation; `handler` gets the result. Errors: all of `errc` can occur.
  template <operation Op, completion_handler<async_client, Op> H>
  constexpr void call(Op const& op, call_options const& options, H&& handler) {
    using function = std::decay_t<H>;
    static_assert(slot::template fits<function>,
                  "the completion handler is too large: capture a pointer to what it needs");
    static_assert(std::is_nothrow_move_constructible_v<function>,
                  "the completion handler must have a move constructor that is noexcept");
    static_assert(detail::check_views<Storage, Json>());
    slot* const free = find_slot();
    if (free == nullptr) {
      function h(std::forward<H>(handler));
      result<model<Op>> refused{};
      refused.emplace_error(errc::too_many_calls);
      return static_cast<void>(h(std::move(refused)));
    }
    this->prepare_call(*free, base::template form_of<Op, model<Op>>,
                       medusa::detail::erased_pointer<Op const>(op), options);
    free->template begin<model<Op>>(std::forward<H>(handler));
  }
  template <operation Op, completion_handler<async_client, Op> H>
  constexpr void call(Op const& op, H&& handler) {
    call(op, default_call_options, std::forward<H>(handler));
  }

  /// For awaitables of other kinds: makes the request of a call that reads into the operation's
  /// result.
  template <operation Op>
  constexpr void prepare(typename base::call& c, Op const& op, call_options const& options) {
    static_assert(base::check_views());
    this->prepare_call(c, base::template form_of<Op, model<Op>>,
                       medusa::detail::erased_pointer<Op const>(op), options);
  }

 private:
  using slot = medusa::detail::async_slot<base, handler_size>;

  [[nodiscard]] constexpr slot* find_slot() noexcept {
    for (slot& each : slots_)
      if (each.free()) return &each;
    return nullptr;
  }

  std::array<slot, Calls> slots_{};
};

template <class T, options_for<steady_clock> O = basic_options<steady_clock>>
async_client(T&&, O) -> async_client<T, json::scanner, hosted, steady_clock>;
template <class T, class C, options_for<C> O = basic_options<std::remove_reference_t<C>>>
async_client(T&&, O, C&&) -> async_client<T, json::scanner, hosted, C>;
template <class T, class C, class P, options_for<C> O = basic_options<std::remove_reference_t<C>>>
async_client(T&&, O, C&&, P&&) -> async_client<T, json::scanner, hosted, C, P>;

}  // namespace medusa::inline v0::admin
