// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <medusa/core/ascii.hpp>
#include <medusa/core/result.hpp>
#include <medusa/http/request.hpp>
#include <medusa/testing/fake_medusa/answers.hpp>
#include <medusa/testing/fake_medusa/json_value.hpp>
#include <medusa/testing/fake_medusa/jwt.hpp>
#include <medusa/testing/fake_medusa/letter_case.hpp>
#include <medusa/testing/fake_medusa/query_string.hpp>
#include <medusa/testing/fake_medusa/request_body.hpp>
#include <medusa/testing/fake_medusa/session_table.hpp>
#include <medusa/testing/fake_medusa/stored_user.hpp>
#include <medusa/testing/fake_medusa/tokens.hpp>
#include <medusa/testing/fake_medusa/user_list.hpp>
#include <medusa/testing/fake_medusa/user_table.hpp>
#include <medusa/testing/fake_medusa/user_writes.hpp>
#include <medusa/testing/fake_medusa/validation.hpp>
#include <medusa/testing/fake_response.hpp>

namespace medusa::inline v0::testing {

/// The error type of a transport that always answers.
struct never_fails {};

/// An in-process Medusa 1.20.11: the seven operations on users and the login routes, with the rules
/// of the real server, its status codes, its messages and its oddities. A Transport; give it to a
/// client as an lvalue and look at it from the test.
///
///     medusa::testing::fake_medusa server("admin@example.com", "supersecret");
///     medusa::admin::client client(server, {.base_url = "http://fake"});
///     client.auth().create_session({.email = "admin@example.com", .password = "supersecret"});
///
/// The host of a request does not matter, its path does. Everything is deterministic: time stands
/// still until it is moved, ids and tokens follow from the seed. The same suite of tests runs
/// against this and a real server. What is missing: `HEAD`, `OPTIONS`, ETags, CORS, content
/// codings, charsets and every route but these; the HTML of error pages has no stack trace. Not
/// safe to share between threads.
class fake_medusa {
 public:
  /// What the server's event `user.password_reset` carries; a shop's own code sends it to the user.
  struct reset_token {
    std::string email{};
    std::string token{};
  };

  /// A server with one user, who can sign in.
  explicit fake_medusa(std::string_view email = "admin@example.com",
                       std::string_view password = "supersecret", std::uint64_t seed = 1)
      : users_(seed) {
    fake::stored_user& admin =
        users_.insert({.role = "member", .email = fake::lower_case(email)}, now_);
    users_.set_password(admin, password);
  }

  /// Milliseconds since the Unix epoch.
  [[nodiscard]] std::int64_t now() const noexcept { return now_; }
  void set_now(std::int64_t unix_ms) noexcept { now_ = unix_ms; }
  void advance(duration d) noexcept { now_ += d.count(); }

  /// The tokens so far, oldest first, whether or not they are still good.
  [[nodiscard]] std::span<reset_token const> reset_tokens() const noexcept { return reset_tokens_; }
  /// The latest token for an e-mail, whatever its letter case; empty without one.
  [[nodiscard]] std::string last_reset_token(std::string_view email) const {
    std::string const wanted = fake::lower_case(email);
    for (std::size_t i = reset_tokens_.size(); i > 0; --i)
      if (reset_tokens_[i - 1].email == wanted) return reset_tokens_[i - 1].token;
    return {};
  }

  /// As a restart does: sessions are forgotten; users, API tokens and bearer tokens are not.
  void restart() { sessions_.close_all(); }

  /// Answers a request. O(users + sessions).
  [[nodiscard]] result<fake_response, never_fails> send(request const& r) {
    fake::session const* const found = sessions_.find(r.header("Cookie").value_or(""), now_);
    call c{.request = r,
           .user_id = {},
           .cookie = found != nullptr ? found->cookie : std::string(),
           .sets_cookie = found == nullptr};
    if (c.sets_cookie) c.cookie = sessions_.open(users_.random(), now_).cookie;
    fake_response answer = respond(c);
    if (c.sets_cookie)
      answer.add_header("Set-Cookie",
                        fake::set_cookie(*sessions_.find("connect.sid=" + c.cookie, now_)));
    return answer;
  }

 private:
  static constexpr std::string_view secret = "fake_medusa";  ///< signs bearer tokens

  struct call {
    medusa::request const& request;
    std::string user_id{};  ///< who is signed in; the user may have been deleted since
    std::string cookie{};   ///< of the session
    bool sets_cookie = false;
    fake::json_value body{};
  };

