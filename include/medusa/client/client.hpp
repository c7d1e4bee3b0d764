// SPDX-License-Identifier: MIT
#pragma once

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
#include <medusa/core/erased.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/exchange/exchange.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/uuid.hpp>
#include <medusa/http/wire_limits.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/failure_slot.hpp>
#include <medusa/operation/answer.hpp>
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
  [[nodiscard]] constexpr wire_limits const& limits() const noexcept { return settings_.context().limits; }

  /// How the client signs its requests now. Views what the client keeps, until that changes.
  [[nodiscard]] constexpr medusa::credentials credentials() const { return settings_.context().credentials; }
  /// Signs them in another way from now on. Errors, after which nothing has changed: those of
  /// `credentials_error`, and `too_long` with the bytes needed.
  constexpr std::optional<encode_error> sign_in(medusa::credentials const& c) {
    first_error errors;
    errors.note(credentials_error(c), "credentials");
    if (!errors.failed()) settings_.keep(c, errors);
    return errors.found();
  }

  /// Performs any operation. Errors: all of `errc` can occur; what an operation answers stands beside
  /// it. O(request + response) beside the transport.
  template <operation Op>
  [[nodiscard]] constexpr auto call(Op const& op, call_options const& options = default_call_options)
      -> result<typename Op::template result_type<Storage>> {
    using model = typename Op::template result_type<Storage>;
    check_views();
    result<model> out{};
    detail::result_slot<model, failure_type> slot(out);
    perform(form_of<Op, model>, detail::erased_pointer<Op const>(op), detail::erased_pointer<model>(*out), options, slot);
    return out;
  }

  /// Performs any operation and puts its result into `out`, which may be large and need not be on the
  /// stack; nothing stays of what was there. It is of the operation's result type, or a struct of your
  /// own with a field table, which is read in its place. Nothing is given when it succeeded; else why
  /// not, and `out` is then of no use.
  template <operation Op, class T>
  [[nodiscard]] constexpr std::optional<failure_type> call_into(Op const& op, T& out, call_options const& options = default_call_options) {
    check_views();
    return perform_into(form_of<Op, T>, detail::erased_pointer<Op const>(op), detail::erased_pointer<T>(out), options);
  }

  /// Sends the request of an operation once and gives what the transport gives, in a `result` whose
  /// error is that of the encoding. The cancellation flag is left to the transport, and nothing is kept
  /// of a login. The response may hold secrets.
  template <operation Op>
  [[nodiscard]] constexpr auto send(Op const& op, call_options const& options = default_call_options)
      -> medusa::result<detail::sent_type<transport_type>, encode_error> {
    call_state state;
    prepare(detail::request_form_of<Op>, detail::erased_pointer<Op const>(op), options, state);
    if (state.errors.failed()) return unexpected(state.errors.error());
    if (duration const most = deadline(options); most < state.request.timeout) state.request.timeout = most;
    // In place: the transport's own error may be an encode_error, too.
    return medusa::result<detail::sent_type<transport_type>, encode_error>(std::in_place,
                                                                           transport_.send(state.request));
  }

 private:
  using slot_type = detail::failure_slot<failure_type>;
  /// Const if the transport gives it so.
  using response_type = std::remove_reference_t<decltype(*std::declval<detail::sent_type<transport_type>&>())>;

  struct call_state {
    medusa::request request{};
    first_error errors{};
    static_string<36> idempotency_key{};
  };

  /// An operation and what it is read into, without their types: a program has `perform` once.
  struct call_form {
    detail::request_form const* request;
    detail::answer_form<typename Json::value> const* answer;
    /// Takes new credentials from a response; null when there are none in it.
    bool (*keep)(client&, response_type const&, detail::erased const& out, slot_type&);
  };
  template <operation Op, class T>
  [[nodiscard]] static constexpr call_form make_form() {
    call_form form{&detail::request_form_of<Op>, &detail::answer_form_of<Op, T, typename Json::value>, nullptr};
    if constexpr (detail::obtains_credentials<Op, response_type, T>)
      form.keep = [](client& self, response_type const& response, detail::erased const& out, slot_type& failed) {
        return self.keep_obtained(Op::obtained(response, detail::unerase<T>(out)), response.status(), failed);
      };
    return form;
  }
  template <operation Op, class T>
  static constexpr call_form form_of = make_form<Op, T>();

  /// Reads the last response of a call.
  struct reader {
    client* self;
    call_form const* form;
    detail::erased const* out;
    constexpr bool operator()(response_type& response, slot_type& failed) const {
      return detail::read_answer<Json>(response, *form->answer, *out, failed) &&
             (form->keep == nullptr || form->keep(*self, response, *out, failed));
    }
  };

  static constexpr void check_views() {
    static_assert(!Storage::views_response || Json::views_input,
                  "borrowed storage views the response, but this JSON policy's text does not outlive its "
                  "visit(): use hosted or fixed storage, or a policy whose `views_input` is true");
    static_assert(!Storage::views_response || enable_borrowed_response<transport_response_t<transport_type>>,
                  "borrowed results view the response's body, and this transport's response is gone when "
                  "the call returns: use hosted or fixed storage, or specialise "
                  "medusa::enable_borrowed_response if the transport keeps the body");
  }

  constexpr std::optional<failure_type> perform_into(call_form const& form, detail::erased const& op,
                                                     detail::erased const& out, call_options const& options) {
    std::optional<failure_type> failed{};
    detail::optional_slot<failure_type> slot(failed);
    perform(form, op, out, options, slot);
    return failed;
  }

  constexpr void perform(call_form const& form, detail::erased const& op, detail::erased const& out,
                         call_options const& options, slot_type& failed) {
    call_state state;
    prepare(*form.request, op, options, state);
    if (state.errors.failed()) return failed.emplace().set(state.errors.error());
    basic_exchange<failure_type, reader> e(state.request, policy(), deadline(options), form.request->info->repeatable,
                                           reader{.self = this, .form = &form, .out = &out}, failed);
    for (step next = e.begin(clock_.now()); next != step::done;) {
      if (next == step::wait) {
        wait(e);
        next = e.waited(clock_.now());
        continue;
      }
      auto sent = transport_.send(e.request());
      moment const at = this_moment();
      if (sent) {
        auto&& response = *sent;
        next = e.received(response, at);
      } else {
        bool const maybe = detail::may_have_been_sent(sent.error());
        next = e.failed(std::move(sent.error()), maybe, at);
      }
    }
  }

  constexpr void prepare(detail::request_form const& form, detail::erased const& op, call_options const& options,
                         call_state& state) {
    if (status_) return static_cast<void>(state.errors.error() = *status_);
    std::string_view key = options.idempotency_key;
    if (form.info->method == method::post && key.empty() && policy().max_retries > 0) {
      state.idempotency_key = make_uuid(clock_.random(), clock_.random());
      key = state.idempotency_key;
    }
    detail::build_erased(form, op, buffer_, settings_.context(), options, key, state.request, state.errors);
  }

  constexpr bool keep_obtained(medusa::result<medusa::credentials, errc> const& obtained, int status,
                               slot_type& failed) {
    first_error errors;
    if (!obtained) errors.fail(obtained.error(), "");
    else if (obtained->kind() != credential_kind::none || credentials().kind() != credential_kind::api_token)
      settings_.keep(*obtained, errors);
    if (!errors.failed()) return true;
    failure_type& failure = failed.emplace();
    failure.code = obtained ? errc::text_too_long : errors.error().code;
    failure.status = status;
    failure.needed = errors.error().needed;
    return false;
  }

  constexpr void keep_policy(options_type const& options) {
    if constexpr (has_retries) policy_ = options.retry;
  }
  [[nodiscard]] constexpr retry_policy const& policy() const noexcept {
    if constexpr (has_retries) return policy_;
    else return policy_type::never;
  }
  [[nodiscard]] constexpr duration deadline(call_options const& options) const {
    return options.deadline ? *options.deadline : settings_.context().deadline;
  }
  [[nodiscard]] constexpr moment this_moment() {
    return {.now = clock_.now(), .random = policy().max_retries > 0 ? clock_.random() : 0,
            .unix_time = detail::unix_time_of(clock_)};
  }

  /// In slices when the caller may cancel, so that cancelling does not take as long as the wait.
  template <class Exchange>
  constexpr void wait(Exchange const& e) {
    constexpr std::int64_t slice = 20;  // milliseconds
    std::int64_t left = e.delay().count();
    std::int64_t const most = e.request().cancel.possible() ? slice : left;
    do {
      clock_.wait(duration::milliseconds(left < most ? left : most));
      left -= most;
    } while (left > 0 && !e.cancelled());
  }

  static constexpr bool has_retries = !std::is_same_v<std::remove_reference_t<Clock>, no_clock>;

  struct no_policy {
    static constexpr retry_policy never{};
  };
  using policy_type = std::conditional_t<has_retries, retry_policy, no_policy>;

  Transport transport_;
  [[no_unique_address]] Clock clock_;
  settings<Storage> settings_{};
  typename Storage::request_buffer buffer_{};
  [[no_unique_address]] policy_type policy_{};
  std::optional<encode_error> status_{};
};

template <class T>
client(T&&, basic_options<steady_clock>) -> client<T, json::scanner, hosted, steady_clock>;
template <class T, class C>
client(T&&, basic_options<std::remove_reference_t<C>>, C&&) -> client<T, json::scanner, hosted, C>;

}  // namespace medusa::admin
