// SPDX-License-Identifier: MIT
#include <medusa/client/create_or_recover.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>

#include <medusa/client/client.hpp>
#include <medusa/client/steady_clock.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/fake_medusa.hpp>
#include <medusa/testing/fake_response.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using admin::create_or_recover;
using admin::creation;

template <class S>
using client_of = admin::client<scripted_transport&, json::scanner, S, virtual_clock&>;
constexpr basic_options<virtual_clock> options{.base_url = "http://h",
                                               .credentials = api_token{"tok"}};
constexpr admin::create_user ada{
    .email = "Ada@Example.com", .first_name = "Ada", .password = "s3cret"};

constexpr std::string_view one = R"({"user":{"id":"usr_1","email":"ada@example.com"}})";
constexpr std::string_view duplicate =
    R"({"type":"invalid_data","message":"A user with the same email already exists."})";

constexpr scripted_step look_up() {
  return expect(method::get, "/admin/users?email=ada%40example.com&limit=1");
}
constexpr scripted_step no_user() {
  return look_up().answer(200, R"({"users":[],"count":0,"offset":0,"limit":1})");
}
constexpr scripted_step the_user() {
  return look_up().answer(200, R"({"users":[{"id":"usr_1","email":"ada@example.com"}],"count":1})");
}
constexpr scripted_step create() {
  return expect(method::post, "/admin/users")
      .body(R"({"email":"Ada@Example.com","first_name":"Ada","password":"s3cret"})");
}
constexpr scripted_step login() {
  return expect(method::post, "/admin/auth/token")
      .body(R"({"email":"ada@example.com","password":"s3cret"})")
      .without_header("x-medusa-access-token");
}
constexpr scripted_step right_password() {
  return login().answer(200, R"({"access_token":"jwt"})");
}
constexpr scripted_step wrong_password() { return login().answer(401, "Unauthorized"); }

/// What is told after a conversation: the outcome, whether the user is known, and the create's own
/// error.
template <class S>
constexpr bool tells(std::initializer_list<scripted_step> steps, creation outcome, bool knows_user,
                     errc cause, basic_options<virtual_clock> const& with = options,
                     call_options const& call = default_call_options) {
  virtual_clock clock;
  scripted_transport server(clock, steps);
  client_of<S> client{server, with, clock};
  auto const told = create_or_recover(client, ada, call);
  if (!told || !server.finished() || client.credentials().kind() != credential_kind::api_token)
    return false;
  if (told->user && (told->user->id != "usr_1" || told->user->email != "ada@example.com"))
    return false;
  return told->outcome == outcome && told->user.has_value() == knows_user &&
         (told->cause ? told->cause->code : errc{}) == cause;
}

/// Whether nothing was created, and why.
template <class S>
constexpr bool fails(std::initializer_list<scripted_step> steps, errc code,
                     basic_options<virtual_clock> const& with = options,
                     admin::create_user const& op = ada) {
  virtual_clock clock;
  scripted_transport server(clock, steps);
  client_of<S> client{server, with, clock};
  auto const told = create_or_recover(client, op);
  return !told && server.finished() && told.error().code == code;
}

template <class S>
constexpr bool test_recover_without_doubt() {
  return tells<S>({no_user(), create().answer(200, one)}, creation::created, true, errc{}) &&
         tells<S>({the_user()}, creation::existed_before, true, errc{});
}

/// Somebody else came between the look-up and the create.
template <class S>
constexpr bool test_recover_from_duplicates() {
  constexpr std::string_view raced =
      R"({"code":"invalid_request_error","type":"duplicate_error","message":"exists"})";
  return tells<S>({no_user(), create().answer(400, duplicate), the_user()},
                  creation::existed_before, true, errc::bad_request) &&
         tells<S>({no_user(), create().answer(422, raced), the_user()}, creation::existed_before,
                  true, errc::unprocessable) &&
         fails<S>(
             {no_user(),
              create().answer(400, R"({"type":"invalid_data","message":"email must be an email"})"),
              no_user()},
             errc::bad_request) &&
         fails<S>({no_user(), create().answer(400, duplicate), look_up().answer(500)},
                  errc::bad_request);
}

