// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/client/auth_api.hpp>
#include <medusa/client/clock.hpp>
#include <medusa/client/settings.hpp>
#include <medusa/client/transport.hpp>
#include <medusa/client/users_api.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/exchange/exchange.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/uuid.hpp>
#include <medusa/http/wire_limits.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/operation/build_request.hpp>

namespace medusa::admin {

/// A blocking client of the admin API.
///
/// It owns copies of its options and credentials, and its transport unless that was given as an
/// lvalue (`Transport` is then a reference, and must outlive the client); the same goes for the clock.
/// One call at a time: a client is not safe to share between threads, and two clients share nothing.
/// A copy has its own settings; one that was moved from may only be destroyed or assigned to.
///
/// Every call gives a `result`; nothing of ours throws, and what a transport or a clock throws passes
/// through and leaves the client as it was. A constructor that was given bad options keeps the first
/// error: `status()` shows it, and every call returns it with nothing sent.
template <class Transport, class Json = json::scanner, class Storage = hosted, class Clock = default_clock<Storage>>
class client {
  static_assert(check_transport<std::remove_reference_t<Transport>>());
  static_assert(storage<Storage>, "Storage: see the concept medusa::storage for what a policy must name");
  static_assert(clock<std::remove_reference_t<Clock>>,
                "Clock: wanted `duration now()`, `wait(duration)` and `std::uint64_t random()`");

 public:
  using transport_type = std::remove_reference_t<Transport>;
  using storage_type = Storage;
  using options_type = basic_options<std::remove_reference_t<Clock>>;
  using failure_type = failure<Storage, transport_error_t<transport_type>>;
  /// The type of a call's result: `client_type::result<client_type::user>`.
  template <class T>
  using result = medusa::result<T, failure_type>;
  using user = basic_user<Storage>;
  using user_page = basic_user_page<Storage>;

  template <class T>
    requires std::constructible_from<Transport, T&&> && std::default_initializable<Clock>
  constexpr client(T&& transport, options_type const& options)
      : transport_(std::forward<T>(transport)), clock_(), status_(settings_.assign(options)) {
    keep_policy(options);
  }
  template <class T, class C>
    requires std::constructible_from<Transport, T&&> && std::constructible_from<Clock, C&&>
  constexpr client(T&& transport, options_type const& options, C&& clock)
      : transport_(std::forward<T>(transport)), clock_(std::forward<C>(clock)), status_(settings_.assign(options)) {
    keep_policy(options);
  }

  /// What is wrong with the options; nothing when all is well.
  [[nodiscard]] constexpr std::optional<encode_error> const& status() const noexcept { return status_; }

  /// The seven operations on users.
  [[nodiscard]] constexpr users_api<client> users() noexcept { return users_api<client>(*this); }
  /// Signing in and out.
  [[nodiscard]] constexpr auth_api<client> auth() noexcept { return auth_api<client>(*this); }

  /// The sizes beyond which a call fails, as they were given in the options.
  [[nodiscard]] constexpr wire_limits const& limits() const noexcept { return settings_.limits(); }

  /// How the client signs its requests now. Views what the client keeps, until that changes.
  [[nodiscard]] constexpr medusa::credentials credentials() const { return settings_.credentials(); }
  /// Signs them in another way from now on. Errors, after which nothing has changed: those of
  /// `credentials_error`, and `too_long` with the bytes needed.
  constexpr std::optional<encode_error> sign_in(medusa::credentials const& c) {
    if (auto const code = credentials_error(c)) return encode_error{.code = *code, .field = "credentials"};
    return settings_.keep(c);
  }

  /// Performs any operation. Errors: all of `errc` can occur; what an operation answers stands beside
  /// it. O(request + response) beside the transport.
  template <operation Op>
  [[nodiscard]] constexpr auto call(Op const& op, call_options const& options = {})
      -> result<typename Op::template result_type<Storage>> {
    result<typename Op::template result_type<Storage>> out{};
    if (auto failed = call_into(op, *out, options)) out = unexpected(std::move(*failed));
    return out;
  }

  /// Performs any operation and puts its result into `out`, which may be large and need not be on the
  /// stack; nothing stays of what was there. Nothing is given when it succeeded; else why not, and
  /// `out` is then of no use.
  template <operation Op>
  [[nodiscard]] constexpr std::optional<failure_type> call_into(Op const& op,
                                                                typename Op::template result_type<Storage>& out,
                                                                call_options const& options = {}) {
    static_assert(!Storage::views_response || enable_borrowed_response<transport_response_t<transport_type>>,
                  "borrowed results view the response's body, and this transport's response is gone when "
                  "the call returns: use hosted or fixed storage, or specialise "
                  "medusa::enable_borrowed_response if the transport keeps the body");
    return perform(detail::erased<Op>(op), answer_to<Op>(*this, out), options);
  }

  /// Sends the request of an operation once and gives what the transport gives, in a `result` whose
  /// error is that of the encoding. The cancellation flag is left to the transport, and nothing is kept
  /// of a login. The response may hold secrets.
  template <operation Op>
  [[nodiscard]] constexpr auto send(Op const& op, call_options const& options = {})
      -> medusa::result<detail::sent_type<transport_type>, encode_error> {
    call_state state;
    auto request = prepare(detail::erased<Op>(op), options, state);
    if (!request) return unexpected(request.error());
    if (duration const most = deadline(options); most < request->timeout) request->timeout = most;
    // In place: the transport's own error may be an encode_error, too.
    return medusa::result<detail::sent_type<transport_type>, encode_error>(std::in_place, transport_.send(*request));
  }

