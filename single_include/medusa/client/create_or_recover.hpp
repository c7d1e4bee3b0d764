// SPDX-License-Identifier: MIT
// medusa 0.1.0, written by tools/single-header: do not edit.
#pragma once

#include "../medusa.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

// medusa/client/create_or_recover.hpp

namespace medusa::inline v0 {

namespace admin {

/// What has become of a create.
enum class creation : std::uint8_t {
  unknown,         ///< nobody can tell: it may come into being yet, or be somebody else's
  created,         ///< by this call
  existed_before,  ///< somebody else was first; this call has created nothing
};

/// What became of a create, with the user and the error, as far as there are any.
template <class Client>
struct created_or_recovered {
  creation outcome = creation::unknown;
  /// The user with that e-mail, as far as it is known. A `created` or `unknown` one may be missing.
  std::optional<typename Client::user> user{};
  /// Why the create itself did not simply succeed; nothing if it did, or was not needed. On
  /// `borrowed` storage without the server's texts, as their response is gone.
  std::optional<typename Client::failure_type> cause{};
};

}  // namespace admin

namespace detail {

/// A list of at most one. (Servers before 1.20.1 do not filter: `too_many_items`.)
template <storage S>
struct one_user {
  static_vector<basic_user<S>, 1> users{};
  using field_table = member_list<member<"users", &one_user::users, presence::required>>;
};

/// Whether the server may have done what was refused or not answered.
template <class Failure>
[[nodiscard]] constexpr bool may_have_been_done(Failure const& f) {
  if (f.attempts == 0) return false;
  switch (f.stage()) {
    case stage::encode: return false;
    case stage::decode: break;
    case stage::transport:
    case stage::cancelled:
    case stage::deadline: return !f.transport || may_have_been_sent(*f.transport);
    // 5xx but 503, and 408, of which errc knows no more. With 409 the server tells that its
    // database has ended the transaction, maybe after it was committed.
    case stage::status:
      return f.code == errc::server_error || f.code == errc::unexpected_status ||
             f.code == errc::conflict;
  }
  return true;
}

template <class Client>
struct create_recovery {
  using failed = std::optional<typename Client::failure_type>;
  using storage_type = typename Client::storage_type;

  Client& client;
  admin::create_user const& op;
  call_options const& options;
  typename storage_type::query email{};  ///< in lower case, as the server keeps it

  [[nodiscard]] constexpr std::optional<encode_error> prepare() {
    request_buffer<1> none;
    auto const r = op.request(none, basic_options<no_clock>{.base_url = "http://h"}, options);
    // It does not fit: is that all that is wrong?
    if (r.error().code != errc::buffer_too_small) return r.error();
    if (!keep_text(email, op.email))
      return encode_error{.code = errc::too_long, .field = "email", .needed = op.email.size()};
    for (std::size_t i = 0; i < email.size(); ++i) email.data()[i] = ascii::lower(email.data()[i]);
    return std::nullopt;
  }

  [[nodiscard]] constexpr failed create(std::optional<typename Client::user>& user) {
    // Not in `user`: under clang an optional that was reset cannot be moved in constant evaluation.
    typename Client::user made{};
    failed why = client.call_into(op, made, options);
    if (!why) user.emplace(std::move(made));
    return why;
  }

  [[nodiscard]] constexpr failed find(std::optional<typename Client::user>& user) {
    one_user<storage_type> page{};
    failed why = client.call_into(admin::list_users{.email = email, .limit = 1}, page, options);
    if (!why && !page.users.empty() &&
        std::string_view(page.users.front().email) == std::string_view(email))
      user.emplace(std::move(page.users.front()));
    return why;
  }

  /// The server lowers more letters than those of ASCII.
  [[nodiscard]] constexpr bool knows_how_it_is_kept() const noexcept {
    for (char const c : op.email)
      if (static_cast<unsigned char>(c) > 127) return false;
    return true;
  }

  /// Whether a user of this e-mail has the password of the create. Nothing is kept of the login.
  [[nodiscard]] constexpr bool password_is_ours() {
    if (options.cancel.requested()) return false;
    admin::get_token const login{.email = email, .password = op.password};
    auto sent = client.send(login, options);
    if (!sent || !*sent) return false;
    auto&& response = **sent;
    return parse<storage_type>(login, response).has_value();
  }
};

}  // namespace detail

namespace admin {

/// Creates a user, and finds out what has become of it when the answer is lost: a create must not
/// be repeated, since the server ignores idempotency keys.
///
/// It looks the e-mail up, creates, and if it then is not sure (no complete answer, a time limit,
/// 408, 409, 5xx but 503, a success that cannot be read) logs in with the password and looks the
/// e-mail up again. `created` is told when the server said so, or when there was no such user
/// before and now there is one with this password. A user without that proof is `unknown`: dates
/// would prove nothing, since another may have created it at the same time. (Should somebody do so
/// with the same password, both are told `created`.) An e-mail that is not ASCII is never proven,
/// as the server's rules for lower case are not known here. A proxy that sends a POST again, which
/// none may (RFC 9110, 9.2.2), makes a duplicate of it: that looks as if somebody else had been
/// first.
///
/// So there is one request more at first, and two more when in doubt; `options` and its time limits
/// are for each of these calls. Errors: those of the first look-up, after which nothing has been
/// created, and those of the create that show that nothing was. O(requests).
template <class Client>
[[nodiscard]] constexpr auto create_or_recover(Client& client, create_user const& op,
                                               call_options const& options = default_call_options)
    -> typename Client::template result<created_or_recovered<Client>> {
  typename Client::template result<created_or_recovered<Client>> out{};
  detail::create_recovery<Client> recovery{.client = client, .op = op, .options = options};
  if (auto const wrong = recovery.prepare()) {
    out.emplace_error(*wrong);
    return out;
  }
  if (auto failed = recovery.find(out->user)) {
    out.emplace_error(std::move(*failed));
    return out;
  }
  if (out->user) {
    out->outcome = creation::existed_before;
    return out;
  }
  auto& cause = out->cause;
  cause = recovery.create(out->user);
  if (!cause) {
    out->outcome = creation::created;
    return out;
  }
  bool const in_doubt = detail::may_have_been_done(*cause);
  // An attempt before this one may have been done without being told so.
  bool const first = cause->attempts <= 1;
  errc const code = cause->code;
  bool const maybe_duplicate = code == errc::bad_request || code == errc::unprocessable;
  if (in_doubt || !first || maybe_duplicate) {
    if constexpr (Client::storage_type::views_response) {
      bool const said = cause->server.message_dropped || !cause->server.message.empty();
      cause->server = {};
      cause->server.message_dropped = said;
    }
    bool const ours =
        (in_doubt || !first) && recovery.knows_how_it_is_kept() && recovery.password_is_ours();
    static_cast<void>(recovery.find(out->user));
    if (ours) out->outcome = creation::created;
    else if (!in_doubt && first && out->user) out->outcome = creation::existed_before;
    if (in_doubt || out->user || ours) return out;
  }
  auto refusal = std::move(*cause);
  out.emplace_error(std::move(refusal));
  return out;
}

}  // namespace admin

}  // namespace medusa::inline v0