/// What leaves in doubt whether the server has done it, and the code of that.
struct doubt {
  scripted_step step;
  errc code;
};
constexpr doubt doubts[] = {
    {create().fail(scripted_error::broken), errc::transport_failed},
    {create().fail(scripted_error::timed_out), errc::timed_out},
    {create().answer(408), errc::unexpected_status},
    {create().answer(409, R"({"type":"QueryRunnerAlreadyReleasedError"})"), errc::conflict},
    {create().answer(500), errc::server_error},
    {create().answer(502), errc::server_error},
    {create().answer(504, "<html>"), errc::server_error},
    {create().answer(600), errc::unexpected_status},
    {create().answer(200, R"({"user":{"id":"usr_1")"), errc::malformed_json},
    {create().answer(200), errc::empty_body},
};

template <class S>
constexpr bool test_recover_from_doubt(doubt const& in) {
  auto const code = in.code;
  return tells<S>({no_user(), in.step, right_password(), the_user()}, creation::created, true,
                  code) &&
         tells<S>({no_user(), in.step, wrong_password(), the_user()}, creation::unknown, true,
                  code) &&
         tells<S>({no_user(), in.step, login().fail(scripted_error::broken), the_user()},
                  creation::unknown, true, code) &&
         tells<S>({no_user(), in.step, login().answer(200, "<html>"), the_user()},
                  creation::unknown, true, code) &&
         tells<S>({no_user(), in.step, wrong_password(), no_user()}, creation::unknown, false,
                  code);
}
template <class S>
constexpr bool test_recover_from_every_doubt() {
  for (auto const& each : doubts)
    if (!test_recover_from_doubt<S>(each)) return false;
  return true;
}

template <class S>
constexpr bool test_recover_when_the_look_up_fails() {
  scripted_step const lost = create().fail(scripted_error::broken);
  constexpr std::string_view other = R"({"users":[{"id":"usr_2","email":"eve@example.com"}]})";
  return fails<S>({look_up().answer(401, "Unauthorized")}, errc::unauthorized) &&
         fails<S>({look_up().fail(scripted_error::broken)}, errc::transport_failed) &&
         tells<S>({no_user(), lost, wrong_password(), look_up().answer(503)}, creation::unknown,
                  false, errc::transport_failed) &&
         tells<S>({no_user(), lost, wrong_password(), look_up().fail(scripted_error::broken)},
                  creation::unknown, false, errc::transport_failed) &&
         // The login has proven it; only who it is remains unknown.
         tells<S>({no_user(), lost, right_password(), look_up().answer(503)}, creation::created,
                  false, errc::transport_failed) &&
         // A server that does not filter.
         tells<S>(
             {look_up().answer(200, other), lost, wrong_password(), look_up().answer(200, other)},
             creation::unknown, false, errc::transport_failed);
}

/// Where nothing can have been created, that is an error, and nobody is asked.
template <class S>
constexpr bool test_recover_certain_failures() {
  return fails<S>({no_user(), create().fail(scripted_error::refused)}, errc::transport_failed) &&
         fails<S>({no_user(), create().answer(401, "Unauthorized")}, errc::unauthorized) &&
         fails<S>({no_user(), create().answer(301)}, errc::redirected) &&
         fails<S>({no_user(), create().answer(413)}, errc::payload_too_large) &&
         fails<S>({no_user(), create().answer(429)}, errc::too_many_requests) &&
         fails<S>({no_user(), create().answer(503)}, errc::unavailable);
}

template <class S>
constexpr bool test_recover_sends_no_bad_input() {
  return fails<S>({}, errc::missing_value, options, {.password = "p"}) &&
         fails<S>({}, errc::missing_value, options, {.email = "ada@example.com"}) &&
         fails<S>({}, errc::invalid_utf8, options,
                  {.email = "ada@example.com", .first_name = "\xFF", .password = "p"}) &&
         fails<S>({}, errc::invalid_url, {.base_url = "h"});
}

/// With retries, an attempt before the refused one may have been done.
template <class S>
constexpr bool test_recover_after_retries() {
  basic_options<virtual_clock> bold = options;
  bold.retry = {.max_retries = 2, .repeat_unsafe = true};
  scripted_step const lost = create().fail(scripted_error::broken);
  scripted_step const refused = create().answer(400, duplicate);
  return tells<S>({no_user(), lost, create().answer(200, one)}, creation::created, true, errc{},
                  bold) &&
         tells<S>({no_user(), lost, refused, right_password(), the_user()}, creation::created, true,
                  errc::bad_request, bold) &&
         tells<S>({no_user(), lost, refused, wrong_password(), the_user()}, creation::unknown, true,
                  errc::bad_request, bold) &&
         tells<S>({no_user(), lost, refused, right_password(), look_up().answer(401, "")},
                  creation::created, false, errc::bad_request, bold) &&
         fails<S>(
             {no_user(), create().answer(503), create().answer(401), wrong_password(), no_user()},
             errc::unauthorized, bold);
}

