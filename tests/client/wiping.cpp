// SPDX-License-Identifier: MIT
// What a client was given of secrets is gone when it is not needed any more: those of a request when
// the call has ended, credentials when others take their place or the client ends.
#include <medusa/client/client.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/operation/build_request.hpp>
#include <support/searched_memory.hpp>

#include "../faults/servers.hpp"

namespace {

using namespace medusa;
using faults::async_server;
using faults::blocking_server;
using faults::failing;
using support::searched_memory;
using support::searched_object;
using support::searched_string;

/// `hosted`, in memory that can be searched.
struct searched : hosted {
  using credential = searched_string;
  using settings = searched_string;
  using request_buffer = growing_request_buffer<searched_string>;
};

// One is so short that a string keeps it inside itself.
constexpr std::string_view first_token = "planted-token";
constexpr std::string_view second_token = "planted-token-that-is-longer-than-a-short-string";
constexpr std::string_view password = "planted-password-of-a-user";
constexpr std::string_view reset_token = "planted.reset.token-of-a-user";
constexpr std::string_view own_header = "planted-header-of-the-client";
constexpr std::string_view call_header = "planted-header-of-the-call";
constexpr std::string_view every_secret[] = {first_token, second_token, password,
                                             reset_token, own_header,   call_header};

/// What is looked for where nothing should be: emptying a text is enough to change its first byte.
constexpr std::string_view rest_of(std::string_view secret) { return secret.substr(1); }

template <class Client>
bool held(searched_object<Client> const& client, std::string_view secret) {
  return client.holds(secret) || searched_memory::instance().in_use(secret);
}

/// Performs an operation, whichever kind of client it is.
template <class Client, class Op>
void perform(Client& client, Op const& op, call_options const& options) {
  if constexpr (requires { client.poll(); }) {
    client.call(op, options, [](auto const&) {});
    client.poll();
  } else {
    static_cast<void>(client.call(op, options));
  }
}

/// All operations that are given a secret of a user.
template <class Client>
void perform_all(Client& client) {
  header const headers[] = {{"Authorization", call_header}};
  call_options options{};
  options.headers = headers;
  perform(client, admin::create_user{.email = "a@b.c", .password = password}, options);
  perform(client, admin::reset_password{.token = reset_token, .password = password}, options);
  perform(client, admin::create_session{.email = "a@b.c", .password = password}, options);
  perform(client, admin::get_token{.email = "a@b.c", .password = password}, options);
  perform(client, admin::create_user{.email = "a@b.c", .password = ""}, options);
}

/// Whether nothing of a user's secrets is anywhere after calls of which one fails as `how` says.
template <class Client, class Server>
bool forgets_requests(failing how, std::size_t step) {
  searched_memory::instance().begin();
  support::fail_at fault(step);
  Server server{.answer = {500, "{}"}, .fault = &fault, .how = how};
  searched_object<Client> client(server, basic_options<no_clock>{
                                             .base_url = "http://h",
                                             .credentials = api_token{first_token},
                                         });
#ifdef __cpp_exceptions
  try {
    perform_all(*client);
  } catch (std::runtime_error const&) {}
#else
  perform_all(*client);
#endif
  for (std::string_view const secret : {password, reset_token, call_header})
    if (held(client, rest_of(secret)) || searched_memory::instance().returned(rest_of(secret)))
      return false;
  return held(client, first_token);
}

template <class S>
using blocking = admin::client<blocking_server&, json::scanner, S, no_clock>;
template <class S>
using asynchronous = admin::async_client<async_server&, json::scanner, S, no_clock>;

}  // namespace

TEST_CASE("wiping: the search finds what is there") {
  searched_memory::instance().begin();
  searched_object<std::string> text("planted");
  CHECK(text.holds("planted"));
  CHECK(!text.holds("not planted"));
  {
    searched_string const more(password);
    CHECK(searched_memory::instance().in_use(password));
  }
  CHECK(!searched_memory::instance().in_use(rest_of(password)));
  CHECK(searched_memory::instance().returned(password));
}

TEST_CASE_TEMPLATE("wiping: a request, when the call has ended in whatever way", S, searched,
                   fixed<64, 2>, borrowed<2>) {
  for (failing const how : {failing::refused, failing::timed_out, failing::dropped, failing::thrown,
                            failing::thrown_afterwards})
    for (std::size_t step = 0; step < 9; ++step) {
      CHECK(forgets_requests<blocking<S>, blocking_server>(how, step));
      CHECK(forgets_requests<asynchronous<S>, async_server>(how, step));
    }
}

