#include <medusa/client/transport.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/client/client.hpp>
#include <medusa/core/result.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

// What a client takes for a transport, and what it does not.
namespace transport_models {

using namespace medusa;

constexpr std::string_view ada = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";

/// The least there may be.
struct least_response {
  int code = 0;
  constexpr int status() const { return code; }
  constexpr std::string_view body() const { return code == 200 ? ada : std::string_view(); }
};
struct least_error {};

struct least_transport {
  constexpr result<least_response, least_error> send(request const& r) {
    if (r.target == "/admin/users/gone") return unexpected(least_error{});
    return least_response{200};
  }
};

/// Nothing of ours: tested by an explicit conversion, the response given by value, the error by
/// reference.
struct odd_sent {
  int code = 0;
  constexpr explicit operator bool() const { return code != 0; }
  constexpr least_response operator*() const { return {code}; }
  constexpr long& error() & { return number; }
  long number = 7;
};
struct odd_transport {
  constexpr odd_sent send(request const& r) { return {r.target == "/admin/users/gone" ? 0 : 200}; }
};

/// Does not let its response be changed.
struct const_sent {
  bool good = false;
  least_response const response{200};
  least_error failure{};
  constexpr operator bool() const { return good; }
  constexpr least_response const& operator*() const { return response; }
  constexpr least_error const& error() const { return failure; }
};
struct const_transport {
  constexpr const_sent send(request const& r) { return {.good = r.target != "/admin/users/gone"}; }
};

/// Gives a reference to what it keeps, of a const transport.
struct keeping_transport {
  result<least_response, least_error> kept = least_response{200};
  constexpr result<least_response, least_error> const& send(request const&) const { return kept; }
};

/// An error that is also one of ours.
struct confusing_transport {
  constexpr result<least_response, encode_error> send(request const&) {
    return unexpected(encode_error{.code = errc::too_long});
  }
};

struct knowing_error {
  bool sent = false;
};
constexpr bool request_may_have_been_sent(knowing_error const& e) { return e.sent; }

struct move_only_error {
  int number = 0;
  constexpr explicit move_only_error(int n) : number(n) {}
  constexpr move_only_error(move_only_error&&) = default;
  constexpr move_only_error& operator=(move_only_error&&) = default;
};
struct move_only_transport {
  constexpr result<least_response, move_only_error> send(request const&) {
    return unexpected(move_only_error(5));
  }
};

static_assert(transport<least_transport> && transport<odd_transport> &&
              transport<keeping_transport const>);
static_assert(transport<confusing_transport> && transport<move_only_transport>);
static_assert(std::same_as<transport_response_t<odd_transport>, least_response>);
static_assert(std::same_as<transport_error_t<odd_transport>, long>);
static_assert(std::same_as<transport_error_t<keeping_transport const>, least_error>);
static_assert(check_transport<least_transport>() && check_transport<odd_transport>());

struct no_send {};
struct sends_nothing {
  void send(request const&);
};
struct sends_elsewhere {
  result<least_response, least_error> send(std::string const&);
};
struct sends_untestable {
  least_response send(request const&);
};
struct sends_no_response {
  result<int, least_error> send(request const&);
};
struct owning_response {
  int status() const;
  std::string body() const;
};
struct sends_dangling_body {
  result<owning_response, least_error> send(request const&);
};
struct sends_without_error {
  least_response* send(request const&);
};
static_assert(!transport<no_send> && !transport<sends_nothing> && !transport<sends_elsewhere>);
static_assert(!transport<sends_untestable> && !transport<sends_no_response> &&
              !transport<sends_dangling_body>);
static_assert(!transport<sends_without_error> && !transport<keeping_transport const*>);

static_assert(detail::may_have_been_sent(least_error{}) && detail::may_have_been_sent(7));
static_assert(detail::may_have_been_sent(knowing_error{true}) &&
              !detail::may_have_been_sent(knowing_error{false}));

template <class T>
using client_of = admin::client<T, json::scanner, fixed<48, 4>>;
constexpr basic_options<no_clock> options{.base_url = "http://h"};

template <class T>
constexpr bool test_a_client_takes_it() {
  client_of<T> client{T{}, options};
  if (!client.users().retrieve("usr_1") ||
      client.users().retrieve("usr_1")->email != "ada@example.com")
    return false;
  auto const failed = client.users().retrieve("gone");
  if (failed || failed.error().code != errc::transport_failed || !failed.error().transport)
    return false;
  auto const sent = client.send(admin::retrieve_user{.id = "usr_1"});
  return sent && *sent && (**sent).status() == 200;
}

constexpr bool test_an_lvalue_is_referenced() {
  keeping_transport const shared;
  client_of<keeping_transport const&> client{shared, options};
  client_of<keeping_transport const&> copy = client;
  return client.users().retrieve("usr_1") && copy.users().retrieve("usr_1");
}

constexpr bool test_the_error_is_kept_as_it_is() {
  client_of<move_only_transport> client{move_only_transport{}, options};
  if (client.users().retrieve("usr_1").error().transport->number != 5) return false;
  client_of<confusing_transport> confusing{confusing_transport{}, options};
  if (confusing.users().retrieve("usr_1").error().transport->code != errc::too_long) return false;
  // An error of the transport is not one of the encoding.
  auto const sent = confusing.send(admin::retrieve_user{.id = "usr_1"});
  return sent && !*sent && sent->error().code == errc::too_long;
}

/// Fails so often before it answers, and tells whether it has sent.
struct failing_transport {
  bool sent;
  int* requests;
  constexpr result<least_response, knowing_error> send(request const&) {
    if (++*requests < 3) return unexpected(knowing_error{sent});
    return least_response{200};
  }
};

/// What the transport says of its error decides whether a user is created twice.
constexpr bool test_what_was_not_sent_is_repeated() {
  using retrying =
      admin::client<failing_transport, json::scanner, fixed<48, 4>, testing::virtual_clock>;
  basic_options<testing::virtual_clock> const twice{.base_url = "http://h",
                                                    .retry = {.max_retries = 2}};
  int requests = 0;
  retrying not_sent{failing_transport{false, &requests}, twice};
  if (!not_sent.users().create({.email = "e", .password = "p"}) || requests != 3) return false;
  requests = 0;
  retrying maybe_sent{failing_transport{true, &requests}, twice};
  auto const user = maybe_sent.users().create({.email = "e", .password = "p"});
  return !user && user.error().attempts == 1 && requests == 1;
}

}  // namespace transport_models

using namespace transport_models;

TWIN("transport: the least there may be", test_a_client_takes_it<least_transport>);
TWIN("transport: nothing of ours", test_a_client_takes_it<odd_transport>);
TWIN("transport: a response that cannot be changed", test_a_client_takes_it<const_transport>);
TWIN("transport: an lvalue is referenced", test_an_lvalue_is_referenced);
TWIN("transport: the error is kept as it is", test_the_error_is_kept_as_it_is);
TWIN("transport: what was not sent is repeated", test_what_was_not_sent_is_repeated);