/// A call that is cancelled while a request of method `when` is under way.
template <class S>
struct cancelled_recovery {
  method when;
  creation outcome = creation::created;
  errc code{};
  std::size_t requests = 0;

  struct transport {
    cancelled_recovery* self;
    scripted_transport* server;
    bool* flag;
    constexpr auto send(request const& r) {
      if (r.method == self->when) *flag = true;
      return server->send(r);
    }
  };
  constexpr bool run() {
    bool flag = false;
    virtual_clock clock;
    scripted_transport server{no_user(), create().fail(scripted_error::broken), right_password(),
                              the_user()};
    transport sends{this, &server, &flag};
    admin::client<transport&, json::scanner, S, virtual_clock&> client{sends, options, clock};
    auto const told = create_or_recover(client, ada, {.cancel = &flag});
    requests = server.requests();
    if (!told) code = told.error().code;
    else outcome = told->outcome, code = told->cause->code;
    return told.has_value();
  }
};

/// Time limits are for each call, so the look-up has one of its own; cancelling ends them all.
template <class S>
constexpr bool test_recover_limits() {
  call_options const short_call{.deadline = duration::seconds(5)};
  if (!tells<S>({no_user(), create().after(duration::seconds(9)).answer(200, one), right_password(),
                 the_user()},
                creation::created, true, errc::deadline_exceeded, options, short_call))
    return false;
  // Cancelled by the first look-up: nothing was created. Cancelled by the create: who knows.
  cancelled_recovery<S> early{.when = method::get};
  cancelled_recovery<S> late{.when = method::post};
  if (early.run() || early.code != errc::cancelled || early.requests != 1) return false;
  return late.run() && late.outcome == creation::unknown && late.code == errc::cancelled &&
         late.requests == 2;
}

/// The server's rules for the case of other letters are not ours: never `created` on such a proof.
template <class S>
constexpr bool test_recover_of_other_letters() {
  virtual_clock clock;
  scripted_step const list =
      expect(method::get, "/admin/users?email=%C3%84da%40example.com&limit=1")
          .answer(200, R"({"users":[]})");
  scripted_transport server{list, expect(method::post, "/admin/users").fail(scripted_error::broken),
                            list};
  client_of<S> client{server, options, clock};
  auto const told = create_or_recover(client, {.email = "\xC3\x84"
                                                        "da@Example.com",
                                               .password = "p"});
  return told && told->outcome == creation::unknown && !told->user && server.finished();
}

/// The server's texts are views of a response that is gone.
constexpr bool test_recover_keeps_no_view_of_what_is_gone() {
  virtual_clock clock;
  scripted_transport server{no_user(), create().answer(400, duplicate), the_user()};
  client_of<borrowed<1>> client{server, options, clock};
  auto const told = create_or_recover(client, ada);
  return told && told->cause->server.message.empty() && told->cause->server.type.empty() &&
         told->cause->server.message_dropped && told->cause->status == 400;
}

/// But that there was a message is told, also when it could not be kept.
constexpr bool test_recover_tells_of_a_dropped_message() {
  virtual_clock clock;
  scripted_transport server{
      no_user(), create().answer(400, R"({"type":"invalid_data","message":"\u00e9 exists"})"),
      the_user()};
  client_of<borrowed<1>> client{server, options, clock};
  auto const told = create_or_recover(client, ada);
  return told && told->cause->server.message_dropped;
}

constexpr bool test_recover_what_may_have_been_done() {
  failure<fixed<48, 1>, int> f(errc::missing_value);
  if (medusa::detail::may_have_been_done(f)) return false;  // no attempt was made
  f.attempts = 1;
  if (f.stage() != stage::encode || medusa::detail::may_have_been_done(f)) return false;
  f.code = errc::malformed_json;
  if (f.stage() != stage::decode || !medusa::detail::may_have_been_done(f)) return false;
  f.code = errc::cancelled;  // by whom the transport was not asked
  return medusa::detail::may_have_been_done(f);
}

/// An e-mail that does not fit is not cut.
constexpr bool test_recover_of_long_email() {
  using small = basic_fixed<limits{.request = 200}>;
  std::string_view const text =
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@"
      "example.com";
  virtual_clock clock;
  scripted_transport server{};
  client_of<small> client{server, options, clock};
  auto const told = create_or_recover(client, {.email = text, .password = "p"});
  return !told && told.error().code == errc::too_long && told.error().field == "email" &&
         told.error().needed == text.size() && server.requests() == 0;
}

}  // namespace