TEST_CASE_TEMPLATE("wiping: the request of a call that was sent alone", S, searched, fixed<64, 2>) {
  searched_memory::instance().begin();
  blocking_server server{.answer = {200, "{}"}};
  searched_object<blocking<S>> client(server, basic_options<no_clock>{.base_url = "http://h"});
  CHECK(client->send(admin::get_token{.email = "a@b.c", .password = password}));
  CHECK(!held(client, rest_of(password)));
  CHECK(!searched_memory::instance().returned(rest_of(password)));
}

TEST_CASE_TEMPLATE("wiping: what a request was signed with once more", S, searched, fixed<64, 2>,
                   borrowed<2>) {
  // As it is in a header; the client itself keeps the token alone.
  static constexpr std::string_view signature = "Bearer planted-token-that-is-renewed";
  auto provider = [] { return std::optional(credentials(bearer{signature.substr(7)})); };
  searched_memory::instance().begin();
  blocking_server server{.answer = {401, "Unauthorized"}};
  using renewing = admin::client<blocking_server&, json::scanner, S, no_clock, decltype(provider)&>;
  searched_object<renewing> client(server, basic_options<no_clock>{.base_url = "http://h"},
                                   no_clock(), provider);
  CHECK(!client->users().retrieve("u"));
  CHECK(server.requests == 2);
  CHECK(held(client, signature.substr(7)));
  CHECK(!held(client, rest_of(signature)));
  CHECK(!searched_memory::instance().returned(rest_of(signature)));
}

TEST_CASE_TEMPLATE("wiping: credentials that others replace", S, searched, fixed<64, 2>,
                   borrowed<2>) {
  for (bool const longer : {false, true}) {
    searched_memory::instance().begin();
    std::string_view const before = longer ? first_token.substr(1) : second_token;
    std::string_view const after = longer ? second_token : "tok_2";
    blocking_server server{.answer = {200, "{}"}};
    searched_object<blocking<S>> client(
        server, basic_options<no_clock>{.base_url = "http://h", .credentials = api_token{before}});
    CHECK(held(client, before));
    // As long as it is part of what follows it is not looked for.
    CHECK(!client->sign_in(bearer{after}));
    CHECK(client->credentials().value().reveal() == after);
    if (!longer) CHECK(!held(client, before.substr(after.size())));
    CHECK(!client->sign_in(credentials()));
    CHECK(!held(client, rest_of(before)));
    CHECK(!held(client, rest_of(after)));
    CHECK(!searched_memory::instance().returned(rest_of(before)));
    CHECK(!searched_memory::instance().returned(rest_of(after)));
  }
}

TEST_CASE("wiping: all that a client has, when it ends or is moved") {
  for (std::string_view const token : {first_token, second_token}) {
    searched_memory::instance().begin();
    header const headers[] = {{"Cookie", own_header}};
    blocking_server server{.answer = {200, "{}"}};
    basic_options<no_clock> options{.base_url = "http://h", .credentials = api_token{token}};
    options.headers = headers;
    searched_object<blocking<searched>> client(server, options);
    perform_all(*client);
    {
      blocking<searched> other(std::move(*client));
      CHECK(other.credentials().value().reveal() == token);
      CHECK(!client.holds(rest_of(token)));
    }
    client.end();
    for (std::string_view const secret : every_secret) {
      CHECK(!held(client, rest_of(secret)));
      CHECK(!searched_memory::instance().returned(rest_of(secret)));
    }
  }
}

TEST_CASE("wiping: a buffer of one's own, when it grows and when it ends") {
  searched_memory::instance().begin();
  {
    growing_request_buffer<searched_string> buffer;
    admin::get_token const op{.email = "a@b.c", .password = password};
    basic_options<no_clock> const options{.base_url = "http://h"};
    CHECK(op.request(buffer, options));
    CHECK(searched_memory::instance().in_use(password));
    CHECK(buffer.grow(1000));
    CHECK(!searched_memory::instance().in_use(rest_of(password)));
    CHECK(op.request(buffer, options));
  }
  CHECK(!searched_memory::instance().returned(rest_of(password)));
}
