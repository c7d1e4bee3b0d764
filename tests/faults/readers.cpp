// SPDX-License-Identifier: MIT
// Each event of a JSON reader fails in turn, by its error and by what it throws.
#include <medusa/json/reader.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

#include <medusa/client/async_client.hpp>
#include <medusa/client/client.hpp>
#include <medusa/json/scanner.hpp>
#include <medusa/model/fixed.hpp>
#include <medusa/model/hosted.hpp>
#include <support/fail_at.hpp>

#include "every_operation.hpp"
#include "servers.hpp"

namespace {

using namespace medusa;
using namespace faults;
using support::every_fault;
using support::fail_at;

fail_at* events = nullptr;  ///< the fault of all readers; without one there is none
[[maybe_unused]] bool events_throw = false;
bool broken = false;  ///< by an event of the document at hand

/// Whether an event goes well.
bool event() {
  if (broken) return false;
  if (events == nullptr || !events->fails()) return true;
#if defined(__cpp_exceptions)
  if (events_throw) throw std::runtime_error("a reader");
#endif
  broken = true;
  return false;
}

constexpr std::size_t offset_of_event = 7;

/// The scanner with a fault. Its events: the root, each member and element, each value that is
/// taken.
struct faulty_reader {
  static constexpr bool views_input = true;

  class value {
   public:
    explicit value(json::scanner::value& v) : v_(&v) {}
    json::kind kind() const { return v_->kind(); }
    std::size_t offset() const { return v_->offset(); }
    bool boolean() { return event() && v_->boolean(); }
    std::optional<std::int64_t> integer() { return event() ? v_->integer() : std::nullopt; }
    json::text string() { return event() ? v_->string() : json::text{}; }
    std::string_view raw() { return event() ? v_->raw() : std::string_view(); }
    template <class F>
    bool for_each_member(F&& f) {
      return event() && v_->for_each_member([&](json::text name, json::scanner::value& v) {
        value member(v);
        return event() && f(name, member) && !broken;
      });
    }
    template <class F>
    bool for_each_element(F&& f) {
      return event() && v_->for_each_element([&](json::scanner::value& v) {
        value element(v);
        return event() && f(element) && !broken;
      });
    }

   private:
    json::scanner::value* v_;
  };

  template <class F>
  static std::optional<json::error> visit(std::string_view document, F&& f) {
    broken = false;
    auto const error = json::scanner::visit(document, [&](json::scanner::value& v) {
      value root(v);
      if (event()) f(root);
    });
    if (!broken) return error;
    return json::error{errc::malformed_json, offset_of_event};
  }
};
static_assert(json::check_reader<faulty_reader>());

template <class S>
using blocking = admin::client<blocking_server&, faulty_reader, S, no_clock>;
template <class S>
using asynchronous = admin::async_client<async_server&, faulty_reader, S, no_clock>;
constexpr basic_options<no_clock> options{.base_url = "http://h",
                                          .credentials = api_token{"tok_1"}};

template <class Client, class Server>
std::size_t one_answer_is_unreadable(Server server) {
  return every_fault([&](fail_at& fault) {
    Client client{server, options};
    events = &fault;
    codes const got = walk(client, server);
    events = nullptr;
    std::size_t failed = 0;
    for (errc const each : got) {
      CHECK((each == errc{} || each == errc::malformed_json));
      failed += each == errc{} ? 0 : 1;
    }
    CHECK(failed == (fault.happened() ? 1 : 0));
    CHECK(walk(client, server) == all_but(0, errc{}));
  });
}

}  // namespace

TEST_CASE_TEMPLATE("faults: each event of a reader", S, hosted, fixed<64, 4>) {
  std::size_t const steps = one_answer_is_unreadable<blocking<S>>(blocking_server{});
  CHECK(steps > 100);
  CHECK(one_answer_is_unreadable<asynchronous<S>>(async_server{}) == steps);
  CHECK(one_answer_is_unreadable<asynchronous<S>>(async_server{.at_once = true}) == steps);
}

TEST_CASE("faults: an event's error says where, and hides no refusal") {
  std::size_t const good = every_fault([](fail_at& fault) {
    blocking_server server{.answer = response_view{200, user}};
    blocking<fixed<64, 4>> client{server, options};
    events = &fault;
    auto const got = client.users().retrieve(id);
    events = nullptr;
    CHECK(got.has_value() == !fault.happened());
    if (!got) CHECK(got.error().offset == offset_of_event);
  });
  CHECK(good > 10);
  std::size_t const refused = every_fault([](fail_at& fault) {
    blocking_server server{.answer = response_view{422, refusal}};
    blocking<fixed<64, 4>> client{server, options};
    events = &fault;
    auto const got = client.users().retrieve(id);
    events = nullptr;
    REQUIRE_FALSE(got.has_value());
    CHECK(got.error().code == errc::unprocessable);
    // All of what the server said, or nothing: not what came before the error.
    CHECK(got.error().server.message.empty() == fault.happened());
    CHECK(got.error().server.type.text().empty() == fault.happened());
  });
  CHECK(refused > 5);
}

#if defined(__cpp_exceptions)
namespace {

template <class Client, class Server>
std::size_t one_answer_throws(Server server) {
  return every_fault([&](fail_at& fault) {
    Client client{server, options};
    events = &fault;
    std::size_t caught = 0;
    for_each_operation([&](auto const& op, response_view const& answer) {
      server.answer = answer;
      try {
        errc const code = outcome_of(client, op);  // not in CHECK, which would catch
        CHECK(code == errc{});
      } catch (std::runtime_error const&) { ++caught; }
    });
    events = nullptr;
    CHECK(caught == (fault.happened() ? 1 : 0));
    CHECK(walk(client, server) == all_but(0, errc{}));
  });
}

}  // namespace

TEST_CASE_TEMPLATE("faults: each event of a reader throws", S, hosted, fixed<64, 4>) {
  events_throw = true;
  std::size_t const steps = one_answer_throws<blocking<S>>(blocking_server{});
  CHECK(steps > 100);
  CHECK(one_answer_throws<asynchronous<S>>(async_server{}) == steps);
  CHECK(one_answer_throws<asynchronous<S>>(async_server{.at_once = true}) == steps);
  events_throw = false;
}
#endif
