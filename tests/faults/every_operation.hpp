// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include <medusa/core/errc.hpp>
#include <medusa/http/header.hpp>
#include <medusa/http/response.hpp>
#include <medusa/operation/create_session.hpp>
#include <medusa/operation/create_user.hpp>
#include <medusa/operation/delete_session.hpp>
#include <medusa/operation/delete_user.hpp>
#include <medusa/operation/get_session.hpp>
#include <medusa/operation/get_token.hpp>
#include <medusa/operation/list_users.hpp>
#include <medusa/operation/reset_password.hpp>
#include <medusa/operation/retrieve_user.hpp>
#include <medusa/operation/send_reset_password_token.hpp>
#include <medusa/operation/update_user.hpp>

namespace faults {

inline constexpr std::string_view id = "usr_01M83K1N4PWB4PSZEEYTEA9YZX";
/// No text of it fits into the small buffer of a string; one has an escape.
inline constexpr std::string_view user =
    R"({"user":{"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","created_at":"2026-11-23T06:56:10.386Z","updated_at":"2026-11-23T06:56:10.386Z",)"
    R"("deleted_at":null,"role":"admin","email":"ada.lovelace@example.com","first_name":"Augusta Ada Byron \u00e9","last_name":null,)"
    R"("api_token":"tok_of_more_than_15_bytes","metadata":{"a key":["and","a",1]}}})";
inline constexpr std::string_view page =
    R"({"users":[{"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","email":"ada.lovelace@example.com"},)"
    R"({"id":"usr_01M83K1NAF7K8DAXD0RV8P5F26","metadata":{}}],"count":2,"offset":0,"limit":2})";
inline constexpr std::string_view deletion =
    R"({"id":"usr_01M83K1N4PWB4PSZEEYTEA9YZX","object":"user","deleted":true})";
inline constexpr std::string_view token = R"({"access_token":"head-er.pay-load.sign-ature-of-it"})";
inline constexpr std::string_view refusal =
    R"({"code":"invalid_request_error","type":"invalid_data","message":"a message that is long enough"})";
inline constexpr std::array<medusa::header, 1> sets_cookie{
    {{"Set-Cookie", "connect.sid=s%3Aa-cookie-of-more-than-15-bytes; Path=/; HttpOnly"}}};

inline constexpr std::size_t operations = 11;

/// Calls `f(operation, answer)` for the seven operations and the four of signing in.
template <class F>
void for_each_operation(F&& f) {
  using namespace medusa::admin;
  using medusa::response_view;
  constexpr std::string_view email = "ada.lovelace@example.com", password = "s3cret-of-16-bytes";
  f(create_user{.email = email, .first_name = "Augusta", .role = role::admin, .password = password},
    response_view{200, user});
  f(retrieve_user{.id = id}, response_view{200, user});
  f(list_users{.q = "ada", .limit = 2}, response_view{200, page});
  f(update_user{.id = id, .changes = {.last_name = nullptr, .metadata = R"({"a":1})"}},
    response_view{200, user});
  f(send_reset_password_token{.email = email}, response_view{204, ""});
  f(reset_password{.token = "head.pay.sign", .password = password}, response_view{200, user});
  f(delete_user{.id = id}, response_view{200, deletion});
  f(create_session{.email = email, .password = password}, response_view{200, user, sets_cookie});
  f(get_session{}, response_view{200, user});
  f(get_token{.email = email, .password = password}, response_view{200, token});
  f(delete_session{}, response_view{200, "OK"});
}

/// How calls ended, in their order; `errc{}` is a success.
using codes = std::vector<medusa::errc>;

/// How often a handler has run: once in the end, whatever is thrown. `least` is 0 where what is
/// thrown may come before the call has begun.
struct ending {
  int least = 1;
  int count = 0;
  medusa::errc code{};
  ~ending() {
    CHECK(count >= least);
    CHECK(count <= 1);
  }
};

/// One call of a blocking client, or one of an asynchronous client from its beginning to its end.
/// What is thrown passes through.
template <class Client, class Op>
medusa::errc outcome_of(Client& client, Op const& op, int least = 1) {
  if constexpr (requires { client.poll(); }) {
    ending end{.least = least};
    client.call(op, [&](auto const& result) {
      ++end.count;
      end.code = result ? medusa::errc{} : result.error().code;
    });
    for (int turn = 0; turn < 50 && end.count == 0; ++turn) client.poll();
    client.poll();
    end.least = 1;
    return end.code;
  } else {
    static_cast<void>(least);
    auto const result = client.call(op);
    return result ? medusa::errc{} : result.error().code;
  }
}

/// All operations, one after the other. `server.answer` is what it answers.
template <class Client, class Server>
codes walk(Client& client, Server& server) {
  codes all;
  for_each_operation([&](auto const& op, medusa::response_view const& answer) {
    server.answer = answer;
    all.push_back(outcome_of(client, op));
  });
  return all;
}

/// What a walk gives in which all goes well but the call `n`, counted from 1.
inline codes all_but(std::size_t n, medusa::errc code) {
  codes all(operations, medusa::errc{});
  if (n >= 1 && n <= operations) all[n - 1] = code;
  return all;
}

}  // namespace faults
