#include <medusa/client/user_range.hpp>

#include <doctest/doctest.h>

#include <array>
#include <concepts>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <medusa/client/client.hpp>
#include <medusa/core/sink.hpp>
#include <medusa/core/static_string.hpp>
#include <medusa/model/borrowed.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <medusa/testing/scripted_transport.hpp>
#include <medusa/testing/virtual_clock.hpp>
#include <support/twins.hpp>

namespace {

using namespace medusa;
using namespace medusa::testing;
using admin::user_field;

using fixed4 = fixed<48, 4>;
template <class S>
using client_of = admin::client<scripted_transport&, json::scanner, S, virtual_clock&>;

constexpr basic_options<virtual_clock> options{.base_url = "http://h"};

constexpr scripted_step get(std::string_view target) { return expect(method::get, target); }

/// What the elements are, in order: an id, or `!` for an error.
using contents = static_string<64>;

template <class Range>
constexpr contents contents_of(Range&& range) {
  contents text;
  static_cast<void>(text.resize(contents::capacity()));
  sink out(text.data(), text.size());
  for (auto&& each : range) {
    out.append(each ? std::string_view(each->id) : "!");
    out.append(' ');
  }
  static_cast<void>(text.resize(out.size()));
  return text;
}

template <class S>
constexpr bool test_pages_up_to_a_short_one() {
  scripted_transport server{
      get("/admin/users?limit=2")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":5,"offset":0,"limit":2})"),
      get("/admin/users?offset=2&limit=2")
          .answer(200, R"({"users":[{"id":"c"},{"id":"d"}],"count":5,"offset":2,"limit":2})"),
      get("/admin/users?offset=4&limit=2")
          .answer(200, R"({"users":[{"id":"e"}],"count":5,"offset":4,"limit":2})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.limit = 2})) == "a b c d e " && server.finished();
}

template <class S>
constexpr bool test_no_request_beyond_count() {
  scripted_transport server{
      get("/admin/users?limit=2")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":4,"offset":0,"limit":2})"),
      get("/admin/users?offset=2&limit=2")
          .answer(200, R"({"users":[{"id":"c"},{"id":"d"}],"count":4,"offset":2,"limit":2})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.limit = 2})) == "a b c d " && server.finished();
}

/// A short page is the last, whatever `count` says.
template <class S>
constexpr bool test_a_short_page_ends_it() {
  scripted_transport server{
      get("/admin/users?limit=2")
          .answer(200, R"({"users":[{"id":"a"}],"count":100,"offset":0,"limit":2})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.limit = 2})) == "a " && server.finished();
}

template <class S>
constexpr bool test_count_may_grow() {
  scripted_transport server{
      get("/admin/users?limit=1")
          .answer(200, R"({"users":[{"id":"a"}],"count":2,"offset":0,"limit":1})"),
      get("/admin/users?offset=1&limit=1")
          .answer(200, R"({"users":[{"id":"b"}],"count":3,"offset":1,"limit":1})"),
      get("/admin/users?offset=2&limit=1")
          .answer(200, R"({"users":[{"id":"c"}],"count":3,"offset":2,"limit":1})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.limit = 1})) == "a b c " && server.finished();
}

/// A page without a limit is everything, too.
template <class S>
constexpr bool test_a_page_without_limit_ends_it() {
  scripted_transport server{
      get("/admin/users?limit=2")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":100,"offset":0,"limit":0})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.limit = 2})) == "a b " && server.finished();
}

/// A server may cap the limit and say so: what counts is what it says.
template <class S>
constexpr bool test_the_server_may_lower_the_limit() {
  scripted_transport server{
      get("/admin/users?limit=4")
          .answer(200, R"({"users":[{"id":"a"}],"count":2,"offset":0,"limit":1})"),
      get("/admin/users?offset=1&limit=4")
          .answer(200, R"({"users":[{"id":"b"}],"count":2,"offset":1,"limit":1})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.limit = 4})) == "a b " && server.finished();
}

/// Servers before 1.20.1 send everything and no numbers.
template <class S>
constexpr bool test_without_numbers_there_is_one_page() {
  constexpr std::string_view bodies[] = {
      R"({"users":[{"id":"a"},{"id":"b"}]})",
      R"({"users":[{"id":"a"},{"id":"b"}],"offset":0,"limit":2})",
      R"({"users":[{"id":"a"},{"id":"b"}],"count":9,"limit":2})",
      R"({"users":[{"id":"a"},{"id":"b"}],"count":9,"offset":0})",
  };
  for (std::string_view const body : bodies) {
    scripted_transport server{get("/admin/users?limit=2").answer(200, body)};
    virtual_clock clock;
    client_of<S> client{server, options, clock};
    if (contents_of(client.users().all({.limit = 2})) != "a b " || !server.finished()) return false;
  }
  return true;
}

/// What a page says does not hold for the next one.
template <class S>
constexpr bool test_numbers_are_not_carried_over() {
  scripted_transport server{
      get("/admin/users?offset=0&limit=1")
          .answer(200, R"({"users":[{"id":"a"}],"count":3,"offset":0,"limit":1})"),
      get("/admin/users?offset=1&limit=1").answer(200, R"({"users":[{"id":"b"}],"offset":1})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.offset = 0, .limit = 1})) == "a b " && server.finished();
}

template <class S>
constexpr bool test_offset_of_the_caller() {
  scripted_transport server{
      get("/admin/users?offset=10&limit=1")
          .answer(200, R"({"users":[{"id":"k"}],"count":12,"offset":10,"limit":1})"),
      get("/admin/users?offset=11&limit=1")
          .answer(200, R"({"users":[{"id":"l"}],"count":12,"offset":11,"limit":1})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  if (contents_of(client.users().all({.offset = 10, .limit = 1})) != "k l " || !server.finished())
    return false;
  // A server without paging gives what it has, once.
  scripted_transport old{
      get("/admin/users?offset=10&limit=2").answer(200, R"({"users":[{"id":"a"},{"id":"b"}]})")};
  client_of<S> elder{old, options, clock};
  return contents_of(elder.users().all({.offset = 10, .limit = 2})) == "a b " && old.finished();
}

template <class S>
constexpr bool test_a_server_that_ignores_offset() {
  constexpr std::string_view page =
      R"({"users":[{"id":"a"},{"id":"b"}],"count":9,"offset":0,"limit":2})";
  constexpr std::string_view other =
      R"({"users":[{"id":"c"},{"id":"d"}],"count":9,"offset":0,"limit":2})";
  constexpr std::string_view echo =
      R"({"users":[{"id":"a"},{"id":"b"}],"count":9,"offset":2,"limit":2})";
  for (std::string_view const second : {page, other, echo}) {
    scripted_transport server{get("/admin/users?limit=2").answer(200, page),
                              get("/admin/users?offset=2&limit=2").answer(200, second)};
    virtual_clock clock;
    client_of<S> client{server, options, clock};
    if (contents_of(client.users().all({.limit = 2})) != "a b " || !server.finished()) return false;
  }
  return true;
}

template <class S>
constexpr bool test_an_empty_list() {
  for (std::string_view const body :
       {R"({"users":[],"count":0,"offset":0,"limit":4})", R"({"users":[]})",
        R"({"users":[],"count":7,"offset":0,"limit":4})"}) {
    scripted_transport server{get("/admin/users?limit=4").answer(200, body)};
    virtual_clock clock;
    client_of<S> client{server, options, clock};
    if (contents_of(client.users().all({.limit = 4})) != "" || !server.finished()) return false;
  }
  return true;
}

template <class S>
constexpr bool test_an_error_is_the_last_element() {
  for (int const status : {401, 500}) {
    scripted_transport server{get("/admin/users?limit=1").answer(status)};
    virtual_clock clock;
    client_of<S> client{server, options, clock};
    if (contents_of(client.users().all({.limit = 1})) != "! " || !server.finished()) return false;
  }
  scripted_transport server{
      get("/admin/users?limit=1")
          .answer(200, R"({"users":[{"id":"a"}],"count":3,"offset":0,"limit":1})"),
      get("/admin/users?offset=1&limit=1").fail(scripted_error::broken)};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto users = client.users().all({.limit = 1});
  auto it = users.begin();
  if (it == users.end() || !*it || it->has_value() != true) return false;
  ++it;
  if (it == users.end() || *it || it->error().code != errc::transport_failed) return false;
  if (it->error().transport != scripted_error::broken || it->error().attempts != 1) return false;
  it++;
  if (it != users.end()) return false;
  ++it;  // stays where it is
  return it == users.end() && server.finished();
}

/// A page cut in the middle: none of its users, as they are not known to be whole.
template <class S>
constexpr bool test_a_broken_page_gives_no_users() {
  scripted_transport server{
      get("/admin/users?limit=2")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":4,"offset":0,"limit":2})"),
      get("/admin/users?offset=2&limit=2").answer(200, R"({"users":[{"id":"c"},{"id":)")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  return contents_of(client.users().all({.limit = 2})) == "a b ! " && server.finished();
}

template <class S>
constexpr bool test_the_filter_is_kept() {
  constexpr std::string_view first =
      "/admin/"
      "users?q=ada&order=-created_at&id%5B0%5D=a&id%5B1%5D=b&role=admin&created_at%5Bgt%5D=2024-01-"
      "01T00%3A00%3A00.000Z"
      "&fields=id%2Cemail&limit=1";
  constexpr std::string_view second =
      "/admin/"
      "users?q=ada&order=-created_at&id%5B0%5D=a&id%5B1%5D=b&role=admin&created_at%5Bgt%5D=2024-01-"
      "01T00%3A00%3A00.000Z"
      "&fields=id%2Cemail&offset=1&limit=1";
  scripted_transport server{
      get(first).answer(200, R"({"users":[{"id":"a"}],"count":2,"offset":0,"limit":1})"),
      get(second).answer(200, R"({"users":[{"id":"b"}],"count":2,"offset":1,"limit":1})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};

  char q[] = "ada";
  std::array<std::string_view, 2> ids{"a", "b"};
  auto users = client.users().all(
      {.q = std::string_view(q, 3),
       .order = admin::order_by{user_field::created_at, admin::direction::descending},
       .id = ids,
       .role = admin::role::admin,
       .created_at = {.gt = timestamp::from_unix_ms(1704067200000)},
       .limit = 1,
       .fields = admin::user_fields::only({user_field::id, user_field::email})});
  for (char& c : q) c = '!';
  ids = {};
  return contents_of(users) == "a b " && server.finished();
}

template <class S>
constexpr bool test_the_client_may_be_used_meanwhile() {
  scripted_transport server{
      get("/admin/users?q=x&limit=2")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":3,"offset":0,"limit":2})"),
      expect(method::del, "/admin/users/a")
          .answer(200, R"({"id":"a","object":"user","deleted":true})"),
      expect(method::del, "/admin/users/b")
          .answer(200, R"({"id":"b","object":"user","deleted":true})"),
      get("/admin/users?q=x&offset=2&limit=2")
          .answer(200, R"({"users":[{"id":"c"}],"count":3,"offset":2,"limit":2})"),
      expect(method::del, "/admin/users/c")
          .answer(200, R"({"id":"c","object":"user","deleted":true})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  for (auto&& each : client.users().all({.q = "x", .limit = 2}))
    if (!each || !client.users().remove(each->id)) return false;
  return server.finished();
}

template <class S>
constexpr bool test_call_options_hold_for_every_page() {
  std::array<header, 1> const headers{header{"X-Trace", "7"}};
  scripted_transport server{
      get("/admin/users?limit=1")
          .with_header("X-Trace", "7")
          .answer(200, R"({"users":[{"id":"a"}],"count":2,"offset":0,"limit":1})"),
      get("/admin/users?offset=1&limit=1")
          .with_header("X-Trace", "7")
          .answer(200, R"({"users":[{"id":"b"}],"count":2,"offset":1,"limit":1})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto const limit = duration::milliseconds(700);
  for (auto&& each : client.users().all({.limit = 1}, {.headers = headers, .timeout = limit})) {
    if (!each || server.last_timeout() != limit) return false;
  }
  return server.finished();
}

template <class S>
constexpr bool test_cancelled_between_pages() {
  bool flag = false;
  scripted_transport server{
      get("/admin/users?limit=2")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":9,"offset":0,"limit":2})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto users = client.users().all({.limit = 2}, {.cancel = &flag});
  auto it = users.begin();
  flag = true;
  ++it;  // came with the page that was fetched before
  if (it == users.end() || !*it || (**it).id != "b") return false;
  ++it;
  if (it == users.end() || *it || it->error().code != errc::cancelled) return false;
  ++it;
  return it == users.end() && server.finished();
}

template <class S>
constexpr bool test_what_cannot_be_asked() {
  scripted_transport server{};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto const error_of = [&](admin::list_users const& op) {
    auto users = client.users().all(op);
    auto it = users.begin();
    if (it == users.end() || *it) return encode_error{};
    encode_error const error{.code = it->error().code, .field = it->error().field};
    ++it;
    return it == users.end() ? error : encode_error{};
  };
  if (error_of({.q = "\xFF"}) != encode_error{.code = errc::invalid_utf8, .field = "q"})
    return false;
  if (error_of({.id = ""}) != encode_error{.code = errc::missing_value, .field = "id"})
    return false;
  if (error_of({.offset = ~std::uint64_t{0}, .limit = 1}) !=
      encode_error{.code = errc::out_of_range, .field = "offset"})
    return false;
  if (error_of({.limit = ~std::uint64_t{0}}) !=
      encode_error{.code = errc::out_of_range, .field = "limit"})
    return false;
  if (S::max_items &&
      error_of({.limit = 0}) != encode_error{.code = errc::out_of_range, .field = "limit"})
    return false;
  return server.requests() == 0;
}

/// The client's own error comes first, as with every call.
template <class S>
constexpr bool test_a_client_with_bad_options() {
  scripted_transport server{};
  virtual_clock clock;
  client_of<S> client{server, {.base_url = "h"}, clock};
  auto users = client.users().all({.id = ""});
  auto it = users.begin();
  return it != users.end() && !*it && it->error().code == errc::invalid_url &&
         (++it == users.end()) && server.requests() == 0;
}

template <class S>
constexpr bool test_copied_and_moved_before_begin() {
  constexpr std::string_view page = R"({"users":[{"id":"a"}],"count":2,"offset":0,"limit":1})";
  constexpr std::string_view next = R"({"users":[{"id":"b"}],"count":2,"offset":1,"limit":1})";
  scripted_transport server{get("/admin/users?q=x&limit=1").answer(200, page),
                            get("/admin/users?q=x&offset=1&limit=1").answer(200, next),
                            get("/admin/users?q=x&limit=1").answer(200, page),
                            get("/admin/users?q=x&offset=1&limit=1").answer(200, next)};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  auto users = client.users().all({.q = "x", .limit = 1});
  auto copy = users;
  auto moved = std::move(users);
  return contents_of(copy) == "a b " && contents_of(moved) == "a b " && server.finished();
}

bool test_no_limit_on_hosted_is_everything() {
  scripted_transport server{
      get("/admin/users?limit=0")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"}],"count":2,"offset":0,"limit":0})"),
      get("/admin/users").answer(200, R"({"users":[{"id":"a"}],"count":1,"offset":0,"limit":50})")};
  virtual_clock clock;
  client_of<hosted> client{server, options, clock};
  return contents_of(client.users().all({.limit = 0})) == "a b " &&
         contents_of(client.users().all()) == "a " && server.finished();
}

template <class S>
constexpr bool test_pages_of_bounded_storage() {
  scripted_transport server{
      get("/admin/users?limit=4")
          .answer(200, R"({"users":[{"id":"a"}],"count":1,"offset":0,"limit":4})"),
      get("/admin/users?limit=4")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}]})"),
      get("/admin/users?limit=4")
          .answer(200, R"({"users":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"}]})")};
  virtual_clock clock;
  client_of<S> client{server, options, clock};
  if (contents_of(client.users().all()) != "a " || contents_of(client.users().all()) != "a b c d ")
    return false;
  auto users = client.users().all();  // a server without `limit` and more users than fit
  auto it = users.begin();
  return it != users.end() && !*it && it->error().code == errc::too_many_items && server.finished();
}

/// A query of exactly what the storage keeps, and one byte more.
constexpr bool test_a_query_too_long_for_the_storage() {
  using small = basic_fixed<medusa::limits{.text = 8, .items = 2, .request = 64}>;
  constexpr std::string_view chars =
      "0123456789012345678901234567890123456789012345678901234567890123456789";
  scripted_transport server{};
  virtual_clock clock;
  client_of<small> client{server, options, clock};
  auto const error_of = [&](std::string_view q) {
    auto users = client.users().all({.q = q});
    auto const it = users.begin();
    return encode_error{it->error().code, it->error().field, it->error().needed};
  };
  // ?q= has three bytes; with address, path and limit there is then no room for the request.
  if (error_of(chars.substr(0, 61)) !=
      encode_error{errc::buffer_too_small, "request", 8 + 12 + 64 + 8})
    return false;
  return error_of(chars.substr(0, 62)) == encode_error{errc::buffer_too_small, "query", 65} &&
         server.requests() == 0;
}

/// The limits are the client's own, be they narrower or wider than the default.
template <class S>
constexpr bool test_a_query_too_long_for_the_options() {
  scripted_transport server{};
  virtual_clock clock;
  client_of<S> client{server, {.base_url = "http://h", .limits = {.request_head = 20}}, clock};
  auto users = client.users().all({.q = "0123456789012345678901234567890"});
  auto const it = users.begin();
  return !*it && it->error().code == errc::too_long && it->error().field == "q" &&
         it->error().needed == 34 && server.requests() == 0;
}

bool test_a_query_longer_than_the_default_limit() {
  std::string const q(17 * 1024, 'x');
  std::string const target = "/admin/users?q=" + q;
  scripted_transport server{get(target).answer(200, R"({"users":[{"id":"a"}]})")};
  virtual_clock clock;
  client_of<hosted> client{
      server, {.base_url = "http://h", .limits = {.request_head = 32 * 1024}}, clock};
  return contents_of(client.users().all({.q = q})) == "a " && server.finished();
}

using range = admin::user_range<client_of<fixed4>>;
static_assert(std::input_iterator<range::iterator> && !std::forward_iterator<range::iterator>);
static_assert(std::sentinel_for<range::sentinel, range::iterator>);
static_assert(std::same_as<std::iter_value_t<range::iterator>,
                           client_of<fixed4>::result<client_of<fixed4>::user>>);
static_assert(std::input_iterator<admin::user_range<client_of<borrowed<4>>>::iterator>);
static_assert(std::input_iterator<admin::user_range<client_of<hosted>>::iterator>);
static_assert(range::iterator().at_end());
TEST_CASE("user_range: an iterator of nothing is at the end") {
  range::iterator const nothing;
  CHECK((nothing == range::sentinel()));
}

#if defined(__cpp_exceptions)
/// Throws on the second request and on no other.
struct throwing_once {
  int requests = 0;
  result<response_view, int> send(request const& r) {
    if (++requests == 2) throw requests;
    if (r.target.find("offset") == std::string_view::npos)
      return response_view{200, R"({"users":[{"id":"a"}],"count":2,"offset":0,"limit":1})"};
    return response_view{200, R"({"users":[{"id":"b"}],"count":2,"offset":1,"limit":1})"};
  }
};

TEST_CASE_TEMPLATE("user_range: after an exception the page is asked for again", S, hosted, fixed4,
                   borrowed<4>) {
  throwing_once server;
  virtual_clock clock;
  admin::client<throwing_once&, json::scanner, S, virtual_clock&> client{server, options, clock};
  auto users = client.users().all({.limit = 1});
  auto it = users.begin();
  CHECK_THROWS_AS(++it, int);
  ++it;
  REQUIRE(it != users.end());
  REQUIRE(*it);
  CHECK((**it).id == "b");
  ++it;
  CHECK(it == users.end());
  CHECK(server.requests == 3);
}
#endif

}  // namespace

TWINS("user_range: several pages, the last one short", test_pages_up_to_a_short_one, 48, 4);
TWINS("user_range: no request beyond count", test_no_request_beyond_count, 48, 4);
TWINS("user_range: a short page is the last", test_a_short_page_ends_it, 48, 4);
TWINS("user_range: a page without limit is the last", test_a_page_without_limit_ends_it, 48, 4);
TWINS("user_range: count may grow", test_count_may_grow, 48, 4);
TWINS("user_range: the server may lower the limit", test_the_server_may_lower_the_limit, 48, 4);
TWINS("user_range: without numbers there is one page", test_without_numbers_there_is_one_page, 48,
      4);
TWINS("user_range: numbers are not carried over", test_numbers_are_not_carried_over, 48, 4);
TWINS("user_range: an offset of the caller's", test_offset_of_the_caller, 48, 4);
TWINS("user_range: a server that ignores offset", test_a_server_that_ignores_offset, 48, 4);
TWINS("user_range: an empty list", test_an_empty_list, 48, 4);
TWINS("user_range: an error is the last element", test_an_error_is_the_last_element, 48, 4);
TWINS("user_range: a broken page gives no users", test_a_broken_page_gives_no_users, 48, 4);
TWINS("user_range: the filter is kept when its texts are gone", test_the_filter_is_kept, 48, 4);
TWINS("user_range: the client may be used meanwhile", test_the_client_may_be_used_meanwhile, 48, 4);
TWINS("user_range: call options hold for every page", test_call_options_hold_for_every_page, 48, 4);
TWINS("user_range: cancelled between pages", test_cancelled_between_pages, 48, 4);
TWINS("user_range: what cannot be asked", test_what_cannot_be_asked, 48, 4);
TWINS("user_range: a client with bad options", test_a_client_with_bad_options, 48, 4);
TWINS("user_range: copied and moved before begin", test_copied_and_moved_before_begin, 48, 4);
TWINS("user_range: a query too long for the options", test_a_query_too_long_for_the_options, 48, 4);
TWIN("user_range: pages of fixed storage", test_pages_of_bounded_storage<fixed4>);
TWIN("user_range: pages of borrowed storage", test_pages_of_bounded_storage<borrowed<4>>);
TWIN("user_range: a query too long for the storage", test_a_query_too_long_for_the_storage);

TEST_CASE("user_range: hosted takes everything at once") {
  CHECK(test_no_limit_on_hosted_is_everything());
}
TEST_CASE("user_range: a query longer than the default limit") {
  CHECK(test_a_query_longer_than_the_default_limit());
}
