// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include <medusa/client/clock.hpp>
#include <medusa/client/credential_provider.hpp>
#include <medusa/client/settings.hpp>
#include <medusa/core/erased.hpp>
#include <medusa/core/first_error.hpp>
#include <medusa/core/result.hpp>
#include <medusa/core/secret.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/core/wipe.hpp>
#include <medusa/exchange/attempts.hpp>
#include <medusa/exchange/exchange.hpp>
#include <medusa/exchange/refreshing_attempts.hpp>
#include <medusa/exchange/single_attempt.hpp>
#include <medusa/http/call_options.hpp>
#include <medusa/http/options.hpp>
#include <medusa/http/uuid.hpp>
#include <medusa/http/wire_limits.hpp>
#include <medusa/model/failure.hpp>
#include <medusa/model/failure_slot.hpp>
#include <medusa/model/user.hpp>
#include <medusa/model/user_page.hpp>
#include <medusa/operation/answer.hpp>
#include <medusa/operation/build_request.hpp>
#include <medusa/operation/checked_options.hpp>

namespace medusa::inline v0::admin {

/// What a client has and does whichever way it waits: its settings and credentials, making
/// requests, reading responses. `Response` is what its transport gives, `Error` the transport's own
/// error.
template <class Transport, class Response, class Error, class Json, storage Storage, class Clock,
          class Provider>
class client_base {
 public:
  using storage_type = Storage;
  using options_type = basic_options<std::remove_reference_t<Clock>>;
  /// Options that the compiler has checked; each constructor takes these in place of the others.
  using checked_type = checked_options<std::remove_reference_t<Clock>>;
  using failure_type = failure<Storage, Error>;
  /// The type of a call's result: `client_type::result<client_type::user>`.
  template <class T>
  using result = medusa::result<T, failure_type>;
  using user = basic_user<Storage>;
  using user_page = basic_user_page<Storage>;

  /// What is wrong with the options; nothing when all is well.
  [[nodiscard]] constexpr std::optional<encode_error> status() const noexcept {
    return problem_.found();
  }

  /// The sizes beyond which a call fails, as they were given in the options.
  [[nodiscard]] constexpr wire_limits const& limits() const noexcept {
    return settings_.context().limits;
  }

  /// How the client signs its requests now. Views what the client keeps, until that changes.
  [[nodiscard]] constexpr medusa::credentials credentials() const {
    return settings_.context().credentials;
  }
  /// Signs them in another way from now on. Errors, after which nothing has changed: those of
  /// `credentials_error`, and `too_long` with the bytes needed.
  [[nodiscard]] constexpr std::optional<encode_error> sign_in(medusa::credentials const& c) {
    first_error errors;
    errors.note(credentials_error(c), "credentials");
    if (!errors.failed()) keep(c, errors);
    return errors.found();
  }

 protected:
  static constexpr bool has_provider =
      !std::is_same_v<std::remove_reference_t<Provider>, no_provider>;
  static constexpr bool has_retries = !std::is_same_v<std::remove_reference_t<Clock>, no_clock>;
  using attempts_type =
      std::conditional_t<has_provider, refreshing_attempts,
                         std::conditional_t<has_retries, attempts, single_attempt>>;
  using slot_type = detail::failure_slot<failure_type>;
  /// Bytes that go before credentials in their header, at most.
  static constexpr std::size_t before_credentials = detail::cookie_name_size;
  using buffer_type = typename Storage::request_buffer;
  struct nothing {};

  struct call_state {
    // Begins as zeros, which is less code to make: nothing of it is looked at before it is written.
    medusa::request request{.timeout = {}, .max_body = 0, .attempt = {.number = 0}};
    first_error errors{};
    static_string<36> idempotency_key{};
    /// Of a request that was signed once more.
    [[no_unique_address]] std::conditional_t<
        has_provider, basic_secret<typename Storage::credential>, nothing> signature{};
  };

  /// An operation and what it is read into, without their types: a program has the code of a call
  /// once.
  struct call_form {
    detail::request_form request;
    detail::answer_form<typename Json::value> const* answer;
    /// Takes new credentials from a response; null when there are none in it.
    bool (*keep)(client_base&, Response const&, detail::erased const& out, slot_type&);
  };
  template <operation Op, class T>
  [[nodiscard]] static consteval call_form make_form() {
    call_form form{detail::request_form_of<Op>,
                   &detail::answer_form_of<Op, T, typename Json::value>, nullptr};
    if constexpr (detail::obtains_credentials<Op, Response, T>)
      form.keep = [](client_base& self, Response const& response, detail::erased const& out,
                     slot_type& failed) {
        return self.keep_obtained(Op::obtained(response, detail::unerase<T>(out)),
                                  response.status(), failed);
      };
    return form;
  }
  template <operation Op, class T>
  static constexpr call_form form_of = make_form<Op, T>();

  /// Reads the last response of a call.
  struct reader {
    client_base* self;
    call_form const* form;
    detail::erased const* out;
    constexpr bool operator()(Response& response, slot_type& failed) const {
      return detail::read_answer<Json>(response, *form->answer, *out, failed) &&
             (form->keep == nullptr || form->keep(*self, response, *out, failed));
    }
  };
  using exchange_type = basic_exchange<failure_type, reader, attempts_type>;

  [[nodiscard]] static consteval bool check_views() {
    static_assert(detail::check_views<Storage, Json>());
    static_assert(
        !Storage::views_response || enable_borrowed_response<std::remove_cv_t<Response>>,
        "borrowed results view the response's body, and this transport's response is gone when "
        "the call returns: use hosted or fixed storage, or specialise "
        "medusa::enable_borrowed_response if the transport keeps the body");
    return true;
  }