  [[nodiscard]] fake_response respond(call& c) {
    if (auto refusal = fake::read_body(c.request, c.body)) return *std::move(refusal);
    std::string_view const target = c.request.target;
    std::string_view const whole = target.substr(0, target.find('?'));
    std::string_view path = whole;
    if (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    bool const post = c.request.method == method::post;
    auto const is = [&](std::string_view route) { return ascii::iequals(path, route); };
    auto const no_route = [&] {
      return fake::html_answer(
          404, "Cannot " + std::string(to_string(c.request.method)) + ' ' + std::string(whole));
    };

    if (is("/health")) return fake_response(200, "text/html; charset=utf-8", "OK");
    if (!ascii::iequals(path.substr(0, 7), "/admin/")) return no_route();
    if (post && is("/admin/auth")) return create_session(c);
    if (post && is("/admin/auth/token")) return get_token(c);
    if (post && is("/admin/users/password-token")) return send_reset_password_token(c);
    if (post && is("/admin/users/reset-password")) return reset_password(c);
    if (!authenticate(c)) return fake::not_signed_in();
    if (is("/admin/auth"))
      return c.request.method == method::get ? get_session(c) : delete_session(c);
    if (is("/admin/users") && post) return create(c);
    if (is("/admin/users") && c.request.method == method::get)
      return list(target.substr(whole.size()));
    constexpr std::string_view users = "/admin/users/";
    if (!ascii::iequals(path.substr(0, users.size()), users)) return no_route();
    std::string_view const segment = path.substr(users.size());
    if (segment.find('/') != segment.npos) return no_route();
    auto const id = fake::percent_decoded(segment);
    if (!id || id->find('\0') != std::string::npos) return fake::server_error();
    if (post) return update(c, *id);
    return c.request.method == method::get ? retrieve(*id) : remove(*id);
  }

  /// By session, else by bearer token, else by API token: a bad one of a kind does not get in the
  /// way of the next. Neither of the first two is compared with the users there are.
  [[nodiscard]] bool authenticate(call& c) {
    c.user_id = sessions_.find("connect.sid=" + c.cookie, now_)->user_id;
    if (!c.user_id.empty()) return true;
    std::string_view const authorization =
        ascii::trim(c.request.header("Authorization").value_or(""));
    if (ascii::iequals(authorization.substr(0, 7), "Bearer ")) {
      auto const token = fake::read_jwt(ascii::trim(authorization.substr(7)), secret, now_ / 1000);
      if (token.state == fake::jwt_state::good) return c.user_id = token.text("user_id"), true;
    }
    std::string_view const token =
        ascii::trim(c.request.header("x-medusa-access-token").value_or(""));
    fake::stored_user const* const owner = token.empty() ? nullptr : users_.find_token(token);
    if (owner != nullptr) c.user_id = owner->id;
    return owner != nullptr;
  }

  /// Null unless e-mail and password of the body are those of a user.
  [[nodiscard]] fake::stored_user const* login(call const& c) {
    fake::stored_user const* const found = users_.find_email(c.body.find("email")->text);
    bool const good =
        found != nullptr && users_.has_password(*found, c.body.find("password")->text);
    return good ? found : nullptr;
  }

  [[nodiscard]] fake_response create_session(call& c) {
    if (auto refusal = fake::check_body(c.body, fake::complaints_about_login))
      return *std::move(refusal);
    fake::stored_user const* const found = login(c);
    if (found == nullptr) return fake::text_answer(401, "Unauthorized");
    fake::session& session = *sessions_.find("connect.sid=" + c.cookie, now_);
    c.sets_cookie = c.sets_cookie || session.user_id != found->id;
    if (c.sets_cookie) session.expires_at = now_ + fake::session_table::lifetime_ms;
    session.user_id = found->id;
    return fake::user_answer(fake::user_value(*found));
  }

  [[nodiscard]] fake_response get_token(call const& c) {
    if (auto refusal = fake::check_body(c.body, fake::complaints_about_login))
      return *std::move(refusal);
    fake::stored_user const* const found = login(c);
    if (found == nullptr) return fake::text_answer(401, "Unauthorized");
    return fake::json_answer(
        200,
        R"({"access_token":")" + fake::make_bearer_token(*found, now_ / 1000, secret) + R"("})");
  }

  [[nodiscard]] fake_response get_session(call const& c) {
    fake::stored_user const* const found = users_.find_id(c.user_id);
    return found != nullptr ? fake::user_answer(fake::user_value(*found))
                            : fake::text_answer(400, "Bad Request");
  }

  [[nodiscard]] fake_response delete_session(call& c) {
    sessions_.close(c.cookie);
    c.sets_cookie = false;
    return fake::text_answer(200, "OK");
  }

  [[nodiscard]] fake_response create(call const& c) {
    if (auto refusal = fake::check_body(c.body, fake::complaints_about_creation))
      return *std::move(refusal);
    fake::stored_user made = fake::created_user(c.body);
    if (users_.find_email(made.email) != nullptr)
      return fake::invalid_data("A user with the same email already exists.");
    if (!fake::is_storable(made)) return fake::server_error();
    fake::stored_user& kept = users_.insert(std::move(made), now_);
    std::string const& password = c.body.find("password")->text;
    if (!password.empty()) users_.set_password(kept, password);
    return fake::user_answer(fake::created_user_value(kept, c.body));
  }

  [[nodiscard]] fake_response retrieve(std::string_view id) {
    fake::stored_user const* const found = users_.find_id(id);
    return found != nullptr ? fake::user_answer(fake::user_value(*found)) : fake::unknown_user(id);
  }

  [[nodiscard]] fake_response list(std::string_view query) {
    if (!query.empty()) query.remove_prefix(1);
    fake::json_value const parameters = fake::parse_query(query);
    fake::user_list const wanted(parameters);
    if (std::string const complaint = wanted.complaint(); !complaint.empty())
      return fake::invalid_data(complaint);
    auto answer = wanted.answer(users_.all());
    return answer ? fake::json_answer(200, *std::move(answer)) : fake::server_error();
  }

  [[nodiscard]] fake_response update(call const& c, std::string_view id) {
    if (auto refusal = fake::check_body(c.body, fake::complaints_about_update))
      return *std::move(refusal);
    fake::stored_user* const found = users_.find_id(id);
    if (found == nullptr) return fake::unknown_user(id);
    auto const* const metadata = c.body.find("metadata");
    if (metadata != nullptr && metadata->find("constructor") != nullptr)
      return fake::server_error();
    fake::stored_user changed = fake::updated_user(*found, c.body);
    if (!fake::is_storable(changed)) return fake::server_error();
    fake::json_value answer = fake::user_value(changed);
    if (changed.metadata) changed.metadata = fake::stored_as_jsonb(*changed.metadata);
    if (changed == *found) return fake::user_answer(fake::user_value(*found));
    changed.updated_at = users_.tick(now_);
    answer.set("updated_at", fake::date_value(changed.updated_at));
    answer.set("password_hash", {});  // null, though the stored one is as it was
    *found = std::move(changed);
    return fake::user_answer(answer);
  }

  /// A success whether or not there is such a user.
  [[nodiscard]] fake_response remove(std::string_view id) {
    if (fake::stored_user* const found = users_.find_id(id)) {
      found->updated_at = users_.tick(now_);
      found->deleted_at = found->updated_at;
    }
    std::string body = R"({"id":)";
    fake::append_json(body, id);
    return fake::json_answer(200, body + R"(,"object":"user","deleted":true})");
  }

  [[nodiscard]] fake_response send_reset_password_token(call const& c) {
    if (auto refusal = fake::check_body(c.body, fake::complaints_about_reset_request))
      return *std::move(refusal);
    fake::stored_user const* const found = users_.find_email(c.body.find("email")->text);
    if (found == nullptr) return fake_response(204);
    if (!found->password_hash) return fake::server_error();
    reset_tokens_.push_back({found->email, fake::make_reset_token(*found, now_ / 1000)});
    return fake_response(204);
  }

  [[nodiscard]] fake_response reset_password(call const& c) {
    if (auto refusal = fake::check_body(c.body, fake::complaints_about_reset))
      return *std::move(refusal);
    std::string_view const token = c.body.find("token")->text;
    auto const email = fake::optional_text(c.body, "email");
    std::string const claimed(email ? std::string_view(*email)
                                    : fake::read_jwt(token, "", 0).text("email"));
    fake::stored_user* const found = users_.find_email(claimed);
    if (found == nullptr) return fake::invalid_data("invalid token");
    auto const read = fake::read_jwt(token, found->password_hash.value_or(""), now_ / 1000);
    if (read.state == fake::jwt_state::unreadable) return fake::invalid_data("invalid token");
    if (read.state != fake::jwt_state::good || !found->password_hash) return fake::server_error();
    if (read.text("user_id") != found->id)
      return fake_response(401, "text/html; charset=utf-8",
                           "Invalid or expired password reset token");
    users_.set_password(*found, c.body.find("password")->text);
    found->updated_at = users_.tick(now_);
    return fake::user_answer(fake::user_value(*found));
  }

  std::int64_t now_ = 1'767'225'600'000;  ///< 2026-01-01T00:00:00Z
  fake::user_table users_;
  fake::session_table sessions_{};
  std::vector<reset_token> reset_tokens_{};
};

}  // namespace medusa::inline v0::testing
