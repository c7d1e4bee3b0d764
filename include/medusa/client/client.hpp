// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

#include <medusa/client/auth_api.hpp>
#include <medusa/client/client_base.hpp>
#include <medusa/client/clock.hpp>
#include <medusa/client/credential_provider.hpp>
#include <medusa/client/transport.hpp>
#include <medusa/client/users_api.hpp>
#include <medusa/core/as_new.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/result.hpp>
#include <medusa/exchange/exchange.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/options.hpp>
#include <medusa/json/reader.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/failure_slot.hpp>
#include <medusa/model/storage.hpp>
#include <medusa/operation/build_request.hpp>

namespace medusa::inline v0::admin {

/// Does not compile if a policy of a client is not what its concept wants, and says what is
/// missing.
template <class Transport, class Json, class Storage, class Clock, class Provider>
[[nodiscard]] consteval bool check_client() {
  static_assert(check_transport<Transport>());
  static_assert(json::check_reader<Json>());
  static_assert(check_storage<Storage>());
  static_assert(check_clock<Clock>());
  static_assert(std::is_same_v<Provider, no_provider> || credential_provider<Provider>,
                "Provider: wanted `std::optional<medusa::credentials> operator()()`");
  return true;
}

/// The response is const if the transport gives it so. Checked first, since what is missing from a
/// policy would else be told in many words by whatever uses it.
template <class Transport, class Json, class Storage, class Clock, class Provider,
          bool = check_client<std::remove_reference_t<Transport>, Json, Storage,
                              std::remove_reference_t<Clock>, std::remove_reference_t<Provider>>()>
using blocking_base = client_base<
    Transport,
    std::remove_reference_t<
        decltype(*std::declval<detail::sent_type<std::remove_reference_t<Transport>>&>())>,
    transport_error_t<std::remove_reference_t<Transport>>, Json, Storage, Clock, Provider>;

/// A blocking client of the admin API.
///
/// It owns copies of its options and credentials (given `checked_options`, it views the constants in
/// their place), and its transport unless that was given as an lvalue (`Transport` is then a
/// reference, and must outlive the client); the same goes for the clock. One call at a time: a
/// client is not safe to share between threads, and two clients share nothing. A copy has its own
/// settings; one that was moved from may only be destroyed or assigned to.
///
/// Every call gives a `result`; nothing of ours throws, and what a transport or a clock throws
/// passes through and leaves the client as it was. A constructor that was given bad options keeps
/// the first error: `status()` shows it, and every call returns it with nothing sent.
///
/// With a `Provider`, the last argument of the constructor (referenced if it is an lvalue),
/// credentials that the server does not take are renewed: see `credential_provider`.
template <class Transport, class Json = json::scanner, class Storage = hosted,
          class Clock = default_clock<Storage>, class Provider = no_provider>
class client : public blocking_base<Transport, Json, Storage, Clock, Provider> {
  using base = blocking_base<Transport, Json, Storage, Clock, Provider>;

 public:
  using transport_type = std::remove_reference_t<Transport>;
  using typename base::failure_type;
  using typename base::options_type;
  template <class T>
  using result = medusa::result<T, failure_type>;

  template <class T, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::default_initializable<Clock> &&
             std::default_initializable<Provider>
  constexpr client(T&& transport, Options const& options)
      : base(std::forward<T>(transport), options) {}
  template <class T, class C, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&> &&
             std::default_initializable<Provider>
  constexpr client(T&& transport, Options const& options, C&& clock)
      : base(std::forward<T>(transport), options, std::forward<C>(clock), Provider()) {}
  template <class T, class C, class P, options_for<Clock> Options = options_type>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&> &&
             std::constructible_from<Provider, P&&>
  constexpr client(T&& transport, Options const& options, C&& clock, P&& provider)
      : base(std::forward<T>(transport), options, std::forward<C>(clock),
             std::forward<P>(provider)) {}

  /// The seven operations on users.
  [[nodiscard]] constexpr users_api<client> users() noexcept { return users_api<client>(*this); }
  /// Signing in and out.
  [[nodiscard]] constexpr auth_api<client> auth() noexcept { return auth_api<client>(*this); }

  /// Performs any operation. Errors: all of `errc` can occur; what an operation answers stands
  /// beside it. O(request + response) beside the transport.
  template <operation Op>
  [[nodiscard]] constexpr auto call(Op const& op,
                                    call_options const& options = default_call_options)
      -> result<typename Op::template result_type<Storage>> {
    using model = typename Op::template result_type<Storage>;
    static_assert(base::check_views());
    result<model> out{};
    detail::result_slot<model, failure_type> slot(out);
    perform(base::template form_of<Op, model>, detail::erased_pointer<Op const>(op),
            detail::erased_pointer<model>(*out), options, slot);
    return out;
  }