  template <class T, class Options, class C, class P>
  constexpr client_base(T&& transport, Options const& options, C&& clock, P&& provider)
      : transport_(std::forward<T>(transport)),
        clock_(std::forward<C>(clock)),
        provider_(std::forward<P>(provider)),
        policy_(detail::retries(options)),
        settings_(options, problem_) {}
  template <class T, class Options>
  constexpr client_base(T&& transport, Options const& options)
      : transport_(std::forward<T>(transport)),
        clock_(),
        provider_(),
        policy_(detail::retries(options)),
        settings_(options, problem_) {}

  /// Makes a request. Of what a call before has left in `state` nothing is looked at. (Not inlined,
  /// where the stack that it needs would be taken for all of the call.)
  [[gnu::noinline]] constexpr call_state& prepare(buffer_type& buffer,
                                                  detail::request_form const& form,
                                                  detail::erased const& op,
                                                  call_options const& options, call_state& state) {
    state.errors = problem_;
    if (problem_.failed()) return state;
    state.request.attempt = {};
    std::string_view key = options.idempotency_key;
    if (form.method == method::post && key.empty() && policy().max_retries > 0) {
      detail::write_uuid(state.idempotency_key, clock_.random(), clock_.random());
      key = state.idempotency_key;
    }
    detail::build_erased(form, op, buffer, settings_.context(), options, key, state.request,
                         state.errors);
    return state;
  }

  [[nodiscard]] constexpr attempts_type begin_attempts(medusa::request& r,
                                                       detail::request_form const& form,
                                                       call_options const& options) const {
    if constexpr (has_provider) {
      first_error known;  // to `prepare`, which has told it
      bool const own = form.authenticated && !options.headers.check(known) &&
                       !settings_.context().signed_by_headers;
      return {r, policy(), deadline(options), form.repeatable, own};
    } else {
      return {r, policy(), deadline(options), form.repeatable};
    }
  }

  [[nodiscard]] constexpr retry_policy const& policy() const noexcept {
    if constexpr (has_retries) return policy_;
    else return policy_.never;
  }
  [[nodiscard]] constexpr duration deadline(call_options const& options) const {
    return options.deadline ? *options.deadline : settings_.context().deadline;
  }
  [[nodiscard]] constexpr moment this_moment() {
    return {.now = clock_.now(),
            .random = policy().max_retries > 0 ? clock_.random() : 0,
            .unix_time = detail::unix_time_of(clock_)};
  }

  /// How much of a wait to wait at once: not all when the caller may cancel, so that cancelling
  /// does not take as long as the wait.
  [[nodiscard]] static constexpr duration slice(duration wait, medusa::request const& r) noexcept {
    constexpr duration most = duration::milliseconds(20);
    return r.cancel.possible() && wait > most ? most : wait;
  }

  /// Takes what a provider gave. Why not, if so.
  [[nodiscard]] constexpr std::optional<errc> renew(
      std::optional<medusa::credentials> const& given) {
    if (!given || given->kind() == credential_kind::none) return errc::unauthorized;
    if (auto const error = sign_in(*given)) return error->code;
    return std::nullopt;
  }

  /// Signs a request, whose headers lie in `rows`, with the credentials of now. What it was signed
  /// with stays in its buffer, since its views must stay good.
  [[nodiscard]] constexpr std::optional<errc> sign_again(call_state& state,
                                                         std::span<header> rows) {
    std::size_t i = 0;
    std::size_t size = state.request.headers.size();
    while (i < size && !is_credential_header(rows[i].name)) ++i;
    if (i == size && ++size > rows.size()) return errc::too_many_headers;
    medusa::credentials const c = credentials();
    std::size_t const room = before_credentials + c.value().reveal().size();
    auto& text = state.signature.storage();
    if constexpr (detail::bounded_text<typename Storage::credential>) {
      if (!text.resize(room)) return errc::too_long;
    } else {
      text.resize(room);
    }
    std::array<header, 1> row{};
    header_table table(row);
    sink out(text.data(), room);
    detail::set_credentials(table, out, c);
    rows[i] = row[0];
    state.request.headers = rows.first(size);
    return std::nullopt;
  }

  /// Overwrites the request of a call that has ended: passwords and credentials are in it.
  static constexpr void forget(buffer_type& buffer, call_state& state) noexcept {
    detail::wipe(buffer.data(), buffer.capacity());
    if constexpr (has_provider) state.signature.wipe();
  }

  Transport transport_;
  [[no_unique_address]] Clock clock_;
  [[no_unique_address]] Provider provider_;
  /// How often the credentials have changed.
  [[no_unique_address]] std::conditional_t<has_provider, std::uint32_t, nothing> generation_{};

 private:
  constexpr void keep(medusa::credentials const& c, first_error& errors) {
    settings_.keep(c, errors);
    if constexpr (has_provider) ++generation_;
  }

  constexpr bool keep_obtained(medusa::result<medusa::credentials, errc> const& obtained,
                               int status, slot_type& failed) {
    first_error errors;
    if (!obtained) errors.fail(obtained.error(), "");
    else if (obtained->kind() != credential_kind::none ||
             credentials().kind() != credential_kind::api_token)
      keep(*obtained, errors);
    if (!errors.failed()) return true;
    failure_type& failure = failed.emplace();
    failure.code = obtained ? errc::text_too_long : errors.error().code;
    failure.status = status;
    failure.needed = errors.error().needed;
    return false;
  }

  first_error problem_{};  // of the options
  [[no_unique_address]] detail::retries_of<std::remove_reference_t<Clock>> policy_;

 protected:
  settings<Storage> settings_;
};

}  // namespace medusa::inline v0::admin