TEST_CASE_TEMPLATE("create_or_recover: all outcomes", S, hosted, fixed<48, 1>, borrowed<1>) {
  CHECK(test_recover_without_doubt<S>());
  CHECK(test_recover_from_duplicates<S>());
  CHECK(test_recover_from_every_doubt<S>());
  CHECK(test_recover_when_the_look_up_fails<S>());
  CHECK(test_recover_certain_failures<S>());
  CHECK(test_recover_sends_no_bad_input<S>());
  CHECK(test_recover_after_retries<S>());
  CHECK(test_recover_limits<S>());
  CHECK(test_recover_of_other_letters<S>());
}
static_assert(test_recover_without_doubt<fixed<48, 1>>() &&
              test_recover_without_doubt<borrowed<1>>());
static_assert(test_recover_from_duplicates<fixed<48, 1>>() &&
              test_recover_from_duplicates<borrowed<1>>());
static_assert(test_recover_from_doubt<fixed<48, 1>>(doubts[0]) &&
              test_recover_from_doubt<fixed<48, 1>>(doubts[1]) &&
              test_recover_from_doubt<fixed<48, 1>>(doubts[2]));
static_assert(test_recover_from_doubt<fixed<48, 1>>(doubts[3]) &&
              test_recover_from_doubt<fixed<48, 1>>(doubts[4]) &&
              test_recover_from_doubt<fixed<48, 1>>(doubts[5]));
static_assert(test_recover_from_doubt<fixed<48, 1>>(doubts[6]) &&
              test_recover_from_doubt<fixed<48, 1>>(doubts[7]) &&
              test_recover_from_doubt<borrowed<1>>(doubts[8]));
static_assert(test_recover_when_the_look_up_fails<fixed<48, 1>>());
static_assert(test_recover_certain_failures<fixed<48, 1>>() &&
              test_recover_sends_no_bad_input<fixed<48, 1>>());
static_assert(test_recover_after_retries<fixed<48, 1>>() && test_recover_limits<fixed<48, 1>>());
static_assert(test_recover_of_other_letters<fixed<48, 1>>());

TEST_CASE("create_or_recover: borrowed keeps no view of what is gone") {
  CHECK(test_recover_keeps_no_view_of_what_is_gone());
}
static_assert(test_recover_keeps_no_view_of_what_is_gone());
TEST_CASE("create_or_recover: borrowed tells of a message that could not be kept") {
  CHECK(test_recover_tells_of_a_dropped_message());
}
static_assert(test_recover_tells_of_a_dropped_message());
TEST_CASE("create_or_recover: what may have been done") {
  CHECK(test_recover_what_may_have_been_done());
}
static_assert(test_recover_what_may_have_been_done());
TEST_CASE("create_or_recover: a long e-mail") { CHECK(test_recover_of_long_email()); }
static_assert(test_recover_of_long_email());

namespace {

/// Medusa, but the answer to the first create is lost, on the way there or on the way back.
struct losing_server {
  fake_medusa& server;
  bool arrives;
  bool lost = false;

  result<fake_response, scripted_error> send(request const& r) {
    bool const loses = r.method == method::post && r.target == "/admin/users" && !lost;
    if (loses) lost = true;
    if (loses && !arrives) return unexpected(scripted_error::broken);
    auto sent = server.send(r);
    if (loses) return unexpected(scripted_error::broken);
    return std::move(*sent);
  }
};

}  // namespace

TEST_CASE("create_or_recover: with Medusa's own answers") {
  fake_medusa server;
  admin::client signing{server, {.base_url = "http://h"}};
  REQUIRE(signing.auth()
              .get_token({.email = "admin@example.com", .password = "supersecret"})
              .has_value());
  for (bool const arrives : {false, true}) {
    losing_server losing{server, arrives};
    admin::client client{losing, {.base_url = "http://h", .credentials = signing.credentials()}};
    auto const told = create_or_recover(client, ada);
    REQUIRE(told.has_value());
    CHECK((told->outcome == (arrives ? creation::created : creation::unknown)));
    CHECK(told->user.has_value() == arrives);
    if (told->user) CHECK(told->user->email == "ada@example.com");
  }
  auto const again = create_or_recover(signing, ada);
  REQUIRE(again.has_value());
  CHECK((again->outcome == creation::existed_before));
  CHECK(again->user->first_name == "Ada");
}