  /// Performs any operation and puts its result into `out`, which may be large and need not be on
  /// the stack. It is of the operation's result type, or a struct of your own with a field table,
  /// which is read in its place; of what was there nothing stays but members that the table does
  /// not name, and the memory of a list. Nothing is given when it succeeded; else why not, and
  /// `out` is then of no use.
  template <operation Op, class T>
  [[nodiscard]] constexpr std::optional<failure_type> call_into(
      Op const& op, T& out, call_options const& options = default_call_options) {
    static_assert(base::check_views());
    return perform_into(base::template form_of<Op, T>, detail::erased_pointer<Op const>(op),
                        detail::erased_pointer<T>(out), options);
  }

  /// Sends the request of an operation once and gives what the transport gives, in a `result` whose
  /// error is that of the encoding. The cancellation flag is left to the transport, and nothing is
  /// kept of a login. The response may hold secrets.
  template <operation Op>
  [[nodiscard]] constexpr auto send(Op const& op,
                                    call_options const& options = default_call_options)
      -> medusa::result<detail::sent_type<transport_type>, encode_error> {
    forgetting const at_the_end{*this};
    call_state& state =
        prepare_call(detail::request_form_of<Op>, detail::erased_pointer<Op const>(op), options);
    if (state.errors.failed()) return unexpected(state.errors.error());
    if (duration const most = this->deadline(options); most < state.request.timeout)
      state.request.timeout = most;
    // In place: the transport's own error may be an encode_error, too.
    return medusa::result<detail::sent_type<transport_type>, encode_error>(
        std::in_place, this->transport_.send(state.request));
  }

 private:
  using typename base::attempts_type;
  using typename base::call_form;
  using typename base::call_state;
  using typename base::exchange_type;
  using typename base::slot_type;

  struct forgetting {
    client& self;
    constexpr ~forgetting() { base::forget(self.buffer_, self.state_); }
  };

  [[gnu::noinline]] constexpr std::optional<failure_type> perform_into(
      call_form const& form, detail::erased const& op, detail::erased const& out,
      call_options const& options) {
    std::optional<failure_type> failed = detail::as_new<std::optional<failure_type>>();
    detail::optional_slot<failure_type> slot(failed);
    perform(form, op, out, options, slot);
    return failed;
  }

  constexpr void perform(call_form const& form, detail::erased const& op, detail::erased const& out,
                         call_options const& options, slot_type& failed) {
    forgetting const at_the_end{*this};
    call_state& state = prepare_call(form.request, op, options);
    if (state.errors.failed()) return failed.emplace().set(state.errors.error());
    exchange_type e({.self = this, .form = &form, .out = &out}, failed,
                    this->begin_attempts(state.request, form.request, options));
    for (step next = e.begin(this->clock_.now()); next != step::done;) {
      if (attempts_type::repeats && next == step::wait) {
        wait(e);
        next = e.waited(this->clock_.now());
        continue;
      }
      if constexpr (base::has_provider) {
        if (next == step::refresh) {
          next = e.refreshed(refresh(state), this->clock_.now());
          continue;
        }
      }
      auto sent = this->transport_.send(e.request());
      moment const at = this->this_moment();
      if (sent) {
        auto&& response = *sent;
        next = e.received(response, at);
      } else {
        bool const maybe = detail::may_have_been_sent(sent.error());
        next = e.failed(std::move(sent.error()), maybe, at);
      }
    }
  }

  constexpr call_state& prepare_call(detail::request_form const& form, detail::erased const& op,
                                     call_options const& options) {
    return this->prepare(buffer_, form, op, options, state_);
  }

  [[nodiscard]] constexpr std::optional<errc> refresh(call_state& state) {
    if (auto const problem = this->renew(this->provider_())) return problem;
    return this->sign_again(state, buffer_.headers());
  }

  template <class Exchange>
  constexpr void wait(Exchange const& e) {
    duration left = e.delay();
    do {
      duration const some = base::slice(left, e.request());
      this->clock_.wait(some);
      left = left - some;
    } while (left > duration() && !e.cancelled());
  }

  // Of the call that is under way: not on its stack, which may be small.
  typename Storage::request_buffer buffer_{};
  call_state state_{};
};

template <class T, options_for<steady_clock> O = basic_options<steady_clock>>
client(T&&, O) -> client<T, json::scanner, hosted, steady_clock>;
template <class T, class C, options_for<C> O = basic_options<std::remove_reference_t<C>>>
client(T&&, O, C&&) -> client<T, json::scanner, hosted, C>;
template <class T, class C, class P, options_for<C> O = basic_options<std::remove_reference_t<C>>>
client(T&&, O, C&&, P&&) -> client<T, json::scanner, hosted, C, P>;

}  // namespace medusa::inline v0::admin