 private:
  struct call_state {
    std::array<header, settings<Storage>::max_headers> headers{};
    static_string<36> idempotency_key{};
  };

  /// Const if the transport gives it so.
  using response_type = std::remove_reference_t<decltype(*std::declval<detail::sent_type<transport_type>&>())>;

  /// What reads the answer to some operation, without its type: a program has `perform` once. (By hand:
  /// a virtual function would bring `__cxa_pure_virtual`.)
  struct reader {
    std::optional<failure_type> (*read)(reader const&, response_type&);

    constexpr std::optional<failure_type> operator()(response_type& response) const { return read(*this, response); }
  };
  template <operation Op>
  struct answer_to : reader {
    using model = typename Op::template result_type<Storage>;

    constexpr answer_to(client& c, model& m) noexcept : reader{&answer_to::read_it}, self(&c), out(&m) {}

    static constexpr std::optional<failure_type> read_it(reader const& base, response_type& response) {
      auto const& to = static_cast<answer_to const&>(base);
      auto failed = read_response<Op, Storage, Json, transport_error_t<transport_type>>(response, *to.out);
      if (!failed) failed = to.self->template keep_obtained<Op>(response, *to.out);
      return failed;
    }

    client* self;
    model* out;
  };

  [[nodiscard]] constexpr std::optional<failure_type> perform(detail::erased_operation const& op,
                                                              reader const& read, call_options const& options) {
    call_state state;
    auto const request = prepare(op, options, state);
    if (!request) return failure_type(request.error());
    basic_exchange<failure_type, reader const&> e(*request, policy(), deadline(options), op.info->repeatable, read);
    for (step next = e.begin(clock_.now()); next != step::done;) {
      if (next == step::wait) {
        wait(e);
        next = e.waited(clock_.now());
        continue;
      }
      auto sent = transport_.send(e.request());
      if (!sent) {
        bool const maybe = detail::may_have_been_sent(sent.error());
        next = e.failed(std::move(sent.error()), maybe, this_moment());
        continue;
      }
      auto&& response = *sent;
      next = e.received(response, this_moment());
    }
    return std::move(e.failure());
  }

  [[nodiscard]] constexpr medusa::result<request, encode_error> prepare(detail::erased_operation const& op,
                                                                        call_options const& options,
                                                                        call_state& state) {
    if (status_) return unexpected(*status_);
    std::string_view key = options.idempotency_key;
    if (op.info->method == method::post && key.empty() && policy().max_retries > 0) {
      state.idempotency_key = make_uuid(clock_.random(), clock_.random());
      key = state.idempotency_key;
    }
    return detail::build_erased(op, buffer_, settings_.context(state.headers), options, key);
  }

  template <operation Op, class R>
  [[nodiscard]] constexpr std::optional<failure_type> keep_obtained(
      R const& response, typename Op::template result_type<Storage> const& value) {
    if constexpr (requires { Op::obtained(response, value); }) {
      auto const obtained = Op::obtained(response, value);
      encode_error error{};
      if (!obtained) error.code = obtained.error();
      else if (obtained->kind() == credential_kind::none &&
               settings_.credentials().kind() == credential_kind::api_token) return std::nullopt;
      else if (auto const failed = settings_.keep(*obtained)) error = {.code = errc::text_too_long, .needed = failed->needed};
      else return std::nullopt;
      failure_type failed(error);
      failed.status = response.status();
      return failed;
    } else {
      return std::nullopt;
    }
  }

  constexpr void keep_policy(options_type const& options) {
    if constexpr (has_retries) policy_ = options.retry;
  }
  [[nodiscard]] constexpr retry_policy policy() const noexcept {
    if constexpr (has_retries) return policy_;
    else return {};
  }
  [[nodiscard]] constexpr duration deadline(call_options const& options) const {
    return options.deadline.value_or(settings_.deadline());
  }
  [[nodiscard]] constexpr moment this_moment() {
    return {.now = clock_.now(), .random = policy().max_retries > 0 ? clock_.random() : 0,
            .unix_time = detail::unix_time_of(clock_)};
  }

  /// In slices when the caller may cancel, so that cancelling does not take as long as the wait.
  template <class Exchange>
  constexpr void wait(Exchange const& e) {
    constexpr duration slice = duration::milliseconds(20);
    duration left = e.delay();
    if (!e.request().cancel.possible()) return static_cast<void>(clock_.wait(left));
    for (; left > duration() && !e.cancelled(); left = left - slice)
      static_cast<void>(clock_.wait(left < slice ? left : slice));
  }

  static constexpr bool has_retries = !std::is_same_v<std::remove_reference_t<Clock>, no_clock>;
  struct no_policy {};

  Transport transport_;
  [[no_unique_address]] Clock clock_;
  settings<Storage> settings_{};
  typename Storage::request_buffer buffer_{};
  [[no_unique_address]] std::conditional_t<has_retries, retry_policy, no_policy> policy_{};
  std::optional<encode_error> status_{};
};

template <class T>
client(T&&, basic_options<steady_clock>) -> client<T, json::scanner, hosted, steady_clock>;
template <class T, class C>
client(T&&, basic_options<std::remove_reference_t<C>>, C&&) -> client<T, json::scanner, hosted, C>;

}  // namespace medusa::admin
